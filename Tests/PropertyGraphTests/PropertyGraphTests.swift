import Diagnostics
import DomainPack
import Foundation
import PropertyGraph
import RDF
import TestSupport
import Testing

private let namespace = "https://w3id.org/simpul/ns#"

private func iri(_ name: String) -> Term {
  .namedNode(NamedNode(unchecked: "http://example.org/" + name))
}

private func smp(_ name: String) -> NamedNode { NamedNode(unchecked: namespace + name) }

private func quad(
  _ subject: String, _ predicate: NamedNode, _ object: Term, in graph: String? = nil
) -> Quad {
  Quad(
    Triple(.namedNode(NamedNode(unchecked: "http://example.org/" + subject)), predicate, object),
    in: graph.map { .namedNode(NamedNode(unchecked: "http://example.org/" + $0)) } ?? .defaultGraph)
}

private func claim(
  _ name: String, _ subject: String, _ predicate: NamedNode, _ object: String, quote: String,
  confidence: String, status: String = "Realised", in graph: String
) -> [Quad] {
  [
    quad(name, RDFVocabulary.type, .namedNode(smp("Claim")), in: graph),
    quad(name, RDFVocabulary.subject, iri(subject), in: graph),
    quad(name, RDFVocabulary.predicate, .namedNode(predicate), in: graph),
    quad(name, RDFVocabulary.object, iri(object), in: graph),
    quad(name, smp("quote"), .literal(Literal(quote)), in: graph),
    quad(name, smp("confidence"), .literal(Literal(confidence, datatype: XSD.decimal)), in: graph),
    quad(name, smp("status"), .namedNode(smp(status)), in: graph),
  ]
}

private func style() throws -> GraphStyle {
  try GraphStyle.load(folder: TestPlaces.ontology.path(percentEncoded: false))
}

@Suite("Projection of RDF to nodes and edges")
struct ProjectionTests {
  @Test("a statement between things is an edge, a literal an attribute, a type the class")
  func sortsStatements() throws {
    let graph = Projection(style: try style(), language: .english).graph(of: [
      quad("bandung", RDFVocabulary.type, .namedNode(smp("City"))),
      quad("bandung", RDFS.label, .literal(Literal("Kota Bandung", language: "id"))),
      quad("bandung", RDFS.label, .literal(Literal("Bandung", language: "en"))),
      quad("bandung", smp("sisterCityOf"), iri("kawasaki")),
    ])
    #expect(graph.nodes.map(\.label) == ["Bandung", "kawasaki"])
    #expect(graph.nodes.map { graph.nodeClass(of: $0).name } == ["City", ""])
    #expect(graph.nodes.map(\.degree) == [1, 1])
    #expect(graph.nodes[0].attributes.map(\.language) == ["en", "id"])
    #expect(graph.edges.map(\.label) == ["sister city"])
    #expect(graph.edges.map(\.isSymmetric) == [true])
  }

