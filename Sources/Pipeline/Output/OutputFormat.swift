/// A format in which a build writes the graph.
public enum OutputFormat: String, CaseIterable, Hashable, Sendable {
  case turtle
  case nquads
  case graphml

  /// What can be chosen by name, and by which ending files have it.
  public var name: String { rawValue }

  /// Ending of the file name, without the dot.
  public var ending: String {
    switch self {
    case .turtle: "ttl"
    case .nquads: "nq"
    case .graphml: "graphml"
    }
  }

  /// The media type.
  public var mediaType: String {
    switch self {
    case .turtle: "text/turtle"
    case .nquads: "application/n-quads"
    case .graphml: "application/graphml+xml"
    }
  }

  /// The file that a build writes.
  public var fileName: String {
    switch self {
    case .turtle, .nquads, .graphml: "graph.\(ending)"
    }
  }
}
