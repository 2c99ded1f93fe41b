import Diagnostics
import DomainPack
import PropertyGraph
import RDF
import TestSupport
import Testing

@Suite("Filters of graphs")
struct GraphFilterTests {
  private func graph() throws -> PropertyGraph {
    Projection(
      style: try GraphStyle.load(folder: TestPlaces.ontologyPath),
      language: .english
    ).graph(of: CooperationSample(pairs: 20, seed: 5).quads)
  }

  private func filtered(_ change: (inout GraphFilter) -> Void) throws -> PropertyGraph {
    var filter = GraphFilter()
    change(&filter)
    var graph = try graph()
    try filter.apply(to: &graph)
    checkColumns(graph)
    return graph
  }

  /// All columns are of one length, ends are nodes, degrees count the edges.
  private func checkColumns(_ graph: PropertyGraph) {
    let (nodes, edges) = (graph.nodes.count, graph.edges.count)
    #expect(
      [graph.nodes.labels.count, graph.nodes.classes.count, graph.nodes.degrees.count]
        .allSatisfy { $0 == nodes })
    #expect(graph.attributes.rows.count == nodes && graph.nodeClaims.rows.count == nodes)
    #expect(
      [graph.edges.targets.count, graph.edges.predicates.count, graph.edges.lines.count]
        .allSatisfy { $0 == edges })
    #expect(graph.edgeClaims.rows.count == edges)
    var degrees = [Int32](repeating: 0, count: nodes)
    for edge in graph.edges.indices {
      let (source, target) = (Int(graph.edges.sources[edge]), Int(graph.edges.targets[edge]))
      degrees[source] += 1
      if target != source { degrees[target] += 1 }
    }
    #expect(degrees == graph.nodes.degrees)
  }

  @Test("a class is found by name, caption and IRI")
  func keepsClasses() throws {
    let names = ["city", "Cities", "https://w3id.org/simpul/ns#City"]
    let graphs = try names.map { name in try filtered { $0.classes = [name] } }
    for graph in graphs {
      #expect(graph.nodes.count > 2)
      #expect(graph.nodes.indices.allSatisfy { graph.node($0).nodeClass.name == "City" })
      #expect(graph.edges.indices.allSatisfy { graph.edge($0).predicate.name == "sisterCityOf" })
    }
    #expect(Set(graphs.map(\.nodes.count)).count == 1)
  }

  @Test("a predicate leaves its edges and the nodes at them")
  func keepsPredicates() throws {
    let graph = try filtered { $0.predicates = ["amends"] }
    #expect(graph.edges.count > 0)
    #expect(graph.edges.indices.allSatisfy { graph.edge($0).predicate.name == "amends" })
    #expect(graph.nodes.degrees.allSatisfy { $0 > 0 })
  }

  @Test("confidence, status and document look at the claims")
  func looksAtClaims() throws {
    let all = try graph()
    let sure = try filtered { $0.minimumConfidence = 0.9 }
    #expect(sure.edges.count < all.edges.count)
    #expect(sure.edges.indices.allSatisfy { sure.edge($0).evidence?.confidence ?? 0 >= 0.9 })
    let planned = try filtered { $0.statuses = ["Planned"] }
    #expect(planned.edges.count > 0 && planned.edges.lines.allSatisfy { $0 == .dashed })
    let name = try #require(all.documents.first?.iri.localName)
    let stated = try filtered { $0.documents = [name] }
    #expect(stated.edges.count > 0)
    for edge in stated.edges.indices {
      #expect(
        stated.edgeClaims[edge].contains {
          stated.documents[Int(stated.claims.documents[Int($0)])].iri.localName == name
        })
    }
  }

  @Test("the neighbourhood grows with the depth, and the component holds it")
  func keepsNeighbourhoods() throws {
    let sizes = try [0, 1, 2].map { depth in
      try filtered {
        $0.centre = "Kawasaki"
        $0.depth = depth
      }.nodes.count
    }
    #expect(sizes[0] == 1 && sizes[1] > 1 && sizes[2] > sizes[1])
    let component = try filtered { $0.isLargestComponentOnly = true }
    #expect(component.nodes.count >= sizes[2])
    #expect(component.nodes.degrees.allSatisfy { $0 > 0 })
    #expect(try filtered { $0.top = 7 }.nodes.count == 7)
  }

  @Test("years are those of the edge, else of its ends")
  func keepsYears() throws {
    let graph = try filtered { $0.years = 1990...2030 }
    let whole = try self.graph()
    #expect(graph.edges.count > 0 && graph.edges.count < whole.edges.count)
    #expect(throws: GraphFilterFailure.nothingLeft) { try filtered { $0.years = 1200...1300 } }
  }

  @Test("a name of nothing is told with the names that there are")
  func namesTheKnown() throws {
    let failure = #expect(throws: GraphFilterFailure.self) {
      try filtered { $0.classes = ["Kapal"] }
    }
    #expect(failure?.message.english.contains("no class “Kapal” in the graph; there are: ") == true)
    #expect(throws: GraphFilterFailure.self) { try filtered { $0.centre = "Atlantis" } }
  }
}

@Suite("Stretches of time")
struct TimeSpanTests {
  @Test(
    "dates and intervals give first and last day",
    arguments: [
      ("2016", "2016-01-01", "2016-12-31"), ("2016-02", "2016-02-01", "2016-02-29"),
      ("1900-02", "1900-02-01", "1900-02-28"), ("2014-12-19", "2014-12-19", "2014-12-19"),
      ("2017/2019", "2017-01-01", "2019-12-31"), ("1960/..", "1960-01-01", nil),
      ("../2020", nil, "2020-12-31"), ("2017-09/", "2017-09-01", nil),
      ("2014-12-19Z", "2014-12-19", "2014-12-19"), ("2016?", "2016-01-01", "2016-12-31"),
      ("2014-12-19T10:00:00Z", "2014-12-19", "2014-12-19"), ("-0044", "-0044-01-01", "-0044-12-31"),
    ] as [(String, String?, String?)])
  func reads(text: String, first: String?, last: String?) {
    let span = TimeSpan(text)
    #expect(span?.first?.text == first && span?.last?.text == last)
    #expect(span != nil)
  }

  @Test(
    "anything else is no time",
    arguments: ["", "..", "/", "P5Y", "16", "2016-13", "2015-02-29", "2019/2017", "a/b", "1/2/3"])
  func refuses(text: String) { #expect(TimeSpan(text) == nil) }
}
