import Diagnostics
import DomainPack
import Foundation
import TestSupport
import Testing

@Suite("Ranks and pages of regulations")
struct RegulationPagesTests {
  private static func yaml() throws -> String {
    try String(
      contentsOf: TestPlaces.ontology.appending(path: "regulation-kinds.yaml"), encoding: .utf8)
  }

  private func load(_ text: String) throws -> RegulationKinds {
    try RegulationKinds.load(try PackNode.parse(text, file: "kinds.yaml"))
  }

  @Test(
    "an act's page is that of its kind's pattern; what names no issuer or has no pattern has none",
    arguments: [
      ("UU/2014/23", "https://peraturan.go.id/id/uu-no-23-tahun-2014"),
      ("PERMENDAGRI/2020/25", "https://peraturan.go.id/id/permendagri-no-25-tahun-2020"),
      (
        "PERDA-KOTA-BANDUNG/2017/10",
        "https://peraturan.go.id/id/perda-kota-bandung-no-10-tahun-2017"
      ),
      ("PERMEN/2008/3", nil), ("UUD/1945", nil), ("SE-MENDAGRI/1993/193", nil), ("X/2000/1", nil),
    ])
  func pages(key: String, page: String?) throws {
    #expect(try load(Self.yaml()).page(ofKey: key) == page)
  }

  @Test(
    "a mistake in a rank, a level or a page is told with its place",
    arguments: [
      ("    rank: 4\n", "    rank: 4.5\n", "expected a rank"),
      ("    rank: 4\n", "    rank: 0\n", "expected a rank"),
      ("{provinsi: 6, kota: 7", "{propinsi: 6, kota: 7", "unknown level “propinsi”"),
      ("kinds: [PERDA]\n", "kinds: [PERDU]\n", "no kind has the key “PERDU”"),
      ("tahun-{year}\n", "tahun-{tahun}\n", "with no marks but {kind}, {number}, {year}, {place}"),
      ("url: https://peraturan.go.id/id/{kind}-{place}", "url: id/{kind}-{place}", "https://"),
    ])
  func mistakes(written: String, wrong: String, message: String) throws {
    let text = try Self.yaml()
    let range = try #require(text.range(of: written))
    let line = text[..<range.lowerBound].count { $0 == "\n" }
    do {
      _ = try load(text.replacingCharacters(in: range, with: wrong))
      Issue.record("no error")
    } catch let error as SyntaxError {
      #expect(error.message.english.contains(message), "\(error)")
      #expect(error.location.lowerBound.line == line, "\(error)")
      #expect(error.file == "kinds.yaml")
    }
  }
}
