import Claims
import Diagnostics
import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("Tables in a build")
final class TableBuildTests {
  private let root: URL
  /// The folder that is built.
  private let folder: URL

  private static let table =
    "Judul;Jenis;Kota;Mitra;Negara;Tanggal;Bidang\r\nMoU Pengelolaan Sampah;MoU;Bandung;Kawasaki;Jepang;18 Februari 2016;\"lingkungan hidup\"\r\n"
  private static let mapping = """
    language: id
    rows:
      agreement: {class: Agreement, type: "{Jenis}", parties: [home, partner]}
      home: {class: City, column: Kota}
      partner: {class: City, column: Mitra, country: Negara}
    claims:
      - "agreement signedOn {Tanggal}"
      - "agreement covers {Bidang}"
    """

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "simpul-\(UUID().uuidString)")
    folder = root.appending(path: "in")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(Self.table, to: "daftar.csv")
    try write(
      "Kota Bandung dan Kota Kawasaki menandatangani Memorandum of Understanding pada tahun 2016.\n",
      to: "berita.txt")
  }

  deinit {
    do { try FileManager.default.removeItem(at: root) } catch { Issue.record(error) }
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func build(
    _ change: (inout BuildConfiguration) -> Void = { _ in }
  ) async throws -> (summary: BuildSummary, lines: [String]) {
    let output = root.appending(path: "out")
    var configuration = BuildConfiguration(inputs: [folder.path()], pack: TestPlaces.ontologyPath)
    configuration.output = output.path()
    change(&configuration)
    let summary = try await Build(configuration).run()
    let quads = try String(contentsOf: output.appending(path: "graph.nq"), encoding: .utf8)
    return (summary, quads.split(separator: "\n").map(String.init))
  }

  @Test("join the graph of the texts: one agreement, the same cities, claims of both")
  func oneGraph() async throws {
    try write(Self.mapping, to: "daftar.map.yaml")
    let (summary, lines) = try await build()
    #expect(summary.documents == 2)
    #expect(summary.diagnostics.isEmpty, "\(summary.diagnostics)")
    let agreement = "<https://w3id.org/simpul/id/agreement/bandung-kawasaki/mou/2016>"
    func has(_ parts: String...) -> Bool {
      lines.contains { line in parts.allSatisfy { line.contains($0) } }
    }
    #expect(has("<https://w3id.org/simpul/id/city/id/bandung>", "partyTo>", agreement))
    #expect(has("<https://w3id.org/simpul/id/city/jp/kawasaki>", "partyTo>", agreement))
    #expect(has(agreement, "signedOn>", "\"2016-02-18\""))
    #expect(has(agreement, "covers>", "/sector/"))
    for name in ["partyTo", "agreementType"] {
      let documents = Set(
        lines.filter { $0.contains("/claim/") && $0.contains(name) }
          .compactMap { $0.split(separator: " ").dropLast().last.map(String.init) })
      #expect(documents.count == 2, "\(name): \(documents)")
    }
    #expect(!lines.contains { $0.contains("document/daftar-map") })
    let start = Self.table.unicodeScalars.firstIndex(of: "\n").map {
      Self.table.unicodeScalars.distance(from: Self.table.unicodeScalars.startIndex, to: $0) + 1
    }
    let first = try #require(start)
    // A line end of CR LF is two characters; the row is the passage.
    #expect(has("document/daftar#char=\(first),\(Self.table.unicodeScalars.count - 2)>"))
  }

  @Test("without a mapping are read as text, with a note that names the file to write")
  func unmapped() async throws {
    let (summary, _) = try await build()
    #expect(summary.documents == 2)
    #expect(
      summary.diagnostics.map { "\($0.severity.rawValue) \($0.message.english)" } == [
        "note the table is read as text; \(folder.path())/daftar.map.yaml would tell what its columns mean (docs/tables.md)"
      ])
  }

  @Test("take the mapping of their folder, or the one that is given")
  func places() async throws {
    try write(Self.mapping, to: "map.yaml")
    #expect(try await build().lines.contains { $0.contains("2016-02-18") })
    try FileManager.default.moveItem(
      at: folder.appending(path: "map.yaml"), to: folder.appending(path: "other.map.yaml"))
    #expect(try await !build().lines.contains { $0.contains("2016-02-18") })
    let given = folder.appending(path: "other.map.yaml").path()
    #expect(try await build { $0.mapping = given }.lines.contains { $0.contains("2016-02-18") })
  }

  @Test("in an archive take the mapping beside them there, whose mistakes are told by its place")
  func archived() async throws {
    func pack(_ mapping: String) throws {
      let bytes = ZipWriter.archive([
        .init(name: "kota/daftar.csv", content: Array(Self.table.utf8), isDeflated: true),
        .init(name: "kota/map.yaml", content: Array(mapping.utf8)),
      ])
      try Data(bytes).write(to: folder.appending(path: "arsip.zip"))
    }
    try FileManager.default.removeItem(at: folder.appending(path: "daftar.csv"))
    try pack(Self.mapping)
    let (summary, lines) = try await build()
    #expect(summary.documents == 2)
    #expect(summary.diagnostics.isEmpty, "\(summary.diagnostics)")
    #expect(lines.contains { $0.contains("2016-02-18") })
    try pack(Self.mapping.replacingOccurrences(of: "Agreement", with: "Agrement"))
    #expect(
      try await build().summary.diagnostics.first?.message.english.contains(
        "arsip.zip/kota/map.yaml:3:22: unknown class “Agrement”") == true)
  }

  @Test("with a mistake in their mapping are skipped, and the place of the mistake is told")
  func mistake() async throws {
    try write(Self.mapping.replacingOccurrences(of: "Agreement", with: "Agrement"), to: "map.yaml")
    let (summary, _) = try await build()
    #expect(summary.documents == 1 && summary.skipped == 1)
    #expect(
      summary.diagnostics.first?.message.english.contains(
        "map.yaml:3:22: unknown class “Agrement”; did you mean “Agreement”?") == true,
      "\(summary.diagnostics)")
    let path = folder.appending(path: "map.yaml").path()
    await #expect(throws: PipelineError.self) { try await build { $0.mapping = path } }
  }
}
