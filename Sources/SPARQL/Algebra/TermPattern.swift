public import RDF

/// A place of a triple pattern: a term or a variable
/// ([SPARQL 1.1 §18.1.5](https://www.w3.org/TR/sparql11-query/#defn_TriplePattern)).
///
/// A blank node of a query is a variable that nobody sees (``Variable/isVisible``).
public indirect enum TermPattern: Hashable, Sendable {
  /// A term that must stand there; never a blank node.
  case term(Term)
  /// Anything, the same wherever the variable stands.
  case variable(Variable)
  /// A triple term with variables in it (SPARQL 1.2); without variables it is a ``term(_:)``.
  case tripleTerm(TriplePattern)
}

/// A triple with variables in it.
public struct TriplePattern: Hashable, Sendable {
  /// What stands as the subject.
  public var subject: TermPattern
  /// What stands as the predicate.
  public var predicate: TermPattern
  /// What stands as the object.
  public var object: TermPattern

  /// A pattern of these three.
  public init(_ subject: TermPattern, _ predicate: TermPattern, _ object: TermPattern) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}
