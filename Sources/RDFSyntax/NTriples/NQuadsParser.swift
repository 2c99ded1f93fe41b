public import Diagnostics
public import RDF

/// Reads N-Triples and N-Quads, strictly
/// ([N-Triples](https://www.w3.org/TR/rdf12-n-triples/), [N-Quads](https://www.w3.org/TR/rdf12-n-quads/)).
///
/// RDF 1.1 is read in full; of RDF 1.2 triple terms, base directions and the `VERSION` line too.
/// IRIs must be absolute (RFC 3987), the bytes well-formed UTF-8. Terms keep their lexical form and
/// blank nodes their labels.
public struct NQuadsParser: Hashable, Sendable {
  /// Which of the two syntaxes.
  public enum Dialect: Hashable, Sendable {
    /// Three terms to a statement.
    case nTriples
    /// Three terms, and perhaps the name of a graph.
    case nQuads
  }

  /// The syntax read.
  public var dialect: Dialect
  /// How deep triple terms may nest before the input is refused.
  public var maximumDepth: Int

  /// A parser of one of the two syntaxes.
  public init(dialect: Dialect = .nQuads, maximumDepth: Int = 64) {
    self.dialect = dialect
    self.maximumDepth = maximumDepth
  }

  /// All statements, in the order of the text, duplicates kept.
  ///
  /// `file` is the name put before the place in errors.
  ///
  /// - Throws: the first mistake.
  public func parse(_ bytes: [UInt8], file: String? = nil) throws(SyntaxError) -> [Quad] {
    try reader(of: ByteArraySource(bytes), options: ReaderOptions(file: file)).allOfArray()
  }

  /// A reader that hands out block after block.
  public func reader(of source: any ByteSource, options: ReaderOptions = .init()) -> LineReader {
    LineReader(source, parser: self, options: options)
  }
}
