import Diagnostics
import QuadStore
import RDF
import RDFSyntax
import SPARQL
import SPARQLChecks
import Testing

@Suite("Update engine")
struct UpdateEngineTests {
  private static let missing = Message(en: "no such document", id: "dokumen tidak ada")
  private let prologue = "PREFIX : <http://example.org/> "

  /// The statements that a request leaves of others, in N-Quads, sorted.
  private func lines(
    _ text: String, on before: String = "", documents: [String: String] = [:]
  ) throws -> [String] {
    var dataset = try dataset(before)
    try engine(documents).apply(try Update(parsing: prologue + text), to: &dataset)
    return try lines(of: &dataset)
  }

  private func dataset(_ text: String) throws -> ChangingDataset {
    let quads = try TriGParser().parse(Array((prologue + text).utf8))
    return try ChangingDataset(NaiveUpdates.store(of: NaiveDataset(quads)))
  }

  private func lines(of dataset: inout ChangingDataset) throws -> [String] {
    let quads = try NaiveUpdates.quads(of: dataset.store())
    let text = String(decoding: NQuadsSerializer().serialize(quads), as: UTF8.self)
    return text.split(separator: "\n").map {
      String($0).replacing("http://example.org/", with: "")
    }.sorted()
  }

  private func engine(_ documents: [String: String]) -> UpdateEngine {
    UpdateEngine { source, take in
      guard let text = documents[source.iri] else {
        throw UpdateError.unreadable(source, Self.missing)
      }
      try QuadCollection(try TriGParser().parse(Array(text.utf8))).forEachBlock {
        try take($0)
      }
    }
  }

