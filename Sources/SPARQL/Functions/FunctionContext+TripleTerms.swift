internal import RDF

/// Functions on triple terms
/// ([SPARQL 1.2 §17.4.6](https://www.w3.org/TR/sparql12-query/#func-triple-terms)).
extension FunctionContext {
  func callOnTripleTerms(
    _ function: BuiltInFunction, _ arguments: [Term]
  ) throws(ExpressionError) -> Term {
    switch function {
    case .isTriple:
      guard case .tripleTerm = arguments[0] else { return Self.boolean(false) }
      return Self.boolean(true)
    case .triple: return .tripleTerm(try Self.triple(arguments[0], arguments[1], arguments[2]))
    case .subject: return try Self.triple(arguments[0]).subject.term
    case .predicate: return .namedNode(try Self.triple(arguments[0]).predicate)
    case .object: return try Self.triple(arguments[0]).object
    default: preconditionFailure("\(function.rawValue) is no function on triple terms")
    }
  }

  private static func triple(_ term: Term) throws(ExpressionError) -> Triple {
    guard case .tripleTerm(let triple) = term else { throw .wrongType }
    return triple
  }

  private static func triple(
    _ subject: Term, _ predicate: Term, _ object: Term
  ) throws(ExpressionError) -> Triple {
    guard case .namedNode(let predicate) = predicate else { throw .wrongType }
    switch subject {
    case .namedNode(let node): return Triple(.namedNode(node), predicate, object)
    case .blankNode(let node): return Triple(.blankNode(node), predicate, object)
    case .literal, .tripleTerm: throw .wrongType
    }
  }
}
