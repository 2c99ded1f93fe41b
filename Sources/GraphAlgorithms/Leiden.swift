/// Communities by modularity, after Traag, Waltman and van Eck,
/// [From Louvain to Leiden](https://doi.org/10.1038/s41598-019-41695-z): local moves, refinement,
/// aggregation, repeated.
///
/// The refinement takes the best merge where the paper draws one by chance. Every community is
/// connected. Nodes are visited in an order that ``seed`` decides, so that the result is a function
/// of the graph and these settings.
public struct Leiden: Sendable {
  /// The resolution γ: above 1 gives more and smaller communities, below 1 fewer and larger ones.
  public var resolution = 1.0
  /// Decides the order of visits.
  public var seed: UInt64 = 1
  /// The most passes; each starts from the communities of the one before, and the first that gains
  /// nothing is the last.
  public var maximumPasses = 8

  /// Communities at resolution 1.
  public init() {}

  /// The community of each node, numbered from 0 by falling size, then by the smallest member.
  ///
  /// - Complexity: in practice near O(m) per pass.
  public func communities(of graph: WeightedGraph) -> [Int] {
    var random = SeededRandom(seed: seed)
    var best = Array(0..<Int32(graph.nodeCount))
    var bestModularity = -Double.infinity
    for _ in 0..<maximumPasses {
      let found = pass(over: graph, from: best, random: &random)
      let modularity = self.modularity(of: found.map(Int.init), in: graph)
      guard modularity > bestModularity + 1e-9 else { break }
      (best, bestModularity) = (found, modularity)
    }
    return Self.ordered(best)
  }

  /// The modularity of a partition, at most 1, and 0 for a graph without edges.
  ///
  /// [Newman and Girvan](https://doi.org/10.1103/PhysRevE.69.026113), with the expected part
  /// multiplied by ``resolution``, after
  /// [Reichardt and Bornholdt](https://doi.org/10.1103/PhysRevE.74.016110). A loop counts as two
  /// edge ends within.
  /// - Precondition: the numbers of the communities are at least 0.
  /// - Complexity: O(n + m + largest number).
  public func modularity(of partition: [Int], in graph: WeightedGraph) -> Double {
    let edges = graph.adjacency
    var inside = 0.0
    var strength = [Double](repeating: 0, count: (partition.max() ?? -1) + 1)
    var total = 0.0
    for node in 0..<graph.nodeCount {
      inside += 2 * graph.loops[node]
      var own = 2 * graph.loops[node]
      for slot in edges.row(node) {
        own += edges.weights[slot]
        if partition[Int(edges.neighbours[slot])] == partition[node] {
          inside += edges.weights[slot]
        }
      }
      strength[partition[node]] += own
      total += own
    }
    guard total > 0 else { return 0 }
    let expected = strength.reduce(0) { $0 + ($1 / total) * ($1 / total) }
    return inside / total - resolution * expected
  }

  /// One run up the levels of aggregation; the communities found are connected.
  private func pass(
    over graph: WeightedGraph, from start: [Int32], random: inout SeededRandom
  ) -> [Int32] {
    var level = graph
    var partition = start
    // The level's node of each node of the graph.
    var nodeOnLevel = Array(0..<Int32(graph.nodeCount))
    while true {
      var moves = LocalMoves(graph: level, community: partition, resolution: resolution)
      moves.run(random: &random)
      partition = moves.community
      let refined = Self.dense(moves.refined(random: &random))
      guard refined.count < level.nodeCount else { break }
      var communityAbove = [Int32](repeating: 0, count: refined.count)
      for (node, number) in refined.number.enumerated() {
        communityAbove[Int(number)] = partition[node]
      }
      level = level.quotient(by: refined.number, count: refined.count)
      partition = Self.dense(communityAbove).number
      for node in nodeOnLevel.indices {
        nodeOnLevel[node] = refined.number[Int(nodeOnLevel[node])]
      }
    }
    let flat = nodeOnLevel.map { partition[Int($0)] }
    // The last local moves may have cut a community in two; each part alone is worth more.
    return ConnectedComponents(of: graph) { flat[$0] == flat[$1] }.componentOfNode.map(Int32.init)
  }

  /// Numbers from 0 in the order of first use.
  private static func dense(_ labels: [Int32]) -> (number: [Int32], count: Int) {
    var numberOf = [Int32](repeating: -1, count: Int((labels.max() ?? -1) + 1))
    var count: Int32 = 0
    let numbers = labels.map { label in
      if numberOf[Int(label)] < 0 {
        numberOf[Int(label)] = count
        count += 1
      }
      return numberOf[Int(label)]
    }
    return (numbers, Int(count))
  }

  /// The communities numbered anew by falling size, then by the smallest member.
  private static func ordered(_ partition: [Int32]) -> [Int] {
    let (number, count) = dense(partition)
    var sizes = [Int](repeating: 0, count: count)
    for label in number { sizes[Int(label)] += 1 }
    var place = [Int](repeating: 0, count: count)
    let bySize = (0..<count).sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    for (rank, label) in bySize.enumerated() { place[label] = rank }
    return number.map { place[Int($0)] }
  }
}
