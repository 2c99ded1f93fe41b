public import RDF

/// Writes Turtle or TriG in the order in which the statements come, without holding them.
///
/// Neighbours with the same subject and graph stand together, their predicates and objects in the
/// order that ``TurtleSerializer`` has; duplicates among them are written once. All prefixes given
/// are declared at the top.
///
/// ```swift
/// var serializer = TurtleStreamSerializer(options: options)
/// for batch in batches { try serializer.write(batch, to: &file) }
/// try serializer.finish(to: &file)
/// ```
public struct TurtleStreamSerializer {
  private var writer: TurtleWriter
  private let header: [String]
  private var output = ChunkedOutput()
  private var hasBegun = false
  /// The graph whose braces are open; the default graph has none.
  private var graphName = GraphName.defaultGraph
  /// Statements with the same subject in this graph.
  private var run: [Triple] = []

  /// How many statements of one subject are held before they are written.
  private static let longestRun = 1 << 12

  /// A serializer with these options; of the prefixes all are declared, the base is not used.
  public init(options: TurtleSerializer.Options = .init()) {
    var options = options
    options.base = nil
    header = options.header
    writer = TurtleWriter(options: options)
  }

  /// Writes the statements.
  ///
  /// - Throws: what the sink throws.
  public mutating func write<Sink: ByteSink>(
    _ quads: some Sequence<Quad>, to sink: inout Sink
  ) throws(Sink.Failure) {
    begin()
    var iterator = quads.makeIterator()
    while let quad = iterator.next() {
      if quad.graphName != graphName {
        endRun()
        open(quad.graphName)
      } else if let last = run.last,
        last.subject != quad.subject || run.count == Self.longestRun
      {
        endRun()
      }
      run.append(quad.triple)
      try output.handOnIfFull(to: &sink)
    }
  }

  /// Writes what is left; nothing may follow.
  ///
  /// - Throws: what the sink throws.
  public mutating func finish<Sink: ByteSink>(to sink: inout Sink) throws(Sink.Failure) {
    begin()
    endRun()
    open(.defaultGraph)
    try output.handOn(to: &sink)
  }

  private mutating func begin() {
    guard !hasBegun else { return }
    hasBegun = true
    writer.appendHeader(header, to: &output.pending)
    output.pending += writer.names.allDeclarations()
  }

  private mutating func endRun() {
    output.pending += writer.body(of: run)
    run.removeAll(keepingCapacity: true)
  }

  /// Closes the braces of the graph before, and opens those of this one.
  private mutating func open(_ next: GraphName) {
    guard next != graphName else { return }
    if graphName != .defaultGraph { CanonicalTerm.append("}\n", to: &output.pending) }
    graphName = next
    writer.margin = ""
    guard let label = next.label else { return }
    writer.append(label, to: &output.pending)
    CanonicalTerm.append(" {\n", to: &output.pending)
    writer.margin = "  "
  }
}
