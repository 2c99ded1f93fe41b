import Diagnostics
import RDF
import RDFSyntax

/// Writes statements in a format as they come, or holds them where the format needs them all.
struct StatementWriter {
  private enum State {
    case lines
    case holding
    case streaming(TurtleEncoder)
  }

  private let format: RDFFormat
  private let mostHeld: Int
  private var output: ConversionOutput
  private let outputName: String
  private var state: State
  private var held: [Quad] = []
  /// Prefixes of the inputs, the first of every name.
  private var prefixes: [Prefix] = []
  private var prefixNames: Set<String> = []

  init(_ format: RDFFormat, configuration: ConversionConfiguration, output: ConversionOutput) {
    self.format = format
    self.output = output
    outputName = configuration.output == "-" ? "<stdout>" : configuration.output
    mostHeld =
      switch (format, configuration.layout) {
      case (.turtle, .automatic), (.trig, .automatic): configuration.mostHeld
      case (.turtle, .stream), (.trig, .stream): 0
      case (_, .automatic), (_, .pretty), (_, .stream): .max
      }
    state = format.isLineByLine ? .lines : .holding
  }

  /// Takes statements of an input and the prefixes that it has declared so far.
  ///
  /// - Throws: ``PipelineError`` for a statement that the format cannot hold, or if the system
  ///   refuses.
  mutating func take(
    _ quads: [Quad], prefixes: [Prefix], from input: String
  ) throws(PipelineError) {
    for prefix in prefixes where prefixNames.insert(prefix.name).inserted {
      self.prefixes.append(prefix)
    }
    if !format.holdsNamedGraphs, let quad = quads.first(where: { $0.graphName != .defaultGraph }) {
      throw refusal(of: quad.graphName, from: input)
    }
    switch state {
    case .lines: try putLines(quads)
    case .streaming(var encoder): try stream(quads, through: &encoder)
    case .holding:
      held += quads
      guard held.count > mostHeld else { return }
      var encoder = TurtleEncoder()
      try stream(held, through: &encoder)
      held = []
    }
  }

  /// Writes what is left and puts the output in its place.
  ///
  /// - Throws: ``PipelineError`` for a statement that the format cannot hold, or if the system
  ///   refuses.
  mutating func finish() throws(PipelineError) {
    switch state {
    case .lines: break
    case .streaming(var encoder):
      var bytes: [UInt8] = []
      encoder.finish(into: &bytes)
      try orPipelineError { () throws(FileFailure) in try output.write(bytes) }
    case .holding: try putHeld()
    }
    try orPipelineError { () throws(FileFailure) in try output.finish() }
  }

  private mutating func stream(
    _ quads: [Quad], through encoder: inout TurtleEncoder
  ) throws(PipelineError) {
    encoder.declare(withStandardOnes)
    var bytes: [UInt8] = []
    quads.forEachBlock { (block) throws(Never) in encoder.encode(block, into: &bytes) }
    state = .streaming(encoder)
    try orPipelineError { () throws(FileFailure) in try output.write(bytes) }
  }

  private mutating func putLines(_ quads: [Quad]) throws(PipelineError) {
    try orPipelineError { () throws(FileFailure) in
      if format == .ntriples {
        try NTriplesSerializer().serialize(quads.lazy.map(\.triple), to: &output)
      } else {
        try NQuadsSerializer().serialize(quads, to: &output)
      }
    }
  }

  private mutating func putHeld() throws(PipelineError) {
    if format == .rdfxml {
      let bytes: [UInt8]
      do throws(RDFXMLError) {
        bytes = try RDFXMLSerializer(options: .init(prefixes: withStandardOnes))
          .serialize(held.lazy.map(\.triple))
      } catch {
        throw PipelineError(
          .badInput,
          Message(
            en: "\(outputName): \(error.message.english); --to turtle can hold it",
            id: "\(outputName): \(error.message.indonesian); --to turtle dapat memuatnya"))
      }
      try orPipelineError { () throws(FileFailure) in try output.write(bytes) }
    } else if format == .turtle {
      try orPipelineError { () throws(FileFailure) in
        try TurtleSerializer(options: options).serialize(held.lazy.map(\.triple), to: &output)
      }
    } else {
      try orPipelineError { () throws(FileFailure) in
        try TriGSerializer(options: options).serialize(held, to: &output)
      }
    }
  }

  private var options: TurtleSerializer.Options { .init(prefixes: withStandardOnes) }

  /// The prefixes of the inputs, then those that every graph may need.
  private var withStandardOnes: [Prefix] { prefixes + [.rdf, .rdfs, .xsd] }

  private func refusal(of graph: GraphName, from input: String) -> PipelineError {
    let name =
      switch graph {
      case .defaultGraph: ""
      case .namedNode(let node): "<\(node.iri)>"
      case .blankNode(let node): "_:\(node.label)"
      }
    return PipelineError(
      .badInput,
      Message(
        en: """
          \(input): statements in the graph \(name), and \(format.name) has no named graphs; \
          --to trig and --to nquads keep them
          """,
        id: """
          \(input): ada pernyataan dalam graf \(name), sedangkan \(format.name) tidak mengenal graf \
          bernama; gunakan --to trig atau --to nquads
          """))
  }

  private func orPipelineError(_ body: () throws(FileFailure) -> Void) throws(PipelineError) {
    do throws(FileFailure) {
      try body()
    } catch {
      throw PipelineError(outputName, reason: error)
    }
  }
}
