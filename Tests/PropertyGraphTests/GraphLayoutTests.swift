import DomainPack
import PropertyGraph
import RDF
import TestSupport
import Testing

@Suite("Graph layout")
struct GraphLayoutTests {
  private func style() throws -> GraphStyle {
    try GraphStyle.load(folder: TestPlaces.ontologyPath)
  }

  @Test("no two nodes overlap, and the places are rounded", arguments: [1, 8, 40])
  func nodesDoNotOverlap(pairs: Int) throws {
    var graph = Projection(style: try style()).graph(
      of: CooperationSample(pairs: pairs, seed: 21).quads)
    GraphLayout().arrange(&graph)
    let nodes = graph.nodes.indices.map(graph.node)
    for (index, first) in nodes.enumerated() {
      #expect((first.x * 100).rounded() / 100 == first.x)
      for second in nodes[..<index] {
        let (x, y) = (first.x - second.x, first.y - second.y)
        #expect((x * x + y * y).squareRoot() >= (first.size + second.size) / 2)
      }
    }
  }

  @Test("arranging twice, or from another start, gives the same places")
  func isDeterministic() throws {
    var graph = Projection().graph(of: CooperationSample(pairs: 10, seed: 4).quads)
    GraphLayout().arrange(&graph)
    var again = graph
    GraphLayout().arrange(&again)
    #expect(again.nodes.x == graph.nodes.x)
    #expect(again.nodes.y == graph.nodes.y)
    #expect(again.nodes.communities == graph.nodes.communities)
  }
}

@Suite("Graph analysis")
struct GraphAnalysisTests {
  /// A star: the middle has all ways, and all edges lead to it.
  private static func star(_ rays: Int) -> [Quad] {
    (0..<rays).map { ray in
      Quad(Triple(.namedNode(iri("ray\(ray)")), iri("to"), .namedNode(iri("middle"))))
    }
  }

  private static func iri(_ name: String) -> NamedNode {
    NamedNode(unchecked: "http://example.org/" + name)
  }

  @Test("the middle of a star has the highest rank and all ways", arguments: [3, 5_000])
  func star(rays: Int) throws {
    var graph = Projection().graph(of: Self.star(rays))
    GraphAnalysis().measure(&graph)
    let middle = try #require(
      graph.nodes.indices.max { graph.nodes.degrees[$0] < graph.nodes.degrees[$1] })
    #expect(abs(graph.nodes.pageRanks.reduce(0, +) - 1) < 1e-9)
    #expect(
      graph.nodes.indices.allSatisfy {
        $0 == middle || graph.nodes.pageRanks[$0] < graph.nodes.pageRanks[middle]
      })
    let ways = Double(rays * (rays - 1) / 2)
    // Sampled origins of the large star may or may not include the middle, whose ways do not count.
    #expect(abs(graph.nodes.betweenness[middle] / ways - 1) < 0.01)
    #expect(graph.nodes.indices.allSatisfy { $0 == middle || graph.nodes.betweenness[$0] == 0 })
  }

  @Test("a graph without nodes or without edges has figures all the same")
  func empty() {
    var graph = Projection().graph(of: [Quad]())
    GraphAnalysis().measure(&graph)
    #expect(graph.nodes.pageRanks.isEmpty)
  }
}
