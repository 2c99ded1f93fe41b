import Diagnostics

extension DocumentReader {
  /// The document that a table makes: a block for each row, its title rows as headings; nil if the
  /// text holds no table.
  func readTable(_ decoded: TextDecoder.Decoded, fileName: String) -> Document? {
    guard let layout = TableLayout(of: decoded.text, fileName: fileName) else { return nil }
    let raw = decoded.text
    var document = Document(
      fileName: fileName, format: layout.separator == "\t" ? "tsv" : "csv", rawText: raw, blocks: []
    )
    document.encoding = decoded.encoding
    document.markBytes = decoded.markBytes
    document.table = layout
    var notes = TableNotes(columns: layout.columns)
    var scanner = TableScanner(raw, separator: layout.separator, start: 0, line: 0)
    var row = TableRow()
    while scanner.next(into: &row) {
      let cells = row.cells.map { $0.text(in: raw) }
      let isTitle = row.range.lowerBound < layout.headerStart
      notes.look(at: row, cells, isTitle: isTitle, raw)
      let text = Self.text(of: row, cells)
      guard !text.bytes.isEmpty, !(isTitle && Self.isHint(text)) else { continue }
      let isHeading = isTitle && cells.count { !$0.bytes.isEmpty } == 1
      if isHeading, document.metadata.title == nil { document.metadata.title = text.string }
      document.blocks.append(Block(kind: isHeading ? .heading(level: 1) : .tableRow, text: text))
    }
    document.diagnostics = notes.diagnostics
    return document
  }

  /// The cells of a row that hold something, joined by ` | `.
  private static func text(of row: TableRow, _ cells: [RepairedText]) -> RepairedText {
    var text = RepairedText()
    for (cell, content) in zip(row.cells, cells) where !content.bytes.isEmpty {
      let start = cell.content.lowerBound - (cell.isQuoted ? 2 : 1)
      text.appendCell(content, separator: max(start, 0))
    }
    return text
  }

  /// Whether a title row is the line `sep=;`, which is for programs.
  private static func isHint(_ text: RepairedText) -> Bool { text.bytes.starts(with: "sep=".utf8) }
}

/// Collects what is wrong with the rows of a table, up to a bound.
struct TableNotes {
  /// Most problems that are told one by one.
  private static let most = 50

  private let width: Int
  private var told: [Diagnostic] = []
  private var untold = 0

  /// Nothing noticed yet; names that stand twice are.
  init(columns: [String]) {
    width = columns.count
    var seen: Set<String> = []
    for column in columns where !column.isEmpty && !seen.insert(column).inserted {
      told.append(
        Diagnostic(
          id: "table.column", severity: .note,
          message: Message(
            en: "two columns are named “\(column)”; the first is meant by the name",
            id: "dua kolom bernama “\(column)”; yang pertama yang dimaksud dengan nama itu")))
    }
  }

  /// All that was noticed, in the order of the rows.
  var diagnostics: [Diagnostic] {
    guard untold > 0 else { return told }
    return told + [
      Diagnostic(
        id: "table.more", severity: .warning,
        message: Message(
          en: "\(untold) further rows have problems of these kinds",
          id: "\(untold) baris lain memiliki masalah serupa"))
    ]
  }

  /// Notes what is wrong with a row.
  mutating func look(
    at row: TableRow, _ cells: [RepairedText], isTitle: Bool, _ raw: [Unicode.Scalar]
  ) {
    for fault in row.faults {
      switch fault {
      case .unclosedQuote(let index):
        add(
          row, index, raw,
          Message(
            en: "the quote is never closed; it is read as a character of the cell",
            id: "tanda kutip tidak pernah ditutup; dibaca sebagai karakter sel"))
      case .textBehindQuote(let index):
        add(
          row, index, raw,
          Message(
            en: "text stands behind the closing quote; it is read as a part of the cell",
            id: "ada teks setelah tanda kutip penutup; dibaca sebagai bagian sel"))
      }
    }
    guard !isTitle else { return }
    let used = (cells.lastIndex { !$0.bytes.isEmpty } ?? -1) + 1
    if used > width {
      add(
        row, row.cells[width].content.lowerBound, raw,
        Message(
          en: "the row has \(used) cells, the header \(width); those behind have no column",
          id: "baris memiliki \(used) sel, judul kolom \(width); sisanya tidak memiliki kolom"))
    } else if used > 0, row.cells.count < width {
      add(
        row, row.range.lowerBound, raw,
        Message(
          en:
            "the row has \(row.cells.count) cells, the header \(width); the others count as empty",
          id:
            "baris memiliki \(row.cells.count) sel, judul kolom \(width); sel lain dianggap kosong")
      )
    }
  }

  private mutating func add(
    _ row: TableRow, _ index: Int, _ raw: [Unicode.Scalar], _ message: Message
  ) {
    guard told.count < Self.most else {
      untold += 1
      return
    }
    let position = row.position(of: index, in: raw)
    told.append(
      Diagnostic(
        id: "table.row", severity: .warning, message: message, location: position..<position))
  }
}
