/// What a writer had to change.
public struct WriteSummary: Sendable, Hashable {
  /// Characters that the format cannot hold, each replaced by U+FFFD.
  public var replacedCharacters = 0

  /// Nothing changed.
  public init() {}
}
