public import RDF

/// Writes JSON-LD 1.1 ([API §8.4](https://www.w3.org/TR/json-ld11-api/#serialize-rdf-as-json-ld-algorithm)).
///
/// Every node once in its graph, in order of the IRIs, blank nodes after them; of a node the types
/// first, then the properties in order of their IRIs. Lists of blank nodes that nothing else mentions
/// become `@list`. Duplicates are written once; the same set of statements gives the same bytes.
///
/// With a context the text is compacted: terms for IRIs, plain strings where the context says the
/// rest. A term is used only where reading it gives the very same statement back. What a context says
/// of reverse properties, indexes, maps of nodes and contexts of terms is not made use of.
public struct JSONLDSerializer: Sendable {
  /// What can be chosen about the output.
  public struct Options: Sendable {
    /// Whether numbers and truth values are those of JSON where that says the same.
    public var usesNativeTypes = false
    /// Whether `rdf:type` is a property like others, and no `@type`.
    public var usesRDFType = false
    /// How texts with a direction are told in the statements.
    public var rdfDirection: JSONLDOptions.Direction?
    /// The context to write with; nil for expanded form.
    public var context: JSONLDOptions.Document?
    /// What IRIs are written relative to, beside what the context says; nil for nothing.
    public var base: NamedNode?
    /// Whether nodes stand in `@graph` even if there is only one.
    public var isFlattened = false
    /// How the context is read.
    public var reading = JSONLDOptions()

    /// Options; by default expanded form with strings as values.
    public init() {}
  }

  /// What was chosen.
  public var options: Options

  /// A serializer with these options.
  public init(options: Options = .init()) { self.options = options }

  /// Writes collected statements to a sink, chunk by chunk.
  ///
  /// - Complexity: O(n log n); all statements are held in memory.
  /// - Throws: ``JSONLDWritingError`` for a triple term or a JSON literal that is no JSON,
  ///   `SyntaxError` for a context that cannot be used, or what the sink throws.
  public func serialize<Sink: ByteSink>(
    _ statements: QuadCollection, to sink: inout Sink
  ) throws {
    var document = try JSONLDDocument(statements, options: options)
    try document.write(to: &sink)
  }

  /// Collected statements as bytes.
  ///
  /// - Throws: ``JSONLDWritingError`` for a triple term or a JSON literal that is no JSON,
  ///   `SyntaxError` for a context that cannot be used.
  public func serialize(_ statements: QuadCollection) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try serialize(statements, to: &bytes)
    return bytes
  }
}
