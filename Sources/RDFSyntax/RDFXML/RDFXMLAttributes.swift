import Diagnostics
import RDF
import XML

/// The attributes of one element, sorted by what they mean
/// ([§6.1.2](https://www.w3.org/TR/rdf-syntax-grammar/#section-element-node)).
struct RDFXMLAttributes {
  typealias Value = UnsafeBufferPointer<UInt8>

  /// Which of RDF's own attributes and of `xml:base` and `xml:lang` there are: a bit for each role.
  private var present: UInt32 = 0
  /// Their values as written, by role.
  private var values = [Value](repeating: Value(start: nil, count: 0), count: 16)
  /// Property attributes, `rdf:type` among them, in order.
  private(set) var properties: [(name: Int, isType: Bool, value: Value)] = []

  /// Sorts the attributes of a tag in place of those of the one before.
  mutating func sort(_ tag: XMLTag, _ names: inout RDFXMLNames) throws(XMLRefusal) {
    present = 0
    if !properties.isEmpty { properties.removeAll(keepingCapacity: true) }
    for attribute in tag.attributes {
      let role = names.role(attribute.name)
      switch role {
      case .id, .about, .nodeID, .resource, .datatype, .parseType, .base, .language:
        let bit = UInt32(1) << UInt32(role.rawValue)
        guard present & bit == 0 else { throw Self.repeated(attribute.name) }
        present |= bit
        values[Int(role.rawValue)] = attribute.value
      case .type, .term:
        properties.append(
          (name: attribute.name.id, isType: role == .type, value: attribute.value))
      case .ignored: break
      case .invalid, .unknown: throw Self.invalid(attribute.name)
      case .root, .description, .item, .withdrawn:
        let iri = String(cString: attribute.name.namespace) + String(cString: attribute.name.local)
        throw RDFXMLGrammar.refusal(
          en: "<\(iri)> cannot be an attribute", id: "<\(iri)> tidak dapat menjadi atribut")
      }
    }
  }

  /// The value of one of RDF's own attributes or of `xml:base` or `xml:lang`, as written; nil if it
  /// is not there.
  subscript(role: RDFXMLNames.Role) -> Value? {
    present & UInt32(1) << UInt32(role.rawValue) == 0 ? nil : values[Int(role.rawValue)]
  }

  /// Whether there is one of these.
  func has(_ role: RDFXMLNames.Role) -> Bool { present & UInt32(1) << UInt32(role.rawValue) != 0 }

  /// Whether there is none, but for those of XML itself.
  var isEmpty: Bool {
    let ofXML =
      UInt32(1) << UInt32(RDFXMLNames.Role.base.rawValue)
      | UInt32(1) << UInt32(RDFXMLNames.Role.language.rawValue)
    return present & ~ofXML == 0 && properties.isEmpty
  }

  private static func repeated(_ name: XMLInternedName) -> XMLRefusal {
    let local = String(cString: name.local)
    return RDFXMLGrammar.refusal(
      en: "'rdf:\(local)' stands twice", id: "'rdf:\(local)' ada dua kali")
  }

  private static func invalid(_ name: XMLInternedName) -> XMLRefusal {
    guard name.namespace.pointee == 0 else { return RDFXMLNames.refusal(name) }
    let local = String(cString: name.local)
    return RDFXMLGrammar.refusal(
      en: "the attribute '\(local)' has no namespace",
      id: "atribut '\(local)' tidak memiliki ruang nama")
  }
}
