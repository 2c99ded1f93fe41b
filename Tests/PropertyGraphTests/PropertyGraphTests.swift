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

private func labels(_ graph: PropertyGraph) -> [String] {
  graph.nodes.indices.map { graph.nodes.labels[$0] }
}

private func edges(_ graph: PropertyGraph) -> [PropertyGraph.Edge] {
  graph.edges.indices.map(graph.edge)
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
    #expect(labels(graph) == ["Bandung", "kawasaki"])
    #expect(graph.nodes.indices.map { graph.node($0).nodeClass.name } == ["City", ""])
    #expect(graph.nodes.degrees == [1, 1])
    #expect(graph.node(0).attributes.map(\.language) == ["en", "id"])
    #expect(edges(graph).map(\.label) == ["sister city"])
    #expect(edges(graph).map(\.isSymmetric) == [true])
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
      edges(graph).map(\.evidence) == [
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
    #expect(edges(graph).map(\.evidence?.quote) == ["kutipan"])
    #expect(graph.nodes.count == 2)
  }

  @Test("planned donations are dashed, done ones are not")
  func dashesPlans() throws {
    let graph = Projection(style: try style()).graph(of: [
      quad("a", smp("plannedDonation"), iri("t1")), quad("a", smp("donates"), iri("t2")),
      quad("t3", smp("status"), .namedNode(smp("Planned"))), quad("t3", smp("programOf"), iri("a")),
    ])
    #expect(edges(graph).map(\.line) == [.dashed, .solid, .dashed])
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
      quad("g", RDFVocabulary.type, .namedNode(smp("Passage"))), quad("g", smp("about"), iri("a")),
      quad("r1", smp("amends"), iri("r2")), quad("r1", eli, iri("r2")), quad("r3", eli, iri("r2")),
    ])
    #expect(edges(graph).map(\.predicate.name) == ["amends", "amends"])
    #expect(graph.nodes.indices.map { graph.node($0).iri.localName } == ["r1", "r2", "r3"])
    #expect((graph.tally.hidden, graph.tally.implied, graph.tally.edges) == (2, 1, 2))
  }

  @Test("every statement is accounted for, in whatever order they come", arguments: 1...6)
  func accountsForEverything(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let quads = CooperationSample(pairs: 12, seed: UInt64(seed)).quads
    let projection = Projection(style: try style(), language: .indonesian)
    let graph = projection.graph(of: quads)
    #expect(graph.tally.total == quads.count)
    let shuffled = projection.graph(of: quads.shuffled(using: &generator))
    #expect(shuffled.tally == graph.tally)
    #expect(GraphText.lines(of: shuffled) == GraphText.lines(of: graph))
    let facts = quads.filter { $0.graphName == .defaultGraph && $0.object.namedNode != nil }
      .filter { $0.predicate != RDFVocabulary.type }
    #expect(graph.tally.edges + graph.tally.repeated >= Set(facts).count)
    #expect(edges(graph).allSatisfy { $0.evidence != nil })
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
    #expect(labels(graph) == ["b0", "example.org", "%zz%ff", "São", "x"])
    #expect(graph.classes.map(\.name) == ["Person", ""])
  }
}

@Suite("Projection of what documents say")
struct ClaimProjectionTests {
  @Test("a gift stands as edges, and a fact that joins the same nodes is not doubled")
  func contractsDonations() throws {
    let gift = [
      quad("g", RDFVocabulary.type, .namedNode(smp("Donation"))),
      quad("g", smp("giver"), iri("kochi")), quad("g", smp("gift"), iri("truck")),
      quad("g", smp("recipient"), iri("surabaya")),
      quad("g", smp("quantity"), .literal(Literal("3", datatype: XSD.integer))),
    ]
    let projection = Projection(style: try style(), language: .english)
    let alone = projection.graph(of: gift)
    #expect(labels(alone) == ["kochi", "surabaya", "truck"])
    #expect(edges(alone).map(\.predicate.name) == ["donates", "donatedTo"])
    let three = Term.literal(Literal("3", datatype: XSD.integer))
    #expect(edges(alone).map { $0.attributes.map(\.values) } == [[[three]], [[three]]])
    let fact = quad("kochi", smp("donates"), iri("truck"))
    let both = projection.graph(of: gift + [fact])
    #expect(edges(both).map(\.predicate.name) == ["donates", "donatedTo"])
    #expect(both.tally.total == gift.count + 1)
    let planned = projection.graph(
      of: gift + [quad("g", smp("status"), .namedNode(smp("Planned")))])
    #expect(edges(planned).map(\.predicate.name) == ["plannedDonation", "plannedRecipient"])
  }

