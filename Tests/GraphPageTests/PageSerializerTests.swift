import Claims
import Diagnostics
import Foundation
import GraphPage
import Testing

@Suite("Page of a graph")
struct PageSerializerTests {
  @Test("the same model gives the same bytes, whole or in pieces")
  func isDeterministic() {
    let model = SamplePage.model(nodes: 400)
    let whole = PageSerializer(language: .indonesian).write(model)
    #expect(whole == PageSerializer(language: .indonesian).write(SamplePage.model(nodes: 400)))
    var pieces: [[UInt8]] = []
    PageSerializer(language: .indonesian).write(model) { pieces.append($0) }
    #expect(Array(pieces.joined()) == whole)
    #expect(pieces.count > 1)
  }

  @Test("hostile texts neither open nor close an element, and reach the data as they are")
  func staysData() throws {
    let model = HostilePage.model()
    let page = PageReading(PageSerializer(language: .english).write(model))
    // Five blocks of data and the program.
    #expect(page.text.components(separatedBy: "<script").count - 1 == 6)
    #expect(page.text.components(separatedBy: "</script").count - 1 == 6)
    #expect(!page.text.contains("<!--"))
    #expect(!page.text.contains("<img"))
    let names = try page.block("names")
    let english = try #require(names["en"] as? [String])
    #expect(english == model.nodes.map(\.name.english))
    let evidence = try page.block("evidence")
    let quotes = try #require(evidence["quotes"] as? [String])
    #expect(
      Set(quotes).isSubset(
        of: Set(
          HostilePage.texts + [
            "Ditandatangani pada tahun 2015.", "Ditandatangani pada tahun 2016.",
          ])))
  }

  @Test("no control, line separator or noncharacter stands in a page as itself")
  func escapesControls() {
    let page = PageReading(PageSerializer(language: .english).write(HostilePage.model()))
    let forbidden = page.text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0xA: false
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
    #expect(forbidden.isEmpty)
  }

  @Test("the columns hold the places, the ends and what may be missing")
  func writesColumns() throws {
    let model = SamplePage.model(nodes: 700)
    let page = PageReading(PageSerializer(language: .english).write(model))
    let graph = try page.block("graph")
    let nodes = try #require(graph["nodes"] as? [String: Any])
    let edges = try #require(graph["edges"] as? [String: Any])
    #expect(try PageReading.numbers(nodes["x"]) == model.nodes.map { Double(Float($0.x)) })
    #expect(try PageReading.numbers(nodes["class"]) == model.nodes.map { Double($0.classIndex) })
    #expect(try PageReading.numbers(edges["source"]) == model.edges.map { Double($0.source) })
    #expect(try PageReading.numbers(edges["target"]) == model.edges.map { Double($0.target) })
    #expect(
      try PageReading.numbers(edges["status"]) == model.edges.map { Double(($0.status ?? -1) + 1) })
    let firstYear = try #require(edges["firstYear"] as? Int)
    #expect(
      try PageReading.numbers(edges["from"])
        == model.edges.map { $0.years.map { Double($0.lowerBound - firstYear + 1) } ?? 0 })
    let evidence = try page.block("evidence")
    let rows = model.edges.reduce(0) { $0 + $1.evidence.count }
    #expect(try PageReading.numbers(evidence["end"]).last == Double(rows))
    // Two contradictions with two claims each follow those of the edges.
    #expect(try PageReading.numbers(evidence["start"]).count == rows + 4)
  }

  @Test("a period before the common era and one of a single year survive")
  func writesYears() throws {
    var model = SamplePage.model(nodes: 60)
    model.edges = [
      PageModel.Edge(source: 0, target: 1, predicate: 0, years: -43 ... -20),
      PageModel.Edge(source: 1, target: 2, predicate: 0, years: 2020...2020),
    ]
    model.conflicts = []
    let graph = try PageReading(PageSerializer(language: .english).write(model)).block("graph")
    let edges = try #require(graph["edges"] as? [String: Any])
    #expect(edges["firstYear"] as? Int == -43)
    #expect(try PageReading.numbers(edges["to"]) == [24, 2064])
  }

  @Test("the policy admits the page's own program and style sheet and nothing else")
  func restrictsItself() throws {
    let page = PageReading(PageSerializer(language: .english).write(SamplePage.model(nodes: 60)))
    let policy = try page.content(from: "Content-Security-Policy\" content=\"", to: "\">")
    let program = try page.content(from: "<script type=\"module\">", to: "</script>")
    let style = try page.content(from: "<style>", to: "</style>")
    #expect(
      policy == "default-src 'none'; script-src 'sha256-\(try Self.digest(of: program))'; "
        + "style-src 'sha256-\(try Self.digest(of: style))'; img-src data:; base-uri 'none'; "
        + "form-action 'none'")
  }

  private static func digest(of text: String) throws -> String {
    let digits = Array(SHA256.hexadecimal(of: text))
    let bytes = try stride(from: 0, to: digits.count, by: 2).map { place in
      try #require(UInt8(String(digits[place...(place + 1)]), radix: 16))
    }
    return Data(bytes).base64EncodedString()
  }

  @Test(
    "a page is small: a fixed part, and so many bytes a node and an edge",
    arguments: [0, 300, 5000])
  func isSmall(nodes: Int) {
    var model = SamplePage.model(nodes: max(nodes, 60))
    if nodes == 0 { model = PageModel(about: model.about) }
    let size = PageSerializer(language: .english).write(model).count
    let claims = model.edges.reduce(0) { $0 + $1.evidence.count }
    #expect(size < 260_000 + 210 * model.nodes.count + 30 * model.edges.count + 75 * claims)
  }

  @Test("the page opens in the language asked for", arguments: MessageLanguage.allCases)
  func speaksLanguage(language: MessageLanguage) throws {
    let model = SamplePage.model(nodes: 60)
    let page = PageReading(PageSerializer(language: language).write(model))
    #expect(page.text.contains("<html lang=\"\(language.rawValue)\">"))
    #expect(
      try page.content(from: "<title>", to: "</title>") == model.about.title.text(in: language))
    #expect(try page.block("graph")["language"] as? String == language.rawValue)
  }
}
