import DomainPack
public import PropertyGraph
import RDF

/// Writes the [DOT language](https://graphviz.org/doc/info/lang.html).
///
/// Every name is quoted. Places are fixed by `pos` for `neato -n`; `dot` and the other programs
/// find their own. Values of nodes and edges stand under their names with `data_` in front, so that
/// none is taken for one of Graphviz.
public struct DOTSerializer: Sendable {
  /// The writer.
  public init() {}

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
    var document = DOTDocument(graph)
    document.writeHead()
    for node in graph.nodes.indices {
      document.writeNode(node)
      try document.out.drain(above: 1 << 16, to: sink)
    }
    for edge in graph.edges.indices {
      document.writeEdge(edge)
      try document.out.drain(above: 1 << 16, to: sink)
    }
    document.out.markup("}\n")
    try document.out.drain(above: 0, to: sink)
    var summary = WriteSummary()
    summary.replacedCharacters = document.replacedCharacters
    return summary
  }
}
