import PropertyGraph

/// Nodes and links as the simulations of D3 and force-graph take them.
///
/// `fx` and `fy` keep a node where it is, `source` and `target` are ids. networkx reads the same with
/// `node_link_graph(…, edges="links")`.
struct NodeLinkDocument: JSONGraphDocument {
  private let graph: PropertyGraph
  private let members: GraphMembers

  /// What the simulation writes and reads, and what force-graph draws by.
  private static let taken: Set<String> = [
    "id", "name", "x", "y", "fx", "fy", "vx", "vy", "index", "source", "target", "key", "label",
    "size", "val",
  ]

  init(_ graph: PropertyGraph) {
    self.graph = graph
    members = GraphMembers(graph, taken: Self.taken)
  }

  func writeHead(to json: inout JSONBytes) {
    json.out.markup("{\"directed\":true,\"multigraph\":true,\"graph\":{")
    json.member("name", graph.about?.title ?? "")
    json.members(of: graph.about)
    json.out.markup("},\n\"nodes\":[")
  }

  func writeNode(_ node: Int, to json: inout JSONBytes) {
    json.out.markup("{\"id\":\"n")
    json.out.integer(node)
    json.out.markup("\",\"name\":")
    members.writeLabel(ofNode: node, to: &json)
    if graph.nodes.areArranged {
      let (x, y) = (graph.nodes.x[node], graph.nodes.y[node])
      json.member("x", x)
      json.member("y", y)
      json.member("fx", x)
      json.member("fy", y)
      json.member("size", graph.nodes.sizes[node])
    }
    members.writeNode(node, to: &json)
    json.out.markup("}")
  }

  func writeMiddle(to json: inout JSONBytes) { json.out.markup("],\n\"links\":[") }

  func writeEdge(_ edge: Int, to json: inout JSONBytes) {
    json.out.markup("{")
    json.ends(of: edge, in: graph)
    json.member("key", id: "e", edge)
    json.member("label", graph.predicates[Int(graph.edges.predicates[edge])].label)
    members.writeEdge(edge, to: &json)
    json.out.markup("}")
  }

  func writeEnd(to json: inout JSONBytes) { json.out.markup("]}\n") }
}
