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

  @Test("takes RDF's own attributes without a namespace, as older documents have them")
  func bareAttributes() throws {
    let found = try statements(
      "<rdf:Description about='http://e/a' type='http://e/T'>"
        + "<e:p resource='http://e/b'/></rdf:Description>")
    #expect(
      found == """
        <http://e/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/T> .
        <http://e/a> <http://e/p> <http://e/b> .

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
        <http://s/> <http://e/l> _:anon0 .
        _:anon0 <\(rdf)first> <http://a/> .
        _:anon0 <\(rdf)rest> _:anon1 .
        _:anon1 <\(rdf)first> _:anon2 .
        _:anon2 <\(rdf)type> <http://e/T> .
        _:anon1 <\(rdf)rest> <\(rdf)nil> .
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
    let labels = ["b1", "anon0", "anon7", "anon-0", "u--anon", "u--6120", "u--612062"]
    let nodes = labels.map { "<e:T rdf:nodeID='\($0)'/>" }.joined(separator: "<e:T/>")
    let found = try statements("<e:T/>\(nodes)<e:T/>")
    #expect(
      found.split(separator: "\n").map { $0.prefix { $0 != " " } } == [
        "_:anon0", "_:b1", "_:anon1", "_:anon-0", "_:anon2", "_:anon7", "_:anon8", "_:anon--0",
        "_:anon9", "_:u--anon", "_:anon10", "_:u--6120", "_:anon11", "_:u--612062", "_:anon12",
      ])
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

  @Test("gives the statements before a mistake, and then the mistake, again and again")
  func streaming() throws {
    let text = Self.opening + "<e:T><e:p>1</e:p><e:p>2</e:p></e:X>"
    let reader = try RDFXMLParser().reader(
      of: ByteArraySource(Array(text.utf8), pieceSize: 3), options: .init(file: "a.rdf"))
    var block = QuadBlock()
    #expect(try reader.next(into: &block))
    #expect(block.count == 3)
    for _ in 0..<2 {
      let error = #expect(throws: SyntaxError.self) { try reader.next(into: &block) }
      #expect(error?.description.hasPrefix("a.rdf:2:36: Opening and ending tag mismatch") == true)
      #expect(block.isEmpty)
    }
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

  @Test("hands out a long document in blocks of one measure")
  func longDocument() throws {
    let node = "<e:T><e:p>kota</e:p></e:T>\n"
    let text = Self.opening + String(repeating: node, count: 100_000) + "</rdf:RDF>"
    let reader = try RDFXMLParser().reader(of: ByteArraySource(Array(text.utf8)))
    var block = QuadBlock()
    var count = 0
    while try reader.next(into: &block) {
      #expect(block.count <= 1 << 13 && block.bytes.count < 1 << 19)
      count += block.count
    }
    #expect(count == 200_000)
    #expect(try !reader.next(into: &block))
  }

  @Test("puts a prefix before every label, and tells the prefixes of the text")
  func labelPrefix() throws {
    let text =
      Self.opening + "<e:T rdf:nodeID='b' xmlns:_x='u:1' xmlns:f='u:2'/><e:T/>"
      + "<e:T xmlns:f='u:3' rdf:nodeID='anon0' xmlns:g='no iri'/></rdf:RDF>"
    let reader = try RDFXMLParser().reader(
      of: ByteArraySource(Array(text.utf8)), options: .init(labelPrefix: "f1-"))
    var block = QuadBlock()
    #expect(try reader.next(into: &block))
    let subjects = block.quads.map(\.subject)
    #expect(
      subjects
        == ["f1-b", "f1-anon0", "f1-anon-0"].map { .blankNode(BlankNode(label: $0)) })
    #expect(
      reader.prefixes == [
        .rdf, Prefix(unchecked: "e", namespace: "http://e/"),
        Prefix(unchecked: "f", namespace: "u:3"),
      ])
  }
}
