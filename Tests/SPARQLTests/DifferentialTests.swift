import QuadStore
import RDF
import SPARQL
import SPARQLChecks
import TestSupport
import Testing

/// The engine over a store of a naive dataset.
enum StoreEngine {
  /// The engine's answer to a query over the statements of a dataset.
  ///
  /// - Throws: what the engine throws.
  static func answer(
    _ query: Query, over dataset: NaiveDataset, functions: FunctionContext
  ) throws -> NaiveAnswer {
    var builder = QuadStoreBuilder()
    builder.append(QuadCollection(dataset.quads))
    let engine = QueryEngine(store: builder.finish())
    return NaiveAnswer(try engine.answer(query, functions: functions))
  }
}

@Suite("Differential test of the engine")
struct DifferentialTests {
  /// In parts, so that they run in parallel.
  @Test("gives what the definitions give, for random queries over random graphs", arguments: 0..<4)
  func same(part: Int) throws {
    let seed = SeededGenerator().seed &+ UInt64(part)
    print("differential test: seed \(seed)")
    let check = DifferentialCheck(
      moment: try XSDDateTime(secondsSince1970: XSDDecimal(XSDInteger(1_475_229_600)))
    ) { query, dataset, functions in
      try StoreEngine.answer(query, over: dataset, functions: functions)
    }
    let outcome = try check.run(cases: 5_500, seed: seed)
    #expect(outcome.difference == nil, "\(outcome.difference ?? "")")
    #expect(outcome.sameCount >= 5_000)
  }
}
