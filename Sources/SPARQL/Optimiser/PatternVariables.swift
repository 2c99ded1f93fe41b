import RDF

/// The variables of patterns and expressions.
extension GraphPattern {
  /// The variables that a solution may bind: those in scope
  /// ([SPARQL 1.1 §18.2.1](https://www.w3.org/TR/sparql11-query/#variableScope)), and those that
  /// nobody sees.
  var variables: Set<Variable> {
    switch self {
    case .basic(let triples): return triples.reduce(into: []) { $0.formUnion($1.variables) }
    case .path(let subject, _, let object): return subject.variables.union(object.variables)
    case .join(let left, let right), .leftJoin(let left, let right, _), .union(let left, let right):
      return left.variables.union(right.variables)
    case .filter(_, let pattern), .minus(let pattern, _), .orderBy(let pattern, _),
      .distinct(let pattern), .reduced(let pattern), .slice(let pattern, _, _):
      return pattern.variables
    case .extend(let pattern, let variable, _): return pattern.variables.union([variable])
    case .graph(let name, let pattern): return pattern.variables.union(name.variables)
    case .service: return []
    case .values(let variables, _): return Set(variables)
    case .group(_, let keys, let aggregates): return Set(keys + aggregates.map(\.variable))
    case .project(_, let variables): return Set(variables)
    }
  }

  /// The variables that every solution binds.
  var certainVariables: Set<Variable> {
    switch self {
    case .basic, .path: return variables
    case .join(let left, let right): return left.certainVariables.union(right.certainVariables)
    case .leftJoin(let pattern, _, _), .filter(_, let pattern), .minus(let pattern, _),
      .orderBy(let pattern, _), .distinct(let pattern), .reduced(let pattern),
      .slice(let pattern, _, _), .extend(let pattern, _, _):
      return pattern.certainVariables
    case .union(let left, let right):
      return left.certainVariables.intersection(right.certainVariables)
    case .graph(let name, let pattern): return pattern.certainVariables.union(name.variables)
    case .service: return []
    case .values(let variables, let rows):
      return Set(
        variables.indices.filter { column in rows.allSatisfy { $0[column] != nil } }
          .map { variables[$0] })
    case .group(let pattern, let keys, let aggregates):
      let counts = aggregates.filter { $0.aggregate.function == .count }.map(\.variable)
      return Set(keys).intersection(pattern.certainVariables).union(counts)
    case .project(let pattern, let variables):
      return pattern.certainVariables.intersection(variables)
    }
  }
}

extension AggregateBinding {
  /// Whether it is `COUNT(*)`.
  var isRowCount: Bool {
    aggregate.function == .count && aggregate.operand == nil && !aggregate.isDistinct
  }
}

extension TermPattern {
  /// The variables, also those within a triple term.
  var variables: Set<Variable> {
    switch self {
    case .term: []
    case .variable(let variable): [variable]
    case .tripleTerm(let triple): triple.variables
    }
  }
}

extension TriplePattern {
  /// The variables of all places.
  var variables: Set<Variable> {
    subject.variables.union(predicate.variables).union(object.variables)
  }
}

extension Expression {
  /// The variables that decide the value, those of patterns in it too.
  var variables: Set<Variable> {
    switch self {
    case .term: return []
    case .variable(let variable), .bound(let variable): return [variable]
    case .exists(let pattern): return pattern.mentionedVariables
    case .or(let a, let b), .and(let a, let b), .comparison(_, let a, let b),
      .arithmetic(_, let a, let b):
      return a.variables.union(b.variables)
    case .not(let a), .unaryPlus(let a), .negated(let a): return a.variables
    case .isIn(let a, let list): return list.reduce(a.variables) { $0.union($1.variables) }
    case .conditional(let a, let b, let c):
      return a.variables.union(b.variables).union(c.variables)
    case .coalesce(let list), .call(_, let list), .function(_, let list):
      return list.reduce([]) { $0.union($1.variables) }
    }
  }

  /// The parts that all have to be true.
  var conjuncts: [Expression] {
    if case .and(let left, let right) = self { return left.conjuncts + right.conjuncts }
    return [self]
  }
}

extension GraphPattern {
  /// The variables in scope, and all that expressions within name.
  var mentionedVariables: Set<Variable> {
    switch self {
    case .basic, .path, .values, .service: return variables
    case .join(let left, let right), .union(let left, let right), .minus(let left, let right):
      return left.mentionedVariables.union(right.mentionedVariables)
    case .leftJoin(let left, let right, let condition):
      return left.mentionedVariables.union(right.mentionedVariables)
        .union(condition?.variables ?? [])
    case .filter(let expression, let pattern):
      return pattern.mentionedVariables.union(expression.variables)
    case .extend(let pattern, let variable, let expression):
      return pattern.mentionedVariables.union(expression.variables).union([variable])
    case .graph(let name, let pattern): return pattern.mentionedVariables.union(name.variables)
    case .orderBy(let pattern, let conditions):
      return conditions.reduce(pattern.mentionedVariables) {
        $0.union($1.expression.variables)
      }
    case .distinct(let pattern), .reduced(let pattern), .slice(let pattern, _, _):
      return pattern.mentionedVariables
    case .group(let pattern, _, let aggregates):
      return aggregates.reduce(pattern.mentionedVariables.union(variables)) {
        $0.union($1.aggregate.operand?.variables ?? [])
      }
    // A subquery hands on what it selects, and no more.
    case .project: return variables
    }
  }
}
