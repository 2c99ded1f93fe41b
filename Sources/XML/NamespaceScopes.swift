import CLibXML2
import Diagnostics

/// The namespaces in scope, and the names that they make of prefixes
/// ([Namespaces in XML 1.0](https://www.w3.org/TR/xml-names/)).
///
/// libxml2 hands over names with their colon: that takes a third less time than its own handling of
/// namespaces does, and no time that grows with the number of namespaces in scope. Prefixes, local
/// parts and namespaces are put into a dictionary, so that addresses are compared in place of letters.
/// It is not the parser's own, which is slower the more there is in it.
struct NamespaceScopes: ~Copyable {
  /// A name as written.
  private struct QualifiedName {
    var prefix: UnsafePointer<xmlChar>
    var prefixNumber: Int
    var local: UnsafePointer<xmlChar>
    /// The number of the prefix that `xmlns` or `xmlns:p` declares; -1 for any other name.
    var declaredPrefix = -1
    /// The namespace it was last expanded with, and the number that came of it.
    var namespace: UnsafePointer<xmlChar>?
    var id = 0
  }

  private struct Prefix {
    var text: UnsafePointer<xmlChar>
    /// Nil where it is not declared.
    var namespace: UnsafePointer<xmlChar>?
    /// The namespace declared last, in scope or not.
    var latest: UnsafePointer<xmlChar>?
  }

  private struct Replacement {
    var depth: Int
    var prefix: Int
    var namespace: UnsafePointer<xmlChar>?
  }

  private let dictionary: xmlDictPtr
  private let empty: UnsafePointer<xmlChar>
  private let xmlnsNamespace: UnsafePointer<xmlChar>
  /// Namespaces declared lately, by length and ending.
  private var recent = [UnsafePointer<xmlChar>?](repeating: nil, count: 64)
  private var writtenNames = AddressTable()
  private var names = Stack<QualifiedName>()
  private var expandedNames = AddressTable()
  private var prefixNumbers = AddressTable()
  /// By number; 0 is none at all, 1 `xml`, 2 `xmlns`.
  private var prefixes = Stack<Prefix>()
  /// What the declarations of open elements took the place of.
  private var replacements = Stack<Replacement>()

  /// Scopes in which only what every document has is declared; nil if memory runs out.
  init?() {
    guard let dictionary = xmlDictCreate() else { return nil }
    _ = xmlDictSetLimit(dictionary, Self.mostBytes)
    guard let empty = xmlDictLookup(dictionary, "", 0),
      let xml = xmlDictLookup(dictionary, "xml", -1),
      let xmlns = xmlDictLookup(dictionary, "xmlns", -1),
      let xmlNamespace = xmlDictLookup(dictionary, "http://www.w3.org/XML/1998/namespace", -1),
      let xmlnsNamespace = xmlDictLookup(dictionary, "http://www.w3.org/2000/xmlns/", -1)
    else {
      xmlDictFree(dictionary)
      return nil
    }
    self.dictionary = dictionary
    self.empty = empty
    self.xmlnsNamespace = xmlnsNamespace
    for (text, namespace) in [(empty, empty), (xml, xmlNamespace), (xmlns, nil)] {
      _ = prefixNumbers.add(text)
      prefixes.append(Prefix(text: text, namespace: namespace, latest: nil))
    }
  }

  deinit { xmlDictFree(dictionary) }

  /// The prefixes declared so far with the namespace each stood for last, in order of their first
  /// appearance.
  var declarations: [(prefix: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>)] {
    (0..<prefixes.count).compactMap { number in
      prefixes[number].latest.map { (prefixes[number].text, $0) }
    }
  }

  /// The number of a name as written.
  ///
  /// - Throws: ``XMLRefusal`` if it is no `QName`.
  @inline(__always)
  mutating func number(of name: UnsafePointer<xmlChar>) throws(XMLRefusal) -> Int {
    if let known = writtenNames.number(of: name) { return known }
    return try add(name)
  }

  @inline(never)
  private mutating func add(_ name: UnsafePointer<xmlChar>) throws(XMLRefusal) -> Int {
    let new = try split(name)
    names.append(new)
    return writtenNames.add(name)
  }

  /// The number of the prefix that an attribute of this name declares; -1 if it declares none.
  func declaredPrefix(_ name: Int) -> Int { names[name].declaredPrefix }

  /// Binds a prefix in the element at a depth.
  ///
  /// - Throws: ``XMLRefusal`` if the prefix cannot stand for that.
  mutating func declare(
    _ prefix: Int, _ namespace: UnsafePointer<xmlChar>, depth: Int
  ) throws(XMLRefusal) {
    let address: UnsafePointer<xmlChar>
    if let latest = prefixes[prefix].latest, simpul_xml_equal(latest, namespace) != 0 {
      address = latest
    } else {
      address = try internRecent(namespace)
      try check(prefix, address)
      prefixes[prefix].latest = address
    }
    guard address != prefixes[prefix].namespace else { return }
    replacements.append(
      Replacement(depth: depth, prefix: prefix, namespace: prefixes[prefix].namespace))
    prefixes[prefix].namespace = address
  }

  /// A text of the dictionary.
  ///
  /// - Throws: ``XMLRefusal`` if the dictionary is full.
  func intern(_ text: UnsafePointer<xmlChar>) throws(XMLRefusal) -> UnsafePointer<xmlChar> {
    guard let address = xmlDictLookup(dictionary, text, -1) else { throw Self.tooManyNames }
    return address
  }

