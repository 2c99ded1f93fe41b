public import RDF

/// The answer to a query ([SPARQL 1.1 §16](https://www.w3.org/TR/sparql11-query/#QueryForms)).
public enum QueryAnswer<Solutions: SolutionTable> {
  /// Of `SELECT`.
  case solutions(Solutions)
  /// Of `ASK`.
  case boolean(Bool)
  /// Of `CONSTRUCT` and `DESCRIBE`: triples in the default graph, each once.
  case graph(QuadCollection)
}
