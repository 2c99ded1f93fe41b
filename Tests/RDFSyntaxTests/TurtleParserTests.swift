import Diagnostics
import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite("Turtle and TriG readers")
struct TurtleParserTests {
  private func triG(_ text: String) throws -> String {
    let quads = try TriGParser().parse(Array(text.utf8))
    return String(decoding: NQuadsSerializer().serialize(quads) as [UInt8], as: UTF8.self)
  }

  @Test("hand out what stands before a mistake, then the mistake again and again")
  func streaming() throws {
    let text = "<a:s> <a:p> <a:o>, 'x' ; <a:q> ."
    var reader = TurtleParser().reader(of: ByteArraySource(Array(text.utf8)))
    let subject = Subject.namedNode(try NamedNode(validating: "a:s"))
    let predicate = try NamedNode(validating: "a:p")
    let object = try NamedNode(validating: "a:o")
    var block = QuadBlock()
    #expect(try reader.next(into: &block))
    #expect(
      block.quads == [
        Quad(Triple(subject, predicate, .namedNode(object))),
        Quad(Triple(subject, predicate, .literal(Literal("x")))),
      ])
    #expect(throws: SyntaxError.self) { try reader.next(into: &block) }
    #expect(block.isEmpty)
    #expect(throws: SyntaxError.self) { try reader.next(into: &block) }
  }

  @Test(
    "name the place of a mistake and what was expected",
    arguments: [
      ("<a:s> <a:p> .", "1:13: expected IRI / '_:' / '[' / '(' / a literal, found '.'"),
      ("<a:s> <a:p> 1", "1:14: expected ',' / ';' / '.', found the end of the text"),
      ("<a:s> b 1 .", "1:7: expected IRI / 'a', found 'b'"),
      ("<a:s> x:b 1 .", "1:7: the prefix 'x:' is not declared"),
      ("# é\n<a:s> <a:p> é .", "2:13: expected IRI / '_:' / '[' / '(' / a literal, found 'é'"),
      ("@prefix x <a:b> .", "1:10: expected a prefix and ':', found U+20"),
      ("@prefix x: <a:b>\n<a:s>", "2:1: expected '.', found '<'"),
      ("@foo", "1:1: expected '@prefix' / '@base', found '@'"),
      ("<a:s> <a:p> \"x\n\"", "1:15: expected '\"', found U+A"),
      ("<a:s> <a:p> '''x''", "1:19: expected ''''', found the end of the text"),
      ("<a:s> <a:p> [ <a:q> 1 .", "1:23: expected ',' / ';' / ']', found '.'"),
      ("<a:s> <a:p> ( 1", "1:16: expected IRI / '_:' / '[' / '(' / a literal, found the end"),
      ("<a:s> <a:p> +x .", "1:14: expected a digit, found 'x'"),
      ("<s> <a:p> 1 .", "1:2: not an absolute IRI"),
      ("<a:s> <a:p> 'x'^^<a:\\u0020> .", "1:18: a character that an IRI may not have here"),
      ("{ <a:s> <a:p> 1 ", "1:17: expected ',' / ';' / '.' / '}', found the end of the text"),
      ("{ { } }", "1:3: expected IRI, found '{'"),
      ("GRAPH 1 { }", "1:7: expected IRI, found '1'"),
      ("[ <a:p> 1 ] { }", "1:13: expected IRI / 'a', found '{'"),
    ])
  func mistakes(text: String, message: String) {
    let error = #expect(throws: SyntaxError.self) { try TriGParser().parse(Array(text.utf8)) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test("refuse in Turtle what only TriG has", arguments: ["{ }", "<a:g> { }", "GRAPH <a:g> { }"])
  func turtleHasNoGraphs(text: String) throws {
    #expect(throws: SyntaxError.self) { try TurtleParser().parse(Array(text.utf8)) }
    #expect(try TriGParser().parse(Array(text.utf8)) == [])
  }

  @Test("refuse what is not UTF-8")
  func malformedUTF8() {
    let error = #expect(throws: SyntaxError.self) {
      try TurtleParser().parse(Array("<a:s> <a:p> '".utf8) + [0xC3, 0x28], file: "x.ttl")
    }
    #expect(error?.description == "x.ttl:1:14: these bytes are not UTF-8")
  }

  @Test("keep blank nodes without a label apart from labels of the same look")
  func labels() throws {
    #expect(
      try triG("_:anon0 <a:p> [], _:anon, _:anon-0, _:anon1, _:anonx .") == """
        _:anon0 <a:p> _:anon1 .
        _:anon0 <a:p> _:anon .
        _:anon0 <a:p> _:anon-0 .
        _:anon0 <a:p> _:anon-1 .
        _:anon0 <a:p> _:anonx .

        """)
  }

  @Test("use the base and the prefixes given, and those that the text declares")
  func context() throws {
    let text = "<c> x:d 1 . @base <e/> . PREFIX x: <f#> <> x:g x: ."
    let parser = TurtleParser(
      base: try NamedNode(validating: "http://a/b"),
      prefixes: [Prefix(unchecked: "x", namespace: "http://x/")])
    let bytes: [UInt8] = NQuadsSerializer().serialize(try parser.parse(Array(text.utf8)))
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        <http://a/c> <http://x/d> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
        <http://a/e/> <http://a/e/f#g> <http://a/e/f#> .

        """)
  }

  @Test("read prefixes apart that only look alike")
  func prefixesAreCodePoints() throws {
    let text = "PREFIX é: <a:1> PREFIX e\u{301}: <a:2> é:s é:p e\u{301}:o ."
    #expect(try triG(text) == "<a:1s> <a:1p> <a:2o> .\n")
  }

  @Test("leave absolute IRIs as they are written, dot segments included")
  func absoluteIRIs() throws {
    #expect(
      try triG("@base <http://a/> . <http://b/c/../d> <./e/../f> <g> .")
        == "<http://b/c/../d> <http://a/f> <http://a/g> .\n")
  }

  @Test("read triple terms, base directions and versions of RDF 1.2")
  func rdf12() throws {
    let text = """
      VERSION "1.2"
      @version "1.2" .
      <a:s> <a:p> <<( [] a <<( _:b <a:q> 'x'@ar--rtl )>> )>> .
      """
    #expect(
      try triG(text) == """
        <a:s> <a:p> <<( _:anon0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> \
        <<( _:b <a:q> "x"@ar--rtl )>> )>> .

        """)
  }

  @Test(
    "refuse nesting deeper than the limit, without a stack to overflow",
    arguments: ["[ <a:p> ", "( ", "<<( <a:s> <a:p> "])
  func depth(opening: String) throws {
    let deep = "<a:s> <a:p> " + String(repeating: opening, count: 100_000)
    let error = #expect(throws: SyntaxError.self) { try TurtleParser().parse(Array(deep.utf8)) }
    #expect(error?.description.contains("nest deeper than 1000") == true)
    let parser = TurtleParser(limits: .init(maximumDepth: 2))
    let two = "<a:s> <a:p> \(opening)\(opening)"
    let atTwo = #expect(throws: SyntaxError.self) { try parser.parse(Array(two.utf8)) }
    #expect(atTwo?.description.contains("found the end of the text") == true)
    let three = #expect(throws: SyntaxError.self) { try parser.parse(Array((two + opening).utf8)) }
    #expect(three?.description.contains("nest deeper than 2") == true)
  }

  @Test(
    "refuse a namespace or base so long that every short name would be",
    arguments: [
      "@prefix a: ", "PREFIX a: ", "@base ", "BASE ",
    ])
  func inheritedIRIs(directive: String) throws {
    let iri = "<a:" + String(repeating: "x", count: 98) + ">"
    for most in [99, 100] {
      let parser = TriGParser(limits: .init(longestNamespace: most))
      let text = "\(directive)\(iri)\(directive.hasPrefix("@") ? "." : "") <a:s> <a:p> 1 ."
      for size in [1, 7, .max] {
        var mistakes = 0
        var reader = parser.reader(
          of: ByteArraySource(Array(text.utf8), pieceSize: size),
          options: ReaderOptions(skip: { _ in mistakes += 1 }))
        var (block, count) = (QuadBlock(), 0)
        while try reader.next(into: &block) { count += block.count }
        #expect(count == (most == 100 || directive.hasPrefix("@") ? 1 : 0))
        #expect(mistakes == (most == 100 ? 0 : 1))
      }
    }
  }
}
