import PropertyGraph

/// A document of JSON Graph Format, whose
/// [schema](https://github.com/jsongraph/json-graph-specification) puts everything but captions,
/// ends and relations into metadata.
struct JGFDocument: JSONGraphDocument {
  private let graph: PropertyGraph
  private let members: GraphMembers

  private static let taken: Set<String> = ["x", "y", "size"]

  init(_ graph: PropertyGraph) {
    self.graph = graph
    members = GraphMembers(graph, taken: Self.taken, keepsLongNumbers: true)
  }

  func writeHead(to json: inout JSONBytes) {
    json.out.markup("{\"graph\":{\"directed\":true,\"type\":\"knowledge graph\"")
    json.member("id", graph.about?.iri ?? "")
    json.member("label", graph.about?.title ?? "")
    json.out.markup(",\"metadata\":{")
    json.members(of: graph.about)
    json.out.markup("},\n\"nodes\":{")
  }

  func writeNode(_ node: Int, to json: inout JSONBytes) {
    json.out.markup("\"n")
    json.out.integer(node)
    json.out.markup("\":{\"label\":")
    members.writeLabel(ofNode: node, to: &json)
    json.out.markup(",\"metadata\":{")
    if graph.nodes.areArranged {
      json.member("x", graph.nodes.x[node])
      json.member("y", graph.nodes.y[node])
      json.member("size", graph.nodes.sizes[node])
    }
    members.writeNode(node, to: &json)
    json.out.markup("}}")
  }

  func writeMiddle(to json: inout JSONBytes) { json.out.markup("},\n\"edges\":[") }

  func writeEdge(_ edge: Int, to json: inout JSONBytes) {
    let predicate = graph.predicates[Int(graph.edges.predicates[edge])]
    json.out.markup("{\"id\":\"e")
    json.out.integer(edge)
    json.out.markup("\",\"source\":\"n")
    json.out.integer(Int(graph.edges.sources[edge]))
    json.out.markup("\",\"target\":\"n")
    json.out.integer(Int(graph.edges.targets[edge]))
    json.out.markup("\"")
    json.member("relation", predicate.name.isEmpty ? predicate.iri : predicate.name)
    json.member("directed", !predicate.isSymmetric)
    json.member("label", predicate.label)
    json.out.markup(",\"metadata\":{")
    members.writeEdge(edge, to: &json)
    json.out.markup("}}")
  }

  func writeEnd(to json: inout JSONBytes) { json.out.markup("]}}\n") }
}
