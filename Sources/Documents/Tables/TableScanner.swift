/// Reads the rows of a table one after the other.
///
/// Quotes, doubled quotes and line breaks within quotes are as
/// [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180#section-2) has them; a line ends with CR LF, LF
/// or CR. What breaks the rules is kept as text and told as a fault of its row.
///
/// - Complexity: O(characters) for all rows: at most one quote is found never to close, for behind it
///   all quotes stand in pairs.
package struct TableScanner {
  /// Most cells of a row, as many as spreadsheets have columns; the last takes what is left.
  private static let mostCells = 16_384

  private let raw: [Unicode.Scalar]
  private let separator: Unicode.Scalar
  private var index: Int
  private var line: Int

  /// A scanner of a text from the beginning of a row on.
  ///
  /// - Parameters:
  ///   - raw: the text of the file.
  ///   - separator: what stands between cells.
  ///   - start: the first character of the first row.
  ///   - line: the line it stands on, counted from 0.
  package init(_ raw: [Unicode.Scalar], separator: Unicode.Scalar, start: Int, line: Int) {
    self.raw = raw
    self.separator = separator
    index = start
    self.line = line
  }

  /// Reads the next row into one that is used again and again; false at the end of the text.
  package mutating func next(into row: inout TableRow) -> Bool {
    guard index < raw.count else { return false }
    row.cells.removeAll(keepingCapacity: true)
    row.faults.removeAll(keepingCapacity: true)
    row.line = line
    let start = index
    let raw = raw
    raw.withUnsafeBufferPointer { raw in
      readCell(raw, &row)
      while index < raw.count, raw[index] == separator, row.cells.count < Self.mostCells {
        index += 1
        readCell(raw, &row)
      }
      if index < raw.count, raw[index] == separator { takeRest(raw, &row) }
    }
    row.range = start..<index
    if index < raw.count {
      index += raw[index] == "\r" && index + 1 < raw.count && raw[index + 1] == "\n" ? 2 : 1
      line += 1
    }
    return true
  }

  private mutating func readCell(
    _ raw: UnsafeBufferPointer<Unicode.Scalar>, _ row: inout TableRow
  ) {
    let start = index
    if index < raw.count, raw[index] == "\"" {
      if let close = closingQuote(raw, from: start + 1) {
        index = close.index + 1
        line += close.lines
        guard index < raw.count, raw[index] != separator, !isLineEnd(raw[index]) else {
          row.cells.append(TableCell(content: start + 1..<close.index, isQuoted: true))
          return
        }
        row.faults.append(.textBehindQuote(at: index))
        skipPlain(raw)
        row.cells.append(TableCell(content: start + 1..<index, isQuoted: true))
        return
      }
      row.faults.append(.unclosedQuote(at: start))
    }
    skipPlain(raw)
    row.cells.append(TableCell(content: start..<index, isQuoted: false))
  }

  private mutating func takeRest(
    _ raw: UnsafeBufferPointer<Unicode.Scalar>, _ row: inout TableRow
  ) {
    while index < raw.count, !isLineEnd(raw[index]) { index += 1 }
    let last = row.cells.count - 1
    row.cells[last].content = row.cells[last].content.lowerBound..<index
  }

  private mutating func skipPlain(_ raw: UnsafeBufferPointer<Unicode.Scalar>) {
    while index < raw.count, raw[index] != separator, !isLineEnd(raw[index]) { index += 1 }
  }

  /// The quote that closes a cell, and the line ends before it; nil if none does.
  private func closingQuote(
    _ raw: UnsafeBufferPointer<Unicode.Scalar>, from start: Int
  ) -> (index: Int, lines: Int)? {
    var (index, lines) = (start, 0)
    while index < raw.count {
      let scalar = raw[index]
      if scalar == "\"" {
        guard index + 1 < raw.count, raw[index + 1] == "\"" else { return (index, lines) }
        index += 1
      } else if scalar == "\n"
        || (scalar == "\r" && (index + 1 == raw.count || raw[index + 1] != "\n"))
      {
        lines += 1
      }
      index += 1
    }
    return nil
  }

  @inline(__always)
  private func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x0A || scalar.value == 0x0D
  }
}
