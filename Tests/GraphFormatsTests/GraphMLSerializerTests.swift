import GraphFormats
import PropertyGraph
import RDF
import Testing

@Suite("GraphML, plain")
struct GraphMLSerializerTests {
  /// What the readers of this format ask for, each rule from the reader that is strictest.
  private func checkContract(
    _ bytes: [UInt8], of graph: PropertyGraph, flavour: GraphMLFlavour = .plain
  ) throws {
    let elements = try XMLReading.elements(of: bytes)
    let allowed: Set = ["boolean", "int", "long", "float", "double", "string"]
    var types: [String: (owner: String, type: String)] = [:]
    var names: Set<String> = []
    var ids: Set<String> = []
    var hasGraph = false
    for element in elements {
      switch element.name {
      case "key":
        let id = try element.attribute("id")
        let owner = try element.attribute("for")
        // The one extension that yEd cannot do without.
        if flavour == .yed, element.attributes["yfiles.type"] != nil { continue }
        let name = try element.attribute("attr.name")
        let type = try element.attribute("attr.type")
        #expect(!hasGraph, "keys come before the graph")
        #expect(["graph", "node", "edge"].contains(owner))
        #expect(owner != "graph" || graph.about != nil)
        #expect(flavour != .neo4j || owner != "graph")
        #expect(allowed.contains(type))
        #expect(types.updateValue((owner, type), forKey: id) == nil, "key \(id) twice")
        #expect(names.insert("\(owner) \(name.lowercased())").inserted, "name \(name) twice")
      case "graph":
        hasGraph = true
        #expect(element.attributes["edgedefault"] == "directed")
      case "node":
        let id = try element.attribute("id")
        #expect(ids.insert(id).inserted)
      case "edge":
        let id = try element.attribute("id")
        #expect(ids.insert(id).inserted)
        let ends = [try element.attribute("source"), try element.attribute("target")]
        #expect(ids.isSuperset(of: ends))
      case "data":
        let id = try element.attribute("key")
        if flavour == .yed, ["ng", "eg"].contains(id) { continue }
        let key = try #require(types[id])
        let parent = elements[try #require(element.parent)]
        #expect(key.owner == parent.name)
        #expect(parent.name != "graph" || ids.isEmpty, "data of the graph come before the nodes")
        #expect(!element.text.isEmpty, "an empty value is left out")
        switch key.type {
        case "int": #expect(Int32(element.text) != nil)
        case "long": #expect(Int64(element.text) != nil)
        case "double": #expect(Double(element.text)?.isFinite == true)
        case "boolean": #expect(["true", "false"].contains(element.text))
        default: break
        }
      case "desc":
        #expect(element.text == graph.about?.title)
        #expect(ids.isEmpty)
      default: #expect(element.name == "graphml" || flavour == .yed && element.name.hasPrefix("y:"))
      }
    }
    #expect(ids.count == graph.nodes.count + graph.edges.count)
  }

  @Test("keeps the contract of every reader for the sample of the domain")
  func keepsTheContract() throws {
    let graph = try Sample.graph(pairs: 30)
    let bytes = GraphMLSerializer().write(graph)
    try checkContract(bytes, of: graph)
    try Sample.keep(bytes, as: "sample.graphml")
  }

  @Test("keeps it in every flavour", arguments: GraphMLFlavour.allCases)
  func keepsItInFlavours(flavour: GraphMLFlavour) throws {
    var hostile = Sample.hostileGraph()
    hostile.about = Sample.description(title: "Judul")
    for graph in [try Sample.graph(pairs: 12), hostile, PropertyGraph()] {
      let bytes = GraphMLSerializer(flavour: flavour).write(graph)
      try checkContract(bytes, of: graph, flavour: flavour)
      let elements = try XMLReading.elements(of: bytes)
      let nodes = elements.filter { $0.name == "node" }
      let edges = elements.filter { $0.name == "edge" }
      #expect(nodes.count == graph.nodes.count && edges.count == graph.edges.count)
      switch flavour {
      case .plain, .cytoscape: break
      case .gephi: #expect(edges.allSatisfy { $0.attributes["label"]?.isEmpty == false })
      case .neo4j:
        #expect(nodes.allSatisfy { $0.attributes["labels"]?.first == ":" })
        #expect(edges.allSatisfy { $0.attributes["label"]?.isEmpty == false })
      case .yed:
        #expect(elements.count { $0.name == "y:ShapeNode" } == graph.nodes.count)
        #expect(elements.count { $0.name == "y:PolyLineEdge" } == graph.edges.count)
      }
    }
  }

  @Test("keeps it for hostile names and values, and counts what it replaces")
  func survivesHostileTexts() throws {
    let graph = Sample.hostileGraph()
    var bytes: [UInt8] = []
    let summary = GraphMLSerializer().write(graph) { bytes += $0 }
    try checkContract(bytes, of: graph)
    #expect(summary.replacedCharacters > 0)
    let elements = try XMLReading.elements(of: bytes)
    let labels = elements.filter { $0.attributes["key"] == "label" }.map(\.text)
    #expect(labels.contains(Sample.hostile[0]))
    #expect(labels.contains("\t baris\r\nbaru "))
    #expect(labels.contains("a\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}"))
    #expect(labels.count == graph.nodes.count, "no node is without a label")
    try Sample.keep(bytes, as: "hostile.graphml")
  }

  @Test("says of the graph as a whole what is known, in the words given")
  func describesTheGraph() throws {
    var graph = Sample.hostileGraph()
    graph.about = Sample.description(title: Sample.hostile[0])
    let bytes = GraphMLSerializer().write(graph)
    try checkContract(bytes, of: graph)
    let elements = try XMLReading.elements(of: bytes)
    let data = elements.filter {
      $0.name == "data" && $0.parent.map { elements[$0].name } == "graph"
    }
    #expect(
      data.map { "\($0.attributes["key"] ?? "") \($0.text)" } == [
        "title \(Sample.hostile[0])", "description Isi.", "creator Kota",
        "generator Simpul 0", "pack_sha256 00ff", "dataset i:dataset",
      ])
  }

