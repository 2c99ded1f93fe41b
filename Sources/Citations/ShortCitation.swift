/// A short reference to an act: *Undang-Undang ini*, *peraturan tersebut*, *the said law*.
public struct ShortCitation: Hashable, Sendable {
  /// Where it stands in the text it was found in, in bytes.
  public var byteRange: Range<Int>
  /// The code of the kind that it names; nil for an act of any kind.
  public var kind: String?
  /// Whether the kind lacks its issuer: *peraturan menteri*.
  public var isOfAnyIssuer = false
  /// Whether it means the act whose text it stands in, if it stands in one; else it means the act
  /// of this kind that was named last.
  public var isOwn: Bool

  /// Whether it can mean an act of a kind: that very kind, or one that an issuer makes more exact.
  public func canMean(_ code: String) -> Bool {
    guard let kind else { return true }
    return code == kind || isOfAnyIssuer && code.hasPrefix(kind)
  }
}
