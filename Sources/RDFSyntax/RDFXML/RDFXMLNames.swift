import Diagnostics
import RDF
import XML

/// The names of one document: the IRI of each, and what the grammar makes of it.
struct RDFXMLNames {
  /// What a name may be used for
  /// ([§6.2](https://www.w3.org/TR/rdf-syntax-grammar/#section-Infoset-Grammar-General)).
  enum Role: UInt8 {
    /// Not met before.
    case unknown
    /// `rdf:RDF`.
    case root
    /// `rdf:Description`.
    case description
    /// `rdf:li`.
    case item
    /// Attributes of RDF's own; as an element none can stand.
    case id, about, nodeID, resource, datatype, parseType, annotation, annotationNodeID, version
    /// The withdrawn `aboutEach`, `aboutEachPrefix` and `bagID`.
    case withdrawn
    /// `rdf:type`: a class or property like others but for the value of an attribute.
    case type
    /// A class or property.
    case term
    /// `xml:base`, `xml:lang` and `its:dir`; as elements they are terms like others.
    case base, language, direction
    /// An attribute that says nothing about RDF.
    case ignored
    /// Without a namespace, or with one that makes no IRI.
    case invalid
  }

  private struct Entry {
    var role = Role.unknown
    var elementRole = Role.unknown
    var namespace: UnsafePointer<UInt8>?
    var local: UnsafePointer<UInt8>?
    /// Where the IRI stands in a block, and in the how manieth.
    var run = QuadBlock.Run.none
    var block = 0
  }

  /// By the number that the XML parser gave.
  private var entries: [Entry] = []

  /// What a name means as that of an element.
  @inline(__always)
  mutating func elementRole(_ name: XMLInternedName) -> Role {
    if name.id >= entries.count || entries[name.id].role == .unknown { add(name) }
    return entries[name.id].elementRole
  }

  /// What a name means as that of an attribute; some of RDF's own count without a namespace, too
  /// (§6.1.4).
  @inline(__always)
  mutating func role(_ name: XMLInternedName) -> Role {
    if name.id >= entries.count || entries[name.id].role == .unknown { add(name) }
    return entries[name.id].role
  }

  @inline(never)
  private mutating func add(_ name: XMLInternedName) {
    while name.id >= entries.count { entries.append(Entry()) }
    let role = makeRole(name)
    var elementRole = role
    switch role {
    case .base, .language, .direction: elementRole = .term
    case .ignored: elementRole = isEmpty(name.namespace) ? .invalid : .term
    default: if isEmpty(name.namespace) { elementRole = .invalid }
    }
    entries[name.id].role = role
    entries[name.id].elementRole = elementRole
    entries[name.id].namespace = name.namespace
    entries[name.id].local = name.local
  }

  /// Where the IRI of a name stands in a block, whose number is other than 0 and that of no other
  /// block; it is appended if it does not stand there yet.
  @inline(__always)
  mutating func run(of name: Int, in terms: inout TermBytes, number: Int) -> QuadBlock.Run {
    if entries[name].block == number { return entries[name].run }
    return append(name, to: &terms, number: number)
  }

  @inline(never)
  private mutating func append(
    _ name: Int, to terms: inout TermBytes, number: Int
  ) -> QuadBlock.Run {
    let start = terms.end
    terms.append(UInt8(ascii: "<"))
    if let namespace = entries[name].namespace, let local = entries[name].local {
      if isEmpty(namespace) {
        // The attribute `type`, the only property that may lack it (§6.1.4).
        Self.rdfNamespace.withUnsafeBytes { terms.append($0) }
      } else {
        terms.append(UnsafeRawBufferPointer(Self.bytes(namespace)))
      }
      terms.append(UnsafeRawBufferPointer(Self.bytes(local)))
    }
    terms.append(UInt8(ascii: ">"))
    let run = terms.run(from: start)
    entries[name].run = run
    entries[name].block = number
    return run
  }

