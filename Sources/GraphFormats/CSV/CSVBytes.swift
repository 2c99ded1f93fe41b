/// A table in the making as [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180) has it.
struct CSVBytes {
  /// Who opens the table.
  enum Reader {
    /// People, in a spreadsheet: a byte order mark tells UTF-8, and no cell is taken for a formula.
    case spreadsheet
    /// A program, which takes every cell as it stands.
    case program
  }

  private(set) var bytes: [UInt8]
  private let reader: Reader

  /// An empty table.
  init(for reader: Reader = .spreadsheet) {
    self.reader = reader
    bytes = reader == .spreadsheet ? [0xEF, 0xBB, 0xBF] : []
  }

  /// Adds a row.
  ///
  /// A row of one empty cell is quoted, for readers that pass over empty lines.
  mutating func row(_ cells: [String]) {
    for (number, cell) in cells.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell)
    }
    if cells == [""] { bytes += "\"\"".utf8 }
    bytes += (reader == .spreadsheet ? "\r\n" : "\n").utf8
  }

  /// A cell; one that a spreadsheet would compute gets an apostrophe in front
  /// ([OWASP on CSV injection](https://owasp.org/www-community/attacks/CSV_Injection)).
  private mutating func append(_ cell: String) {
    let isFormula =
      reader == .spreadsheet && cell.utf8.first.map { Self.formulaSigns.contains($0) } ?? false
      && Double(cell) == nil
    let needsQuotes =
      cell.utf8.contains {
        $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D
      } || cell.utf8.first == 0x20 || cell.utf8.last == 0x20
    guard needsQuotes || isFormula else { return bytes.append(contentsOf: cell.utf8) }
    bytes.append(UInt8(ascii: "\""))
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static let formulaSigns = Array("=+-@\t\r".utf8)
}
