import Foundation
import TestSupport
import Testing

// One process at a time: waiting for several blocks the threads that the tests share.
@Suite("simpul build", .serialized)
final class BuildCommandTests {
  private let simpul: SimpulProcess

  init() throws {
    simpul = try SimpulProcess()
    try simpul.write("Kota Bandung dan Kota Kawasaki adalah sister city.", to: "berita.txt")
  }

  deinit {
    do { try simpul.remove() } catch { Issue.record(error) }
  }

  private func build(_ arguments: String...) throws -> SimpulProcess.Outcome {
    try simpul.run(
      ["build", "berita.txt", "-o", "out", "--ontology", TestPlaces.ontologyPath] + arguments)
  }

  @Test("--version tells the version that the exports tell")
  func version() throws {
    let version = try simpul.run(["--version"]).text.trimmingCharacters(in: .newlines)
    #expect(!version.isEmpty)
    #expect(try build().status == 0)
    #expect(try simpul.text(of: "out/graph.ttl").contains("softwareVersion \"\(version)\""))
  }

  static let mistakes = [
    (["--license", "CC BY 4.0"], "--license: "), (["--creator", "  "], "--creator: must not be"),
    (["--title", ""], "--title: must not be empty"),
    (["--published-at", "https://example.org/data"], "must end with /"),
  ]

  @Test(
    "a description that cannot be used ends with status 2 and writes nothing", arguments: mistakes)
  func refuses(arguments: [String], message: String) throws {
    let outcome = try simpul.run(
      ["build", "berita.txt", "-o", "out", "--ontology", TestPlaces.ontologyPath] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
    #expect(try simpul.names == ["berita.txt"])
  }

  @Test("the settings of the project describe the graph where the command does not")
  func settings() throws {
    try simpul.write(
      """
      title: {id: Kota kembar, en: Sister cities}
      license: https://creativecommons.org/licenses/by/4.0/
      creator: Bagian Kerja Sama
      published: https://example.org/data/

      """, to: ".simpul.yaml")
    let outcome = try build("--creator", "Humas")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let turtle = try simpul.text(of: "out/graph.ttl")
    #expect(turtle.contains("dct:title \"Kota kembar\"@id, \"Sister cities\"@en"))
    #expect(turtle.contains("dct:license <https://creativecommons.org/licenses/by/4.0/>"))
    #expect(turtle.contains("foaf:name \"Humas\""))
    #expect(!turtle.contains("Bagian Kerja Sama"))
    #expect(turtle.contains("void:dataDump <https://example.org/data/graph.nq>"))
  }

  static let faults = [
    ("license: CC-BY", ".simpul.yaml:1:10: not an absolute IRI"),
    ("title: {id: Kota}", ".simpul.yaml:1:8: "), ("creator: ''", ".simpul.yaml:1:10: must not be"),
    ("published: https://example.org/data", "must end with /"), ("licence: x", ".simpul.yaml:1:"),
  ]

  @Test("a mistake in the settings is told with its place", arguments: faults)
  func faultySettings(yaml: String, message: String) throws {
    try simpul.write("\(yaml)\n", to: ".simpul.yaml")
    let outcome = try build()
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
  }

  @Test("warns once of values that Gephi misreads, where one file is for Gephi")
  func warnsOfInfinities() throws {
    try simpul.write(
      "KOTA BANDUNG DAN KOTA KAWASAKI ADALAH SISTER CITY. Kota Bandung dan Kota Kawasaki adalah "
        + "sister city INFRASTRUKTUR.", to: "berita.txt")
    for (formats, warnings) in [("graphml:gephi,graphml", 1), ("graphml,gexf", 0)] {
      let outcome = try build("--formats", formats)
      #expect(outcome.status == 0, "\(outcome.messages)")
      let lines = outcome.messages.split(separator: "\n").filter { $0.contains("Infinity") }
      #expect(lines.count == warnings, "\(outcome.messages)")
      #expect(lines.allSatisfy { $0.contains("graph.gephi.graphml: warning: ") })
    }
  }

  @Test("says the same in the way of RDF 1.2, with triple terms for reified statements")
  func rdf12() throws {
    func run(_ profile: String) throws -> (explanation: String, graph: String) {
      let outcome = try build("--rdf", profile, "--formats", "nquads,turtle,jsonld,graphml")
      #expect(outcome.status == 0, "\(outcome.messages)")
      let explained = try simpul.run(["explain", "Bandung", "--data", "out/graph.nq"])
      #expect(explained.status == 0, "\(explained.messages)")
      return (explained.text, try simpul.text(of: "out/graph.graphml"))
    }
    let old = try run("1.1")
    #expect(!(try simpul.text(of: "out/graph.nq")).contains("<<("))
    func statements() throws -> Set<Substring> {
      let outcome = try simpul.run(["convert", "out/graph.jsonld", "--to", "nquads"])
      #expect(outcome.status == 0, "\(outcome.messages)")
      // How many there are in the graph, and of how many properties, depends on how they are told.
      let counts = ["void#triples>", "void#properties>"]
      return Set(
        outcome.text.split(separator: "\n").filter { line in
          !counts.contains { line.contains($0) }
        })
    }
    let jsonLD = try statements()
    let new = try run("1.2")
    let quads = try simpul.text(of: "out/graph.nq")
    #expect(quads.contains("-syntax-ns#reifies> <<( "))
    #expect(!quads.contains("-syntax-ns#subject>"))
    #expect(new == old)
    // JSON-LD 1.1 has no triple terms.
    #expect(try statements() == jsonLD)
    for (through, back) in [("a.trig", "a.nq"), ("b.nq.gz", "b.trig")] {
      #expect(try simpul.run(["convert", "out/graph.nq", "-o", through]).status == 0)
      #expect(try simpul.run(["convert", through, "-o", back]).status == 0)
      #expect(try simpul.run(["diff", "out/graph.nq", back]).status == 0)
    }
  }

  @Test("a folder of notes keeps what people wrote, and drops what nobody changed")
  func vault() throws {
    func notes() throws -> Set<String> {
      Set(
        try FileManager.default.contentsOfDirectory(
          atPath: simpul.folder.appending(path: "out/obsidian").path))
    }
    #expect(try build("--formats", "obsidian,neo4j").status == 0)
    #expect(try notes().isSuperset(of: [".simpul.sha256", "Bandung.md", "Kawasaki.md"]))
    #expect(
      FileManager.default.isExecutableFile(
        atPath: simpul.folder.appending(path: "out/neo4j/import.sh").path))
    try simpul.write("mine", to: "out/obsidian/Bandung.md")
    try simpul.write("mine, too", to: "out/obsidian/Catatan.md")
    let outcome = try build("--formats", "obsidian")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.messages.contains("Bandung.md"), "\(outcome.messages)")
    #expect(try simpul.text(of: "out/obsidian/Bandung.md") == "mine")
    try simpul.write("Kota Bogor dan Kota Tainan adalah sister city.", to: "berita.txt")
    #expect(try build("--formats", "obsidian").status == 0)
    let after = try notes()
    #expect(after.isSuperset(of: ["Bandung.md", "Catatan.md", "Bogor.md"]))
    #expect(!after.contains("Kawasaki.md"))
    #expect(try simpul.text(of: "out/obsidian/Catatan.md") == "mine, too")
  }

  @Test("a format of several files asks for a folder")
  func folderNeeded() throws {
    try simpul.write("<urn:a> <urn:p> <urn:b> .", to: "a.nt")
    let outcome = try simpul.run(["convert", "a.nt", "--to", "kumu"])
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("-o"), "\(outcome.messages)")
  }
}
