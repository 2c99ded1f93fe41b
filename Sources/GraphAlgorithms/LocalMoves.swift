/// One level of ``Leiden``: moves single nodes while modularity rises, then splits the communities
/// found into well connected parts.
struct LocalMoves {
  let graph: WeightedGraph
  let resolution: Double
  /// The community of each node: a number in 0 ..< nodeCount.
  private(set) var community: [Int]
  /// The weight of the edges at each node, loops twice.
  private let strength: [Double]
  /// Twice the weight of all edges.
  private let total: Double
  private var communityStrength: [Double]

  init(graph: WeightedGraph, community: [Int], resolution: Double) {
    self.graph = graph
    self.community = community
    self.resolution = resolution
    strength = (0..<graph.nodeCount).map { node in
      graph.row(node).reduce(2 * graph.loops[node]) { $0 + graph.weights[$1] }
    }
    total = strength.reduce(0, +)
    communityStrength = [Double](repeating: 0, count: graph.nodeCount)
    for node in 0..<graph.nodeCount { communityStrength[community[node]] += strength[node] }
  }

  /// Moves nodes, each to the neighbouring community that gains most, until no move gains.
  ///
  /// A node is looked at again when a neighbour has moved away from it.
  mutating func run() {
    guard total > 0 else { return }
    var queue = Array(0..<graph.nodeCount)
    var isQueued = [Bool](repeating: true, count: graph.nodeCount)
    var weightTo = [Double](repeating: 0, count: graph.nodeCount)
    var touched: [Int] = []
    var head = 0
    // Rounding could let two communities trade a node for ever; the bound is never met otherwise.
    let bound = 64 * graph.nodeCount + 1024
    while head < queue.count, head < bound {
      let node = queue[head]
      head += 1
      isQueued[node] = false
      let home = community[node]
      for slot in graph.row(node) {
        let other = community[Int(graph.neighbours[slot])]
        if weightTo[other] == 0 { touched.append(other) }
        weightTo[other] += graph.weights[slot]
      }
      communityStrength[home] -= strength[node]
      var best = home
      var bestGain = gain(weightTo[home], node, home)
      for other in touched {
        let candidate = gain(weightTo[other], node, other)
        if candidate > bestGain + 1e-12 {
          best = other
          bestGain = candidate
        }
      }
      for other in touched { weightTo[other] = 0 }
      touched.removeAll(keepingCapacity: true)
      communityStrength[best] += strength[node]
      guard best != home else { continue }
      community[node] = best
      for slot in graph.row(node) {
        let other = Int(graph.neighbours[slot])
        guard community[other] != best, !isQueued[other] else { continue }
        isQueued[other] = true
        queue.append(other)
      }
    }
  }

  /// What modularity gains, up to a factor, when a lone node joins a community.
  private func gain(_ weight: Double, _ node: Int, _ community: Int) -> Double {
    weight - resolution * strength[node] * communityStrength[community] / total
  }

  /// The communities split into parts, each grown along edges inside its community from nodes
  /// that are well connected to the rest of it.
  func refined() -> [Int] {
    guard total > 0 else { return Array(0..<graph.nodeCount) }
    var part = Array(0..<graph.nodeCount)
    var partStrength = strength
    var partSize = [Int](repeating: 1, count: graph.nodeCount)
    // The weight from each part to the rest of its community.
    var outward = (0..<graph.nodeCount).map { node in
      graph.row(node).reduce(0.0) { sum, slot in
        community[Int(graph.neighbours[slot])] == community[node] ? sum + graph.weights[slot] : sum
      }
    }
    var weightTo = [Double](repeating: 0, count: graph.nodeCount)
    var touched: [Int] = []
    func isWellConnected(_ part: Int, of community: Int) -> Bool {
      let rest = communityStrength[community] - partStrength[part]
      return outward[part] >= resolution * partStrength[part] * rest / total - 1e-12
    }
    for node in 0..<graph.nodeCount
    where part[node] == node && partSize[node] == 1 && isWellConnected(node, of: community[node]) {
      for slot in graph.row(node) {
        let other = Int(graph.neighbours[slot])
        guard community[other] == community[node] else { continue }
        if weightTo[part[other]] == 0 { touched.append(part[other]) }
        weightTo[part[other]] += graph.weights[slot]
      }
      var best = node
      var bestGain = 0.0
      for other in touched where other != node && isWellConnected(other, of: community[node]) {
        let candidate =
          weightTo[other] - resolution * strength[node] * partStrength[other] / total
        if candidate > bestGain + 1e-12 {
          best = other
          bestGain = candidate
        }
      }
      if best != node {
        outward[best] += outward[node] - 2 * weightTo[best]
        partStrength[best] += strength[node]
        partSize[best] += 1
        part[node] = best
      }
      for other in touched { weightTo[other] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
    return part
  }
}
