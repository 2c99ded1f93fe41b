/// An undirected graph with edge weights.
///
/// Parallel edges become one whose weight is their sum; direction is forgotten; loops are kept
/// apart from the rows.
public struct WeightedGraph: Sendable, Hashable {
  /// The neighbours of each node, itself not among them.
  public let adjacency: Adjacency
  /// The weight of the loops of each node, each counted once.
  public let loops: [Double]

  /// The number of nodes.
  public var nodeCount: Int { loops.count }

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
    var loops = [Double](repeating: 0, count: nodeCount)
    // Each edge stands in the rows of both its ends.
    var from: [Int32] = []
    var to: [Int32] = []
    var weighing: [Double] = []
    from.reserveCapacity(2 * sources.count)
    to.reserveCapacity(2 * sources.count)
    weighing.reserveCapacity(2 * sources.count)
    for (edge, (source, target)) in zip(sources, targets).enumerated() {
      let weight = weights?[edge] ?? 1
      precondition(weight > 0 && weight.isFinite, "edge weights are above zero")
      guard source != target else {
        loops[Int(source)] += weight
        continue
      }
      from.append(source)
      to.append(target)
      from.append(target)
      to.append(source)
      weighing.append(weight)
      weighing.append(weight)
    }
    self.init(
      adjacency: Adjacency(nodeCount: nodeCount, sources: from, targets: to, weights: weighing),
      loops: loops)
  }

  /// A graph from its rows, which hold every edge at both ends.
  init(adjacency: Adjacency, loops: [Double]) {
    self.adjacency = adjacency
    self.loops = loops
  }

  /// The number of a node's neighbours, itself not counted.
  public func degree(of node: Int) -> Int { adjacency.neighbourCount(of: node) }

  /// The weight of the edges at a node, loops twice.
  package func strength(of node: Int) -> Double {
    adjacency.row(node).reduce(2 * loops[node]) { $0 + adjacency.weights[$1] }
  }

  /// The graph of some of the nodes and the edges between them; node `i` of it is `members[i]`.
  ///
  /// - Precondition: the members rise.
  /// - Complexity: O(n + edges of the members).
  public func subgraph(of members: [Int]) -> WeightedGraph {
    var places = [Int32](repeating: -1, count: nodeCount)
    return subgraph(of: members, places: &places)
  }

  /// The graph of some of the nodes, in O(edges of the members).
  ///
  /// `places` is −1 for every node of this graph, before and after.
  func subgraph(of members: [Int], places: inout [Int32]) -> WeightedGraph {
    for (place, member) in members.enumerated() { places[member] = Int32(place) }
    var starts: [Int32] = [0]
    var neighbours: [Int32] = []
    var weights: [Double] = []
    for member in members {
      for slot in adjacency.row(member) {
        let place = places[Int(adjacency.neighbours[slot])]
        guard place >= 0 else { continue }
        neighbours.append(place)
        weights.append(adjacency.weights[slot])
      }
      starts.append(Int32(neighbours.count))
    }
    for member in members { places[member] = -1 }
    return WeightedGraph(
      adjacency: Adjacency(starts: starts, neighbours: neighbours, weights: weights),
      loops: members.map { loops[$0] })
  }

  /// The graph of groups of nodes: an edge between two groups weighs what the edges between their
  /// nodes weigh, a loop what those within.
  ///
  /// - Precondition: every group is in 0 ..< count.
  /// - Complexity: O(n + m).
  func quotient(by group: [Int32], count: Int) -> WeightedGraph {
    var loops = [Double](repeating: 0, count: count)
    var sources: [Int32] = []
    var targets: [Int32] = []
    var weights: [Double] = []
    for node in 0..<nodeCount {
      let own = group[node]
      loops[Int(own)] += self.loops[node]
      for slot in adjacency.row(node) {
        let neighbour = Int(adjacency.neighbours[slot])
        if group[neighbour] != own {
          sources.append(own)
          targets.append(group[neighbour])
          weights.append(adjacency.weights[slot])
        } else if neighbour > node {
          loops[Int(own)] += adjacency.weights[slot]
        }
      }
    }
    return WeightedGraph(
      adjacency: Adjacency(nodeCount: count, sources: sources, targets: targets, weights: weights),
      loops: loops)
  }

  /// The graph with the weight of each edge as a function of its ends and its weight here.
  ///
  /// The function is asked from both ends and says the same.
  func reweighted(by weight: (Int, Int, Double) -> Double) -> WeightedGraph {
    var weights = adjacency.weights
    for node in 0..<nodeCount {
      for slot in adjacency.row(node) {
        weights[slot] = weight(node, Int(adjacency.neighbours[slot]), weights[slot])
      }
    }
    return WeightedGraph(
      adjacency: Adjacency(
        starts: adjacency.starts, neighbours: adjacency.neighbours, weights: weights),
      loops: loops)
  }
}
