import QuadStore
import RDF
import SPARQL
import TestSupport
import Testing

@Suite("Joins of patterns that run in circles")
struct CyclicJoinTests {
  private static func node(_ number: Int) -> NamedNode {
    NamedNode(unchecked: "http://example.org/\(number)")
  }

  /// A graph of few nodes, some of which many others lead to.
  private static func store(_ generator: inout SeededGenerator) -> QuadStore {
    let nodes = 2 + generator.below(30)
    var builder = QuadStoreBuilder()
    builder.append(
      QuadCollection(
        (0..<generator.below(300)).map { _ in
          let subject = generator.below(nodes)
          let object = generator.below(3) == 0 ? generator.below(3) : generator.below(nodes)
          return Quad(
            Triple(
              .namedNode(node(100 + subject)), node(generator.below(3)),
              .namedNode(node(100 + object))))
        }))
    return builder.finish()
  }

  /// A basic graph pattern with a circle of three to five variables, and more.
  private static func pattern(_ generator: inout SeededGenerator) -> [TriplePattern] {
    func variable(_ number: Int) -> TermPattern { .variable(Variable("v\(number)")) }
    func triple(_ one: TermPattern, _ other: TermPattern) -> TriplePattern {
      let property = TermPattern.term(.namedNode(node(generator.below(3))))
      return generator.below(2) == 0
        ? TriplePattern(one, property, other) : TriplePattern(other, property, one)
    }
    let size = 3 + generator.below(3)
    var triples = (0..<size).map { triple(variable($0), variable(($0 + 1) % size)) }
    for _ in 0..<generator.below(4) {
      let one = variable(generator.below(size))
      switch generator.below(4) {
      case 0: triples.append(triple(one, variable(generator.below(size))))
      case 1: triples.append(triple(one, variable(size + generator.below(2))))
      case 2:
        triples.append(triple(one, .term(.namedNode(node(100 + generator.below(8))))))
      default: triples.append(TriplePattern(one, variable(9), variable(generator.below(size))))
      }
    }
    return triples
  }

  /// The rows of an answer, with how often each is there.
  private func rows(
    _ engine: QueryEngine, _ query: Query, _ strategy: JoinStrategy
  ) throws -> [[Term?]: Int] {
    let answer = try engine.answer(
      query, functions: FunctionContext(base: nil, seed: 0), joins: strategy)
    guard case .solutions(let solutions) = answer else { return [:] }
    return (0..<solutions.count).reduce(into: [:]) { rows, row in
      rows[solutions.variables.indices.map { solutions.term(at: row, $0) }, default: 0] += 1
    }
  }

  @Test("give variable by variable what they give two by two")
  func differential() throws {
    var generator = SeededGenerator()
    var found = 0
    for _ in 0..<2_000 {
      let engine = QueryEngine(store: Self.store(&generator))
      let triples = Self.pattern(&generator)
      let all = triples.reduce(into: Set<Variable>()) { variables, triple in
        for case .variable(let variable) in [triple.subject, triple.predicate, triple.object] {
          variables.insert(variable)
        }
      }.sorted { $0.name < $1.name }
      // Some columns are left out, whose terms make other solutions all the same.
      let selected = all.filter { _ in generator.below(4) > 0 }
      let query = Query(
        form: .select(selected), pattern: .project(.basic(triples), selected))
      let expected = try rows(engine, query, .pairwise)
      #expect(
        try rows(engine, query, .variableByVariable) == expected,
        "seed \(generator.seed): \(triples)")
      #expect(try rows(engine, query, .cheapest) == expected, "seed \(generator.seed)")
      found += expected.isEmpty ? 0 : 1
    }
    // Most answers are not empty, or they show nothing.
    #expect(found > 500)
  }

  @Test("are made variable by variable where two by two would look at far more")
  func plan() throws {
    // Two crowds around one node: pairs of them are many, triangles few.
    var quads: [Quad] = []
    for index in 0..<400 {
      let other = Self.node(100 + index)
      quads.append(Quad(Triple(.namedNode(other), Self.node(0), .namedNode(Self.node(50)))))
      quads.append(Quad(Triple(.namedNode(Self.node(50)), Self.node(0), .namedNode(other))))
    }
    var builder = QuadStoreBuilder()
    builder.append(QuadCollection(quads))
    let engine = QueryEngine(store: builder.finish())
    let query = try Query(
      parsing: "PREFIX e: <http://example.org/> SELECT * { ?a e:0 ?b . ?b e:0 ?c . ?c e:0 ?a }")
    #expect("\(try engine.plan(query))".contains("leapfrog join"))
    guard case .solutions(let solutions) = try engine.answer(query) else {
      Issue.record("SELECT gives no solutions")
      return
    }
    #expect(solutions.count == 0)
  }
}
