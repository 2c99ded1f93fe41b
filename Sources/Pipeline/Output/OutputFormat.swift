/// A format in which a build writes the graph.
public enum OutputFormat: String, CaseIterable, Hashable, Sendable {
  case turtle
  case nquads
  case graphml
  case svg
  case report

  /// The name by which it is chosen.
  public var name: String { rawValue }

  /// Ending of the file name, without the dot.
  public var ending: String {
    switch self {
    case .turtle: "ttl"
    case .nquads: "nq"
    case .graphml: "graphml"
    case .svg: "svg"
    case .report: "md"
    }
  }

  /// The media type ([IANA](https://www.iana.org/assignments/media-types/) where it is registered).
  public var mediaType: String {
    switch self {
    case .turtle: "text/turtle"
    case .nquads: "application/n-quads"
    case .graphml: "application/graphml+xml"
    case .svg: "image/svg+xml"
    case .report: "text/markdown"
    }
  }

  /// The file that a build writes.
  public var fileName: String {
    switch self {
    case .report: "report.md"
    case .turtle, .nquads, .graphml, .svg: "graph.\(ending)"
    }
  }
}
