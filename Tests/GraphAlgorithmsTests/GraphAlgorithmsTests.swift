import GraphAlgorithms
import TestSupport
import Testing

/// Graphs made from a seed.
enum Sample {
  typealias Edge = (source: Int, target: Int, weight: Double)

  /// Groups of nodes with many edges within and few between.
  static func planted(groups: Int, size: Int, seed: UInt64) -> WeightedGraph {
    var generator = SeededGenerator(seed: seed)
    var edges: [Edge] = []
    for group in 0..<groups {
      for node in 0..<size {
        for _ in 0..<4 {
          edges.append((group * size + node, group * size + generator.below(size), 1))
        }
        if generator.below(10) == 0 {
          edges.append((group * size + node, generator.below(groups * size), 1))
        }
      }
    }
    return WeightedGraph(nodeCount: groups * size, edges: edges)
  }

  /// Any graph: loops, parallel edges, nodes without edges.
  static func any(nodeCount: Int, edgeCount: Int, seed: UInt64) -> WeightedGraph {
    var generator = SeededGenerator(seed: seed)
    return WeightedGraph(
      nodeCount: nodeCount,
      edges: (0..<edgeCount).map { _ in
        (generator.below(nodeCount), generator.below(nodeCount), Double(1 + generator.below(3)))
      })
  }
}

@Suite("Connected components")
struct ConnectedComponentsTests {
  @Test("nodes that no path joins lie apart, and every node lies in one component")
  func separatesWhatNoPathJoins() {
    let graph = WeightedGraph(
      nodeCount: 6, edges: [(4, 1, 1), (1, 3, 1), (0, 0, 2), (5, 2, 1)])
    #expect(ConnectedComponents(of: graph).members == [[0], [1, 3, 4], [2, 5]])
    #expect(ConnectedComponents(of: graph).componentOfNode == [0, 1, 2, 1, 1, 2])
  }

  @Test("a degree counts neighbours, parallel edges once and loops not")
  func countsNeighbours() {
    let graph = WeightedGraph(
      nodeCount: 3, edges: [(0, 1, 1), (1, 0, 1), (1, 2, 1), (2, 2, 1)])
    #expect((0..<3).map(graph.degree(of:)) == [1, 2, 1])
  }
}

@Suite("Leiden communities")
struct LeidenTests {
  @Test("planted groups are found", arguments: [1, 2, 3, 4] as [UInt64])
  func findsPlantedGroups(seed: UInt64) {
    let (groups, size) = (8, 40)
    let found = Leiden().communities(of: Sample.planted(groups: groups, size: size, seed: seed))
    var agreeing = 0
    for group in 0..<groups {
      var counts: [Int: Int] = [:]
      for node in 0..<size { counts[found[group * size + node], default: 0] += 1 }
      agreeing += counts.values.max() ?? 0
    }
    #expect(agreeing * 100 >= groups * size * 95, "only \(agreeing) of \(groups * size)")
  }

  @Test("two cliques joined by one edge are two communities")
  func separatesCliques() {
    var edges: [Sample.Edge] = [(0, 5, 1)]
    for base in [0, 5] {
      for first in 0..<5 {
        for second in 0..<first { edges.append((base + first, base + second, 1)) }
      }
    }
    let graph = WeightedGraph(nodeCount: 10, edges: edges)
    #expect(Leiden().communities(of: graph) == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
    // Of 21 edges 20 lie within, and each community holds half of the ends.
    let modularity = Leiden().modularity(of: Leiden().communities(of: graph), in: graph)
    #expect(abs(modularity - (20.0 / 21 - 0.5)) < 1e-12)
  }

  @Test("communities hang together and are numbered by falling size", arguments: 1...20)
  func communitiesHangTogether(seed: Int) {
    let graph = Sample.any(nodeCount: 120, edgeCount: 150, seed: UInt64(seed))
    let communities = Leiden().communities(of: graph)
    var sizes: [Int] = []
    for community in 0...(communities.max() ?? 0) {
      let members = communities.indices.filter { communities[$0] == community }
      #expect(ConnectedComponents(of: graph.subgraph(of: members)).members.count == 1)
      sizes.append(members.count)
    }
    #expect(sizes == sizes.sorted(by: >))
    #expect(
      Leiden().modularity(of: communities, in: graph)
        >= Leiden().modularity(of: Array(communities.indices), in: graph))
  }

  @Test("nodes without edges are communities of their own")
  func leavesLoneNodesAlone() {
    #expect(Leiden().communities(of: WeightedGraph(nodeCount: 3, edges: [])) == [0, 1, 2])
    #expect(Leiden().communities(of: WeightedGraph(nodeCount: 0, edges: [])) == [])
  }
}

