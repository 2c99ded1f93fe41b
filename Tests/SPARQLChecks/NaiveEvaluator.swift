internal import RDF
package import SPARQL

/// Answers queries straight from the definitions of the algebra
/// ([SPARQL 1.1 §18.5](https://www.w3.org/TR/sparql11-query/#sparqlAlgebra)), over arrays of
/// solutions, each operator on its own: slow, and plain enough to be believed.
///
/// `EXISTS` gives the solution at hand to its pattern as follows: every leaf of the pattern (triples,
/// a path, `VALUES`, the name of `GRAPH`) sees the variables in it as bound, and so do expressions; a
/// subquery hands on only the variables that it selects.
package final class NaiveEvaluator {
  /// How many rows an operator may give before the query is given up.
  package static let mostRows = 1_000

  let dataset: NaiveDataset
  let functions: FunctionContext
  /// How many solutions were numbered, for `BNODE`.
  private var solutionCount = 0

  /// The graph that triples are looked for in.
  var activeGraph: [Triple]
  /// The solution that `EXISTS` hands to its pattern.
  var given: NaiveSolution = [:]

  private init(_ query: Query, over dataset: NaiveDataset, functions: FunctionContext) {
    let restricted = query.dataset.map { dataset.restricted(to: $0) } ?? dataset
    self.dataset = restricted
    self.functions = functions
    activeGraph = restricted.defaultGraph
  }

  /// The answer to a query.
  ///
  /// - Throws: ``NaiveFailure`` for `SERVICE`, ``ExpressionError`` for one that ends the query.
  package static func answer(
    _ query: Query, over dataset: NaiveDataset, functions: FunctionContext
  ) throws -> NaiveAnswer {
    let evaluator = NaiveEvaluator(query, over: dataset, functions: functions)
    let solutions = try evaluator.evaluate(query.pattern)
    switch query.form {
    case .select(let variables):
      let columns = Set(variables)
      return .solutions(
        variables, solutions.map { solution in solution.filter { columns.contains($0.key) } })
    case .ask: return .boolean(!solutions.isEmpty)
    case .construct(let template): return .graph(evaluator.construct(template, solutions))
    case .describe(let things): return .graph(evaluator.describe(things, solutions))
    }
  }

  // MARK: Patterns

  func evaluate(_ pattern: GraphPattern) throws -> [NaiveSolution] {
    switch pattern {
    case .basic(let triples):
      return try triples.reduce([bound(by: triples.flatMap { $0.variables })]) {
        try match($1, $0)
      }
    case .path(let subject, let path, let object): return evaluate(subject, path, object)
    case .join(let left, let right):
      return try join(try evaluate(left), try evaluate(right))
    case .leftJoin(let left, let right, let condition):
      return try leftJoin(try evaluate(left), try evaluate(right), condition)
    case .filter(let condition, let inner):
      return try evaluate(inner).filter { try holds(condition, in: $0) }
    case .union(let left, let right): return try bounded(try evaluate(left) + evaluate(right))
    case .minus(let left, let right): return try minus(try evaluate(left), try evaluate(right))
    case .extend: return try extend(pattern)
    case .graph(let name, let inner): return try evaluate(inner, inGraph: name)
    case .service(_, _, let isSilent):
      guard isSilent else { throw NaiveFailure.service }
      return [[:]]
    case .values(let variables, let rows): return values(variables, rows)
    case .group(let inner, let keys, let aggregates):
      return try group(try evaluate(inner), keys, aggregates)
    case .orderBy(let inner, let conditions): return try order(try evaluate(inner), conditions)
    case .project(let inner, let variables): return try project(inner, variables)
    case .distinct(let inner), .reduced(let inner):
      var known: Set<NaiveSolution> = []
      return try evaluate(inner).filter { known.insert($0).inserted }
    case .slice(let inner, let offset, let limit):
      let rest = try evaluate(inner).dropFirst(offset)
      return Array(limit.map { rest.prefix($0) } ?? rest)
    }
  }

  /// The rows, if there are not too many.
  private func bounded(_ rows: [NaiveSolution]) throws -> [NaiveSolution] {
    guard rows.count <= Self.mostRows else { throw NaiveFailure.tooManyRows }
    return rows
  }

  /// What is given of some variables.
  private func bound(by variables: [Variable]) -> NaiveSolution {
    var solution: NaiveSolution = [:]
    for variable in variables { solution[variable] = given[variable] }
    return solution
  }

  /// Each solution with each triple of the graph that goes with it.
  private func match(
    _ pattern: TriplePattern, _ solutions: [NaiveSolution]
  ) throws -> [NaiveSolution] {
    var result: [NaiveSolution] = []
    for solution in solutions {
      result += activeGraph.compactMap { triple in
        pattern.subject.match(triple.subject.term, solution)
          .flatMap { pattern.predicate.match(.namedNode(triple.predicate), $0) }
          .flatMap { pattern.object.match(triple.object, $0) }
      }
      guard result.count <= Self.mostRows else { throw NaiveFailure.tooManyRows }
    }
    return result
  }

  private func evaluate(
    _ subject: TermPattern, _ path: PropertyPath, _ object: TermPattern
  ) -> [NaiveSolution] {
    let solution = bound(by: subject.variables + object.variables)
    let walker = NaivePaths(graph: activeGraph)
    return walker.pairs(
      path, from: subject.term(in: solution), to: object.term(in: solution)
    ).compactMap { start, end in
      subject.match(start, solution).flatMap { object.match(end, $0) }
    }
  }

  private func join(
    _ left: [NaiveSolution], _ right: [NaiveSolution]
  ) throws -> [NaiveSolution] {
    // What is looked at counts, too: it takes as long.
    guard left.count * right.count <= 20 * Self.mostRows else { throw NaiveFailure.tooManyRows }
    return try bounded(left.flatMap { a in right.compactMap { b in a.merged(with: b) } })
  }

  private func leftJoin(
    _ left: [NaiveSolution], _ right: [NaiveSolution], _ condition: Expression?
  ) throws -> [NaiveSolution] {
    guard left.count * right.count <= 20 * Self.mostRows else { throw NaiveFailure.tooManyRows }
    let result = try left.flatMap { a in
      let both = try right.compactMap { b in a.merged(with: b) }.filter { merged in
        try condition.map { try holds($0, in: merged) } ?? true
      }
      return both.isEmpty ? [a] : both
    }
    return try bounded(result)
  }

  private func minus(
    _ left: [NaiveSolution], _ right: [NaiveSolution]
  ) throws -> [NaiveSolution] {
    guard left.count * right.count <= 20 * Self.mostRows else { throw NaiveFailure.tooManyRows }
    return left.filter { a in
      !right.contains { b in
        a.merged(with: b) != nil && a.keys.contains { b[$0] != nil }
      }
    }
  }

  /// All `BIND`s above one pattern see the same number for one of its solutions.
  private func extend(_ pattern: GraphPattern) throws -> [NaiveSolution] {
    var bindings: [(Variable, Expression)] = []
    var inner = pattern
    while case .extend(let next, let variable, let expression) = inner {
      bindings.append((variable, expression))
      inner = next
    }
    return try evaluate(inner).compactMap { row in
      solutionCount += 1
      functions.solution = solutionCount
      var solution: NaiveSolution? = row
      for (variable, expression) in bindings.reversed() {
        guard let known = solution else { break }
        guard let value = try self.value(of: expression, in: known) else { continue }
        if let other = known[variable] ?? given[variable], other != value {
          solution = nil
        } else {
          solution?[variable] = value
        }
      }
      return solution
    }
  }

  private func evaluate(
    _ pattern: GraphPattern, inGraph name: TermPattern
  ) throws -> [NaiveSolution] {
    let outer = activeGraph
    defer { activeGraph = outer }
    let solution = bound(by: name.variables)
    return try dataset.namedGraphs.flatMap { graph -> [NaiveSolution] in
      guard let named = name.match(graph.name, solution) else { return [] }
      activeGraph = graph.triples
      return try join(try evaluate(pattern), [named])
    }
  }

  private func values(_ variables: [Variable], _ rows: [[Term?]]) -> [NaiveSolution] {
    let solution = bound(by: variables)
    return rows.compactMap { row in
      var values: NaiveSolution = [:]
      for (variable, term) in zip(variables, row) { values[variable] = term }
      return values.merged(with: solution)
    }
  }

  private func project(
    _ pattern: GraphPattern, _ variables: [Variable]
  ) throws -> [NaiveSolution] {
    let columns = Set(variables)
    let outer = given
    defer { given = outer }
    given = outer.filter { columns.contains($0.key) }
    return try evaluate(pattern).map { $0.filter { columns.contains($0.key) } }
  }

  private func order(
    _ solutions: [NaiveSolution], _ conditions: [OrderCondition]
  ) throws -> [NaiveSolution] {
    let keyed = try solutions.map { solution in
      (solution, try conditions.map { OrderKey(try value(of: $0.expression, in: solution)) })
    }
    // The standard library's sort keeps the order of what is equal.
    return keyed.sorted { left, right in
      for (index, condition) in conditions.enumerated() {
        switch OrderKey.order(left.1[index], right.1[index]) {
        case .equal: continue
        case .less: return !condition.isDescending
        case .greater: return condition.isDescending
        }
      }
      return false
    }.map { $0.0 }
  }
}

/// What the naive evaluator does not do.
package enum NaiveFailure: Error {
  /// Asks another endpoint.
  case service
  /// An operator has more rows than ``NaiveEvaluator/mostRows``.
  case tooManyRows
}

extension NaiveSolution {
  /// Both solutions as one; nil if they bind a variable to different terms.
  func merged(with other: NaiveSolution) -> NaiveSolution? {
    var result = self
    for (variable, term) in other {
      if let known = result[variable], known != term { return nil }
      result[variable] = term
    }
    return result
  }
}
