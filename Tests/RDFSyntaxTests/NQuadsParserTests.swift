import Diagnostics
import RDF
import RDFSyntax
import Testing

@Suite("N-Quads reader")
struct NQuadsParserTests {
  @Test("skips blank lines and comments, takes any line ending and needs no last one")
  func layout() throws {
    let text =
      "\r\n# c\n  <a:s>\t<a:p> _:o . # c\r<a:s><a:p>\"x\"@id.\r\n\n<a:s> <a:p> <a:o> <a:g> ."
    let quads = try NQuadsParser().parse(Array(text.utf8))
    let subject = Subject.namedNode(NamedNode(unchecked: "a:s"))
    let predicate = NamedNode(unchecked: "a:p")
    #expect(
      quads == [
        Quad(Triple(subject, predicate, .blankNode(BlankNode(label: "o")))),
        Quad(Triple(subject, predicate, .literal(Literal("x", language: "id")))),
        Quad(
          Triple(subject, predicate, .namedNode(NamedNode(unchecked: "a:o"))),
          in: .namedNode(NamedNode(unchecked: "a:g"))),
      ])
  }

  @Test("keeps the dot out of a blank node's label")
  func blankNodeDot() throws {
    let quads = try NQuadsParser().parse(Array("_:a.b <a:p> _:c.\n".utf8))
    #expect(quads.map(\.subject) == [.blankNode(BlankNode(label: "a.b"))])
    #expect(quads.map(\.object) == [.blankNode(BlankNode(label: "c"))])
  }

  @Test(
    "names the place and what was expected",
    arguments: [
      ("<a:s> <a:p> .\n", "1:13: expected IRI / '_:' / '\"', found '.'"),
      ("<a:s> <a:p> <a:o>\n", "1:18: expected '.' / IRI, found U+A"),
      ("<a:s> <a:p> <a:o> <a:g> <a:x> .\n", "1:25: expected '.', found '<'"),
      ("<a:s> <a:p> <a:o> . x\n", "1:21: expected the end of the line, found 'x'"),
      ("\"s\" <a:p> <a:o> .\n", "1:1: expected IRI / '_:', found '\"'"),
      ("<a:s> _:p <a:o> .\n", "1:7: expected IRI, found '_'"),
      ("# c\r\n\r\n<a:s> <a:p> <a:o\n", "3:17: expected '>', found U+A"),
      ("é <a:p> <a:o> .", "1:1: expected IRI / '_:', found 'é'"),
      ("<a:é> <a:p> é .", "1:13: expected IRI / '_:' / '\"', found 'é'"),
      ("<a:s> <a:p> \"x", "1:15: expected '\"', found the end of the text"),
      ("<a:s> <a:p> \"\\x\" .", "1:14: expected an escape that exists, found '\\'"),
      ("<a:s> <a:p> \"\\u12G4\" .", "1:14: expected 4 hexadecimal digits"),
      ("<a:s> <a:p> \"\\uD800\" .", "1:14: the escape names no Unicode character"),
      ("<a:s> <a:p> \"\\U00110000\" .", "1:14: the escape names no Unicode character"),
      ("<a:s> <a:p> \"x\"@1 .", "1:16: not a well-formed language tag"),
      ("<a:s> <a:p> \"x\"@ar--up .", "1:16: the direction of a text is 'ltr' or 'rtl'"),
      (
        "<s> <a:p> <a:o> .",
        "1:2: not an absolute IRI: it must begin with a scheme such as 'https:'"
      ),
      ("<http://a/b\\u0020c> <a:p> <a:o> .", "1:1: a character that an IRI may not have here"),
      ("<http://a/%zz> <a:p> <a:o> .", "1:11: '%' must be followed by two hexadecimal digits"),
      ("_: <a:p> <a:o> .", "1:3: expected the label of a blank node, found U+20"),
      (
        "VERSION \"9\"\n", "1:9: unknown version of RDF: expected \"1.1\", \"1.2-basic\" or \"1.2\""
      ),
    ])
  func errors(_ text: String, _ expected: String) {
    let error = #expect(throws: SyntaxError.self) {
      try NQuadsParser().parse(Array(text.utf8), file: "graph.nq")
    }
    #expect(error?.description == "graph.nq:" + expected)
  }

  @Test("refuses bytes that are not UTF-8")
  func malformedBytes() {
    let error = #expect(throws: SyntaxError.self) {
      try NQuadsParser().parse(Array("# é\n<a:".utf8) + [0xFF])
    }
    #expect(error?.description == "2:4: these bytes are not UTF-8")
  }

  @Test("refuses a graph name in N-Triples")
  func graphNameInNTriples() {
    #expect(throws: SyntaxError.self) {
      try NQuadsParser(dialect: .nTriples).parse(Array("<a:s> <a:p> <a:o> <a:g> .".utf8))
    }
  }

  @Test("bounds the depth of triple terms")
  func depth() throws {
    func nested(_ depth: Int) -> [UInt8] {
      let open = String(repeating: "<<( <a:s> <a:p> ", count: depth)
      return Array("<a:s> <a:p> \(open)<a:o>\(String(repeating: " )>>", count: depth)) .".utf8)
    }
    #expect(try NQuadsParser().parse(nested(64)).count == 1)
    #expect(throws: SyntaxError.self) { try NQuadsParser().parse(nested(65)) }
    #expect(throws: SyntaxError.self) { try NQuadsParser().parse(nested(100_000)) }
  }
}
