import XML

/// XML in exclusive canonical form with comments, written as it is read
/// ([Exclusive XML Canonicalization](https://www.w3.org/TR/xml-exc-c14n/)).
struct CanonicalXML {
  private var bytes: [UInt8] = []
  private var open: [OpenElement] = []

  private struct OpenElement {
    var name: [UInt8]
    /// The namespaces it declares, and those it takes the place of.
    var replaced: [(prefix: String, namespace: String?)]
  }

  /// The namespaces in force in the output, by prefix.
  private var namespaces: [String: String] = [:]

  /// Whether an element is open.
  var isInside: Bool { !open.isEmpty }

  /// The text so far; a new one begins.
  mutating func take() -> String {
    defer { self = CanonicalXML() }
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func start(_ tag: XMLTag) {
    let name = Self.qualified(tag.prefix, tag.name.local)
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name)
    var used = [tag.prefix: tag.name.namespace]
    for attribute in tag.attributes where !attribute.prefix.isEmpty && attribute.prefix != "xml" {
      used[attribute.prefix] = attribute.name.namespace
    }
    var replaced: [(prefix: String, namespace: String?)] = []
    for (prefix, namespace) in used.sorted(by: { Self.precedes($0.key, $1.key) })
    where prefix != "xml" && namespaces[prefix, default: ""] != namespace {
      replaced.append((prefix, namespaces[prefix]))
      namespaces[prefix] = namespace
      markup(prefix.isEmpty ? " xmlns=\"" : " xmlns:\(prefix)=\"")
      escapeAttribute(namespace)
      markup("\"")
    }
    let attributes = tag.attributes.sorted {
      $0.name.namespace == $1.name.namespace
        ? Self.precedes($0.name.local, $1.name.local)
        : Self.precedes($0.name.namespace, $1.name.namespace)
    }
    for attribute in attributes {
      markup(" ")
      bytes.append(contentsOf: Self.qualified(attribute.prefix, attribute.name.local))
      markup("=\"")
      escapeAttribute(attribute.value)
      markup("\"")
    }
    markup(">")
    open.append(OpenElement(name: name, replaced: replaced))
  }

  mutating func end() {
    guard let element = open.popLast() else { return }
    markup("</")
    bytes.append(contentsOf: element.name)
    markup(">")
    for (prefix, namespace) in element.replaced { namespaces[prefix] = namespace }
  }

  mutating func text(_ piece: some Sequence<UInt8>) {
    for byte in piece {
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case 0xD: markup("&#xD;")
      default: bytes.append(byte)
      }
    }
  }

  mutating func comment(_ text: String) { markup("<!--\(text)-->") }

  mutating func processingInstruction(_ target: String, data: String) {
    markup(data.isEmpty ? "<?\(target)?>" : "<?\(target) \(data)?>")
  }

  private mutating func escapeAttribute(_ value: String) {
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: "\""): markup("&quot;")
      case 0x9: markup("&#x9;")
      case 0xA: markup("&#xA;")
      case 0xD: markup("&#xD;")
      default: bytes.append(byte)
      }
    }
  }

  private mutating func markup(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private static func qualified(_ prefix: String, _ local: String) -> [UInt8] {
    Array((prefix.isEmpty ? local : "\(prefix):\(local)").utf8)
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
