public import RDF

extension Query {
  /// The query that a text says
  /// ([SPARQL 1.1 §19](https://www.w3.org/TR/sparql11-query/#grammar)).
  ///
  /// ```swift
  /// let query = try Query(parsing: "SELECT ?city { ?city a <https://w3id.org/simpul/ns#City> }")
  /// ```
  ///
  /// - Parameters:
  ///   - text: The query.
  ///   - base: What relative IRIs are resolved against until the query names its own; nil to refuse
  ///     them.
  ///   - prefixes: Prefixes that the query may use without declaring them.
  /// - Throws: The first mistake. Groups, parentheses and the like may nest 128 deep, and a chain of
  ///   operators may have 1,000 links.
  /// - Complexity: O(bytes of the text).
  public init(
    parsing text: String, base: NamedNode? = nil, prefixes: [Prefix] = []
  ) throws(SPARQLSyntaxError) {
    var parser = try QueryParser(text, names: QueryNames(base: base, prefixes: prefixes))
    self = try parser.readQueryUnit()
  }
}
