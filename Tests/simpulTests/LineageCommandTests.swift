import Foundation
import TestSupport
import Testing

// One process at a time: waiting for several blocks the threads that the tests share.
@Suite("simpul lineage", .serialized)
final class LineageCommandTests {
  private let simpul: SimpulProcess

  private static let prefixes = """
    @prefix smp: <https://w3id.org/simpul/ns#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    @base <https://w3id.org/simpul/id/> .

    """

  init() throws {
    simpul = try SimpulProcess()
    try simpul.write(
      Self.prefixes + """
        <regulation/permendagri/2020/25> a smp:Regulation ;
          smp:regulationKey "PERMENDAGRI/2020/25" ; smp:implements <regulation/pp/2018/28> .
        <regulation/pp/2018/28> a smp:Regulation ;
          smp:regulationKey "PP/2018/28" ; smp:basedOn <regulation/uu/2014/23> .
        <regulation/uu/2014/23> a smp:Regulation ; smp:regulationKey "UU/2014/23" .
        <agreement/a> a smp:Agreement ; rdfs:label "MoU A"@id ; smp:signedOn "2021-03-04"^^xsd:date ;
          smp:basedOn <regulation/permendagri/2020/25> .
        """, to: "graph.ttl")
  }

  deinit {
    do { try simpul.remove() } catch { Issue.record(error) }
  }

  private func lineage(_ arguments: String...) throws -> SimpulProcess.Outcome {
    try simpul.run(
      ["lineage", "--ontology", TestPlaces.ontologyPath, "--data", "graph.ttl"] + arguments)
  }

