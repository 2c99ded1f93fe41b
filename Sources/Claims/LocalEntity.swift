/// A thing as one document speaks of it, before the documents are brought together.
public struct LocalEntity: Hashable, Sendable, Codable {
  /// What kind of thing it is.
  public var entityClass: EntityClass
  /// Canonical key where the pack or a citation fixes it: the IRI path of a gazetteer entry
  /// (`city/id/bandung`) or a regulation key (`UU/1999/22`); nil for a thing known by its name only.
  public var key: String?
  /// The best name for it: the pack's where there is a key, else the fullest in the text.
  public var label: String
  /// Language of the label as a BCP 47 tag; nil if unknown.
  public var language: String?
  /// The other names met, in order of first appearance, without the label.
  public var aliases: [String]
  /// Plain values that tell it from its likes: `type`, `year`, `ordinal`, `level`, `article`,
  /// `quantity` and so on.
  public var attributes: [String: [String]]
  /// Other entities of this document that tell it from its likes, by role: `party`, `place`, `owner`;
  /// positions in ``DocumentClaims/entities``.
  public var links: [String: [Int]]

  /// A thing named in a document.
  public init(
    entityClass: EntityClass, key: String? = nil, label: String, language: String? = nil,
    aliases: [String] = [], attributes: [String: [String]] = [:], links: [String: [Int]] = [:]
  ) {
    self.entityClass = entityClass
    self.key = key
    self.label = label
    self.language = language
    self.aliases = aliases
    self.attributes = attributes
    self.links = links
  }
}
