/// One level of ``Leiden``: moves single nodes while modularity rises, then splits the communities
/// found into well connected parts.
struct LocalMoves {
  let graph: WeightedGraph
  let resolution: Double
  /// The community of each node: a number in 0 ..< nodeCount.
  private(set) var community: [Int32]
  /// The weight of the edges at each node, loops twice.
  private let strength: [Double]
  /// Twice the weight of all edges.
  private let total: Double
  private var communityStrength: [Double]
  private var communitySize: [Int32]
  private var neighbours: NeighbouringGroups

  init(graph: WeightedGraph, community: [Int32], resolution: Double) {
    self.graph = graph
    self.community = community
    self.resolution = resolution
    strength = (0..<graph.nodeCount).map(graph.strength(of:))
    total = strength.reduce(0, +)
    communityStrength = [Double](repeating: 0, count: graph.nodeCount)
    communitySize = [Int32](repeating: 0, count: graph.nodeCount)
    for node in 0..<graph.nodeCount {
      communityStrength[Int(community[node])] += strength[node]
      communitySize[Int(community[node])] += 1
    }
    neighbours = NeighbouringGroups(count: graph.nodeCount)
  }

  /// Moves nodes, each to the neighbouring or to a new community that gains most, until no move
  /// gains.
  ///
  /// A node is looked at again when a neighbour has moved away from it.
  mutating func run(random: inout SeededRandom) {
    guard total > 0 else { return }
    let edges = graph.adjacency
    var queue = random.sample(graph.nodeCount, below: graph.nodeCount).map(Int32.init)
    var isQueued = [Bool](repeating: true, count: graph.nodeCount)
    var unused = communitySize.indices.filter { communitySize[$0] == 0 }.map(Int32.init)
    var head = 0
    // Rounding could let two communities trade a node for ever; the bound is never met otherwise.
    let bound = 64 * graph.nodeCount + 1024
    while head < queue.count, head < bound {
      let node = Int(queue[head])
      head += 1
      isQueued[node] = false
      let home = community[node]
      neighbours.collect(at: node, of: edges, groups: community) { _ in true }
      communityStrength[Int(home)] -= strength[node]
      var best = home
      var bestGain = gain(neighbours.weight[Int(home)], node, home)
      let slack = 1e-12 * strength[node]
      for other in neighbours.touched {
        let candidate = gain(neighbours.weight[Int(other)], node, other)
        if candidate > bestGain + slack { (best, bestGain) = (other, candidate) }
      }
      neighbours.clear()
      if bestGain < -slack, communitySize[Int(home)] > 1, let free = unused.popLast() {
        best = free
      }
      communityStrength[Int(best)] += strength[node]
      guard best != home else { continue }
      communitySize[Int(best)] += 1
      communitySize[Int(home)] -= 1
      if communitySize[Int(home)] == 0 { unused.append(home) }
      community[node] = best
      for slot in edges.row(node) {
        let other = Int(edges.neighbours[slot])
        guard community[other] != best, !isQueued[other] else { continue }
        isQueued[other] = true
        queue.append(Int32(other))
      }
    }
  }

  /// What modularity gains, up to a factor, when a lone node joins a community.
  private func gain(_ weight: Double, _ node: Int, _ community: Int32) -> Double {
    weight - resolution * strength[node] * communityStrength[Int(community)] / total
  }

  /// The communities split into parts, each grown along edges inside its community from nodes
  /// that are well connected to the rest of it.
  mutating func refined(random: inout SeededRandom) -> [Int32] {
    let count = graph.nodeCount
    var part = Array(0..<Int32(count))
    guard total > 0 else { return part }
    let edges = graph.adjacency
    var partStrength = strength
    var partSize = [Int32](repeating: 1, count: count)
    // The weight from each part to the rest of its community.
    var outward = (0..<count).map { node in
      edges.row(node).reduce(0.0) { sum, slot in
        community[Int(edges.neighbours[slot])] == community[node]
          ? sum + edges.weights[slot] : sum
      }
    }
    func isWellConnected(_ part: Int, of community: Int32) -> Bool {
      let rest = communityStrength[Int(community)] - partStrength[part]
      let expected = resolution * partStrength[part] * rest / total
      return outward[part] >= expected - 1e-12 * partStrength[part]
    }
    for node in random.sample(count, below: count)
    where partSize[node] == 1 && part[node] == node && isWellConnected(node, of: community[node]) {
      let home = community[node]
      neighbours.collect(at: node, of: edges, groups: part) { community[$0] == home }
      var best = node
      var bestGain = 1e-12 * strength[node]
      for other in neighbours.touched.lazy.map(Int.init)
      where other != node && isWellConnected(other, of: home) {
        let candidate =
          neighbours.weight[other] - resolution * strength[node] * partStrength[other] / total
        if candidate > bestGain { (best, bestGain) = (other, candidate) }
      }
      if best != node {
        outward[best] += outward[node] - 2 * neighbours.weight[best]
        partStrength[best] += strength[node]
        partSize[best] += 1
        part[node] = Int32(best)
      }
      neighbours.clear()
    }
    return part
  }
}

/// The groups that the neighbours of one node belong to, and the weight of the edges to each.
private struct NeighbouringGroups {
  /// The weight to each group; 0 for those not touched.
  private(set) var weight: [Double]
  /// The groups, in the order of the neighbours.
  private(set) var touched: [Int32] = []

  init(count: Int) { weight = [Double](repeating: 0, count: count) }

  mutating func collect(
    at node: Int, of edges: Adjacency, groups: [Int32], where counts: (Int) -> Bool
  ) {
    for slot in edges.row(node) {
      let neighbour = Int(edges.neighbours[slot])
      guard counts(neighbour) else { continue }
      let group = groups[neighbour]
      if weight[Int(group)] == 0 { touched.append(group) }
      weight[Int(group)] += edges.weights[slot]
    }
  }

  mutating func clear() {
    for group in touched { weight[Int(group)] = 0 }
    touched.removeAll(keepingCapacity: true)
  }
}
