import PropertyGraph

/// What `cytoscape(…)` is given: elements with their places, and a style that draws them as the
/// other formats do.
struct CytoscapeJSDocument: JSONGraphDocument {
  private let graph: PropertyGraph
  private let members: GraphMembers

  /// `parent` would put a node into another one.
  private static let taken: Set<String> = [
    "id", "name", "source", "target", "interaction", "parent", "size", "shared_name",
  ]

  init(_ graph: PropertyGraph) {
    self.graph = graph
    members = GraphMembers(graph, taken: Self.taken)
  }

  func writeHead(to json: inout JSONBytes) {
    json.out.markup("{\"format_version\":\"1.0\",\"target_cytoscapejs_version\":\"~3\"")
    json.member("generated_by", graph.about?.generator ?? "Simpul")
    json.key("data")
    json.out.markup("{")
    json.member("name", graph.about?.title ?? "")
    json.members(of: graph.about)
    json.out.markup("},\n\"layout\":{\"name\":\"")
    json.out.ascii(graph.nodes.areArranged ? "preset" : "cose")
    json.out.markup("\"},\n\"style\":[")
    writeStyle(to: &json)
    json.out.markup("],\n\"elements\":{\n\"nodes\":[")
  }

  /// Selectors and mappings as the
  /// [documentation](https://js.cytoscape.org/#style) has them.
  private func writeStyle(to json: inout JSONBytes) {
    json.out.markup(
      """

      {"selector":"node","style":{"label":"data(name)","background-color":"data(color)",\
      "shape":"data(shape)","font-size":8,"text-valign":"bottom"}},
      {"selector":"node[size]","style":{"width":"data(size)","height":"data(size)"}},
      {"selector":"edge","style":{"label":"data(interaction)","line-color":"data(color)",\
      "line-style":"data(line)","target-arrow-color":"data(color)","target-arrow-shape":"triangle",\
      "curve-style":"bezier","width":1,"font-size":5}},
      {"selector":"edge[?symmetric]","style":{"target-arrow-shape":"none"}}

      """)
  }

  func writeNode(_ node: Int, to json: inout JSONBytes) {
    json.out.markup("{\"data\":{\"id\":\"n")
    json.out.integer(node)
    json.out.markup("\",\"name\":")
    members.writeLabel(ofNode: node, to: &json)
    if graph.nodes.areArranged { json.member("size", graph.nodes.sizes[node]) }
    members.writeNode(node, to: &json)
    json.out.markup("}")
    if graph.nodes.areArranged {
      json.out.markup(",\"position\":{\"x\":")
      json.out.number(graph.nodes.x[node])
      json.out.markup(",\"y\":")
      json.out.number(graph.nodes.y[node])
      json.out.markup("}")
    }
    json.out.markup("}")
  }

  func writeMiddle(to json: inout JSONBytes) { json.out.markup("],\n\"edges\":[") }

  func writeEdge(_ edge: Int, to json: inout JSONBytes) {
    json.out.markup("{\"data\":{")
    json.member("id", id: "e", edge)
    json.ends(of: edge, in: graph)
    json.member("interaction", graph.predicates[Int(graph.edges.predicates[edge])].label)
    members.writeEdge(edge, to: &json)
    json.out.markup("}}")
  }

  func writeEnd(to json: inout JSONBytes) { json.out.markup("]\n}}\n") }
}
