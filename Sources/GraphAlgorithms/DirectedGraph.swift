/// A directed graph with edge weights, to be walked along its edges or against them.
///
/// Parallel edges of one direction become one whose weight is their sum; loops stay in the rows.
public struct DirectedGraph: Sendable, Hashable {
  /// The nodes that edges of each node lead to.
  public let outgoing: Adjacency
  /// The nodes that edges to each node come from.
  public let incoming: Adjacency

  /// The number of nodes.
  public var nodeCount: Int { outgoing.nodeCount }

  /// A graph from its edges, in any order.
  ///
  /// - Precondition: every end is in 0 ..< nodeCount, every weight above 0 and finite.
  /// - Complexity: O(n + m).
  public init(nodeCount: Int, edges: [(source: Int, target: Int, weight: Double)]) {
    self.init(
      nodeCount: nodeCount, sources: edges.map { Int32($0.source) },
      targets: edges.map { Int32($0.target) }, weights: edges.map(\.weight))
  }

  /// A graph from the columns of its edges, in any order; without weights each edge weighs 1.
  ///
  /// - Precondition: the columns are of the same length, every end is in 0 ..< nodeCount, every
  ///   weight above 0 and finite.
  /// - Complexity: O(n + m).
  public init(nodeCount: Int, sources: [Int32], targets: [Int32], weights: [Double]? = nil) {
    precondition(sources.count == targets.count, "every edge has two ends")
    let weights = weights ?? [Double](repeating: 1, count: sources.count)
    precondition(
      weights.count == sources.count && weights.allSatisfy { $0 > 0 && $0.isFinite },
      "every edge weighs more than zero")
    outgoing = Adjacency(
      nodeCount: nodeCount, sources: sources, targets: targets, weights: weights)
    incoming = Adjacency(
      nodeCount: nodeCount, sources: targets, targets: sources, weights: weights)
  }

  /// The graph with directions forgotten; two edges between the same nodes become one.
  ///
  /// - Complexity: O(n + m).
  public var undirected: WeightedGraph {
    var edges: [(source: Int, target: Int, weight: Double)] = []
    edges.reserveCapacity(outgoing.entryCount)
    for node in 0..<nodeCount {
      for slot in outgoing.row(node) {
        edges.append((node, Int(outgoing.neighbours[slot]), outgoing.weights[slot]))
      }
    }
    return WeightedGraph(nodeCount: nodeCount, edges: edges)
  }
}
