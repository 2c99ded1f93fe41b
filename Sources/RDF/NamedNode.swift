/// A resource named by an IRI ([RDF 1.1 Concepts §3.2](https://www.w3.org/TR/rdf11-concepts/#section-IRIs)).
public struct NamedNode: Hashable, Comparable, Sendable {
  /// The IRI as written: absolute, not normalised.
  public let iri: String

  /// A resource whose IRI is known to be absolute and well formed.
  package init(unchecked iri: String) { self.iri = iri }

  /// In order of the IRIs' UTF-8.
  public static func < (left: NamedNode, right: NamedNode) -> Bool {
    left.iri.utf8.lexicographicallyPrecedes(right.iri.utf8)
  }
}
