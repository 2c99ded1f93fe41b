import RDF

/// Finds XML names for IRIs, and remembers which namespaces were needed.
struct QualifiedNames {
  private let given: GivenNamespaces
  /// Declared namespaces by prefix.
  private var used: [String: [UInt8]]
  /// Prefixes by the namespace they stand for.
  private var invented: [[UInt8]: String] = [:]
  /// The number of the last invented prefix.
  private var lastNumber = 0

  init(prefixes: [Prefix]) {
    given = GivenNamespaces(prefixes)
    used = ["rdf": Self.rdfNamespace]
  }

  /// Where an IRI can be cut so that its end is the local part of a name; nil if it has no such end,
  /// or its role is not to name a class or property.
  static func split(_ iri: Span<UInt8>) -> Int? {
    if XMLNameBytes.begins(iri, with: rdfNamespace) {
      let local = String(copying: iri.extracting(rdfNamespace.count..<iri.count))
      guard [nil, .type].contains(RDFXMLNames.roles[local]) else { return nil }
    }
    var (position, start) = (iri.count, Int?.none)
    while position > 0 {
      var lead = position - 1
      while lead > 0, iri[lead] & 0xC0 == 0x80 { lead -= 1 }
      let scalar = UTF8Scalar.decode(iri, at: lead).0
      guard NameCharacters.isNCNameCharacter(scalar) else { break }
      if lead > 0, NameCharacters.isNCNameStart(scalar) { start = lead }
      position = lead
    }
    return start
  }

  /// `prefix:local` of an IRI that ``split(_:)`` can cut; the namespace will be declared.
  mutating func name(of iri: Span<UInt8>, split: Int) -> [UInt8] {
    if let namespace = given.find(iri) {
      used[namespace.prefix] = namespace.iri
      return Self.name(namespace.prefix, iri.extracting(namespace.iri.count..<iri.count))
    }
    let prefix = invent(Array(copying: iri.extracting(0..<split)))
    return Self.name(prefix, iri.extracting(split..<iri.count))
  }

  /// The prefix of `its:dir`; it will be declared.
  mutating func directionPrefix() -> String {
    let namespace = RDFXMLNames.itsNamespace
    let prefix = given.attributePrefix(of: namespace, like: "its").name
    used[prefix] = Array(namespace.utf8)
    return prefix
  }

  /// The declarations that the names so far need, by prefix.
  var declarations: [(prefix: String, namespace: [UInt8])] {
    used.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { (prefix: $0.key, namespace: $0.value) }
  }

  private static func name(_ prefix: String, _ local: Span<UInt8>) -> [UInt8] {
    var name = Array(prefix.utf8)
    if !prefix.isEmpty { name.append(UInt8(ascii: ":")) }
    name.append(copying: local)
    return name
  }

  /// The prefix of a namespace that was given none.
  private mutating func invent(_ namespace: [UInt8]) -> String {
    if let prefix = invented[namespace] { return prefix }
    repeat { lastNumber += 1 } while given.taken.contains("ns\(lastNumber)")
    let prefix = "ns\(lastNumber)"
    invented[namespace] = prefix
    used[prefix] = namespace
    return prefix
  }

  private static let rdfNamespace = Array(RDFVocabulary.namespace.utf8)
}

/// Names of XML as bytes.
enum XMLNameBytes {
  /// Whether an IRI begins with a namespace.
  static func begins(_ iri: Span<UInt8>, with namespace: [UInt8]) -> Bool {
    let start = namespace.span
    return iri.count >= start.count && start.hasSameBytes(as: iri.extracting(0..<start.count))
  }

  /// Whether the bytes are an `NCName`.
  static func isNCName(_ text: Span<UInt8>) -> Bool {
    var position = 0
    while position < text.count {
      let (scalar, length) = UTF8Scalar.decode(text, at: position)
      guard
        position == 0
          ? NameCharacters.isNCNameStart(scalar) : NameCharacters.isNCNameCharacter(scalar)
      else { return false }
      position += length
    }
    return position > 0
  }
}
