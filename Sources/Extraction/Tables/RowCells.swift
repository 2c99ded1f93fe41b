import Claims
import Diagnostics
import Documents
import DomainPack

/// What one or several cells of a row hold.
struct CellValue {
  var text: String
  /// Where it stands in the raw text: the cells, or the row for what is no cell's.
  var range: SourceRange
  /// The column, for messages; nil where it is not that of one column.
  var column: String?
}

/// Goes through the rows of a table and reads the texts of a mapping from their cells.
struct RowCells {
  private let raw: [Unicode.Scalar]
  private let columns: TableColumns
  private var scanner: TableScanner
  private(set) var row = TableRow()

  /// The rows behind the header row.
  init(_ raw: [Unicode.Scalar], layout: TableLayout, columns: TableColumns) {
    self.raw = raw
    self.columns = columns
    scanner = TableScanner(
      raw, separator: layout.separator, start: layout.headerStart, line: layout.headerLine)
    _ = scanner.next(into: &row)
  }

  /// Goes to the next row that is not blank; false if there is none.
  mutating func advance() -> Bool {
    while scanner.next(into: &row) {
      if row.cells.contains(where: { !$0.text(in: raw).bytes.isEmpty }) { return true }
    }
    return false
  }

  /// The whole row.
  var range: SourceRange { SourceRange(start: row.range.lowerBound, end: row.range.upperBound) }

  /// The row as it stands in the file.
  var quote: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: raw[row.range])
    return String(view)
  }

  /// Line and column of a value.
  func position(of value: CellValue) -> TextPosition {
    row.position(of: value.range.start, in: raw)
  }

  /// The text of a cell; nil if it is empty, a dash or not there.
  private func cell(_ name: String) -> RepairedText? {
    guard let column = columns.position(of: name), column < row.cells.count else { return nil }
    let text = row.cells[column].text(in: raw)
    return text.bytes.isEmpty || Self.isDash(text.bytes) ? nil : text
  }

  /// Whether a cell holds nothing but a dash, by which tables say that there is nothing.
  private static func isDash(_ bytes: [UInt8]) -> Bool {
    bytes == [UInt8(ascii: "-")] || bytes == Array("–".utf8) || bytes == Array("—".utf8)
  }

  /// What a text comes to in this row; nil if one of its cells is empty.
  func value(of text: MappedText) -> CellValue? {
    if let name = text.onlyColumn {
      guard let cell = cell(name) else { return nil }
      return CellValue(text: cell.string, range: cell.sourceRange, column: name)
    }
    var value = CellValue(text: "", range: range, column: nil)
    var covered: SourceRange?
    for piece in text.pieces {
      switch piece {
      case .text(let part): value.text += part
      case .column(let name, _):
        guard let cell = cell(name) else { return nil }
        value.text += cell.string
        covered = covered.map { $0.union(cell.sourceRange) } ?? cell.sourceRange
      }
    }
    if let covered { value.range = covered }
    return value.text.isEmpty ? nil : value
  }

  /// The values of a text whose only cell may hold several.
  func values(of text: MappedText, split: String?) -> [CellValue] {
    guard let split, let name = text.onlyColumn else { return value(of: text).map { [$0] } ?? [] }
    guard let cell = cell(name) else { return [] }
    let bytes = cell.bytes
    let mark = Array(split.utf8)
    var values: [CellValue] = []
    func add(_ part: Range<Int>) {
      var part = part
      while let first = part.first, bytes[first] == 0x20 { part.removeFirst() }
      while let last = part.last, bytes[last] == 0x20 { part.removeLast() }
      guard !part.isEmpty else { return }
      values.append(
        CellValue(
          text: String(decoding: bytes[part], as: UTF8.self), range: cell.sourceRange(of: part),
          column: name))
    }
    var (begin, index) = (0, 0)
    while index + mark.count <= bytes.count {
      if bytes[index..<index + mark.count].elementsEqual(mark) {
        add(begin..<index)
        index += mark.count
        begin = index
      } else {
        index += 1
      }
    }
    add(begin..<bytes.count)
    return values
  }
}
