/// A resource named by an IRI ([RDF 1.1 Concepts §3.2](https://www.w3.org/TR/rdf11-concepts/#section-IRIs)).
public struct NamedNode: Hashable, Comparable, Sendable {
  /// The IRI as written: absolute, not normalised.
  public let iri: String

  /// A resource whose IRI comes from outside.
  ///
  /// The whole of [RFC 3987 §2.2](https://www.rfc-editor.org/rfc/rfc3987#section-2.2) is checked:
  /// scheme, authority with user, host, IP literal and port, path, query, fragment. Rules of single
  /// schemes (such as that `http` needs a host) are not.
  ///
  /// - Throws: ``IRIError`` with the first byte that breaks the grammar.
  public init(validating iri: String) throws(IRIError) {
    var text = iri
    let fault = text.withUTF8 { IRISyntax.firstFault(in: $0.span) }
    if let fault { throw IRIError(fault.reason, at: fault.offset, in: iri) }
    self.iri = iri
  }

  /// A resource whose IRI is known to be absolute and well formed.
  package init(unchecked iri: String) { self.iri = iri }

  /// Whether both are the same code points, as RDF asks; canonically equivalent spellings differ.
  public static func == (left: NamedNode, right: NamedNode) -> Bool {
    left.iri.hasSameCodePoints(as: right.iri)
  }

  /// In order of the IRIs' UTF-8.
  public static func < (left: NamedNode, right: NamedNode) -> Bool {
    left.iri.utf8.lexicographicallyPrecedes(right.iri.utf8)
  }
}