  /// The same for a namespace; those that came lately are found without a look at every letter.
  private mutating func internRecent(
    _ text: UnsafePointer<xmlChar>
  ) throws(XMLRefusal) -> UnsafePointer<xmlChar> {
    let length = simpul_xml_length(text)
    let last = length > 1 ? Int(text[length - 2]) : 0
    let slot = (length &* 7 &+ last) & (recent.count - 1)
    if let address = recent[slot], simpul_xml_equal(address, text) != 0 { return address }
    let address = try intern(text)
    recent[slot] = address
    return address
  }

  /// Ends the declarations of the element at a depth.
  @inline(__always)
  mutating func endElement(depth: Int) {
    while let last = replacements.last, last.depth == depth {
      prefixes[last.prefix].namespace = last.namespace
      replacements.removeLast()
    }
  }

  /// The expanded name of an element.
  ///
  /// - Throws: ``XMLRefusal`` if the prefix is not declared.
  mutating func element(_ name: Int) throws(XMLRefusal) -> XMLInternedName {
    guard let namespace = prefixes[names[name].prefixNumber].namespace else {
      throw undeclared(name)
    }
    return expand(name, namespace)
  }

  /// The expanded name of an attribute; without a prefix it has no namespace.
  ///
  /// - Throws: ``XMLRefusal`` if the prefix is not declared.
  mutating func attribute(_ name: Int) throws(XMLRefusal) -> XMLInternedName {
    guard names[name].prefixNumber != 0 else { return expand(name, empty) }
    return try element(name)
  }

  @inline(__always)
  private mutating func expand(
    _ name: Int, _ namespace: UnsafePointer<xmlChar>
  ) -> XMLInternedName {
    if names[name].namespace != namespace {
      let local = names[name].local
      names[name].id =
        expandedNames.number(of: local, namespace) ?? expandedNames.add(local, namespace)
      names[name].namespace = namespace
    }
    let found = names[name]
    return XMLInternedName(
      id: found.id, namespace: namespace, local: found.local, prefix: found.prefix)
  }

  /// `QName` [7].
  private mutating func split(_ name: UnsafePointer<xmlChar>) throws(XMLRefusal) -> QualifiedName {
    let length = simpul_xml_length(name)
    let bytes = UnsafeBufferPointer(start: name, count: length)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
      let local = try intern(name)
      let isDeclaration = local == prefixes[Self.xmlns].text
      return QualifiedName(
        prefix: empty, prefixNumber: 0, local: local,
        declaredPrefix: isDeclaration ? 0 : -1)
    }
    guard let prefix = xmlDictLookup(dictionary, name, Int32(colon)) else {
      throw Self.tooManyNames
    }
    let local = try intern(name + colon + 1)
    guard colon > 0, Self.isNCName(bytes[(colon + 1)...]) else {
      let text = String(cString: name)
      throw XMLRefusal(
        Message(
          en: "'\(text)' is no name with one prefix",
          id: "'\(text)' bukan nama dengan satu awalan"))
    }
    let number = number(ofPrefix: prefix)
    guard number == Self.xmlns else {
      return QualifiedName(prefix: prefix, prefixNumber: number, local: local)
    }
    return QualifiedName(
      prefix: prefix, prefixNumber: number, local: local,
      declaredPrefix: self.number(ofPrefix: local))
  }

  /// Whether the rest of a `Name` behind its first colon is a name without one.
  private static func isNCName(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.first,
      !rest.contains(UInt8(ascii: ":"))
    else { return false }
    // What `NameChar` has beyond `NameStartChar`.
    switch first.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: return false
    default: return true
    }
  }

  private mutating func number(ofPrefix prefix: UnsafePointer<xmlChar>) -> Int {
    if let known = prefixNumbers.number(of: prefix) { return known }
    prefixes.append(Prefix(text: prefix, namespace: nil, latest: nil))
    return prefixNumbers.add(prefix)
  }

  /// The constraints on reserved prefixes and namespaces, and on the end of a prefix
  /// ([§3](https://www.w3.org/TR/xml-names/#ns-decl)).
  private func check(
    _ prefix: Int, _ namespace: UnsafePointer<xmlChar>
  ) throws(XMLRefusal) {
    let isXML = namespace == prefixes[Self.xml].namespace
    guard prefix != Self.xmlns, isXML == (prefix == Self.xml), namespace != xmlnsNamespace else {
      throw XMLRefusal(
        Message(
          en: "'xml', 'xmlns' and their namespaces cannot be declared otherwise",
          id: "'xml', 'xmlns' dan ruang namanya tidak dapat dinyatakan lain"))
    }
    guard prefix == 0 || namespace.pointee != 0 else {
      let text = String(cString: prefixes[prefix].text)
      throw XMLRefusal(
        Message(
          en: "the prefix '\(text)' is declared without a namespace",
          id: "awalan '\(text)' dinyatakan tanpa ruang nama"))
    }
  }

  private func undeclared(_ name: Int) -> XMLRefusal {
    let prefix = String(cString: names[name].prefix)
    return XMLRefusal(
      Message(
        en: "the prefix '\(prefix)' is not declared", id: "awalan '\(prefix)' tidak dinyatakan"))
  }

  private static let tooManyNames = XMLRefusal(
    Message(en: "too many different names", id: "terlalu banyak nama yang berbeda"))
  /// How many bytes of names there may be.
  private static let mostBytes = 10_000_000
  private static let xml = 1
  private static let xmlns = 2
}
