public import RDF

extension Update {
  /// The request that a text says
  /// ([SPARQL 1.2 §19.8](https://www.w3.org/TR/sparql12-query/#sparqlGrammar), from `UpdateUnit` [3]).
  ///
  /// ```swift
  /// let update = try Update(parsing: "CLEAR DEFAULT; LOAD <kota.ttl>", base: folder)
  /// ```
  ///
  /// - Parameters:
  ///   - text: The request.
  ///   - base: What relative IRIs are resolved against until the request names its own; nil to refuse
  ///     them.
  ///   - prefixes: Prefixes that the request may use without declaring them.
  ///   - version: The edition of SPARQL; a `VERSION` in the text changes nothing.
  /// - Throws: The first mistake; the bounds are those of queries.
  /// - Complexity: O(bytes of the text).
  public init(
    parsing text: String, base: NamedNode? = nil, prefixes: [Query.Prefix] = [],
    version: SPARQLVersion = .sparql12
  ) throws(SPARQLSyntaxError) {
    var parser = try QueryParser(
      text, names: QueryNames(base: base, prefixes: prefixes), version: version)
    self = try parser.readUpdateUnit()
  }
}
