import RDF
import SPARQL
import SPARQLChecks
import TestSupport
import Testing

@Suite("Random queries", .disabled("too few of the random queries have an answer yet"))
struct RandomQueryTests {
  @Test("have every operator in them, and most have an answer that says something")
  func coverage() throws {
    var generator = SeededGenerator()
    print("random queries: seed \(generator.seed)")
    var graphs = RandomGraphs(SeededGenerator(seed: generator.next()))
    var queries = RandomQueries(SeededGenerator(seed: generator.next()))
    var operators: Set<String> = []
    var fullCount = 0
    for _ in 0..<2_000 {
      let (quads, names) = graphs.next()
      let text = queries.next().text
      let query = try Query(parsing: text)
      operators.formUnion(query.pattern.operators)
      do {
        let answer = try NaiveEvaluator.answer(
          query, over: NaiveDataset(quads, graphs: names),
          functions: FunctionContext(query, seed: 1))
        if case .solutions(_, let rows) = answer, rows.contains(where: { !$0.isEmpty }) {
          fullCount += 1
        }
      } catch NaiveFailure.tooManyRows {}
    }
    let all: Set<String> = [
      "basic", "path", "join", "leftJoin", "filter", "union", "minus", "extend", "graph", "values",
      "group", "orderBy", "project", "distinct", "slice",
    ]
    #expect(operators == all)
    #expect(fullCount > 600)
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
