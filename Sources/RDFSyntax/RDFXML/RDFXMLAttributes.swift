import Diagnostics
import RDF
import XML

/// The attributes of one element, sorted by what they mean
/// ([§6.1.2](https://www.w3.org/TR/rdf-syntax-grammar/#section-element-node)).
struct RDFXMLAttributes {
  typealias Value = UnsafeBufferPointer<UInt8>

  /// `rdf:ID`, `rdf:about` and so on, as written.
  private(set) var id: Value?
  private(set) var about: Value?
  private(set) var nodeID: Value?
  private(set) var resource: Value?
  private(set) var datatype: Value?
  private(set) var parseType: Value?
  /// `xml:base` and `xml:lang`.
  private(set) var base: Value?
  private(set) var language: Value?
  /// Property attributes, `rdf:type` among them, in order.
  private(set) var properties: [(name: Int, isType: Bool, value: Value)] = []

  /// Sorts the attributes of a tag in place of those of the one before.
  mutating func sort(_ tag: XMLTag, _ names: inout RDFXMLNames) throws(XMLRefusal) {
    (id, about, nodeID, resource, datatype, parseType) = (nil, nil, nil, nil, nil, nil)
    (base, language) = (nil, nil)
    properties.removeAll(keepingCapacity: true)
    for attribute in tag.attributes {
      let value = attribute.value
      switch names.role(attribute.name) {
      case .id: try Self.fill(&id, attribute)
      case .about: try Self.fill(&about, attribute)
      case .nodeID: try Self.fill(&nodeID, attribute)
      case .resource: try Self.fill(&resource, attribute)
      case .datatype: try Self.fill(&datatype, attribute)
      case .parseType: try Self.fill(&parseType, attribute)
      case .base: base = value
      case .language: language = value
      case .type: properties.append((name: attribute.name.id, isType: true, value: value))
      case .term: properties.append((name: attribute.name.id, isType: false, value: value))
      case .ignored: break
      case .invalid, .unknown: throw Self.invalid(attribute.name)
      case .root, .description, .item, .withdrawn:
        let iri = String(cString: attribute.name.namespace) + String(cString: attribute.name.local)
        throw RDFXMLGrammar.refusal(
          en: "<\(iri)> cannot be an attribute", id: "<\(iri)> tidak dapat menjadi atribut")
      }
    }
  }

  /// Whether there is none, but for those of XML itself.
  var isEmpty: Bool {
    id == nil && about == nil && nodeID == nil && resource == nil && datatype == nil
      && parseType == nil && properties.isEmpty
  }

  private static func fill(_ slot: inout Value?, _ attribute: XMLTagAttribute) throws(XMLRefusal) {
    guard slot == nil else {
      let local = String(cString: attribute.name.local)
      throw RDFXMLGrammar.refusal(
        en: "'rdf:\(local)' stands twice", id: "'rdf:\(local)' ada dua kali")
    }
    slot = attribute.value
  }

  private static func invalid(_ name: XMLInternedName) -> XMLRefusal {
    guard name.namespace.pointee == 0 else { return RDFXMLNames.refusal(name) }
    let local = String(cString: name.local)
    return RDFXMLGrammar.refusal(
      en: "the attribute '\(local)' has no namespace",
      id: "atribut '\(local)' tidak memiliki ruang nama")
  }
}
