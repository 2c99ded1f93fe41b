import Diagnostics
import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite("RDF/XML 1.2")
struct RDFXML12Tests {
  private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

  private func document(_ body: String, version: String = "1.2") -> [UInt8] {
    Array(
      """
      <rdf:RDF xmlns:rdf="\(Self.rdf)" xmlns:e="http://e/" rdf:version="\(version)"
        xmlns:its="http://www.w3.org/2005/11/its">\(body)</rdf:RDF>
      """.utf8)
  }

  private func lines(_ body: String, version: String = "1.2") throws -> String {
    let quads = try RDFXMLParser().parse(document(body, version: version))
    return String(decoding: NQuadsSerializer().serialize(quads), as: UTF8.self)
  }

  @Test("triple terms hold whatever makes one statement of one node")
  func tripleTerms() throws {
    #expect(
      try lines(
        """
        <e:T rdf:about="http://e/a"><e:p rdf:parseType="Triple"><e:C rdf:about="http://e/s"/></e:p>\
        <e:q rdf:parseType="Triple"><rdf:Description e:p="x" xml:lang="id" rdf:nodeID="b"/></e:q>\
        <rdf:li rdf:parseType="Triple"><rdf:Description rdf:about="http://e/s">\
        <rdf:li rdf:parseType="Triple"><rdf:Description rdf:about="http://e/t">\
        <e:p rdf:datatype="http://e/d">1</e:p></rdf:Description></rdf:li>\
        </rdf:Description></rdf:li></e:T>
        """) == """
          <http://e/a> <\(Self.rdf)type> <http://e/T> .
          <http://e/a> <http://e/p> <<( <http://e/s> <\(Self.rdf)type> <http://e/C> )>> .
          <http://e/a> <http://e/q> <<( _:b <http://e/p> "x"@id )>> .
          <http://e/a> <\(Self.rdf)_1> <<( <http://e/s> <\(Self.rdf)_1> \
          <<( <http://e/t> <http://e/p> "1"^^<http://e/d> )>> )>> .

          """)
  }

  @Test("a statement whose value is a triple term can be reified")
  func reifiedTripleTerm() throws {
    #expect(
      try lines(
        """
        <rdf:Description rdf:about="http://e/a"><e:p rdf:annotationNodeID="r" \
        rdf:parseType="Triple"><e:C rdf:about="http://e/s"/></e:p></rdf:Description>
        """) == """
          <http://e/a> <http://e/p> <<( <http://e/s> <\(Self.rdf)type> <http://e/C> )>> .
          _:r <\(Self.rdf)reifies> <<( <http://e/a> <http://e/p> \
          <<( <http://e/s> <\(Self.rdf)type> <http://e/C> )>> )>> .

          """)
  }

  @Test(
    "what makes no triple term is refused",
    arguments: [
      "<e:p rdf:parseType='Triple'/>",
      "<e:p rdf:parseType='Triple'>text</e:p>",
      "<e:p rdf:parseType='Triple'><e:T e:p='x'/></e:p>",
      "<e:p rdf:parseType='Triple'><e:T/><e:T/></e:p>",
      "<e:p rdf:parseType='Triple'><rdf:Description><e:p rdf:ID='i'>x</e:p></rdf:Description></e:p>",
      """
      <e:p rdf:parseType='Triple'><rdf:Description><e:p rdf:annotation='http://e/r'>x</e:p>\
      </rdf:Description></e:p>
      """,
      """
      <e:p rdf:parseType='Triple'><rdf:Description><e:p>x</e:p>\
      <e:p rdf:parseType='Triple'><e:T/></e:p></rdf:Description></e:p>
      """,
      "<e:p rdf:parseType='Triple'><rdf:Description><e:p rdf:parseType='Triple'/></rdf:Description></e:p>",
      "<e:p rdf:parseType='Triple' rdf:resource='http://e/r'><e:T/></e:p>",
      "<e:p rdf:annotation='http://e/r' rdf:annotationNodeID='r'>x</e:p>",
      "<e:p rdf:annotationNodeID='a b'>x</e:p>",
      "<e:p rdf:annotation='a b'>x</e:p>",
      "<e:p its:dir='lro' xml:lang='ar'>x</e:p>",
      "<rdf:version>x</rdf:version>",
      "<e:p><rdf:annotation/></e:p>",
      "<e:p><e:T rdf:annotation='http://e/r'/></e:p>",
    ])
  func refusals(_ property: String) {
    #expect(throws: SyntaxError.self) {
      try RDFXMLParser().parse(document("<e:N>\(property)</e:N>"))
    }
  }

  @Test("a mistake in a triple term that is passed over leaves it out, and is told once")
  func lenient() throws {
    let mistakes = Mistakes()
    let text = document(
      """
      <rdf:Description rdf:about="http://e/a"><e:p rdf:parseType="Triple"><rdf:Description>\
      <e:p>x</e:p><rdf:li rdf:resource="a b"/></rdf:Description></e:p>\
      <e:p rdf:parseType="Triple"><rdf:Description rdf:about="http://e/s">\
      <e:p rdf:parseType="Triple"/></rdf:Description></e:p><e:q>y</e:q></rdf:Description>
      """)
    let reader = try RDFXMLParser().reader(
      of: ByteArraySource(text), options: ReaderOptions(skip: { mistakes.all.append($0) }))
    var (block, quads) = (QuadBlock(), [Quad]())
    while try reader.next(into: &block) { quads += block.quads }
    #expect(quads.map(\.object) == [.literal(Literal("y"))])
    #expect(mistakes.all.count == 2)
  }

  @Test("triple terms nest as deep as in N-Triples")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      let start = "<rdf:Description rdf:about='http://e/s'><e:p rdf:parseType='Triple'>"
      return String(repeating: start, count: depth) + "<e:T rdf:about='http://e/s'/>"
        + String(repeating: "</e:p></rdf:Description>", count: depth)
    }
    let quads = try RDFXMLParser().parse(document(nested(64)))
    #expect(quads.count == 1)
    let written: [UInt8] = NQuadsSerializer().serialize(quads)
    #expect(try NQuadsParser().parse(written) == quads)
    #expect(
      try RDFXMLParser().parse(try RDFXMLSerializer().serialize(quads.map(\.triple))) == quads)
    #expect(throws: SyntaxError.self) { try RDFXMLParser().parse(document(nested(65))) }
    let node = NamedNode(unchecked: "http://e/p")
    let deeper = Triple(.namedNode(node), node, .tripleTerm(quads[0].triple))
    #expect(throws: RDFXMLError(reason: .deepTripleTerm, triple: deeper)) {
      try RDFXMLSerializer().serialize([deeper])
    }
  }

  @Test("without an announcement of RDF 1.2 a triple term says nothing and a text has no direction")
  func older() throws {
    let body = """
      <e:N rdf:about="http://e/a"><e:p rdf:parseType="Triple" its:dir="x"><a b="">x</a>y</e:p>\
      <e:q xml:lang="ar" its:dir="rtl">z</e:q><e:q xml:lang="ar" its:dir="auto">z</e:q></e:N>
      """
    #expect(
      try lines(body, version: "1.1") == """
        <http://e/a> <\(Self.rdf)type> <http://e/N> .
        <http://e/a> <http://e/q> "z"@ar .
        <http://e/a> <http://e/q> "z"@ar .

        """)
  }

  @Test("base directions count for all inside until another, and only beside a language")
  func directions() throws {
    #expect(
      try lines(
        """
        <rdf:Description rdf:about="http://e/a" its:dir="rtl" xml:lang="ar" its:version="2.0" e:a="1">\
        <e:b its:dir="ltr">2</e:b><e:c its:dir="">3</e:c><e:d xml:lang="">4</e:d>\
        <e:e rdf:version="1.1">5</e:e></rdf:Description>
        """, version: "1.2-basic") == """
          <http://e/a> <http://e/a> "1"@ar--rtl .
          <http://e/a> <http://e/b> "2"@ar--ltr .
          <http://e/a> <http://e/c> "3"@ar .
          <http://e/a> <http://e/d> "4" .
          <http://e/a> <http://e/e> "5"@ar .

          """)
  }

  private static let statements = """
    <http://e/a> <http://e/p#p> "x"@ar--rtl .
    <http://e/a> <http://e/p#p> <<( _:b <http://e/p#q> <<( <http://e/s> <http://o/r> "y"@en--ltr )>> )>> .
    """

  @Test("the announcement stands at the root of what is written for people")
  func written() throws {
    let quads = try NQuadsParser().parse(Array(Self.statements.utf8))
    let bytes = try RDFXMLSerializer().serialize(quads.map(\.triple))
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <rdf:RDF
            xmlns:its="http://www.w3.org/2005/11/its"
            xmlns:ns1="http://e/p#"
            xmlns:ns2="http://o/"
            xmlns:rdf="\(Self.rdf)"
            rdf:version="1.2"
            its:version="2.0">
          <rdf:Description rdf:about="http://e/a">
            <ns1:p xml:lang="ar" its:dir="rtl">x</ns1:p>
            <ns1:p rdf:parseType="Triple">
              <rdf:Description rdf:nodeID="b">
                <ns1:q rdf:parseType="Triple">
                  <rdf:Description rdf:about="http://e/s">
                    <ns2:r xml:lang="en" its:dir="ltr">y</ns2:r>
                  </rdf:Description>
                </ns1:q>
              </rdf:Description>
            </ns1:p>
          </rdf:Description>
        </rdf:RDF>

        """)
    #expect(try RDFXMLParser().parse(bytes) == quads)
  }

  @Test(
    "the announcement stands where it is needed in what is streamed, whatever prefixes are given",
    arguments: ["", "http://www.w3.org/2005/11/its", "http://e/p#"])
  func streamed(namespace: String) throws {
    let quads = try NQuadsParser().parse(Array(Self.statements.utf8))
    let prefixes =
      namespace.isEmpty ? [] : [Prefix(unchecked: "its", namespace: namespace)]
    var encoder = RDFXMLEncoder(prefixes: prefixes)
    var (block, bytes) = (QuadBlock(), [UInt8]())
    for quad in quads { block.append(quad) }
    encoder.encode(block, into: &bytes)
    encoder.finish(into: &bytes)
    #expect(encoder.failure == nil)
    #expect(try RDFXMLParser().parse(bytes) == quads)
    let pretty = try RDFXMLSerializer(options: .init(prefixes: prefixes))
      .serialize(quads.map(\.triple))
    #expect(try RDFXMLParser().parse(pretty) == quads)
  }

  @Test("documents that need nothing of RDF 1.2 do not announce it")
  func plain() throws {
    let triple = Triple(
      .namedNode(NamedNode(unchecked: "http://e/a")), NamedNode(unchecked: "http://e/p"),
      .literal(Literal("x", language: "id")))
    let text = String(decoding: try RDFXMLSerializer().serialize([triple]), as: UTF8.self)
    #expect(!text.contains("rdf:version") && !text.contains("its"))
  }

  /// A class, for the reader keeps the closure that fills it.
  private final class Mistakes {
    var all: [SyntaxError] = []
  }
}
