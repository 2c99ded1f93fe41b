public import Claims

/// What is known of things by their keys before any document is read.
public protocol BackgroundKnowledge: Sendable {
  /// What is known of the thing with this key, such as `city/id/bandung`; nil if nothing is.
  func background(forKey key: String) -> BackgroundEntry?
}

/// What is known of one thing.
public struct BackgroundEntry: Hashable, Sendable {
  public var entityClass: EntityClass
  /// Labels by language as a BCP 47 tag.
  public var labels: [String: String]
  /// Key of the place or body that it lies in or belongs to.
  public var parent: String?
  /// Decimal degrees WGS 84, north positive.
  public var latitude: Double?
  /// Decimal degrees WGS 84, east positive.
  public var longitude: Double?
  /// Plain values by name; written are those that the vocabulary has as annotations.
  public var attributes: [String: String]
  /// IRIs of the same thing elsewhere.
  public var exactMatches: [String]

  /// What is known of one thing.
  public init(
    entityClass: EntityClass, labels: [String: String], parent: String? = nil,
    latitude: Double? = nil, longitude: Double? = nil, attributes: [String: String] = [:],
    exactMatches: [String] = []
  ) {
    self.entityClass = entityClass
    self.labels = labels
    self.parent = parent
    self.latitude = latitude
    self.longitude = longitude
    self.attributes = attributes
    self.exactMatches = exactMatches
  }
}
