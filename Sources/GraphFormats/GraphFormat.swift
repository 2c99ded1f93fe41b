public import DomainPack
public import PropertyGraph

/// A format in which graphs are written.
public enum GraphFormat: Hashable, Sendable {
  case graphML(GraphMLFlavour)
  case gexf(GEXFFlavour)
  case dot
  case svg
  case agreements

  /// All formats and flavours; of each format the usual flavour first.
  public static let all: [GraphFormat] =
    GraphMLFlavour.allCases.map(GraphFormat.graphML) + GEXFFlavour.allCases.map(GraphFormat.gexf)
    + [.dot, .svg, .agreements]

  /// The name by which it is chosen: `graphml`, `graphml:yed`, `gexf`.
  public var name: String {
    switch self {
    case .graphML(.plain): "graphml"
    case .graphML(let flavour): "graphml:\(flavour.name)"
    case .gexf(.dynamic): "gexf"
    case .gexf(let flavour): "gexf:\(flavour.name)"
    case .dot: "dot"
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
    case .graphML, .gexf, .dot, .svg: nil
    }
  }

  /// Endings of file names, without the dot; the usual one first.
  public var endings: [String] {
    switch self {
    case .graphML: ["graphml"]
    case .gexf: ["gexf"]
    case .dot: ["dot", "gv"]
    case .svg: ["svg"]
    case .agreements: ["csv"]
    }
  }

  /// The format that the ending of a path tells, whatever its case and with or without `.gz`; nil
  /// for an ending of no format.
  public init?(path: String) {
    let folded = path.lowercased()
    let name = folded.hasSuffix(".gz") ? folded.dropLast(3) : folded[...]
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let ending = String(name[name.index(after: dot)...])
    guard let format = Self.all.first(where: { $0.endings.contains(ending) }) else { return nil }
    self = format
  }

  /// The media type ([IANA](https://www.iana.org/assignments/media-types/) where it is registered).
  public var mediaType: String {
    switch self {
    case .graphML: "application/graphml+xml"
    case .gexf: "application/gexf+xml"
    case .dot: "text/vnd.graphviz"
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
    case .dot: "graph.dot"
    case .svg: "graph.svg"
    case .agreements: "agreements.csv"
    }
  }

  /// Whether the places of the nodes are seen in it.
  public var showsPlaces: Bool { self != .agreements }

  /// Whether it makes no sense without places.
  public var needsPlaces: Bool { self == .svg }

  /// Writes a graph and tells what had to be changed.
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
    case .dot: return try DOTSerializer().write(graph, to: sink)
    case .svg:
      try sink(SVGRenderer(style: style).render(graph))
      return WriteSummary()
    case .agreements:
      try sink(AgreementTable().write(graph))
      return WriteSummary()
    }
  }
}
