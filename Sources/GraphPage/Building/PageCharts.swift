import DomainPack
import GraphAlgorithms
import PropertyGraph
import RDF

/// The map and the layers of a page.
struct PageCharts {
  /// The most regulations that are drawn in layers.
  static let mostBoxes = 2_000

  private let graph: PropertyGraph
  /// The predicates by which regulations descend from each other, by IRI.
  private let descent: Set<String>

  init(_ graph: PropertyGraph, descent: [String]) {
    self.graph = graph
    self.descent = Set(descent)
  }

  /// The places of things and the lines between them, by ``PropertyGraph/map``.
  ///
  /// A thing that stands at another one, as a government at its city, is drawn there.
  func map() -> PageModel.Map {
    let found = GraphMap(graph)
    var map = PageModel.Map()
    var placeOf: [GraphMap.Position: Int] = [:]
    for (node, position) in found.own.enumerated() {
      guard let position else { continue }
      if placeOf[position] == nil { placeOf[position] = map.places.count }
      map.places.append(
        .init(node: node, latitude: position.latitude, longitude: position.longitude))
    }
    for line in found.lines {
      guard let source = found.positions[line.source].flatMap({ placeOf[$0] }),
        let target = found.positions[line.target].flatMap({ placeOf[$0] })
      else { continue }
      let subject: PageModel.Conflict.Subject =
        switch line.meaning {
        case .edge(let edge): .edge(edge)
        case .thing(let thing, _): .node(thing)
        }
      map.lines.append(.init(source: source, target: target, subject: subject))
    }
    return map
  }

  /// The things that descend from each other, in layers; none where they are more than
  /// ``mostBoxes``.
  ///
  /// - Complexity: that of `LayeredLayout`.
  func layers() -> PageModel.Layers {
    var layers = PageModel.Layers()
    let isDescent = graph.predicates.map { descent.contains($0.iri) }
    var edgeOfPair: [[Int32]: Int] = [:]
    var edges: [Int] = []
    for edge in graph.edges.indices where isDescent[Int(graph.edges.predicates[edge])] {
      let pair = [graph.edges.sources[edge], graph.edges.targets[edge]]
      let classes = pair.map { graph.nodes.classes[Int($0)] }
      // Agreements and programs rest on regulations by the same predicate; they do not descend.
      guard pair[0] != pair[1], classes[0] == classes[1], edgeOfPair[pair] == nil else { continue }
      edgeOfPair[pair] = edge
      edges.append(edge)
    }
    let nodes = Set(edges.flatMap { [graph.edges.sources[$0], graph.edges.targets[$0]] }).sorted()
    guard nodes.count <= Self.mostBoxes else { return layers }
    let boxOf = Dictionary(uniqueKeysWithValues: zip(nodes, nodes.indices))
    let size = LayeredDrawing.Size(
      width: PageModel.Layers.width, height: PageModel.Layers.height)
    let drawing = LayeredLayout().drawing(
      sizes: nodes.map { _ in size },
      // What is acted upon stands above what acts.
      edges: edges.map {
        (boxOf[graph.edges.targets[$0]] ?? 0, boxOf[graph.edges.sources[$0]] ?? 0)
      })
    layers.boxes = zip(nodes, drawing.centres).map { node, centre in
      let time = time(ofNode: Int(node))
      return .init(
        node: Int(node), x: centre.x, y: centre.y, from: time.from, until: time.until)
    }
    layers.arrows = zip(edges, drawing.routes).map { edge, route in
      .init(edge: edge, xs: route.reversed().map(\.x), ys: route.reversed().map(\.y))
    }
    return layers
  }

  /// From when until when a thing is in force, by the values to which the style gives these roles.
  private func time(ofNode node: Int) -> (from: String?, until: String?) {
    var (from, until): (String?, String?)
    for place in graph.attributes.rows[node] {
      let key = graph.attributes.keys[Int(graph.attributes.keyIndices[place])]
      guard let role = graph.timeRoles[key.predicate] else { continue }
      let text = graph.text(of: graph.attributes.values[place])
      guard let first = TimeSpan(text)?.first else { continue }
      switch role {
      case .from: from = min(from ?? first.text, first.text)
      case .until: until = min(until ?? first.text, first.text)
      default: break
      }
    }
    return (from, until)
  }
}
