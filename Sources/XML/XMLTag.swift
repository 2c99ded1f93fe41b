/// A name as a push parser hands it out: numbered, its letters within reach.
///
/// The letters are UTF-8 with a zero at the end; they stay where they are as long as the parser
/// lives.
public struct XMLInternedName {
  /// The number of the expanded name, from 0 in order of first appearance: the same for the same
  /// namespace and local part, whatever the prefix.
  public let id: Int
  /// Namespace IRI, the same address for the same text; empty where there is none.
  public let namespace: UnsafePointer<UInt8>
  /// Name without a prefix, the same address for the same text.
  public let local: UnsafePointer<UInt8>
  /// Prefix as written, the same address for the same text; empty where there is none.
  public let prefix: UnsafePointer<UInt8>
}

/// One attribute of a start tag.
public struct XMLTagAttribute {
  /// Name of the attribute.
  public let name: XMLInternedName
  /// Normalised value in UTF-8, entities expanded; it lies there until the handler returns.
  public let value: UnsafeBufferPointer<UInt8>
}

/// A start tag as a push parser hands it out; namespace declarations left out.
public struct XMLTag {
  /// Name of the element.
  public let name: XMLInternedName
  /// Attributes in the order of the text, those that an internal DTD supplies after them; they lie
  /// there until the handler returns.
  public let attributes: UnsafeBufferPointer<XMLTagAttribute>
}
