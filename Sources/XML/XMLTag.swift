/// One attribute of a start tag, with the prefix it was written under.
public struct XMLTagAttribute: Hashable, Sendable {
  /// Name of the attribute.
  public var name: XMLName
  /// Prefix as written; empty where there is none.
  public var prefix: String
  /// Normalised value, entities expanded.
  public var value: String

  /// An attribute with its prefix and value.
  public init(name: XMLName, prefix: String = "", value: String) {
    self.name = name
    self.prefix = prefix
    self.value = value
  }
}

/// A start tag as a push parser hands it out; namespace declarations left out.
public struct XMLTag: Hashable, Sendable {
  /// Name of the element.
  public var name: XMLName
  /// Prefix as written; empty where there is none.
  public var prefix: String
  /// Attributes in the order of the text, those that an internal DTD supplies after them.
  public var attributes: [XMLTagAttribute]

  /// A start tag with its attributes.
  public init(name: XMLName, prefix: String = "", attributes: [XMLTagAttribute] = []) {
    self.name = name
    self.prefix = prefix
    self.attributes = attributes
  }
}
