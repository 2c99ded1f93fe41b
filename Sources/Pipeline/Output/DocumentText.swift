import Claims
public import Documents
import Foundation

/// Shows what a reader made of a file.
public enum DocumentText: String, CaseIterable, Sendable {
  /// The repaired text, one block to a paragraph.
  case text
  /// The same with the marks of headings, lists, quotations and tables.
  case markdown
  /// Blocks with their kinds and the ranges of the raw text that they stand for.
  case json

  /// A document in this form, ending with a line feed.
  ///
  /// - Throws: `EncodingError` if JSON cannot hold it.
  public func render(_ document: Document) throws -> [UInt8] {
    switch self {
    case .text:
      Array(document.blocks.map { $0.text.string + "\n" }.joined(separator: "\n").utf8)
    case .markdown: Array(Self.markdown(document).utf8)
    case .json: try Self.json(document)
    }
  }

  private static func markdown(_ document: Document) -> String {
    var result = ""
    var previous: BlockKind?
    for block in document.blocks {
      let text = MarkdownText.escaped(block.text.string)
      let isRun = previous == block.kind && [.listItem, .tableRow].contains(block.kind)
      if !result.isEmpty, !isRun { result += "\n" }
      switch block.kind {
      case .heading(let level):
        result += "\(String(repeating: "#", count: min(max(level, 1), 6))) \(text)\n"
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

  private struct Outline: Encodable {
    struct Part: Encodable {
      var kind: String
      var level: Int?
      var page: Int?
      var part: String?
      /// Characters of the raw text, end excluded.
      var start: Int?
      var end: Int?
      var text: String
    }

    var fileName: String
    var format: String
    var characters: Int
    var title: String?
    var authors: [String]
    var date: String?
    var language: String?
    var url: String?
    var blocks: [Part]
  }

  private static func json(_ document: Document) throws -> [UInt8] {
    let metadata = document.metadata
    let outline = Outline(
      fileName: document.fileName, format: document.format, characters: document.rawText.count,
      title: metadata.title, authors: metadata.authors, date: metadata.date,
      language: metadata.language, url: metadata.url, blocks: document.blocks.map(part))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return [UInt8](try encoder.encode(outline)) + [UInt8(ascii: "\n")]
  }

  private static func part(_ block: Block) -> Outline.Part {
    let (kind, level): (String, Int?) =
      switch block.kind {
      case .heading(let level): ("heading", level)
      case .paragraph: ("paragraph", nil)
      case .listItem: ("listItem", nil)
      case .tableRow: ("tableRow", nil)
      case .note: ("note", nil)
      case .bibliographyEntry: ("bibliographyEntry", nil)
      case .caption: ("caption", nil)
      case .quotation: ("quotation", nil)
      }
    let range =
      block.text.bytes.isEmpty ? nil : block.text.sourceRange(of: 0..<block.text.bytes.count)
    return Outline.Part(
      kind: kind, level: level, page: block.page, part: block.part, start: range?.start,
      end: range?.end, text: block.text.string)
  }
}
