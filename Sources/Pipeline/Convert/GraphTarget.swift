import Diagnostics
import DomainPack
public import GraphFormats
import GraphPage
import Lineage
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

  /// Ends where a format does not take a graph.
  ///
  /// - Throws: ``PipelineError`` with the reason and what to do instead.
  func accept(_ graph: PropertyGraph) throws(PipelineError) {
    guard case .format(let format) = self, let reason = format.refusal(of: graph) else { return }
    throw PipelineError(.arguments, reason)
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
      let model = PageBuilder(
        style: style, about: PageModel.About(graph, style),
        descent: LineageRelation.ofDescent.map(\.iri)
      ).model(of: graph)
      try sink(PageSerializer(language: graph.language).write(model))
      return WriteSummary()
    }
  }
}

extension PageModel.About {
  /// What a page says about a graph of which nobody said more than what is in it.
  fileprivate init(_ graph: PropertyGraph, _ style: GraphStyle) {
    self.init(
      title: style.title ?? Message(en: "Graph", id: "Graf"), version: SimpulVersion.current,
      base: Self.commonStart(of: graph), quadCount: graph.tally.total)
  }

  /// What the IRIs of more than half of the nodes begin with, up to a slash.
  private static func commonStart(of graph: PropertyGraph) -> String {
    guard graph.nodes.count > 0 else { return "" }
    let iris = graph.nodes.indices.map { graph.text(of: graph.nodes.terms[$0]) }
    // They are in order, so that the one in the middle begins like most of them.
    let parts = iris[iris.count / 2].split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 3 else { return "" }
    let starts = (3..<parts.count).map { parts.prefix($0).joined(separator: "/") + "/" }
    return starts.last { start in iris.count { $0.hasPrefix(start) } * 2 > iris.count } ?? ""
  }
}
