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
    let keys = Keys<UInt64>(count: staged.pairs.count)
    var start = 0
    for run in staged.runs {
      var target = Int(ends[Int(run.subject)])
      ends[Int(run.subject)] += run.count
      for index in start..<start + Int(run.count) {
        let pair = staged.pairs[index]
        keys.elements[target] = UInt64(pair.first) << 32 | UInt64(pair.second)
        target += 1
      }
      start += Int(run.count)
    }
    staged = StagedTriples()
    let columns = [ColumnMemory(elements: keys.count), ColumnMemory(elements: keys.count)]
    let (second, third) = (columns[0].start, columns[1].start)
    let (offsets, count) = sort(keys, ends) { row, key in
      second[row] = UInt32(truncatingIfNeeded: key >> 32)
      third[row] = UInt32(truncatingIfNeeded: key)
    }
    return permutation(offsets, columns, count: count)
  }

  /// The order of quads.
  static func quads(
    _ staged: consuming [TermDictionary.Statement], termCount: Int
  ) -> Permutation {
    var statements = consume staged
    var ends = [UInt32](repeating: 0, count: termCount + 2)
    for statement in statements { ends[Int(statement.subject) + 1] += 1 }
    for index in 1..<ends.count { ends[index] += ends[index - 1] }
    let keys = Keys<UInt128>(count: statements.count)
    for statement in statements {
      let target = Int(ends[Int(statement.subject)])
      ends[Int(statement.subject)] += 1
      keys.elements[target] =
        UInt128(statement.predicate) << 64 | UInt128(statement.object) << 32
        | UInt128(statement.graphName)
    }
    statements = []
    let columns = (0..<3).map { _ in ColumnMemory(elements: keys.count) }
    let (second, third, fourth) = (columns[0].start, columns[1].start, columns[2].start)
    let (offsets, count) = sort(keys, ends) { row, key in
      second[row] = UInt32(truncatingIfNeeded: key >> 64)
      third[row] = UInt32(truncatingIfNeeded: key >> 32)
      fourth[row] = UInt32(truncatingIfNeeded: key)
    }
    return permutation(offsets, columns, count: count)
  }

  /// What stands behind each subject as one number.
  private struct Keys<Key: FixedWidthInteger & BitwiseCopyable> {
    let elements: UnsafeMutableBufferPointer<Key>
    private let memory: ColumnMemory

    var count: Int { elements.count }

    /// So many keys, which are to be written before they are read.
    init(count: Int) {
      let width = MemoryLayout<Key>.stride / MemoryLayout<UInt32>.stride
      memory = ColumnMemory(elements: count * width)
      elements = UnsafeMutableBufferPointer(
        start: UnsafeMutableRawPointer(memory.start).bindMemory(to: Key.self, capacity: count),
        count: count)
    }
  }

  private static func permutation(
    _ offsets: Column, _ columns: [ColumnMemory], count: Int
  ) -> Permutation {
    let made = columns.map { Column(UnsafePointer($0.start), count: count, memory: $0) }
    return Permutation(
      offsets: offsets, second: made[0], third: made[1], fourth: made.count > 2 ? made[2] : nil)
  }

  /// Sorts the keys of each subject and hands them out, each once.
  ///
  /// - Parameters:
  ///   - keys: those of one subject behind those of the one before.
  ///   - ends: by subject, where its keys end.
  ///   - take: gets each key with its row, in order.
  /// - Returns: by subject where its rows begin, and one more; and how many rows there are.
  private static func sort<Key: FixedWidthInteger>(
    _ keys: Keys<Key>, _ ends: [UInt32], take: (_ row: Int, Key) -> Void
  ) -> (offsets: Column, count: Int) {
    var count = 0
    let offsets = Column(count: ends.count) { offsets in
      var start = 0
      for subject in 0..<ends.count - 1 {
        offsets[subject] = UInt32(truncatingIfNeeded: count)
        let end = Int(ends[subject])
        sortGroup(keys.elements, start..<end)
        var last: Key?
        for index in start..<end where keys.elements[index] != last {
          last = keys.elements[index]
          take(count, keys.elements[index])
          count += 1
        }
        start = end
      }
      offsets[ends.count - 1] = UInt32(truncatingIfNeeded: count)
    }
    return (offsets, count)
  }

  /// Sorts keys of one subject: by insertion where there are few.
  private static func sortGroup<Key: FixedWidthInteger>(
    _ keys: UnsafeMutableBufferPointer<Key>, _ range: Range<Int>
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
}
