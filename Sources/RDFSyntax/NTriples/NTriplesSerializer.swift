public import RDF

/// Writes N-Triples, in canonical form line by line
/// ([RDF 1.1 N-Triples](https://www.w3.org/TR/n-triples/),
/// [canonical form](https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples)).
///
/// Blank nodes keep their labels; one that the grammar does not take stands as `u--` and the
/// hexadecimal digits of its UTF-8.
public struct NTriplesSerializer: Hashable, Sendable {
  /// How the output comes out.
  public var options: LineSerializerOptions

  /// A serializer with these options.
  public init(options: LineSerializerOptions = .init()) { self.options = options }

  /// Writes the statements to a sink.
  ///
  /// - Complexity: O(n) in the order given, O(n log n) sorted.
  /// - Throws: what the sink throws.
  public func serialize<Sink: ByteSink>(
    _ triples: some Sequence<Triple>, to sink: inout Sink
  ) throws(Sink.Failure) {
    try LineOutput.write(triples, order: options.order, to: &sink) { triple, bytes in
      CanonicalTerm.append(triple, languageTags: options.languageTags, to: &bytes)
    }
  }

  /// The statements as bytes.
  public func serialize(_ triples: some Sequence<Triple>) -> [UInt8] {
    var bytes: [UInt8] = []
    serialize(triples, to: &bytes)
    return bytes
  }
}
