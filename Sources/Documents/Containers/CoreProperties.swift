import XML

/// Reads what a document says of itself: Dublin Core elements and those that the formats add.
///
/// `docProps/core.xml` of DOCX ([ECMA-376 part 2 §8](https://ecma-international.org/publications-and-standards/standards/ecma-376/)),
/// `meta.xml` of ODF ([OpenDocument 1.3 part 3 §4.3](https://docs.oasis-open.org/office/OpenDocument/v1.3/OpenDocument-v1.3-part3-schema.html)).
final class CorePropertiesContent: XMLContentHandler {
  /// Elements whose text is a property.
  private enum Element {
    case other, title, creator, initialCreator, language, created, keywords, keyword
  }

  private var names = NameMeanings { (_: String, local: String) -> Element in
    switch local {
    case "title": .title
    case "creator": .creator
    case "initial-creator": .initialCreator
    case "language": .language
    case "created", "creation-date": .created
    case "keywords": .keywords
    case "keyword": .keyword
    default: .other
    }
  }
  private var open: [Element] = []
  private var text: [UInt8] = []
  private var creators: [String] = []
  private var initialCreators: [String] = []
  private var metadata = DocumentMetadata()

  /// What was read; the first creator is the author where the format tells both.
  var result: DocumentMetadata {
    var metadata = metadata
    metadata.authors = initialCreators.isEmpty ? creators : initialCreators
    return metadata
  }

  override func startElement(_ tag: XMLTag) {
    open.append(names.meaning(of: tag.name))
    text.removeAll(keepingCapacity: true)
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let element = open.last, element != .other, text.count < Self.longestValue else { return }
    text.append(contentsOf: piece.prefix(Self.longestValue))
  }

  override func endElement() {
    let element = open.popLast() ?? .other
    take(element, String(decoding: text, as: UTF8.self))
    text.removeAll(keepingCapacity: true)
  }

  /// Takes a property as ``OpenDocumentContent`` meets it.
  private func take(_ element: Element, _ text: String) {
    guard element != .other, let value = MetadataText.clean(text) else { return }
    switch element {
    case .title: metadata.title = value
    case .creator: creators += MetadataText.list(value, dividedBy: ";")
    case .initialCreator: initialCreators += MetadataText.list(value, dividedBy: ";")
    case .language: metadata.language = value
    case .created: metadata.date = MetadataText.day(value) ?? metadata.date
    case .keywords:
      metadata.keywords += MetadataText.list(value, dividedBy: value.contains(";") ? ";" : ",")
    case .keyword: metadata.keywords.append(value)
    case .other: break
    }
  }

  private static let longestValue = 1 << 16
}

/// Values of metadata as they are kept.
enum MetadataText {
  /// A text with single spaces; nil if it is blank.
  static func clean(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// The parts of a list that are not blank.
  static func list(_ text: String, dividedBy separator: Character) -> [String] {
    text.split(separator: separator).compactMap { clean(String($0)) }
  }

  /// The `YYYY`, `YYYY-MM` or `YYYY-MM-DD` at the start of a date and time in
  /// [W3C's profile of ISO 8601](https://www.w3.org/TR/NOTE-datetime); nil for other forms.
  static func day(_ text: String) -> String? {
    let date = text.prefix { $0 != "T" && $0 != " " }
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } })
    else { return nil }
    return String(date)
  }
}
