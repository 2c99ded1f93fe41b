/// The items of a sentence by the tests that they pass, as bits of rows.
///
/// Item `p` is bit `p & 63` of piece `p >> 6`; a phrase is told at the item where it begins. Filling
/// the rows takes time for the tests that the sentence's words and mentions pass, however many others
/// there are.
package struct ItemRows {
  private let table: RowTable
  /// How many rows there are.
  let count: Int
  /// Row `r` of piece `i` stands at `i * count + r`.
  private(set) var bits: [UInt64] = []
  /// Where `bits` are not zero.
  private(set) var touched: [Int] = []
  /// Items of the sentence.
  private(set) var length = 0
  /// How many of the bits' numbers the sentence has need of.
  private var used = 0

  /// Rows of no items; the table is finished.
  package init(_ table: RowTable) {
    self.table = table
    count = table.count
  }

  /// The row that holds a place of `bits`.
  @inline(__always)
  func row(at index: Int) -> Int { index < count ? index : index % count }

  /// Whether an item stands in a row.
  func has(_ row: Int, at position: Int) -> Bool {
    bits[(position >> 6) * count + row] >> UInt64(position & 63) & 1 == 1
  }

  /// Whether any item of the sentence stands in a row.
  func isInhabited(_ row: Int) -> Bool {
    var index = row
    while index < used {
      if bits[index] != 0 { return true }
      index += count
    }
    return false
  }

  /// Sets the bits of a sentence.
  package mutating func fill(_ items: [Item]) {
    length = items.count
    used = (items.count >> 6 + 1) * count
    if bits.count < used { bits += [UInt64](repeating: 0, count: used - bits.count) }
    var filled: [UInt64] = []
    swap(&filled, &bits)
    defer { swap(&filled, &bits) }
    var marks = filled.mutableSpan
    for index in touched { marks[index] = 0 }
    touched.removeAll(keepingCapacity: true)
    table.mark(items, &marks, &touched)
  }
}
