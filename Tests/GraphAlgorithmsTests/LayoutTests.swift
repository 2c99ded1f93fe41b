import GraphAlgorithms
import TestSupport
import Testing

@Suite("Forces on numbered nodes")
struct ForceAtlas2Tests {
  private func cloud(_ count: Int, seed: UInt64) -> [Point] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      Point(x: Double(generator.below(20_000)) / 20, y: Double(generator.below(20_000)) / 20)
    }
  }

  @Test("grouping far nodes changes the repulsion by a few parts in a hundred", arguments: 1...6)
  func groupingIsNearTheTruth(seed: Int) {
    let points = cloud(600, seed: UInt64(seed))
    let masses = points.indices.map { Double(1 + $0 % 7) }
    var tree = BarnesHutTree()
    tree.rebuild(points, masses: masses)
    for (opening, bound) in [(0.0, 1e-5), (0.5, 0.01), (1.2, 0.05)] {
      var forces = [Point](repeating: .zero, count: points.count)
      tree.addRepulsion(to: &forces, strength: 3, opening: opening)
      var error = 0.0
      var size = 0.0
      for first in points.indices {
        var exact = Point.zero
        for second in points.indices where second != first {
          let distance = points[first].distance(to: points[second])
          guard distance > 0 else { continue }
          let factor = 3 * masses[first] * masses[second] / (distance * distance)
          exact.x += factor * (points[first].x - points[second].x)
          exact.y += factor * (points[first].y - points[second].y)
        }
        error += forces[first].distance(to: exact)
        size += exact.distance(to: .zero)
      }
      #expect(error < bound * size, "error \(error) of \(size) at opening \(opening)")
    }
  }

  @Test("points that coincide, or nearly, get finite forces", arguments: [0, 1e-300, 1e-9, 1e9])
  func standsCoincidence(distance: Double) {
    let points = (0..<100).map { Point(x: distance * Double($0 % 3), y: 0) }
    var tree = BarnesHutTree()
    tree.rebuild(points, masses: points.map { _ in 2 })
    var forces = points
    tree.addRepulsion(to: &forces, strength: 1, opening: 1.2)
    #expect(forces.allSatisfy { $0.x.isFinite && $0.y.isFinite })
  }

  @Test("two nodes come to rest where pull and repulsion are equal")
  func findsTheBalance() {
    let pair = WeightedGraph(nodeCount: 2, edges: [(0, 1, 1)])
    var forces = ForceAtlas2()
    forces.attraction = .linear
    forces.gravity = .constant(0)
    var points = [Point(x: 1, y: 0), Point(x: 90, y: 0)]
    forces.refine(&points, of: pair, masses: [2, 2], steps: 300)
    // Distance² = scaling · mass · mass.
    #expect(abs(points[0].distance(to: points[1]) - (12.0 * 4).squareRoot()) < 0.1)
    forces.attraction = .bounded(5)
    forces.refine(&points, of: pair, masses: [2, 2], steps: 300)
    let distance = points[0].distance(to: points[1])
    #expect(abs(distance * 5 / (5 + distance) - 48 / distance) < 0.1)
  }

  @Test(
    "gravity gathers nodes that no edge holds",
    arguments: [ForceAtlas2.Gravity.constant(1), .growing(x: 1, y: 1)])
  func gravityGathers(gravity: ForceAtlas2.Gravity) {
    let lone = WeightedGraph(nodeCount: 60, edges: [])
    var forces = ForceAtlas2()
    forces.gravity = gravity
    var points = cloud(60, seed: 2)
    forces.refine(&points, of: lone, masses: forces.masses(of: lone), steps: 300)
    #expect(points.allSatisfy { $0.distance(to: .zero) < 100 })
  }
}

