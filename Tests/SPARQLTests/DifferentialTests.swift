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

  /// The same over a store in which some of the statements are changes that are worked in as they are
  /// read, beside others that are taken away.
  ///
  /// - Throws: what the engine throws.
  static func answerWithChanges(
    _ query: Query, over dataset: NaiveDataset, functions: FunctionContext
  ) throws -> NaiveAnswer {
    let quads = dataset.quads
    let later = quads.enumerated().filter { $0.offset % 3 == 1 }.map(\.element)
    let gone = quads.map { quad in
      Quad(
        Triple(quad.subject, NamedNode(unchecked: "http://example.org/p0"), quad.subject.term),
        in: quad.graphName)
    }
    .filter { !quads.contains($0) }
    var builder = QuadStoreBuilder()
    builder.append(
      QuadCollection(quads.enumerated().filter { $0.offset % 3 != 1 }.map(\.element) + gone))
    var changed = try ChangingDataset(builder.finish(), merging: .always)
    for quad in gone { try changed.remove(changed.statement(quad)) }
    for quad in later { try changed.insert(changed.statement(quad)) }
    let engine = QueryEngine(store: try changed.store())
    return NaiveAnswer(try engine.answer(query, functions: functions))
  }
}

extension ChangingDataset {
  /// A statement as the numbers of its terms.
  fileprivate mutating func statement(_ quad: Quad) throws -> TermDictionary.Statement {
    func number(_ term: Term) throws -> UInt32 {
      var bytes: [UInt8] = []
      CanonicalTerm.append(term, languageTags: .lowercase, to: &bytes)
      return try intern(bytes.span)
    }
    let graph: UInt32 =
      switch quad.graphName {
      case .defaultGraph: 0
      case .namedNode(let node): try number(.namedNode(node))
      case .blankNode(let node): try number(.blankNode(node))
      }
    return TermDictionary.Statement(
      try number(quad.subject.term), try number(.namedNode(quad.predicate)),
      try number(quad.object), in: graph)
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

  @Test("gives the same where changes are worked in as they are read", arguments: 0..<2)
  func changes(part: Int) throws {
    let seed = SeededGenerator().seed &+ UInt64(part)
    print("differential test of changed stores: seed \(seed)")
    let check = DifferentialCheck(
      moment: try XSDDateTime(secondsSince1970: XSDDecimal(XSDInteger(1_475_229_600)))
    ) { query, dataset, functions in
      try StoreEngine.answerWithChanges(query, over: dataset, functions: functions)
    }
    let outcome = try check.run(cases: 3_000, seed: seed)
    #expect(outcome.difference == nil, "\(outcome.difference ?? "")")
    #expect(outcome.sameCount >= 2_500)
  }
}
