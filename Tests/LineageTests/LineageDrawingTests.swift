import Foundation
import Lineage
import RDF
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Drawings of lineage")
struct LineageDrawingTests {
  /// What an element of a drawing says.
  private struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
  }

  /// The elements of a drawing in the order of their beginnings.
  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      open.append(elements.count)
      elements.append(Element(name: name, attributes: attributes))
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) { open.removeLast() }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let last = open.last { elements[last].text += text }
    }
  }

  private func elements(_ svg: [UInt8]) throws -> [Element] {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg))
    parser.delegate = reader
    try #require(parser.parse(), "the drawing is no XML")
    return reader.elements
  }

  private struct Drawn {
    var layers: [Element]
    var timeline: [Element]
  }

  /// Both drawings of the answer for an act, or of the whole.
  private func draw(
    _ key: String?, on day: String? = "2016-11-01", folding: LineageFolding = .usual,
    _ fill: (inout LineageSample) -> Void
  ) throws -> Drawn {
    var sample = LineageSample()
    fill(&sample)
    let pack = try PackUnderTest.shared.get()
    var tracer = LineageTracer(pack.graph(sample))
    let words = pack.words()
    let date = day.flatMap { LineageDate($0) }
    let picture: LineagePicture
    if let key {
      let node = try #require(tracer.graph.node(forKey: key))
      let answer = tracer.answer(LineageQuestion(node: node, day: try #require(date)))
      picture = LineagePicture(answer, of: tracer.graph, words: words, folding: folding)
    } else {
      let forest = tracer.graph.forest()
      picture = LineagePicture(forest, tracer: &tracer, words: words, folding: folding)
    }
    return Drawn(
      layers: try elements(LayersReport(words: words).svg(picture, title: "T", day: date)),
      timeline: try elements(TimelineReport(words: words).svg(picture, title: "T", day: date)))
  }

  private static func government(_ sample: inout LineageSample) {
    sample.relate("UU/2004/32", "repeals", "UU/1999/22", date: "2004-10-15")
    sample.relate("UU/2014/23", "repeals", "UU/2004/32", date: "2014-10-02")
    sample.relate("UU/2014/23", "basedOn", "UUD/1945")
    sample.relate("UU/2015/9", "amends", "UU/2014/23", date: "2015-03-18")
    sample.relate("PP/2018/28", "implements", "UU/2014/23")
  }

  private func number(_ element: Element, _ name: String) throws -> Double {
    try #require(element.attributes[name].flatMap(Double.init), "\(element)")
  }

  /// The upper borders of the boxes by the name that is written in each.
  private func tops(_ elements: [Element]) throws -> [String: Double] {
    var tops: [String: Double] = [:]
    var top = 0.0
    for element in elements {
      if element.name == "rect", element.attributes["class"]?.hasPrefix("box") == true {
        top = try number(element, "y")
      }
      if element.name == "text", element.attributes["class"] == "name" {
        tops[element.text] = top
      }
    }
    return tops
  }

  @Test("what an act rests on or ended stands above it, what rests on it below")
  func layers() throws {
    let drawn = try draw("UU/2014/23", Self.government)
    let tops = try tops(drawn.layers)
    let middle = try #require(tops["UU 23/2014"])
    for name in ["UU 32/2004", "UU 22/1999", "UUD 1945"] {
      #expect(try #require(tops[name]) < middle, "\(name)")
    }
    for name in ["UU 9/2015", "PP 28/2018"] {
      #expect(try #require(tops[name]) > middle, "\(name)")
    }
  }

  @Test("no piece of an arrow is without length, from which browsers would turn its head")
  func heads() throws {
    let elements = try draw("UU/2014/23", Self.government).layers
    let paths = elements.filter { $0.attributes["marker-end"] != nil }
      .compactMap { $0.attributes["d"] }
    #expect(paths.count > 4)
    for path in paths {
      // Where a line upright goes to, and where it comes from.
      for line in path.matches(of: #/([-\d.]+)V([-\d.]+)/#) {
        #expect(line.output.1 != line.output.2, "\(path)")
      }
    }
  }

  @Test("boxes tell what is in force on the day, and when")
  func states() throws {
    let elements = try draw("UU/2014/23", Self.government).layers
    var classes: [String: String] = [:]
    for (place, element) in elements.enumerated() where element.name == "rect" {
      guard let name = element.attributes["class"], name.hasPrefix("box"), place > 0,
        elements[place - 1].name == "title"
      else { continue }
      classes[elements[place - 1].text.components(separatedBy: "\n")[0]] = name
    }
    #expect(classes["UU 23/2014"] == "box in-force centre")
    #expect(classes["UU 32/2004"] == "box ended")
    #expect(classes["PP 28/2018"] == "box not-yet")
    #expect(classes["UUD 1945"] == "box in-force")
    #expect(elements.contains { $0.text == "2004-10-15 – 2014-10-02" })
  }

  @Test("several relations between the same two acts are one arrow that names all")
  func joined() throws {
    let drawn = try draw(nil, on: nil, folding: .none) {
      $0.relate("UU/2014/23", "repeals", "UU/2004/32", date: "2014-10-02")
      $0.relate("UU/2014/23", "replaces", "UU/2004/32", date: "2014-10-02")
    }
    let titles = drawn.layers.filter { $0.name == "title" }.map(\.text)
    #expect(titles.contains("UU 23/2014 repeals, replaces UU 32/2004 (2014-10-02)"), "\(titles)")
    #expect(drawn.layers.count { $0.attributes["class"] == "edge" } == 1)
  }

  @Test("what is too much is folded, and nothing is where nothing is to be")
  func folded() throws {
    func boxes(_ folding: LineageFolding) throws -> Int {
      try draw("UU/2014/23", folding: folding) {
        for number in 1...49 { $0.relate("PP/2015/\(number)", "implements", "UU/2014/23") }
      }.layers.count { $0.attributes["class"] == "node" }
    }
    #expect(try boxes(.usual) == 14)
    #expect(try boxes(.none) == 50)
  }

  @Test("texts stay within their boxes, and no box on another", arguments: [UInt64(1), 2, 3])
  func room(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let sample = LineageSample.random(
      acts: 50, edges: 2, chain: 5, generator: &generator
    ).sample
    let drawn = try draw(nil, on: nil, folding: .none) { $0 = sample }
    var boxes: [[Double]] = []
    for element in drawn.layers {
      if element.name == "rect", element.attributes["class"]?.hasPrefix("box") == true {
        let sides = try ["x", "y", "width", "height"].map { try number(element, $0) }
        // Those of the legend are small.
        if sides[3] > 12 { boxes.append(sides) }
      }
      guard element.name == "text", element.attributes["text-anchor"] == "middle" else { continue }
      let box = try #require(boxes.last)
      let size = element.attributes["class"] == "name" ? 13.0 : 11
      let (x, y) = (try number(element, "x"), try number(element, "y"))
      let half = Double(element.text.count) * size * 0.3
      #expect(x - half > box[0] - 4 && x + half < box[0] + box[2] + 4, "\(element.text)")
      #expect(y > box[1] + 8 && y < box[1] + box[3], "\(element.text)")
    }
    #expect(boxes.count == 50)
    for first in boxes.indices {
      for second in 0..<first {
        let (a, b) = (boxes[first], boxes[second])
        #expect(
          a[0] >= b[0] + b[2] || b[0] >= a[0] + a[2] || a[1] >= b[1] + b[3] || b[1] >= a[1] + a[3],
          "seed \(seed): \(a) and \(b)")
      }
    }
  }

  @Test("the timeline has the agreements and programs, with their times and what they rest on")
  func things() throws {
    let (agreement, program) = (
      "\(LineageSample.base)agreement/a", "\(LineageSample.base)program/b"
    )
    let drawn = try draw("UU/2014/23") {
      Self.government(&$0)
      $0.add(agreement, "Agreement", label: "MoU A")
      $0.say(agreement, "signedOn", .literal(Literal("2015-03-04", datatype: XSD.date)))
      $0.say(
        agreement, "basedOn", .namedNode(NamedNode(unchecked: LineageSample.iri("UU/2014/23"))))
      $0.add(program, "Program", label: "Program B")
      $0.say(program, "period", .literal(Literal("2016/2019")))
      $0.say(program, "programOf", .namedNode(NamedNode(unchecked: agreement)))
    }
    let texts = drawn.timeline.filter { $0.name == "text" }.map(\.text)
    #expect(texts.contains("signed 2015-03-04 · rests on UU 23/2014"), "\(texts)")
    #expect(texts.contains("2016 – 2019"), "\(texts)")
    let bars = drawn.timeline.filter {
      $0.name == "rect" && $0.attributes["class"] == "program" && $0.attributes["height"] == "12"
    }
    #expect(bars.count == 1)
    // Four years of a span of at least eighty.
    #expect(try number(#require(bars.first), "width") < 60)
    let all = try draw(nil, on: nil) {
      Self.government(&$0)
      for number in 1...50 {
        let iri = "\(LineageSample.base)agreement/\(number)"
        $0.add(iri, "Agreement", label: "MoU \(number)")
        // Some are not dated.
        if number > 3 { $0.say(iri, "period", .literal(Literal("20\(number + 10)"))) }
      }
    }.timeline
    #expect(all.contains { $0.text == "… 10 more" })
    #expect(all.contains { $0.text == "2014" } && !all.contains { $0.text == "2014 –" })
  }
}
