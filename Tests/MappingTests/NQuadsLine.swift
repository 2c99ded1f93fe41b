import RDF

extension Quad {
  /// The quad as a line of N-Quads, for comparison; IRIs under the base of the tests are shortened.
  var line: String {
    let terms = [subject.term, .namedNode(predicate), object].map(\.text).joined(separator: " ")
    guard case .namedNode(let graph) = graphName else { return "\(terms) ." }
    return "\(terms) <\(graph.iri)> ."
  }

  /// The line without the graph, with `smp:` and the paths under the base alone.
  var short: String {
    [subject.term, .namedNode(predicate), object].map(\.text).joined(separator: " ")
      .replacing("<https://w3id.org/simpul/id/", with: "<")
      .replacing("https://w3id.org/simpul/ns#", with: "smp:")
      .replacing("http://www.w3.org/1999/02/22-rdf-syntax-ns#", with: "rdf:")
      .replacing("http://www.w3.org/2000/01/rdf-schema#", with: "rdfs:")
      .replacing("http://www.w3.org/2004/02/skos/core#", with: "skos:")
      .replacing("http://www.w3.org/2001/XMLSchema#", with: "xsd:")
      .replacing("http://data.europa.eu/eli/ontology#", with: "eli:")
      .replacing("http://purl.org/dc/terms/", with: "dct:")
  }
}

extension Term {
  fileprivate var text: String {
    switch self {
    case .namedNode(let node): return "<\(node.iri)>"
    case .blankNode(let node): return "_:\(node.label)"
    case .literal(let literal):
      let quoted = "\"\(literal.lexicalForm)\""
      if let language = literal.language { return "\(quoted)@\(language)" }
      return literal.datatype == XSD.string ? quoted : "\(quoted)^^<\(literal.datatype.iri)>"
    case .tripleTerm(let triple):
      return "<<( \(triple.subject.term.text) <\(triple.predicate.iri)> \(triple.object.text) )>>"
    }
  }
}
