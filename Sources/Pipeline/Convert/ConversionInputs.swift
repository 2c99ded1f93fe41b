import Diagnostics
import RDF
import RDFSyntax

/// What a conversion reads, one file after the other.
struct ConversionInputs: Sendable {
  private let configuration: ConversionConfiguration
  private let inputs: [(path: String, format: RDFFormat)]
  private let base: NamedNode?

  /// - Throws: ``PipelineError`` for a format that is neither given nor told by an ending, and a base
  ///   that is no IRI.
  init(_ configuration: ConversionConfiguration) throws(PipelineError) {
    self.configuration = configuration
    var inputs: [(path: String, format: RDFFormat)] = []
    for path in configuration.inputs {
      guard let format = configuration.inputFormat ?? RDFFormat(path: path) else {
        throw Self.unknownFormat(of: path, option: "--from")
      }
      inputs.append((path, format))
    }
    self.inputs = inputs
    do throws(IRIError) {
      base = try configuration.base.map { (iri) throws(IRIError) in
        try NamedNode(validating: iri)
      }
    } catch {
      throw PipelineError(
        .arguments,
        Message(en: "--base: \(error.message.english)", id: "--base: \(error.message.indonesian)"))
    }
  }

  /// The inputs as they are called in messages.
  var names: [String] { inputs.map { $0.path == "-" ? "<stdin>" : $0.path } }

  /// Reads everything.
  ///
  /// - Throws: ``PipelineError`` with the first mistake.
  func read(
    into sink: inout some StatementSink, _ summary: inout ConversionSummary,
    report: @escaping (ConversionProgress) -> Void
  ) throws(PipelineError) {
    for (index, (path, format)) in inputs.enumerated() {
      let input = try ConversionInput(path)
      let bytesBefore = summary.progress.bytes
      do {
        try read(
          input, format: format, labelPrefix: inputs.count > 1 ? "f\(index + 1)-" : "",
          into: &sink, &summary
        ) { progress in
          report(
            ConversionProgress(
              bytes: bytesBefore + progress.bytes, statements: progress.statements))
        }
      } catch let error as SyntaxError {
        throw PipelineError(error)
      } catch let error as PipelineError {
        throw error
      } catch {
        throw PipelineError(.inputOutput, Message(en: "\(error)", id: "\(error)"))
      }
      summary.progress.bytes = bytesBefore + input.bytesRead
    }
  }

  /// Reads one input to its end.
  private func read(
    _ input: ConversionInput, format: RDFFormat, labelPrefix: String,
    into sink: inout some StatementSink, _ summary: inout ConversionSummary,
    report: (ConversionProgress) -> Void
  ) throws {
    let skipped = SkippedMistakes()
    defer { summary.add(skipped) }
    if format.isLineByLine, configuration.jobs > 1 {
      let lines = ParallelLines(
        input: input, parser: NQuadsParser(dialect: format == .ntriples ? .nTriples : .nQuads),
        labelPrefix: labelPrefix, isLenient: configuration.isLenient,
        threads: configuration.jobs, writesLines: sink.writesLines)
      try lines.run(
        take: { block, lines, bytesRead in
          if sink.writesLines {
            try sink.takeLines(lines, of: block, from: input.name)
          } else {
            try sink.take(block, prefixes: [], from: input.name)
          }
          summary.progress.statements += block.count
          report(ConversionProgress(bytes: bytesRead, statements: summary.progress.statements))
        }, skipped: skipped)
      return
    }
    let options = ReaderOptions(
      file: input.name, labelPrefix: labelPrefix,
      skip: configuration.isLenient ? skipped.add : nil)
    var reader = try format.reader(
      of: input, base: base, options: options, jsonLD: try configuration.jsonLD.options())
    var block = QuadBlock()
    while try reader.next(into: &block) {
      try sink.take(block, prefixes: reader.prefixes, from: input.name)
      summary.progress.statements += block.count
      report(
        ConversionProgress(bytes: input.bytesRead, statements: summary.progress.statements))
    }
  }

  static func unknownFormat(of path: String, option: String) -> PipelineError {
    let names = RDFFormat.allCases.map(\.name).joined(separator: ", ")
    let what = path == "-" ? (option == "--from" ? "<stdin>" : "<stdout>") : path
    return PipelineError(
      .arguments,
      Message(
        en: "\(what): no ending that tells the format; give \(option) with one of \(names)",
        id: "\(what): format tidak dikenali dari akhirannya; tambahkan \(option): \(names)"))
  }
}
