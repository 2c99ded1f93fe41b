/// A statement ([RDF 1.1 Concepts §3.1](https://www.w3.org/TR/rdf11-concepts/#section-triples)).
public struct Triple: Hashable, Sendable {
  public let subject: Subject
  public let predicate: NamedNode
  public let object: Term

  /// The statement that `subject` has `object` as a `predicate`.
  public init(_ subject: Subject, _ predicate: NamedNode, _ object: Term) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}
