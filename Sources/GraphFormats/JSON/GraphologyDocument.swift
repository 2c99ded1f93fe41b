import PropertyGraph

/// What `graph.import(…)` of graphology takes.
///
/// Attributes have the names by which sigma.js draws:
/// `label`, `x`, `y`, `size`, `color`.
struct GraphologyDocument: JSONGraphDocument {
  private let graph: PropertyGraph
  private let members: GraphMembers

  /// What sigma.js takes for looks.
  private static let taken: Set<String> = [
    "label", "x", "y", "size", "type", "hidden", "highlighted", "forcelabel", "zindex",
  ]

  init(_ graph: PropertyGraph) {
    self.graph = graph
    members = GraphMembers(graph, taken: Self.taken)
  }

  func writeHead(to json: inout JSONBytes) {
    json.out.markup("{\"attributes\":{")
    json.member("name", graph.about?.title ?? "")
    json.members(of: graph.about)
    json.out.markup(
      """
      },
      "options":{"type":"directed","multi":true,"allowSelfLoops":true},
      "nodes":[
      """)
  }

  func writeNode(_ node: Int, to json: inout JSONBytes) {
    json.out.markup("{\"key\":\"n")
    json.out.integer(node)
    json.out.markup("\",\"attributes\":{\"label\":")
    members.writeLabel(ofNode: node, to: &json)
    if graph.nodes.areArranged {
      json.member("x", graph.nodes.x[node])
      // Upwards, as sigma.js draws.
      json.member("y", -graph.nodes.y[node])
      json.member("size", graph.nodes.sizes[node] / 2)
    }
    members.writeNode(node, to: &json)
    json.out.markup("}}")
  }

  func writeMiddle(to json: inout JSONBytes) { json.out.markup("],\n\"edges\":[") }

  func writeEdge(_ edge: Int, to json: inout JSONBytes) {
    let predicate = graph.predicates[Int(graph.edges.predicates[edge])]
    json.out.markup("{")
    json.member("key", id: "e", edge)
    json.ends(of: edge, in: graph)
    json.out.markup(",\"attributes\":{\"label\":")
    json.string(predicate.label)
    json.member("type", predicate.isSymmetric ? "line" : "arrow")
    members.writeEdge(edge, to: &json)
    json.out.markup("}}")
  }

  func writeEnd(to json: inout JSONBytes) { json.out.markup("]}\n") }
}
