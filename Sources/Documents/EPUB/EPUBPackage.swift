import XML

/// Finds the package document of an EPUB ([EPUB 3.3 §4.2.6.3.1](https://www.w3.org/TR/epub-33/#sec-container-metainf-container.xml)).
final class EPUBContainerContent: XMLContentHandler {
  /// Path of the first package document; nil if none is named.
  private(set) var package: String?

  override func startElement(_ tag: XMLTag) {
    guard package == nil, String(cString: tag.name.local) == "rootfile" else { return }
    for attribute in tag.attributes where String(cString: attribute.name.local) == "full-path" {
      package = Container.path(attribute.value.string, from: "")
    }
  }
}

/// Tells whether the text of an EPUB is encrypted.
final class EPUBEncryptionContent: XMLContentHandler {
  /// Whether any part is encrypted by a method that does more than hide fonts.
  private(set) var hidesText = false

  override func startElement(_ tag: XMLTag) {
    guard String(cString: tag.name.local) == "EncryptionMethod" else { return }
    for attribute in tag.attributes where String(cString: attribute.name.local) == "Algorithm" {
      if !EPUB.fontMethods.contains(attribute.value.string) { hidesText = true }
    }
  }
}

/// Reads a package document: what the book says of itself, and its parts in reading order
/// ([EPUB 3.3 §5](https://www.w3.org/TR/epub-33/#sec-package-doc)).
final class EPUBPackageContent: XMLContentHandler {
  /// One part of the book.
  private struct Item {
    var reference: String
    var isPage: Bool
    var isNavigation: Bool
  }

  private enum Element {
    case other, title, creator, language, date, subject, address, item, reference
  }

  private var names = NameMeanings { (_: String, local: String) -> Element in
    switch local {
    case "title": .title
    case "creator": .creator
    case "language": .language
    case "date": .date
    case "subject": .subject
    case "identifier", "source": .address
    case "item": .item
    case "itemref": .reference
    default: .other
    }
  }
  private var open: [Element] = []
  private var text: [UInt8] = []
  private var items: [String: Item] = [:]
  private var spine: [String] = []
  /// What the book says of itself.
  private(set) var metadata = DocumentMetadata()

  /// References to the pages of the book in reading order, without those that only lead to others.
  var pages: [String] {
    spine.compactMap { items[$0] }.filter { $0.isPage && !$0.isNavigation }.map(\.reference)
  }

  override func startElement(_ tag: XMLTag) {
    let element = names.meaning(of: tag.name)
    open.append(element)
    text.removeAll(keepingCapacity: true)
    guard element == .item || element == .reference else { return }
    var values: [String: String] = [:]
    for attribute in tag.attributes {
      values[String(cString: attribute.name.local)] = attribute.value.string
    }
    if element == .reference {
      if let id = values["idref"] { spine.append(id) }
    } else if let id = values["id"], let reference = values["href"] {
      let type = values["media-type"] ?? ""
      items[id] = Item(
        reference: reference,
        isPage: type == "application/xhtml+xml" || type == "text/html"
          || type == "text/x-oeb1-document",
        isNavigation: values["properties"]?.split(separator: " ").contains("nav") == true)
    }
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let element = open.last, element != .other, text.count < Self.longestValue else { return }
    text.append(contentsOf: piece.prefix(Self.longestValue))
  }

  override func endElement() {
    let element = open.popLast() ?? .other
    defer { text.removeAll(keepingCapacity: true) }
    guard element != .other,
      let value = MetadataText.clean(String(decoding: text, as: UTF8.self))
    else { return }
    switch element {
    case .title: metadata.title = metadata.title ?? value
    case .creator: metadata.authors += MetadataText.list(value, dividedBy: ";")
    case .language: metadata.language = metadata.language ?? value
    case .date: metadata.date = metadata.date ?? MetadataText.day(value)
    case .subject: metadata.keywords.append(value)
    case .address:
      if metadata.url == nil, value.hasPrefix("https://") || value.hasPrefix("http://") {
        metadata.url = value
      }
    case .other, .item, .reference: break
    }
  }

  private static let longestValue = 1 << 16
}
