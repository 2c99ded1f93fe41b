import Documents

/// A document as Markdown.
enum MarkdownDocument {
  /// The blocks with the marks of headings, lists, quotations and tables; headings are moved down
  /// by some levels.
  static func text(of document: Document, below levels: Int = 0) -> String {
    var result = ""
    var previous: BlockKind?
    for block in document.blocks {
      let text = MarkdownText.escaped(block.text.string)
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
        let cells = block.text.string.split(separator: "|", omittingEmptySubsequences: false)
          .map { MarkdownText.escaped($0) }
        result += "| \(cells.joined(separator: " | ")) |\n"
        // The first row of a run is its head: Markdown knows no table without one.
        if !isRun { result += "|\(String(repeating: " --- |", count: cells.count))\n" }
      }
      previous = block.kind
    }
    return result
  }
}
