import Diagnostics
import RDF
import RDFSyntax

/// Writes blocks of statements in a format as they come, or holds them where the format needs them
/// all.
struct StatementWriter: StatementSink {
  private enum State {
    case lines
    case holding
    case streaming
  }

  private let format: RDFFormat
  private let mostHeld: Int
  private let jsonLD: JSONLDConfiguration
  private let base: String?
  private var output: ConversionOutput
  private let outputName: String
  private var state: State
  // Beside the state, not in it: a value that is taken out of an enumeration, changed and put back
  // would be copied with its buffers.
  private var turtle = TurtleEncoder()
  private var rdfXML = RDFXMLEncoder()
  private var held = QuadCollection()
  /// Prefixes of the inputs, the first of every name.
  private var prefixes: [Prefix] = []
  private var prefixNames: Set<String> = []
  /// Bytes that wait to be handed on.
  private var pending: [UInt8] = []

  private static let chunkSize = 1 << 18

  init(_ format: RDFFormat, configuration: ConversionConfiguration, output: ConversionOutput) {
    self.format = format
    self.output = output
    outputName = configuration.output == "-" ? "<stdout>" : configuration.output
    jsonLD = configuration.jsonLD
    base = configuration.base
    mostHeld =
      switch configuration.layout {
      case _ where format == .jsonld: .max
      case .automatic: configuration.mostHeld
      case .pretty: .max
      case .stream: 0
      }
    state = format.isLineByLine ? .lines : .holding
  }

  /// Takes statements of an input and the prefixes that it has declared so far.
  ///
  /// - Throws: ``PipelineError`` for a statement that the format cannot hold, or if the system
  ///   refuses.
  mutating func take(
    _ block: borrowing QuadBlock, prefixes: [Prefix], from input: String
  ) throws(PipelineError) {
    for prefix in prefixes where prefixNames.insert(prefix.name).inserted {
      self.prefixes.append(prefix)
    }
    try refuseNamedGraphs(in: block, from: input)
    switch state {
    case .lines:
      LineEncoder().encode(block, into: &pending)
      if pending.count >= Self.chunkSize { try handOn() }
    case .streaming: try stream(block)
    case .holding:
      held.append(block)
      guard held.count > mostHeld else { return }
      try startStreaming()
    }
  }

  /// Takes statements that are written as lines already.
  ///
  /// - Throws: as ``take(_:prefixes:from:)`` does.
  mutating func takeLines(
    _ lines: [UInt8], of block: borrowing QuadBlock, from input: String
  ) throws(PipelineError) {
    try refuseNamedGraphs(in: block, from: input)
    try orPipelineError { () throws(FileFailure) in try output.write(lines) }
  }

  /// Whether lines are what is written.
  var writesLines: Bool { format.isLineByLine }

  /// Writes what is left and puts the output in its place.
  ///
  /// - Throws: ``PipelineError`` for a statement that the format cannot hold, or if the system
  ///   refuses.
  mutating func finish() throws(PipelineError) {
    switch state {
    case .lines: try handOn()
    case .streaming:
      if format == .rdfxml {
        rdfXML.finish(into: &pending)
      } else {
        turtle.finish(into: &pending)
      }
      try handOn()
    case .holding: try putHeld()
    }
    try orPipelineError { () throws(FileFailure) in try output.finish() }
  }

  /// Writes what was held as it came, and goes on so.
  private mutating func startStreaming() throws(PipelineError) {
    state = .streaming
    rdfXML = RDFXMLEncoder(prefixes: withStandardOnes)
    let statements = held
    held = QuadCollection()
    try statements.forEachBlock { (block) throws(PipelineError) in try stream(block) }
  }

  private mutating func stream(_ block: borrowing QuadBlock) throws(PipelineError) {
    if format == .rdfxml {
      rdfXML.encode(block, into: &pending)
      if let failure = rdfXML.failure { throw refusal(failure) }
    } else {
      turtle.declare(withStandardOnes)
      turtle.encode(block, into: &pending)
    }
    if pending.count >= Self.chunkSize { try handOn() }
  }

  private func refusal(_ error: RDFXMLError) -> PipelineError {
    PipelineError(
      .badInput,
      Message(
        en: "\(outputName): \(error.message.english); --to turtle can hold it",
        id: "\(outputName): \(error.message.indonesian); --to turtle dapat memuatnya"))
  }

  private mutating func handOn() throws(PipelineError) {
    let bytes = pending
    try orPipelineError { () throws(FileFailure) in try output.write(bytes) }
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func putHeld() throws(PipelineError) {
    if format == .rdfxml {
      do {
        try RDFXMLSerializer(options: .init(prefixes: withStandardOnes))
          .serialize(held, to: &output)
      } catch let error as RDFXMLError {
        throw refusal(error)
      } catch let error as FileFailure {
        throw PipelineError(outputName, reason: error)
      } catch {
        preconditionFailure("a file throws its failures only: \(error)")
      }
    } else if format == .jsonld {
      try putJSONLD()
    } else if format == .turtle {
      try orPipelineError { () throws(FileFailure) in
        try TurtleSerializer(options: options).serialize(held, to: &output)
      }
    } else {
      try orPipelineError { () throws(FileFailure) in
        try TriGSerializer(options: options).serialize(held, to: &output)
      }
    }
  }

  private mutating func putJSONLD() throws(PipelineError) {
    let options = try jsonLD.writingOptions(base: base)
    do {
      try JSONLDSerializer(options: options).serialize(held, to: &output)
    } catch let error as JSONLDWritingError {
      throw PipelineError(
        .badInput,
        Message(
          en: "\(outputName): \(error.message.english); --to trig can hold it",
          id: "\(outputName): \(error.message.indonesian); --to trig dapat memuatnya"))
    } catch let error as SyntaxError {
      throw PipelineError(error)
    } catch let error as PipelineError {
      throw error
    } catch let error as FileFailure {
      throw PipelineError(outputName, reason: error)
    } catch {
      preconditionFailure("contexts and files throw their failures only: \(error)")
    }
  }

  private var options: TurtleSerializer.Options { .init(prefixes: withStandardOnes) }

  /// The prefixes of the inputs, then those that every graph may need.
  private var withStandardOnes: [Prefix] { prefixes + [.rdf, .rdfs, .xsd] }

  private func refuseNamedGraphs(
    in block: borrowing QuadBlock, from input: String
  ) throws(PipelineError) {
    guard !format.holdsNamedGraphs, let name = block.firstGraphName else { return }
    throw PipelineError(
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
