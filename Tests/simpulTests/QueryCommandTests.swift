import Foundation
import TestSupport
import Testing

// One process at a time: waiting for several blocks the threads that the tests share.
@Suite("simpul query", .serialized)
final class QueryCommandTests {
  private let simpul: SimpulProcess

  init() throws {
    simpul = try SimpulProcess()
    try simpul.write(Self.turtle, to: "a.ttl")
  }

  deinit {
    do { try simpul.remove() } catch { Issue.record(error) }
  }

  static let turtle = """
    @prefix smp: <https://w3id.org/simpul/ns#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @base <https://w3id.org/simpul/id/> .
    <city/id/bandung> a smp:City ; rdfs:label "Kota Bandung"@id ;
      smp:sisterCityOf <city/jp/kawasaki> ; smp:partyTo <agreement/a> .
    <city/jp/kawasaki> a smp:City ; rdfs:label "Kawasaki"@id ;
      smp:sisterCityOf <city/id/bandung> ; smp:partyTo <agreement/a> .
    <agency/kawasaki> a smp:Agency ; rdfs:label "Biro Air Kawasaki"@id .
    <regulation/uu/2014/23> a smp:Regulation ; smp:regulationKey "UU/2014/23" ;
      smp:repeals <regulation/uu/2004/32> .
    <program/p> a smp:Program ; smp:basedOn <regulation/uu/2014/23> .

    """

  private func query(_ arguments: String..., input: [UInt8] = []) throws -> SimpulProcess.Outcome {
    try simpul.run(
      ["query", "--data", "a.ttl", "--ontology", TestPlaces.ontologyPath, "--lang", "en"]
        + arguments, input: input)
  }

  private func named(_ arguments: String...) throws -> SimpulProcess.Outcome {
    try simpul.run(
      [
        "query", "--data", "a.ttl", "--ontology", TestPlaces.ontologyPath, "--lang", "en",
        "--queries", TestPlaces.root.appending(path: "Examples/queries").path, "--named",
      ] + arguments)
  }

  private static let cities =
    "PREFIX smp: <https://w3id.org/simpul/ns#> SELECT ?city { ?city a smp:City } ORDER BY ?city"

