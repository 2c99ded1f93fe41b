import Diagnostics
import Foundation
import Lineage
import Pipeline
import TestSupport
import Testing

/// What a build shows where a thesis contradicts the law that it speaks of.
@Suite("Contradictions about regulations in a build")
final class RegulationConflictTests {
  private let folder: URL

  private static let law = """
    UNDANG-UNDANG REPUBLIK INDONESIA

    NOMOR 32 TAHUN 2004

    TENTANG

    PEMERINTAHAN DAERAH

    DENGAN RAHMAT TUHAN YANG MAHA ESA

    PRESIDEN REPUBLIK INDONESIA,

    Menimbang : bahwa pemerintahan daerah perlu diatur kembali;

    Mengingat : Pasal 18 Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;

    MEMUTUSKAN:

    Menetapkan : UNDANG-UNDANG TENTANG PEMERINTAHAN DAERAH.

    Pasal 1

    Dalam Undang-Undang ini yang dimaksud dengan daerah adalah kesatuan masyarakat hukum.

    Pasal 2

    Pada saat berlakunya Undang-Undang ini, Undang-Undang Nomor 22 Tahun 1999 tentang \
    Pemerintahan Daerah dinyatakan tidak berlaku.

    Pasal 3

    Undang-Undang ini mulai berlaku pada tanggal diundangkan.

    Disahkan di Jakarta pada tanggal 15 Oktober 2004

    Diundangkan di Jakarta pada tanggal 15 Oktober 2004
    """

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "simpul-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in [
      ("uu-32-2004.txt", Self.law),
      (
        "skripsi.txt",
        "Undang-Undang Nomor 23 Tahun 2014 menggantikan Undang-Undang Nomor 22 Tahun 1999."
      ),
    ] {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
  }

  deinit {
    do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: "out/\(name)")), as: UTF8.self)
  }

  @Test("the law's own clause is the fact, and report, page, graph and lineage show the loser")
  func thesisAgainstLaw() async throws {
    var configuration = BuildConfiguration(
      inputs: ["uu-32-2004.txt", "skripsi.txt"].map { folder.appending(path: $0).path() },
      pack: TestPlaces.ontologyPath)
    configuration.output = folder.appending(path: "out").path()
    configuration.language = .english
    let summary = try await Build(configuration).run()
    #expect(summary.conflicts == 1)

    let graph = try text("graph.nq")
    let facts = graph.split(separator: "\n").filter {
      $0.hasSuffix("> .") && !$0.contains("/claim/")
    }
    let iri = { (path: String) in "<https://w3id.org/simpul/id/regulation/\(path)>" }
    #expect(
      facts.contains { $0.hasPrefix("\(iri("uu/2004/32")) <https://w3id.org/simpul/ns#repeals>") })
    #expect(!facts.contains { $0.contains("ns#replaces>") })
    #expect(graph.contains("<https://w3id.org/simpul/ns#Conflict>"))

    let report = try text("report.md")
    #expect(report.contains("repeals / replaces"), "\(report)")
    #expect(report.contains("(taken)"))
    let page = try text("graph.html")
    #expect(page.contains("repeals / replaces"))

    let data = folder.appending(path: "out/graph.nq").path()
    let explanations = try Explainer(path: data, language: .english).explain("UU/1999/22")
    #expect(explanations.map(\.conflicts.count) == [1])
    #expect(explanations.first?.conflicts.first?.claims.count == 2)

    var session = try LineageSession(
      data: [data], pack: TestPlaces.ontologyPath, language: .english)
    let node = try session.regulation("UU 22/1999")
    let answer = session.answer(LineageQuestion(node: node, day: LineageDate(year: 2020)))
    let lines = String(decoding: try session.bytes(answer, as: .text), as: UTF8.self)
    #expect(lines.contains("until 2004-10-15: ended by UU 32/2004"), "\(lines)")
    #expect(lines.contains("not taken: replaced by UU 23/2014 (skripsi.txt)"), "\(lines)")
    #expect(session.findings().contains { $0.kind == .contradiction })
  }
}
