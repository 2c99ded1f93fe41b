import Foundation
import TestSupport
import Testing

// One process at a time: waiting for several blocks the threads that the tests share.
@Suite("simpul evaluate", .serialized)
final class EvaluateCommandTests {
  private let simpul: SimpulProcess

  init() throws {
    simpul = try SimpulProcess()
    try simpul.write("Kota Bandung dan Kota Kawasaki adalah sister city.", to: "berita.txt")
    try simpul.write(
      """
      {"entities": [{"id": "b", "class": "City", "label": "Bandung"},
                    {"id": "k", "class": "City", "label": "Kawasaki"},
                    {"id": "z", "class": "City", "label": "Zurich"}],
       "relations": [{"subject": "b", "predicate": "sisterCityOf", "object": "k"}]}
      """, to: "berita.json")
  }

  deinit {
    do { try simpul.remove() } catch { Issue.record(error) }
  }

  private func evaluate(_ arguments: String...) throws -> SimpulProcess.Outcome {
    try simpul.run(["evaluate", "--ontology", TestPlaces.ontologyPath] + arguments)
  }

  @Test("prints figures and findings, and leaves nothing behind")
  func gold() throws {
    let outcome = try evaluate("--gold", "berita.json", "berita.txt", "--class", "City")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.text.contains("City      1.000  0.667  0.800   2   0   1"), "\(outcome.text)")
    #expect(outcome.text.contains("Zurich"))
    #expect(!outcome.text.contains("sisterCityOf"))
    #expect(try simpul.names == ["berita.json", "berita.txt"])
  }

  @Test("a figure below its floor is status 1, and is told", arguments: [(0.0, 0), (1.0, 1)])
  func floors(floor: Double, status: Int32) throws {
    let outcome = try evaluate(
      "--gold", ".", "berita.txt", "--list", "none", "--to", "json", "--floor-entities",
      "\(floor)")
    #expect(outcome.status == status, "\(outcome.messages)")
    #expect(outcome.messages.contains("below its floor") == (status == 1))
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output))
    #expect((json as? [String: Any])?["solid"] != nil)
  }

  @Test("a sample goes to a judge and back")
  func sample() throws {
    let drawn = try evaluate("--sample", "50", "--seed", "7", "berita.txt")
    #expect(drawn.status == 0, "\(drawn.messages)")
    let lines = drawn.text.split(separator: "\n")
    #expect(!lines.isEmpty)
    #expect(try evaluate("--sample", "50", "--seed", "7", "berita.txt").text == drawn.text)
    let judged = lines.enumerated().map {
      "\($1.dropLast()),\"right\":\"\($0 == 0 ? "no" : "ya")\"}"
    }
    try simpul.write(judged.joined(separator: "\n"), to: "sample.jsonl")
    let outcome = try evaluate("--judgements", "sample.jsonl")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let share = String(
      format: "%.3f", Double(lines.count - 1) / Double(lines.count))
    #expect(outcome.text.contains(share), "\(outcome.text)")
    #expect(try evaluate("--judgements", "sample.jsonl", "berita.txt").text == outcome.text)
  }

  static let faults: [(arguments: [String], status: Int32, message: String)] = [
    (["berita.txt"], 2, "Expected one of --gold, --sample and --judgements."),
    (["--gold", ".", "--sample", "3", "berita.txt"], 2, "Expected one of"),
    (["--gold", "."], 2, "Missing expected argument"),
    (["--gold", ".", "berita.txt", "--to", "jsonl"], 2, "--to takes text, json or markdown"),
    (["--gold", ".", "berita.txt", "--class", "Town"], 2, "“Town” is no class"),
    (["--gold", ".", "berita.txt", "--floor-solid", "2"], 2, "a number from 0 to 1"),
    (["--gold", "berita.txt", "berita.txt"], 65, "berita.txt:1: not JSON"),
    (["--gold", "missing", "berita.txt"], 74, "missing: no such file or folder"),
    (["--judgements", "missing"], 74, "missing: no such file or folder"),
    (["--sample", "3", "--min-confidence", "1", "berita.txt"], 1, "no claim of this confidence"),
  ]

  @Test("what cannot be done is told with its reason", arguments: faults)
  func fault(arguments: [String], status: Int32, message: String) throws {
    let outcome = try simpul.run(
      ["evaluate", "--ontology", TestPlaces.ontologyPath] + arguments)
    #expect(outcome.status == status, "\(outcome.messages)")
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
  }
}
