/// An undirected graph with edge weights, as compressed rows: the neighbours of one node lie side
/// by side.
///
/// Parallel edges become one whose weight is their sum; direction is forgotten; loops are kept
/// apart from the rows.
public struct WeightedGraph: Sendable {
  /// Row `v` is `neighbours[rowStarts[v] ..< rowStarts[v + 1]]`.
  package let rowStarts: [Int32]
  package let neighbours: [Int32]
  package let weights: [Double]
  /// The weight of the loops of each node, each counted once.
  package let loops: [Double]

  /// The number of nodes.
  public var nodeCount: Int { loops.count }

  /// A graph from its edges.
  ///
  /// - Precondition: every end is in 0 ..< nodeCount, every weight above 0.
  /// - Complexity: O(n + m).
  public init(nodeCount: Int, edges: [(source: Int, target: Int, weight: Double)]) {
    var loops = [Double](repeating: 0, count: nodeCount)
    var sources: [Int32] = []
    var targets: [Int32] = []
    var edgeWeights: [Double] = []
    var starts = [Int32](repeating: 0, count: nodeCount + 1)
    for edge in edges {
      precondition(edge.weight > 0, "edge weights are above zero")
      guard edge.source != edge.target else {
        loops[edge.source] += edge.weight
        continue
      }
      sources.append(Int32(edge.source))
      targets.append(Int32(edge.target))
      edgeWeights.append(edge.weight)
      starts[edge.source + 1] += 1
      starts[edge.target + 1] += 1
    }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var ends = [Int32](repeating: 0, count: 2 * sources.count)
    var endWeights = [Double](repeating: 0, count: 2 * sources.count)
    for edge in sources.indices {
      for (from, to) in [(sources[edge], targets[edge]), (targets[edge], sources[edge])] {
        let slot = Int(next[Int(from)])
        next[Int(from)] += 1
        ends[slot] = to
        endWeights[slot] = edgeWeights[edge]
      }
    }
    (rowStarts, neighbours, weights) = Self.mergingParallels(starts, ends, endWeights)
    self.loops = loops
  }

  /// The rows with each neighbour once.
  private static func mergingParallels(
    _ starts: [Int32], _ ends: [Int32], _ endWeights: [Double]
  ) -> ([Int32], [Int32], [Double]) {
    let nodeCount = starts.count - 1
    var slotOf = [Int32](repeating: -1, count: nodeCount)
    var rowStarts: [Int32] = [0]
    var neighbours: [Int32] = []
    var weights: [Double] = []
    rowStarts.reserveCapacity(nodeCount + 1)
    neighbours.reserveCapacity(ends.count)
    weights.reserveCapacity(ends.count)
    for node in 0..<nodeCount {
      let first = Int32(neighbours.count)
      for index in Int(starts[node])..<Int(starts[node + 1]) {
        let neighbour = ends[index]
        if slotOf[Int(neighbour)] >= first {
          weights[Int(slotOf[Int(neighbour)])] += endWeights[index]
        } else {
          slotOf[Int(neighbour)] = Int32(neighbours.count)
          neighbours.append(neighbour)
          weights.append(endWeights[index])
        }
      }
      rowStarts.append(Int32(neighbours.count))
    }
    return (rowStarts, neighbours, weights)
  }

  /// The places of a node's neighbours in ``neighbours`` and ``weights``.
  package func row(_ node: Int) -> Range<Int> {
    Int(rowStarts[node])..<Int(rowStarts[node + 1])
  }

  /// The number of a node's neighbours, itself not counted.
  public func degree(of node: Int) -> Int { row(node).count }

  /// The graph of some of the nodes and the edges between them; node `i` of it is `members[i]`.
  ///
  /// - Complexity: O(n + edges of the members).
  public func subgraph(of members: [Int]) -> WeightedGraph {
    var place = [Int](repeating: -1, count: nodeCount)
    for (index, member) in members.enumerated() { place[member] = index }
    var edges: [(source: Int, target: Int, weight: Double)] = []
    for (index, member) in members.enumerated() {
      if loops[member] > 0 { edges.append((index, index, loops[member])) }
      for slot in row(member) {
        let other = place[Int(neighbours[slot])]
        if other > index { edges.append((index, other, weights[slot])) }
      }
    }
    return WeightedGraph(nodeCount: members.count, edges: edges)
  }
}
