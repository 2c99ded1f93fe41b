import Documents

/// What the formats of the fixtures cannot hold, so that no reader can find it again.
enum FixtureFormat {
  /// Markdown and the formats with elements for everything.
  case marked
  /// Plain text. It has no cells: a row is a line. It has no quotes: they are lines set in, as the
  /// first lines of paragraphs may be. The marks of notes, `[1]`, are text. It has no headings but
  /// those that their numbers, capitals or words tell, and `1. Name` is what an item of a list looks
  /// like.
  case text
  /// Pages. They tell headings by size, which has no level, and quotes by their edges; these are
  /// set in at the left only, as an item of a list is.
  case pages

  /// The format of a fixture, by its file name.
  init(_ file: String) {
    self = file.hasSuffix(".txt") ? .text : file.hasSuffix(".pdf") ? .pages : .marked
  }

  /// Least agreement with the original, as F1.
  var bound: Double { self == .pages ? 0.95 : 0.98 }

  /// The kind and the text of a block or of a sentence in it, without what the format cannot hold.
  func folded(_ kind: BlockKind, _ text: String) -> (kind: String, text: String) {
    switch (self, kind) {
    case (.marked, .heading(let level)): return ("heading \(level)", text)
    case (.pages, .heading): return ("heading", text)
    case (.pages, .quotation): return ("paragraph", text)
    case (.text, .tableRow): return ("paragraph", text.replacing(" | ", with: " "))
    case (.text, .heading), (.text, .quotation), (.text, .paragraph), (.text, .listItem):
      return Self.plain(text, kind)
    default: return (Self.name(kind), text)
    }
  }

  /// A block of plain text.
  private static func plain(_ text: String, _ kind: BlockKind) -> (kind: String, text: String) {
    let text = withoutMarks(text)
    if kind == .listItem { return ("item", text) }
    if case .heading = kind, let number = text.prefixMatch(of: #/\d+\. /#) {
      return ("item", String(text[number.range.upperBound...]))
    }
    return ("paragraph", text)
  }

  /// A text without the marks that plain text has for notes, `[1]`.
  private static func withoutMarks(_ text: String) -> String {
    text.replacing(#/\[\d+\] ?/#, with: "")
  }

  private static func name(_ kind: BlockKind) -> String {
    switch kind {
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .listItem: "item"
    case .tableRow: "row"
    case .note: "note"
    case .bibliographyEntry: "entry"
    case .caption: "caption"
    case .quotation: "quotation"
    }
  }
}
