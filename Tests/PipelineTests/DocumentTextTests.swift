import Documents
import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("Documents as they are shown")
struct DocumentTextTests {
  // Read once for all cases.
  private static let loaded = Result { try ReadingPack(folder: TestPlaces.ontologyPath) }

  private func markdown(_ text: String, _ name: String) throws -> String {
    let reader = try Self.loaded.get().reader
    var view = DocumentText(.markdown, reader: reader)
    return String(
      decoding: try view.render(try reader.read(Array(text.utf8), fileName: name)), as: UTF8.self)
  }

  @Test("a Markdown table is as broad as its broadest row")
  func tables() throws {
    let page =
      "<html><body><table><tr><th>Kota</th><th colspan=2>Perjanjian</th></tr>"
      + "<tr><td>Kochi</td><td>MoU</td><td>1997</td></tr></table></body></html>"
    #expect(
      try markdown(page, "a.html")
        == "| Kota | Perjanjian |  |\n| --- | --- | --- |\n| Kochi | MoU | 1997 |\n")
  }

  @Test("a table of its own keeps its empty cells in Markdown")
  func emptyCells() throws {
    #expect(
      try markdown("Judul,Kota,Mitra\n,Bandung,Suwon\nMoU,,Kochi\n", "a.csv")
        == "| Judul | Kota | Mitra |\n| --- | --- | --- |\n|  | Bandung | Suwon |\n| MoU |  | Kochi |\n"
    )
  }

  @Test(
    "what begins a paragraph makes no list of it in Markdown",
    arguments: [
      ("2016. Pada tahun itu", "2016\\. Pada tahun itu"), ("3,5 juta", "3,5 juta"),
      ("-5 derajat", "-5 derajat"),
    ])
  func openings(_ text: String, _ shown: String) throws {
    let page = "<html><body><p>\(text) Kota Bandung menandatangani nota.</p></body></html>"
    #expect(try markdown(page, "a.html") == "\(shown) Kota Bandung menandatangani nota.\n")
  }
}
