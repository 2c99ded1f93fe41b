/// A statement ([RDF 1.1 Concepts §3.1](https://www.w3.org/TR/rdf11-concepts/#section-triples)).
public struct Triple: Hashable, Sendable {
  /// What the statement is about.
  public let subject: Subject
  /// The property stated.
  public let predicate: NamedNode
  /// The property's value.
  public let object: Term

  /// The statement that `subject` has `object` as a `predicate`.
  public init(_ subject: Subject, _ predicate: NamedNode, _ object: Term) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}
