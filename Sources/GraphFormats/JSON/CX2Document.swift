import DomainPack
import PropertyGraph

/// A document of CX2: its parts in the order that the specification asks for, every attribute
/// declared with its type, and the looks as mappings, so that Cytoscape draws what the other formats
/// show.
struct CX2Document: JSONGraphDocument {
  private let graph: PropertyGraph
  private let members: GraphMembers

  /// The names of Cytoscape's own columns.
  private static let taken: Set<String> = [
    "name", "interaction", "size", "suid", "shared name", "selected", "represents",
  ]

  init(_ graph: PropertyGraph) {
    self.graph = graph
    members = GraphMembers(graph, taken: Self.taken, keepsLongNumbers: true)
  }

  // MARK: Head

  func writeHead(to json: inout JSONBytes) {
    json.out.markup("[{\"CXVersion\":\"2.0\",\"hasFragments\":false},\n{\"metaData\":[")
    writeCounts(to: &json)
    json.out.markup("]},\n{\"attributeDeclarations\":[{\"networkAttributes\":{")
    json.out.markup("\"name\":{\"d\":\"string\"}")
    for (name, _) in graph.about?.entries ?? [] { declare(.init(name, .string), to: &json) }
    json.out.markup("},\"nodes\":{\"name\":{\"d\":\"string\"}")
    if graph.nodes.areArranged { declare(.init("size", .double), to: &json) }
    for field in GraphMembers.fixedNodeFields(graph) + members.nodeFields {
      declare(field, to: &json)
    }
    json.out.markup("},\"edges\":{\"interaction\":{\"d\":\"string\"}")
    for field in GraphMembers.fixedEdgeFields + members.edgeFields { declare(field, to: &json) }
    json.out.markup("}}]},\n{\"networkAttributes\":[{")
    json.key("name")
    json.string(graph.about?.title ?? "")
    json.members(of: graph.about)
    json.out.markup("}]},\n{\"nodes\":[")
  }

  private func writeCounts(to json: inout JSONBytes) {
    let counts = [
      ("attributeDeclarations", 1), ("networkAttributes", 1), ("nodes", graph.nodes.count),
      ("edges", graph.edges.count), ("visualProperties", 1),
    ]
    for (name, count) in counts {
      json.separate()
      json.out.markup("{")
      json.member("name", name)
      json.member("elementCount", count)
      json.out.markup("}")
    }
  }

  private func declare(_ field: GraphMembers.Field, to json: inout JSONBytes) {
    json.key(field.name)
    json.out.markup("{")
    json.member("d", (field.isMultiple ? "list_of_" : "") + field.type.cx2Name)
    json.out.markup("}")
  }

  // MARK: Nodes and edges

  func writeNode(_ node: Int, to json: inout JSONBytes) {
    json.out.markup("{\"id\":")
    json.out.integer(node)
    if graph.nodes.areArranged {
      json.member("x", graph.nodes.x[node])
      json.member("y", graph.nodes.y[node])
    }
    json.out.markup(",\"v\":{\"name\":")
    members.writeLabel(ofNode: node, to: &json)
    if graph.nodes.areArranged { json.member("size", graph.nodes.sizes[node]) }
    members.writeNode(node, to: &json)
    json.out.markup("}}")
  }

  func writeMiddle(to json: inout JSONBytes) { json.out.markup("]},\n{\"edges\":[") }

  func writeEdge(_ edge: Int, to json: inout JSONBytes) {
    json.out.markup("{\"id\":")
    json.out.integer(edge)
    json.member("s", Int(graph.edges.sources[edge]))
    json.member("t", Int(graph.edges.targets[edge]))
    json.out.markup(",\"v\":{\"interaction\":")
    json.string(graph.predicates[Int(graph.edges.predicates[edge])].label)
    members.writeEdge(edge, to: &json)
    json.out.markup("}}")
  }

  // MARK: Looks

  func writeEnd(to json: inout JSONBytes) {
    json.out.markup("]},\n{\"visualProperties\":[{\"default\":{\"network\":{")
    json.out.markup("\"NETWORK_BACKGROUND_COLOR\":\"#FFFFFF\"},\"node\":{")
    json.out.markup("\"NODE_LABEL_FONT_SIZE\":8,\"NODE_BORDER_WIDTH\":0")
    json.out.markup("},\"edge\":{\"EDGE_WIDTH\":1,\"EDGE_LABEL_FONT_SIZE\":5")
    json.out.markup("}},\"nodeMapping\":{")
    passThrough("NODE_LABEL", "name", .string, to: &json)
    passThrough("NODE_BACKGROUND_COLOR", "color", .string, to: &json)
    passThrough("NODE_SHAPE", "shape", .string, to: &json)
    if graph.nodes.areArranged {
      passThrough("NODE_WIDTH", "size", .double, to: &json)
      passThrough("NODE_HEIGHT", "size", .double, to: &json)
    }
    json.out.markup("},\"edgeMapping\":{")
    passThrough("EDGE_LABEL", "interaction", .string, to: &json)
    passThrough("EDGE_LINE_COLOR", "color", .string, to: &json)
    passThrough("EDGE_LINE_STYLE", "line", .string, to: &json)
    json.out.markup(",\"EDGE_TARGET_ARROW_SHAPE\":{\"type\":\"DISCRETE\",\"definition\":{")
    json.out.markup("\"attribute\":\"symmetric\",\"type\":\"boolean\",\"map\":[")
    json.out.markup("{\"v\":false,\"vp\":\"triangle\"},{\"v\":true,\"vp\":\"none\"}]}}")
    json.out.markup("}}]},\n{\"status\":[{\"success\":true}]}]\n")
  }

  private func passThrough(
    _ property: String, _ attribute: String, _ type: AttributeType, to json: inout JSONBytes
  ) {
    json.key(property)
    json.out.markup("{\"type\":\"PASSTHROUGH\",\"definition\":{")
    json.member("attribute", attribute)
    json.member("type", type.cx2Name)
    json.out.markup("}}")
  }
}

extension AttributeType {
  /// The name of the type in CX2.
  fileprivate var cx2Name: String {
    switch self {
    case .boolean: "boolean"
    case .int: "integer"
    case .long: "long"
    case .double: "double"
    case .string: "string"
    }
  }
}
