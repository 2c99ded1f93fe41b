import Foundation
import TestSupport
import Testing

// One process at a time: waiting for several blocks the threads that the tests share.
@Suite("simpul read", .serialized)
final class ReadCommandTests {
  private let simpul: SimpulProcess

  init() throws { simpul = try SimpulProcess() }

  deinit {
    do { try simpul.remove() } catch { Issue.record(error) }
  }

  private func read(_ arguments: String...) throws -> SimpulProcess.Outcome {
    try simpul.run(["read", "--ontology", TestPlaces.ontologyPath] + arguments)
  }

  @Test("json tells the bytes of the file and where metadata come from")
  func json() throws {
    try simpul.write("Kota Bandung – Kota Kochi.\n", to: "a.txt")
    try simpul.write("title: Dua kota\n", to: "a.meta.yaml")
    let outcome = try read("a.txt", "--to", "json")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any])
    let title = (root["metadata"] as? [String: Any])?["title"] as? [String: String]
    #expect(title == ["value": "Dua kota", "origin": "sidecar"])
    let block = try #require((root["blocks"] as? [[String: Any]])?.first)
    #expect(block["end"] as? Int == 26)
    #expect(block["endByte"] as? Int == 28)
    #expect(root["encoding"] as? String == "utf8")
  }

  @Test("a bad line of a corpus is told with its place, and ends the work with --strict")
  func corpus() throws {
    try simpul.write(
      "{\"text\": \"Kota Bandung.\"}\n{\"text\": 1}\n{\"text\": \"Kota Kochi.\"}\n", to: "k.jsonl")
    let outcome = try read("k.jsonl")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("==> k.jsonl/line-3 <==\n\nKota Kochi.\n"))
    #expect(outcome.messages == "k.jsonl:2:2: warning: “text” is no string\n")
    let strict = try read("k.jsonl", "--strict")
    #expect(strict.status == 65)
    #expect(strict.messages.contains("k.jsonl:2:2: "))
  }

  @Test("a file without text is told")
  func empty() throws {
    try simpul.write("", to: "a.txt")
    let outcome = try read("a.txt")
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    #expect(outcome.messages == "a.txt: warning: no text was found in it\n")
  }

  @Test("a file that cannot be read ends with its reason and status")
  func failures() throws {
    try simpul.write([0x1F, 0x8B], to: "a.gz")
    #expect(try read("missing.txt").status == 74)
    #expect(try read("a.gz").status == 65)
    let outcome = try read("a.gz", "--to", "bibtex")
    #expect(outcome.output.isEmpty)
  }
}