  @Test(
    "answers in every format",
    arguments: [
      ("table", "?city\n──────────────────\n<city/id/bandung>\n<city/jp/kawasaki>\n"),
      (
        "csv",
        "city\r\nhttps://w3id.org/simpul/id/city/id/bandung\r\n"
          + "https://w3id.org/simpul/id/city/jp/kawasaki\r\n"
      ),
      (
        "tsv",
        "?city\n<https://w3id.org/simpul/id/city/id/bandung>\n"
          + "<https://w3id.org/simpul/id/city/jp/kawasaki>\n"
      ),
      (
        "markdown", "| city |\n| --- |\n| \\<city/id/bandung\\> |\n| \\<city/jp/kawasaki\\> |\n"
      ),
    ])
  func formats(format: String, expected: String) throws {
    let outcome = try query("-q", Self.cities, "--results", format)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.text == expected)
  }

  @Test("reads a query from a file or standard input, and writes to a file by its ending")
  func files() throws {
    try simpul.write(Self.cities, to: "cities.rq")
    #expect(try query("cities.rq", "-o", "out.srj").status == 0)
    #expect(try simpul.text(of: "out.srj").hasPrefix("{\"head\":{\"vars\":[\"city\"]}"))
    let outcome = try query("-", input: Array(Self.cities.utf8))
    #expect(outcome.text.hasPrefix("?city\n"))
  }

  @Test("an empty answer and no are status 1")
  func nothing() throws {
    #expect(try query("-q", "ASK { <x> ?p ?o }").status == 1)
    #expect(try query("-q", "ASK { ?s ?p ?o }").status == 0)
    #expect(try query("-q", "SELECT * { <x> ?p ?o }").status == 1)
  }

  @Test("a mistake is shown in its line, with what may have been meant")
  func mistakes() throws {
    let outcome = try query("-q", "SELECT ?x {\n  ?x a smp:City }")
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains("-q:2:8: "), "\(outcome.messages)")
    #expect(outcome.messages.contains("  ?x a smp:City }\n         ^"), "\(outcome.messages)")
    #expect(outcome.messages.contains("PREFIX smp: <https://w3id.org/simpul/ns#>"))
    #expect(outcome.text.isEmpty)
  }

  @Test("an empty answer tells which names the data do not have, and which are near")
  func doubts() throws {
    let outcome = try query(
      "-q",
      """
      PREFIX smp: <https://w3id.org/simpul/ns#>
      SELECT * { ?a smp:sisterCity ?b . FILTER NOT EXISTS { ?b a smp:Citi } }
      """)
    #expect(outcome.status == 1)
    #expect(
      outcome.messages.contains(
        "smp:sisterCity: nothing in the data has it. Did you mean smp:sisterCityOf?"),
      "\(outcome.messages)")
    #expect(outcome.messages.contains("Did you mean smp:City?"))
  }

  @Test("CONSTRUCT becomes Turtle, N-Triples or a graph for viewers")
  func graphs() throws {
    let construct = "CONSTRUCT { ?a <p> ?b } { ?a <https://w3id.org/simpul/ns#sisterCityOf> ?b }"
    let triples = try query("-q", construct, "--results", "ntriples")
    #expect(triples.status == 0, "\(triples.messages)")
    #expect(triples.text.split(separator: "\n").count == 2)
    #expect(try query("-q", construct).text.contains("<city/id/bandung>") == false)
    #expect(try query("-q", construct, "-o", "g.graphml").status == 0)
    #expect(try simpul.text(of: "g.graphml").contains("<edge "))
    let wrong = try query("-q", construct, "--results", "csv")
    #expect(wrong.status == 2)
  }

  @Test("a named graph is asked by its name")
  func namedGraph() throws {
    let outcome = try simpul.run([
      "query", "--named-graph", "http://a.example/g=a.ttl", "-q",
      "SELECT (COUNT(*) AS ?n) { GRAPH <http://a.example/g> { ?s ?p ?o } }", "--results", "csv",
    ])
    #expect(outcome.text == "n\r\n15\r\n", "\(outcome.messages)")
  }

  @Test("a snapshot answers as its source does, and a damaged one is refused")
  func snapshot() throws {
    #expect(try simpul.run(["convert", "a.ttl", "-o", "a.simpul"]).status == 0)
    func ask() throws -> SimpulProcess.Outcome {
      try simpul.run(["query", "--data", "a.simpul", "-q", Self.cities])
    }
    #expect(try ask().text == query("-q", Self.cities).text)
    let bytes = try simpul.bytes(of: "a.simpul")
    for damaged in [Array(bytes.dropLast()), Array(bytes.prefix(10)), bytes + [0], []] {
      try simpul.write(damaged, to: "a.simpul")
      let outcome = try ask()
      #expect(outcome.status == 65)
      #expect(outcome.messages.contains("a.simpul: "), "\(outcome.messages)")
    }
    #expect(try simpul.names == ["a.simpul", "a.ttl"])
  }

  @Test("without data the standard graph is asked, or its snapshot where that was written later")
  func standardData() throws {
    try FileManager.default.createDirectory(
      at: simpul.folder.appending(path: "exports"), withIntermediateDirectories: true)
    func count() throws -> String {
      let question = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
      return try simpul.run(["query", "--results", "csv", "-q", question]).text
    }
    func graph(_ statements: Int) -> String {
      (0..<statements).map { "<a:s> <a:p> <a:o\($0)> .\n" }.joined()
    }
    try simpul.write(graph(1), to: "exports/graph.nq")
    #expect(try count() == "n\r\n1\r\n")
    try simpul.write(graph(2), to: "two.nt")
    #expect(try simpul.run(["convert", "two.nt", "-o", "exports/graph.simpul"]).status == 0)
    #expect(try count() == "n\r\n2\r\n")
    try simpul.write(graph(3), to: "exports/graph.nq")
    #expect(try count() == "n\r\n3\r\n")
  }

  @Test("parameters are terms: a name, a citation, the end of an IRI, never text of the query")
  func parameters() throws {
    let partners = try named("partners-of-city", "--param", "city=kota bandung", "--results", "csv")
    #expect(
      partners.text
        == "partner,partnerName,agreements\r\n"
        + "https://w3id.org/simpul/id/city/jp/kawasaki,Kawasaki,1\r\n", "\(partners.messages)")
    for citation in ["Undang-Undang Nomor 23 Tahun 2014", "UU/2014/23", "uu 23/2014"] {
      let heirs = try named(
        "regulation-heirs", "--param", "regulation=\(citation)", "--results", "csv")
      #expect(heirs.text.contains("program/p"), "\(heirs.messages)")
    }
    let hostile = try named("partners-of-city", "--param", "city=x> ?p ?o } #")
    #expect(hostile.status == 2)
    #expect(hostile.messages.contains("nothing of this name"))
    let near = try named("partners-of-city", "--param", "city=Kota Bandng")
    #expect(near.messages.contains("near are Kota Bandung"), "\(near.messages)")
    let unknown = try named("partners-of-city", "--param", "town=Bandung")
    #expect(unknown.messages.contains("it has city, lang"), "\(unknown.messages)")
    #expect(try named("partner-of-city").messages.contains("did you mean partners-of-city"))
  }

  @Test("every named query is described and can be parsed")
  func library() throws {
    let folder = TestPlaces.root.appending(path: "Examples/queries")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".rq") }.map { String($0.dropLast(3)) }.sorted()
    #expect(names.count >= 25)
    let list = try named().text
    for name in names {
      #expect(list.contains("\(name)\n    "))
      #expect(try named(name, "--check").status == 0)
    }
  }

  @Test("times of repeated queries are written as JSON")
  func timings() throws {
    try simpul.write(Self.cities, to: "cities.rq")
    #expect(try query("cities.rq", "--repeat", "3", "--timings", "t.json").status == 0)
    let json = try JSONSerialization.jsonObject(with: Data(try simpul.bytes(of: "t.json")))
    let times = try #require((json as? [[String: Any]])?.first)
    #expect(times["rows"] as? Int == 2 && times["runs"] as? Int == 3)
    #expect(times["query"] as? String == "cities.rq")
    #expect(times["processorMilliseconds"] is Double && times["wallMilliseconds"] is Double)
  }

  @Test("the plan tells rows, estimates and time of every operator")
  func explain() throws {
    let lines = try query("-q", Self.cities, "--explain").text.split(separator: "\n")
    #expect(lines.first?.contains("estimated") == true)
    #expect(lines.contains { $0.contains("match") && $0.contains("└─") })
  }

  @Test("limits end a query with a reason")
  func limits() throws {
    let outcome = try query("-q", "SELECT * { ?a ?b ?c . ?d ?e ?f }", "--max-rows", "10")
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains("--max-rows"))
  }
}
