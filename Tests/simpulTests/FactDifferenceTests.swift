import Foundation
import TestSupport
import Testing

@Suite("simpul diff of builds", .serialized)
final class FactDifferenceTests {
  private let simpul: SimpulProcess

  init() throws {
    simpul = try SimpulProcess()
    try simpul.write(
      "Kota Bandung dan Kota Kawasaki menandatangani Letter of Intent pada tahun 2015. "
        + "Kota Surabaya dan Kota Kochi adalah sister city.", to: "lama.txt")
    try simpul.write(
      "Kota Bandung dan Kota Kawasaki menandatangani Letter of Intent pada tahun 2016. "
        + "Kota Semarang dan Kota Fuzhou adalah sister city.", to: "baru.txt")
    for (input, output) in [("lama", "before"), ("baru", "after")] {
      try simpul.write(try simpul.bytes(of: "\(input).txt"), to: "berita.txt")
      let built = try simpul.run([
        "build", "berita.txt", "-o", output, "--ontology", TestPlaces.ontologyPath, "--formats",
        "nquads",
      ])
      #expect(built.status == 0, "\(built.messages)")
      let claims = try simpul.run(["extract", "berita.txt", "--ontology", TestPlaces.ontologyPath])
      try simpul.write(claims.output, to: "\(output).jsonl")
    }
  }

  deinit {
    do { try simpul.remove() } catch { Issue.record(error) }
  }

  private func diff(_ arguments: String...) throws -> SimpulProcess.Outcome {
    try simpul.run(["diff"] + arguments + ["--ontology", TestPlaces.ontologyPath])
  }

  @Test("tells what is gone and new, with the passages, of folders and of claims alike")
  func told() throws {
    let folders = try diff("before", "after")
    #expect(folders.status == 1)
    for line in [
      "- City Kochi <https://w3id.org/simpul/id/city/jp/kochi>",
      "+ City Fuzhou <https://w3id.org/simpul/id/city/cn/fuzhou>",
      "- Kochi sisterCityOf Surabaya", "+ Fuzhou sisterCityOf Semarang",
      "    “Kota Semarang dan Kota Fuzhou adalah sister city.” "
        + "<https://w3id.org/simpul/id/document/berita>",
    ] {
      #expect(
        folders.text.split(separator: "\n").contains { $0 == line }, "\(line)\n\(folders.text)")
    }
    #expect(folders.messages.hasPrefix("things: "), "\(folders.messages)")
    let claims = try diff("before.jsonl", "after.jsonl")
    #expect(claims.status == 1 && claims.output == folders.output)
    #expect(try diff("before", "after.jsonl").output == folders.output)
    #expect(try diff("before/graph.nq", "after").output == folders.output)
  }

  @Test("tells a value that became another as one change")
  func changed() throws {
    try simpul.write(
      "Kota Bandung dan Kota Kawasaki menandatangani Letter of Intent pada tahun 2015. "
        + "LoI itu berlaku sampai 2018. LoI itu ditandatangani oleh wali kota.", to: "berita.txt")
    func build(_ output: String) throws -> String {
      let outcome = try simpul.run([
        "build", "berita.txt", "-o", output, "--ontology", TestPlaces.ontologyPath, "--formats",
        "nquads",
      ])
      #expect(outcome.status == 0, "\(outcome.messages)")
      return try simpul.text(of: "\(output)/graph.nq")
    }
    let graph = try build("one")
    // The same agreement, signed in another year, as a graph says it that others have edited.
    let year = "\"2015\"^^<http://www.w3.org/2001/XMLSchema#gYear>"
    #expect(graph.contains("ns#signedOn> \(year) .\n"), "\(graph)")
    try FileManager.default.createDirectory(
      at: simpul.folder.appending(path: "two"), withIntermediateDirectories: true)
    try simpul.write(
      graph.replacing(
        "ns#signedOn> \(year) .\n", with: "ns#signedOn> \(year.replacing("2015", with: "2014")) .\n"
      ),
      to: "two/graph.nq")
    let outcome = try diff("one", "two")
    #expect(outcome.status == 1)
    #expect(outcome.text.contains(" signedOn: 2015 → 2014\n    - “"), "\(outcome.text)")
    #expect(outcome.messages == "things: 0 gone, 0 new; facts: 0 gone, 0 new, 1 changed\n")
  }

  @Test("says nothing of equal builds, and speaks Indonesian and JSON")
  func languages() throws {
    let same = try diff("before", "before", "--lang", "id")
    #expect(same.status == 0 && same.text.isEmpty && same.messages == "tidak ada perbedaan\n")
    #expect(try diff("before", "after", "--lang", "id").text.contains("\nFakta baru\n"))
    let json = try diff("before", "after", "--json")
    let members = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: [[String: Any]]])
    #expect(
      Set(members.keys) == [
        "factsChanged", "factsGained", "factsLost", "thingsGained", "thingsLost",
      ])
    let gained = try #require(members["factsGained"])
    #expect(gained.contains { $0["predicate"] as? String == "sisterCityOf" })
  }

  @Test("refuses a folder without a graph, and options that are for files of RDF")
  func refused() throws {
    try FileManager.default.createDirectory(
      at: simpul.folder.appending(path: "empty"), withIntermediateDirectories: true)
    let empty = try diff("before", "empty")
    #expect(empty.status == 74)
    #expect(empty.messages == "simpul: empty/graph.nq: no such file or folder\n")
    #expect(try diff("before", "after", "--from", "nquads").status == 2)
    let files = try simpul.run(["diff", "before/graph.nq", "after/graph.nq", "--json"])
    #expect(files.status == 2)
    let statements = try simpul.run(["diff", "before/graph.nq", "after/graph.nq"])
    #expect(statements.status == 1 && statements.text.hasPrefix("- <"), "\(statements.text)")
  }
}
