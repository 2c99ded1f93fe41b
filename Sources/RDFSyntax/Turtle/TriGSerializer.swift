public import RDF

/// Writes TriG that a person likes to read ([RDF 1.1 TriG](https://www.w3.org/TR/trig/)).
///
/// The default graph comes first, without braces; then the graphs in order of their IRIs, those
/// named by blank nodes last. Within a graph all is as ``TurtleSerializer`` has it; a blank node that
/// two graphs mention keeps its label. The same set of statements gives the same bytes.
///
/// ```swift
/// let text: [UInt8] = TriGSerializer(options: .init(prefixes: [.rdfs])).serialize(quads)
/// ```
public struct TriGSerializer: Hashable, Sendable {
  /// What was chosen.
  public var options: TurtleSerializer.Options

  /// A serializer with these options.
  public init(options: TurtleSerializer.Options = .init()) { self.options = options }

  /// Writes the statements to a sink.
  ///
  /// - Complexity: O(n log n); all statements are held in memory.
  /// - Throws: what the sink throws.
  public func serialize<Sink: ByteSink>(
    _ quads: some Sequence<Quad>, to sink: inout Sink
  ) throws(Sink.Failure) {
    try serialize(QuadCollection(quads), to: &sink)
  }

  /// The statements as bytes.
  public func serialize(_ quads: some Sequence<Quad>) -> [UInt8] {
    var bytes: [UInt8] = []
    serialize(quads, to: &bytes)
    return bytes
  }

  /// Writes collected statements to a sink, chunk by chunk.
  ///
  /// - Complexity: O(n log n).
  /// - Throws: what the sink throws.
  public func serialize<Sink: ByteSink>(
    _ statements: QuadCollection, to sink: inout Sink
  ) throws(Sink.Failure) {
    var document = TurtleDocument(statements, options: options)
    try document.write(to: &sink)
  }

  /// Collected statements as bytes.
  public func serialize(_ statements: QuadCollection) -> [UInt8] {
    var bytes: [UInt8] = []
    serialize(statements, to: &bytes)
    return bytes
  }
}
