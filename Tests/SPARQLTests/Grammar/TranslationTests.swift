import RDF
import SPARQL
import Testing

/// The examples of [SPARQL 1.1 §18.2.3](https://www.w3.org/TR/sparql11-query/#sparqlAlgebraExamples),
/// and what they leave out.
@Suite("Translation of queries to the algebra")
struct TranslationTests {
  private static func node(_ name: String) -> NamedNode { NamedNode(unchecked: "http://e/" + name) }
  private static func variable(_ name: String) -> TermPattern { .variable(Variable(name)) }
  private static func term(_ value: Int) -> Expression {
    .term(.literal(Literal(String(value), datatype: XSD.integer)))
  }

  /// The pattern of one triple with the subject `?s`.
  private static func basic(_ predicate: String, _ object: String) -> GraphPattern {
    .basic([triple(predicate, object)])
  }

  private static func triple(_ predicate: String, _ object: String) -> TriplePattern {
    TriplePattern(variable("s"), .term(.namedNode(node(predicate))), variable(object))
  }

  private static let small = Expression.comparison(.less, .variable(Variable("v")), term(3))

  static let cases: [(text: String, pattern: GraphPattern)] = [
    ("{}", .unit),
    ("{ ?s :p ?v }", basic("p", "v")),
    ("{ ?s :p ?v ; :q ?w }", .basic([triple("p", "v"), triple("q", "w")])),
    (
      "{ ?s :p ?v FILTER (?v < 3) ?s :q ?w }",
      .filter(small, .basic([triple("p", "v"), triple("q", "w")]))
    ),
    ("{ { ?s :p ?v } UNION { ?s :q ?w } }", .union(basic("p", "v"), basic("q", "w"))),
    (
      "{ { ?s :p ?v } UNION { ?s :q ?w } UNION { ?s :r ?u } }",
      .union(.union(basic("p", "v"), basic("q", "w")), basic("r", "u"))
    ),
    (
      "{ ?s :p ?v OPTIONAL { ?s :q ?w } }",
      .leftJoin(basic("p", "v"), basic("q", "w"), condition: nil)
    ),
    (
      "{ ?s :p ?v OPTIONAL { ?s :q ?w FILTER (?v < 3) } }",
      .leftJoin(basic("p", "v"), basic("q", "w"), condition: small)
    ),
    (
      "{ ?s :p ?v OPTIONAL { { ?s :q ?w FILTER (?v < 3) } } }",
      .leftJoin(basic("p", "v"), .filter(small, basic("q", "w")), condition: nil)
    ),
    (
      "{ OPTIONAL { ?s :q ?w } ?s :p ?v }",
      .join(.leftJoin(.unit, basic("q", "w"), condition: nil), basic("p", "v"))
    ),
    (
      "{ ?s :p ?v BIND (?v AS ?x) ?s :q ?w }",
      .join(.extend(basic("p", "v"), Variable("x"), .variable(Variable("v"))), basic("q", "w"))
    ),
    ("{ ?s :p ?v MINUS { ?s :q ?w } }", .minus(basic("p", "v"), basic("q", "w"))),
    ("{ GRAPH ?g { ?s :p ?v } }", .graph(variable("g"), basic("p", "v"))),
    (
      "{ SERVICE SILENT :x { ?s :p ?v } }",
      .service(.term(.namedNode(node("x"))), basic("p", "v"), silent: true)
    ),
    (
      "{ VALUES (?v ?w) { (3 UNDEF) } }",
      .values(
        [Variable("v"), Variable("w")], [[.literal(Literal("3", datatype: XSD.integer)), nil]])
    ),
    (
      "{ ?s ^:p ?v }",
      .basic([TriplePattern(variable("v"), .term(.namedNode(node("p"))), variable("s"))])
    ),
    (
      "{ ?s :p/:q ?v }",
      .basic([
        TriplePattern(variable("s"), .term(.namedNode(node("p"))), variable(".1")),
        TriplePattern(variable(".1"), .term(.namedNode(node("q"))), variable("v")),
      ])
    ),
    (
      "{ ?s :p/(:q|^:r)* ?v }",
      .join(
        .basic([TriplePattern(variable("s"), .term(.namedNode(node("p"))), variable(".1"))]),
        .path(
          variable(".1"),
          .zeroOrMore(.alternative(.property(node("q")), .inverse(.property(node("r"))))),
          variable("v")))
    ),
    (
      "{ ?s !(:p|^:q|a) ?v }",
      .path(
        variable("s"),
        .negatedSet(forward: [node("p"), RDFVocabulary.type], backward: [node("q")]),
        variable("v"))
    ),
    (
      "{ ?s !^:p ?v }",
      .path(variable("s"), .negatedSet(forward: nil, backward: [node("p")]), variable("v"))
    ),
    (
      "{ ?s :p _:v . [] :p _:v }",
      .basic([
        TriplePattern(variable("s"), .term(.namedNode(node("p"))), variable("._v")),
        TriplePattern(variable(".1"), .term(.namedNode(node("p"))), variable("._v")),
      ])
    ),
  ]

