/// An act that the pack knows, as far as it knows it.
public struct KnownRegulation: Hashable, Sendable {
  /// Canonical key: `UU/2014/23`.
  public var key: String
  /// What follows *tentang* in the act's own title; empty if unknown.
  public var indonesianTitle: String
  /// The title in English; empty if unknown.
  public var englishTitle: String
  /// Other citations of the same act and its popular names.
  public var names: [String]
  /// ISO 8601 date on which it was enacted, as exact as known.
  public var issued: String?
  /// ISO 8601 date from which it is in force.
  public var inForceFrom: String?
  /// ISO 8601 date on which it ceased to be in force; nil if it is in force or that is unknown.
  public var inForceUntil: String?
  /// Key of the act that ended it.
  public var endedBy: String?
  /// Its official page.
  public var url: String?
  /// What it does to other acts, in the order of the table.
  public var relations: [Relation]

  /// One relation to another act.
  public struct Relation: Hashable, Sendable {
    /// What the act does to the other.
    public var kind: RelationKind
    /// Canonical key of the other act.
    public var target: String

    /// A relation to the act with a canonical key.
    public init(kind: RelationKind, target: String) {
      self.kind = kind
      self.target = target
    }
  }

  /// The relations of a known act, named as the properties of the vocabulary.
  public enum RelationKind: String, Hashable, Sendable, CaseIterable {
    case amends
    case repeals
    case replaces
    case implements
    case basedOn
  }
}
