/// An RDF term ([RDF 1.2 Concepts §3](https://www.w3.org/TR/rdf12-concepts/#section-rdf-graph)).
public indirect enum Term: Hashable, Sendable {
  case namedNode(NamedNode)
  case blankNode(BlankNode)
  case literal(Literal)
  case tripleTerm(Triple)

  /// The node named by this term; nil if it is none.
  public var namedNode: NamedNode? {
    guard case .namedNode(let node) = self else { return nil }
    return node
  }

  /// The value that this term is; nil if it is none.
  public var literal: Literal? {
    guard case .literal(let literal) = self else { return nil }
    return literal
  }
}

/// The subject of a triple: a named or a blank node.
public enum Subject: Hashable, Sendable {
  case namedNode(NamedNode)
  case blankNode(BlankNode)

  /// The same as a term.
  public var term: Term {
    switch self {
    case .namedNode(let node): .namedNode(node)
    case .blankNode(let node): .blankNode(node)
    }
  }
}
