public import RDF

/// Writes RDF/XML that a person can read
/// ([RDF 1.1 XML Syntax](https://www.w3.org/TR/rdf-syntax-grammar/)).
///
/// One element per subject, named by a type where its IRI is an XML name. Subjects stand in order of
/// their IRIs, blank nodes after them; a blank node that is the value of one statement only stands
/// inside it. Properties stand in order of their IRIs, values in order of their bytes. Namespaces
/// without a given prefix become `ns1`, `ns2` and so on. Duplicates are written once, and the same
/// set of statements gives the same bytes.
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
    try sink.write(try serialize(triples))
  }

  /// The statements as bytes.
  ///
  /// - Throws: ``RDFXMLError`` with the first statement that RDF/XML cannot say.
  public func serialize(_ triples: some Sequence<Triple>) throws(RDFXMLError) -> [UInt8] {
    var writer = RDFXMLWriter(triples, prefixes: options.prefixes)
    try writer.writeBody()
    return writer.document(header: options.header)
  }
}
