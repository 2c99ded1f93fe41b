import RDF
import SPARQL
import SPARQLChecks
import TestSupport
import Testing

@Suite("Random queries")
struct RandomQueryTests {
  @Test("have every operator in them, and most have an answer that says something")
  func coverage() throws {
    var generator = SeededGenerator()
    print("random queries: seed \(generator.seed)")
    var graphs = RandomGraphs(SeededGenerator(seed: generator.next()))
    var queries = RandomQueries(SeededGenerator(seed: generator.next()))
    var operators: Set<String> = []
    var fullCount = 0
    var skippedCount = 0
    for _ in 0..<2_000 {
      let (quads, names) = graphs.next()
      let text = queries.next().text
      let query = try Query(parsing: text)
      operators.formUnion(query.pattern.operators)
      do {
        let answer = try NaiveEvaluator.answer(
          query, over: NaiveDataset(quads, graphs: names),
          functions: FunctionContext(query, seed: 1))
        if answer.saysSomething { fullCount += 1 }
      } catch NaiveFailure.tooManyRows { skippedCount += 1 }
    }
    let all: Set<String> = [
      "basic", "path", "join", "leftJoin", "filter", "union", "minus", "extend", "graph", "values",
      "group", "orderBy", "project", "distinct", "slice",
    ]
    #expect(operators == all)
    print("random queries: \(fullCount) of 2000 say something, \(skippedCount) are too large")
    // A query that asks for too much tests nothing; one without an answer tests little.
    #expect(skippedCount < 100)
    #expect(fullCount > 600)
  }
}

extension NaiveAnswer {
  /// Whether the answer has a term, or is `true`.
  fileprivate var saysSomething: Bool {
    switch self {
    case .solutions(_, let rows): rows.contains { !$0.isEmpty }
    case .boolean(let value): value
    case .graph(let triples): !triples.isEmpty
    }
  }
}

extension GraphPattern {
  /// The names of the operators in the pattern.
  fileprivate var operators: Set<String> {
    switch self {
    case .basic: ["basic"]
    case .path: ["path"]
    case .join(let left, let right): ["join"] + left.operators + right.operators
    case .leftJoin(let left, let right, _): ["leftJoin"] + left.operators + right.operators
    case .filter(_, let inner): ["filter"] + inner.operators
    case .union(let left, let right): ["union"] + left.operators + right.operators
    case .minus(let left, let right): ["minus"] + left.operators + right.operators
    case .extend(let inner, _, _): ["extend"] + inner.operators
    case .graph(_, let inner): ["graph"] + inner.operators
    case .service(_, let inner, _): ["service"] + inner.operators
    case .values: ["values"]
    case .group(let inner, _, _): ["group"] + inner.operators
    case .orderBy(let inner, _): ["orderBy"] + inner.operators
    case .project(let inner, _): ["project"] + inner.operators
    case .distinct(let inner): ["distinct"] + inner.operators
    case .reduced(let inner): ["reduced"] + inner.operators
    case .slice(let inner, _, _): ["slice"] + inner.operators
    }
  }
}

extension Set<String> {
  fileprivate static func + (left: Self, right: Self) -> Self { left.union(right) }
}
