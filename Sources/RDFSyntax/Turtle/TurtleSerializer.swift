public import RDF

/// Writes Turtle that a person likes to read
/// ([RDF 1.1 Turtle](https://www.w3.org/TR/turtle/)).
///
/// Subjects stand in order of their IRIs, blank nodes after them, one blank line between two; of a
/// subject `a` comes first, then ``Options/firstPredicates``, then the others in order of their
/// IRIs; objects stand in order of their bytes. Numbers and booleans are shortened where Turtle
/// reads the very same lexical form back. A blank node always stands under its label. Duplicates
/// are written once, and the same set of statements gives the same bytes.
///
/// ```swift
/// let options = TurtleSerializer.Options(prefixes: [.rdfs], header: ["Sister cities"])
/// let text: [UInt8] = TurtleSerializer(options: options).serialize(triples)
/// ```
public struct TurtleSerializer: Hashable, Sendable {
  /// What can be chosen about the output.
  public struct Options: Hashable, Sendable {
    /// Prefixes that may be used; those that are get declared.
    ///
    /// Of two with one name the first counts.
    public var prefixes: [Prefix]
    /// What other IRIs are written relative to, where that is shorter and safe; declared if used.
    public var base: NamedNode?
    /// Lines of a comment at the top, without `#`.
    public var header: [String]
    /// Predicates that come before the others, in this order, behind `a`.
    public var firstPredicates: [NamedNode]

    /// Options; by default no prefixes, no base, no header, and labels first.
    public init(
      prefixes: [Prefix] = [], base: NamedNode? = nil, header: [String] = [],
      firstPredicates: [NamedNode] = [RDFS.label]
    ) {
      self.prefixes = prefixes
      self.base = base
      self.header = header
      self.firstPredicates = firstPredicates
    }
  }

  /// What was chosen.
  public var options: Options

  /// A serializer with these options.
  public init(options: Options = .init()) { self.options = options }

  /// Writes the statements to a sink.
  ///
  /// - Complexity: O(n log n); all statements are held in memory.
  /// - Throws: what the sink throws.
  public func serialize<Sink: ByteSink>(
    _ triples: some Sequence<Triple>, to sink: inout Sink
  ) throws(Sink.Failure) {
    var writer = TurtleWriter(options: options)
    let body = writer.body(of: Array(triples))
    try writer.write(body, header: options.header, to: &sink)
  }

  /// The statements as bytes.
  public func serialize(_ triples: some Sequence<Triple>) -> [UInt8] {
    var bytes: [UInt8] = []
    serialize(triples, to: &bytes)
    return bytes
  }
}
