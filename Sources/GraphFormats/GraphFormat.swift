public import Diagnostics
public import DomainPack
public import PropertyGraph

/// A format in which graphs are written.
public enum GraphFormat: Hashable, Sendable {
  case graphML(GraphMLFlavour)
  case gexf(GEXFFlavour)
  case json(JSONGraphFormat)
  case geoJSON
  case dot
  case mermaid
  case canvas
  case cypher
  case n10s
  case svg
  case agreements

  /// All formats and flavours; of each format the usual flavour first.
  public static let all: [GraphFormat] =
    GraphMLFlavour.allCases.map(GraphFormat.graphML) + GEXFFlavour.allCases.map(GraphFormat.gexf)
    + JSONGraphFormat.allCases.map(GraphFormat.json) + [
      .geoJSON, .dot, .mermaid, .canvas, .cypher, .n10s, .svg, .agreements,
    ]

  /// The name by which it is chosen: `graphml`, `graphml:yed`, `gexf`.
  public var name: String {
    switch self {
    case .graphML(.plain): "graphml"
    case .graphML(let flavour): "graphml:\(flavour.name)"
    case .gexf(.dynamic): "gexf"
    case .gexf(let flavour): "gexf:\(flavour.name)"
    case .json(let format): format.rawValue
    case .geoJSON: "geojson"
    case .dot: "dot"
    case .mermaid: "mermaid"
    case .canvas: "canvas"
    case .cypher: "cypher"
    case .n10s: "n10s"
    case .svg: "svg"
    case .agreements: "agreements"
    }
  }

  /// The format of this name, whatever its case; nil if there is none.
  public init?(name: String) {
    let folded = name.lowercased()
    guard let format = Self.all.first(where: { $0.name == folded || $0.alias == folded }) else {
      return nil
    }
    self = format
  }

  /// Another name that means the same.
  private var alias: String? {
    switch self {
    case .graphML(.plain): "graphml:plain"
    case .gexf(.dynamic): "gexf:dynamic"
    case .agreements: "csv"
    case .graphML, .gexf, .json, .geoJSON, .dot, .mermaid, .canvas, .cypher, .n10s, .svg: nil
    }
  }

  /// Endings of file names, without the dot; the usual one first.
  public var endings: [String] {
    switch self {
    case .graphML: ["graphml"]
    case .gexf: ["gexf"]
    case .json(let format): format.endings
    case .geoJSON: ["geojson"]
    case .dot: ["dot", "gv"]
    case .mermaid: ["mmd", "mermaid"]
    case .canvas: ["canvas"]
    case .cypher: ["cypher", "cql"]
    case .n10s: ["n10s.cypher"]
    case .svg: ["svg"]
    case .agreements: ["csv"]
    }
  }

  /// The format that the ending of a path tells, such as `.graphml` or `.d3.json`, whatever its case
  /// and with or without `.gz`; nil for an ending of no format.
  public init?(path: String) {
    let folded = path.lowercased()
    let name = folded.hasSuffix(".gz") ? folded.dropLast(3) : folded[...]
    // Of two endings that fit the longer one tells.
    let fitting = Self.all.flatMap { format in
      format.endings.filter { name.hasSuffix("." + $0) }.map { (format, $0.utf8.count) }
    }
    let longest = fitting.map(\.1).max()
    guard let format = fitting.first(where: { $0.1 == longest })?.0 else { return nil }
    self = format
  }

  /// The media type ([IANA](https://www.iana.org/assignments/media-types/) where it is registered).
  public var mediaType: String {
    switch self {
    case .graphML: "application/graphml+xml"
    case .gexf: "application/gexf+xml"
    case .json(let format): format.mediaType
    case .geoJSON: "application/geo+json"
    case .dot: "text/vnd.graphviz"
    case .mermaid: "text/vnd.mermaid"
    case .canvas: "application/json"
    case .cypher, .n10s: "application/x-cypher-query"
    case .svg: "image/svg+xml"
    case .agreements: "text/csv"
    }
  }

  /// The file that a build writes: `graph.graphml`, `graph.yed.graphml`, `agreements.csv`.
  public var fileName: String {
    switch self {
    case .graphML(.plain): "graph.graphml"
    case .graphML(let flavour): "graph.\(flavour.name).graphml"
    case .gexf(.dynamic): "graph.gexf"
    case .gexf(let flavour): "graph.\(flavour.name).gexf"
    case .json(let format): "graph.\(format.endings[0])"
    case .geoJSON: "graph.geojson"
    case .dot: "graph.dot"
    case .mermaid: "graph.mmd"
    case .canvas: "graph.canvas"
    case .cypher: "graph.cypher"
    case .n10s: "graph.n10s.cypher"
    case .svg: "graph.svg"
    case .agreements: "agreements.csv"
    }
  }

  /// Whether the places that a layout gives the nodes are seen in it.
  public var showsPlaces: Bool {
    switch self {
    case .graphML, .gexf, .json, .dot, .canvas, .svg: true
    case .geoJSON, .mermaid, .cypher, .n10s, .agreements: false
    }
  }

  /// Whether it makes no sense without places.
  public var needsPlaces: Bool { self == .svg || self == .canvas }

  /// Why a graph is not written, with what to do instead; nil where it is.
  public func refusal(of graph: PropertyGraph) -> Message? {
    self == .mermaid ? MermaidDocument(graph).refusal : nil
  }

  /// Writes a graph, also one that is refused, and tells what had to be changed.
  ///
  /// - Throws: what the sink throws.
  @discardableResult
  public func write<Failure: Error>(
    _ graph: PropertyGraph, style: GraphStyle, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> WriteSummary {
    switch self {
    case .graphML(let flavour):
      return try GraphMLSerializer(flavour: flavour).write(graph, to: sink)
    case .gexf(let flavour):
      return try GEXFSerializer(flavour: flavour).write(graph, to: sink)
    case .json(let format):
      return try JSONGraphSerializer(format: format).write(graph, to: sink)
    case .geoJSON: return try GeoJSONSerializer().write(graph, to: sink)
    case .dot: return try DOTSerializer().write(graph, to: sink)
    case .mermaid:
      try sink(MermaidDocument(graph).text())
      return WriteSummary()
    case .canvas:
      try CanvasSerializer().write(graph, to: sink)
      return WriteSummary()
    case .cypher:
      try CypherSerializer().write(graph, to: sink)
      return WriteSummary()
    case .n10s:
      try sink(N10sScript().write(graph))
      return WriteSummary()
    case .svg:
      try sink(SVGRenderer(style: style).render(graph))
      return WriteSummary()
    case .agreements:
      try sink(AgreementTable().write(graph))
      return WriteSummary()
    }
  }
}
