public import PropertyGraph

/// Writes [GEXF 1.3](https://gexf.net/schema.html) with looks and time.
///
/// Places, sizes and colours stand in the namespace `viz`, as Gephi and networkx read them; the
/// colour as three numbers, since Gephi's import ends at one in hexadecimal digits with alpha. Edges
/// have the caption of their predicate as `label` and its name as `kind`, so that parallel ones
/// stay apart. What is dated has a start and an end, or spells where there are several intervals.
/// Attributes with several values are lists of strings.
public struct GEXFSerializer: Sendable {
  /// How much of time is told.
  public let flavour: GEXFFlavour

  /// A writer of a flavour.
  public init(flavour: GEXFFlavour = .dynamic) {
    self.flavour = flavour
  }

  /// The whole document.
  public func write(_ graph: PropertyGraph) -> [UInt8] {
    var bytes: [UInt8] = []
    _ = write(graph) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Hands the document to a sink in pieces of some 64 KiB, each a number of whole lines, and tells
  /// what had to be changed.
  ///
  /// - Throws: what the sink throws.
  @discardableResult
  public func write<Failure: Error>(
    _ graph: PropertyGraph, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> WriteSummary {
    let document = GEXFDocument(graph, flavour: flavour)
    var out = XMLBytes()
    document.writeHead(to: &out)
    out.markup("    <nodes>\n")
    for node in graph.nodes.indices {
      document.writeNode(node, to: &out)
      try out.drain(above: 1 << 16, to: sink)
    }
    out.markup("    </nodes>\n    <edges>\n")
    for edge in graph.edges.indices {
      document.writeEdge(edge, to: &out)
      try out.drain(above: 1 << 16, to: sink)
    }
    out.markup("    </edges>\n  </graph>\n</gexf>\n")
    try out.drain(above: 0, to: sink)
    var summary = WriteSummary()
    summary.replacedCharacters = document.replacedCharacters + out.replacedCharacters
    return summary
  }
}
