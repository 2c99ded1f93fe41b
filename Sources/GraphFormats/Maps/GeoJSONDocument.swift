import DomainPack
import PropertyGraph

/// The features of a GeoJSON document.
struct GeoJSONDocument {
  /// Where everything is.
  let map: GraphMap
  private let graph: PropertyGraph
  private let members: GraphMembers

  private static let taken: Set<String> = [
    "name", "from", "to", "from_iri", "to_iri", "label", "marker-color", "stroke",
  ]

  init(_ graph: PropertyGraph) {
    self.graph = graph
    map = GraphMap(graph)
    members = GraphMembers(graph, taken: Self.taken)
  }

  /// How many things are neither a point nor an end of a line nor drawn as one.
  var summary: WriteSummary {
    var isShown = map.own.map { $0 != nil }
    for line in map.lines {
      isShown[line.source] = true
      isShown[line.target] = true
      if case .thing(let thing, _) = line.meaning { isShown[thing] = true }
    }
    var summary = WriteSummary()
    summary.unplacedNodes = isShown.count { !$0 }
    return summary
  }

  func writePoint(_ node: Int, at position: GraphMap.Position, to json: inout JSONBytes) {
    json.out.markup("{\"type\":\"Feature\",\"id\":\"n")
    json.out.integer(node)
    json.out.markup("\",\"geometry\":{\"type\":\"Point\",\"coordinates\":")
    Self.write(position, to: &json)
    json.out.markup("},\"properties\":{\"name\":")
    members.writeLabel(ofNode: node, to: &json)
    members.writeNode(node, to: &json)
    json.member("marker-color", graph.classes[Int(graph.nodes.classes[node])].colour.hex)
    json.out.markup("}}")
  }

  func writeLine(_ line: GraphMap.Line, to json: inout JSONBytes) {
    guard let start = map.positions[line.source], let end = map.positions[line.target] else {
      return
    }
    json.out.markup("{\"type\":\"Feature\",\"id\":\"")
    switch line.meaning {
    case .edge(let edge):
      json.out.markup("e")
      json.out.integer(edge)
    case .thing(let thing, _):
      json.out.markup("n")
      json.out.integer(thing)
      json.out.markup("/n")
      json.out.integer(line.source)
      json.out.markup("/n")
      json.out.integer(line.target)
    }
    json.out.markup("\",\"geometry\":")
    Self.writeGeometry(start, end, to: &json)
    json.out.markup(",\"properties\":{\"from\":")
    members.writeLabel(ofNode: line.source, to: &json)
    json.out.markup(",\"to\":")
    members.writeLabel(ofNode: line.target, to: &json)
    json.member("from_iri", graph.text(of: graph.nodes.terms[line.source]))
    json.member("to_iri", graph.text(of: graph.nodes.terms[line.target]))
    switch line.meaning {
    case .edge(let edge):
      let predicate = graph.predicates[Int(graph.edges.predicates[edge])]
      json.member("label", predicate.label)
      members.writeEdge(edge, to: &json)
      json.member("stroke", predicate.colour.hex)
    case .thing(let thing, let isDirected):
      json.key("name")
      members.writeLabel(ofNode: thing, to: &json)
      json.member("directed", isDirected)
      members.writeNode(thing, to: &json)
      json.member("stroke", graph.classes[Int(graph.nodes.classes[thing])].colour.hex)
    }
    json.out.markup("}}")
  }

  // MARK: Geometry

  /// A line the shorter way round; one over the antimeridian is cut there
  /// ([RFC 7946 §3.1.9](https://www.rfc-editor.org/rfc/rfc7946#section-3.1.9)), and an end on it is
  /// on the side where the line is.
  private static func writeGeometry(
    _ start: GraphMap.Position, _ end: GraphMap.Position, to json: inout JSONBytes
  ) {
    var (start, end) = (start, end)
    let east = end.longitude - start.longitude
    // Westwards the line reaches −180 where eastwards it would have to go further than that.
    let edge: Double = east > 0 ? -180 : 180
    let isLong = east.magnitude > 180
    if isLong, start.longitude == edge {
      start.longitude = -edge
    } else if isLong, end.longitude == -edge {
      end.longitude = edge
    } else if isLong {
      let share = (edge - start.longitude).magnitude / (360 - east.magnitude)
      let latitude = start.latitude + (end.latitude - start.latitude) * share
      json.out.markup("{\"type\":\"MultiLineString\",\"coordinates\":[[")
      write(start, to: &json)
      json.out.markup(",")
      write(GraphMap.Position(latitude: latitude, longitude: edge), to: &json)
      json.out.markup("],[")
      write(GraphMap.Position(latitude: latitude, longitude: -edge), to: &json)
      json.out.markup(",")
      write(end, to: &json)
      return json.out.markup("]]}")
    }
    json.out.markup("{\"type\":\"LineString\",\"coordinates\":[")
    write(start, to: &json)
    json.out.markup(",")
    write(end, to: &json)
    json.out.markup("]}")
  }

  /// Longitude and latitude, in the shortest digits that give the same numbers back.
  private static func write(_ position: GraphMap.Position, to json: inout JSONBytes) {
    json.out.ascii("[\(position.longitude),\(position.latitude)]")
  }
}
