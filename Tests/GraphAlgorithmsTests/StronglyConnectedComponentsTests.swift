import GraphAlgorithms
import TestSupport
import Testing

@Suite("Strongly connected components")
struct StronglyConnectedComponentsTests {
  @Test("two nodes share a component where each leads to the other")
  func definition() {
    var generator = SeededGenerator()
    for _ in 0..<200 {
      let count = 1 + generator.below(12)
      let edges = (0..<generator.below(20)).map { _ in
        (source: generator.below(count), target: generator.below(count), weight: 1.0)
      }
      let graph = DirectedGraph(nodeCount: count, edges: edges)
      let components = StronglyConnectedComponents(of: graph)
      let reach = (0..<count).map { graph.outgoing.distances(from: [$0]) }
      for one in 0..<count {
        for other in 0..<count {
          let isShared = reach[one][other] >= 0 && reach[other][one] >= 0
          let (left, right) = (components.componentOfNode[one], components.componentOfNode[other])
          #expect((left == right) == isShared, "seed \(generator.seed)")
          if reach[one][other] >= 0 { #expect(left >= right, "seed \(generator.seed)") }
        }
      }
    }
  }

  @Test("a ring of a hundred thousand nodes is one component")
  func ring() {
    let count = 100_000
    let nodes = Array(0..<Int32(count))
    let graph = DirectedGraph(
      nodeCount: count, sources: nodes, targets: nodes.map { ($0 + 1) % Int32(count) })
    #expect(StronglyConnectedComponents(of: graph).cycles == [Array(0..<count)])
  }
}
