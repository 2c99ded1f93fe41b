import GraphAlgorithms
import TestSupport

/// Graphs for the tests, made from a seed or known from the literature.
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

  /// Any edges: loops, parallel ones, nodes without any.
  static func edges(nodeCount: Int, edgeCount: Int, seed: UInt64) -> [Edge] {
    var generator = SeededGenerator(seed: seed)
    return (0..<edgeCount).map { _ in
      (generator.below(nodeCount), generator.below(nodeCount), Double(1 + generator.below(3)))
    }
  }

  /// Any graph.
  static func any(nodeCount: Int, edgeCount: Int, seed: UInt64) -> WeightedGraph {
    WeightedGraph(
      nodeCount: nodeCount, edges: edges(nodeCount: nodeCount, edgeCount: edgeCount, seed: seed))
  }

  /// Who met whom outside of a karate club: 34 members and 78 ties; node 0 is member 1.
  ///
  /// Source: Wayne W. Zachary, An Information Flow Model for Conflict and Fission in Small Groups,
  /// Journal of Anthropological Research 33 (1977), figure 1.
  static let karateClub: WeightedGraph = {
    let ties: [(member: Int, others: [Int])] = [
      (1, [2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32]),
      (2, [3, 4, 8, 14, 18, 20, 22, 31]), (3, [4, 8, 9, 10, 14, 28, 29, 33]), (4, [8, 13, 14]),
      (5, [7, 11]), (6, [7, 11, 17]), (7, [17]), (9, [31, 33, 34]), (10, [34]), (14, [34]),
      (15, [33, 34]), (16, [33, 34]), (19, [33, 34]), (20, [34]), (21, [33, 34]), (23, [33, 34]),
      (24, [26, 28, 30, 33, 34]), (25, [26, 28, 32]), (26, [32]), (27, [30, 34]), (28, [34]),
      (29, [32, 34]), (30, [33, 34]), (31, [33, 34]), (32, [33, 34]), (33, [34]),
    ]
    return WeightedGraph(
      nodeCount: 34,
      edges: ties.flatMap { tie in tie.others.map { (tie.member - 1, $0 - 1, 1) } })
  }()

  /// A square of nodes joined to those beside, above and below.
  static func grid(side: Int) -> WeightedGraph {
    var edges: [Edge] = []
    for row in 0..<side {
      for column in 0..<side {
        let node = row * side + column
        if column + 1 < side { edges.append((node, node + 1, 1)) }
        if row + 1 < side { edges.append((node, node + side, 1)) }
      }
    }
    return WeightedGraph(nodeCount: side * side, edges: edges)
  }

  /// A node order without a pattern: node `i` becomes `order[i]`.
  static func shuffled(_ count: Int, seed: UInt64) -> [Int] {
    var generator = SeededGenerator(seed: seed)
    return Array(0..<count).shuffled(using: &generator)
  }
}

extension Point {
  /// The distance to another point.
  func distance(to other: Point) -> Double {
    let (x, y) = (self.x - other.x, self.y - other.y)
    return (x * x + y * y).squareRoot()
  }
}
