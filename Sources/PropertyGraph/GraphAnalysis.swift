public import GraphAlgorithms

/// Gives every node its rank and its betweenness, by which viewers size and colour.
///
/// The same graph gets the same figures on every machine.
public struct GraphAnalysis: Sendable {
  /// How ranks are found, along the directions of the edges.
  public var pageRank = PageRank()
  /// How betweenness is found, whatever the directions.
  public var betweenness = Betweenness()
  /// The most visits of edges and nodes that betweenness may take in a sampled graph; it lowers the
  /// number of origins, which stays above 31.
  public var visits = 100_000_000

  /// The analysis with its usual settings.
  public init() {}

  /// Fills ``NodeColumns/pageRanks`` and ``NodeColumns/betweenness``; parallel edges weigh together.
  ///
  /// - Complexity: O(steps · (n + m)) for the ranks, O(origins · (n + m)) for betweenness.
  public func measure(_ graph: inout PropertyGraph) {
    let count = graph.nodes.count
    guard count > 0 else { return }
    let (sources, targets) = (graph.edges.sources, graph.edges.targets)
    graph.nodes.pageRanks = pageRank.ranks(
      of: DirectedGraph(nodeCount: count, sources: sources, targets: targets))
    var ways = betweenness
    ways.originCount = min(ways.originCount, max(32, visits / (count + sources.count)))
    graph.nodes.betweenness = ways.scores(
      of: WeightedGraph(nodeCount: count, sources: sources, targets: targets))
  }
}