  @Test("the best claim gives quote and status, and documents are counted")
  func takesEvidence() throws {
    let graph = Projection(style: try style(), language: .indonesian).graph(
      of: [quad("kawasaki", smp("donates"), iri("truk"))]
        + claim(
          "c1", "kawasaki", smp("donates"), "truk", quote: "mungkin", confidence: "0.6", in: "d1")
        + claim(
          "c2", "kawasaki", smp("donates"), "truk", quote: "telah memberi", confidence: "0.9",
          in: "d2")
        + claim(
          "c3", "kawasaki", smp("donates"), "truk", quote: "lagi", confidence: "0.8", in: "d2"))
    #expect(graph.nodes.count == 2)
    #expect(
      graph.edges.map(\.evidence) == [
        PropertyGraph.Evidence(
          status: "Realised", statusLabel: "Terwujud", confidence: 0.9, documentCount: 2,
          quote: "telah memberi")
      ])
  }

  @Test("the same evidence is read from a triple term")
  func readsTripleTerms() {
    let triple = Triple(
      .namedNode(NamedNode(unchecked: "http://example.org/a")), smp("covers"), iri("b"))
    let reifies = NamedNode(unchecked: RDFVocabulary.namespace + "reifies")
    let graph = Projection().graph(of: [
      Quad(triple), quad("c", reifies, .tripleTerm(triple), in: "d"),
      quad("c", smp("quote"), .literal(Literal("kutipan")), in: "d"),
    ])
    #expect(graph.edges.map(\.evidence?.quote) == ["kutipan"])
    #expect(graph.nodes.count == 2)
  }

  @Test("planned donations are dashed, done ones are not")
  func dashesPlans() throws {
    let graph = Projection(style: try style()).graph(of: [
      quad("a", smp("plannedDonation"), iri("t1")), quad("a", smp("donates"), iri("t2")),
      quad("t3", smp("status"), .namedNode(smp("Planned"))), quad("t3", smp("programOf"), iri("a")),
    ])
    #expect(graph.edges.map(\.line) == [.dashed, .solid, .dashed])
    #expect(graph.nodes.count == 4, "a status is a value, not a node")
  }

  @Test("both ways of a symmetric statement are one edge")
  func joinsSymmetric() throws {
    let quads = [
      quad("a", smp("sisterCityOf"), iri("b")), quad("b", smp("sisterCityOf"), iri("a")),
    ]
    #expect(Projection(style: try style()).graph(of: quads).edges.count == 1)
    #expect(Projection().graph(of: quads).edges.count == 2)
  }

  @Test("hidden classes and aligned predicates are left out")
  func hides() throws {
    let eli = NamedNode(unchecked: "http://data.europa.eu/eli/ontology#amends")
    let graph = Projection(style: try style()).graph(of: [
      quad("g", RDFVocabulary.type, .namedNode(smp("Donation"))), quad("g", smp("giver"), iri("a")),
      quad("r1", smp("amends"), iri("r2")), quad("r1", eli, iri("r2")), quad("r3", eli, iri("r2")),
    ])
    #expect(graph.edges.map { $0.predicate.localName } == ["amends", "amends"])
    #expect(graph.nodes.map { $0.iri.localName } == ["r1", "r2", "r3"])
    #expect((graph.tally.hidden, graph.tally.implied, graph.tally.edges) == (2, 1, 2))
  }

  @Test("every statement is accounted for, in whatever order they come", arguments: 1...6)
  func accountsForEverything(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let quads = CooperationSample(pairs: 12, seed: UInt64(seed)).quads
    let projection = Projection(style: try style(), language: .indonesian)
    let graph = projection.graph(of: quads)
    #expect(graph.tally.total == quads.count)
    #expect(projection.graph(of: quads.shuffled(using: &generator)) == graph)
    let facts = quads.filter { $0.graphName == .defaultGraph && $0.object.namedNode != nil }
      .filter { $0.predicate != RDFVocabulary.type }
    #expect(graph.tally.edges + graph.tally.repeated >= Set(facts).count)
    #expect(graph.edges.allSatisfy { $0.evidence != nil })
  }

  @Test("any RDF makes a graph without a style: blank nodes, percent signs, odd IRIs")
  func worksWithoutStyle() {
    let knows = NamedNode(unchecked: "http://xmlns.com/foaf/0.1/knows")
    let type = NamedNode(unchecked: "http://xmlns.com/foaf/0.1/Person")
    let graph = Projection().graph(of: [
      Quad(Triple(.blankNode(BlankNode(label: "b0")), knows, iri("S%C3%A3o"))),
      quad("S%C3%A3o", RDFVocabulary.type, .namedNode(type)),
      quad("x#", knows, iri("")), quad("%zz%ff", knows, iri("S%C3%A3o")),
    ])
    #expect(graph.nodes.map(\.label) == ["b0", "example.org", "%zz%ff", "São", "x"])
    #expect(graph.classes.map(\.name) == ["Person", ""])
  }
}

@Suite("Graph layout")
struct GraphLayoutTests {
  @Test("no two nodes overlap, and the places are rounded", arguments: [1, 8, 40])
  func nodesDoNotOverlap(pairs: Int) throws {
    var graph = Projection(style: try style()).graph(
      of: CooperationSample(pairs: pairs, seed: 21).quads)
    GraphLayout().arrange(&graph)
    for (index, first) in graph.nodes.enumerated() {
      #expect((first.x * 100).rounded() / 100 == first.x)
      for second in graph.nodes[..<index] {
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
    for node in again.nodes.indices { again.nodes[node].x = -7 }
    GraphLayout().arrange(&again)
    #expect(again == graph)
  }
}