  @Test("a claim that made no fact is found at its subject, and in the conflict")
  func keepsLosingClaims() throws {
    var quads = [
      quad("loi", RDFVocabulary.type, .namedNode(smp("Agreement"))),
      quad("loi", smp("signedOn"), .literal(Literal("2016", datatype: XSD.gYear))),
    ]
    for (name, year) in [("c1", "2016"), ("c2", "2015")] {
      quads += claim(
        name, "loi", smp("signedOn"), "x", quote: "tahun \(year)", confidence: "0.8", in: "d")
      let triple = Triple(
        .namedNode(NamedNode(unchecked: "http://example.org/" + name)), RDFVocabulary.object,
        .literal(Literal(year, datatype: XSD.gYear)))
      quads[quads.count - 4] = Quad(triple, in: quads[quads.count - 4].graphName)
    }
    quads += [
      quad("k", RDFVocabulary.type, .namedNode(smp("Conflict"))),
      quad("k", RDFVocabulary.subject, iri("loi")),
      quad("k", RDFVocabulary.predicate, .namedNode(smp("signedOn"))),
      quad("k", smp("conflictClaim"), iri("c1")), quad("k", smp("conflictClaim"), iri("c2")),
      quad("k", smp("chosenClaim"), iri("c1")),
    ]
    let graph = Projection(style: try style(), language: .english).graph(of: quads)
    #expect(labels(graph) == ["loi"])
    let claims = graph.nodeClaims[0].map { Int($0) }
    #expect(claims.map { graph.text(of: graph.claims.objects[$0]) } == ["2016", "2015"])
    #expect(claims.map { graph.text(of: graph.claims.quotes[$0]) } == ["tahun 2016", "tahun 2015"])
    #expect(graph.conflicts.map(\.node) == [0])
    #expect(graph.conflicts.map(\.claims) == [[0, 1]])
    #expect(graph.conflicts.map(\.chosen) == [0])
    #expect(graph.tally.total == quads.count)
  }

  @Test("a conflict about what is done to a thing is one of that thing, called by all predicates")
  func conflictOfDeeds() throws {
    var quads = [
      quad("act", RDFVocabulary.type, .namedNode(smp("Regulation"))),
      quad("k", RDFVocabulary.type, .namedNode(smp("Conflict"))),
      quad("k", RDFVocabulary.object, iri("act")),
      quad("k", smp("conflictClaim"), iri("c1")), quad("k", smp("conflictClaim"), iri("c2")),
      quad("k", smp("chosenClaim"), iri("c2")),
    ]
    for (name, subject, predicate) in [("c1", "law", "amends"), ("c2", "code", "repeals")] {
      quads.append(quad(subject, RDFVocabulary.type, .namedNode(smp("Regulation"))))
      quads += claim(
        name, subject, smp(predicate), "act", quote: name, confidence: "0.8", in: "d")
    }
    let graph = Projection(style: try style(), language: .english).graph(of: quads)
    let conflict = try #require(graph.conflicts.first)
    #expect(conflict.node.map { graph.nodes.labels[$0] } == "act")
    #expect(conflict.predicate.isEmpty)
    #expect(graph.predicates(of: conflict).map { String($0.suffix(7)) } == ["#amends", "repeals"])
    #expect(conflict.claims == [0, 1] && conflict.chosen == 1)
  }

  @Test("a concept that only serves as a value is no node")
  func leavesConceptsOut() throws {
    let skos = "http://www.w3.org/2004/02/skos/core#Concept"
    let planned = "https://w3id.org/simpul/ns#Planned"
    let concept = Subject.namedNode(NamedNode(unchecked: planned))
    let quads = [
      quad("p", smp("status"), .namedNode(smp("Planned"))),
      Quad(Triple(concept, RDFVocabulary.type, .namedNode(NamedNode(unchecked: skos)))),
      Quad(Triple(concept, RDFS.label, .literal(Literal("planned", language: "en")))),
    ]
    let graph = Projection(style: try style()).graph(of: quads)
    #expect(labels(graph) == ["p"])
    #expect(graph.tally.concepts == 2)
    #expect(graph.tally.total == 3)
  }
}
