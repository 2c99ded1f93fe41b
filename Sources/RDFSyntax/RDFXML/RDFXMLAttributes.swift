import Diagnostics
import RDF
import XML

/// The attributes of one element, sorted by what they mean
/// ([§6.1.2](https://www.w3.org/TR/rdf-syntax-grammar/#section-element-node)).
struct RDFXMLAttributes: ~Copyable {
  typealias Value = UnsafeBufferPointer<UInt8>

  /// Which of RDF's own attributes and of `xml:base`, `xml:lang` and `its:dir` there are: a bit for
  /// each role.
  private var present: UInt32 = 0
  /// Their values as written, by role; only those of the present ones have a meaning.
  ///
  /// There is memory for more than there are roles, so that it is read unchecked.
  private let values: UnsafeMutablePointer<Value>
  /// Property attributes, `rdf:type` among them, in order.
  private(set) var properties: [(name: Int, isType: Bool, value: Value)] = []

  init() {
    values = .allocate(capacity: Self.roleCount)
    values.initialize(repeating: Value(start: nil, count: 0), count: Self.roleCount)
  }

  deinit { values.deallocate() }

  /// Sorts the attributes of a tag in place of those of the one before.
  @inline(__always)
  mutating func sort(_ tag: XMLTag, _ names: inout RDFXMLNames) throws(XMLRefusal) {
    present = 0
    if !properties.isEmpty { properties.removeAll(keepingCapacity: true) }
    for attribute in tag.attributes {
      let role = names.role(attribute.name)
      switch role {
      case .id, .about, .nodeID, .resource, .datatype, .parseType, .annotation, .annotationNodeID,
        .version, .base, .language, .direction:
        let bit = Self.bit(role)
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

  /// The value of one of RDF's own attributes or of `xml:base`, `xml:lang` or `its:dir`, as written;
  /// nil if it is not there.
  subscript(role: RDFXMLNames.Role) -> Value? {
    @inline(__always) get { has(role) ? values[Int(role.rawValue)] : nil }
  }

  /// Whether there is one of these.
  @inline(__always)
  func has(_ role: RDFXMLNames.Role) -> Bool { present & Self.bit(role) != 0 }

  /// Whether there is any that only property elements take.
  var hasAnyOfProperty: Bool {
    let ofProperty =
      Self.bit(.resource) | Self.bit(.datatype) | Self.bit(.parseType) | Self.bit(.annotation)
      | Self.bit(.annotationNodeID)
    return present & ofProperty != 0
  }

  /// Whether there is any that counts for the elements inside, too.
  var hasAnyOfScope: Bool {
    @inline(__always) get { present & Self.scope != 0 }
  }

  /// Whether there is any that names the reifier of a statement.
  var hasAnnotation: Bool {
    present & (Self.bit(.annotation) | Self.bit(.annotationNodeID)) != 0
  }

  /// Whether there is any that gives a property element its object.
  var hasObject: Bool { present & (Self.bit(.resource) | Self.bit(.nodeID)) != 0 }

  /// Whether there is none, but for those that count for the elements inside.
  var isEmpty: Bool { present & ~Self.scope == 0 && properties.isEmpty }

  private static var scope: UInt32 {
    @inline(__always) get { bit(.base) | bit(.language) | bit(.version) | bit(.direction) }
  }

  @inline(__always)
  private static func bit(_ role: RDFXMLNames.Role) -> UInt32 { 1 &<< UInt32(role.rawValue) }

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

  /// More than the raw value of any role.
  private static let roleCount = 32
}
