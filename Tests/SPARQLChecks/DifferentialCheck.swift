package import RDF
package import SPARQL
internal import TestSupport

/// Holds an engine against the naive evaluator, on random graphs and queries.
package struct DifferentialCheck {
  /// What came out of some cases.
  package struct Outcome {
    /// How many cases had the same answer.
    package var sameCount = 0
    /// How many were left out, because a definition makes too many rows of them.
    package var skippedCount = 0
    /// The first case that had not, for a person to read.
    package var difference: String?
  }

  /// Answers a query over a dataset; the functions of both sides begin alike.
  package typealias Engine = (Query, NaiveDataset, FunctionContext) throws -> NaiveAnswer

  private let engine: Engine
  private let moment: XSDDateTime

  /// A check of an engine.
  package init(moment: XSDDateTime, engine: @escaping Engine) {
    self.engine = engine
    self.moment = moment
  }

  /// Compares answers until one differs.
  ///
  /// - Throws: what the parser throws, for all queries are good ones.
  package func run(cases: Int, seed: UInt64) throws -> Outcome {
    var generator = SeededGenerator(seed: seed)
    var graphs = RandomGraphs(SeededGenerator(seed: generator.next()))
    var queries = RandomQueries(SeededGenerator(seed: generator.next()))
    var outcome = Outcome()
    for number in 0..<cases {
      let (quads, names) = graphs.next()
      let dataset = NaiveDataset(quads, graphs: names)
      let random = queries.next()
      let query = try Query(parsing: random.text)
      let expected: NaiveAnswer
      do {
        expected = try NaiveEvaluator.answer(query, over: dataset, functions: functions(query))
      } catch NaiveFailure.tooManyRows {
        outcome.skippedCount += 1
        continue
      }
      let found: Result<NaiveAnswer, any Error> = Result {
        try engine(query, dataset, functions(query))
      }
      if case .success(let answer) = found,
        try AnswerComparison(isOrdered: random.isTotallyOrdered).areSame(answer, expected)
      {
        outcome.sameCount += 1
        continue
      }
      outcome.difference = """
        case \(number) of seed \(seed)
        \(random.text)
        \(quads.text)
        expected \(expected)
        found \(found)
        """
      return outcome
    }
    return outcome
  }

  private func functions(_ query: Query) -> FunctionContext {
    FunctionContext(query, moment: moment, seed: 1)
  }
}
