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
  @inlinable package var count: Int { second.count }

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
}
