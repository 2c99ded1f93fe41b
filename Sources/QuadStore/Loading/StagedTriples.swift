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
  /// Of each statement the predicate and the object.
  private(set) var pairs = PairPages()

  /// How many statements there are, duplicates counted.
  var count: Int { pairs.count }

  /// Makes room for so many more statements.
  mutating func makeRoom(for count: Int) { pairs.makeRoom(for: count) }

  /// Adds a statement, whatever its graph is.
  ///
  /// - Precondition: ``makeRoom(for:)`` made room for it.
  @inline(__always)
  mutating func append(_ statement: TermDictionary.Statement) {
    pairs.append(statement.predicate, statement.object)
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
    let before = pairs
    pairs = PairPages()
    pairs.makeRoom(for: before.count)
    for index in 0..<before.count {
      let pair = before[index]
      pairs.append(numbers[Int(pair.first)], numbers[Int(pair.second)])
    }
  }
}