@Suite("Layout by communities")
struct CommunityLayoutTests {
  @Test("members of a community lie closer together than others", arguments: 1...4)
  func communitiesLieTogether(seed: Int) {
    let graph = Sample.planted(groups: 6, size: 40, seed: UInt64(seed))
    let communities = Leiden().communities(of: graph)
    let points = CommunityLayout().positions(of: graph, communities: communities)
    var (within, all) = ((sum: 0.0, count: 0.0), (sum: 0.0, count: 0.0))
    for first in points.indices {
      for second in 0..<first {
        let apart = points[first].distance(to: points[second])
        all = (all.sum + apart, all.count + 1)
        guard communities[first] == communities[second] else { continue }
        within = (within.sum + apart, within.count + 1)
      }
    }
    let separation = within.sum / within.count * all.count / all.sum
    #expect(separation < 0.5, "separation \(separation)")
  }

  @Test("the whole is about as wide as asked for", arguments: [0.6, 1, 2])
  func hasTheAspect(aspect: Double) {
    let graph = Sample.planted(groups: 12, size: 30, seed: 8)
    var layout = CommunityLayout()
    layout.aspect = aspect
    let points = layout.positions(of: graph, communities: Leiden().communities(of: graph))
    let width = (points.map(\.x).max() ?? 0) - (points.map(\.x).min() ?? 0)
    let height = (points.map(\.y).max() ?? 0) - (points.map(\.y).min() ?? 0)
    #expect(width / height > aspect * 0.7 && width / height < aspect * 1.4)
  }

  @Test("a grid unfolds: no edge is stretched across it", arguments: [8, 12, 20, 30])
  func unfoldsAGrid(side: Int) {
    let graph = Sample.grid(side: side)
    let points = CommunityLayout().positions(
      of: graph, communities: Leiden().communities(of: graph))
    let last = side * side - 1
    let opposite = points[0].distance(to: points[last])
    let other = points[side - 1].distance(to: points[last - side + 1])
    for node in points.indices {
      for neighbour in graph.adjacency.neighbours(of: node) {
        #expect(points[node].distance(to: points[neighbour]) < (opposite + other) / 5)
      }
    }
  }

  @Test("no nodes, one, two, and parts without an edge between them have finite places")
  func endsOnSmallGraphs() {
    let graphs = [
      WeightedGraph(nodeCount: 0, edges: []), WeightedGraph(nodeCount: 1, edges: [(0, 0, 1)]),
      WeightedGraph(nodeCount: 2, edges: [(0, 1, 1)]),
      WeightedGraph(nodeCount: 9, edges: [(0, 1, 1), (2, 3, 1)]),
    ]
    for graph in graphs {
      let points = CommunityLayout().positions(
        of: graph, communities: Leiden().communities(of: graph))
      #expect(points.count == graph.nodeCount)
      #expect(points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
      #expect(Set(points).count == points.count)
    }
  }
}

@Suite("Room for discs")
struct OverlapRemovalTests {
  @Test("no two discs overlap, wherever they start", arguments: 1...12)
  func discsDoNotOverlap(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let spread = [1, 30, 300, 3000][seed % 4]
    // The first few coincide, and one is much larger than the others.
    var points = (0..<200).map { index in
      index < 9
        ? Point.zero : Point(x: Double(generator.below(spread)), y: Double(generator.below(spread)))
    }
    let radii = (0..<200).map { $0 == 50 ? 150 : Double(1 + generator.below(24)) }
    OverlapRemoval(gap: 1).separate(&points, radii: radii)
    points = points.map(\.rounded)
    for first in points.indices {
      for second in 0..<first {
        #expect(points[first].distance(to: points[second]) >= radii[first] + radii[second])
      }
    }
  }

  @Test("discs that have room stay where they are")
  func leavesAlone() {
    let start = (0..<20).map { Point(x: Double($0) * 12, y: Double($0 % 3)) }
    var points = start
    OverlapRemoval(gap: 1).separate(&points, radii: start.map { _ in 5 })
    #expect(points == start)
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
