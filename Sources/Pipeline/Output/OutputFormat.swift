public import GraphFormats
import RDFSyntax

/// A format in which a build writes the graph.
public enum OutputFormat: CaseIterable, Hashable, Sendable {
  case turtle
  case nquads
  case jsonld
  case graph(GraphFormat)
  case page
  case report
  /// The report for programs.
  case reportData
  case folder(FolderFormat)

  /// All formats, in the order in which they are written.
  public static let allCases: [OutputFormat] =
    [.turtle, .nquads, .jsonld] + GraphFormat.all.map(OutputFormat.graph) + [
      .page, .report, .reportData,
    ]
    + FolderFormat.allCases.map(OutputFormat.folder)

  /// The formats that most people open, written where nothing else is asked for.
  public static let usual: Set<OutputFormat> = [
    .turtle, .nquads, .graph(.graphML(.plain)), .graph(.gexf(.dynamic)), .graph(.svg), .page,
    .report, .reportData,
  ]

  /// The format of this name; nil if there is none.
  public init?(name: String) {
    if let format = Self.allCases.first(where: { $0.name == name }) {
      self = format
    } else if let format = GraphFormat(name: name) {
      self = .graph(format)
    } else {
      return nil
    }
  }

  /// The name by which it is chosen.
  public var name: String {
    switch self {
    case .turtle: "turtle"
    case .nquads: "nquads"
    case .jsonld: "jsonld"
    case .graph(let format): format.name
    case .page: "html"
    case .report: "report"
    case .reportData: "report:json"
    case .folder(let format): format.name
    }
  }

  /// The media type ([IANA](https://www.iana.org/assignments/media-types/) where it is registered).
  public var mediaType: String {
    switch self {
    case .turtle: "text/turtle"
    case .nquads: "application/n-quads"
    case .jsonld: "application/ld+json"
    case .graph(let format): format.mediaType
    case .page: "text/html"
    case .report: "text/markdown"
    case .reportData: "application/json"
    case .folder(let format): format.mediaType
    }
  }

  /// Endings of file names, without the dot; the usual one first, and none of a folder.
  public var endings: [String] {
    switch self {
    case .turtle: RDFFormat.turtle.endings
    case .nquads: RDFFormat.nquads.endings
    case .jsonld: RDFFormat.jsonld.endings
    case .graph(let format): format.endings
    case .page: ["html"]
    case .report: ["md"]
    case .reportData: ["json"]
    case .folder: []
    }
  }

  /// The file that a build writes; of a folder its name with a slash.
  public var fileName: String {
    switch self {
    case .turtle: "graph.ttl"
    case .nquads: "graph.nq"
    case .jsonld: "graph.jsonld"
    case .graph(let format): format.fileName
    case .page: "graph.html"
    case .report: "report.md"
    case .reportData: "report.json"
    case .folder(let format): "\(format.name)/"
    }
  }
}
