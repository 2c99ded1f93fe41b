internal import RDF
internal import SPARQL

/// Groups and aggregates
/// ([SPARQL 1.1 §18.5.1](https://www.w3.org/TR/sparql11-query/#aggregateAlgebra)).
extension NaiveEvaluator {
  func group(
    _ solutions: [NaiveSolution], _ keys: [Variable], _ aggregates: [AggregateBinding]
  ) throws -> [NaiveSolution] {
    var groups: [(key: NaiveSolution, rows: [NaiveSolution])] = []
    var places: [NaiveSolution: Int] = [:]
    if keys.isEmpty {
      groups = [([:], solutions)]
    } else {
      let columns = Set(keys)
      for solution in solutions {
        let key = solution.filter { columns.contains($0.key) }
        if let place = places[key] {
          groups[place].rows.append(solution)
        } else {
          places[key] = groups.count
          groups.append((key, [solution]))
        }
      }
    }
    return try groups.map { group in
      var result = group.key
      for binding in aggregates {
        if let term = try value(of: binding.aggregate, over: group.rows) {
          result[binding.variable] = term
        }
      }
      return result
    }
  }

  private func value(of aggregate: Aggregate, over rows: [NaiveSolution]) throws -> Term? {
    guard let operand = aggregate.operand else {
      guard aggregate.isDistinct else { return count(rows.count) }
      return count(Set(rows.map { row in row.filter { $0.key.isVisible } }).count)
    }
    let values = try rows.map { try value(of: operand, in: $0) }
    var terms = values.compactMap { $0 }
    let hasErrors = terms.count < values.count
    if aggregate.isDistinct {
      var known: Set<Term> = []
      terms = terms.filter { known.insert($0).inserted }
    }
    switch aggregate.function {
    case .count: return count(terms.count)
    case .sample: return terms.first
    case .sum: return try hasErrors ? nil : sum(terms)
    case .average:
      guard !hasErrors, let total = try sum(terms) else { return nil }
      guard !terms.isEmpty else { return total }
      return try attempt { () throws(ExpressionError) in
        try TermOperators.reckon(.divide, total, count(terms.count))
      }
    case .minimum:
      return hasErrors ? nil : terms.min { OrderKey.precedes($0, $1) }
    case .maximum:
      return hasErrors ? nil : terms.min { OrderKey.precedes($1, $0) }
    case .groupConcat(let separator):
      guard !hasErrors else { return nil }
      return try concatenation(terms, separator)
    }
  }

  private func count(_ value: Int) -> Term {
    .literal(Literal(String(value), datatype: XSD.integer))
  }

  private func sum(_ terms: [Term]) throws -> Term? {
    try terms.reduce(count(0)) { sum, term -> Term? in
      guard let sum else { return nil }
      return try attempt { () throws(ExpressionError) in
        try TermOperators.reckon(.add, sum, term)
      }
    }
  }

  /// The texts of the terms as `STR` gives them.
  private func concatenation(_ terms: [Term], _ separator: String) throws -> Term? {
    var texts: [String] = []
    for term in terms {
      let text = try attempt { () throws(ExpressionError) in try functions.call(.str, [term]) }
      guard case .literal(let literal) = text else { return nil }
      texts.append(literal.lexicalForm)
    }
    return .literal(Literal(texts.joined(separator: separator)))
  }
}
