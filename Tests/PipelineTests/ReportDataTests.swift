import Diagnostics
import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("Report for programs")
final class ReportDataTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "simpul-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "in"), withIntermediateDirectories: true)
    try write(
      "Letter of Intent antara Kota Bandung dan Kota Kawasaki ditandatangani pada tahun 2015.",
      to: "in/satu.txt")
    try write(
      "Kota Bandung dan Kota Kawasaki menandatangani Letter of Intent pada tahun 2016.",
      to: "in/dua.txt")
  }

  deinit {
    do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func report(
    _ change: (inout BuildConfiguration) -> Void = { _ in }
  ) async throws -> (members: [String: Any], summary: BuildSummary) {
    var configuration = BuildConfiguration(
      inputs: [folder.appending(path: "in").path()], pack: TestPlaces.ontologyPath)
    configuration.output = folder.appending(path: "out").path()
    configuration.formats = [.reportData]
    change(&configuration)
    let summary = try await Build(configuration).run()
    let bytes = try Data(contentsOf: folder.appending(path: "out/report.json"))
    let members = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
    return (try #require(members), summary)
  }

  private func list(_ name: String, of members: [String: Any]) throws -> [[String: Any]] {
    try #require(members[name] as? [[String: Any]])
  }

  @Test("tells how much was read and found, as the summary does")
  func counts() async throws {
    let (members, summary) = try await report()
    let counts = try #require(members["counts"] as? [String: Int])
    #expect(
      counts == [
        "documents": 2, "skipped": 0, "things": summary.entities, "claims": summary.claims,
        "facts": summary.facts, "conflicts": summary.conflicts,
      ])
    #expect(
      try list("documents", of: members).compactMap { $0["key"] as? String } == ["dua", "satu"])
    let things = try list("things", of: members).compactMap { $0["count"] as? Int }
    #expect(things.reduce(0, +) == summary.entities)
    let facts = try list("facts", of: members).compactMap { $0["count"] as? Int }
    #expect(facts.reduce(0, +) == summary.facts)
    #expect(members["decisions"] == nil)
  }

  @Test("tells what was skipped, and why")
  func skipped() async throws {
    try write("%PDF-1.4 no document", to: "in/rusak.pdf")
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "in/diri.txt").path(), withDestinationPath: "diri.txt")
    let (members, summary) = try await report()
    let skipped = try list("skipped", of: members)
    #expect(summary.skipped == 2)
    #expect(
      skipped.compactMap { ($0["file"] as? String).map { $0.split(separator: "/").last } }
        == ["rusak.pdf", "diri.txt"])
    #expect(skipped.last?["reason"] as? String == "too many links in a circle")
    #expect(skipped.allSatisfy { ($0["reason"] as? String)?.isEmpty == false })
  }

  @Test("tells contradictions with every value, its passage and the one that was taken")
  func conflicts() async throws {
    let (members, summary) = try await report()
    let conflicts = try list("conflicts", of: members)
    #expect(conflicts.count == summary.conflicts && !conflicts.isEmpty)
    let values = try #require(conflicts[0]["values"] as? [[String: Any]])
    let years = values.compactMap { ($0["object"] as? [String: Any])?["value"] as? String }
    #expect(Set(years) == ["2015", "2016"])
    #expect(values.count { $0["isTaken"] as? Bool == true } == 1)
    let passages = values.compactMap { $0["passage"] as? [String: Any] }
    #expect(Set(passages.compactMap { $0["document"] as? String }) == ["satu", "dua"])
    #expect(passages.allSatisfy { ($0["quote"] as? String)?.contains("Letter of Intent") == true })
  }

  @Test("tells the facts of little confidence, the least confident first")
  func lowConfidence() async throws {
    try write(
      "Kota Surabaya, yang bekerja sama dengan Kota Kitakyushu, menerima ambulans. Ia juga "
        + "menyelenggarakan pelatihan. Program itu berjalan baik.", to: "in/tiga.txt")
    let (members, _) = try await report()
    let uncertain = try list("lowConfidence", of: members)
    let confidences = uncertain.compactMap { $0["confidence"] as? Double }
    #expect(!confidences.isEmpty && confidences == confidences.sorted())
    #expect(confidences.allSatisfy { $0 < 0.75 })
    #expect(
      uncertain.allSatisfy { fact in
        (fact["passages"] as? [[String: Any]])?.isEmpty == false && fact["predicate"] is String
      })
  }

  @Test("speaks the language of the build, and names nothing that is left out")
  func language() async throws {
    try write("Bapak Budi Santoso, Wali Kota Bandung, hadir.", to: "in/empat.txt")
    let (members, _) = try await report {
      $0.language = .indonesian
      $0.privacy.withoutClasses = ["Person"]
    }
    #expect(!"\(members)".contains("Budi"))
    #expect((members["title"] as? String)?.contains("dokumen") == true)
  }
}
