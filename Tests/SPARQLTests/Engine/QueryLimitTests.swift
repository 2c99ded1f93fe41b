import QuadStore
import RDF
import SPARQL
import Synchronization
import Testing

@Suite("Bounds of a query")
struct QueryLimitTests {
  /// A store of a chain of nodes, each leading to the next.
  private static func engine(_ count: Int) -> QueryEngine {
    var builder = QuadStoreBuilder()
    let property = NamedNode(unchecked: "http://example.org/next")
    let quads = (0..<count).map { number in
      Quad(
        Triple(
          .namedNode(NamedNode(unchecked: "http://example.org/\(number)")), property,
          .namedNode(NamedNode(unchecked: "http://example.org/\(number + 1)"))))
    }
    var collection = QuadCollection(quads)
    builder.append(collection)
    collection = QuadCollection()
    return QueryEngine(store: builder.finish())
  }

  private static let queries = [
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a = ?l && ?d = ?i && ?a = ?g) }",
    "SELECT (COUNT(*) AS ?n) { ?a <http://example.org/next>+ ?b . ?c <http://example.org/next>* ?d }",
    "SELECT * { ?a ?b ?c OPTIONAL { ?d ?e ?f OPTIONAL { ?g ?h ?i } } FILTER(STR(?a) = STR(?i)) }",
    "SELECT * { ?a ?b ?c MINUS { ?d ?e ?f . ?g ?h ?i . ?a ?b ?j FILTER(?j = ?d && ?j = ?g) } }",
    "SELECT * { ?a ?b ?c FILTER EXISTS { ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(STR(?d)) = STRLEN(STR(?i)) + 90) } }",
  ]

  @Test("end a query that takes too long", arguments: queries)
  func timeout(text: String) throws {
    let engine = Self.engine(2_000)
    let limits = QueryLimits(timeout: .milliseconds(100))
    let start = ContinuousClock.now
    #expect(throws: QueryError.timeout(.milliseconds(100))) {
      try engine.answer(try Query(parsing: text), limits: limits)
    }
    // Time is looked at between batches; the bound is generous for machines under load.
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test("are looked at within the walk of a closure over a table of neighbours")
  func closureClock() throws {
    let engine = Self.engine(200_000)
    let query = try Query(parsing: "ASK { ?a <http://example.org/next>+ ?b }")
    let start = ContinuousClock.now
    // A clock that goes on by a second whenever it is looked at.
    let looks = Mutex(0)
    var limits = QueryLimits(timeout: .seconds(30))
    limits.now = {
      looks.withLock { looks in
        looks += 1
        return start + .seconds(looks)
      }
    }
    // The table is made in some looks, and one walk goes along the whole chain.
    #expect(throws: QueryError.timeout(.seconds(30))) {
      try engine.answer(query, limits: limits)
    }
    limits.timeout = .seconds(1_000)
    guard case .boolean(true) = try engine.answer(query, limits: limits) else {
      Issue.record("the chain has a way")
      return
    }
  }

  @Test("end a query with too many rows")
  func rows() throws {
    let engine = Self.engine(1_000)
    let limits = QueryLimits(maximumRows: 999)
    let all = try Query(parsing: "SELECT * { ?a ?b ?c }")
    #expect(throws: QueryError.tooManyRows(999)) { try engine.answer(all, limits: limits) }
    let construct = try Query(parsing: "CONSTRUCT { ?c ?b ?a } { ?a ?b ?c }")
    #expect(throws: QueryError.tooManyRows(999)) { try engine.answer(construct, limits: limits) }
    let fewer = try Query(parsing: "SELECT * { ?a ?b ?c } LIMIT 999")
    guard case .solutions(let solutions) = try engine.answer(fewer, limits: limits) else {
      Issue.record("SELECT answers with solutions")
      return
    }
    #expect(solutions.count == 999)
  }

  @Test(
    "end a query that holds too much",
    arguments: [
      "SELECT * { ?a ?b ?c . ?d ?e ?f }", "SELECT DISTINCT ?a ?d { ?a ?b ?c . ?d ?e ?f }",
      "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?a ?f",
      "SELECT ?a ?d (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?d",
    ])
  func memory(text: String) throws {
    let limits = QueryLimits(maximumMemory: 1 << 20)
    #expect(throws: QueryError.tooMuchMemory(1 << 20)) {
      try Self.engine(1_000).answer(try Query(parsing: text), limits: limits)
    }
  }

  @Test("let other servers be")
  func service() throws {
    let query = try Query(parsing: "SELECT * { SERVICE <http://example.org/sparql> { ?a ?b ?c } }")
    #expect(throws: QueryError.service("<http://example.org/sparql>")) {
      try Self.engine(1).answer(query)
    }
  }

  @Test("are kept by a cancelled task")
  func cancellation() async throws {
    let engine = Self.engine(2_000)
    let query = try Query(parsing: Self.queries[0])
    let task = Task { _ = try engine.answer(query) }
    task.cancel()
    await #expect(throws: QueryError.cancelled) { try await task.value }
  }
}
