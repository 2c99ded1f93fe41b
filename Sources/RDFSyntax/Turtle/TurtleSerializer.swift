public import RDF

/// Writes Turtle that a person likes to read
/// ([RDF 1.1 Turtle](https://www.w3.org/TR/turtle/)).
///
/// Subjects stand in order of their IRIs, blank nodes after them, one blank line between two. Of a
/// subject `a` comes first, then ``Options/firstPredicates``, then the others in order of their
/// IRIs. Objects stand in this order: IRIs, blank nodes, literals by their texts, triple terms; on
/// one line if they fit, else one on each line. Numbers and booleans are shortened where Turtle
/// reads the very same lexical form back.
///
/// A blank node that is the object of one statement stands inside it, up to 64 levels deep, and a
/// list between parentheses. Such nodes, and those that nothing mentions, lose their label and are
/// ordered by what they say. The others keep theirs; one that a reader has made up (`anon7`) becomes
/// `_:n1` and so on, so that labels do not grow from file to file.
///
/// Duplicates are written once; the same set of statements gives the same bytes, and so does what
/// was read from them.
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
    /// Subjects that come before the others, in this order.
    public var firstSubjects: [NamedNode]

    /// Options; by default no prefixes, no base, no header, and labels first.
    public init(
      prefixes: [Prefix] = [], base: NamedNode? = nil, header: [String] = [],
      firstPredicates: [NamedNode] = [RDFS.label], firstSubjects: [NamedNode] = []
    ) {
      self.prefixes = prefixes
      self.base = base
      self.header = header
      self.firstPredicates = firstPredicates
      self.firstSubjects = firstSubjects
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
    try serialize(QuadCollection(triples.lazy.map { Quad($0) }), to: &sink)
  }

  /// The statements as bytes.
  public func serialize(_ triples: some Sequence<Triple>) -> [UInt8] {
    var bytes: [UInt8] = []
    serialize(triples, to: &bytes)
    return bytes
  }

  /// Writes collected statements to a sink, chunk by chunk.
  ///
  /// Turtle has no graphs: the statements of all are written as those of one. It is the caller's to
  /// refuse named graphs.
  ///
  /// - Complexity: O(n log n).
  /// - Throws: what the sink throws.
  public func serialize<Sink: ByteSink>(
    _ statements: QuadCollection, to sink: inout Sink
  ) throws(Sink.Failure) {
    var document = TurtleDocument(statements, options: options, mergesGraphs: true)
    try document.write(to: &sink)
  }

  /// Collected statements as bytes.
  public func serialize(_ statements: QuadCollection) -> [UInt8] {
    var bytes: [UInt8] = []
    serialize(statements, to: &bytes)
    return bytes
  }
}
