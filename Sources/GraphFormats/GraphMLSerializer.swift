import DomainPack
public import PropertyGraph

/// What a writer had to change.
public struct WriteSummary: Sendable, Hashable {
  /// Characters that the format cannot hold, each replaced by U+FFFD.
  public var replacedCharacters = 0

  /// Nothing changed.
  public init() {}
}

/// Writes [GraphML](http://graphml.graphdrawing.org/specification.html) in its plain form, which
/// every reader takes: all keys first, simple types only, no extension.
///
/// Label, place, size and colour of a node and the weight of an edge stand under the names by
/// which Gephi knows them; `name` and `interaction` are for Cytoscape. The values of an attribute
/// that has several for any node are a JSON array throughout, as a string. What is known of the
/// graph as a whole stands first in it: its title as `desc`, which Cytoscape takes as the name of
/// the network, and all of it as data.
public struct GraphMLSerializer: Sendable {
  /// The writer.
  public init() {}

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
  public func write(
    _ graph: PropertyGraph, to sink: ([UInt8]) throws -> Void
  ) rethrows -> WriteSummary {
    let keys = GraphMLKeys(graph)
    var out = XMLBytes()
    out.markup(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

      """)
    for key in keys.all { Self.declare(key, in: &out) }
    out.markup("  <graph id=\"G\" edgedefault=\"directed\">\n")
    if let about = graph.about { write(about, to: &out) }
    for (number, node) in graph.nodes.enumerated() {
      write(node, number, of: graph, keys, to: &out)
      try out.drain(above: 65536, to: sink)
    }
    for (number, edge) in graph.edges.enumerated() {
      write(edge, number, to: &out)
      try out.drain(above: 65536, to: sink)
    }
    out.markup("  </graph>\n</graphml>\n")
    try out.drain(above: 0, to: sink)
    var summary = WriteSummary()
    summary.replacedCharacters = out.replacedCharacters
    return summary
  }

  /// The description as the graph's own data, which must come before every node, since readers put
  /// data behind one down to that node.
  private func write(_ about: GraphDescription, to out: inout XMLBytes) {
    out.markup("    <desc>")
    out.escaped(about.title)
    out.markup("</desc>\n")
    for (name, value) in about.entries where !value.isEmpty {
      out.ascii("    <data key=\"\(name)\">")
      out.escaped(value)
      out.markup("</data>\n")
    }
  }

  private static func declare(_ key: GraphMLKeys.Key, in out: inout XMLBytes) {
    out.markup("  <key id=\"")
    out.ascii(key.id)
    out.ascii("\" for=\"\(key.owner.rawValue)\" attr.name=\"")
    out.escaped(key.name)
    out.ascii("\" attr.type=\"\(key.type.rawValue)\"/>\n")
  }

  private func write(
    _ node: PropertyGraph.Node, _ number: Int, of graph: PropertyGraph, _ keys: GraphMLKeys,
    to out: inout XMLBytes
  ) {
    let nodeClass = graph.nodeClass(of: node)
    out.ascii("    <node id=\"n\(number)\">\n")
    text("label", node.label, &out)
    text("name", node.label, &out)
    text("iri", node.iri, &out)
    text("class", nodeClass.name, &out)
    text("classlabel", nodeClass.label, &out)
    text("shape", nodeClass.shape.rawValue, &out)
    decimal("x", node.x, &out)
    decimal("y", node.y, &out)
    decimal("size", node.size, &out)
    text("r", String(nodeClass.colour.red), &out)
    text("g", String(nodeClass.colour.green), &out)
    text("b", String(nodeClass.colour.blue), &out)
    text("color", nodeClass.colour.hex, &out)
    text("community", String(node.community), &out)
    text("degree", String(node.degree), &out)
    for attribute in node.attributes {
      guard let key = keys.key(of: attribute) else {
        preconditionFailure("every attribute of the graph has a key")
      }
      text(key.id, key.type.written(attribute, isMultiple: key.isMultiple), &out)
    }
    out.markup("    </node>\n")
  }

  private func write(_ edge: PropertyGraph.Edge, _ number: Int, to out: inout XMLBytes) {
    out.ascii(
      "    <edge id=\"e\(number)\" source=\"n\(edge.source)\" target=\"n\(edge.target)\">\n")
    text("edgelabel", edge.label, &out)
    text("interaction", edge.predicate.localName, &out)
    text("predicate", edge.predicate, &out)
    text("weight", String(max(1, edge.evidence?.documentCount ?? 1)), &out)
    text("edgecolor", edge.colour.hex, &out)
    text("line", edge.line.rawValue, &out)
    text("symmetric", edge.isSymmetric ? "true" : "false", &out)
    if let evidence = edge.evidence {
      text("status", evidence.status ?? "", &out)
      text("statuslabel", evidence.statusLabel ?? "", &out)
      if let confidence = evidence.confidence { decimal("confidence", confidence, &out) }
      text("documents", String(evidence.documentCount), &out)
      text("quote", evidence.quote ?? "", &out)
      text("period", evidence.period ?? "", &out)
    }
    out.markup("    </edge>\n")
  }

  /// A value; nothing where it is empty, since some readers refuse empty elements.
  private func text(_ key: String, _ value: String, _ out: inout XMLBytes) {
    guard !value.isEmpty else { return }
    out.ascii("      <data key=\"\(key)\">")
    out.escaped(value)
    out.markup("</data>\n")
  }

  private func decimal(_ key: String, _ value: Double, _ out: inout XMLBytes) {
    out.ascii("      <data key=\"\(key)\">")
    out.number(value)
    out.markup("</data>\n")
  }
}
