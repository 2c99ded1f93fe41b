import Diagnostics
import XML

/// Takes the pages out of what `pdftotext -bbox-layout` writes: XHTML with the elements `page`,
/// `flow`, `block`, `line` and `word`.
final class PDFPageReader: XMLContentHandler {
  private enum Element { case page, line, word, other }

  private var pages: [PDFPage] = []
  private var open: [Element] = []
  private var elements: [Int: Element] = [:]
  private var line: [PDFWord] = []
  private var box = PageBox(left: 0, top: 0, right: 0, bottom: 0)
  private var text: [UInt8] = []

  /// Longest edge of a page in points: 200 inches, the most that
  /// [ISO 32000-1 annex C](https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf)
  /// allows.
  private static let longestEdge = 14_400.0

  /// The pages in the order of the file.
  ///
  /// - Throws: ``SyntaxError`` if the bytes are not what the program writes.
  static func pages(of output: [UInt8]) throws(SyntaxError) -> [PDFPage] {
    let reader = PDFPageReader()
    var parser = try XMLPushParser(handler: reader, limits: XMLLimits(depth: 16, bytes: .max))
    try parser.parse(clean(output)[...])
    try parser.finish()
    return reader.pages
  }

  /// The same text without what XML does not allow: fonts without a good map of their characters
  /// give control characters and halves of surrogate pairs.
  private static func clean(_ output: [UInt8]) -> [UInt8] {
    var bytes = Array(String(decoding: output, as: UTF8.self).utf8)
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 {
        bytes[index] = 0x20
      } else if byte == 0xBE || byte == 0xBF, index >= 2, bytes[index - 1] == 0xBF,
        bytes[index - 2] == 0xEF
      {
        bytes[index] = 0xBD
      }
    }
    return bytes
  }

  override func startElement(_ tag: XMLTag) throws(XMLRefusal) {
    let element = kind(of: tag.name)
    open.append(element)
    switch element {
    case .page:
      let width = try number("width", of: tag)
      let height = try number("height", of: tag)
      pages.append(PDFPage(number: pages.count + 1, width: width, height: height))
    case .line: line.removeAll()
    case .word:
      guard let page = pages.last else {
        throw XMLRefusal(Message(en: "a word outside of a page", id: "kata di luar halaman"))
      }
      let left = min(try number("xMin", of: tag), page.width)
      let top = min(try number("yMin", of: tag), page.height)
      box = PageBox(
        left: left, top: top, right: min(max(left, try number("xMax", of: tag)), page.width),
        bottom: min(max(top, try number("yMax", of: tag)), page.height))
      text.removeAll(keepingCapacity: true)
    case .other: break
    }
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) {
    if case .word = open.last { text.append(contentsOf: piece) }
  }

  override func endElement() throws(XMLRefusal) {
    switch open.removeLast() {
    case .word:
      let scalars = String(decoding: text, as: UTF8.self).unicodeScalars.filter {
        !$0.isBlank && (!$0.isInvisible || $0.value == 0xAD)
      }
      if !scalars.isEmpty { line.append(PDFWord(text: Array(scalars), box: box)) }
    case .line:
      if !line.isEmpty { pages[pages.count - 1].lines.append(line) }
      line.removeAll()
    case .page, .other: break
    }
  }

  private func kind(of name: XMLInternedName) -> Element {
    if let known = elements[name.id] { return known }
    let element: Element =
      switch String(cString: name.local) {
      case "page": .page
      case "line": .line
      case "word": .word
      default: .other
      }
    elements[name.id] = element
    return element
  }

  /// The value of an attribute, kept within a page's bounds.
  private func number(_ name: StaticString, of tag: XMLTag) throws(XMLRefusal) -> Double {
    for attribute in tag.attributes where Self.isNamed(name, attribute.name) {
      if let value = Double(String(decoding: attribute.value, as: UTF8.self)), value.isFinite {
        return min(max(value, 0), Self.longestEdge)
      }
    }
    throw XMLRefusal(
      Message(en: "expected a number in \(name)", id: "diharapkan bilangan pada \(name)"))
  }

  private static func isNamed(_ name: StaticString, _ other: XMLInternedName) -> Bool {
    for index in 0..<name.utf8CodeUnitCount
    where other.local[index] != name.utf8Start[index] { return false }
    return other.local[name.utf8CodeUnitCount] == 0
  }
}
