/// The importance of nodes that important nodes point to: PageRank by power iteration, after
/// Page, Brin, Motwani and Winograd, [The PageRank Citation Ranking](http://ilpubs.stanford.edu:8090/422/).
public struct PageRank: Sendable {
  /// The chance to follow an edge rather than to jump anywhere, 0 ..< 1.
  public var damping = 0.85
  /// The change of all ranks together at which the iteration ends.
  public var tolerance = 1e-10
  /// The most steps; at the usual damping 142 reach the usual tolerance.
  public var maximumSteps = 200

  /// The ranks with their usual settings.
  public init() {}

  /// The rank of each node; all of them add up to 1.
  ///
  /// An edge is followed in proportion to its weight. From a node without outgoing edges the jump
  /// leads anywhere.
  /// - Complexity: O(n + m) a step.
  public func ranks(of graph: DirectedGraph) -> [Double] {
    let count = graph.nodeCount
    guard count > 0 else { return [] }
    let edges = graph.outgoing
    let outgoing = (0..<count).map { node in
      edges.row(node).reduce(0.0) { $0 + edges.weights[$1] }
    }
    var ranks = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<maximumSteps {
      var dangling = 0.0
      for node in 0..<count where outgoing[node] == 0 { dangling += ranks[node] }
      let base = (1 - damping + damping * dangling) / Double(count)
      var next = [Double](repeating: base, count: count)
      for node in 0..<count where outgoing[node] > 0 {
        let share = damping * ranks[node] / outgoing[node]
        for slot in edges.row(node) {
          next[Int(edges.neighbours[slot])] += share * edges.weights[slot]
        }
      }
      var change = 0.0
      for node in 0..<count { change += (next[node] - ranks[node]).magnitude }
      ranks = next
      if change <= tolerance { break }
    }
    return ranks
  }
}
