/// Which statements place things on a map, and which join what is placed.
public struct MapStyle: Sendable, Hashable {
  /// Things that are drawn as lines between places: from each subject of `from` to each object of
  /// `to`, or between each two subjects of `from`.
  public struct Connection: Sendable, Hashable {
    /// The predicate from a place to the thing.
    public var from: String
    /// The predicate from the thing to a place; nil where the places all stand at `from`.
    public var to: String?

    /// A line between the subjects of one predicate, or from them to the objects of another.
    public init(from: String, to: String? = nil) {
      self.from = from
      self.to = to
    }
  }

  /// Predicates whose values are degrees north on WGS 84, −90…90.
  public var latitude: Set<String> = [
    "http://www.w3.org/2003/01/geo/wgs84_pos#lat", "http://schema.org/latitude",
    "https://schema.org/latitude",
  ]
  /// Predicates whose values are degrees east on WGS 84, −180…180.
  public var longitude: Set<String> = [
    "http://www.w3.org/2003/01/geo/wgs84_pos#long", "http://schema.org/longitude",
    "https://schema.org/longitude",
  ]
  /// Predicates whose subjects stand where their objects do, unless they have a position; no lines.
  public var at: Set<String> = []
  /// Things that are drawn as lines.
  public var connections: [Connection] = []

  /// The positions of the [W3C](https://www.w3.org/2003/01/geo/) and of
  /// [schema.org](https://schema.org/GeoCoordinates), and nothing else.
  public init() {}
}
