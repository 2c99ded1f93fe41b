import RDF

/// The base of a document, with the beginnings that most relative IRIs get.
struct TurtleBase {
  let iri: BaseIRI
  /// `<` and what a relative path without dot segments is put behind; then the slack of copies.
  let directory: [UInt8]
  /// How many bytes of ``directory`` count; zero if there is none.
  let directoryCount: Int

  init(_ node: NamedNode) {
    iri = BaseIRI(node)
    // What the base gives to a segment of one letter it gives to every path without dot segments.
    var bytes: [UInt8] = []
    do {
      CanonicalTerm.append(try iri.resolve("x"), to: &bytes)
      bytes.removeLast(2)
    } catch {
      // A base of the caller's may be no IRI; every reference is resolved and refused then.
      bytes = []
    }
    directoryCount = bytes.count
    directory = bytes + [UInt8](repeating: 0, count: TermBytes.slack)
  }
}
