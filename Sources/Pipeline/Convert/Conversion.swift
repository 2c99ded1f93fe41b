import Diagnostics
import RDF
import RDFSyntax

/// Converts RDF from one syntax to another, many inputs into one output.
///
/// Everything is read as it comes, in memory that does not grow with the input.
/// Blank nodes of different inputs are kept apart by their labels. A file appears at its place only
/// when all is converted.
///
/// ```swift
/// var configuration = ConversionConfiguration(inputs: ["graph.ttl"])
/// configuration.output = "graph.nq.gz"
/// let summary = try Conversion(configuration).run { _ in }
/// ```
public struct Conversion: Sendable {
  private let configuration: ConversionConfiguration
  private let inputs: [(path: String, format: RDFFormat)]
  private let outputFormat: RDFFormat
  private let base: NamedNode?

  /// A conversion.
  ///
  /// - Throws: ``PipelineError`` for a format that is neither given nor told by an ending, a base
  ///   that is no IRI, and choices that do not fit the formats.
  public init(_ configuration: ConversionConfiguration) throws(PipelineError) {
    self.configuration = configuration
    var inputs: [(path: String, format: RDFFormat)] = []
    for path in configuration.inputs {
      guard let format = configuration.inputFormat ?? RDFFormat(path: path) else {
        throw Self.unknownFormat(of: path, option: "--from")
      }
      inputs.append((path, format))
    }
    self.inputs = inputs
    guard let format = configuration.outputFormat ?? RDFFormat(path: configuration.output) else {
      throw Self.unknownFormat(of: configuration.output, option: "--to")
    }
    outputFormat = format
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

  /// Converts.
  ///
  /// - Parameter report: Called after every batch of some thousand statements.
  /// - Returns: What was read and what was skipped.
  /// - Throws: ``PipelineError`` with the first mistake; no output file has changed then.
  public func run(
    report: @escaping (ConversionProgress) -> Void
  ) throws(PipelineError) -> ConversionSummary {
    var summary = ConversionSummary()
    var writer = StatementWriter(
      outputFormat, configuration: configuration,
      output: try ConversionOutput(configuration.output))
    for (index, (path, format)) in inputs.enumerated() {
      let input = try ConversionInput(path)
      let bytesBefore = summary.progress.bytes
      do {
        try read(
          input, format: format, labelPrefix: inputs.count > 1 ? "f\(index + 1)-" : "",
          into: &writer, &summary
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
    try writer.finish()
    return summary
  }

  /// Reads one input to its end.
  private func read(
    _ input: ConversionInput, format: RDFFormat, labelPrefix: String,
    into writer: inout StatementWriter, _ summary: inout ConversionSummary,
    report: (ConversionProgress) -> Void
  ) throws {
    let skipped = SkippedMistakes()
    defer { summary.add(skipped) }
    if format.isLineByLine, configuration.jobs > 1 {
      let lines = ParallelLines(
        input: input, parser: NQuadsParser(dialect: format == .ntriples ? .nTriples : .nQuads),
        labelPrefix: labelPrefix, isLenient: configuration.isLenient,
        threads: configuration.jobs, writesLines: writer.writesLines)
      try lines.run(
        take: { block, lines, bytesRead in
          if writer.writesLines {
            try writer.takeLines(lines, of: block, from: input.name)
          } else {
            try writer.take(block, prefixes: [], from: input.name)
          }
          summary.progress.statements += block.count
          report(ConversionProgress(bytes: bytesRead, statements: summary.progress.statements))
        }, skip: skipped.add)
      return
    }
    let options = ReaderOptions(
      file: input.name, labelPrefix: labelPrefix,
      skip: configuration.isLenient ? skipped.add : nil)
    var reader = try format.reader(of: input, base: base, options: options)
    var block = QuadBlock()
    while try reader.next(into: &block) {
      try writer.take(block, prefixes: reader.prefixes, from: input.name)
      summary.progress.statements += block.count
      report(
        ConversionProgress(bytes: input.bytesRead, statements: summary.progress.statements))
    }
  }

  private static func unknownFormat(of path: String, option: String) -> PipelineError {
    let names = RDFFormat.allCases.map(\.name).joined(separator: ", ")
    let what = path == "-" ? (option == "--from" ? "<stdin>" : "<stdout>") : path
    return PipelineError(
      .arguments,
      Message(
        en: "\(what): no ending that tells the format; give \(option) with one of \(names)",
        id: "\(what): format tidak dikenali dari akhirannya; tambahkan \(option): \(names)"))
  }
}
