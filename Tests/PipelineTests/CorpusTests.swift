import Claims
import Diagnostics
import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("Archives, corpora and sidecars")
final class CorpusTests {
  private let folder: URL
  private let pack: LoadedPack

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "simpul-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    pack = try LoadedPack(folder: TestPlaces.ontologyPath)
  }

  deinit {
    do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
  }

  private func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  private func write(_ bytes: [UInt8], to name: String) throws {
    let place = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
  }

  private func outcomes(jobs: Int = 2) async throws -> [DocumentOutcome] {
    var outcomes: [DocumentOutcome] = []
    var counts: [(Int, Int)] = []
    let notes = try await DocumentStage(pack: pack, jobs: jobs).run(inputs: [folder.path()]) {
      outcomes.append($0)
      counts.append(($1, $2))
    }
    #expect(notes.isEmpty)
    #expect(counts.map(\.0) == Array(1...max(counts.count, 1)).prefix(counts.count).map { $0 })
    #expect(counts.allSatisfy { $0.0 <= $0.1 })
    #expect(counts.last.map { $0.0 == $0.1 } ?? true)
    return outcomes
  }

  private func messages(_ outcome: DocumentOutcome) -> [String] {
    outcome.diagnostics.map {
      $0.rendered(in: .english).replacing(folder.path() + "/", with: "")
        .replacing(folder.path(), with: "")
    }
  }

  private static let news = "Kota Bandung dan Kota Kawasaki adalah sister city sejak tahun 2016."

  private func writeMixture() throws {
    func file(_ name: String) -> ZipWriter.File {
      ZipWriter.File(name: name, content: Array("\(Self.news) \(name)".utf8))
    }
    try write(ZipWriter.archive([file("b/z.txt"), file("a.txt"), file("a.md")]), to: "arsip.zip")
    try write(Self.news, to: "arsip/a.txt")
    var lines = ""
    for number in 0..<60 { lines += "{\"id\": \"n/\(number)\", \"text\": \"\(Self.news)\"}\n" }
    try write(lines + "{\"id\": \n", to: "korpus.jsonl")
  }

  @Test("documents of archives and corpora have keys below that of their file, none twice")
  func keys() async throws {
    try writeMixture()
    let outcomes = try await outcomes()
    let keys = outcomes.compactMap(\.documentKey)
    #expect(Set(keys).count == keys.count)
    #expect(keys.count == 64)
    #expect(keys.contains("korpus/n/59"))
    #expect(keys.contains("arsip/b/z"))
    // The file keeps its key; of the archive's documents of the same path both give way.
    #expect(keys.contains("arsip/a"))
    #expect(keys.count { $0.hasPrefix("arsip/a-") } == 2)
    let failed = outcomes.filter { $0.failure != nil }
    #expect(failed.count == 1)
    #expect(
      failed.first.map(messages) == [
        "korpus.jsonl:61:8: warning: not JSON: expected a value, found the end of the line"
      ])
  }

  @Test("the number of jobs does not matter", arguments: [1, 3, 8])
  func jobs(jobs: Int) async throws {
    try writeMixture()
    func told(_ outcomes: [DocumentOutcome]) -> [String] {
      outcomes.map { "\($0.path) \($0.documentKey ?? "–") \(String(describing: $0.claims))" }
    }
    #expect(told(try await outcomes(jobs: jobs)) == told(try await outcomes(jobs: 2)))
  }

  @Test("with --strict a bad line ends the build")
  func strict() async throws {
    try write("{\"text\": \"\(Self.news)\"}\n{\n", to: "k.jsonl")
    var configuration = BuildConfiguration(
      inputs: [folder.path()], pack: TestPlaces.ontologyPath)
    configuration.isStrict = true
    await #expect(throws: PipelineError.self) {
      _ = try await Build(configuration).run(isDry: true)
    }
    configuration.isStrict = false
    let summary = try await Build(configuration).run(isDry: true)
    #expect(summary.documents == 1)
    #expect(summary.skipped == 1)
  }

  @Test("a sidecar wins over the file and is no document; its mistakes are told with their place")
  func sidecar() async throws {
    try write("---\ntitle: Dari berkas\nauthor: Ani\n---\n\n# Judul\n\n\(Self.news)\n", to: "t.md")
    try write(
      """
      title: Dari pendamping
      year: 2018
      langauge: id
      type: buku
      url: ftp://x
      publisher: Universitas Padjadjaran
      """, to: "t.md.meta.yaml")
    let outcomes = try await outcomes()
    #expect(outcomes.count == 1)
    let outcome = try #require(outcomes.first)
    #expect(
      messages(outcome) == [
        "t.md.meta.yaml:3:1: warning: unknown key “langauge”; did you mean “language”?",
        "t.md.meta.yaml:4:7: warning: expected one of article, book, chapter, conference, "
          + "legislation, news, report, thesis, webpage",
        "t.md.meta.yaml:5:6: warning: expected an address that begins with http:// or https://",
      ])
    let claims = try #require(outcome.claims)
    #expect(claims.title == "Dari pendamping")
    #expect(
      claims.entities.first?.attributes == [
        "author": ["Ani"], "published": ["2018"], "publisher": ["Universitas Padjadjaran"],
      ])
  }

  @Test("what is known of a document stands in the graph, and authors are held back with persons")
  func graph() async throws {
    try write("\(Self.news)\n", to: "t.txt")
    try write(
      """
      title: Kota kembar
      authors: [Dewi Sari, Budi Santoso]
      date: 2018-05
      url: https://example.org/t
      type: thesis
      """, to: "t.meta.yaml")
    var configuration = BuildConfiguration(
      inputs: [folder.appending(path: "t.txt").path()], pack: TestPlaces.ontologyPath)
    configuration.output = folder.appending(path: "out").path()
    configuration.formats = [.turtle]
    _ = try await Build(configuration).run()
    func turtle() throws -> String {
      try String(contentsOf: folder.appending(path: "out/graph.ttl"), encoding: .utf8)
    }
    let text = try turtle()
    #expect(text.contains("dct:title \"Kota kembar\"@id"))
    #expect(text.contains("smp:author \"Budi Santoso\", \"Dewi Sari\""))
    #expect(text.contains("smp:published \"2018-05\"^^xsd:gYearMonth"))
    #expect(text.contains("smp:address \"https://example.org/t\""))
    #expect(text.contains("smp:publicationType \"thesis\""))
    configuration.privacy.withoutClasses = ["Person"]
    _ = try await Build(configuration).run()
    let held = try turtle()
    #expect(!held.contains("Dewi"))
    #expect(!held.contains("smp:author"))
  }

  @Test("reading a corpus shows every document under its name")
  func shown() throws {
    try write(
      "{\"id\":\"a\",\"text\":\"Kota Bandung.\"}\n{\"text\":\"Kota Kochi.\"}\n", to: "k.jsonl")
    let path = folder.appending(path: "k.jsonl").path()
    let pack = try ReadingPack(folder: TestPlaces.ontologyPath)
    func shown(_ form: DocumentText.Form) throws -> String {
      var view = DocumentText(form, reader: pack.reader)
      var bytes = view.opening
      try pack.readDocuments(atPath: path) { found in
        if case .document(let document, let path) = found {
          bytes += try view.render(document, path: path)
        }
      }
      return String(decoding: bytes + view.closing, as: UTF8.self)
        .replacing(folder.path() + "/", with: "").replacing(folder.path(), with: "")
    }
    #expect(
      try shown(.text)
        == "==> k.jsonl/a <==\n\nKota Bandung.\n\n==> k.jsonl/line-2 <==\n\nKota Kochi.\n")
    #expect(
      try shown(.markdown) == "# k.jsonl/a\n\nKota Bandung.\n\n# k.jsonl/line-2\n\nKota Kochi.\n")
    let lines = try shown(.json).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    let items = try JSONSerialization.jsonObject(with: Data(try shown(.csl).utf8)) as? [Any]
    #expect(items?.count == 2)
  }
}
