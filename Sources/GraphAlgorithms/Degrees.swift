/// How many edges each node has, and what they weigh.
///
/// Parallel edges count each; a loop counts once as outgoing and once as incoming.
public struct Degrees: Sendable, Hashable {
  /// The number of edges that end at each node.
  public private(set) var incoming: [Int]
  /// The number of edges that start at each node.
  public private(set) var outgoing: [Int]
  /// The weight of the edges that end at each node.
  public private(set) var incomingWeight: [Double]
  /// The weight of the edges that start at each node.
  public private(set) var outgoingWeight: [Double]

  /// The degrees of a graph given by its edges.
  ///
  /// - Precondition: every end is in 0 ..< nodeCount.
  /// - Complexity: O(n + m).
  public init(nodeCount: Int, edges: [(source: Int, target: Int, weight: Double)]) {
    incoming = [Int](repeating: 0, count: nodeCount)
    outgoing = incoming
    incomingWeight = [Double](repeating: 0, count: nodeCount)
    outgoingWeight = incomingWeight
    for edge in edges {
      outgoing[edge.source] += 1
      incoming[edge.target] += 1
      outgoingWeight[edge.source] += edge.weight
      incomingWeight[edge.target] += edge.weight
    }
  }

  /// The number of edge ends at each node.
  public var total: [Int] { zip(incoming, outgoing).map(+) }

  /// The weight of the edge ends at each node.
  public var totalWeight: [Double] { zip(incomingWeight, outgoingWeight).map(+) }

  /// The nodes with the most edge ends, by falling number, then by rising node.
  ///
  /// All of them if there are fewer nodes than asked for.
  /// - Complexity: O(n log n).
  public func top(_ count: Int) -> [Int] {
    let total = total
    return Array(
      total.indices.sorted { (total[$1], $0) < (total[$0], $1) }.prefix(max(0, count)))
  }
}
