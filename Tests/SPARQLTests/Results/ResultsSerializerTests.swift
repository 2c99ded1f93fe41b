import RDF
import SPARQL
import Testing

@Suite("Formats of results")
struct ResultsSerializerTests {
  private let table = RowTable(
    ["x", "y"],
    [
      [iri("http://a.example/x"), text("Köln, \"die\"\nStadt")],
      [.blankNode(BlankNode(label: "b1")), text("kota", language: "id")],
      [number(-7), nil],
      [
        .literal(Literal("1.50", datatype: XSD.decimal)),
        .literal(Literal("x", datatype: XSD.date)),
      ],
      [nil, text("")],
    ])

  @Test("JSON keeps kind, language and datatype, and leaves out what is not bound")
  func json() throws {
    #expect(
      try table.text(.json) == #"""
        {"head":{"vars":["x","y"]},"results":{"bindings":[
        {"x":{"type":"uri","value":"http://a.example/x"},"y":{"type":"literal","value":"Köln, \"die\"\nStadt"}},
        {"x":{"type":"bnode","value":"b1"},"y":{"type":"literal","value":"kota","xml:lang":"id"}},
        {"x":{"type":"literal","value":"-7","datatype":"http://www.w3.org/2001/XMLSchema#integer"}},
        {"x":{"type":"literal","value":"1.50","datatype":"http://www.w3.org/2001/XMLSchema#decimal"},"y":{"type":"literal","value":"x","datatype":"http://www.w3.org/2001/XMLSchema#date"}},
        {"y":{"type":"literal","value":""}}
        ]}}

        """#)
  }

  @Test("XML keeps line ends and quotes through a reader's normalisation")
  func xml() throws {
    #expect(
      try table.text(.xml) == """
        <?xml version="1.0"?>
        <sparql xmlns="http://www.w3.org/2005/sparql-results#">
        <head><variable name="x"/><variable name="y"/></head>
        <results>
        <result><binding name="x"><uri>http://a.example/x</uri></binding><binding name="y"><literal>Köln, &quot;die&quot;&#10;Stadt</literal></binding></result>
        <result><binding name="x"><bnode>b1</bnode></binding><binding name="y"><literal xml:lang="id">kota</literal></binding></result>
        <result><binding name="x"><literal datatype="http://www.w3.org/2001/XMLSchema#integer">-7</literal></binding></result>
        <result><binding name="x"><literal datatype="http://www.w3.org/2001/XMLSchema#decimal">1.50</literal></binding><binding name="y"><literal datatype="http://www.w3.org/2001/XMLSchema#date">x</literal></binding></result>
        <result><binding name="y"><literal></literal></binding></result>
        </results>
        </sparql>

        """)
  }

  @Test("XML refuses what it cannot carry, and says where it stands")
  func forbiddenInXML() {
    let table = RowTable(["a"], [[text("fine")], [text("bell\u{7}")]])
    #expect(throws: UnwritableTerm(row: 1, variable: Variable("a"), character: 7)) {
      try table.text(.xml)
    }
  }

  @Test("CSV quotes what a spreadsheet would cut, and ends lines with CR LF")
  func csv() throws {
    #expect(
      try table.text(.csv)
        == "x,y\r\nhttp://a.example/x,\"Köln, \"\"die\"\"\nStadt\"\r\n_:b1,kota\r\n-7,\r\n1.50,x\r\n,\r\n"
    )
  }

  @Test("TSV writes terms as Turtle does")
  func tsv() throws {
    #expect(
      try table.text(.tsv) == """
        ?x\t?y
        <http://a.example/x>\t"Köln, \\"die\\"\\nStadt"
        _:b1\t"kota"@id
        -7\t
        1.50\t"x"^^<http://www.w3.org/2001/XMLSchema#date>
        \t""

        """)
  }

  @Test(
    "numbers stand bare only where Turtle reads the same term again",
    arguments: [
      ("1", XSD.integer, true), ("+1", XSD.integer, true), ("1.0", XSD.integer, false),
      ("", XSD.integer, false), ("-", XSD.integer, false), (".5", XSD.decimal, true),
      ("5.", XSD.decimal, false), ("5", XSD.decimal, false), ("1e3", XSD.double, true),
      ("1.e-3", XSD.double, true), ("INF", XSD.double, false), ("1", XSD.double, false),
      (".e1", XSD.double, false), ("1", XSD.int, false),
    ])
  func bareNumbers(form: String, datatype: NamedNode, isBare: Bool) throws {
    let written = try RowTable(["n"], [[.literal(Literal(form, datatype: datatype))]]).text(.tsv)
    #expect(written == (isBare ? "?n\n\(form)\n" : "?n\n\"\(form)\"^^<\(datatype.iri)>\n"))
  }

  @Test(
    "ASK is answered in every format",
    arguments: [
      (ResultsFormat.table, "true\n"), (.markdown, "true\n"), (.csv, "true\n"), (.tsv, "true\n"),
      (.json, "{\"head\":{},\"boolean\":true}\n"),
    ])
  func ask(format: ResultsFormat, expected: String) throws {
    var bytes: [UInt8] = []
    try ResultsSerializer(format).write(true) { bytes += $0 }
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test(
    "Markdown takes nothing for markup", arguments: ["a|b", "*a*", "<b>", "[x](y)", "a`b", "#a"])
  func markdown(cell: String) throws {
    let lines = try RowTable(["a_b"], [[text(cell)]]).text(.markdown).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0] == "| a\\_b |")
    let bare = lines[2].replacing("\\", with: "")
    #expect(bare == "| \(cell) |")
    #expect(lines[2].count > bare.count)
  }
}
