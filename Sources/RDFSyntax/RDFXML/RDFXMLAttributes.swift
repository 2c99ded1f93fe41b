import Diagnostics
import RDF
import XML

/// The attributes of one element, sorted by what they mean
/// ([§6.1.2](https://www.w3.org/TR/rdf-syntax-grammar/#section-element-node)).
struct RDFXMLAttributes {
  /// `rdf:ID`, `rdf:about` and so on, as written.
  var id: String?
  var about: String?
  var nodeID: String?
  var resource: String?
  var datatype: String?
  var parseType: String?
  /// Property attributes, `rdf:type` among them, in order.
  var properties: [(predicate: NamedNode, value: String)] = []

  /// Sorts the attributes of a tag; those of XML itself are passed over.
  ///
  /// - Throws: if one stands where the grammar allows none.
  init(_ tag: XMLTag, names: inout RDFXMLNames) throws(XMLRefusal) {
    for attribute in tag.attributes {
      let name = attribute.name
      if name.namespace == Self.xmlNamespace { continue }
      if name.namespace.isEmpty {
        if name.local.lowercased().hasPrefix("xml") { continue }
        guard Self.unqualified.contains(name.local) else {
          throw XMLRefusal(
            Message(
              en: "the attribute '\(name.local)' has no namespace",
              id: "atribut '\(name.local)' tidak memiliki ruang nama"))
        }
        try take(XMLName(namespace: RDFVocabulary.namespace, name.local), attribute, &names)
      } else {
        try take(name, attribute, &names)
      }
    }
  }

  private mutating func take(
    _ name: XMLName, _ attribute: XMLTagAttribute, _ names: inout RDFXMLNames
  ) throws(XMLRefusal) {
    if name.namespace == RDFVocabulary.namespace, try takeSyntax(name.local, attribute.value) {
      return
    }
    let resolved = try names.resolve(name)
    guard resolved.role == .term else {
      throw XMLRefusal(
        Message(
          en: "<\(resolved.node.iri)> cannot be an attribute",
          id: "<\(resolved.node.iri)> tidak dapat menjadi atribut"))
    }
    properties.append((resolved.node, attribute.value))
  }

  /// Takes one of RDF's own attributes; false if it is none.
  private mutating func takeSyntax(_ local: String, _ value: String) throws(XMLRefusal) -> Bool {
    switch local {
    case "ID": try Self.fill(&id, local, value)
    case "about": try Self.fill(&about, local, value)
    case "nodeID": try Self.fill(&nodeID, local, value)
    case "resource": try Self.fill(&resource, local, value)
    case "datatype": try Self.fill(&datatype, local, value)
    case "parseType": try Self.fill(&parseType, local, value)
    default: return false
    }
    return true
  }

  private static func fill(
    _ slot: inout String?, _ local: String, _ value: String
  ) throws(XMLRefusal) {
    guard slot == nil else {
      throw XMLRefusal(
        Message(en: "'rdf:\(local)' stands twice", id: "'rdf:\(local)' ada dua kali"))
    }
    slot = value
  }

  /// The value of `xml:base` or `xml:lang` of a tag.
  static func xml(_ local: String, of tag: XMLTag) -> String? {
    tag.attributes.first { $0.name.local == local && $0.name.namespace == xmlNamespace }?.value
  }

  private static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
  /// What counts as RDF's own even without a namespace (§6.1.4).
  private static let unqualified: Set<String> = ["ID", "about", "resource", "parseType", "type"]
}

extension RDFXMLAttributes {
  /// Whether there is none.
  var isEmpty: Bool {
    id == nil && about == nil && nodeID == nil && resource == nil && datatype == nil
      && parseType == nil && properties.isEmpty
  }
}
