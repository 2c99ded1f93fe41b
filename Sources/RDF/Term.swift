/// An RDF term ([RDF 1.2 Concepts §3](https://www.w3.org/TR/rdf12-concepts/#section-rdf-graph)).
public indirect enum Term: Hashable, Sendable {
  /// A resource named by an IRI.
  case namedNode(NamedNode)
  /// A resource without a name.
  case blankNode(BlankNode)
  /// A value.
  case literal(Literal)
  /// A statement that is talked about (RDF 1.2).
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
  /// A resource named by an IRI.
  case namedNode(NamedNode)
  /// A resource without a name.
  case blankNode(BlankNode)

  /// The same as a term.
  public var term: Term {
    switch self {
    case .namedNode(let node): .namedNode(node)
    case .blankNode(let node): .blankNode(node)
    }
  }
}