  /// Why a name is none of a class or property.
  static func refusal(_ name: XMLInternedName) -> XMLRefusal {
    let local = String(cString: name.local)
    guard name.namespace.pointee != 0 else {
      return XMLRefusal(
        Message(
          en: "'\(local)' has no namespace, and so no IRI",
          id: "'\(local)' tidak memiliki ruang nama, sehingga tidak memiliki IRI"))
    }
    let isShort = (0...RDFXMLGrammar.longestInherited).contains { name.namespace[$0] == 0 }
    let iri = isShort ? Array(bytes(name.namespace)) + local.utf8 : []
    guard !iri.isEmpty, let fault = IRISyntax.firstFault(in: iri.span) else {
      return XMLRefusal(
        Message(
          en: "a namespace of more than \(RDFXMLGrammar.longestInherited) bytes",
          id: "ruang nama lebih dari \(RDFXMLGrammar.longestInherited) bita"))
    }
    let text = String(decoding: iri, as: UTF8.self)
    return XMLRefusal(IRIError(fault.reason, at: fault.offset, in: text).refusal)
  }

  private mutating func makeRole(_ name: XMLInternedName) -> Role {
    let local = Self.bytes(name.local)
    guard !isEmpty(name.namespace) else {
      if local.count >= 3, zip(local, "xml".utf8).allSatisfy({ $0 | 0x20 == $1 }) {
        return .ignored
      }
      let role = Self.roles[String(decoding: local, as: UTF8.self)] ?? .invalid
      switch role {
      case .id, .about, .resource, .parseType, .type: return role
      default: return .invalid
      }
    }
    let namespace = Self.bytes(name.namespace)
    guard namespace.count <= RDFXMLGrammar.longestInherited else { return .invalid }
    if namespace.elementsEqual(Self.xmlNamespace.utf8) {
      if local.elementsEqual("base".utf8) { return .base }
      if local.elementsEqual("lang".utf8) { return .language }
      return .ignored
    }
    if namespace.elementsEqual(Self.itsNamespace.utf8) {
      if local.elementsEqual("dir".utf8) { return .direction }
      if local.elementsEqual("version".utf8) { return .ignored }
    }
    let iri = Array(namespace) + local
    guard IRISyntax.firstFault(in: iri.span) == nil else { return .invalid }
    // The namespace may end within the name of a term of RDF.
    guard iri.starts(with: RDFVocabulary.namespace.utf8) else { return .term }
    let rest = iri.dropFirst(RDFVocabulary.namespace.utf8.count)
    return Self.roles[String(decoding: rest, as: UTF8.self)] ?? .term
  }

  private func isEmpty(_ text: UnsafePointer<UInt8>) -> Bool { text.pointee == 0 }

  private static func bytes(_ text: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    while text[count] != 0 { count += 1 }
    return UnsafeBufferPointer(start: text, count: count)
  }

  /// The roles of RDF's own names, without the namespace.
  static let roles: [String: Role] = [
    "RDF": .root, "Description": .description, "li": .item, "ID": .id, "about": .about,
    "parseType": .parseType, "resource": .resource, "nodeID": .nodeID, "datatype": .datatype,
    "aboutEach": .withdrawn, "aboutEachPrefix": .withdrawn, "bagID": .withdrawn, "type": .type,
    "annotation": .annotation, "annotationNodeID": .annotationNodeID, "version": .version,
  ]

  private static let rdfNamespace = Array(RDFVocabulary.namespace.utf8)
  /// The namespace of `its:dir`
  /// ([ITS 2.0 §2.1](https://www.w3.org/TR/its20/#its-namespace)).
  static let itsNamespace = "http://www.w3.org/2005/11/its"
  private static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
}

extension IRIError {
  /// The reason with the IRI that it is about.
  var refusal: Message {
    Message(en: "<\(iri)>: \(message.english)", id: "<\(iri)>: \(message.indonesian)")
  }
}
