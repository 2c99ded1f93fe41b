import Diagnostics
import RDF
import RDFSyntax

/// Reads the statements of one input and hands them on in batches.
struct StatementSource {
  let input: ConversionInput
  let format: RDFFormat
  let base: NamedNode?
  /// What the labels of blank nodes get in front; empty where there is one input only.
  let labelPrefix: String
  let isLenient: Bool
  /// Takes a batch, and the prefixes that the input has declared so far.
  let handOn: ([Quad], [Prefix]) throws(PipelineError) -> Void
  /// Takes a mistake that is passed over.
  let skip: (SyntaxError) -> Void

  /// How many statements make a batch.
  private static let batchSize = 1 << 12

  /// Reads to the end.
  ///
  /// - Throws: ``PipelineError`` with the first mistake.
  func read() throws(PipelineError) {
    switch format {
    case .ntriples: try readLines(NQuadsParser(dialect: .nTriples))
    case .nquads: try readLines(NQuadsParser(dialect: .nQuads))
    case .turtle: try readBlocks(TurtleParser(base: base).reader(of: source, options: options))
    case .trig: try readBlocks(TriGParser(base: base).reader(of: source, options: options))
    case .rdfxml: try readXML()
    }
  }

  // MARK: Lines

  private func readLines(_ parser: NQuadsParser) throws(PipelineError) {
    var blocks = LineBlocks(input)
    var start = TextPosition.start
    while let block = try blocks.next() {
      switch parse(block, with: parser) {
      case .success(let quads): try pass(quads, [])
      case .failure(let error):
        guard isLenient else { throw PipelineError(error.moved(by: start)) }
        try readEachLine(of: block, with: parser, from: start)
      }
      start.offset += block.count
      start.line += Self.lineRanges(of: block).count
    }
  }

  /// Reads the lines of a block one by one and passes over those with a mistake.
  private func readEachLine(
    of block: [UInt8], with parser: NQuadsParser, from start: TextPosition
  ) throws(PipelineError) {
    for (index, range) in Self.lineRanges(of: block).enumerated() {
      switch parse(Array(block[range]), with: parser) {
      case .success(let quads): try pass(quads, [])
      case .failure(let error):
        let line = TextPosition(
          line: start.line + index, column: 0, offset: start.offset + range.lowerBound)
        skip(error.moved(by: line))
      }
    }
  }

  private func parse(
    _ bytes: [UInt8], with parser: NQuadsParser
  ) -> Result<[Quad], SyntaxError> {
    do throws(SyntaxError) {
      return .success(try parser.parse(bytes, file: input.name))
    } catch {
      return .failure(error)
    }
  }

  /// Every line with its end, which is LF, CR or both.
  static func lineRanges(of block: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for (index, byte) in block.enumerated() {
      let isFirstOfTwo =
        byte == 0x0D && index + 1 < block.count && block[index + 1] == 0x0A
      guard byte == 0x0A || (byte == 0x0D && !isFirstOfTwo) else { continue }
      ranges.append(start..<index + 1)
      start = index + 1
    }
    if start < block.count { ranges.append(start..<block.count) }
    return ranges
  }

  // MARK: Documents

  private var source: any ByteSource { ConversionByteSource(input) }

  private var options: ReaderOptions { ReaderOptions(file: input.name) }

  private func readBlocks(_ reader: consuming TurtleReader) throws(PipelineError) {
    var block = QuadBlock()
    do {
      while try reader.next(into: &block) { try pass(block.quads, reader.prefixes) }
    } catch {
      throw Self.pipelineError(error)
    }
  }

  private func readXML() throws(PipelineError) {
    var quads: [Quad] = []
    do {
      var stream = try RDFXMLParser(base: base).stream(file: input.name)
      while let chunk = try input.next() {
        try stream.parse(chunk, into: &quads)
        try pass(quads, [])
        quads.removeAll(keepingCapacity: true)
      }
      try stream.finish(into: &quads)
      try pass(quads, [])
    } catch {
      throw Self.pipelineError(error)
    }
  }

  /// The error of a reader or of its source as one of the pipeline.
  private static func pipelineError(_ error: any Error) -> PipelineError {
    switch error {
    case let error as SyntaxError: PipelineError(error)
    case let error as PipelineError: error
    default: PipelineError(.inputOutput, Message(en: "\(error)", id: "\(error)"))
    }
  }

  // MARK: Blank nodes

  /// Hands statements on, with the labels of this input.
  private func pass(_ quads: [Quad], _ prefixes: [Prefix]) throws(PipelineError) {
    try handOn(labelPrefix.isEmpty ? quads : quads.map(relabelled), prefixes)
  }

  private func relabelled(_ quad: Quad) -> Quad {
    guard case .blankNode(let node) = quad.graphName else {
      return Quad(relabelled(quad.triple), in: quad.graphName)
    }
    return Quad(relabelled(quad.triple), in: .blankNode(relabelled(node)))
  }

  private func relabelled(_ triple: Triple) -> Triple {
    var subject = triple.subject
    if case .blankNode(let node) = subject { subject = .blankNode(relabelled(node)) }
    let object: Term =
      switch triple.object {
      case .blankNode(let node): .blankNode(relabelled(node))
      case .tripleTerm(let inner): .tripleTerm(relabelled(inner))
      case .namedNode, .literal: triple.object
      }
    return Triple(subject, triple.predicate, object)
  }

  private func relabelled(_ node: BlankNode) -> BlankNode {
    BlankNode(label: labelPrefix + node.label)
  }
}

extension SyntaxError {
  /// The same mistake in a text that begins with whole lines before the one it was found in.
  fileprivate func moved(by start: TextPosition) -> SyntaxError {
    func move(_ place: TextPosition) -> TextPosition {
      TextPosition(
        line: place.line + start.line, column: place.column, offset: place.offset + start.offset)
    }
    return SyntaxError(
      message, at: move(location.lowerBound)..<move(location.upperBound), file: file)
  }
}
