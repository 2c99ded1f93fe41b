import Diagnostics
import DomainPack
import GraphFormats
import PropertyGraph
import RDF
import TestSupport
import Testing

@Suite("GEXF, DOT and the table of agreements")
struct ViewerFormatTests {
  @Test("GEXF has every node and edge, labels, kinds and weights")
  func writesGEXF() throws {
    for graph in [try Sample.graph(pairs: 12), Sample.hostileGraph(), PropertyGraph()] {
      let elements = try XMLReading.elements(of: GEXFSerializer().write(graph))
      let nodes = elements.filter { $0.name == "node" }
      let edges = elements.filter { $0.name == "edge" }
      #expect(nodes.count == graph.nodes.count && edges.count == graph.edges.count)
      #expect(nodes.allSatisfy { $0.attributes["label"]?.isEmpty == false })
      #expect(edges.allSatisfy { $0.attributes["kind"]?.isEmpty == false })
      for edge in edges { #expect(try edge.number("weight") > 0) }
      #expect(!elements.contains { $0.name == "viz:color" && $0.attributes["hex"] != nil })
      let declared = Set(
        elements.filter { $0.name == "attribute" }.compactMap { $0.attributes["id"] })
      let used = elements.filter { $0.name == "attvalue" }.compactMap { $0.attributes["for"] }
      #expect(declared.isSuperset(of: used))
    }
  }

  @Test("what is dated has its time in GEXF: a start, an end, or spells")
  func writesTime() throws {
    func quad(_ subject: String, _ predicate: String, _ value: String) -> Quad {
      Quad(
        Triple(
          .namedNode(NamedNode(unchecked: "i:" + subject)),
          NamedNode(unchecked: "https://w3id.org/simpul/ns#" + predicate), .literal(Literal(value)))
      )
    }
    let graph = Projection(style: try Sample.style()).graph(of: [
      quad("a", "period", "2017/2019"), quad("b", "signedOn", "2016"), quad("c", "level", "kota"),
      quad("d", "period", "2001/2003"), quad("d", "period", "2005/.."),
    ])
    let elements = try XMLReading.elements(of: GEXFSerializer().write(graph))
    let nodes = elements.filter { $0.name == "node" }
    #expect(nodes.map { $0.attributes["start"] } == ["2017-01-01", "2016-01-01", nil, nil])
    #expect(nodes.map { $0.attributes["end"] } == ["2019-12-31", nil, nil, nil])
    let spells = elements.filter { $0.name == "spell" }
    #expect(spells.map { $0.attributes["start"] } == ["2001-01-01", "2005-01-01"])
    #expect(spells.map { $0.attributes["end"] } == ["2003-12-31", nil])
    #expect(elements.first { $0.name == "graph" }?.attributes["mode"] == "dynamic")
    let still = try XMLReading.elements(of: GEXFSerializer(flavour: .static).write(graph))
    #expect(still.first { $0.name == "graph" }?.attributes["mode"] == nil)
    #expect(!still.contains { $0.name == "spell" || $0.attributes["start"] != nil })
    #expect(still.filter { $0.name == "node" }.count == nodes.count)
    #expect(still.contains { $0.attributes["value"]?.contains("2017/2019") == true })
  }

  @Test("Mermaid is refused above what it draws and reads, with advice")
  func refusesLargeMermaid() {
    func graph(edges: Int, label: String = "x") -> PropertyGraph {
      Projection().graph(
        of: (0..<edges).map { number in
          Quad(
            Triple(
              .namedNode(NamedNode(unchecked: "i:\(label)\(number)")), NamedNode(unchecked: "p:to"),
              .namedNode(NamedNode(unchecked: "i:end"))))
        })
    }
    #expect(GraphFormat.mermaid.refusal(of: graph(edges: 500)) == nil)
    #expect(GraphFormat.mermaid.refusal(of: graph(edges: 501))?.english.contains("--top") == true)
    let long = graph(edges: 100, label: String(repeating: "x", count: 500))
    #expect(GraphFormat.mermaid.refusal(of: long)?.indonesian.contains("50000") == true)
    #expect(GraphFormat.gexf(.dynamic).refusal(of: long) == nil)
  }

  @Test("Mermaid has a line for each node and edge, and no mark from a text")
  func writesMermaid() throws {
    let graph = Sample.hostileGraph()
    var written: [UInt8] = []
    GraphFormat.mermaid.write(graph, style: try Sample.style()) { written += $0 }
    let lines = String(decoding: written, as: UTF8.self).split(separator: "\n")
    let nodes = lines.filter { $0.contains("[\"") }
    #expect(nodes.count == graph.nodes.count)
    #expect(lines.filter { $0.contains("|\"") }.count == graph.edges.count)
    #expect(nodes.allSatisfy { $0.split(separator: "\"").count == 3 })
  }

  @Test("DOT quotes everything")
  func writesDOT() throws {
    let graph = Sample.hostileGraph()
    var written: [UInt8] = []
    let summary = DOTSerializer().write(graph) { written += $0 }
    let text = String(decoding: written, as: UTF8.self)
    #expect(summary.replacedCharacters > 0)
    #expect(text.contains(#"[label="Zürich &amp; 'Köln' <b> \"x\" ]]>""#))
    #expect(text.contains(#""n0" ->"#))
    #expect(text.hasSuffix("}\n"))
  }

  @Test(
    "DOT doubles a backslash that would escape a quote or join lines, and no other",
    arguments: [
      ("a\\b", #"a\b"#), ("a\\\"b", #"a\\\"b"#), ("a\\", #"a\\"#), ("a\\\\\"b", #"a\\\"b"#),
      ("a\\\nb", "a\\\\\nb"), ("a\\\r\nb", "a\\\\\r\nb"), ("a\\\\\nb", "a\\\\\nb"),
      ("a\nb", "a\nb"),
    ])
  func escapesBackslashes(text: String, written: String) {
    let node = Subject.namedNode(NamedNode(unchecked: "i:a"))
    let graph = Projection().graph(of: [
      Quad(Triple(node, NamedNode(unchecked: "i:note"), .literal(Literal(text))))
    ])
    var bytes: [UInt8] = []
    DOTSerializer().write(graph) { bytes += $0 }
    let document = String(decoding: bytes, as: UTF8.self)
    #expect(document.contains("\"data_note\"=\"\(written)\""), "\(document)")
  }

  @Test("names of columns have no letters beyond the basic plane, which parsers of Java refuse")
  func namesColumns() throws {
    let node = Subject.namedNode(NamedNode(unchecked: "i:a"))
    let graph = Projection().graph(of: [
      Quad(Triple(node, NamedNode(unchecked: "i:#\u{10000}é川"), .literal(Literal("x"))))
    ])
    let keys = try XMLReading.elements(of: GraphMLSerializer().write(graph))
      .filter { $0.name == "key" }.compactMap { $0.attributes["attr.name"] }
    #expect(keys.contains("_é川"))
  }

  @Test("the table has a row for each agreement, and no cell is a formula")
  func writesAgreements() throws {
    let graph = try Sample.graph(pairs: 6)
    let text = String(decoding: AgreementTable().write(graph).dropFirst(3), as: UTF8.self)
    let rows = text.split(separator: "\r\n")
    #expect(rows.count == 7)
    #expect(rows[0].hasPrefix("perjanjian,jenis,para pihak,bidang,"))
    let node = Subject.namedNode(NamedNode(unchecked: "i:a"))
    let namespace = "https://w3id.org/simpul/ns#"
    let evil = Projection().graph(of: [
      Quad(
        Triple(node, RDFVocabulary.type, .namedNode(NamedNode(unchecked: namespace + "Agreement")))),
      Quad(Triple(node, RDFS.label, .literal(Literal("=HYPERLINK(\"x\")")))),
      Quad(
        Triple(
          node, NamedNode(unchecked: namespace + "signedOn"), .literal(Literal("a,\r\nb")))),
    ])
    let bytes = AgreementTable().write(evil)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(
      String(decoding: bytes, as: UTF8.self).contains(
        "\r\n\"'=HYPERLINK(\"\"x\"\")\",,,,\"a,\r\nb\","))
  }

  @Test("every format has a name, an ending and a file of its own")
  func namesFormats() {
    #expect(Set(GraphFormat.all.map(\.name)).count == GraphFormat.all.count)
    #expect(Set(GraphFormat.all.map(\.fileName)).count == GraphFormat.all.count)
    for format in GraphFormat.all { #expect(GraphFormat(name: format.name.uppercased()) == format) }
    #expect(GraphFormat(path: "a/b.GEXF.gz") == .gexf(.dynamic))
    #expect(GraphFormat(path: "b.gv") == .dot)
    #expect(GraphFormat(path: "x.graphml") == .graphML(.plain))
    #expect(GraphFormat(path: "x") == nil && GraphFormat(name: "graphml:x") == nil)
  }
}
