import DomainPack
import RDF

/// Where the things of a graph are on a map, and the lines between them.
package struct GraphMap: Sendable {
  /// A place in degrees on WGS 84.
  package struct Position: Sendable, Hashable {
    /// North, −90…90.
    package var latitude: Double
    /// East, −180…180.
    package var longitude: Double

    /// A place.
    package init(latitude: Double, longitude: Double) {
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  /// What a line stands for.
  package enum Meaning: Sendable, Hashable {
    /// An edge, by its place in the graph.
    case edge(Int)
    /// A thing between others, by its place among the nodes, such as an agreement of two cities.
    case thing(Int, isDirected: Bool)
  }

  /// A line between two nodes that stand at different places.
  package struct Line: Sendable, Hashable {
    /// The place of its start among the nodes.
    package var source: Int
    /// The place of its end among the nodes.
    package var target: Int
    /// What it stands for.
    package var meaning: Meaning
  }

  /// By node: its own position.
  package private(set) var own: [Position?]
  /// By node: its own position, or that of the nearest thing at which the style has it stand.
  package private(set) var positions: [Position?]
  /// The lines of edges in their order, then those of things in the order of the nodes, one for
  /// each way.
  package private(set) var lines: [Line] = []

  /// The map of a graph by ``PropertyGraph/map``.
  ///
  /// - Complexity: O(nodes + edges), and for every thing drawn as lines the square of its places.
  package init(_ graph: PropertyGraph) {
    own = Self.ownPositions(of: graph)
    positions = own
    let roles = graph.predicates.map { graph.map.at.contains($0.iri) }
    spread(over: graph, roles)
    for edge in graph.edges.indices where !roles[Int(graph.edges.predicates[edge])] {
      add(graph.edges.sources[edge], graph.edges.targets[edge], .edge(edge))
    }
    for connection in graph.map.connections { connect(connection, in: graph) }
  }

  /// The positions that values tell; a node without one number of each kind in range has none.
  private static func ownPositions(of graph: PropertyGraph) -> [Position?] {
    let keys = graph.attributes.keys.map { key in
      graph.map.latitude.contains(key.predicate)
        ? 1 : graph.map.longitude.contains(key.predicate) ? 2 : 0
    }
    var found = [Position?](repeating: nil, count: graph.nodes.count)
    guard keys.contains(1), keys.contains(2) else { return found }
    for node in graph.nodes.indices {
      var degrees: (north: Double?, east: Double?)
      for place in graph.attributes.rows[node] {
        let role = keys[Int(graph.attributes.keyIndices[place])]
        guard role > 0, let value = Double(graph.text(of: graph.attributes.values[place])) else {
          continue
        }
        if role == 1, value.magnitude <= 90, degrees.north == nil { degrees.north = value }
        if role == 2, value.magnitude <= 180, degrees.east == nil { degrees.east = value }
      }
      if let north = degrees.north, let east = degrees.east {
        found[node] = Position(latitude: north, longitude: east)
      }
    }
    return found
  }

  /// Gives positions on to what stands at a thing with one, and so on; the first of several objects
  /// counts.
  private mutating func spread(over graph: PropertyGraph, _ roles: [Bool]) {
    guard roles.contains(true) else { return }
    var subjects: [[Int32]] = Array(repeating: [], count: graph.nodes.count)
    for edge in graph.edges.indices where roles[Int(graph.edges.predicates[edge])] {
      subjects[Int(graph.edges.targets[edge])].append(graph.edges.sources[edge])
    }
    var front = own.indices.filter { own[$0] != nil }
    while !front.isEmpty {
      var next: [Int] = []
      for node in front {
        for subject in subjects[node].map({ Int($0) }) where positions[subject] == nil {
          positions[subject] = positions[node]
          next.append(subject)
        }
      }
      front = next
    }
  }

  private mutating func connect(_ connection: MapStyle.Connection, in graph: PropertyGraph) {
    func place(of iri: String) -> Int32? {
      graph.predicates.firstIndex { $0.iri == iri }.map { Int32($0) }
    }
    guard let from = place(of: connection.from) else { return }
    let to = connection.to.flatMap(place(of:))
    if connection.to != nil, to == nil { return }
    var starts: [[Int32]] = Array(repeating: [], count: graph.nodes.count)
    var ends = starts
    for edge in graph.edges.indices {
      let (source, target) = (graph.edges.sources[edge], graph.edges.targets[edge])
      if graph.edges.predicates[edge] == from { starts[Int(target)].append(source) }
      if graph.edges.predicates[edge] == to { ends[Int(source)].append(target) }
    }
    for thing in graph.nodes.indices {
      let first = ownFirst(starts[thing])
      let second = ownFirst(ends[thing])
      var drawn: Set<Way> = []
      for (number, start) in first.enumerated() {
        for end in to == nil ? Array(first[(number + 1)...]) : second {
          guard let from = positions[Int(start)], let until = positions[Int(end)],
            drawn.insert(Way(from: from, until: until)).inserted
          else { continue }
          if to == nil { drawn.insert(Way(from: until, until: from)) }
          add(start, end, .thing(thing, isDirected: to != nil))
        }
      }
    }
  }

  /// A way between two places: a city and its government stand at one, and a second line between
  /// the same two would say nothing more.
  private struct Way: Hashable {
    var from: Position
    var until: Position
  }

  /// The nodes, those with a position of their own first.
  private func ownFirst(_ nodes: [Int32]) -> [Int32] {
    nodes.filter { own[Int($0)] != nil } + nodes.filter { own[Int($0)] == nil }
  }

  private mutating func add(_ source: Int32, _ target: Int32, _ meaning: Meaning) {
    guard let start = positions[Int(source)], let end = positions[Int(target)], start != end else {
      return
    }
    lines.append(Line(source: Int(source), target: Int(target), meaning: meaning))
  }
}
