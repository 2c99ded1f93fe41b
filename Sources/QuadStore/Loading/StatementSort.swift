import RDF

/// Puts statements in order of subject, predicate, object and, of named graphs, graph, each once.
enum StatementSort {
  /// The order of triples; their graphs are not looked at.
  static func triples(
    _ statements: [TermDictionary.Statement], termCount: Int
  ) -> Permutation {
    let sorted = sort(statements, termCount: termCount) { statement in
      UInt64(statement.predicate) << 32 | UInt64(statement.object)
    }
    return Permutation(
      offsets: sorted.offsets,
      second: column(sorted) { UInt32(truncatingIfNeeded: $0 >> 32) },
      third: column(sorted) { UInt32(truncatingIfNeeded: $0) })
  }

  /// The order of quads.
  static func quads(_ statements: [TermDictionary.Statement], termCount: Int) -> Permutation {
    let sorted = sort(statements, termCount: termCount) { statement in
      UInt128(statement.predicate) << 64 | UInt128(statement.object) << 32
        | UInt128(statement.graphName)
    }
    return Permutation(
      offsets: sorted.offsets,
      second: column(sorted) { UInt32(truncatingIfNeeded: $0 >> 64) },
      third: column(sorted) { UInt32(truncatingIfNeeded: $0 >> 32) },
      fourth: column(sorted) { UInt32(truncatingIfNeeded: $0) })
  }

  /// What stands behind each subject as one number, in order, each once.
  private struct Sorted<Key> {
    var offsets: Column
    var keys: [Key]
    var count: Int
  }

  /// Groups statements by subject, and sorts each group.
  ///
  /// Texts mostly keep the statements of a subject together, so that the pass by subject writes where
  /// it wrote before, and groups are small.
  private static func sort<Key: FixedWidthInteger>(
    _ statements: [TermDictionary.Statement], termCount: Int,
    key: (TermDictionary.Statement) -> Key
  ) -> Sorted<Key> {
    var next = [Int](repeating: 0, count: termCount + 2)
    for statement in statements { next[Int(statement.subject) + 1] += 1 }
    for index in 1..<next.count { next[index] += next[index - 1] }
    var keys = [Key](repeating: 0, count: statements.count)
    for statement in statements {
      let subject = Int(statement.subject)
      keys[next[subject]] = key(statement)
      next[subject] += 1
    }
    var offsets = [UInt32](repeating: 0, count: termCount + 2)
    var count = 0
    keys.withUnsafeMutableBufferPointer { keys in
      var start = 0
      // After the pass, `next` holds where each subject ends.
      for subject in 0...termCount {
        offsets[subject] = UInt32(truncatingIfNeeded: count)
        let end = next[subject]
        sortGroup(&keys, start..<end)
        var last: Key?
        for index in start..<end where keys[index] != last {
          last = keys[index]
          keys[count] = keys[index]
          count += 1
        }
        start = end
      }
    }
    offsets[termCount + 1] = UInt32(truncatingIfNeeded: count)
    return Sorted(offsets: Column(offsets), keys: keys, count: count)
  }

  /// Sorts keys of one subject: by insertion where there are few.
  private static func sortGroup<Key: FixedWidthInteger>(
    _ keys: inout UnsafeMutableBufferPointer<Key>, _ range: Range<Int>
  ) {
    guard range.count <= 24 else {
      var group = UnsafeMutableBufferPointer(rebasing: keys[range])
      group.sort()
      return
    }
    for index in range.dropFirst() {
      let key = keys[index]
      var place = index
      while place > range.lowerBound, keys[place - 1] > key {
        keys[place] = keys[place - 1]
        place -= 1
      }
      keys[place] = key
    }
  }

  private static func column<Key>(
    _ sorted: Sorted<Key>, part: (Key) -> UInt32
  ) -> Column {
    Column(count: sorted.count) { elements in
      for index in 0..<sorted.count { elements[index] = part(sorted.keys[index]) }
    }
  }
}
