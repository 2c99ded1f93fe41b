/// Statements in one order of their places.
///
/// The first place of the order is not stored by row: ``offsets`` says at which row each term begins.
/// The others stand in columns, each row's terms in ascending order of the whole row. No row occurs
/// twice.
///
/// A class, so that whoever looks rows up holds one reference and not one for each column.
package final class Permutation: Sendable {
  /// By the number of a term in the first place, its first row; one more element than the largest
  /// number plus one.
  package let offsets: Column
  /// The term in the second place, by row.
  package let second: Column
  /// The term in the third place, by row.
  package let third: Column
  /// The term in the fourth place, by row; nil in the orders of the default graph, which have three.
  package let fourth: Column?

  init(offsets: Column, second: Column, third: Column, fourth: Column? = nil) {
    self.offsets = offsets
    self.second = second
    self.third = third
    self.fourth = fourth
  }

  /// How many rows there are.
  package var count: Int { second.count }

  /// The rows of a term in the first place; empty for numbers that the store does not know.
  @inlinable
  package func rows(_ first: UInt32) throws(SnapshotError) -> Range<Int> {
    let index = Int(first)
    guard index &+ 1 < offsets.count else { return 0..<0 }
    try offsets.verify(index..<index &+ 2)
    return Range(uncheckedBounds: (Int(offsets[index]), Int(offsets[index &+ 1])))
  }

  /// The rows of terms in the first two places.
  @inlinable
  package func rows(_ first: UInt32, _ second: UInt32) throws(SnapshotError) -> Range<Int> {
    try self.second.range(of: second, in: rows(first))
  }

  /// The rows of terms in the first three places.
  @inlinable
  package func rows(
    _ first: UInt32, _ second: UInt32, _ third: UInt32
  ) throws(SnapshotError) -> Range<Int> {
    try self.third.range(of: third, in: rows(first, second))
  }

  /// The rows of terms in all four places; at most one.
  @inlinable
  package func rows(
    _ first: UInt32, _ second: UInt32, _ third: UInt32, _ fourth: UInt32
  ) throws(SnapshotError) -> Range<Int> {
    let rows = try rows(first, second, third)
    guard let column = self.fourth else { return rows }
    return try column.range(of: fourth, in: rows)
  }

  /// The same statements with another place put in front, the others following in their order.
  ///
  /// One stable pass of counting: what was in order stays so among equals. Place 1 is the second, 2
  /// the third, 3 the fourth; `termCount` is the largest number of a term.
  func reordered(by place: Int, termCount: Int) -> Permutation {
    let columns = [second, third] + (fourth.map { [$0] } ?? [])
    let key = columns[place - 1]
    let rest = columns.indices.filter { $0 != place - 1 }
    var next = [UInt32](repeating: 0, count: termCount + 2)
    for row in 0..<count { next[Int(key[row]) + 1] += 1 }
    for index in 1..<next.count { next[index] += next[index - 1] }
    let offsets = Column(next)
    let memory = (0..<columns.count).map { _ in ColumnMemory(elements: count) }
    let targets = memory.map(\.elements)
    let (first, second) = (targets[0], targets[1])
    let other = columns[rest[0]]
    var row = 0
    for term in 0..<max(self.offsets.count - 1, 0) {
      let end = Int(self.offsets[term + 1])
      while row < end {
        let index = Int(key[row])
        let target = Int(next[index])
        next[index] &+= 1
        first[target] = UInt32(truncatingIfNeeded: term)
        second[target] = other[row]
        if rest.count > 1 { targets[2][target] = columns[rest[1]][row] }
        row &+= 1
      }
    }
    let made = memory.map { Column(UnsafePointer($0.start), count: count, memory: $0) }
    return Permutation(
      offsets: offsets, second: made[0], third: made[1], fourth: made.count > 2 ? made[2] : nil)
  }
}
