import Claims
import Documents

/// A document as Markdown.
enum MarkdownDocument {
  /// The blocks with the marks of headings, lists, quotations and tables; headings are moved down
  /// by some levels.
  static func text(of document: Document, below levels: Int = 0) -> String {
    var result = ""
    var previous: BlockKind?
    let blocks = document.blocks
    let cells = cells(of: document)
    for index in blocks.indices {
      let block = blocks[index]
      let text = opening(MarkdownText.escaped(block.text.string))
      let isRun = previous == block.kind && [.listItem, .tableRow].contains(block.kind)
      if !result.isEmpty, !isRun { result += "\n" }
      switch block.kind {
      case .heading(let level):
        let marks = String(repeating: "#", count: min(max(level, 1) + levels, 6))
        result += "\(marks) \(text)\n"
      case .paragraph, .caption, .note: result += "\(text)\n"
      case .listItem, .bibliographyEntry: result += "- \(text)\n"
      case .quotation: result += "> \(text)\n"
      case .tableRow:
        if !isRun {
          let end = blocks[index...].firstIndex { $0.kind != .tableRow } ?? blocks.count
          result += table(
            cells.map { Array($0[index..<end]) } ?? blocks[index..<end].map { Self.cells(of: $0) })
        }
      }
      previous = block.kind
    }
    return result
  }

  /// A table of a run of rows, all as broad as the broadest: what goes beyond the first row is not
  /// shown ([GFM §4.10](https://github.github.com/gfm/#tables-extension-)).
  private static func table(_ rows: [[String]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    var lines = rows.map { cells in
      let missing = [String](repeating: "", count: columns - cells.count)
      return "| \((cells + missing).joined(separator: " | ")) |\n"
    }
    // The first row is the head: Markdown knows no table without one.
    lines.insert("|\(String(repeating: " --- |", count: columns))\n", at: min(1, lines.count))
    return lines.joined()
  }

  /// The cells of a row, Markdown already.
  private static func cells(of row: Block) -> [String] {
    row.text.string.split(separator: "|", omittingEmptySubsequences: false)
      .map { MarkdownText.escaped($0) }
  }

  /// The cells of each block of a file that is a table, the empty ones too; nil for other files.
  private static func cells(of document: Document) -> [[String]]? {
    guard let layout = document.table else { return nil }
    let raw = document.rawText
    var result: [[String]] = []
    var scanner = TableScanner(raw, separator: layout.separator, start: 0, line: 0)
    var row = TableRow()
    while result.count < document.blocks.count, scanner.next(into: &row) {
      let start = document.blocks[result.count].text.sourceRange.start
      guard row.range.contains(start) else { continue }
      result.append(row.cells.map { MarkdownText.escaped($0.text(in: raw).string) })
    }
    return result.count == document.blocks.count ? result : nil
  }

  /// The text of a block whose beginning is no mark of a list: `1.`, `2)`, `-` and `+` before a blank
  /// ([CommonMark §5.2](https://spec.commonmark.org/0.31.2/#list-marker)).
  private static func opening(_ text: String) -> String {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.count < 10, let mark = text.dropFirst(digits.count).first,
      digits.isEmpty ? mark == "-" || mark == "+" : mark == "." || mark == ")"
    else { return text }
    let rest = text.dropFirst(digits.count + 1)
    return rest.first == " " || rest.isEmpty ? "\(digits)\\\(mark)\(rest)" : text
  }
}
