/// A syntax in which RDF is read and written.
public enum RDFFormat: String, CaseIterable, Hashable, Sendable {
  case ntriples
  case nquads
  case turtle
  case trig
  case rdfxml
  case jsonld

  /// The name by which it is chosen.
  public var name: String { rawValue }

  /// The format of this name, whatever its case; nil if there is none.
  public init?(name: String) { self.init(rawValue: name.lowercased()) }

  /// Endings of file names, without the dot and in small letters; the usual one first.
  public var endings: [String] {
    switch self {
    case .ntriples: ["nt"]
    case .nquads: ["nq"]
    case .turtle: ["ttl"]
    case .trig: ["trig"]
    case .rdfxml: ["rdf", "owl", "xml"]
    case .jsonld: ["jsonld"]
    }
  }

  /// Media types; the [registered](https://www.iana.org/assignments/media-types/) one first.
  public var mediaTypes: [String] {
    switch self {
    case .ntriples: ["application/n-triples"]
    case .nquads: ["application/n-quads"]
    case .turtle: ["text/turtle", "application/x-turtle"]
    case .trig: ["application/trig", "application/x-trig"]
    case .rdfxml: ["application/rdf+xml"]
    case .jsonld: ["application/ld+json"]
    }
  }

  /// Whether statements can stand in named graphs.
  public var holdsNamedGraphs: Bool {
    switch self {
    case .nquads, .trig, .jsonld: true
    case .ntriples, .turtle, .rdfxml: false
    }
  }

  /// Whether every statement is a line of its own.
  public var isLineByLine: Bool {
    switch self {
    case .ntriples, .nquads: true
    case .turtle, .trig, .rdfxml, .jsonld: false
    }
  }

  /// The format that the ending of a path tells, whatever its case and with or without `.gz`; nil
  /// for an ending of no format.
  public init?(path: String) {
    let name = Self.withoutGzipEnding(path)
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else {
      return nil
    }
    self = format
  }

  /// Whether the ending of a path says that its content is packed with gzip.
  public static func namesGzip(_ path: String) -> Bool { path.lowercased().hasSuffix(".gz") }

  private static func withoutGzipEnding(_ path: String) -> Substring {
    namesGzip(path) ? path.dropLast(3) : path[...]
  }
}
