import Foundation
import TestSupport
import Testing

// One process at a time: waiting for several blocks the threads that the tests share.
@Suite("simpul review", .serialized)
final class ReviewCommandTests {
  private let simpul: SimpulProcess

  init() throws {
    simpul = try SimpulProcess()
    try simpul.write(
      "Kota Bandung dan Kota Kawasaki menandatangani Memorandum of Understanding pada tahun 2015.",
      to: "satu.txt")
    try simpul.write(
      "Kota Bandung dan Kota Kawasaki menandatangani Memorandum of Understanding pada tahun 2016.",
      to: "dua.txt")
  }

  deinit {
    do { try simpul.remove() } catch { Issue.record(error) }
  }

  private func run(_ command: String, _ arguments: String...) throws -> SimpulProcess.Outcome {
    try simpul.run(
      [command, "satu.txt", "dua.txt", "--ontology", TestPlaces.ontologyPath] + arguments)
  }

  private func items() throws -> [[String: Any]] {
    let outcome = try run("review", "--json")
    #expect(outcome.status == 0, "\(outcome.messages)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [[String: Any]])
  }

  @Test("an answer from a script is kept, and the next build goes by it")
  func wholeWay() throws {
    let conflict = try #require(try items().first { $0["kind"] as? String == "conflict" })
    let id = try #require(conflict["id"] as? String)
    let no = try #require(conflict["no"] as? String)
    #expect(try run("build", "-o", "before").status == 0)
    try simpul.write("# ours\n", to: "decisions.yaml")
    let answer = try run("review", "--answer", "\(id)=no", "--by", "Rina", "--on", "2026-11-27")
    #expect(answer.status == 0, "\(answer.messages)")
    let file = try simpul.text(of: "decisions.yaml")
    #expect(file == "# ours\n" + no + "  by: Rina\n  on: 2026-11-27\n")
    #expect(!(try items().contains { $0["id"] as? String == id }))
    let build = try run("build", "-o", "after")
    #expect(build.status == 0 && build.messages.contains("1 of 1 decisions applied"))
    func signing(_ folder: String) throws -> [Substring] {
      try simpul.text(of: "\(folder)/graph.nq").split(separator: "\n").filter {
        $0.contains("ns#signedOn> \"") && !$0.contains("/document/")
      }
    }
    #expect(try signing("before").count == 1 && signing("after").count == 1)
    #expect(try signing("before") != signing("after"))
    #expect(try simpul.text(of: "after/report.md").contains("| Rina | 2026-11-27 |"))
  }

  @Test("without a terminal the matters are listed, as many as asked for")
  func lists() throws {
    let all = try items()
    let outcome = try run("review", "--limit", "1")
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("\(all.count) to decide, 1 shown"))
    #expect(outcome.text.hasPrefix("\(try #require(all.first?["id"] as? String))  "))
    #expect(outcome.text.contains("  yes:\n    - "))
    #expect(try simpul.names == ["dua.txt", "satu.txt"])
  }

  @Test("a decision without effect is told by build and review, with its place")
  func stale() throws {
    try simpul.write("- reject: city/id/bandng\n", to: "keputusan.yaml")
    let build = try run("build", "-o", "out", "--decisions", "keputusan.yaml")
    #expect(build.status == 0)
    #expect(
      build.messages.contains(
        "keputusan.yaml:1:3: warning: the decision has no effect: nothing is named"))
    let review = try run("review", "--decisions", "keputusan.yaml", "--lang", "id")
    #expect(review.text.contains("keputusan tanpa pengaruh"))
    #expect(review.text.contains("yang terdekat: city/id/bandung"))
  }

  @Test("the settings of the project name the file")
  func settings() throws {
    try simpul.write("decisions: kita.yaml\n", to: ".simpul.yaml")
    try simpul.write("- confirm: city/id/bandung\n", to: "kita.yaml")
    let build = try run("build", "-o", "out", "--lang", "id")
    #expect(build.messages.contains("1 dari 1 keputusan diterapkan"), "\(build.messages)")
  }

  static let mistakes = [
    (["--answer", "0123456789ab=yes"], Int32(1), "nothing to decide has these digits"),
    (["--answer", "0123456789ab"], 2, "--answer"), (["--limit", "0"], 2, "--limit takes"),
    (["--on", "today"], 2, "--on takes a day"),
    (["--decisions", "bad.yaml"], 65, "bad.yaml:1:1: "),
  ]

  @Test("what cannot be used is told, and nothing is written", arguments: mistakes)
  func refuses(arguments: [String], status: Int32, message: String) throws {
    try simpul.write("merge: [a, b]\n", to: "bad.yaml")
    let outcome = try simpul.run(
      ["review", "satu.txt", "dua.txt", "--ontology", TestPlaces.ontologyPath] + arguments)
    #expect(outcome.status == status)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
    #expect(try simpul.names == ["bad.yaml", "dua.txt", "satu.txt"])
  }
}
