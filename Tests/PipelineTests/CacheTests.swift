import Claims
import Diagnostics
import DomainPack
import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("Cache of builds")
final class CacheTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "simpul-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "in"), withIntermediateDirectories: true)
    try write(
      "Kota Bandung dan Kota Kawasaki menandatangani Memorandum of Understanding pada tahun 2016.",
      to: "in/satu.txt")
    try write("Kota Bandung dan Kota Kawasaki adalah sister city.", to: "in/dua.txt")
    try write("Kota Surabaya menerima hibah dua ambulans dari Kota Kitakyushu.", to: "in/tiga.txt")
  }

  deinit {
    do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path() }

  private func build(
    _ output: String, pack: String = TestPlaces.ontologyPath, cached: Bool = true,
    _ change: (inout BuildConfiguration) -> Void = { _ in }
  ) async throws -> BuildSummary {
    var configuration = BuildConfiguration(inputs: [path("in")], pack: pack)
    configuration.output = path(output)
    configuration.formats = [.nquads, .turtle, .report]
    configuration.cache = cached ? path("cache") : nil
    change(&configuration)
    return try await Build(configuration).run()
  }

  /// The names and bytes of a folder's files.
  private func files(in output: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: path(output))
    return Dictionary(
      uniqueKeysWithValues: try names.map {
        ($0, try Data(contentsOf: folder.appending(path: "\(output)/\($0)")))
      })
  }

  /// The entries of documents.
  private func entries() throws -> [URL] {
    let all = try FileManager.default.subpathsOfDirectory(atPath: path("cache/documents"))
    return all.filter { $0.hasSuffix(".json") }.sorted().map {
      folder.appending(path: "cache/documents/\($0)")
    }
  }

  @Test("a second build reads nothing, one changed document costs one, and the bytes are the same")
  func reuse() async throws {
    #expect(try await build("plain", cached: false).reused == 0)
    #expect(try await build("first").reused == 0)
    #expect(try await build("second").reused == 3)
    #expect(try files(in: "first") == files(in: "plain"))
    #expect(try files(in: "second") == files(in: "plain"))
    try write("Kota Bandung dan Kota Kawasaki bekerja sama sejak 2017.", to: "in/dua.txt")
    #expect(try await build("second").reused == 2)
    #expect(try await build("changed", cached: false).reused == 0)
    #expect(try files(in: "second") == files(in: "changed"))
  }

  @Test("a document of the same bytes under another name is read anew, since its claims are others")
  func otherName() async throws {
    _ = try await build("out")
    try FileManager.default.moveItem(atPath: path("in/dua.txt"), toPath: path("in/empat.txt"))
    #expect(try await build("out").reused == 2)
  }

  @Test("what a sidecar says is part of what the claims rest on")
  func sidecar() async throws {
    _ = try await build("out")
    try write("title: Berita\nauthors: [Ani, Budi]\nyear: 2017\n", to: "in/dua.meta.yaml")
    #expect(try await build("out").reused == 2)
    #expect(try await build("other").reused == 3)
  }

  @Test(
    "an entry that is damaged is as good as none, is written anew, and changes nothing",
    arguments: ["flipped", "cut", "empty", "extended", "foreign", "moved", "folder"])
  func damage(kind: String) async throws {
    _ = try await build("first")
    let whole = try entries().map { try Data(contentsOf: $0) }
    for (number, entry) in try entries().enumerated() {
      var bytes = try Data(contentsOf: entry)
      switch kind {
      case "flipped": bytes[bytes.count / 2] ^= 1
      case "cut": bytes = bytes.prefix(bytes.count / 2)
      case "empty": bytes = Data()
      case "extended": bytes.append(UInt8(ascii: " "))
      case "foreign":
        let name =
          entry.deletingLastPathComponent().lastPathComponent
          + entry.deletingPathExtension().lastPathComponent
        let other = Array("{\"claims\": 1}".utf8)
        bytes = Data(
          Array("\(SHA256.hexadecimal(of: Array("\(name)\n".utf8) + other))\n".utf8) + other)
      case "moved": bytes = whole[(number + 1) % whole.count]
      default:
        try FileManager.default.removeItem(at: entry)
        try FileManager.default.createDirectory(at: entry, withIntermediateDirectories: false)
        continue
      }
      try bytes.write(to: entry)
    }
    let summary = try await build("second")
    #expect(summary.reused == 0)
    #expect(try files(in: "second") == files(in: "first"))
    guard kind != "folder" else {
      // Where an entry cannot be written, the build says so once and goes on.
      #expect(summary.diagnostics.count { $0.id == "cache.unwritable" } == 1)
      return
    }
    #expect(try await build("third").reused == 3)
  }

  @Test("a document that changes during a build, and back after it, is built as it is then")
  func changedMeanwhile() async throws {
    let text = try Data(contentsOf: folder.appending(path: "in/tiga.txt"))
    var configuration = BuildConfiguration(inputs: [path("in")], pack: TestPlaces.ontologyPath)
    configuration.output = path("out")
    configuration.formats = [.nquads, .turtle, .report]
    configuration.cache = path("cache")
    var failure: (any Error)?
    // One document at a time: the third is not read before the first is done.
    _ = try await Build(configuration).run { progress in
      guard case .reading(done: 1, _, _) = progress else { return }
      do {
        try write("Kota Semarang dan Kota Fuzhou adalah sister city.", to: "in/tiga.txt")
      } catch { failure = error }
    }
    #expect(failure == nil)
    #expect(
      try String(decoding: #require(try files(in: "out")["graph.ttl"]), as: UTF8.self)
        .contains("Fuzhou"))
    try text.write(to: folder.appending(path: "in/tiga.txt"))
    let again = try await build("out")
    #expect(!again.isUnchanged)
    _ = try await build("plain", cached: false)
    #expect(try files(in: "out") == files(in: "plain"))
  }

  @Test("rules void what is kept; looks, decisions and another folder for the exports do not")
  func voiding() async throws {
    let pack = path("ontology")
    try FileManager.default.copyItem(atPath: TestPlaces.ontologyPath, toPath: pack)
    _ = try await build("out", pack: pack)
    try append("\n# Changed.\n", to: "ontology/style.yaml")
    #expect(try await build("out", pack: pack).reused == 3)
    try write("- reject: city/id/bandung\n", to: "decisions.yaml")
    let decided = try await build("out", pack: pack) { $0.decisions = self.path("decisions.yaml") }
    #expect(decided.reused == 3 && decided.decisionsApplied == 1)
    try append("\n# Changed.\n", to: "ontology/rules/50-cooperation.yaml")
    #expect(try await build("out", pack: pack).reused == 0)
  }

  private func append(_ text: String, to name: String) throws {
    let place = folder.appending(path: name)
    try (try Data(contentsOf: place) + Data(text.utf8)).write(to: place)
  }

  @Test("the parts of a pack that void what is kept are all that extraction reads")
  func extractionParts() throws {
    let pack = path("reduced")
    try FileManager.default.createDirectory(atPath: pack, withIntermediateDirectories: false)
    for part in DomainPack.extractionParts + ["pack.yaml"] {
      let place = "\(TestPlaces.ontologyPath)/\(part)"
      guard FileManager.default.fileExists(atPath: place) else { continue }
      try FileManager.default.copyItem(atPath: place, toPath: "\(pack)/\(part)")
    }
    let (whole, reduced) = (
      try DomainPack.load(from: TestPlaces.ontologyPath), try DomainPack.load(from: pack)
    )
    #expect(whole.rules.map(\.name) == reduced.rules.map(\.name) && !whole.rules.isEmpty)
    #expect(whole.frames.count == reduced.frames.count && !whole.frames.isEmpty)
    #expect(whole.commonWords == reduced.commonWords && whole.lexicon == reduced.lexicon)
    #expect(whole.languages.count == reduced.languages.count && !whole.languages.isEmpty)
  }

  @Test("where nothing has changed nothing is written, and the summary is that of the last build")
  func unchanged() async throws {
    let first = try await build("out")
    #expect(!first.isUnchanged)
    let stamp = try files(in: "out")
    var again = try await build("out")
    #expect(again.isUnchanged)
    again.isUnchanged = false
    #expect(again.reused == 3)
    again.reused = first.reused
    #expect(again == first)
    #expect(try files(in: "out") == stamp)
    // The number of jobs changes nothing in the exports.
    #expect(try await build("out") { $0.jobs = 8 }.isUnchanged)
  }

  @Test(
    "whatever is changed is built",
    arguments: ["input", "new input", "export", "missing export", "formats", "language", "pack"])
  func changed(what: String) async throws {
    let pack = path("ontology")
    try FileManager.default.copyItem(atPath: TestPlaces.ontologyPath, toPath: pack)
    _ = try await build("out", pack: pack)
    #expect(try await build("out", pack: pack).isUnchanged)
    var (formats, language) = (Set<OutputFormat>([.nquads, .turtle, .report]), "en")
    switch what {
    case "input": try write("Kota Bandung.", to: "in/dua.txt")
    case "new input": try write("Kota Bogor dan Kota Kisarazu adalah sister city.", to: "in/a.txt")
    case "export": try write("Not this.", to: "out/report.md")
    case "missing export": try FileManager.default.removeItem(atPath: path("out/graph.ttl"))
    case "formats": formats = [.nquads]
    case "language": language = "id"
    default: try append("\n# Changed.\n", to: "ontology/style.yaml")
    }
    let summary = try await build("out", pack: pack) {
      $0.formats = formats
      $0.language = language == "id" ? .indonesian : .english
    }
    #expect(!summary.isUnchanged)
    _ = try await build("plain", pack: pack, cached: false) {
      $0.formats = formats
      $0.language = language == "id" ? .indonesian : .english
    }
    let (built, plain) = (try files(in: "out"), try files(in: "plain"))
    for (name, bytes) in plain { #expect(built[name] == bytes, "\(name)") }
  }

  @Test("after a build that skipped a file the next one looks again")
  func skipped() async throws {
    try write("%PDF-1.4 no document", to: "in/rusak.pdf")
    #expect(try await build("out").skipped == 1)
    let again = try await build("out")
    #expect(!again.isUnchanged && again.reused == 3 && again.skipped == 1)
  }

  @Test("pruning removes what was last used before a time, and only that")
  func pruning() async throws {
    _ = try await build("out")
    var contents = try CacheContents(folder: path("cache"))
    #expect(contents.count == 4 && contents.bytes > 0)
    #expect(contents.leastRecentUse.map { abs($0.timeIntervalSinceNow) < 3600 } == true)
    #expect(try contents.prune(usedBefore: Date(timeIntervalSinceNow: -3600)).count == 0)
    #expect(contents.count == 4)
    #expect(try contents.prune(usedBefore: .distantFuture).count == 4)
    #expect(try CacheContents(folder: path("cache")).count == 0)
    #expect(try await build("other").reused == 0)
  }
}
