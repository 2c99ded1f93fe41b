import Diagnostics
import DomainPack
public import GraphFormats
import GraphPage
import PropertyGraph

/// What a graph becomes: a file for viewers, or a page that is one.
public enum GraphTarget: Hashable, Sendable {
  case format(GraphFormat)
  case page

  /// All of them.
  public static let all = GraphFormat.all.map(GraphTarget.format) + [.page]

  /// The target of this name, whatever its case; nil if there is none.
  public init?(name: String) {
    if name.lowercased() == "html" {
      self = .page
    } else if let format = GraphFormat(name: name) {
      self = .format(format)
    } else {
      return nil
    }
  }

  /// The target that the ending of a path tells; nil for any other ending.
  public init?(path: String) {
    let folded = path.lowercased()
    if folded.hasSuffix(".html") || folded.hasSuffix(".html.gz") {
      self = .page
    } else if let format = GraphFormat(path: path) {
      self = .format(format)
    } else {
      return nil
    }
  }

  /// The name by which it is chosen.
  public var name: String {
    switch self {
    case .format(let format): format.name
    case .page: "html"
    }
  }

  /// Endings of file names, without the dot; the usual one first.
  public var endings: [String] {
    switch self {
    case .format(let format): format.endings
    case .page: ["html"]
    }
  }

  /// The media type.
  public var mediaType: String {
    switch self {
    case .format(let format): format.mediaType
    case .page: "text/html"
    }
  }

  /// The file that a build writes.
  public var fileName: String {
    switch self {
    case .format(let format): format.fileName
    case .page: "graph.html"
    }
  }

  /// Whether the places of the nodes are seen in it.
  var showsPlaces: Bool {
    switch self {
    case .format(let format): format.showsPlaces
    case .page: true
    }
  }

  /// Whether it makes no sense without places.
  var needsPlaces: Bool {
    switch self {
    case .format(let format): format.needsPlaces
    case .page: true
    }
  }

  /// Writes a graph and tells what had to be changed.
  ///
  /// - Throws: what the sink throws.
  func write<Failure: Error>(
    _ graph: PropertyGraph, style: GraphStyle, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> WriteSummary {
    switch self {
    case .format(let format): return try format.write(graph, style: style, to: sink)
    case .page:
      // A page is gone through as a whole anyway.
      try sink(PageSerializer(language: graph.language).write(PageModel(of: graph, style: style)))
      return WriteSummary()
    }
  }
}
