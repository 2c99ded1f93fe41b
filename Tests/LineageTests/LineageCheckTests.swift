import Diagnostics
import Lineage
import RDF
import TestSupport
import Testing

@Suite("Findings of lineage")
struct LineageCheckTests {
  private static let agreement = "\(LineageSample.base)agreement/a"

  private func findings(_ fill: (inout LineageSample) -> Void) throws -> (
    graph: LineageGraph, all: [LineageFinding]
  ) {
    var sample = LineageSample()
    fill(&sample)
    let pack = try PackUnderTest.shared.get()
    let graph = pack.graph(sample)
    return (graph, LineageCheck(graph, vocabulary: pack.vocabulary).findings())
  }

  private func quotes(_ finding: LineageFinding, in graph: LineageGraph) -> [String] {
    finding.claims.map { graph.source($0, in: .english).quote }
  }

  private static func addAgreement(_ sample: inout LineageSample, signed: String, on act: String) {
    sample.add(agreement, "Agreement", label: "MoU A")
    sample.say(
      agreement, "signedOn",
      .literal(Literal(signed, datatype: signed.count == 4 ? XSD.gYear : XSD.date)))
    sample.state(agreement, "basedOn", LineageSample.iri(act))
  }

  @Test(
    "an agreement that rests on an act after its repeal is found, one before or in the year is not",
    arguments: [("2016-09-30", 1), ("2014-10-01", 0), ("2014", 0), ("2015", 1)])
  func agreementAfterEnd(signed: String, count: Int) throws {
    let (graph, all) = try findings {
      $0.relate("UU/2014/23", "repeals", "UU/2004/32", date: "2014-10-02")
      Self.addAgreement(&$0, signed: signed, on: "UU/2004/32")
    }
    let found = all.filter { $0.kind == .citedAfterEnd }
    #expect(found.count == count)
    guard let finding = found.first else { return }
    #expect(
      finding.message.english
        == "MoU A (\(signed)) rests on UU 32/2004, which ended on 2014-10-02, repealed by UU 23/2014"
    )
    #expect(finding.message.indonesian.contains("berdasarkan UU 32/2004"))
    // The passage of the agreement and that of the repeal.
    #expect(quotes(finding, in: graph) == ["kutipan 2", "kutipan 1"])
  }

  @Test("a passage is told with the folders of its file, and a long one without its middle")
  func passages() throws {
    let (graph, all) = try findings {
      for year in ["2004", "2014"] {
        let document = "uu/\(year)/5"
        $0.addDocument(document)
        $0.relate(
          "UU/\(year)/5", "basedOn", "PP/1990/1", document: document,
          quote: "awal \(String(repeating: "tengah ", count: 100))akhir")
      }
    }
    let ranks = all.filter { $0.kind == .restsOnLower }
    let files = ranks.flatMap { $0.claims.map { graph.source($0, in: .english).file } }
    #expect(files.sorted() == ["uu/2004/5.txt", "uu/2014/5.txt"])
    let text = TextReport(graph, words: try PackUnderTest.shared.get().words()).text(ranks)
    #expect(text.contains("uu/2004/5.txt, characters"))
    #expect(text.contains("“awal ") && text.contains(" … ") && text.contains("akhir”"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count < 400 })
  }

  @Test("the act's own text outranks what others say of ends, and the contradiction is told")
  func contradiction() throws {
    let (graph, all) = try findings {
      $0.addDocument("uu-23-2014", textOf: "UU/2014/23")
      $0.relate(
        "UU/2014/23", "repeals", "UU/2004/32", date: "2014-10-02", document: "uu-23-2014")
      $0.relate("UU/2008/12", "replaces", "UU/2004/32", date: "2008-04-28")
      $0.relate("UU/2008/13", "repeals", "UU/2004/32", date: "2008-05-28")
      $0.relate("UU/2009/9", "repeals", "UU/2004/32", date: "2009", articles: "Pasal 1")
    }
    let act = try #require(graph.node(forKey: "UU/2004/32"))
    #expect(graph.validity(of: act).until.map { "\($0.date)" } == "2014-10-02")
    let found = all.filter { $0.kind == .contradiction }
    #expect(
      found.map(\.message.english) == [
        "UU 32/2004 ended on 2014-10-02, repealed by UU 23/2014, while other passages say that it ended on 2008-04-28, replaced by UU 12/2008; ended on 2008-05-28, repealed by UU 13/2008"
      ])
    #expect(found.first?.claims.count == 3)
  }

  @Test("a conflict that a build found is told with what is taken and what is not")
  func conflict() throws {
    let (graph, all) = try findings {
      $0.relate("UU/2004/32", "repeals", "UU/1999/22", date: "2004-10-15", document: "uu-32-2004")
      $0.addAct("UU/2014/23")
      $0.claim(
        LineageSample.iri("UU/2014/23"), "replaces",
        .namedNode(NamedNode(unchecked: LineageSample.iri("UU/1999/22"))))
      $0.addConflict(claims: [1, 2], chosen: 1)
    }
    let found = all.filter { $0.kind == .contradiction }
    #expect(
      found.map(\.message.english) == [
        "UU 22/1999: UU 32/2004 repeals it, while other passages say that UU 23/2014 replaces it"
      ])
    #expect(found.map { quotes($0, in: graph) } == [["kutipan 1", "kutipan 2"]])
    #expect(
      found.map { $0.things.compactMap(graph.key) } == [["UU/1999/22", "UU/2004/32", "UU/2014/23"]])
    let act = try #require(graph.node(forKey: "UU/1999/22"))
    #expect(graph.conflicts(about: act).map(\.others.count) == [1])
    #expect(graph.validity(of: act).until.map { "\($0.date)" } == "2004-10-15")
  }

  @Test("a conflict about the date of an act is none of its lineage")
  func conflictOfDates() throws {
    let (graph, all) = try findings {
      $0.addAct("UU/2004/32")
      for date in ["2004-10-15", "2004-10-16"] {
        $0.claim(
          LineageSample.iri("UU/2004/32"), "signedOn",
          .literal(Literal(date, datatype: XSD.date)))
      }
      $0.addConflict(claims: [1, 2], chosen: 1)
    }
    let act = try #require(graph.node(forKey: "UU/2004/32"))
    #expect(graph.conflicts(about: act) == [])
    #expect(!all.contains { $0.kind == .contradiction })
  }

  @Test("an end before the begin does not count and is a finding of its own")
  func endBeforeBegin() throws {
    let (graph, all) = try findings {
      $0.addAct("UU/1931/77")
      for (role, date) in [("inForceFrom", "1931-10-15"), ("inForceUntil", "1930-01-05")] {
        $0.say(
          LineageSample.iri("UU/1931/77"), role, .literal(Literal(date, datatype: XSD.date)))
      }
    }
    let act = try #require(graph.node(forKey: "UU/1931/77"))
    #expect(graph.validity(of: act).until == nil)
    let found = all.filter { $0.kind == .endBeforeBegin }.map(\.message.english)
    #expect(
      found == [
        "UU 77/1931 is said to have ended on 1930-01-05, before its begin (1931-10-15); this end does not count"
      ])
  }

  @Test("an end before the begin that an older act brings is told once, as a younger basis")
  func endByOlderAct() throws {
    let (_, all) = try findings {
      $0.relate("UU/1999/22", "repeals", "UU/2004/32", date: "1999-05-07")
    }
    let kinds = all.map(\.kind)
    #expect(kinds.contains(.restsOnLater))
    #expect(!kinds.contains(.endBeforeBegin))
  }

  @Test("an emergency regulation and the act that made it law do not contradict each other")
  func noContradiction() throws {
    let (_, all) = try findings {
      $0.relate("PERPPU/2014/1", "repeals", "UU/2014/22", date: "2014-10-02")
      $0.relate("UU/2015/1", "enacts", "PERPPU/2014/1", date: "2015-02-02")
      $0.relate("UU/2015/1", "repeals", "UU/2014/22", date: "2015-02-02")
    }
    #expect(all.filter { $0.kind == .contradiction } == [])
  }

  @Test("an act in force that rests on an ended one and is still cited is found with all passages")
  func endedRoot() throws {
    let (graph, all) = try findings {
      $0.relate("UU/2014/23", "repeals", "UU/2004/32", date: "2014-10-02")
      $0.relate("PP/2007/38", "implements", "UU/2004/32")
      Self.addAgreement(&$0, signed: "2016-09-30", on: "PP/2007/38")
    }
    let found = all.filter { $0.kind == .endedRoot }
    #expect(found.map { $0.things.compactMap(graph.key) } == [["PP/2007/38", "UU/2004/32"]])
    #expect(found.map { quotes($0, in: graph) } == [["kutipan 2", "kutipan 1", "kutipan 3"]])
    #expect(!all.contains { $0.kind == .citedAfterEnd })
  }

  @Test(
    "a document that cites an ended act is found unless it tells of the end itself",
    arguments: [true, false])
  func document(tells: Bool) throws {
    let (_, all) = try findings {
      $0.addDocument("berita")
      $0.say(
        LineageSample.document("berita"), "published",
        .literal(Literal("2019-01-05", datatype: XSD.date)))
      $0.relate(
        "UU/2014/23", "repeals", "UU/2004/32", date: "2014-10-02",
        document: tells ? "berita" : "undang-undang")
      $0.state(
        LineageSample.document("berita"), "cites", LineageSample.iri("UU/2004/32"),
        document: "berita")
    }
    #expect(all.contains { $0.kind == .citedAfterEnd } == !tells)
  }

  @Test("an act that rests on one of lower rank, or on a younger one, is found")
  func ranksAndAges() throws {
    let (graph, all) = try findings {
      $0.relate("UU/2014/23", "basedOn", "PP/2007/38")
      $0.relate("PP/2007/38", "basedOn", "UU/2009/28")
      $0.relate("PERDA-KOTA-BANDUNG/2017/10", "basedOn", "PERMENDAGRI/2008/3")
      $0.relate("PERDA-KOTA-BANDUNG/2017/10", "basedOn", "UU/2014/23")
    }
    func found(_ kind: LineageFinding.Kind) -> [[String]] {
      all.filter { $0.kind == kind }.map { $0.things.compactMap(graph.key) }
    }
    #expect(found(.restsOnLower) == [["UU/2014/23", "PP/2007/38"]])
    #expect(found(.restsOnLater) == [["PP/2007/38", "UU/2009/28"]])
  }

  @Test("a circle of acts is found once, as a shortest one, with the passages behind each step")
  func cycle() throws {
    let (graph, all) = try findings {
      $0.relate("UU/2001/1", "implements", "UU/2001/2")
      $0.relate("UU/2001/2", "basedOn", "UU/2001/3")
      $0.relate("UU/2001/3", "amends", "UU/2001/1")
      $0.relate("UU/2001/3", "amends", "UU/2001/4")
      $0.relate("UU/2001/4", "amends", "UU/2001/1")
    }
    let found = all.filter { $0.kind == .cycle }
    #expect(
      found.map { $0.things.compactMap(graph.key) } == [["UU/2001/1", "UU/2001/2", "UU/2001/3"]])
    #expect(found.map { quotes($0, in: graph) } == [["kutipan 1", "kutipan 2", "kutipan 3"]])
  }

  @Test("an act that is in no document and not in the table is a gap, which is a note")
  func gap() throws {
    var sample = LineageSample()
    sample.addDocument("pp-38-2007", textOf: "PP/2007/38")
    sample.relate("PP/2007/38", "implements", "UU/2004/32")
    sample.relate("PP/2007/38", "implements", "UU/1931/77")
    let pack = try PackUnderTest.shared.get()
    var loader = LineageLoader(kinds: pack.kinds, known: pack.known)
    loader.take(sample.quads)
    let graph = loader.finish()
    let gaps = LineageCheck(graph, vocabulary: pack.vocabulary).findings()
      .filter { $0.kind == .gap }
    #expect(gaps.map { $0.things.compactMap(graph.key) } == [["UU/1931/77"]])
    #expect(gaps.map(\.severity) == [.note])
    #expect(gaps.map { quotes($0, in: graph) } == [["kutipan 2"]])
  }

  @Test("every cycle of a random graph is found, and none where there is none")
  func randomCycles() throws {
    var generator = SeededGenerator()
    for _ in 0..<60 {
      let acts = 2 + generator.below(12)
      let (sample, edges) = LineageSample.random(
        acts: acts, edges: 1, chain: 4, backward: 8, generator: &generator)
      let pack = try PackUnderTest.shared.get()
      let graph = pack.graph(sample)
      let cycles = LineageCheck(graph, vocabulary: pack.vocabulary).findings()
        .filter { $0.kind == .cycle }
      var reaches = [[Bool]](
        repeating: [Bool](repeating: false, count: acts), count: acts)
      for edge in edges { reaches[edge.from][edge.to] = true }
      for middle in 0..<acts {
        for from in 0..<acts where reaches[from][middle] {
          for to in 0..<acts where reaches[middle][to] { reaches[from][to] = true }
        }
      }
      var parts: Set<Set<Int>> = []
      for act in 0..<acts where reaches[act][act] {
        parts.insert(Set((0..<acts).filter { reaches[act][$0] && reaches[$0][act] }))
      }
      #expect(cycles.count == parts.count, "seed \(generator.seed)")
      for cycle in cycles {
        let numbers = cycle.things.compactMap { thing in
          (0..<acts).first { graph.node(forKey: LineageSample.key($0)) == thing }
        }
        for (from, to) in zip(numbers, numbers.dropFirst() + [numbers[0]]) {
          #expect(edges.contains { $0.from == from && $0.to == to }, "seed \(generator.seed)")
        }
      }
    }
  }
}
