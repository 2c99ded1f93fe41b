import RDF

/// Statements of one graph as they came, before they are sorted.
///
/// Texts mostly keep the statements of a subject together: of such a run the subject is held once.
struct StagedTriples {
  /// Statements of one subject that stand together.
  struct Run {
    var subject: UInt32
    /// How many they are, at least one.
    var count: UInt32
  }

  /// The subjects, in the order in which they came; one may come again.
  private(set) var runs: [Run] = []
  /// Of each statement the predicate in the upper half and the object in the lower one.
  private(set) var pairs: [UInt64] = []

  /// How many statements there are, duplicates counted.
  var count: Int { pairs.count }

  /// Makes room for so many more statements.
  mutating func makeRoom(for count: Int) { pairs.makeLargeRoom(for: count) }

  /// Adds a statement, whatever its graph is.
  @inline(__always)
  mutating func append(_ statement: TermDictionary.Statement) {
    pairs.append(Self.pair(statement.predicate, statement.object))
    if let last = runs.last, last.subject == statement.subject, last.count < .max {
      runs[runs.count &- 1].count &+= 1
    } else {
      runs.append(Run(subject: statement.subject, count: 1))
    }
  }

  /// Gives the terms other numbers.
  ///
  /// - Parameter numbers: by number, the new one.
  mutating func renumber(_ numbers: [UInt32]) {
    for index in runs.indices { runs[index].subject = numbers[Int(runs[index].subject)] }
    for index in pairs.indices {
      let pair = pairs[index]
      pairs[index] = Self.pair(
        numbers[Int(truncatingIfNeeded: pair >> 32)], numbers[Int(UInt32(truncatingIfNeeded: pair))]
      )
    }
  }

  private static func pair(_ predicate: UInt32, _ object: UInt32) -> UInt64 {
    UInt64(predicate) << 32 | UInt64(object)
  }
}
