import GraphAlgorithms
import TestSupport
import Testing

@Suite("Rows of neighbours")
struct AdjacencyTests {
  private let edges: [Sample.Edge] = [
    (2, 0, 1), (0, 1, 2), (0, 1, 3), (1, 0, 1), (3, 3, 4), (0, 2, 1), (4, 3, 1),
  ]

  @Test("a row holds each neighbour once, in rising order, with the weight of all its edges")
  func rowsAreInOrder() {
    let graph = DirectedGraph(nodeCount: 6, edges: edges)
    #expect(
      (0..<6).map { Array(graph.outgoing.neighbours(of: $0)) } == [[1, 2], [0], [0], [3], [3], []])
    #expect(
      (0..<6).map { Array(graph.incoming.neighbours(of: $0)) } == [
        [1, 2], [0], [0], [3, 4], [], [],
      ])
    #expect(graph.outgoing.weight(from: 0, to: 1) == 5)
    #expect(graph.incoming.weight(from: 0, to: 2) == 1)
    #expect(graph.outgoing.weight(from: 5, to: 0) == 0)
  }

  @Test("without directions, both edges between two nodes are one, and loops stand apart")
  func forgetsDirections() {
    let graph = DirectedGraph(nodeCount: 6, edges: edges).undirected
    #expect(graph == WeightedGraph(nodeCount: 6, edges: edges))
    #expect(
      (0..<6).map { Array(graph.adjacency.neighbours(of: $0)) } == [
        [1, 2], [0], [0], [4], [3], [],
      ])
    #expect(graph.adjacency.weight(from: 1, to: 0) == 6)
    #expect(graph.loops == [0, 0, 0, 4, 0, 0])
    #expect((0..<6).map(graph.degree(of:)) == [2, 1, 1, 1, 1, 0])
  }

  @Test("columns and edges make the same graph")
  func columnsMakeTheGraph() {
    let (sources, targets) = (edges.map { Int32($0.source) }, edges.map { Int32($0.target) })
    let ones: [Sample.Edge] = edges.map { ($0.source, $0.target, 1) }
    #expect(
      WeightedGraph(nodeCount: 6, sources: sources, targets: targets)
        == WeightedGraph(nodeCount: 6, edges: ones))
    #expect(
      DirectedGraph(nodeCount: 6, sources: sources, targets: targets, weights: edges.map(\.weight))
        == DirectedGraph(nodeCount: 6, edges: edges))
  }

  @Test("the order of the edges does not matter", arguments: 1...10)
  func edgeOrderDoesNotMatter(seed: Int) {
    let edges = Sample.edges(nodeCount: 30, edgeCount: 90, seed: UInt64(seed))
    let order = Sample.shuffled(90, seed: UInt64(seed) + 100)
    #expect(
      DirectedGraph(nodeCount: 30, edges: edges)
        == DirectedGraph(nodeCount: 30, edges: order.map { edges[$0] }))
  }

  @Test("300 parallel edges are one neighbour")
  func mergesParallelEdges() {
    let graph = WeightedGraph(nodeCount: 2, edges: (0..<300).map { ($0 % 2, 1 - $0 % 2, 1) })
    #expect(graph.degree(of: 0) == 1)
    #expect(graph.adjacency.weight(from: 0, to: 1) == 300)
  }

  @Test("a part of a graph holds the edges between its nodes")
  func takesAPart() {
    let part = WeightedGraph(nodeCount: 6, edges: edges).subgraph(of: [0, 2, 3])
    #expect(part == WeightedGraph(nodeCount: 3, edges: [(1, 0, 2), (2, 2, 4)]))
  }
}

@Suite("Ways through a graph")
struct PathTests {
  private let graph = DirectedGraph(
    nodeCount: 8,
    edges: [
      (0, 2, 1), (0, 1, 1), (1, 3, 1), (2, 3, 1), (3, 4, 1), (4, 0, 1), (5, 4, 1), (6, 6, 1),
    ])

  @Test("distances count steps along the edges, −1 where no way leads")
  func countsSteps() {
    #expect(graph.outgoing.distances(from: [0]) == [0, 1, 1, 2, 3, -1, -1, -1])
    #expect(graph.incoming.distances(from: [4, 4]) == [3, 2, 2, 1, 0, 1, -1, -1])
    #expect(graph.outgoing.distances(from: [0], depth: 1) == [0, 1, 1, -1, -1, -1, -1, -1])
    #expect(graph.outgoing.distances(from: []) == [Int](repeating: -1, count: 8))
  }

  @Test(
    "a neighbourhood reaches as far as its depth",
    arguments: [(0, [3, 6]), (1, [1, 2, 3, 4, 6]), (2, [0, 1, 2, 3, 4, 5, 6])])
  func neighbourhoodHasDepth(depth: Int, nodes: [Int]) {
    #expect(graph.undirected.adjacency.neighbourhood(of: [6, 3], depth: depth) == nodes)
  }

  @Test("a shortest way holds both ends, and of several the first is taken")
  func findsShortestWay() {
    #expect(graph.outgoing.shortestPath(from: 0, to: 4) == [0, 1, 3, 4])
    #expect(graph.outgoing.shortestPath(from: 4, to: 2) == [4, 0, 2])
    #expect(graph.outgoing.shortestPath(from: 6, to: 6) == [6])
    #expect(graph.outgoing.shortestPath(from: 0, to: 5) == nil)
    #expect(graph.incoming.shortestPath(from: 4, to: 0) == [4, 3, 1, 0])
  }

  @Test("distances are those of relaxing every edge until nothing changes", arguments: 1...10)
  func agreesWithRelaxation(seed: Int) {
    let edges = Sample.edges(nodeCount: 40, edgeCount: 60, seed: UInt64(seed))
    var expected = [Int](repeating: 99, count: 40)
    expected[0] = 0
    for _ in 0..<40 {
      for edge in edges {
        expected[edge.target] = min(expected[edge.target], expected[edge.source] + 1)
      }
    }
    let graph = DirectedGraph(nodeCount: 40, edges: edges)
    #expect(graph.outgoing.distances(from: [0]) == expected.map { $0 >= 99 ? -1 : $0 })
    for node in 0..<40 {
      let path = graph.outgoing.shortestPath(from: 0, to: node)
      #expect((path?.count ?? 0) - 1 == (expected[node] >= 99 ? -1 : expected[node]))
    }
  }
}

@Suite("Connected components")
struct ConnectedComponentsTests {
  @Test("nodes that no path joins lie apart, and every node lies in one component")
  func separatesWhatNoPathJoins() {
    let graph = WeightedGraph(
      nodeCount: 6, edges: [(4, 1, 1), (1, 3, 1), (0, 0, 2), (5, 2, 1)])
    let components = ConnectedComponents(of: graph)
    #expect(components.members == [[0], [1, 3, 4], [2, 5]])
    #expect(components.componentOfNode == [0, 1, 2, 1, 1, 2])
    #expect(components.largest == [1, 3, 4])
  }

  @Test("of components of one size the first is the largest, and without nodes there is none")
  func largestIsTheFirst() {
    let pairs = WeightedGraph(nodeCount: 4, edges: [(1, 3, 1), (0, 2, 1)])
    #expect(ConnectedComponents(of: pairs).largest == [0, 2])
    #expect(ConnectedComponents(of: WeightedGraph(nodeCount: 0, edges: [])).largest == [])
  }
}
