import GraphAlgorithms
import TestSupport
import Testing

@Suite("Components side by side")
struct ComponentPackingTests {
  /// Stars of several sizes, each laid out alone, and some lone nodes.
  private func sample(
    stars: Int, lone: Int, seed: UInt64
  ) -> (graph: WeightedGraph, points: [Point], components: [[Int]]) {
    var generator = SeededGenerator(seed: seed)
    var points: [Point] = []
    var edges: [Sample.Edge] = []
    for _ in 0..<stars {
      let hub = points.count
      for leaf in 0...(1 + generator.below(12)) {
        points.append(Point(x: Double(generator.below(200)), y: Double(generator.below(140))))
        if leaf > 0 { edges.append((hub, hub + leaf, 1)) }
      }
    }
    points += [Point](repeating: .zero, count: lone)
    let graph = WeightedGraph(nodeCount: points.count, edges: edges)
    return (graph, points, ConnectedComponents(of: graph).members)
  }

  @Test("packed components keep the gap", arguments: [0.3, 1, 2.5])
  func componentsDoNotTouch(aspect: Double) {
    let sample = sample(stars: 40, lone: 11, seed: 11)
    let radii = sample.points.map { _ in 4.0 }
    var points = sample.points
    ComponentPacking(gap: 10, aspect: aspect).pack(
      &points, radii: radii, graph: sample.graph, components: sample.components)
    for (index, members) in sample.components.enumerated() {
      // Within a component nothing moved.
      for member in members {
        let way = points[member].distance(to: points[members[0]])
        let before = sample.points[member].distance(to: sample.points[members[0]])
        #expect(abs(way - before) < 1e-6)
      }
      for other in sample.components[..<index].joined() {
        #expect(members.allSatisfy { points[$0].distance(to: points[other]) >= 18 - 5 - 1e-6 })
      }
    }
  }

  @Test("little room is wasted, and the whole has about the shape asked for")
  func packsTightly() {
    let sample = sample(stars: 200, lone: 0, seed: 3)
    let radii = sample.points.map { _ in 4.0 }
    var points = sample.points
    ComponentPacking(gap: 10, aspect: 2).pack(
      &points, radii: radii, graph: sample.graph, components: sample.components)
    let width = (points.map(\.x).max() ?? 0) - (points.map(\.x).min() ?? 0)
    let height = (points.map(\.y).max() ?? 0) - (points.map(\.y).min() ?? 0)
    #expect(width / height > 1.6 && width / height < 2.5)
    let boxes = sample.components.reduce(0.0) { sum, members in
      let (xs, ys) = (members.map { points[$0].x }, members.map { points[$0].y })
      return sum + ((xs.max() ?? 0) - (xs.min() ?? 0) + 18)
        * ((ys.max() ?? 0) - (ys.min() ?? 0) + 18)
    }
    #expect(width * height < 1.1 * boxes)
  }

  @Test("nodes without edges stand in rows below the rest, in their order")
  func loneNodesStandInRows() {
    let sample = sample(stars: 5, lone: 70, seed: 6)
    var points = sample.points
    ComponentPacking(gap: 10).pack(
      &points, radii: points.map { _ in 4 }, graph: sample.graph, components: sample.components)
    let lone = Array(points.suffix(70))
    let rest = points.dropLast(70)
    #expect((lone.map(\.y).min() ?? 0) > (rest.map(\.y).max() ?? 0))
    for (first, second) in zip(lone, lone.dropFirst()) {
      let isNext = second.y == first.y && abs(second.x - first.x - 13) < 1e-9
      let isNewRow = abs(second.y - first.y - 13) < 1e-9 && second.x == lone[0].x
      #expect(isNext || isNewRow)
    }
  }
}

@Suite("Arrangement of a whole graph")
struct ArrangementTests {
  private func radii(of graph: WeightedGraph) -> [Double] {
    (0..<graph.nodeCount).map { 4 + Double(graph.degree(of: $0)).squareRoot() }
  }

  private func arranged(_ graph: WeightedGraph) -> [Point] {
    Arrangement().positions(
      of: graph, radii: radii(of: graph), communities: Leiden().communities(of: graph))
  }

  private static let graphs: [(name: String, graph: WeightedGraph)] = [
    ("no nodes", WeightedGraph(nodeCount: 0, edges: [])),
    ("one node", WeightedGraph(nodeCount: 1, edges: [])),
    ("no edges", WeightedGraph(nodeCount: 90, edges: [])),
    ("loops only", WeightedGraph(nodeCount: 9, edges: (0..<9).map { ($0, $0, 2) })),
    ("parallel edges", WeightedGraph(nodeCount: 2, edges: (0..<300).map { _ in (1, 0, 1) })),
    (
      "weights of all sizes",
      WeightedGraph(
        nodeCount: 4, edges: [(0, 1, 1e-300), (1, 2, 1), (2, 3, 1e300), (3, 0, 1e9)])
    ),
    ("karate club", Sample.karateClub),
    ("star", WeightedGraph(nodeCount: 400, edges: (1..<400).map { (0, $0, 1) })),
    ("path", WeightedGraph(nodeCount: 150, edges: (1..<150).map { ($0 - 1, $0, 1) })),
    ("grid", Sample.grid(side: 15)),
    ("planted groups", Sample.planted(groups: 8, size: 50, seed: 5)),
    ("many components", Sample.any(nodeCount: 500, edgeCount: 260, seed: 7)),
  ]

  @Test("no two discs overlap, and the places are the same each time", arguments: graphs)
  func discsDoNotOverlap(name: String, graph: WeightedGraph) {
    let points = arranged(graph)
    let radii = radii(of: graph)
    #expect(points == arranged(graph))
    #expect(points.count == graph.nodeCount)
    for first in points.indices {
      #expect(points[first].x.isFinite && points[first].y.isFinite)
      #expect(points[first] == points[first].rounded)
      for second in 0..<first {
        #expect(points[first].distance(to: points[second]) >= radii[first] + radii[second])
      }
    }
  }

  @Test("the places are these on every machine")
  func placesAreKnown() {
    // FNV-1a over the bits of every coordinate.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for point in arranged(Sample.planted(groups: 8, size: 50, seed: 5)) {
      for bits in [point.x.bitPattern, point.y.bitPattern] {
        for shift in stride(from: 0, to: 64, by: 8) {
          hash = (hash ^ ((bits >> UInt64(shift)) & 0xff)) &* 0x100_0000_01b3
        }
      }
    }
    #expect(hash == 15_570_096_382_637_040_685)
  }

  @Test("the discs cover at least a fiftieth of the box around them")
  func usesTheRoom() {
    let graph = Sample.planted(groups: 8, size: 50, seed: 5)
    let points = arranged(graph)
    let discs = radii(of: graph).reduce(0.0) { $0 + 4 * $1 * $1 }
    let width = (points.map(\.x).max() ?? 0) - (points.map(\.x).min() ?? 0)
    let height = (points.map(\.y).max() ?? 0) - (points.map(\.y).min() ?? 0)
    #expect(discs / (width * height) > 0.02)
  }
}
