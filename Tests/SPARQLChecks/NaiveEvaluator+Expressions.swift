internal import RDF
internal import SPARQL

/// Expressions ([SPARQL 1.1 §17.2](https://www.w3.org/TR/sparql11-query/#evaluation)).
extension NaiveEvaluator {
  /// Whether an expression is true; an error is not.
  func holds(_ expression: Expression, in solution: NaiveSolution) throws -> Bool {
    try truth(of: expression, in: solution) ?? false
  }

  /// What an expression counts for; nil for an error.
  private func truth(of expression: Expression, in solution: NaiveSolution) throws -> Bool? {
    guard let term = try value(of: expression, in: solution) else { return nil }
    return try attempt { () throws(ExpressionError) in
      try TermOperators.effectiveBoolean(of: term)
    }
  }

  /// The value of an expression; nil for an error.
  ///
  /// - Throws: an error that ends the query.
  func value(of expression: Expression, in solution: NaiveSolution) throws -> Term? {
    switch expression {
    case .term(let term): return term
    case .variable(let variable): return solution[variable] ?? given[variable]
    case .bound(let variable): return term((solution[variable] ?? given[variable]) != nil)
    case .or(let left, let right):
      switch (try truth(of: left, in: solution), try truth(of: right, in: solution)) {
      case (true, _), (_, true): return term(true)
      case (false, false): return term(false)
      case (nil, _), (_, nil): return nil
      }
    case .and(let left, let right):
      switch (try truth(of: left, in: solution), try truth(of: right, in: solution)) {
      case (false, _), (_, false): return term(false)
      case (true, true): return term(true)
      case (nil, _), (_, nil): return nil
      }
    case .not(let operand): return try truth(of: operand, in: solution).map { term(!$0) }
    case .comparison(let comparison, let left, let right):
      return try combine(left, right, solution) { (a, b) throws(ExpressionError) in
        self.term(try TermOperators.compare(comparison, a, b))
      }
    case .arithmetic(let operation, let left, let right):
      return try combine(left, right, solution) { (a, b) throws(ExpressionError) in
        try TermOperators.reckon(operation, a, b)
      }
    case .unaryPlus(let operand):
      guard let term = try value(of: operand, in: solution) else { return nil }
      return try attempt { () throws(ExpressionError) in try TermOperators.unaryPlus(term) }
    case .negated(let operand):
      guard let term = try value(of: operand, in: solution) else { return nil }
      return try attempt { () throws(ExpressionError) in try TermOperators.negated(term) }
    case .isIn(let operand, let list): return try isIn(operand, list, solution)
    case .exists(let pattern): return try exists(pattern, solution)
    case .conditional(let condition, let then, let otherwise):
      guard let isTrue = try truth(of: condition, in: solution) else { return nil }
      return try value(of: isTrue ? then : otherwise, in: solution)
    case .coalesce(let list):
      for expression in list {
        if let term = try value(of: expression, in: solution) { return term }
      }
      return nil
    case .call(let function, let arguments):
      guard let terms = try values(of: arguments, in: solution) else { return nil }
      return try attempt { () throws(ExpressionError) in try functions.call(function, terms) }
    case .function(let name, let arguments):
      guard let terms = try values(of: arguments, in: solution) else { return nil }
      return try attempt { () throws(ExpressionError) in try functions.call(name, terms) }
    }
  }

  private func values(
    of expressions: [Expression], in solution: NaiveSolution
  ) throws -> [Term]? {
    var terms: [Term] = []
    for expression in expressions {
      guard let term = try value(of: expression, in: solution) else { return nil }
      terms.append(term)
    }
    return terms
  }

  private func combine(
    _ left: Expression, _ right: Expression, _ solution: NaiveSolution,
    _ body: (Term, Term) throws(ExpressionError) -> Term
  ) throws -> Term? {
    guard let terms = try values(of: [left, right], in: solution) else { return nil }
    return try attempt { () throws(ExpressionError) in try body(terms[0], terms[1]) }
  }

  /// `a IN (b, c)` is `a = b || a = c`.
  private func isIn(
    _ operand: Expression, _ list: [Expression], _ solution: NaiveSolution
  ) throws -> Term? {
    let comparisons = list.map { Expression.comparison(.equal, operand, $0) }
    let whole = comparisons.reduce(
      .term(.literal(Literal("false", datatype: XSD.boolean)))
    ) { Expression.or($0, $1) }
    return try value(of: whole, in: solution)
  }

  private func exists(_ pattern: GraphPattern, _ solution: NaiveSolution) throws -> Term {
    let outer = given
    let number = functions.solution
    defer {
      given = outer
      functions.solution = number
    }
    given = outer.merging(solution) { $1 }
    return term(try !evaluate(pattern).isEmpty)
  }

  /// What a function gives; nil for an error that the query survives.
  func attempt<Value>(_ body: () throws(ExpressionError) -> Value) throws -> Value? {
    do throws(ExpressionError) { return try body() } catch {
      if error.endsQuery { throw error }
      return nil
    }
  }

  private func term(_ value: Bool) -> Term {
    .literal(Literal(value ? "true" : "false", datatype: XSD.boolean))
  }
}
