import GraphAlgorithms
import TestSupport
import Testing

@Suite("Degrees")
struct DegreesTests {
  private let degrees = Degrees(
    nodeCount: 5, edges: [(0, 1, 2), (0, 1, 1), (1, 2, 4), (2, 2, 0.5), (3, 1, 1)])

  @Test("parallel edges count each, a loop once at each end")
  func countsEdgeEnds() {
    #expect(degrees.outgoing == [2, 1, 1, 1, 0])
    #expect(degrees.incoming == [0, 3, 2, 0, 0])
    #expect(degrees.total == [2, 4, 3, 1, 0])
    #expect(degrees.outgoingWeight == [3, 4, 0.5, 1, 0])
    #expect(degrees.incomingWeight == [0, 4, 4.5, 0, 0])
    #expect(degrees.totalWeight == [3, 8, 5, 1, 0])
  }

  @Test(
    "the nodes with the most edges come first, then those with the smaller number",
    arguments: [(0, []), (2, [1, 2]), (99, [1, 2, 0, 3, 4]), (-1, [])])
  func findsTheTop(count: Int, nodes: [Int]) {
    #expect(degrees.top(count) == nodes)
  }
}

@Suite("PageRank")
struct PageRankTests {
  /// The ranks that are their own successors, by solving nothing: many steps of a full matrix.
  private func naive(_ graph: DirectedGraph) -> [Double] {
    let count = graph.nodeCount
    var ranks = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<400 {
      ranks = (0..<count).map { target in
        let followed = (0..<count).reduce(0.0) { sum, source in
          let weights = (0..<count).map { graph.outgoing.weight(from: source, to: $0) }
          let total = weights.reduce(0, +)
          return sum + ranks[source] * (total > 0 ? weights[target] / total : 1 / Double(count))
        }
        return 0.15 / Double(count) + 0.85 * followed
      }
    }
    return ranks
  }

  @Test("the ranks are those of the full matrix and add up to 1", arguments: 1...5)
  func agreesWithMatrix(seed: Int) {
    // Some nodes have no outgoing edge.
    let edges = Sample.edges(nodeCount: 12, edgeCount: 16, seed: UInt64(seed))
    let graph = DirectedGraph(nodeCount: 12, edges: edges)
    let ranks = PageRank().ranks(of: graph)
    for (rank, expected) in zip(ranks, naive(graph)) { #expect(abs(rank - expected) < 1e-9) }
    #expect(abs(ranks.reduce(0, +) - 1) < 1e-9)
  }

  @Test("a small web has the ranks that igraph gives it")
  func agreesWithIgraph() {
    let graph = DirectedGraph(
      nodeCount: 6,
      edges: [
        (0, 1, 1), (0, 2, 1), (1, 2, 1), (2, 0, 1), (3, 2, 1), (3, 4, 1), (4, 5, 1), (5, 4, 1),
      ])
    let expected = [0.221123045, 0.118977294, 0.230732994, 0.025, 0.204954955, 0.199211712]
    for (rank, known) in zip(PageRank().ranks(of: graph), expected) {
      #expect(abs(rank - known) < 1e-8)
    }
  }

  @Test("without edges all nodes are alike, and without nodes there is no rank")
  func endsWithoutEdges() {
    #expect(PageRank().ranks(of: DirectedGraph(nodeCount: 0, edges: [])) == [])
    #expect(
      PageRank().ranks(of: DirectedGraph(nodeCount: 4, edges: [])) == [0.25, 0.25, 0.25, 0.25])
  }
}

@Suite("Betweenness")
struct BetweennessTests {
  /// For every pair and every node between, the share of ways through it, from distances and
  /// numbers of ways between all pairs.
  private func naive(_ adjacency: Adjacency) -> [Double] {
    let count = adjacency.nodeCount
    let distances = (0..<count).map { adjacency.distances(from: [$0]) }
    let ways = (0..<count).map { source in
      var ways = [Double](repeating: 0, count: count)
      ways[source] = 1
      let order = (0..<count).filter { distances[source][$0] > 0 }
        .sorted { distances[source][$0] < distances[source][$1] }
      for node in order {
        for before in 0..<count
        where distances[source][before] + 1 == distances[source][node]
          && distances[source][before] >= 0 && adjacency.weight(from: before, to: node) > 0
        {
          ways[node] += ways[before]
        }
      }
      return ways
    }
    return (0..<count).map { node in
      var sum = 0.0
      for source in 0..<count where source != node && distances[source][node] > 0 {
        for target in 0..<count where target != node && target != source {
          let (first, second) = (distances[source][node], distances[node][target])
          guard second > 0, first + second == distances[source][target] else { continue }
          sum += ways[source][node] * ways[node][target] / ways[source][target]
        }
      }
      return sum
    }
  }

