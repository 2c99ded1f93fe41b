import GraphAlgorithms
import TestSupport
import Testing

@Suite("Layout in layers")
struct LayeredLayoutTests {
  private typealias Edge = (source: Int, target: Int)

  /// A graph of boxes of different sizes.
  private struct Graph {
    var sizes: [LayeredDrawing.Size] = []
    var edges: [Edge] = []

    var drawing: LayeredDrawing { LayeredLayout().drawing(sizes: sizes, edges: edges) }

    init(nodes: Int, _ edges: [Edge] = []) {
      for node in 0..<nodes {
        let (width, height) = (20 + node % 5 * 15, 10 + node % 3 * 8)
        sizes.append(LayeredDrawing.Size(width: Double(width), height: Double(height)))
      }
      self.edges = edges
    }

    /// Edges at random: all to nodes of greater numbers, or any at all.
    init(nodes: Int, edges count: Int, isAcyclic: Bool, _ generator: inout SeededGenerator) {
      self.init(nodes: nodes)
      for _ in 0..<count {
        let (first, second) = (generator.below(nodes), generator.below(nodes))
        guard isAcyclic else {
          edges.append((first, second))
          continue
        }
        if first != second { edges.append((min(first, second), max(first, second))) }
      }
    }
  }

  private static let seeds = Array(UInt64(1)...40)

  @Test("edges of a graph without cycles lead downwards", arguments: seeds)
  func downwards(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let graph = Graph(
      nodes: 2 + generator.below(30), edges: generator.below(60), isAcyclic: true, &generator)
    let drawing = graph.drawing
    for edge in graph.edges {
      #expect(drawing.layers[edge.source] < drawing.layers[edge.target], "seed \(seed)")
    }
  }

