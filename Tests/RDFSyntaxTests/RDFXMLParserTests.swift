import Diagnostics
import RDF
import RDFSyntax
import Testing

@Suite("RDF/XML parser")
struct RDFXMLParserTests {
  private static let opening =
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='http://e/'>\n"

  /// The statements of a body within `rdf:RDF`, as N-Triples.
  private func statements(_ body: String, base: String? = nil) throws -> String {
    let parser = RDFXMLParser(base: try base.map { try NamedNode(validating: $0) })
    let text = Self.opening + body + "</rdf:RDF>"
    let quads = try parser.parse(Array(text.utf8), file: "a.rdf")
    return String(decoding: NQuadsSerializer().serialize(quads) as [UInt8], as: UTF8.self)
  }

  private func failure(_ body: String) -> SyntaxError? {
    #expect(throws: SyntaxError.self) { try statements(body) }
  }

  @Test("takes language and base from the elements around, and lets an empty language end it")
  func scopes() throws {
    let found = try statements(
      """
      <e:T xml:lang='id' xml:base='http://b/x/y' rdf:about='../z'>
        <e:p>kota</e:p><e:p xml:lang=''>kota</e:p><e:q rdf:resource=''/>
        <e:r xml:base='http://c/' rdf:resource='#d'/>
      </e:T>
      """)
    #expect(
      found == """
        <http://b/z> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/T> .
        <http://b/z> <http://e/p> "kota"@id .
        <http://b/z> <http://e/p> "kota" .
        <http://b/z> <http://e/q> <http://b/x/y> .
        <http://b/z> <http://e/r> <http://c/#d> .

        """)
  }

  @Test("reads collections, empty ones too")
  func collections() throws {
    let found = try statements(
      """
      <rdf:Description rdf:about='http://s/'>
        <e:l rdf:parseType='Collection'><rdf:Description rdf:about='http://a/'/><e:T/></e:l>
        <e:l rdf:parseType='Collection'> </e:l>
      </rdf:Description>
      """)
    let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    #expect(
      found == """
        <http://s/> <http://e/l> _:1 .
        _:1 <\(rdf)first> <http://a/> .
        _:1 <\(rdf)rest> _:2 .
        _:2 <\(rdf)first> _:3 .
        _:3 <\(rdf)type> <http://e/T> .
        _:2 <\(rdf)rest> <\(rdf)nil> .
        <http://s/> <http://e/l> <\(rdf)nil> .

        """)
  }

  @Test("writes XML literals in exclusive canonical form")
  func literals() throws {
    let found = try statements(
      """
      <rdf:Description rdf:about='http://s/'><e:p rdf:parseType='Literal'><!--c--><?do it?>\
      <e:b z='1' xmlns:f='http://f/' f:a='&lt;"&#9;' xmlns='http://d/' a='2'>&gt;<c/>\
      <e:d xmlns=''><g/></e:d></e:b>é<![CDATA[&]]></e:p></rdf:Description>
      """)
    let literal =
      #"<!--c--><?do it?><e:b xmlns:e=\"http://e/\" xmlns:f=\"http://f/\" a=\"2\" z=\"1\""#
      + #" f:a=\"&lt;&quot;&#x9;\">&gt;<c xmlns=\"http://d/\"></c><e:d><g></g></e:d></e:b>é&amp;"#
    #expect(
      found == "<http://s/> <http://e/p> \"\(literal)\""
        + "^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral> .\n")
  }

  @Test("expands the entities that OWL files declare")
  func entities() throws {
    let text =
      "<!DOCTYPE rdf:RDF [<!ENTITY xsd 'http://www.w3.org/2001/XMLSchema#'>]>\n" + Self.opening
      + "<rdf:Description rdf:about='http://s/'><e:n rdf:datatype='&xsd;integer'>07</e:n>"
      + "</rdf:Description></rdf:RDF>"
    #expect(
      try RDFXMLParser().parse(Array(text.utf8)).map(\.object)
        == [.literal(Literal("07", datatype: XSD.integer))])
  }

  @Test("lets no numbered blank node meet a named one")
  func blankNodes() throws {
    let found = try statements("<e:T/><e:T rdf:nodeID='b1'/><e:T/>")
    #expect(found.split(separator: "\n").map { $0.prefix { $0 != " " } } == ["_:1", "_:b1", "_:2"])
  }

  @Test(
    "says where and why it refuses",
    arguments: [
      ("<e:T rdf:about='x'/>", "2:1: <x>: not an absolute IRI"),
      ("<e:T a='x'/>", "2:1: the attribute 'a' has no namespace"),
      ("<T/>", "2:1: 'T' has no namespace"),
      ("\n <e:T rdf:nodeID='1'/>", "3:2: 'rdf:nodeID' must be an XML name"),
      ("<e:T xml:lang='1'/>", "2:1: '1' is not a language tag"),
      ("<e:T rdf:nodeID='a' rdf:about='http://e/'/>", "2:1: only one of 'rdf:ID'"),
      ("<e:T rdf:resource='http://e/'/>", "2:1: 'rdf:resource', 'rdf:datatype'"),
      ("<rdf:li/>", "2:1: <http://www.w3.org/1999/02/22-rdf-syntax-ns#li> cannot be a node"),
      ("<e:T>text</e:T>", "2:10: text stands where only elements may"),
      ("<e:T><e:p>text<e:T/></e:p></e:T>", "2:15: text stands where only elements may"),
      ("<e:T><e:p><e:T/><e:T/></e:p></e:T>", "2:17: a property element holds one"),
      ("<e:T><e:p rdf:resource='http://e/'>x</e:p></e:T>", "2:37: text stands where"),
      ("<e:T><e:p rdf:nodeID='b'><e:T/></e:p></e:T>", "2:26: this property element has its"),
      ("<e:T><e:p rdf:datatype='http://e/' e:q='x'/></e:T>", "2:6: beside 'rdf:datatype'"),
      ("<e:T><e:p rdf:parseType='Literal' e:q='x'/></e:T>", "2:6: beside 'rdf:parseType'"),
      ("<e:T><e:p rdf:resource='http://e/' rdf:nodeID='b'/></e:T>", "2:6: only one of"),
      ("<e:T><e:p ID='b' rdf:ID='b'/></e:T>", "2:6: 'rdf:ID' stands twice"),
      ("<e:T><e:p rdf:about='http://e/'/></e:T>", "2:6: 'rdf:about' belongs to node"),
      (
        "<e:T xml:base='http://b/' rdf:ID='i'/>\n<e:T xml:base='http://b/#x' rdf:ID='i'/>",
        "3:1: the ID 'i' stands twice"
      ),
    ])
  func refusals(_ body: String, _ expected: String) {
    let error = failure(body)
    #expect(error?.description.hasPrefix("a.rdf:\(expected)") == true, "\(error as Any)")
    #expect(error?.message.indonesian.isEmpty == false)
  }

  @Test("gives the statements before a mistake, and then the mistake")
  func streaming() throws {
    var stream = try RDFXMLParser().stream(file: "a.rdf")
    var quads: [Quad] = []
    try stream.parse(Array((Self.opening + "<e:T><e:p>1</e:p>").utf8), into: &quads)
    #expect(quads.count == 2)
    #expect(throws: SyntaxError.self) {
      try stream.parse(Array("<e:p>2</e:p></e:X>".utf8), into: &quads)
    }
    #expect(quads.count == 3)
    #expect(throws: SyntaxError.self) { try stream.finish(into: &quads) }
  }

  @Test("bounds what hostile documents ask for")
  func hostile() throws {
    let pair = "<e:T><e:p>"
    let deep = String(repeating: pair, count: 50_000)
    #expect(failure(deep)?.message.english == "nested deeper than 4096 elements")
    let within = String(repeating: pair, count: 2000)
    let closing = String(repeating: "</e:p></e:T>", count: 2000)
    #expect(try statements(within + closing).utf8.count > 2000)
    #expect(failure("<e:T><e:p>\u{1}</e:p></e:T>")?.location.lowerBound.line == 1)
    for text in [
      "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + Self.opening + "&e;</rdf:RDF>",
      "<!DOCTYPE a [<!ENTITY e '&f;'><!ENTITY f '&e;'>]>" + Self.opening
        + "<e:T rdf:about='&e;'/></rdf:RDF>",
    ] {
      #expect(throws: SyntaxError.self) { try RDFXMLParser().parse(Array(text.utf8)) }
    }
  }

  @Test("keeps its memory small whatever the length of the document")
  func longDocument() throws {
    var stream = try RDFXMLParser().stream()
    var quads: [Quad] = []
    var count = 0
    try stream.parse(Array(Self.opening.utf8), into: &quads)
    let chunk = Array(String(repeating: "<e:T><e:p>kota</e:p></e:T>\n", count: 1000).utf8)
    for _ in 0..<100 {
      quads.removeAll(keepingCapacity: true)
      try stream.parse(chunk, into: &quads)
      #expect(quads.count <= 2002)
      count += quads.count
    }
    quads.removeAll()
    try stream.parse(Array("</rdf:RDF>".utf8), into: &quads)
    try stream.finish(into: &quads)
    #expect(count + quads.count == 200_000)
  }
}
