import Diagnostics
import Foundation
import Lineage
import RDF
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Reports of lineage")
struct LineageReportTests {
  private struct Asked {
    var tracer: LineageTracer
    var answer: LineageAnswer
    var words: LineageWords

    var picture: LineagePicture {
      LineagePicture(answer, of: tracer.graph, words: words, folding: .usual)
    }
  }

  private func ask(
    _ key: String, on day: String = "2016-11-01", _ fill: (inout LineageSample) -> Void
  ) throws -> Asked {
    var sample = LineageSample()
    fill(&sample)
    let pack = try PackUnderTest.shared.get()
    var tracer = LineageTracer(pack.graph(sample))
    let node = try #require(tracer.graph.node(forKey: key))
    let answer = tracer.answer(
      LineageQuestion(node: node, day: try #require(LineageDate(day))))
    return Asked(tracer: tracer, answer: answer, words: pack.words())
  }

  private func text(_ asked: Asked, _ change: (inout TextReport) -> Void = { _ in }) -> String {
    var report = TextReport(asked.tracer.graph, words: asked.words)
    change(&report)
    return report.text(asked.answer)
  }

  private static func government(_ sample: inout LineageSample) {
    sample.relate("UU/2004/32", "repeals", "UU/1999/22", date: "2004-10-15")
    sample.relate("UU/2014/23", "repeals", "UU/2004/32", date: "2014-10-02")
    sample.relate("UU/2014/23", "basedOn", "UUD/1945")
    sample.relate("UU/2004/32", "basedOn", "UUD/1945")
    sample.relate("UU/2015/9", "amends", "UU/2014/23", date: "2015-03-18")
    sample.relate("PP/2018/28", "implements", "UU/2014/23")
    sample.relate("PERMENDAGRI/2020/25", "implements", "PP/2018/28")
  }

  @Test("text tells validity, version and two trees, and draws nothing twice")
  func tree() throws {
    let text = text(try ask("UU/2014/23", Self.government))
    #expect(
      text == """
        UU 23/2014 · UU/2014/23
          in force from 2014-10-02: the day on which it takes effect on other acts
          on 2016-11-01: in force
            amended by UU 9/2015 (2015-03-18)
          https://peraturan.go.id/id/uu-no-23-tahun-2014

        What it rests on and what it replaced
        ├─ repeals UU 32/2004  2004-10-15 – 2014-10-02
        │  ├─ repeals UU 22/1999  ? – 2004-10-15
        │  └─ based on UUD 1945
        └─ based on UUD 1945

        What implements, amends or ends it
        ├─ amended by UU 9/2015  2015-03-18 –
        └─ implemented by PP 28/2018
           └─ implemented by Permendagri 25/2020

        What hangs on it
          nothing known

        """)
  }

  @Test("an act met again is a reference to where it is drawn with what follows it")
  func reference() throws {
    let text = text(
      try ask("UU/2014/23") {
        $0.relate("UU/2014/23", "implements", "UU/2004/32")
        $0.relate("UU/2014/23", "basedOn", "UU/1999/22")
        $0.relate("UU/2004/32", "basedOn", "UU/1999/22")
        $0.relate("UU/1999/22", "basedOn", "UUD/1945")
      })
    #expect(text.contains("│  └─ based on UU 22/1999 ↪ under UU 23/2014"), "\(text)")
    #expect(text.components(separatedBy: "based on UUD 1945").count == 2, "\(text)")
  }

  @Test("what is too much is folded into a line with its number, a single one is not")
  func folding() throws {
    func asked(_ count: Int) throws -> String {
      text(
        try ask("UU/2014/23") {
          for number in 1...count { $0.relate("PP/2015/\(number)", "implements", "UU/2014/23") }
        })
    }
    #expect(try asked(49).contains("└─ … 37 more"))
    #expect(try !asked(13).contains("…"))
    #expect(try asked(14).contains("└─ … 2 more"))
  }

  @Test("a chain of ten thousand acts gives a short text and a whole JSON")
  func chain() throws {
    let asked = try ask("UU/2000/10000") {
      for number in 1..<10_000 {
        $0.relate("UU/2000/\(number + 1)", "amends", "UU/2000/\(number)")
      }
    }
    #expect(text(asked).utf8.count < 10_000)
    let json = JSONReport(asked.tracer.graph, words: asked.words).json(asked.answer)
    let object = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
    let up = object?["up"] as? [String: Any]
    #expect((up?["regulations"] as? [Any])?.count == 9_999)
    #expect((up?["relations"] as? [Any])?.count == 9_999)
  }

  @Test("colours stand in the text only where they are asked for")
  func colours() throws {
    let asked = try ask("UU/2014/23", Self.government)
    #expect(!text(asked).contains("\u{1B}"))
    #expect(text(asked) { $0.isColoured = true }.contains("\u{1B}[31mUU 32/2004\u{1B}[0m"))
  }

  @Test("names that would command a terminal, a parser or a browser do not")
  func hostile() throws {
    let evil = "\u{1B}[2J\"><script>alert(1)</script>\n]]>\u{7}--> & \\ `x` #35;"
    let asked = try ask("UU/2014/23") {
      Self.government(&$0)
      $0.say(
        LineageSample.iri("UU/2014/23"), "http://purl.org/dc/terms/title", .literal(Literal(evil)))
      $0.say(
        LineageSample.iri("UU/2004/32"), "http://purl.org/dc/terms/title", .literal(Literal(evil)))
    }
    let outputs = [
      text(asked), String(decoding: DOTReport().dot(asked.picture), as: UTF8.self),
      String(decoding: MermaidReport().mermaid(asked.picture), as: UTF8.self),
      String(
        decoding: TimelineReport(words: asked.words).svg(asked.picture, title: evil, day: nil),
        as: UTF8.self),
      String(
        decoding: LayersReport(words: asked.words).svg(asked.picture, title: evil, day: nil),
        as: UTF8.self),
    ]
    for output in outputs {
      #expect(!output.contains("\u{1B}") && !output.contains("\u{7}"), "\(output)")
    }
    for output in outputs.suffix(3) { #expect(!output.contains("<script"), "\(output)") }
    for output in outputs.suffix(2) { #expect(XMLParser(data: Data(output.utf8)).parse()) }
    let json = JSONReport(asked.tracer.graph, words: asked.words).json(asked.answer)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json)) }
  }

