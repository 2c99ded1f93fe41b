/// Communities by modularity, after Traag, Waltman and van Eck,
/// [From Louvain to Leiden](https://doi.org/10.1038/s41598-019-41695-z): local moves, refinement,
/// aggregation, repeated.
///
/// The refinement takes the best merge where the paper draws one by chance, so that the result is
/// a function of the graph. Every community is connected.
public struct Leiden: Sendable {
  /// The resolution γ: above 1 gives more and smaller communities.
  public var resolution = 1.0
  /// The most levels of aggregation.
  public var maximumLevels = 20

  /// Communities at resolution 1.
  public init() {}

  /// The community of each node, numbered from 0 by falling size, then by the smallest member.
  ///
  /// - Complexity: in practice near O(m) per level.
  public func communities(of graph: WeightedGraph) -> [Int] {
    var level = graph
    // The community of each node of the level, and the level's node of each node of the graph.
    var partition = Array(0..<graph.nodeCount)
    var nodeOnLevel = Array(0..<graph.nodeCount)
    for _ in 0..<maximumLevels {
      var moves = LocalMoves(graph: level, community: partition, resolution: resolution)
      moves.run()
      partition = moves.community
      let refined = Self.dense(moves.refined())
      guard refined.count < level.nodeCount else { break }
      var communityAbove = [Int](repeating: 0, count: refined.count)
      for node in 0..<level.nodeCount { communityAbove[refined.number[node]] = partition[node] }
      level = Self.aggregate(level, by: refined.number, count: refined.count)
      partition = Self.dense(communityAbove).number
      for node in nodeOnLevel.indices { nodeOnLevel[node] = refined.number[nodeOnLevel[node]] }
    }
    let flat = nodeOnLevel.map { partition[$0] }
    // The last local moves may have cut a community in two.
    let parts = ConnectedComponents(of: graph) { flat[$0] == flat[$1] }
    return Self.ordered(parts.members, nodeCount: graph.nodeCount)
  }

  /// The modularity of a partition, −½ … 1.
  public func modularity(of partition: [Int], in graph: WeightedGraph) -> Double {
    var inside = 0.0
    var strength = [Double](repeating: 0, count: (partition.max() ?? -1) + 1)
    var total = 0.0
    for node in 0..<graph.nodeCount {
      inside += 2 * graph.loops[node]
      var own = 2 * graph.loops[node]
      for slot in graph.row(node) {
        own += graph.weights[slot]
        if partition[Int(graph.neighbours[slot])] == partition[node] {
          inside += graph.weights[slot]
        }
      }
      strength[partition[node]] += own
      total += own
    }
    guard total > 0 else { return 0 }
    let expected = strength.reduce(0) { $0 + $1 * $1 } / (total * total)
    return inside / total - resolution * expected
  }

  /// Numbers from 0 in the order of first use.
  private static func dense(_ labels: [Int]) -> (number: [Int], count: Int) {
    var numberOf = [Int](repeating: -1, count: (labels.max() ?? -1) + 1)
    var count = 0
    let numbers = labels.map { label in
      if numberOf[label] < 0 {
        numberOf[label] = count
        count += 1
      }
      return numberOf[label]
    }
    return (numbers, count)
  }

  private static func aggregate(
    _ graph: WeightedGraph, by group: [Int], count: Int
  ) -> WeightedGraph {
    var edges: [(source: Int, target: Int, weight: Double)] = []
    for node in 0..<graph.nodeCount {
      if graph.loops[node] > 0 { edges.append((group[node], group[node], graph.loops[node])) }
      for slot in graph.row(node) where Int(graph.neighbours[slot]) > node {
        edges.append((group[node], group[Int(graph.neighbours[slot])], graph.weights[slot]))
      }
    }
    return WeightedGraph(nodeCount: count, edges: edges)
  }

  private static func ordered(_ parts: [[Int]], nodeCount: Int) -> [Int] {
    var community = [Int](repeating: 0, count: nodeCount)
    let bySize = parts.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    for (number, part) in bySize.enumerated() {
      for node in part { community[node] = number }
    }
    return community
  }
}