  @Test("lets an operation see what those before it did")
  func order() throws {
    #expect(
      try lines("INSERT DATA { :a :p 1 } ; INSERT { ?s :q ?o } WHERE { ?s :p ?o }").count == 2)
  }

  @Test("does nothing of a request that cannot be done to its end")
  func atomic() throws {
    var dataset = try dataset(":a :p :b . GRAPH :g { :a :p :b }")
    let before = try lines(of: &dataset)
    let update = try Update(
      parsing: prologue
        + "DROP GRAPH :g ; INSERT DATA { :c :p :d } ; CREATE GRAPH :h ; CLEAR GRAPH :no"
    )
    #expect(throws: UpdateError.noGraph(NamedNode(unchecked: "http://example.org/no"))) {
      try engine([:]).apply(update, to: &dataset)
    }
    #expect(try lines(of: &dataset) == before)
    #expect(dataset.graphs.count == 1)
  }

  @Test("takes away before it puts in, whatever the order of solutions")
  func swap() throws {
    #expect(
      try lines(
        "DELETE { ?a :p ?b } INSERT { ?b :p ?a } WHERE { ?a :p ?b }", on: ":a :p :b . :b :p :a .")
        == ["<a> <p> <b> .", "<b> <p> <a> ."])
  }

  @Test("makes new blank nodes for each solution and each request")
  func blankNodes() throws {
    var dataset = try dataset(":a :p :b . :a :p :c . _:b0 :p :d .")
    let update = try Update(parsing: prologue + "INSERT { ?o :made [ :q ?o ] } WHERE { :a :p ?o }")
    try engine([:]).apply(update, to: &dataset)
    try engine([:]).apply(update, to: &dataset)
    let nodes = try NaiveUpdates.quads(of: dataset.store()).compactMap { quad in
      if case .blankNode(let node) = quad.object { node } else { nil }
    }
    #expect(Set(nodes).count == 4)
    #expect(!nodes.contains(BlankNode(label: "b0")))
  }

  @Test("puts a statement into a graph that had it before it was dropped and all were cleared")
  func droppedAndCleared() throws {
    #expect(
      try lines(
        "DROP GRAPH :g ; CLEAR ALL ; INSERT DATA { GRAPH :g { :a :p :b } }",
        on: "GRAPH :g { :a :p :b }") == ["<a> <p> <b> <g> ."])
  }

  @Test("takes for a new blank node no label that stands within a triple term only")
  func innerLabels() throws {
    let quads = try NQuadsParser().parse(
      Array("<x:s> <x:p> <<( _:b0 <x:p> <<( _:b1 <x:p> <x:o> )>> )>> .".utf8))
    var dataset = try ChangingDataset(NaiveUpdates.store(of: NaiveDataset(quads)))
    try engine([:]).apply(
      try Update(parsing: "INSERT DATA { <x:s> <x:q> _:new, [] }"), to: &dataset)
    let nodes = try NaiveUpdates.quads(of: dataset.store()).compactMap { quad -> String? in
      guard case .blankNode(let node) = quad.object else { return nil }
      return node.label
    }
    #expect(Set(nodes).count == 2)
    #expect(Set(nodes).isDisjoint(with: ["b0", "b1"]))
  }

  @Test("gives BNODE a node of its own in every operation")
  func bnodeFunction() throws {
    let operation = "INSERT { :a :p ?b } WHERE { BIND (BNODE() AS ?b) }"
    #expect(try lines("\(operation) ; \(operation)").count == 2)
  }

  @Test("leaves out what is no triple")
  func noTriples() throws {
    #expect(
      try lines("INSERT { ?o :q :x . :x ?o :y } WHERE { ?s :p ?o }", on: ":a :p 1 .")
        == ["<a> <p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> ."])
  }

  @Test("holds language tags in small letters, so that they are found again")
  func languageTags() throws {
    #expect(
      try lines("INSERT DATA { :a :p \"teks\"@ID } ; DELETE DATA { :a :p \"teks\"@Id }") == [])
  }

  @Test("loads a document with its blank nodes as new ones, into the graph that is named")
  func load() throws {
    let documents = ["x:doc": "_:b <x:p> \"A\"@ID ."]
    #expect(
      try lines(
        "LOAD <x:doc> ; LOAD <x:doc> INTO GRAPH :g", on: "_:b :p :c .", documents: documents)
        == [
          "_:b <p> <c> .", "_:b0 <x:p> \"A\"@id .", "_:b1 <x:p> \"A\"@id <g> .",
        ])
  }

  @Test("passes over a document that is not there if told so, and else does nothing")
  func missingDocument() throws {
    #expect(try lines("LOAD SILENT <x:no> ; INSERT DATA { :a :p :b }").count == 1)
    #expect(
      throws: UpdateError.unreadable(NamedNode(unchecked: "x:no"), Self.missing)
    ) {
      try lines("INSERT DATA { :a :p :b } ; LOAD <x:no>")
    }
  }

  @Test("refuses a document with graphs of its own for one graph")
  func documentWithGraphs() throws {
    let documents = ["x:doc": "GRAPH <x:g> { <x:a> <x:p> <x:b> }"]
    #expect(throws: UpdateError.documentHasGraphs(NamedNode(unchecked: "x:doc"))) {
      try lines("LOAD <x:doc> INTO GRAPH :g", documents: documents)
    }
    #expect(try lines("LOAD <x:doc>", documents: documents) == ["<x:a> <x:p> <x:b> <x:g> ."])
  }

  @Test("keeps a graph that was emptied, until it is dropped")
  func emptyGraphs() throws {
    var dataset = try dataset("GRAPH :g { :a :p :b }")
    let clear = try Update(parsing: prologue + "DELETE DATA { GRAPH :g { :a :p :b } }")
    try engine([:]).apply(clear, to: &dataset)
    let query = try Query(parsing: "ASK { GRAPH ?g { } }")
    guard case .boolean(true) = try QueryEngine(store: dataset.store()).answer(query) else {
      Issue.record("the graph is not there any more")
      return
    }
    try engine([:]).apply(try Update(parsing: prologue + "DROP GRAPH :g"), to: &dataset)
    guard case .boolean(false) = try QueryEngine(store: dataset.store()).answer(query) else {
      Issue.record("the graph is still there")
      return
    }
  }

  @Test("ends where a bound is met, and changes nothing")
  func bounds() throws {
    var dataset = try dataset(":a :p 1, 2, 3 .")
    let engine = UpdateEngine(limits: QueryLimits(maximumRows: 2)) { _, _ in }
    let update = try Update(parsing: prologue + "DELETE WHERE { ?s ?p ?o }")
    #expect(throws: QueryError.tooManyRows(2)) { try engine.apply(update, to: &dataset) }
    #expect(try lines(of: &dataset).count == 3)
  }
}