  @Test("makes of a group what the specification says", arguments: cases)
  func group(_ text: String, _ pattern: GraphPattern) throws {
    let query = try Query(parsing: "PREFIX : <http://e/> ASK \(text)")
    #expect(query.pattern == pattern)
  }

  private static let v = Variable("v")
  private static let s = Variable("s")

  static let modifiers: [(text: String, pattern: GraphPattern)] = [
    ("SELECT * { ?s :p ?v }", .project(basic("p", "v"), [s, v])),
    (
      "SELECT DISTINCT ?v { ?s :p ?v } ORDER BY DESC(?s) LIMIT 2 OFFSET 1",
      .slice(
        .distinct(
          .project(
            .orderBy(basic("p", "v"), [OrderCondition(.variable(s), isDescending: true)]), [v])),
        offset: 1, limit: 2)
    ),
    (
      "SELECT (?v AS ?x) { ?s :p ?v } VALUES ?v { 3 }",
      .project(
        .extend(
          .join(
            basic("p", "v"), .values([v], [[.literal(Literal("3", datatype: XSD.integer))]])),
          Variable("x"), .variable(v)),
        [Variable("x")])
    ),
    (
      "SELECT ?s (COUNT(?v) AS ?n) { ?s :p ?v } GROUP BY ?s HAVING (COUNT(?v) < 3) ORDER BY ?v",
      .project(
        .orderBy(
          .extend(
            .filter(
              .comparison(.less, .variable(Variable(".1")), term(3)),
              .group(
                basic("p", "v"), keys: [s],
                aggregates: [
                  AggregateBinding(Variable(".1"), Aggregate(.count, of: .variable(v))),
                  AggregateBinding(v, Aggregate(.sample, of: .variable(v))),
                ])),
            Variable("n"), .variable(Variable(".1"))),
          [OrderCondition(.variable(v))]),
        [s, Variable("n")])
    ),
    (
      "SELECT (SUM(DISTINCT ?v) AS ?n) { ?s :p ?v }",
      .project(
        .extend(
          .group(
            basic("p", "v"), keys: [],
            aggregates: [
              AggregateBinding(
                Variable(".1"), Aggregate(.sum, of: .variable(v), isDistinct: true))
            ]),
          Variable("n"), .variable(Variable(".1"))),
        [Variable("n")])
    ),
    (
      "SELECT ?k { ?s :p ?v } GROUP BY (?v + 3 AS ?k)",
      .project(
        .group(
          .extend(
            basic("p", "v"), Variable("k"), .arithmetic(.add, .variable(v), term(3))),
          keys: [Variable("k")], aggregates: []),
        [Variable("k")])
    ),
  ]

  @Test("puts modifiers in their order", arguments: modifiers)
  func order(_ text: String, _ pattern: GraphPattern) throws {
    let query = try Query(parsing: "PREFIX : <http://e/> \(text)")
    #expect(query.pattern == pattern)
  }

  @Test("keeps blank nodes of a template apart from those of the pattern")
  func templates() throws {
    let query = try Query(parsing: "CONSTRUCT WHERE { _:a <x:p> ?o }")
    let property = TermPattern.term(.namedNode(NamedNode(unchecked: "x:p")))
    #expect(
      query.pattern == .basic([TriplePattern(Self.variable("._a"), property, Self.variable("o"))]))
    guard case .construct(let template) = query.form, case .variable(let own) = template[0].subject
    else { throw OtherForm() }
    #expect(!own.isVisible)
    #expect(own != Variable("._a"))
  }

  @Test("keeps prefixes, base and dataset")
  func prologue() throws {
    let query = try Query(
      parsing: "PREFIX b: <b#> BASE <c/> PREFIX : <d#> ASK FROM <e> FROM NAMED b:f { }",
      base: NamedNode(unchecked: "http://e/"))
    #expect(query.baseIRI == "http://e/c/")
    #expect(query.prefixes == [.init("b", "http://e/b#"), .init("", "http://e/c/d#")])
    #expect(
      query.dataset
        == Query.DatasetClause(
          defaultGraphs: [Self.node("c/e")], namedGraphs: [Self.node("b#f")]))
  }
}
