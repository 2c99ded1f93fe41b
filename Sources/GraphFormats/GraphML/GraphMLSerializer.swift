import DomainPack
public import PropertyGraph
import RDF

/// Writes [GraphML](http://graphml.graphdrawing.org/specification.html): by default in its plain
/// form, which every reader takes: all keys first, simple types only, no extension; or in a
/// ``GraphMLFlavour`` for one reader.
///
/// Label, place, size and colour of a node and the weight of an edge stand under the names by
/// which Gephi knows them; `name` and `interaction` are for Cytoscape. The values of an attribute
/// that has several for any node are a JSON array throughout, as a string. What is known of the
/// graph as a whole stands first in it: its title as `desc`, which Cytoscape takes as the name of
/// the network, and all of it as data.
public struct GraphMLSerializer: Sendable {
  /// Whom the document is for.
  public var flavour: GraphMLFlavour

  /// The writer of a flavour.
  public init(flavour: GraphMLFlavour = .plain) { self.flavour = flavour }

  /// The whole document.
  public func write(_ graph: PropertyGraph) -> [UInt8] {
    var bytes: [UInt8] = []
    _ = write(graph) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Hands the document to a sink in pieces, so that it need not fit into memory, and tells what
  /// had to be changed.
  ///
  /// A piece is some 64 KiB; it ends after a whole line.
  ///
  /// - Throws: what the sink throws.
  @discardableResult
  public func write<Failure: Error>(
    _ graph: PropertyGraph, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> WriteSummary {
    let document = GraphMLDocument(graph, flavour: flavour)
    var scan = flavour == .gephi ? GephiInfinityScan(document.keys) : nil
    func hand(_ piece: [UInt8]) throws(Failure) {
      scan?.read(piece)
      try sink(piece)
    }
    var out = XMLBytes()
    document.writeHead(to: &out)
    for node in graph.nodes.indices {
      document.writeNode(node, to: &out)
      try out.drain(above: 1 << 16, to: hand)
    }
    for edge in graph.edges.indices {
      document.writeEdge(edge, to: &out)
      try out.drain(above: 1 << 16, to: hand)
    }
    out.markup("  </graph>\n</graphml>\n")
    try out.drain(above: 0, to: hand)
    var summary = WriteSummary()
    summary.replacedCharacters = document.replacedCharacters + out.replacedCharacters
    summary.infinities = scan?.found
    return summary
  }
}
