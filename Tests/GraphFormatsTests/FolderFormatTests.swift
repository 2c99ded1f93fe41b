import GraphFormats
import PropertyGraph
import RDF
import TestSupport
import Testing

@Suite("Formats of several files, Cypher and JSON Canvas")
struct FolderFormatTests {
  private func file(_ name: String, _ files: [FolderFormat.File]) throws -> String {
    String(decoding: try #require(files.first { $0.name == name }).bytes, as: UTF8.self)
  }

  /// A graph of nodes with these captions, each joined to the next.
  private func graph(_ labels: [String], tags: [[String]] = []) -> PropertyGraph {
    var quads: [Quad] = []
    for (number, label) in labels.enumerated() {
      let node = Subject.namedNode(NamedNode(unchecked: "i:\(number)"))
      quads.append(Quad(Triple(node, RDFS.label, .literal(Literal(label)))))
      quads.append(
        Quad(
          Triple(
            node, NamedNode(unchecked: "i:next"),
            .namedNode(NamedNode(unchecked: "i:\((number + 1) % labels.count)")))))
      for tag in number < tags.count ? tags[number] : [] {
        quads.append(Quad(Triple(node, NamedNode(unchecked: "i:tag"), .literal(Literal(tag)))))
      }
    }
    return Projection().graph(of: quads)
  }

  @Test(
    "have files of different names in order, whatever the graph", arguments: FolderFormat.allCases)
  func names(format: FolderFormat) throws {
    for graph in [try Sample.graph(pairs: 12), Sample.hostileGraph(), PropertyGraph()] {
      let names = format.files(of: graph).map(\.name)
      #expect(Set(names.map { $0.lowercased() }).count == names.count)
      #expect(names == names.sorted())
      #expect(names.allSatisfy { !$0.contains("/") && !$0.hasPrefix(".") })
      #expect(format == .obsidian ? names.count == graph.nodes.count : names.count >= 2)
    }
  }

  @Test(
    "the tables for Neo4j put a sign between the elements of arrays that no element has",
    arguments: [
      (["a;b", "c"], "|"), (["a;b|", "c"], "U+001F"),
      (["a;b|\u{1F}\u{1E}", "c"], "U+E000"), (["a", "b"], ";"),
    ])
  func delimiter(tags: [String], option: String) throws {
    let files = FolderFormat.neo4j.files(of: graph(["x", "y"], tags: [tags]))
    #expect(try file("import.sh", files).contains("--array-delimiter='\(option)'"))
    #expect(files.filter(\.isExecutable).map(\.name) == ["import.sh"])
  }

  @Test("a value of several lines, with quotation marks and commas, is one cell")
  func quoting() throws {
    let text = "a\r\n\"b\", c\\"
    let files = FolderFormat.neo4j.files(of: graph([text]))
    #expect(try file("nodes.csv", files).contains("n0,\"a\r\n\"\"b\"\", c\\\",i:0"))
    let cypher = String(decoding: CypherSerializer().write(graph([text])), as: UTF8.self)
    #expect(cypher.contains("`label`: 'a\\r\\n\"b\", c\\\\'"))
  }

  @Test("tables for spreadsheets hold no formula, those for programs every cell as it is")
  func formulas() throws {
    let graph = graph(["=1+1", "-2"])
    #expect(try file("elements.csv", FolderFormat.kumu.files(of: graph)).contains("\"'=1+1\",n0"))
    #expect(try file("elements.csv", FolderFormat.kumu.files(of: graph)).contains("\r\n-2,n1"))
    #expect(try file("nodes.csv", FolderFormat.gephi.files(of: graph)).contains("\nn0,=1+1,"))
  }

  @Test("Kumu gets several values with | between, or as an array where one of them has it")
  func severalValues() throws {
    let files = FolderFormat.kumu.files(of: graph(["x", "y"], tags: [["a", "b"], ["a|b", "c"]]))
    let elements = try file("elements.csv", files)
    #expect(elements.contains("a|b\r\n"))
    #expect(elements.contains("\"[\"\"a|b\"\", \"\"c\"\"]\"\r\n"))
  }

  @Test("notes have names that every file system takes, and that differ by more than case")
  func noteNames() {
    let labels = [
      "Bandung", "bandung", "Bandung (2)", "a/b", "..", "CON", "con.txt", " x. ", "[[y]]|#^",
      String(repeating: "panjang", count: 50),
    ]
    let names = FolderFormat.obsidian.files(of: graph(labels)).map(\.name)
    #expect(
      Set(names)
        == [
          "Bandung.md", "bandung (2).md", "Bandung (2) (2).md", "a-b.md", "note.md", "CON_.md",
          "con.txt_.md", "x.md", "--y-----.md",
          String(String(repeating: "panjang", count: 50).prefix(120)) + ".md",
        ])
  }

  @Test(
    "a note has its values as properties and its edges as links, and nothing of a text means more")
  func note() throws {
    let graph = graph(["A: \"b\"\n---\n# c", "[x](y) <b>"], tags: [["1", "- z"]])
    let note = try file("A- -b- --- - c.md", FolderFormat.obsidian.files(of: graph))
    #expect(
      note == """
        ---
        aliases: ["A: \\"b\\"\\n---\\n# c"]
        "iri": "i:0"
        "class_label": "Tanpa kelas"
        "color": "#7a838d"
        "shape": "ellipse"
        "degree": 2
        "label_2": "A: \\"b\\"\\n---\\n# c"
        "tag": ["- z", "1"]
        ---

        # A: "b" \\-\\-\\- \\# c

        - next: [[-x-(y) -b-]]

        """)
  }

  @Test("scripts of Cypher have backticks around every name")
  func cypherNames() {
    let quads = [
      Quad(
        Triple(
          .namedNode(NamedNode(unchecked: "i:a")), NamedNode(unchecked: "i:#x`y"),
          .literal(Literal("1", datatype: XSD.integer))))
    ]
    let text = String(
      decoding: CypherSerializer().write(Projection().graph(of: quads)), as: UTF8.self)
    #expect(text.contains("`x_u0060y`: 1}"))
    #expect(text.contains("CREATE (n:Resource) SET n = row;"))
  }

  @Test("a script for neosemantics maps every class and predicate once")
  func n10s() throws {
    let graph = try Sample.graph(pairs: 6)
    let text = String(decoding: N10sScript().write(graph), as: UTF8.self)
    for predicate in graph.predicates {
      #expect(
        text.split(separator: "'\(predicate.iri)'", omittingEmptySubsequences: false).count == 2)
    }
    #expect(text.contains("'SISTER_CITY_OF'"))
  }

  @Test("cards of a canvas stand at whole numbers, and no caption is Markdown")
  func canvas() {
    var graph = graph(["**a** [b](c)", "d"])
    GraphLayout().arrange(&graph)
    let text = String(decoding: CanvasSerializer().write(graph), as: UTF8.self)
    #expect(text.contains(#""text":"**\\*\\*a\\*\\* \\[b\\]\\(c\\)**\n"#))
    #expect(!text.contains("."))
    #expect(GraphFormat.canvas.needsPlaces)
  }

  @Test("the longer of two endings tells the format")
  func endings() {
    #expect(GraphFormat(path: "a.n10s.cypher") == .n10s)
    #expect(GraphFormat(path: "a.cypher.gz") == .cypher)
    #expect(GraphFormat(path: "a.canvas") == .canvas)
  }
}
