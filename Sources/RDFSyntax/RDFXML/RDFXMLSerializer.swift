public import RDF

/// Writes RDF/XML that a person can read
/// ([RDF 1.2 XML Syntax](https://www.w3.org/TR/rdf12-xml/)).
///
/// One element per subject, named by its first type whose IRI is an XML name. Subjects stand in order
/// of their IRIs, blank nodes after them. Types come first, then the properties in order of their
/// IRIs; values stand in this order: IRIs, blank nodes, literals by their texts. Namespaces without a
/// given prefix become `ns1`, `ns2` and so on in order of the IRIs that need them.
///
/// A blank node that is the value of one statement stands inside it, up to 16 levels deep, and so
/// does a list of IRIs and blank nodes, with `rdf:parseType="Collection"`. Such nodes, and those that
/// nothing mentions, lose their label and are ordered by what they say; labels that a reader has made
/// up become `n1` and so on. An XML literal stands as markup where a reader gives the very same back.
/// Triple terms and base directions make a document announce RDF 1.2; without any it is RDF/XML 1.1.
///
/// Duplicates are written once; the same set of statements gives the same bytes, and so does what
/// was read from them.
public struct RDFXMLSerializer: Hashable, Sendable {
  /// What can be chosen about the output.
  public struct Options: Hashable, Sendable {
    /// Prefixes that may be used; those that are get declared.
    ///
    /// Of two with one name the first counts.
    public var prefixes: [Prefix]
    /// Lines of a comment at the top; a `--` in them is written `- -`.
    public var header: [String]

    /// Options; by default no prefixes but `rdf:`, and no header.
    public init(prefixes: [Prefix] = [], header: [String] = []) {
      self.prefixes = prefixes
      self.header = header
    }
  }

  /// What was chosen.
  public var options: Options

  /// A serializer with these options.
  public init(options: Options = .init()) { self.options = options }

  /// Writes the statements to a sink; nothing is written if one is refused.
  ///
  /// - Complexity: O(n log n); all statements are held in memory.
  /// - Throws: ``RDFXMLError`` with the first statement that RDF/XML cannot say, or what the sink
  ///   throws.
  public func serialize(
    _ triples: some Sequence<Triple>, to sink: inout some ByteSink
  ) throws {
    try serialize(QuadCollection(triples.lazy.map { Quad($0) }), to: &sink)
  }

  /// The statements as bytes.
  ///
  /// - Throws: ``RDFXMLError`` with the first statement that RDF/XML cannot say.
  public func serialize(_ triples: some Sequence<Triple>) throws(RDFXMLError) -> [UInt8] {
    try serialize(QuadCollection(triples.lazy.map { Quad($0) }))
  }

  /// Writes collected statements to a sink, chunk by chunk; nothing is written if one is refused.
  ///
  /// - Complexity: O(n log n).
  /// - Throws: ``RDFXMLError`` with the first statement that RDF/XML cannot say, or what the sink
  ///   throws.
  public func serialize(_ statements: QuadCollection, to sink: inout some ByteSink) throws {
    var document = try RDFXMLDocument(statements, options: options)
    try document.write(to: &sink)
  }

  /// Collected statements as bytes.
  ///
  /// - Throws: ``RDFXMLError`` with the first statement that RDF/XML cannot say.
  public func serialize(_ statements: QuadCollection) throws(RDFXMLError) -> [UInt8] {
    var document = try RDFXMLDocument(statements, options: options)
    var bytes: [UInt8] = []
    document.write(to: &bytes)
    return bytes
  }
}
