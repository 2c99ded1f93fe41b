import RDF

/// Puts statements in order of subject, predicate, object and, of named graphs, graph, each once.
///
/// They are grouped by subject in one pass, and each group is sorted: texts mostly keep the statements
/// of a subject together, so that the pass writes where it wrote before, and groups are small.
enum StatementSort {
  /// The order of triples.
  static func triples(_ staged: consuming StagedTriples, termCount: Int) -> Permutation {
    var ends = [UInt32](repeating: 0, count: termCount + 2)
    for run in staged.runs { ends[Int(run.subject) + 1] += run.count }
    for index in 1..<ends.count { ends[index] += ends[index - 1] }
    var keys: [UInt64] = Self.keys(count: staged.count) { keys in
      var start = 0
      for run in staged.runs {
        var target = Int(ends[Int(run.subject)])
        ends[Int(run.subject)] += run.count
        for index in start..<start + Int(run.count) {
          keys[target] = staged.pairs[index]
          target += 1
        }
        start += Int(run.count)
      }
    }
    staged = StagedTriples()
    let (offsets, count) = sort(&keys, ends)
    ends = []
    return Permutation(
      offsets: offsets,
      second: column(keys, count) { UInt32(truncatingIfNeeded: $0 >> 32) },
      third: column(keys, count) { UInt32(truncatingIfNeeded: $0) })
  }

  /// The order of quads.
  static func quads(
    _ staged: consuming [TermDictionary.Statement], termCount: Int
  ) -> Permutation {
    var statements = consume staged
    var ends = [UInt32](repeating: 0, count: termCount + 2)
    for statement in statements { ends[Int(statement.subject) + 1] += 1 }
    for index in 1..<ends.count { ends[index] += ends[index - 1] }
    var keys: [UInt128] = Self.keys(count: statements.count) { keys in
      for statement in statements {
        let target = Int(ends[Int(statement.subject)])
        ends[Int(statement.subject)] += 1
        keys[target] =
          UInt128(statement.predicate) << 64 | UInt128(statement.object) << 32
          | UInt128(statement.graphName)
      }
    }
    statements = []
    let (offsets, count) = sort(&keys, ends)
    ends = []
    return Permutation(
      offsets: offsets,
      second: column(keys, count) { UInt32(truncatingIfNeeded: $0 >> 64) },
      third: column(keys, count) { UInt32(truncatingIfNeeded: $0 >> 32) },
      fourth: column(keys, count) { UInt32(truncatingIfNeeded: $0) })
  }

  /// What stands behind each subject as one number; `write` has to write all of them.
  private static func keys<Key: FixedWidthInteger & BitwiseCopyable>(
    count: Int, write: (UnsafeMutableBufferPointer<Key>) -> Void
  ) -> [Key] {
    [Key](unsafeUninitializedCapacity: count) { memory, initialized in
      LargePages.advise(UnsafeRawBufferPointer(memory))
      write(memory)
      initialized = count
    }
  }

  /// Sorts the keys of each subject and removes those that stand there again.
  ///
  /// - Parameters:
  ///   - keys: those of one subject behind those of the one before.
  ///   - ends: by subject, where its keys end.
  /// - Returns: by subject where its keys begin now, and one more; and how many there are now.
  private static func sort<Key: FixedWidthInteger>(
    _ keys: inout [Key], _ ends: [UInt32]
  ) -> (offsets: Column, count: Int) {
    var count = 0
    let offsets = Column(count: ends.count) { offsets in
      keys.withUnsafeMutableBufferPointer { keys in
        var start = 0
        for subject in 0..<ends.count - 1 {
          offsets[subject] = UInt32(truncatingIfNeeded: count)
          let end = Int(ends[subject])
          sortGroup(&keys, start..<end)
          var last: Key?
          for index in start..<end where keys[index] != last {
            last = keys[index]
            keys[count] = keys[index]
            count += 1
          }
          start = end
        }
        offsets[ends.count - 1] = UInt32(truncatingIfNeeded: count)
      }
    }
    return (offsets, count)
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
    _ keys: [Key], _ count: Int, part: (Key) -> UInt32
  ) -> Column {
    Column(count: count) { elements in
      for index in 0..<count { elements[index] = part(keys[index]) }
    }
  }
}
