/// Puts many runs of one buffer in order of their bytes.
///
/// A radix sort from the first byte on, eight bytes at a time: IRIs begin alike for long stretches,
/// which a sort that compares whole terms would read over and over. Where all runs of a group go on
/// alike, that stretch is passed over at once. The runs hold no byte 0.
package struct ByteKeySort {
  /// A run, where it lies, and its next eight bytes as a number; zeros stand behind the end.
  private struct Entry {
    var key: UInt64
    var start: Int
    var count: UInt32
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

  private init(_ runs: [UInt32], range: (UInt32) -> Range<Int>) {
    entries = runs.map { run in
      let range = range(run)
      return Entry(
        key: 0, start: range.lowerBound, count: UInt32(truncatingIfNeeded: range.count), run: run)
    }
  }

  /// Sorts the numbers of runs by the bytes of the runs; a run comes before those that it begins.
  ///
  /// - Parameters:
  ///   - runs: The numbers.
  ///   - bytes: The buffer that all runs lie in, each of less than 4 GiB.
  ///   - range: Where the run of a number lies in it.
  /// - Returns: The stretches of numbers whose runs have the same bytes, in whatever order.
  /// - Complexity: O(n log n) in the number of runs, and one pass over their bytes.
  package static func sort(
    _ runs: inout [UInt32], in bytes: Span<UInt8>, range: (UInt32) -> Range<Int>
  ) -> [Range<Int>] {
    var sort = ByteKeySort(runs, range: range)
    sort.pending = [Group(entries: runs.indices, depth: 0)]
    while let group = sort.pending.popLast() { sort.order(group, in: bytes) }
    for index in runs.indices { runs[index] = sort.entries[index].run }
    return sort.alike
  }

  private mutating func order(_ group: Group, in bytes: Span<UInt8>) {
    guard group.entries.count > 1 else { return }
    let depth = group.depth + commonLength(of: group, in: bytes)
    var isUniform = true
    for index in group.entries {
      let key = Self.key(entries[index], depth: depth, in: bytes)
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
          pending.append(Group(entries: start..<end, depth: depth + 8))
        }
      }
      start = end
    }
  }

  /// How many bytes, in steps of eight, all runs of a group have in common from its depth on.
  private func commonLength(of group: Group, in bytes: Span<UInt8>) -> Int {
    let first = entries[group.entries.lowerBound]
    var common = Int(first.count) &- group.depth
    for index in group.entries.dropFirst() where common >= 8 {
      let entry = entries[index]
      common = min(common, Int(entry.count) &- group.depth)
      var offset = 0
      while offset &+ 8 <= common {
        let place = group.depth &+ offset
        guard
          bytes.bytes.unsafeLoadUnaligned(
            fromUncheckedByteOffset: first.start &+ place, as: UInt64.self)
            == bytes.bytes.unsafeLoadUnaligned(
              fromUncheckedByteOffset: entry.start &+ place, as: UInt64.self)
        else { break }
        offset &+= 8
      }
      common = offset
    }
    return max(0, common) & ~7
  }

  private static func key(_ entry: Entry, depth: Int, in bytes: Span<UInt8>) -> UInt64 {
    let start = entry.start &+ depth
    let count = Int(entry.count) &- depth
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
