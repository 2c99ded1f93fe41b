public import PropertyGraph

/// Writes the dialects of JSON that libraries and programs for graphs read.
///
/// Values keep their types: numbers are numbers with all their digits, several values an array.
/// Whole numbers beyond 2⁵³, which JavaScript would round, are texts where JavaScript is the reader.
public struct JSONGraphSerializer: Sendable {
  private let format: JSONGraphFormat

  /// The writer of a dialect.
  public init(format: JSONGraphFormat) { self.format = format }

  /// The whole document.
  public func write(_ graph: PropertyGraph) -> [UInt8] {
    var bytes: [UInt8] = []
    _ = write(graph) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Hands the document to a sink in pieces of some 64 KiB, each a number of whole lines.
  ///
  /// JSON holds every text, so that nothing is changed.
  ///
  /// - Throws: what the sink throws.
  @discardableResult
  public func write<Failure: Error>(
    _ graph: PropertyGraph, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> WriteSummary {
    switch format {
    case .cx2: try write(CX2Document(graph), of: graph, to: sink)
    case .cytoscapejs: try write(CytoscapeJSDocument(graph), of: graph, to: sink)
    case .graphology: try write(GraphologyDocument(graph), of: graph, to: sink)
    case .d3: try write(NodeLinkDocument(graph), of: graph, to: sink)
    case .jgf: try write(JGFDocument(graph), of: graph, to: sink)
    }
    return WriteSummary()
  }

  private func write<Failure: Error>(
    _ document: some JSONGraphDocument, of graph: PropertyGraph,
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var json = JSONBytes()
    document.writeHead(to: &json)
    for node in graph.nodes.indices {
      json.out.raw(node == 0 ? Self.firstLine : Self.nextLine)
      document.writeNode(node, to: &json)
      try json.out.drain(above: 1 << 16, to: sink)
    }
    document.writeMiddle(to: &json)
    for edge in graph.edges.indices {
      json.out.raw(edge == 0 ? Self.firstLine : Self.nextLine)
      document.writeEdge(edge, to: &json)
      try json.out.drain(above: 1 << 16, to: sink)
    }
    document.writeEnd(to: &json)
    try json.out.drain(above: 0, to: sink)
  }

  private static let firstLine = Array("\n".utf8)
  private static let nextLine = Array(",\n".utf8)
}
