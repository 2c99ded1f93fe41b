/// A graph made smaller step by step: each step joins nodes with a neighbour, first only within
/// communities, then these with each other.
///
/// A layout of the small graph is the start for the larger one, after Walshaw,
/// [A Multilevel Algorithm for Force-Directed Graph Drawing](https://doi.org/10.7155/jgaa.00070).
struct Coarsening {
  /// A graph of the series.
  struct Level {
    var graph: WeightedGraph
    /// What the nodes of the first graph that each node stands for weigh together.
    var masses: [Double]
    /// The node of the next level that each node is part of; empty on the last level.
    var groups: [Int32] = []
  }

  /// The graphs from the given one to the smallest.
  private(set) var levels: [Level]

  /// Makes the series of a graph.
  ///
  /// - Complexity: O((n + m) log n) for graphs that shrink by a fixed share, as most do.
  init(graph: WeightedGraph, masses: [Double], communities: [Int]) {
    levels = [Level(graph: graph, masses: masses)]
    var communities = communities
    var isWithinCommunities = true
    while let level = levels.last, level.graph.nodeCount > 3 {
      let found = Self.groups(of: level) {
        !isWithinCommunities || communities[$0] == communities[$1]
      }
      if found.count * 10 > level.graph.nodeCount * 9 {
        guard isWithinCommunities else { break }
        isWithinCommunities = false
        continue
      }
      var masses = [Double](repeating: 0, count: found.count)
      var above = [Int](repeating: 0, count: found.count)
      for (node, group) in found.groups.enumerated() {
        masses[Int(group)] += level.masses[node]
        above[Int(group)] = communities[node]
      }
      levels[levels.count - 1].groups = found.groups
      levels.append(
        Level(
          graph: level.graph.quotient(by: found.groups, count: found.count), masses: masses))
      communities = above
    }
  }

  /// Joins each node, light ones first, with the free neighbour that it is bound to most for its
  /// mass; where none is free, with a neighbour's group.
  private static func groups(
    of level: Level, joining mayJoin: (Int, Int) -> Bool
  ) -> (groups: [Int32], count: Int) {
    let edges = level.graph.adjacency
    var groups = [Int32](repeating: -1, count: level.graph.nodeCount)
    var count: Int32 = 0
    let order = level.masses.indices.sorted {
      (level.masses[$0], $0) < (level.masses[$1], $1)
    }
    for node in order where groups[node] < 0 {
      var best: (node: Int, isFree: Bool, pull: Double)?
      for slot in edges.row(node) {
        let other = Int(edges.neighbours[slot])
        guard mayJoin(node, other) else { continue }
        let isFree = groups[other] < 0
        let pull = edges.weights[slot] / level.masses[other]
        if let best, (best.isFree && !isFree) || (best.isFree == isFree && best.pull >= pull) {
          continue
        }
        best = (other, isFree, pull)
      }
      if let best, !best.isFree {
        groups[node] = groups[best.node]
        continue
      }
      groups[node] = count
      if let best { groups[best.node] = count }
      count += 1
    }
    return (groups, Int(count))
  }
}
