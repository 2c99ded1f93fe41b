public import RDF

/// Writes TriG that a person likes to read ([RDF 1.1 TriG](https://www.w3.org/TR/trig/)).
///
/// The default graph comes first, without braces; then the graphs in order of their IRIs, those
/// named by blank nodes last. Within a graph all is as ``TurtleSerializer`` has it, and the same set
/// of statements gives the same bytes.
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
    let graphs = Dictionary(grouping: quads, by: \.graphName)
    var writer = TurtleWriter(options: options)
    var body: [UInt8] = []
    for name in graphs.keys.sorted(by: Self.comesBefore) {
      if !body.isEmpty { body.append(UInt8(ascii: "\n")) }
      let triples = graphs[name, default: []].map(\.triple)
      guard let label = name.label else {
        body += writer.body(of: triples)
        continue
      }
      writer.append(label, to: &body)
      CanonicalTerm.append(" {\n", to: &body)
      writer.margin = "  "
      body += writer.body(of: triples)
      CanonicalTerm.append("}\n", to: &body)
    }
    try writer.write(body, header: options.header, to: &sink)
  }

  /// The statements as bytes.
  public func serialize(_ quads: some Sequence<Quad>) -> [UInt8] {
    var bytes: [UInt8] = []
    serialize(quads, to: &bytes)
    return bytes
  }

  private static func comesBefore(_ left: GraphName, _ right: GraphName) -> Bool {
    switch (left, right) {
    case (.defaultGraph, _): right != .defaultGraph
    case (_, .defaultGraph): false
    case (.namedNode(let left), .namedNode(let right)): left < right
    case (.namedNode, .blankNode): true
    case (.blankNode, .namedNode): false
    case (.blankNode(let left), .blankNode(let right)):
      left.label.utf8.lexicographicallyPrecedes(right.label.utf8)
    }
  }
}

extension GraphName {
  /// The name as a term that can label a graph; nil for the default graph.
  var label: Subject? {
    switch self {
    case .defaultGraph: nil
    case .namedNode(let node): .namedNode(node)
    case .blankNode(let node): .blankNode(node)
    }
  }
}
