import RDF

/// Puts the values of one row after the other in order, each once.
struct AttributeBuilder {
  private(set) var columns = AttributeColumns()
  /// The places of the row that was ended last.
  private(set) var lastRow = 0..<0
  /// The row in the making: key and value in one number.
  private var row: [UInt64] = []

  init(capacity: Int = 0) {
    columns.keyIndices.reserveCapacity(capacity)
    columns.values.reserveCapacity(capacity)
  }

  mutating func beginRow() { row.removeAll(keepingCapacity: true) }

  mutating func add(key: Int32, value: TermDictionary.ID) {
    row.append(UInt64(UInt32(bitPattern: key)) << 32 | UInt64(value))
  }

  /// Ends the row; tells how many of its values were there twice.
  mutating func endRow(in terms: TermDictionary) -> Int {
    let start = columns.values.count
    if row.count > 1 { row.sort() }
    var last = UInt64.max
    var repeated = 0
    var isOrdered = true
    for entry in row {
      if entry == last {
        repeated += 1
        continue
      }
      if entry >> 32 == last >> 32 { isOrdered = false }
      last = entry
      columns.keyIndices.append(Int32(truncatingIfNeeded: entry >> 32))
      columns.values.append(TermDictionary.ID(truncatingIfNeeded: entry))
    }
    lastRow = start..<columns.values.count
    if !isOrdered { orderValues(in: terms) }
    columns.rows.endRow(at: columns.values.count)
    return repeated
  }

  /// Numbers of terms say nothing of their order: values of one key are put in that of ``ValueOrder``.
  private mutating func orderValues(in terms: TermDictionary) {
    var start = lastRow.lowerBound
    while start < lastRow.upperBound {
      var end = start + 1
      while end < lastRow.upperBound, columns.keyIndices[end] == columns.keyIndices[start] {
        end += 1
      }
      if end - start > 1 {
        columns.values[start..<end].sort { ValueOrder.precedes($0, $1, in: terms) }
      }
      start = end
    }
  }
}

/// The order of the values of one key: plain and language-tagged texts and IRIs first, then by
/// datatype; of one datatype by the bytes of their texts.
enum ValueOrder {
  static func precedes(
    _ left: TermDictionary.ID, _ right: TermDictionary.ID, in terms: TermDictionary
  ) -> Bool {
    let (leftText, rightText) = (terms.textRange(of: left), terms.textRange(of: right))
    let (leftEnd, rightEnd) = (terms.range(of: left).upperBound, terms.range(of: right).upperBound)
    let (leftTail, rightTail) = (
      terms.bytes[leftText.upperBound..<leftEnd], terms.bytes[rightText.upperBound..<rightEnd]
    )
    guard leftTail == rightTail else { return leftTail.lexicographicallyPrecedes(rightTail) }
    return terms.bytes[leftText].lexicographicallyPrecedes(terms.bytes[rightText])
  }
}
