internal import RDF
internal import SPARQL

extension TermPattern {
  /// The variables of the pattern, in order.
  var variables: [Variable] {
    switch self {
    case .term: []
    case .variable(let variable): [variable]
    case .tripleTerm(let triple): triple.variables
    }
  }

  /// The solution with what the pattern binds when it meets a term; nil if it does not match.
  func match(_ term: Term, _ solution: NaiveSolution) -> NaiveSolution? {
    switch self {
    case .term(let own): return own == term ? solution : nil
    case .variable(let variable):
      guard let known = solution[variable] else {
        var result = solution
        result[variable] = term
        return result
      }
      return known == term ? solution : nil
    case .tripleTerm(let pattern):
      guard case .tripleTerm(let triple) = term else { return nil }
      return pattern.subject.match(triple.subject.term, solution)
        .flatMap { pattern.predicate.match(.namedNode(triple.predicate), $0) }
        .flatMap { pattern.object.match(triple.object, $0) }
    }
  }

  /// The term that the pattern stands for in a solution; nil if that is open.
  func term(in solution: NaiveSolution) -> Term? {
    switch self {
    case .term(let term): return term
    case .variable(let variable): return solution[variable]
    case .tripleTerm(let pattern):
      guard let triple = pattern.triple(in: solution) else { return nil }
      return .tripleTerm(triple)
    }
  }
}

extension TriplePattern {
  /// The variables of the pattern, in order.
  var variables: [Variable] { subject.variables + predicate.variables + object.variables }

  /// The triple that the pattern stands for in a solution; nil if it is open, or none.
  func triple(in solution: NaiveSolution) -> Triple? {
    let subject: Subject
    switch self.subject.term(in: solution) {
    case .namedNode(let node): subject = .namedNode(node)
    case .blankNode(let node): subject = .blankNode(node)
    case .literal, .tripleTerm, nil: return nil
    }
    guard case .namedNode(let predicate) = predicate.term(in: solution),
      let object = object.term(in: solution)
    else { return nil }
    return Triple(subject, predicate, object)
  }
}
