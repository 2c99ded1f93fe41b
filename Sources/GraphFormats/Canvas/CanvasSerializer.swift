import DomainPack
public import PropertyGraph

/// Writes a graph as [JSON Canvas 1.0](https://jsoncanvas.org/spec/1.0/), which Obsidian draws: a card
/// for each node at its place, an arrow for each edge.
public struct CanvasSerializer: Sendable {
  /// How far apart places are, measured in those of the layout: a card is much larger than the dot of
  /// a node.
  private static let scale = 12.0
  private static let width = 240
  private static let height = 60

  /// The writer.
  public init() {}

  /// The whole document.
  public func write(_ graph: PropertyGraph) -> [UInt8] {
    var bytes: [UInt8] = []
    write(graph) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Hands the document to a sink in pieces of some 64 KiB.
  ///
  /// - Throws: what the sink throws.
  public func write<Failure: Error>(
    _ graph: PropertyGraph, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var json = JSONBytes()
    json.out.markup("{\"nodes\":[")
    for node in graph.nodes.indices {
      json.separate()
      json.out.markup("\n")
      writeCard(node, of: graph, to: &json)
      try json.out.drain(above: 1 << 16, to: sink)
    }
    json.out.markup("],\n\"edges\":[")
    for edge in graph.edges.indices {
      json.separate()
      json.out.markup("\n")
      writeArrow(edge, of: graph, to: &json)
      try json.out.drain(above: 1 << 16, to: sink)
    }
    json.out.markup("]}\n")
    try json.out.drain(above: 0, to: sink)
  }

  private func writeCard(_ node: Int, of graph: PropertyGraph, to json: inout JSONBytes) {
    let look = graph.classes[Int(graph.nodes.classes[node])]
    json.out.markup("{")
    json.member("id", id: "n", node)
    json.member("type", "text")
    let (x, y) = graph.nodes.areArranged ? (graph.nodes.x[node], graph.nodes.y[node]) : (0, 0)
    json.member("x", Int((x * Self.scale).rounded()) - Self.width / 2)
    json.member("y", Int((y * Self.scale).rounded()) - Self.height / 2)
    json.member("width", Self.width)
    json.member("height", Self.height)
    json.member("color", look.colour.hex)
    let caption = look.label.isEmpty ? "" : "\n\(NoteText.plain(look.label))"
    json.key("text")
    json.string("**\(NoteText.plain(graph.nodes.labels[node]))**\(caption)")
    json.out.markup("}")
  }

  private func writeArrow(_ edge: Int, of graph: PropertyGraph, to json: inout JSONBytes) {
    let predicate = graph.predicates[Int(graph.edges.predicates[edge])]
    json.out.markup("{")
    json.member("id", id: "e", edge)
    json.member("fromNode", id: "n", Int(graph.edges.sources[edge]))
    json.member("toNode", id: "n", Int(graph.edges.targets[edge]))
    json.member("fromEnd", "none")
    json.member("toEnd", predicate.isSymmetric ? "none" : "arrow")
    json.member("color", predicate.colour.hex)
    json.member("label", predicate.label)
    json.out.markup("}")
  }
}
