/// Lists of different length, one behind the other: the list of row `i` is a range of places in
/// whatever columns hold the elements.
public struct Rows: Sendable, Hashable {
  /// Where the lists end; row `i` lies from `bounds[i]` to `bounds[i + 1]`.
  @usableFromInline package private(set) var bounds: [Int32]

  /// Rows without elements.
  public init(count: Int = 0) { bounds = [Int32](repeating: 0, count: count + 1) }

  /// How many rows there are.
  public var count: Int { bounds.count - 1 }

  /// How many elements all rows have.
  public var elementCount: Int { Int(bounds[bounds.count - 1]) }

  /// The places of a row's elements.
  @inlinable public subscript(row: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(bounds[row]), Int(bounds[row + 1])))
  }

  /// Adds a row with the elements from the end of the row before.
  package mutating func endRow(at end: Int) { bounds.append(Int32(end)) }

  /// Rows by the row of each element, and the elements in order of their rows; those of one row
  /// keep their order.
  ///
  /// - Complexity: O(rows + elements).
  package static func bucketing(
    _ rowOf: [Int32], count: Int
  ) -> (rows: Rows, order: [Int32]) {
    var rows = Rows(count: count)
    for row in rowOf { rows.bounds[Int(row) + 1] += 1 }
    for row in 0..<count { rows.bounds[row + 1] += rows.bounds[row] }
    var next = rows.bounds
    var order = [Int32](repeating: 0, count: rowOf.count)
    for (element, row) in rowOf.enumerated() {
      order[Int(next[Int(row)])] = Int32(truncatingIfNeeded: element)
      next[Int(row)] += 1
    }
    return (rows, order)
  }
}
