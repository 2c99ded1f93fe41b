/// The name of an element or attribute: namespace and local part.
public struct XMLName: Hashable, Sendable {
  /// Namespace IRI; empty where there is none.
  public var namespace: String
  /// Name without a prefix.
  public var local: String

  /// A name in a namespace.
  public init(namespace: String = "", _ local: String) {
    self.namespace = namespace
    self.local = local
  }

  /// The same code points: names that only Unicode normalisation makes alike are two names
  /// ([XML 1.0 §1.2](https://www.w3.org/TR/xml/#dt-match)).
  public static func == (left: XMLName, right: XMLName) -> Bool {
    left.local.utf8.elementsEqual(right.local.utf8)
      && left.namespace.utf8.elementsEqual(right.namespace.utf8)
  }
}

/// One attribute of an element.
public struct XMLAttribute: Hashable, Sendable {
  /// Name of the attribute.
  public var name: XMLName
  /// Normalised value.
  public var value: String

  /// An attribute with its value.
  public init(name: XMLName, value: String) {
    self.name = name
    self.value = value
  }
}

/// What an XML reader meets.
public enum XMLEvent: Hashable, Sendable {
  /// A start tag, or an empty element (an `end` follows then too); namespace declarations left out.
  case start(XMLName, attributes: [XMLAttribute])
  case end(XMLName)
  /// Character data or CDATA; text may come in several pieces.
  case text(String)
}

/// Bounds on XML and HTML.
public struct XMLLimits: Hashable, Sendable {
  /// Deepest nesting of elements.
  public var depth: Int
  /// Largest document in bytes; libxml2 itself counts in 32 bits.
  public var bytes: Int
  /// Whether an ``XMLPushParser`` expands the entities that an internal DTD declares; otherwise a
  /// document that declares one is refused.
  public var admitsEntities: Bool

  /// Bounds that honest documents stay below.
  public init(depth: Int = 256, bytes: Int = 1 << 30, admitsEntities: Bool = true) {
    self.depth = depth
    self.bytes = bytes
    self.admitsEntities = admitsEntities
  }
}
