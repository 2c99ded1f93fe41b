public import RDF

extension Query {
  /// The query that a text says
  /// ([SPARQL 1.2 §19](https://www.w3.org/TR/sparql12-query/#grammar)).
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
  ///   - version: The edition of SPARQL; a `VERSION` in the text changes nothing.
  /// - Throws: The first mistake. Groups, parentheses and the like may nest 128 deep, and a chain of
  ///   operators may have 1,000 links.
  /// - Complexity: O(bytes of the text).
  public init(
    parsing text: String, base: NamedNode? = nil, prefixes: [Prefix] = [],
    version: SPARQLVersion = .sparql12
  ) throws(SPARQLSyntaxError) {
    var parser = try QueryParser(
      text, names: QueryNames(base: base, prefixes: prefixes), version: version)
    self = try parser.readQueryUnit()
  }
}