  @Test("tells what the graph and the table of known acts say together")
  func text() throws {
    let outcome = try lineage("UU No. 23 Tahun 2014", "--at", "2016-11-01")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.text.contains("repeals UU 32/2004"), "\(outcome.text)")
    #expect(outcome.text.contains("basis of PP 28/2018") || outcome.text.contains("PP 28/2018"))
    #expect(outcome.text.contains("MoU A"), "\(outcome.text)")
    #expect(!outcome.text.contains("\u{1B}"))
    #expect(outcome.messages.isEmpty)
  }

  @Test("without data the standard graph is asked, or its snapshot where that was written later")
  func standardData() throws {
    try FileManager.default.createDirectory(
      at: simpul.folder.appending(path: "exports"), withIntermediateDirectories: true)
    func names(_ key: String) -> String {
      "<https://w3id.org/simpul/id/regulation/x> <https://w3id.org/simpul/ns#regulationKey> \"\(key)\" .\n"
        + "<https://w3id.org/simpul/id/regulation/x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/simpul/ns#Regulation> .\n"
        + "<https://w3id.org/simpul/id/regulation/x> <http://purl.org/dc/terms/title> \"Judul \(key)\" .\n"
    }
    func knows(_ key: String) throws -> [Bool] {
      let lineage = try simpul.run(["lineage", "--ontology", TestPlaces.ontologyPath, key])
      let explained = try simpul.run(["explain", key])
      return [lineage.text.contains("Judul \(key)"), explained.status == 0]
    }
    try simpul.write(names("UU/1931/1"), to: "exports/graph.nq")
    #expect(try knows("UU/1931/1") == [true, true])
    try simpul.write(names("UU/1931/2"), to: "two.nt")
    #expect(try simpul.run(["convert", "two.nt", "-o", "exports/graph.simpul"]).status == 0)
    #expect(try knows("UU/1931/2") == [true, true])
    #expect(try knows("UU/1931/1") == [false, false])
    try simpul.write(names("UU/1931/3"), to: "exports/graph.nq")
    #expect(try knows("UU/1931/3") == [true, true])
  }

  @Test("a snapshot answers as its source does, and a damaged one is refused")
  func snapshot() throws {
    #expect(try simpul.run(["convert", "graph.ttl", "-o", "graph.simpul"]).status == 0)
    func ask(_ data: String) throws -> SimpulProcess.Outcome {
      try simpul.run([
        "lineage", "--ontology", TestPlaces.ontologyPath, "--data", data, "PP 28/2018", "--to",
        "json",
        "--at", "2021",
      ])
    }
    #expect(try ask("graph.simpul").text == ask("graph.ttl").text)
    let bytes = try simpul.bytes(of: "graph.simpul")
    try simpul.write(Array(bytes.dropLast()), to: "graph.simpul")
    #expect(try ask("graph.simpul").status == 65)
    #expect(try simpul.run(["explain", "--data", "graph.simpul", "PP/2018/28"]).status == 65)
  }

  @Test("the direction and the depth bound the answer")
  func bounds() throws {
    let up = try lineage("Permendagri 25/2020", "--up", "--depth", "1", "--at", "2021")
    #expect(up.text.contains("PP 28/2018"))
    #expect(!up.text.contains("UU 23/2014"))
    #expect(!up.text.contains("MoU A"))
    let down = try lineage("PP 28/2018", "--down", "--at", "2021")
    #expect(down.text.contains("Permendagri 25/2020"))
    #expect(!down.text.contains("UU 23/2014"))
  }

  @Test(
    "every format is what it says",
    arguments: ["json", "dot", "mermaid", "graphml", "turtle", "svg", "svg:layers"])
  func formats(name: String) throws {
    for arguments in [
      ["UU 23/2014", "--at", "2020-01-01"], ["--all"],
      ["--path", "Permendagri 25/2020", "UU 23/2014", "--at", "2020-01-01"],
    ] {
      let outcome = try simpul.run(
        ["lineage", "--ontology", TestPlaces.ontologyPath, "--data", "graph.ttl", "--to", name]
          + arguments)
      #expect(outcome.status == 0, "\(outcome.messages)")
      let starts = [
        "json": "{", "dot": "digraph lineage {", "mermaid": "flowchart BT\n",
        "graphml": "<?xml", "turtle": "@prefix", "svg": "<svg xmlns=",
        "svg:layers": "<svg xmlns=",
      ]
      #expect(outcome.text.hasPrefix(try #require(starts[name])), "\(outcome.text.prefix(80))")
      #expect(outcome.text.contains("28/2018") || outcome.text.contains("2018/28"))
      if name == "json" {
        #expect(throws: Never.self) {
          try JSONSerialization.jsonObject(with: Data(outcome.output))
        }
      }
      if name == "turtle" {
        try simpul.write(outcome.output, to: "answer.ttl")
        #expect(try simpul.run(["convert", "answer.ttl", "-o", "answer.nt"]).status == 0)
        let lines = try simpul.text(of: "answer.nt")
        #expect(lines.contains("<http://data.europa.eu/eli/ontology#implements>"))
      }
      if name == "graphml" {
        #expect(outcome.text.contains("attr.name=\"date\""), "\(outcome.text.prefix(2000))")
      }
    }
  }

  @Test("the same question gives the same bytes")
  func deterministic() throws {
    for format in ["text", "json", "graphml", "svg", "svg:layers"] {
      let first = try lineage("--all", "--to", format)
      #expect(try lineage("--all", "--to", format).output == first.output)
    }
  }

  @Test("an unknown regulation is status 1 with the nearest known ones")
  func unknown() throws {
    let outcome = try lineage("PP 28/2019")
    #expect(outcome.status == 1)
    #expect(outcome.text.isEmpty)
    #expect(outcome.messages.contains("PP/2019/28"), "\(outcome.messages)")
    #expect(outcome.messages.contains("PP 28/2018"), "\(outcome.messages)")
    let indonesian = try lineage("rumah makan", "--lang", "id")
    #expect(indonesian.status == 1)
    #expect(indonesian.messages.contains("bukan sebutan suatu peraturan"))
  }

  @Test("a path is told with its steps; where none leads it is status 1")
  func path() throws {
    let outcome = try lineage("--path", "Permendagri 25/2020", "UU 23/2014")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let names = ["Permendagri 25/2020", "PP 28/2018", "UU 23/2014"]
    let places = names.compactMap { outcome.text.firstRange(of: $0)?.lowerBound }
    #expect(places.count == 3 && places == places.sorted(), "\(outcome.text)")
    let back = try lineage("--path", "UU 23/2014", "Permendagri 25/2020")
    #expect(back.status == 1)
    #expect(back.messages.contains("the other way round"), "\(back.messages)")
  }

  @Test("a check is status 1 for a warning, and 0 where there are only notes")
  func check() throws {
    let notes = try lineage("--check")
    #expect(notes.status == 0, "\(notes.text)")
    try simpul.write(
      Self.prefixes + """
        <regulation/uu/2004/32> a smp:Regulation ; smp:regulationKey "UU/2004/32" .
        <agreement/b> a smp:Agreement ; rdfs:label "MoU B"@id ; smp:signedOn "2016-03-04"^^xsd:date ;
          smp:basedOn <regulation/uu/2004/32> .
        """, to: "more.ttl")
    let warnings = try lineage("--data", "more.ttl", "--check")
    #expect(warnings.status == 1)
    #expect(warnings.text.contains("MoU B (2016-03-04)"), "\(warnings.text)")
    #expect(warnings.text.contains("[cited-after-end]"))
    let json = try lineage("--data", "more.ttl", "--check", "--to", "json")
    #expect(json.status == 1)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.output)) }
  }

  @Test(
    "arguments that do not go together are status 2",
    arguments: [
      [], ["UU 23/2014", "PP 28/2018"], ["--all", "UU 23/2014"], ["--path", "UU 23/2014"],
      ["--all", "--check"], ["--check", "--to", "svg"], ["UU 23/2014", "--depth", "0"],
      ["UU 23/2014", "--at", "2016-13-01"], ["UU 23/2014", "--to", "png"],
    ])
  func misuse(arguments: [String]) throws {
    let outcome = try simpul.run(
      ["lineage", "--ontology", TestPlaces.ontologyPath, "--data", "graph.ttl"] + arguments)
    #expect(outcome.status == 2, "\(outcome.messages)")
    #expect(!outcome.messages.isEmpty)
  }

  @Test("a file that is not there is status 74, one with a mistake 65")
  func badData() throws {
    let missing = try simpul.run(
      ["lineage", "--ontology", TestPlaces.ontologyPath, "UU 23/2014"])
    #expect(missing.status == 74)
    #expect(missing.messages.contains("exports/graph.nq"))
    try simpul.write("<a> <b> .", to: "broken.nq")
    let broken = try lineage("--data", "broken.nq", "UU 23/2014")
    #expect(broken.status == 65)
    #expect(broken.messages.contains("broken.nq:1:"), "\(broken.messages)")
  }
}
