internal import Claims
internal import Documents
import Foundation

/// The blocks of a document, to show what was found or missed where it stands.
struct Passages {
  /// Characters shown on each side of a name.
  private static let margin = 120

  private let blocks: [(range: SourceRange, text: String)]

  init(_ document: Document) {
    blocks = document.blocks.map { ($0.text.sourceRange, $0.text.string) }
  }

  /// The blocks that a range of the raw text touches, joined by spaces; nil if there are none.
  func paragraph(around range: SourceRange) -> String? {
    let texts = blocks.filter { $0.range.start < range.end && range.start < $0.range.end }
      .map(\.text)
    return texts.isEmpty ? nil : texts.joined(separator: " ")
  }

  /// The first place that has one of the names, with some of what stands around it.
  ///
  /// Capitals play no part; the names are tried in their order. Nil if none of them stands in a block.
  func passage(naming names: [String]) -> String? {
    for name in names {
      let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !words.isEmpty else { continue }
      for (_, text) in blocks {
        if let place = text.range(of: words, options: .caseInsensitive) {
          return Self.excerpt(of: text, around: place)
        }
      }
    }
    return nil
  }

  /// The text around a mention in the raw text; nil if it stands in no block.
  func passage(around range: SourceRange, surface: String) -> String? {
    guard let text = paragraph(around: range) else { return nil }
    guard let place = text.range(of: surface, options: .caseInsensitive) else {
      return Self.excerpt(of: text, around: text.startIndex..<text.startIndex)
    }
    return Self.excerpt(of: text, around: place)
  }

  /// The first words of the document; nil if it has none.
  var beginning: String? {
    blocks.first.map { Self.excerpt(of: $0.text, around: $0.text.startIndex..<$0.text.startIndex) }
  }

  private static func excerpt(of text: String, around place: Range<String.Index>) -> String {
    let start =
      text.index(place.lowerBound, offsetBy: -margin, limitedBy: text.startIndex)
      ?? text.startIndex
    let end =
      text.index(place.upperBound, offsetBy: margin, limitedBy: text.endIndex) ?? text.endIndex
    return (start > text.startIndex ? "…" : "") + text[start..<end]
      + (end < text.endIndex ? "…" : "")
  }
}
