/// What a writer had to change, and what it knows that the reader will.
public struct WriteSummary: Sendable, Hashable {
  /// Characters that the format cannot hold, each replaced by U+FFFD.
  public var replacedCharacters = 0
  /// The values that Gephi will change; nil where there are none, and in formats for others.
  public var infinities: GephiInfinities?
  /// Things that a map does not show, since nothing tells where they are; 0 in other formats.
  public var unplacedNodes = 0

  /// Nothing changed.
  public init() {}
}