  @Test(
    "statements hold the relations in the terms of the vocabulary and of ELI, with dates and page")
  func statements() throws {
    let asked = try ask("UU/2014/23", Self.government)
    var quads: [Quad] = []
    LineageStatements(asked.tracer.graph).forEachBlock(of: LineageExtract(asked.answer)) {
      quads += $0.quads
    }
    let triples = Set(quads.map(\.triple))
    #expect(triples.count == quads.count)
    func has(_ subject: String, _ predicate: String, _ object: Term) -> Bool {
      triples.contains(
        Triple(
          .namedNode(NamedNode(unchecked: LineageSample.iri(subject))),
          NamedNode(unchecked: predicate), object))
    }
    let eli = "http://data.europa.eu/eli/ontology#"
    func node(_ iri: String) -> Term { .namedNode(NamedNode(unchecked: iri)) }
    let old = LineageSample.iri("UU/2004/32")
    #expect(has("UU/2014/23", "\(LineageSample.namespace)repeals", node(old)))
    #expect(has("UU/2014/23", "\(eli)repeals", node(old)))
    let kind = node("\(LineageSample.base)concept/regulation-kind/uu")
    #expect(has("UU/2014/23", "\(eli)type_document", kind))
    #expect(
      has(
        "UU/2004/32", "\(eli)date_no_longer_in_force",
        .literal(Literal("2014-10-02", datatype: XSD.date))))
    #expect(
      has(
        "PP/2018/28", "http://xmlns.com/foaf/0.1/page",
        node("https://peraturan.go.id/id/pp-no-28-tahun-2018")))
  }

  @Test("a path leads over what acts rest on before it leads over what they replaced")
  func path() throws {
    var asked = try ask("UU/2014/23", Self.government)
    func node(_ key: String) throws -> Int { try #require(asked.tracer.graph.node(forKey: key)) }
    func keys(_ path: LineagePath?) -> [String] {
      path?.acts.compactMap(asked.tracer.graph.key) ?? []
    }
    let (from, to) = (try node("PERMENDAGRI/2020/25"), try node("UUD/1945"))
    let path = asked.tracer.path(from: from, to: to)
    #expect(keys(path) == ["PERMENDAGRI/2020/25", "PP/2018/28", "UU/2014/23", "UUD/1945"])
    let old = try node("UU/1999/22")
    #expect(
      keys(asked.tracer.path(from: from, to: old))
        == ["PERMENDAGRI/2020/25", "PP/2018/28", "UU/2014/23", "UU/2004/32", "UU/1999/22"])
    #expect(asked.tracer.path(from: to, to: from) == nil)
    #expect(keys(asked.tracer.path(from: to, to: to)) == ["UUD/1945"])
  }

  @Test("the whole begins with acts that rest on none, and each part of the graph is in it")
  func forest() throws {
    let asked = try ask("UU/2014/23") {
      Self.government(&$0)
      $0.addAct("UU/2020/1")
      $0.relate("UU/2001/1", "implements", "UU/2001/2")
      $0.relate("UU/2001/2", "implements", "UU/2001/1")
    }
    let graph = asked.tracer.graph
    let forest = graph.forest()
    #expect(forest.roots.compactMap(graph.key) == ["UUD/1945", "UU/1999/22", "UU/2001/1"])
    #expect(forest.alone.compactMap(graph.key) == ["UU/2020/1"])
    #expect(forest.actCount == 10)
    #expect(forest.relationCount == 9)
  }

  @Test("an act that no table knows is called by the title of its text")
  func titleOfText() throws {
    var sample = LineageSample()
    sample.addDocument("uu-77-1931", textOf: "UU/1931/77")
    sample.say(
      LineageSample.document("uu-77-1931"), "http://purl.org/dc/terms/title",
      .literal(Literal("Undang-Undang Nomor 77 Tahun 1931: SIFON  KOTA", language: "id")))
    sample.addDocument("skripsi", textOf: "UU/1931/78")
    sample.say(
      LineageSample.document("skripsi"), "http://purl.org/dc/terms/title",
      .literal(Literal("Sifon di kota", language: "id")))
    let graph = try PackUnderTest.shared.get().graph(sample)
    func title(_ key: String) -> String? {
      graph.node(forKey: key).flatMap { graph.title(of: $0, in: .english) }
    }
    #expect(title("UU/1931/77") == "SIFON KOTA")
    #expect(title("UU/1931/78") == nil)
  }

  @Test("what an act makes law it is not said to carry out too")
  func enactsAlone() throws {
    var sample = LineageSample()
    sample.relate("UU/2015/1", "enacts", "PERPPU/2014/1")
    sample.say(
      LineageSample.iri("UU/2015/1"), "http://data.europa.eu/eli/ontology#implements",
      .namedNode(NamedNode(unchecked: LineageSample.iri("PERPPU/2014/1"))))
    let graph = try PackUnderTest.shared.get().graph(sample)
    let act = try #require(graph.node(forKey: "UU/2015/1"))
    let emergency = try #require(graph.node(forKey: "PERPPU/2014/1"))
    #expect(graph.change(.enacts, from: act, to: emergency) != nil)
    #expect(graph.change(.implements, from: act, to: emergency) == nil)
  }
}
