import RDF

/// Puts terms in place of variables all over an algebra.
struct ParameterReplacement {
  let parameters: [Variable: Term]

  func term(_ pattern: TermPattern) -> TermPattern {
    switch pattern {
    case .term: pattern
    case .variable(let variable): parameters[variable].map { .term($0) } ?? pattern
    case .tripleTerm(let triple): .tripleTerm(self.triple(triple))
    }
  }

  func triple(_ pattern: TriplePattern) -> TriplePattern {
    TriplePattern(term(pattern.subject), term(pattern.predicate), term(pattern.object))
  }

  func pattern(_ pattern: GraphPattern) throws(ParameterError) -> GraphPattern {
    switch pattern {
    case .basic(let triples): return .basic(triples.map(triple))
    case .path(let subject, let path, let object): return .path(term(subject), path, term(object))
    case .join(let left, let right):
      return .join(try self.pattern(left), try self.pattern(right))
    case .leftJoin(let left, let right, let condition):
      var replaced: Expression?
      if let condition { replaced = try expression(condition) }
      return .leftJoin(try self.pattern(left), try self.pattern(right), condition: replaced)
    case .filter(let condition, let inner):
      return .filter(try expression(condition), try self.pattern(inner))
    case .union(let left, let right):
      return .union(try self.pattern(left), try self.pattern(right))
    case .minus(let left, let right):
      return .minus(try self.pattern(left), try self.pattern(right))
    case .extend(let inner, let variable, let value):
      if parameters[variable] != nil { throw ParameterError(variable: variable) }
      return .extend(try self.pattern(inner), variable, try expression(value))
    case .graph(let name, let inner): return .graph(term(name), try self.pattern(inner))
    case .service(let name, let inner, let silent):
      return .service(term(name), try self.pattern(inner), silent: silent)
    case .values(let variables, let rows): return values(variables, rows)
    case .group(let inner, let keys, let aggregates):
      return try group(inner, keys, aggregates)
    case .orderBy(let inner, let conditions):
      var replaced: [OrderCondition] = []
      for condition in conditions {
        replaced.append(
          OrderCondition(
            try expression(condition.expression), isDescending: condition.isDescending))
      }
      return .orderBy(try self.pattern(inner), replaced)
    case .project(let inner, let variables):
      return .project(binding(variables, in: try self.pattern(inner)), variables)
    case .distinct(let inner): return .distinct(try self.pattern(inner))
    case .reduced(let inner): return .reduced(try self.pattern(inner))
    case .slice(let inner, let offset, let limit):
      return .slice(try self.pattern(inner), offset: offset, limit: limit)
    }
  }

  /// The rows that go with the parameters, without their columns.
  private func values(_ variables: [Variable], _ rows: [[Term?]]) -> GraphPattern {
    let kept = variables.indices.filter { parameters[variables[$0]] == nil }
    let matching = rows.filter { row in
      zip(variables, row).allSatisfy { variable, value in
        guard let parameter = parameters[variable], let value else { return true }
        return parameter == value
      }
    }
    return .values(kept.map { variables[$0] }, matching.map { row in kept.map { row[$0] } })
  }

  private func group(
    _ inner: GraphPattern, _ keys: [Variable], _ aggregates: [AggregateBinding]
  ) throws(ParameterError) -> GraphPattern {
    var replaced: [AggregateBinding] = []
    for binding in aggregates {
      if parameters[binding.variable] != nil { throw ParameterError(variable: binding.variable) }
      let aggregate = binding.aggregate
      var operand: Expression?
      if let written = aggregate.operand { operand = try expression(written) }
      replaced.append(
        AggregateBinding(
          binding.variable,
          Aggregate(aggregate.function, of: operand, isDistinct: aggregate.isDistinct)))
    }
    // The keys stay: without any, no solutions would make a group.
    let grouped = binding(keys, in: try pattern(inner))
    return .group(grouped, keys: keys, aggregates: replaced)
  }

  /// The pattern with those of the variables bound that are parameters.
  private func binding(_ variables: [Variable], in inner: GraphPattern) -> GraphPattern {
    variables.reduce(inner) { pattern, variable in
      parameters[variable].map { .extend(pattern, variable, .term($0)) } ?? pattern
    }
  }

  func expression(_ expression: Expression) throws(ParameterError) -> Expression {
    switch expression {
    case .term: return expression
    case .variable(let variable): return parameters[variable].map { .term($0) } ?? expression
    case .bound(let variable):
      let isTrue = Literal("true", datatype: XSD.boolean)
      return parameters[variable] == nil ? expression : .term(.literal(isTrue))
    case .or(let left, let right):
      return .or(try self.expression(left), try self.expression(right))
    case .and(let left, let right):
      return .and(try self.expression(left), try self.expression(right))
    case .not(let operand): return .not(try self.expression(operand))
    case .comparison(let comparison, let left, let right):
      return .comparison(comparison, try self.expression(left), try self.expression(right))
    case .arithmetic(let operation, let left, let right):
      return .arithmetic(operation, try self.expression(left), try self.expression(right))
    case .unaryPlus(let operand): return .unaryPlus(try self.expression(operand))
    case .negated(let operand): return .negated(try self.expression(operand))
    case .isIn(let operand, let list):
      return .isIn(try self.expression(operand), try expressions(list))
    case .exists(let pattern): return .exists(try self.pattern(pattern))
    case .conditional(let condition, let then, let otherwise):
      return .conditional(
        try self.expression(condition), try self.expression(then), try self.expression(otherwise))
    case .coalesce(let list): return .coalesce(try expressions(list))
    case .call(let function, let arguments): return .call(function, try expressions(arguments))
    case .function(let name, let arguments): return .function(name, try expressions(arguments))
    }
  }

  private func expressions(_ list: [Expression]) throws(ParameterError) -> [Expression] {
    var replaced: [Expression] = []
    for expression in list { replaced.append(try self.expression(expression)) }
    return replaced
  }
}
