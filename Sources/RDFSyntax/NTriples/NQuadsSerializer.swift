public import RDF

/// How N-Triples and N-Quads come out.
public struct LineSerializerOptions: Hashable, Sendable {
  /// The order of the lines.
  public enum Order: Hashable, Sendable {
    /// As the statements come, duplicates kept; nothing is held in memory.
    case asGiven
    /// By their bytes, each line once; all lines are held in memory.
    case sorted
  }

  /// The order of the lines.
  public var order: Order

  /// The spelling of language tags.
  public var languageTags: LanguageTagCase

  /// Lines as the statements come and tags as they are, if nothing else is given.
  public init(order: Order = .asGiven, languageTags: LanguageTagCase = .asWritten) {
    self.order = order
    self.languageTags = languageTags
  }

  /// Sorted lines and small language tags: the same set of statements without blank nodes gives the
  /// same bytes, whoever writes them.
  public static let canonical = LineSerializerOptions(order: .sorted, languageTags: .lowercase)
}

/// Writes N-Quads, in canonical form line by line
/// ([RDF 1.1 N-Quads](https://www.w3.org/TR/n-quads/),
/// [canonical form](https://www.w3.org/TR/rdf12-n-quads/#canonical-quads)).
///
/// Blank nodes keep their labels; one that the grammar does not take stands as `u--` and the
/// hexadecimal digits of its UTF-8.
public struct NQuadsSerializer: Hashable, Sendable {
  /// How the output comes out.
  public var options: LineSerializerOptions

  /// A serializer with these options.
  public init(options: LineSerializerOptions = .init()) { self.options = options }

  /// Writes the statements to a sink.
  ///
  /// - Complexity: O(n) in the order given, O(n log n) sorted.
  /// - Throws: what the sink throws.
  public func serialize<Sink: ByteSink>(
    _ quads: some Sequence<Quad>, to sink: inout Sink
  ) throws(Sink.Failure) {
    try LineOutput.write(quads, order: options.order, to: &sink) { quad, bytes in
      CanonicalTerm.append(quad.triple, languageTags: options.languageTags, to: &bytes)
      switch quad.graphName {
      case .defaultGraph: break
      case .namedNode(let node):
        bytes.append(UInt8(ascii: " "))
        CanonicalTerm.append(node, to: &bytes)
      case .blankNode(let node):
        bytes.append(UInt8(ascii: " "))
        CanonicalTerm.append(node, to: &bytes)
      }
    }
  }

  /// Writes collected statements to a sink.
  ///
  /// Sorted, it holds no lines: the terms are put in order once, and the statements by the places of
  /// their terms.
  ///
  /// - Complexity: as with a sequence.
  /// - Throws: what the sink throws.
  public func serialize<Sink: ByteSink>(
    _ statements: QuadCollection, to sink: inout Sink
  ) throws(Sink.Failure) {
    guard options.order == .sorted, options.languageTags == .asWritten else {
      return try serialize(statements.quads, to: &sink)
    }
    try SortedLines(statements).write(to: &sink)
  }

  /// The statements as bytes.
  public func serialize(_ quads: some Sequence<Quad>) -> [UInt8] {
    var bytes: [UInt8] = []
    serialize(quads, to: &bytes)
    return bytes
  }
}

/// Writes statements, one on each line.
enum LineOutput {
  /// Writes what `append` makes of every element, then ` .` and a line feed.
  static func write<Element, Sink: ByteSink>(
    _ elements: some Sequence<Element>, order: LineSerializerOptions.Order, to sink: inout Sink,
    append: (Element, inout [UInt8]) -> Void
  ) throws(Sink.Failure) {
    var output = ChunkedOutput()
    switch order {
    case .asGiven:
      var iterator = elements.makeIterator()
      while let element = iterator.next() {
        append(element, &output.pending)
        CanonicalTerm.append(" .\n", to: &output.pending)
        try output.handOnIfFull(to: &sink)
      }
    case .sorted:
      var lines = ByteRuns()
      for element in elements {
        append(element, &lines.bytes)
        CanonicalTerm.append(" .\n", to: &lines.bytes)
        lines.endRun()
      }
      for line in lines.sortedUnique() {
        output.pending.append(contentsOf: lines[line])
        try output.handOnIfFull(to: &sink)
      }
    }
    try output.handOn(to: &sink)
  }
}
