import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The elements of an XML document as an independent reader sees them.
final class XMLReading: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
    /// Place of the element around it among all elements.
    var parent: Int?

    /// The value of an attribute that must be there.
    func attribute(_ name: String) throws -> String { try #require(attributes[name]) }

    /// The number in an attribute that must be there.
    func number(_ name: String) throws -> Double { try #require(Double(attribute(name))) }
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []

  /// The elements in the order of their start tags.
  ///
  /// - Throws: the reader's error if the document is not well formed.
  static func elements(of bytes: [UInt8]) throws -> [Element] {
    let parser = XMLParser(data: Data(bytes))
    let reading = XMLReading()
    parser.delegate = reading
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.coderReadCorrupt) }
    return reading.elements
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(
      Element(name: name, attributes: attributes, parent: open.dropLast().last))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard let last = open.last else { return }
    elements[last].text += text
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }
}