  @Test("types are as narrow as all values allow, several values are one JSON array")
  func choosesTypes() throws {
    func values(_ node: String, _ predicate: String, _ literals: Literal...) -> [Quad] {
      literals.map { literal in
        Quad(
          Triple(
            .namedNode(NamedNode(unchecked: "i:" + node)), NamedNode(unchecked: "p:" + predicate),
            .literal(literal)))
      }
    }
    let graph = Projection().graph(
      of: values("a", "small", Literal("+7", datatype: XSD.integer))
        + values("a", "large", Literal("7", datatype: XSD.integer))
        + values("a", "mixed", Literal("7", datatype: XSD.integer))
        + values("a", "ill", Literal("0x10", datatype: XSD.double))
        + values("a", "many", Literal("a\"b"), Literal("c\\d"))
        + values("b", "large", Literal("4294967296", datatype: XSD.integer))
        + values("b", "mixed", Literal("1.50", datatype: XSD.decimal))
        + values("b", "many", Literal("e")))
    let elements = try XMLReading.elements(of: GraphMLSerializer().write(graph))
    let keys = elements.filter { $0.attributes["id"]?.first == "a" && $0.name == "key" }
    let types = Dictionary(
      keys.compactMap { key in key.attributes["attr.name"].map { ($0, key.attributes["attr.type"]) }
      },
      uniquingKeysWith: { first, _ in first })
    #expect(
      types == [
        "small": "int", "large": "long", "mixed": "double", "ill": "string", "many": "string",
      ])
    let texts = Set(elements.map(\.text))
    #expect(texts.isSuperset(of: ["7", "1.50", "0x10", #"["a\"b", "c\\d"]"#, #"["e"]"#]))
  }

  @Test("escapes a sign wherever it stands in a text of whatever length")
  func escapesEverywhere() throws {
    let label = NamedNode(unchecked: "http://www.w3.org/2000/01/rdf-schema#label")
    var texts: [String] = []
    for length in 1...40 {
      for place in 0..<length {
        for sign in ["&", "\"", "\n"] {
          let before = String(repeating: "a", count: place)
          texts.append(before + sign + String(repeating: "é", count: length - place - 1))
        }
      }
    }
    let quads = texts.enumerated().map { number, text in
      let subject = Subject.namedNode(NamedNode(unchecked: "i:\(number)"))
      return Quad(Triple(subject, label, .literal(Literal(text))))
    }
    let bytes = GraphMLSerializer().write(Projection().graph(of: quads))
    let labels = try XMLReading.elements(of: bytes).filter { $0.attributes["key"] == "label" }
    #expect(Set(labels.map(\.text)) == Set(texts))
  }

  @Test("the pieces are the document, whatever their number")
  func writesInPieces() throws {
    let graph = try Sample.graph(pairs: 40)
    var pieces: [[UInt8]] = []
    GraphMLSerializer().write(graph) { pieces.append($0) }
    #expect(pieces.count > 1)
    #expect(Array(pieces.joined()) == GraphMLSerializer().write(graph))
  }

  @Test("a graph without nodes is a document too")
  func writesNothing() throws {
    try checkContract(GraphMLSerializer().write(PropertyGraph()), of: PropertyGraph())
  }

  @Test("tells of the values in which Gephi puts Infinity for INF, and of no others")
  func tellsOfInfinities() throws {
    func graph(_ values: [(predicate: String, text: String)]) -> PropertyGraph {
      Projection().graph(
        of: values.enumerated().map { number, value in
          Quad(
            Triple(
              .namedNode(NamedNode(unchecked: "i:\(number)")),
              NamedNode(unchecked: value.predicate),
              .literal(Literal(value.text))))
        })
    }
    func found(_ graph: PropertyGraph, _ flavour: GraphMLFlavour = .gephi) -> GephiInfinities? {
      GraphMLSerializer(flavour: flavour).write(graph) { _ in }.infinities
    }
    let harmless = [("p:law", "Infrastructure IN F"), ("p:INF", "IINNF")]
    #expect(found(graph(harmless)) == nil, "names of columns and other texts stay")
    #expect(
      found(graph([(RDFS.label.iri, "INFRA")])) == GephiInfinities(count: 1, example: "INFRA"),
      "the column of names changes, the label does not")
    let values = [
      ("p:law", "UU INFRASTRUKTUR & JALAN"), ("p:law", "IINF INF"), ("p:number", "-INF"),
    ]
    let all = graph(harmless + values)
    #expect(found(all) == GephiInfinities(count: 3, example: "UU INFRASTRUKTUR …"))
    for flavour in GraphMLFlavour.allCases where flavour != .gephi {
      #expect(found(all, flavour) == nil)
    }
  }

  @Test("shortens the first such value to whole characters", arguments: 0..<4)
  func shortensTheExample(shift: Int) throws {
    let padding = String(repeating: "a", count: shift) + String(repeating: "漢", count: 50)
    let graph = Projection().graph(of: [
      Quad(
        Triple(
          .namedNode(NamedNode(unchecked: "i:a")), NamedNode(unchecked: "p:law"),
          .literal(Literal(padding + "INF" + padding))))
    ])
    let found = GraphMLSerializer(flavour: .gephi).write(graph) { _ in }.infinities
    let example = try #require(found?.example)
    #expect(example.hasPrefix("…漢") && example.hasSuffix("漢…") && example.contains("漢INF"))
    #expect(!example.unicodeScalars.contains("\u{FFFD}") && example.utf8.count < 80)
  }

  @Test("counts such values of edges, and those that a class or predicate has in common")
  func countsSharedInfinities() throws {
    func quad(_ subject: String, _ predicate: NamedNode, _ object: String) -> Quad {
      Quad(
        Triple(
          .namedNode(NamedNode(unchecked: subject)), predicate,
          .namedNode(NamedNode(unchecked: object))))
    }
    let graph = Projection().graph(of: [
      quad("i:a", RDFVocabulary.type, "x:INFO"), quad("i:b", RDFVocabulary.type, "x:INFO"),
      quad("i:a", NamedNode(unchecked: "p:INFORMS"), "i:b"),
    ])
    let bytes = GraphMLSerializer(flavour: .gephi).write(graph)
    let written = try XMLReading.elements(of: bytes).filter {
      $0.name == "data" && $0.text.contains("INF") && $0.attributes["key"] != "edgelabel"
    }
    let found = GraphMLSerializer(flavour: .gephi).write(graph) { _ in }.infinities
    #expect(found?.count == written.count)
    #expect(written.count > 4)
  }
}
