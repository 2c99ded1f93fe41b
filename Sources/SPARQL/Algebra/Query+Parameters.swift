public import RDF

extension Query {
  /// The query with terms in place of variables, as if they had been written there.
  ///
  /// This is how a query is given parameters: terms are put into the algebra, never text into a
  /// query. A variable that is asked for is answered with its term in each solution.
  /// - Throws: ``ParameterError`` where the query itself binds one of the variables by `BIND`, `AS`
  ///   or an aggregate.
  public func replacing(_ parameters: [Variable: Term]) throws(ParameterError) -> Query {
    guard !parameters.isEmpty else { return self }
    let replacement = ParameterReplacement(parameters: parameters)
    var query = self
    query.pattern = try replacement.pattern(pattern)
    switch form {
    case .select, .ask: break
    case .construct(let template): query.form = .construct(template.map(replacement.triple))
    case .describe(let terms): query.form = .describe(terms.map(replacement.term))
    }
    return query
  }
}

/// A parameter that a query binds itself.
public struct ParameterError: Error, Hashable {
  /// The variable.
  public let variable: Variable
}
