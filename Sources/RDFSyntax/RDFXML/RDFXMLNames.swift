import Diagnostics
import RDF
import XML

/// The names of one document: the IRI of each, and what the grammar makes of it.
struct RDFXMLNames {
  /// A name as RDF sees it.
  struct Name {
    var node: NamedNode
    var role: Role
  }

  /// What a name may be used for
  /// ([§6.2](https://www.w3.org/TR/rdf-syntax-grammar/#section-Infoset-Grammar-General)).
  enum Role {
    /// `rdf:RDF`.
    case root
    /// `rdf:Description`.
    case description
    /// `rdf:li`.
    case item
    /// `rdf:ID`, `about`, `parseType`, `resource`, `nodeID`, `datatype`, and the withdrawn
    /// `aboutEach`, `aboutEachPrefix`, `bagID`.
    case reserved
    /// A class or property.
    case term
  }

  private var known: [XMLName: Name] = [:]

  /// The name of an element or attribute.
  ///
  /// - Throws: if it has no namespace or the IRI is none.
  mutating func resolve(_ name: XMLName) throws(XMLRefusal) -> Name {
    if let known = known[name] { return known }
    guard !name.namespace.isEmpty else {
      throw XMLRefusal(
        Message(
          en: "'\(name.local)' has no namespace, and so no IRI",
          id: "'\(name.local)' tidak memiliki ruang nama, sehingga tidak memiliki IRI"))
    }
    let iri = name.namespace + name.local
    let node: NamedNode
    do throws(IRIError) {
      node = try NamedNode(validating: iri)
    } catch {
      throw XMLRefusal(error.refusal)
    }
    let resolved = Name(node: node, role: Self.role(of: iri))
    known[name] = resolved
    return resolved
  }

  private static func role(of iri: String) -> Role {
    guard iri.hasPrefix(RDFVocabulary.namespace) else { return .term }
    return roles[String(iri.dropFirst(RDFVocabulary.namespace.count))] ?? .term
  }

  /// The roles of RDF's own names, without the namespace.
  static let roles: [String: Role] = [
    "RDF": .root, "Description": .description, "li": .item, "ID": .reserved,
    "about": .reserved, "parseType": .reserved, "resource": .reserved, "nodeID": .reserved,
    "datatype": .reserved, "aboutEach": .reserved, "aboutEachPrefix": .reserved,
    "bagID": .reserved,
  ]
}

extension IRIError {
  /// The reason with the IRI that it is about.
  var refusal: Message {
    Message(en: "<\(iri)>: \(message.english)", id: "<\(iri)>: \(message.indonesian)")
  }
}