@Suite("Layout of numbered nodes")
struct LayoutTests {
  private func distance(_ first: Point, _ second: Point) -> Double {
    let (x, y) = (first.x - second.x, first.y - second.y)
    return (x * x + y * y).squareRoot()
  }

  @Test("the same graph gets the same places")
  func isDeterministic() {
    let graph = Sample.planted(groups: 5, size: 30, seed: 9)
    let communities = Leiden().communities(of: graph)
    let first = ForceAtlas2().positions(of: graph, communities: communities)
    #expect(first == ForceAtlas2().positions(of: graph, communities: communities))
    #expect(first.allSatisfy { $0.x.isFinite && $0.y.isFinite })
  }

  @Test("members of a community lie closer together than others")
  func communitiesLieTogether() {
    let graph = Sample.planted(groups: 6, size: 40, seed: 3)
    let communities = Leiden().communities(of: graph)
    let points = ForceAtlas2().positions(of: graph, communities: communities)
    var (within, all) = ((sum: 0.0, count: 0.0), (sum: 0.0, count: 0.0))
    for first in points.indices {
      for second in 0..<first {
        let apart = distance(points[first], points[second])
        all = (all.sum + apart, all.count + 1)
        guard communities[first] == communities[second] else { continue }
        within = (within.sum + apart, within.count + 1)
      }
    }
    #expect(within.sum / within.count < 0.7 * all.sum / all.count)
  }

  @Test("grouping far nodes changes the forces little")
  func groupingIsNearTheTruth() {
    let graph = Sample.planted(groups: 4, size: 50, seed: 5)
    let communities = Leiden().communities(of: graph)
    var layout = ForceAtlas2()
    layout.iterations = 1
    let grouped = layout.positions(of: graph, communities: communities)
    layout.opening = 0
    let exact = layout.positions(of: graph, communities: communities)
    layout.iterations = 0
    let start = layout.positions(of: graph, communities: communities)
    let moved = zip(exact, start).map(distance).reduce(0, +)
    let error = zip(exact, grouped).map(distance).reduce(0, +)
    #expect(moved > 0)
    #expect(error < 0.1 * moved, "error \(error) of \(moved)")
  }

  @Test("no two discs overlap, wherever they start", arguments: 1...12)
  func discsDoNotOverlap(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let spread = [1, 30, 300, 3000][seed % 4]
    // The first few coincide.
    var points = (0..<200).map { index in
      index < 9
        ? Point.zero : Point(x: Double(generator.below(spread)), y: Double(generator.below(spread)))
    }
    let radii = (0..<200).map { _ in Double(1 + generator.below(24)) }
    OverlapRemoval(gap: 1).separate(&points, radii: radii)
    points = points.map(\.rounded)
    for first in points.indices {
      for second in 0..<first {
        #expect(distance(points[first], points[second]) >= radii[first] + radii[second])
      }
    }
  }

  @Test("packed components do not touch")
  func componentsDoNotTouch() {
    var generator = SeededGenerator(seed: 11)
    var points: [Point] = []
    var components: [[Int]] = []
    for _ in 0..<40 {
      let size = 1 + generator.below(12)
      components.append(Array(points.count..<(points.count + size)))
      for _ in 0..<size {
        points.append(Point(x: Double(generator.below(90)), y: Double(generator.below(60))))
      }
    }
    let radii = points.map { _ in 4.0 }
    ComponentPacking(gap: 10).pack(&points, radii: radii, components: components)
    let boxes = components.map { members in
      (
        left: members.map { points[$0].x }.min() ?? 0,
        right: members.map { points[$0].x }.max() ?? 0,
        top: members.map { points[$0].y }.min() ?? 0,
        bottom: members.map { points[$0].y }.max() ?? 0
      )
    }
    for (index, first) in boxes.enumerated() {
      for second in boxes[..<index] {
        let isApart =
          first.right + 18 <= second.left + 1e-9 || second.right + 18 <= first.left + 1e-9
          || first.bottom + 18 <= second.top + 1e-9 || second.bottom + 18 <= first.top + 1e-9
        #expect(isApart)
      }
    }
  }

  @Test("the longest way through a cloud of points becomes level")
  func levelsTheLongAxis() {
    var points = (0..<50).map { Point(x: Double($0) * 0.3, y: Double($0) + Double($0 % 3)) }
    PrincipalAxis().level(&points)
    let width = (points.map(\.x).max() ?? 0) - (points.map(\.x).min() ?? 0)
    let height = (points.map(\.y).max() ?? 0) - (points.map(\.y).min() ?? 0)
    #expect(width > 45)
    #expect(height < 6)
  }
}
