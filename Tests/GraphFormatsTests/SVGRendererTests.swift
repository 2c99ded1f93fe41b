import DomainPack
import GraphFormats
import PropertyGraph
import RDF
import TestSupport
import Testing

@Suite("SVG picture")
struct SVGRendererTests {
  @Test("draws every edge and every node that has one", arguments: [3, 10, 30, 62])
  func drawsTheSample(pairs: Int) throws {
    let graph = try Sample.graph(pairs: pairs)
    let bytes = SVGRenderer(style: try Sample.style()).render(graph)
    try Sample.keep(bytes, as: "sample-\(pairs).svg")
    let elements = try XMLReading.elements(of: bytes)
    let inEdges = elements.filter { $0.name == "path" && $0.attributes["class"] == "near" }
    #expect(inEdges.count == graph.edges.count)
    let tooltips = elements.filter { $0.name == "title" }.map(\.text)
    #expect(tooltips.count == graph.edges.count + graph.nodes.degrees.count { $0 > 0 })
    #expect(tooltips.contains { $0.contains("“Kalimat yang menyatakan") })
    let dashed = elements.filter { $0.attributes["class"]?.hasSuffix(" dashed") == true }
    // One more is the sample of the legend.
    #expect(dashed.count == graph.edges.lines.count { $0 == .dashed } + 1)
  }

  @Test("names the best connected nodes, and no two labels share a place")
  func labelsDoNotCollide() throws {
    let graph = try Sample.graph(pairs: 30)
    let elements = try XMLReading.elements(
      of: SVGRenderer(style: try Sample.style()).render(graph))
    let labels = elements.filter {
      $0.name == "text" && $0.attributes["class"]?.hasPrefix("s") == true
    }
    let hubs = graph.nodes.indices.map(graph.node).sorted { $0.degree > $1.degree }.prefix(5)
      .map(\.label)
    // The later lines of a label are elements in its first one.
    let texts = Set(
      elements.indices.filter { elements[$0].name == "text" }.map { index in
        ([elements[index]] + elements.filter { $0.parent == index }).map(\.text)
          .joined(separator: " ")
      })
    for hub in hubs where hub.count <= 21 {
      #expect(texts.contains(hub), "\(hub) has no label")
    }
    // First lines as boxes of the least width that a font could give them.
    let boxes = try labels.map { label in
      let style = try label.attribute("class").split(separator: " ")
      let size = try #require(Double(style[0].dropFirst()))
      let (x, y) = (try label.number("x"), try label.number("y"))
      let width = Double(label.text.count) * size * 0.45
      let left = style[1] == "start" ? x : style[1] == "end" ? x - width : x - width / 2
      return (left: left, right: left + width, top: y - size * 0.7, bottom: y)
    }
    for (index, first) in boxes.enumerated() {
      for second in boxes[..<index] {
        #expect(
          first.right <= second.left || second.right <= first.left || first.bottom <= second.top
            || second.bottom <= first.top)
      }
    }
  }

  @Test("numbers have two decimals at most and no exponent")
  func numbersAreShort() throws {
    let elements = try XMLReading.elements(of: SVGRenderer().render(try Sample.graph(pairs: 20)))
    for element in elements {
      for name in ["d", "x", "y", "cx", "cy", "r", "width", "height", "rx", "viewBox"] {
        let words = element.attributes[name]?.split { "MCLZH ".contains($0) } ?? []
        for word in words where word != "100%" {
          #expect(word.allSatisfy { "0123456789.-".contains($0) }, "\(word)")
          #expect((word.split(separator: ".").dropFirst().first?.count ?? 0) <= 2, "\(word)")
        }
      }
    }
  }

  @Test("hostile names stay text, and nothing runs or is fetched")
  func survivesHostileTexts() throws {
    let graph = Sample.hostileGraph()
    let bytes = SVGRenderer().render(graph)
    try Sample.keep(bytes, as: "hostile.svg")
    let elements = try XMLReading.elements(of: bytes)
    #expect(!elements.contains { $0.name == "script" || $0.attributes["href"] != nil })
    #expect(
      elements.contains { $0.name == "title" && $0.text.contains("<script>alert(1)</script>") })
  }

  @Test("tells title, content and every statement of the description, and draws nothing of it")
  func describesTheGraph() throws {
    var graph = try Sample.graph(pairs: 3)
    let plain = try XMLReading.elements(of: SVGRenderer().render(graph))
    let subject = Subject.namedNode(NamedNode(unchecked: "i:dataset"))
    let title = NamedNode(unchecked: "http://purl.org/dc/terms/title")
    graph.about = Sample.description(
      title: Sample.hostile[0],
      statements: [
        Triple(subject, title, .literal(Literal(Sample.hostile[7], language: "id"))),
        Triple(
          subject, NamedNode(unchecked: "http://rdfs.org/ns/void#triples"),
          .literal(Literal("7", datatype: XSD.integer))),
        Triple(
          subject, RDFVocabulary.type,
          .namedNode(NamedNode(unchecked: "http://rdfs.org/ns/void#Dataset"))),
      ])
    let elements = try XMLReading.elements(of: SVGRenderer().render(graph))
    #expect(elements[1].name == "title" && elements[1].text == Sample.hostile[0])
    #expect(elements[2].name == "desc" && elements[2].text == "Isi.")
    #expect(elements[3].name == "metadata")
    let told = elements[5..<9]
    #expect(told.map(\.name) == ["rdf:Description", "ns1:title", "ns2:triples", "rdf:type"])
    #expect(elements[6].text == Sample.hostile[7] && elements[6].attributes["xml:lang"] == "id")
    #expect(elements[7].attributes["rdf:datatype"] == XSD.integer.iri)
    #expect(elements[8].attributes["rdf:resource"] == "http://rdfs.org/ns/void#Dataset")
    #expect(elements.count == plain.count + 8)
  }

  @Test("beyond the limit the best connected nodes remain, and the picture says so")
  func limitsNodes() throws {
    var renderer = SVGRenderer()
    renderer.maximumNodes = 10
    let graph = try Sample.graph(pairs: 20)
    let text = String(decoding: renderer.render(graph), as: UTF8.self)
    #expect(text.contains("10 simpul"))
    #expect(text.contains("\(graph.nodes.count - 10) simpul lain tidak digambar"))
  }

  @Test("a graph without edges shows its nodes, one without nodes a title")
  func drawsSmallest() throws {
    var graph = Projection().graph(
      of: CooperationSample(pairs: 1, seed: 7).quads.filter { $0.object.literal != nil })
    GraphLayout().arrange(&graph)
    #expect(graph.edges.count == 0)
    let alone = try XMLReading.elements(of: SVGRenderer().render(graph))
    #expect(alone.count { $0.name == "title" } == graph.nodes.count)
    let none = try XMLReading.elements(of: SVGRenderer().render(PropertyGraph()))
    #expect(none.contains { $0.text == "Graph" })
  }

  @Test("the same graph gives the same bytes")
  func isDeterministic() throws {
    let style = try Sample.style()
    let first = SVGRenderer(style: style).render(try Sample.graph(pairs: 15))
    #expect(first == SVGRenderer(style: style).render(try Sample.graph(pairs: 15)))
  }
}