  @Test("scores are those of counting all ways between all pairs", arguments: 1...8)
  func agreesWithCounting(seed: Int) {
    let edges = Sample.edges(nodeCount: 25, edgeCount: 40, seed: UInt64(seed))
    let directed = DirectedGraph(nodeCount: 25, edges: edges)
    let graph = directed.undirected
    for (score, expected) in zip(Betweenness().scores(of: directed), naive(directed.outgoing)) {
      #expect(abs(score - expected) < 1e-9)
    }
    for (score, expected) in zip(Betweenness().scores(of: graph), naive(graph.adjacency)) {
      #expect(abs(score - expected / 2) < 1e-9)
    }
  }

  @Test("the club's leaders stand between the others as igraph says")
  func agreesWithIgraph() {
    let scores = Betweenness().scores(of: Sample.karateClub)
    for (node, expected) in [(0, 231.071429), (33, 160.551587), (32, 76.690476), (7, 0)] {
      #expect(abs(scores[node] - expected) < 1e-6)
    }
  }

  @Test("parallel edges and loops change nothing")
  func parallelEdgesDoNotCount() {
    let path = Betweenness().scores(of: WeightedGraph(nodeCount: 3, edges: [(0, 1, 1), (1, 2, 1)]))
    let loaded = WeightedGraph(
      nodeCount: 3, edges: (0..<300).map { _ in (0, 1, 2) } + [(2, 1, 1), (1, 1, 5)])
    #expect(path == [0, 1, 0])
    #expect(Betweenness().scores(of: loaded) == path)
  }

  @Test("a chain of 2000 diamonds has more ways than a Double holds, and shares come out right")
  func countsBeyondDouble() {
    var edges: [Sample.Edge] = []
    for diamond in 0..<2000 {
      let first = 3 * diamond
      edges += [
        (first, first + 1, 1), (first, first + 2, 1), (first + 1, first + 3, 1),
        (first + 2, first + 3, 1),
      ]
    }
    var betweenness = Betweenness()
    betweenness.exactLimit = 7000
    let scores = betweenness.scores(of: WeightedGraph(nodeCount: 6001, edges: edges))
    #expect(scores.allSatisfy { $0.isFinite })
    // The joint in the middle parts 3000 nodes from 3000, and is on one of the two ways between
    // the twins before it, and between those after it.
    #expect(abs(scores[3000] - (3000 * 3000 + 1)) < 1e-3)
    #expect(abs(scores[1] - scores[2]) < 1e-6)
  }

  @Test("sampled scores are near the exact ones, and the same each time")
  func samplesWell() {
    let graph = Sample.planted(groups: 10, size: 60, seed: 4)
    let exact = Betweenness().scores(of: graph)
    var sampling = Betweenness()
    sampling.exactLimit = 100
    sampling.originCount = 150
    let sampled = sampling.scores(of: graph)
    #expect(sampled == sampling.scores(of: graph))
    #expect(sampled != exact)
    let total = exact.reduce(0, +)
    #expect(abs(sampled.reduce(0, +) - total) < 0.05 * total)
    let error = zip(exact, sampled).reduce(0.0) { $0 + abs($1.0 - $1.1) }
    #expect(error < 0.25 * total, "error \(error) of \(total)")
  }

  @Test("no nodes, no scores")
  func endsWithoutNodes() {
    #expect(Betweenness().scores(of: WeightedGraph(nodeCount: 0, edges: [])) == [])
    #expect(Betweenness().scores(of: DirectedGraph(nodeCount: 1, edges: [(0, 0, 1)])) == [0])
  }
}
