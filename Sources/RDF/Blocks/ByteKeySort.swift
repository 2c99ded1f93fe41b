/// Puts many runs of one buffer in order of their bytes.
///
/// A radix sort from the first byte on, eight bytes at a time: IRIs begin alike for long stretches,
/// which a sort that compares whole terms would read over and over. The runs hold no byte 0.
package struct ByteKeySort {
  /// A run, and its next eight bytes as a number; zeros stand behind the end.
  private struct Entry {
    var key: UInt64
    var run: UInt32
  }

  /// Runs that agree in all bytes before `depth`.
  private struct Group {
    var entries: Range<Int>
    var depth: Int
  }

  private var entries: [Entry]
  private var pending: [Group] = []
  private var alike: [Range<Int>] = []

  private init(_ runs: [UInt32]) { entries = runs.map { Entry(key: 0, run: $0) } }

  /// Sorts the numbers of runs by the bytes of the runs; a run comes before those that it begins.
  ///
  /// - Parameters:
  ///   - runs: The numbers.
  ///   - bytes: The buffer that all runs lie in.
  ///   - range: Where the run of a number lies in it.
  /// - Returns: The stretches of numbers whose runs have the same bytes, in whatever order.
  /// - Complexity: O(n log n) in the number of runs, and one pass over their bytes.
  package static func sort(
    _ runs: inout [UInt32], in bytes: Span<UInt8>, range: (UInt32) -> Range<Int>
  ) -> [Range<Int>] {
    var sort = ByteKeySort(runs)
    sort.pending = [Group(entries: runs.indices, depth: 0)]
    while let group = sort.pending.popLast() { sort.order(group, in: bytes, range: range) }
    for index in runs.indices { runs[index] = sort.entries[index].run }
    return sort.alike
  }

  private mutating func order(
    _ group: Group, in bytes: Span<UInt8>, range: (UInt32) -> Range<Int>
  ) {
    guard group.entries.count > 1 else { return }
    var isUniform = true
    for index in group.entries {
      let key = Self.key(range(entries[index].run), depth: group.depth, in: bytes)
      entries[index].key = key
      isUniform = isUniform && key == entries[group.entries.lowerBound].key
    }
    if !isUniform {
      entries.withUnsafeMutableBufferPointer {
        var group = UnsafeMutableBufferPointer(rebasing: $0[group.entries])
        group.sort { $0.key < $1.key }
      }
    }
    var start = group.entries.lowerBound
    while start < group.entries.upperBound {
      let key = entries[start].key
      var end = start + 1
      while end < group.entries.upperBound, entries[end].key == key { end += 1 }
      if end - start > 1 {
        // A zero as the last byte says that all of these have ended.
        if key & 0xFF == 0 {
          alike.append(start..<end)
        } else {
          pending.append(Group(entries: start..<end, depth: group.depth + 8))
        }
      }
      start = end
    }
  }

  private static func key(_ range: Range<Int>, depth: Int, in bytes: Span<UInt8>) -> UInt64 {
    let start = range.lowerBound &+ depth
    let count = range.upperBound &- start
    guard count > 0 else { return 0 }
    if start &+ 8 <= bytes.count {
      let word = bytes.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: start, as: UInt64.self
      ).bigEndian
      return count >= 8 ? word : word & ~(UInt64.max >> UInt64(count &* 8))
    }
    var word: UInt64 = 0
    for offset in 0..<8 { word = word << 8 | (offset < count ? UInt64(bytes[start + offset]) : 0) }
    return word
  }
}
