/// A stretch of text that names something: where it stands, and what it names.
public struct Mention: Hashable, Sendable, Codable {
  /// The thing named: position in ``DocumentClaims/entities``.
  public var entity: Int
  /// Where the words stand in the raw text.
  public var range: SourceRange
  /// The words as they stand in the text, white space folded.
  public var surface: String

  /// A mention of a document's entity.
  public init(entity: Int, range: SourceRange, surface: String) {
    self.entity = entity
    self.range = range
    self.surface = surface
  }
}
