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
}
