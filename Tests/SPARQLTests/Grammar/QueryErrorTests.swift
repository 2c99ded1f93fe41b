import Diagnostics
import RDF
import SPARQL
import Testing

@Suite("Mistakes in queries")
struct QueryErrorTests {
  static let cases: [(text: String, english: String)] = [
    (
      "SELECT ?city WHERE {\n  ?city a foaf:Agent\n}",
      """
      2:11: the prefix 'foaf:' is not declared; add PREFIX foaf: <http://xmlns.com/foaf/0.1/>
          ?city a foaf:Agent
                  ^
      """
    ),
    (
      "PREFIX simpul: <http://e/>\nSELECT * { ?s a simpull:City }",
      """
      2:17: the prefix 'simpull:' is not declared; did you mean 'simpul:'?
        SELECT * { ?s a simpull:City }
                        ^
      """
    ),
    (
      "SELECT ?x { ?x <p> 1 }",
      """
      1:16: the relative IRI <p> needs a base; declare one with BASE
        SELECT ?x { ?x <p> 1 }
                       ^
      """
    ),
    (
      "SELECT ?a { BIND (1 AS ?a) BIND (2 AS ?a) }",
      """
      1:39: ?a is bound before already; use another variable
        SELECT ?a { BIND (1 AS ?a) BIND (2 AS ?a) }
                                              ^
      """
    ),
    (
      "SELECT ?a (COUNT(?b) AS ?n) { ?a ?p ?b }",
      """
      1:8: ?a is no key of GROUP BY; use it in an aggregate, such as SAMPLE(?a)
        SELECT ?a (COUNT(?b) AS ?n) { ?a ?p ?b }
               ^
      """
    ),
    (
      "SELECT * { FILTER (STRLENN(?a) > 3) }",
      """
      1:20: there is no function STRLENN; did you mean STRLEN?
        SELECT * { FILTER (STRLENN(?a) > 3) }
                           ^
      """
    ),
    (
      "SELECT * { FILTER (SUBSTR(?a) = 3) }",
      """
      1:20: SUBSTR has 1 arguments here; expected 2–3
        SELECT * { FILTER (SUBSTR(?a) = 3) }
                           ^
      """
    ),
    (
      "SELECT * { FILTER (MAX(?a) = 3) }",
      """
      1:20: MAX is an aggregate; it may stand in SELECT, HAVING and ORDER BY
        SELECT * { FILTER (MAX(?a) = 3) }
                           ^
      """
    ),
    (
      "SELECT * { { _:a ?p ?b } UNION { _:a ?p ?b } }",
      """
      1:34: the blank node _:a stands in another part of the query already; use a variable to join them
        SELECT * { { _:a ?p ?b } UNION { _:a ?p ?b } }
                                         ^
      """
    ),
    (
      "SELECT * { VALUES (?a ?b) { (1 2) (3) } }",
      """
      1:35: this row has 1 values for 2 variables
        SELECT * { VALUES (?a ?b) { (1 2) (3) } }
                                          ^
      """
    ),
    (
      "\tSELECT * { ?é \"Bandung }\n",
      """
      1:16: this text does not end in its line; expected the closing quote
        \tSELECT * { ?é "Bandung }
        \t              ^
      """
    ),
    (
      "SELECT * { ?a ?b ?c } LIMIT ten",
      """
      1:29: 'ten' does not fit here; expected a whole number
        SELECT * { ?a ?b ?c } LIMIT ten
                                    ^
      """
    ),
    (
      "SELEC * { }",
      """
      1:1: 'SELEC' does not fit here; expected BASE, PREFIX, VERSION, SELECT, CONSTRUCT, DESCRIBE or ASK
        SELEC * { }
        ^
      """
    ),
    (
      "SELECT * { ?a ?b ?c",
      """
      1:20: the query ends here; expected ',', ';', '.', a triple, FILTER, '{', OPTIONAL, MINUS, GRAPH, SERVICE, BIND, VALUES or '}'
        SELECT * { ?a ?b ?c
                           ^
      """
    ),
    (
      "SELECT * { ?a ?b \"\\uD800\" }",
      """
      1:19: this escape names no character; expected 4 hexadecimal digits
        SELECT * { ?a ?b "\\uD800" }
                          ^
      """
    ),
  ]

  @Test("are shown in their line, with what was expected", arguments: cases)
  func shown(_ text: String, _ english: String) {
    let error = #expect(throws: SPARQLSyntaxError.self) { try Query(parsing: text) }
    #expect(error?.description == english)
  }

  @Test("are told in Indonesian, too, and with the file's name")
  func indonesian() {
    let error = #expect(throws: SPARQLSyntaxError.self) { try Query(parsing: "ASK { ?a }") }
    #expect(
      error?.rendered(in: .indonesian, file: "kueri.rq")
        == """
        kueri.rq:1:10: '}' tidak cocok di sini; diharapkan variabel, '^', 'a', IRI, '!' atau '('
          ASK { ?a }
                   ^
        """)
  }

  @Test("behind escaped characters keep their places")
  func escapes() throws {
    let error = #expect(throws: SPARQLSyntaxError.self) {
      try Query(
        parsing: "SELECT ?\\u0061 {\n ?\\u0061 \\u003fb x:y }", version: .sparql11)
    }
    let location = try #require(error?.location)
    #expect(location.lowerBound == TextPosition(line: 1, column: 17, offset: 34))
  }

  @Test(
    "of triple terms and escapes are told with what to do",
    arguments: [
      ("SELECT * { ?s <p>/<q> ?o {| <r> 1 |} }", "a path is no triple that could be annotated"),
      ("SELECT * { <<( ?s ?p ?o )>> }", "does not fit here"),
      ("SELECT * { << ?s <p> (1) >> <q> 1 }", "does not fit here"),
      ("SELECT (\"a\"@id--up AS ?a) { }", "the base direction behind '--' is ltr or rtl"),
      ("VERSION \"\"\"1.2\"\"\" SELECT * { }", "expected a version such as \"1.2\""),
      ("SELECT ?\\u0061 { }", "characters may be escaped in IRIs and texts only"),
      ("SELECT * \\u007B }", "characters may be escaped in IRIs and texts only"),
      ("SELECT * { ?s ?p <http://example.org/\\uD800> }", "this escape names no character"),
    ])
  func newForms(_ text: String, _ part: String) {
    let base = NamedNode(unchecked: "http://example.org/")
    let error = #expect(throws: SPARQLSyntaxError.self) { try Query(parsing: text, base: base) }
    #expect(error?.description.contains(part) == true, "\(String(describing: error))")
  }

  @Test("in a long line are shown with what stands around them")
  func longLine() {
    let text = "ASK { " + String(repeating: "?a ?b ?c . ", count: 50) + "x:y }"
    let error = #expect(throws: SPARQLSyntaxError.self) { try Query(parsing: text) }
    #expect(error?.caret == 50)
    #expect(error?.line.unicodeScalars.count == 55)
  }
}