  @Test("boxes keep their distance, and no edge runs through one", arguments: seeds)
  func room(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let graph = Graph(
      nodes: 1 + generator.below(40), edges: generator.below(80), isAcyclic: false, &generator)
    let (drawing, sizes) = (graph.drawing, graph.sizes)
    let gap = LayeredLayout().nodeGap - 0.02
    for first in sizes.indices {
      let box = (drawing.centres[first], sizes[first])
      #expect(box.0.x - box.1.width / 2 > -0.01 && box.0.y - box.1.height / 2 > -0.01)
      #expect(box.0.x + box.1.width / 2 < drawing.size.width + 0.01)
      #expect(box.0.y + box.1.height / 2 < drawing.size.height + 0.01)
      for second in 0..<first {
        let (x, y) = (
          abs(drawing.centres[second].x - box.0.x), abs(drawing.centres[second].y - box.0.y)
        )
        #expect(
          x - (sizes[second].width + box.1.width) / 2 >= gap
            || y - (sizes[second].height + box.1.height) / 2 >= gap,
          "seed \(seed): boxes \(second) and \(first)")
      }
      for route in drawing.routes {
        // Between two layers there are no boxes; within one an edge runs upright.
        for place in stride(from: 0, to: route.count, by: 2) {
          #expect(route[place].x == route[place + 1].x)
          let (top, bottom) = (
            min(route[place].y, route[place + 1].y), max(route[place].y, route[place + 1].y)
          )
          let isBeside = abs(route[place].x - box.0.x) >= box.1.width / 2
          let isAway =
            bottom <= box.0.y - box.1.height / 2 + 0.01 || top >= box.0.y + box.1.height / 2 - 0.01
          #expect(isBeside || isAway, "seed \(seed): an edge through box \(first)")
        }
      }
    }
  }

  @Test("an edge begins and ends at the borders of its boxes", arguments: seeds)
  func ends(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = Graph(
      nodes: 1 + generator.below(20), edges: generator.below(50), isAcyclic: false, &generator)
    let (drawing, sizes) = (graph.drawing, graph.sizes)
    for (edge, route) in zip(graph.edges, drawing.routes) {
      guard edge.source != edge.target else {
        #expect(route.isEmpty)
        continue
      }
      for (node, point) in [(edge.source, route.first), (edge.target, route.last)] {
        let (centre, point) = (drawing.centres[node], try #require(point))
        #expect(abs(abs(point.y - centre.y) - sizes[node].height / 2) < 0.02, "seed \(seed)")
        #expect(abs(point.x - centre.x) <= sizes[node].width / 2, "seed \(seed)")
      }
    }
  }

  @Test("the crossings told are those of the ways drawn", arguments: seeds)
  func crossings(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let graph = Graph(
      nodes: 2 + generator.below(20), edges: generator.below(50), isAcyclic: false, &generator)
    let drawing = graph.drawing
    // Edges between the same boxes share one way.
    var ways: [[Point]] = []
    for route in drawing.routes where !route.isEmpty {
      let way = route[0].y < route[route.count - 1].y ? route : route.reversed()
      if !ways.contains(way) { ways.append(way) }
    }
    var count = 0
    for first in ways.indices {
      for second in 0..<first {
        for curve in Self.curves(of: ways[first]) {
          for other in Self.curves(of: ways[second]) where curve.0.y == other.0.y {
            if (curve.0.x - other.0.x) * (curve.1.x - other.1.x) < 0 { count += 1 }
          }
        }
      }
    }
    #expect(count == drawing.crossingCount, "seed \(seed)")
  }

  private static func curves(of way: [Point]) -> [(Point, Point)] {
    stride(from: 1, to: way.count - 1, by: 2).map { (way[$0], way[$0 + 1]) }
  }

  @Test("edges are as short as any layers let them be", arguments: seeds)
  func shortest(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = 2 + generator.below(4)
    let graph = Graph(nodes: count, edges: generator.below(9), isAcyclic: true, &generator)
    let pairs = Set(graph.edges.map { [$0.source, $0.target] })
    let layers = graph.drawing.layers
    func length(_ layers: [Int]) -> Int? {
      var sum = 0
      for pair in pairs {
        let length = layers[pair[1]] - layers[pair[0]]
        guard length > 0 else { return nil }
        sum += length
      }
      return sum
    }
    var least = Int.max
    var tried = [Int](repeating: 0, count: count)
    // All ways to put the nodes into as many layers as there are nodes.
    while true {
      if let length = length(tried) { least = min(least, length) }
      guard let next = tried.firstIndex(where: { $0 < count - 1 }) else { break }
      for place in 0..<next { tried[place] = 0 }
      tried[next] += 1
    }
    #expect(length(layers) == least, "seed \(seed)")
  }

  @Test("a tree is drawn without crossings", arguments: seeds)
  func tree(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let nodes = 2 + generator.below(60)
    let graph = Graph(nodes: nodes, (1..<nodes).map { (generator.below($0), $0) })
    #expect(graph.drawing.crossingCount == 0, "seed \(seed)")
  }

  @Test("two layers with all edges between them cross as often as they must")
  func complete() {
    let edges = (0..<4).flatMap { upper in (4..<9).map { (upper, $0) } }
    // Each two of four nodes cross with each two of five.
    #expect(Graph(nodes: 9, edges).drawing.crossingCount == 6 * 10)
  }

  @Test("a long edge runs straight where nothing is in its way")
  func straight() {
    let drawing = Graph(nodes: 6, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (0, 5)]).drawing
    let inner = drawing.routes[5].dropFirst(2).dropLast(2).map(\.x)
    #expect(inner.count == 8 && Set(inner).count == 1, "\(inner)")
    #expect(drawing.crossingCount == 0)
  }

  @Test("of a cycle one edge leads upwards", arguments: [2, 3, 7, 30])
  func cycle(length: Int) {
    let drawing = Graph(nodes: length, (0..<length).map { ($0, ($0 + 1) % length) }).drawing
    let upward = (0..<length).count { drawing.layers[$0] > drawing.layers[($0 + 1) % length] }
    #expect(upward == 1)
    #expect(drawing.routes.allSatisfy { !$0.isEmpty })
  }

  @Test("nothing, one box and boxes without edges are drawn too")
  func few() {
    #expect(Graph(nodes: 0).drawing == LayeredLayout().drawing(sizes: [], edges: []))
    #expect(Graph(nodes: 1, [(0, 0)]).drawing.size == LayeredDrawing.Size(width: 20, height: 10))
    #expect(Set(Graph(nodes: 9).drawing.centres).count == 9)
  }

  @Test("the same graph has the same places everywhere")
  func known() {
    let drawing = Graph(nodes: 5, [(0, 1), (0, 2), (1, 3), (2, 3), (0, 4), (4, 3), (3, 0)]).drawing
    #expect(drawing.layers == [0, 1, 1, 2, 1])
    #expect(drawing.centres.map { "\($0.x) \($0.y)" } == Self.knownCentres)
  }

  private static let knownCentres = [
    "115.75 5.0", "17.5 79.0", "78.0 79.0", "119.5 153.0", "161.0 79.0",
  ]
}
