public import RDF

/// Reads JSON-LD 1.1 ([JSON-LD 1.1](https://www.w3.org/TR/json-ld11/),
/// [API §8.1](https://www.w3.org/TR/json-ld11-api/#deserialize-json-ld-to-rdf-algorithm)).
///
/// Contexts in the text are taken as they stand; others come from the options, and nothing is ever
/// fetched. As the specification has it, what no context gives a meaning is left out, and so are
/// statements whose terms are no terms of RDF.
public struct JSONLDParser: Sendable {
  /// How the text is read.
  public var options: JSONLDOptions

  /// A parser; by default of JSON-LD 1.1 without a base and without other contexts.
  public init(options: JSONLDOptions = .init()) { self.options = options }

  /// A parser with a base.
  public init(base: NamedNode?) { options = JSONLDOptions(base: base) }

  /// All statements, in the order of the text, duplicates kept.
  ///
  /// `file` is the name put before the place in errors.
  ///
  /// - Throws: `SyntaxError` for the first mistake, and what the loader of contexts throws.
  public func parse(_ bytes: [UInt8], file: String? = nil) throws -> [Quad] {
    var reader = reader(of: ByteArraySource(bytes), options: ReaderOptions(file: file))
    return try reader.all()
  }

  /// A reader that hands out block after block; the whole text is in memory first.
  public func reader(
    of source: any ByteSource, options: ReaderOptions = .init()
  ) -> JSONLDReader {
    JSONLDReader(source, options: self.options, readerOptions: options)
  }
}
