import GraphAlgorithms
import TestSupport
import Testing

@Suite("Leiden communities")
struct LeidenTests {
  /// Modularity by its definition: over all pairs of nodes, what the edges weigh beyond what the
  /// degrees let expect.
  private func naiveModularity(
    _ partition: [Int], _ edges: [Sample.Edge], resolution: Double
  ) -> Double {
    let count = partition.count
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for edge in edges {
      matrix[edge.source][edge.target] += edge.weight
      matrix[edge.target][edge.source] += edge.weight
    }
    let strength = matrix.map { $0.reduce(0, +) }
    let total = strength.reduce(0, +)
    var sum = 0.0
    for first in 0..<count {
      for second in 0..<count where partition[first] == partition[second] {
        sum += matrix[first][second] - resolution * strength[first] * strength[second] / total
      }
    }
    return sum / total
  }

  @Test("modularity is what its definition says", arguments: 1...10)
  func modularityIsAsDefined(seed: Int) {
    let edges = Sample.edges(nodeCount: 30, edgeCount: 70, seed: UInt64(seed))
    let graph = WeightedGraph(nodeCount: 30, edges: edges)
    var generator = SeededGenerator(seed: UInt64(seed))
    let partition = (0..<30).map { _ in generator.below(5) }
    var leiden = Leiden()
    leiden.resolution = [0.5, 1, 2][seed % 3]
    let expected = naiveModularity(partition, edges, resolution: leiden.resolution)
    #expect(abs(leiden.modularity(of: partition, in: graph) - expected) < 1e-12)
  }

  @Test("planted groups are found", arguments: [1, 2, 3, 4] as [UInt64])
  func findsPlantedGroups(seed: UInt64) {
    let (groups, size) = (8, 40)
    let found = Leiden().communities(of: Sample.planted(groups: groups, size: size, seed: seed))
    var agreeing = 0
    for group in 0..<groups {
      var counts: [Int: Int] = [:]
      for node in 0..<size { counts[found[group * size + node], default: 0] += 1 }
      agreeing += counts.values.max() ?? 0
    }
    #expect(agreeing * 100 >= groups * size * 95, "only \(agreeing) of \(groups * size)")
  }

  @Test("two cliques joined by one edge are two communities")
  func separatesCliques() {
    var edges: [Sample.Edge] = [(0, 5, 1)]
    for base in [0, 5] {
      for first in 0..<5 {
        for second in 0..<first { edges.append((base + first, base + second, 1)) }
      }
    }
    let graph = WeightedGraph(nodeCount: 10, edges: edges)
    #expect(Leiden().communities(of: graph) == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
    // Of 21 edges 20 lie within, and each community holds half of the ends.
    let modularity = Leiden().modularity(of: Leiden().communities(of: graph), in: graph)
    #expect(abs(modularity - (20.0 / 21 - 0.5)) < 1e-12)
  }

  @Test(
    "the karate club falls into communities nearly as good as the best known", arguments: 1...20)
  func partsTheClub(seed: Int) {
    var leiden = Leiden()
    leiden.seed = UInt64(seed)
    let communities = leiden.communities(of: Sample.karateClub)
    // The best there is: 0.4198, Brandes and others, On Modularity Clustering, 2008.
    #expect(leiden.modularity(of: communities, in: Sample.karateClub) >= 0.41)
  }

  @Test("communities hang together and are numbered by falling size", arguments: 1...40)
  func communitiesHangTogether(seed: Int) {
    let graph = Sample.any(nodeCount: 120, edgeCount: 110 + 4 * seed, seed: UInt64(seed))
    var leiden = Leiden()
    leiden.resolution = [0.1, 1, 4][seed % 3]
    let communities = leiden.communities(of: graph)
    var sizes: [Int] = []
    for community in 0...(communities.max() ?? 0) {
      let members = communities.indices.filter { communities[$0] == community }
      #expect(ConnectedComponents(of: graph.subgraph(of: members)).members.count == 1)
      sizes.append(members.count)
    }
    #expect(sizes == sizes.sorted(by: >))
    #expect(
      leiden.modularity(of: communities, in: graph)
        >= leiden.modularity(of: Array(communities.indices), in: graph))
  }

  @Test("no node gains by joining another community", arguments: 1...10)
  func isLocallyBest(seed: Int) {
    let graph = Sample.planted(groups: 4, size: 20, seed: UInt64(seed))
    let communities = Leiden().communities(of: graph)
    let reached = Leiden().modularity(of: communities, in: graph)
    for node in communities.indices {
      for neighbour in graph.adjacency.neighbours(of: node) {
        var moved = communities
        moved[node] = communities[neighbour]
        #expect(Leiden().modularity(of: moved, in: graph) <= reached + 1e-9)
      }
    }
  }

  @Test("other numbers for the nodes give communities as good", arguments: 1...10)
  func numbersDoNotMatter(seed: Int) {
    let edges = Sample.edges(nodeCount: 150, edgeCount: 400, seed: UInt64(seed))
    let order = Sample.shuffled(150, seed: UInt64(seed) + 50)
    let graph = WeightedGraph(nodeCount: 150, edges: edges)
    let renumbered = WeightedGraph(
      nodeCount: 150, edges: edges.map { (order[$0.source], order[$0.target], $0.weight) })
    let first = Leiden().modularity(of: Leiden().communities(of: graph), in: graph)
    let second = Leiden().modularity(of: Leiden().communities(of: renumbered), in: renumbered)
    #expect(abs(first - second) < 0.03, "\(first) and \(second)")
  }

  @Test("the same graph gets the same communities, whatever order its edges have")
  func isDeterministic() {
    let edges = Sample.edges(nodeCount: 300, edgeCount: 900, seed: 8)
    let order = Sample.shuffled(900, seed: 9)
    let first = Leiden().communities(of: WeightedGraph(nodeCount: 300, edges: edges))
    #expect(
      first
        == Leiden().communities(
          of: WeightedGraph(nodeCount: 300, edges: order.map { edges[$0] })))
  }

  @Test("a higher resolution gives more communities")
  func resolutionCounts() {
    let graph = Sample.grid(side: 20)
    let counts = [0.2, 1, 5].map { resolution in
      var leiden = Leiden()
      leiden.resolution = resolution
      return (leiden.communities(of: graph).max() ?? 0) + 1
    }
    #expect(counts == counts.sorted())
    #expect(Set(counts).count == 3)
  }

  @Test("nodes without edges to others are communities of their own")
  func leavesLoneNodesAlone() {
    #expect(Leiden().communities(of: WeightedGraph(nodeCount: 3, edges: [])) == [0, 1, 2])
    #expect(Leiden().communities(of: WeightedGraph(nodeCount: 0, edges: [])) == [])
    #expect(
      Leiden().communities(of: WeightedGraph(nodeCount: 2, edges: [(1, 1, 3), (0, 0, 1)])) == [
        0, 1,
      ])
    let joined = WeightedGraph(nodeCount: 3, edges: (0..<300).map { _ in (2, 1, 1) })
    #expect(Leiden().communities(of: joined) == [1, 0, 0])
  }
}
