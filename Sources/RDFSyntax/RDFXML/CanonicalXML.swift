import XML

/// XML in exclusive canonical form with comments, written as it is read
/// ([Exclusive XML Canonicalization](https://www.w3.org/TR/xml-exc-c14n/)).
struct CanonicalXML {
  /// A text of the XML parser, with a zero at its end; one address is one text.
  private typealias Text = UnsafePointer<UInt8>

  private struct OpenElement {
    var prefix: Text
    var local: Text
    /// Namespaces in ``replaced`` when the element began.
    var replacedCount: Int
  }

  private var bytes: [UInt8] = []
  private var open: [OpenElement] = []
  /// The namespaces in force in the output, by prefix.
  private var namespaces: [Text: Text] = [:]
  /// What the declarations of open elements took the place of.
  private var replaced: [(prefix: Text, namespace: Text?)] = []
  /// The longest text, in bytes.
  var longestText = 1 << 28
  /// How much was read, roughly.
  private var sourceCount = 0

  /// Whether an element is open.
  var isInside: Bool { !open.isEmpty }

  /// The text so far; a new one begins.
  mutating func take() -> [UInt8] {
    defer {
      let longestText = longestText
      self = CanonicalXML()
      self.longestText = longestText
    }
    return bytes
  }

  /// A start tag.
  ///
  /// - Throws: ``XMLRefusal`` if the text gets out of hand.
  mutating func start(_ tag: XMLTag) throws(XMLRefusal) {
    open.append(
      OpenElement(
        prefix: tag.name.prefix, local: tag.name.local, replacedCount: replaced.count))
    bytes.append(UInt8(ascii: "<"))
    appendName(tag.name.prefix, tag.name.local)
    var used = [tag.name]
    for attribute in tag.attributes
    where attribute.name.prefix.pointee != 0 && !Self.isXML(attribute.name.prefix) {
      used.append(attribute.name)
    }
    if used.count > 1 { used.sort { Self.precedes($0.prefix, $1.prefix) } }
    for name in used where !Self.isXML(name.prefix) { declare(name) }
    let attributes = tag.attributes.sorted {
      $0.name.namespace == $1.name.namespace
        ? Self.precedes($0.name.local, $1.name.local)
        : Self.precedes($0.name.namespace, $1.name.namespace)
    }
    for attribute in attributes {
      bytes.append(UInt8(ascii: " "))
      appendName(attribute.name.prefix, attribute.name.local)
      markup("=\"")
      escapeAttribute(attribute.value)
      markup("\"")
      sourceCount += attribute.value.count + 4
    }
    markup(">")
    sourceCount += 7
    try checkSize()
  }

  mutating func end() {
    guard let element = open.popLast() else { return }
    markup("</")
    appendName(element.prefix, element.local)
    markup(">")
    while replaced.count > element.replacedCount {
      let last = replaced.removeLast()
      namespaces[last.prefix] = last.namespace
    }
  }

  /// A piece of text.
  ///
  /// - Throws: ``XMLRefusal`` if the text gets out of hand.
  mutating func text(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) {
    for byte in piece {
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case 0xD: markup("&#xD;")
      default: bytes.append(byte)
      }
    }
    sourceCount += piece.count
    try checkSize()
  }

  /// A comment.
  ///
  /// - Throws: ``XMLRefusal`` if the text gets out of hand.
  mutating func comment(_ text: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) {
    markup("<!--")
    bytes.append(contentsOf: text)
    markup("-->")
    sourceCount += text.count + 7
    try checkSize()
  }

  /// A processing instruction.
  ///
  /// - Throws: ``XMLRefusal`` if the text gets out of hand.
  mutating func processingInstruction(
    _ target: UnsafeBufferPointer<UInt8>, data: UnsafeBufferPointer<UInt8>
  ) throws(XMLRefusal) {
    markup("<?")
    bytes.append(contentsOf: target)
    if !data.isEmpty {
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: data)
    }
    markup("?>")
    sourceCount += target.count + data.count + 4
    try checkSize()
  }

  /// Declares the namespace of a name, unless it is in force.
  private mutating func declare(_ name: XMLInternedName) {
    let known = namespaces[name.prefix]
    let isInForce = known.map { $0 == name.namespace } ?? (name.namespace.pointee == 0)
    guard !isInForce else { return }
    replaced.append((name.prefix, known))
    namespaces[name.prefix] = name.namespace
    markup(" xmlns")
    if name.prefix.pointee != 0 { markup(":") }
    append(name.prefix)
    markup("=\"")
    escapeAttribute(UnsafeBufferPointer(start: name.namespace, count: Self.count(name.namespace)))
    markup("\"")
  }

  /// Bounds what comes of declarations that every element needs anew.
  private func checkSize() throws(XMLRefusal) {
    guard bytes.count <= min(longestText, 1 << 20 + sourceCount * 8) else {
      throw RDFXMLGrammar.bound(
        en: "an XML literal grows too large in canonical form",
        id: "literal XML menjadi terlalu besar dalam bentuk kanonis")
    }
  }

  private mutating func escapeAttribute(_ value: UnsafeBufferPointer<UInt8>) {
    for byte in value {
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

  private mutating func markup(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func appendName(_ prefix: Text, _ local: Text) {
    if prefix.pointee != 0 {
      append(prefix)
      bytes.append(UInt8(ascii: ":"))
    }
    append(local)
  }

  private mutating func append(_ text: Text) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: Self.count(text)))
  }

  private static func count(_ text: Text) -> Int {
    var count = 0
    while text[count] != 0 { count += 1 }
    return count
  }

  private static func isXML(_ prefix: Text) -> Bool {
    prefix[0] == UInt8(ascii: "x") && prefix[1] == UInt8(ascii: "m")
      && prefix[2] == UInt8(ascii: "l") && prefix[3] == 0
  }

  private static func precedes(_ left: Text, _ right: Text) -> Bool {
    var index = 0
    while left[index] != 0, left[index] == right[index] { index += 1 }
    return left[index] < right[index]
  }
}
