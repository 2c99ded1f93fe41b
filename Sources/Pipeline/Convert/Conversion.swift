import Diagnostics
import RDF
import RDFSyntax

/// Converts RDF from one syntax to another, many inputs into one output.
///
/// All inputs are read as they come. Blank nodes of different inputs are kept apart by their labels.
/// A file appears at its place only when all is converted.
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
    if configuration.layout == .stream, format == .rdfxml {
      throw PipelineError(
        .arguments,
        Message(
          en: "--stream: rdfxml is written as a whole; --to turtle can be streamed",
          id: "--stream: rdfxml ditulis sekaligus; --to turtle dapat ditulis bertahap"))
    }
    if configuration.isLenient, let input = inputs.first(where: { !$0.format.isLineByLine }) {
      throw PipelineError(
        .arguments,
        Message(
          en: """
            --lenient: \(input.path) is \(input.format.name), where a mistake may change the \
            meaning of what follows; only lines of ntriples and nquads can be skipped
            """,
          id: """
            --lenient: \(input.path) berformat \(input.format.name); satu kesalahan dapat mengubah \
            arti teks sesudahnya; hanya baris ntriples dan nquads yang dapat dilewati
            """))
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
    var bytesBefore = 0
    for (index, (path, format)) in inputs.enumerated() {
      let input = try ConversionInput(path)
      let source = StatementSource(
        input: input, format: format, base: base,
        labelPrefix: inputs.count > 1 ? "f\(index + 1)-" : "",
        isLenient: configuration.isLenient,
        handOn: { (quads, prefixes) throws(PipelineError) in
          try writer.take(quads, prefixes: prefixes, from: input.name)
          summary.progress.statements += quads.count
          summary.progress.bytes = bytesBefore + input.bytesRead
          report(summary.progress)
        },
        skip: { error in
          summary.skipped += 1
          guard summary.diagnostics.count < ConversionSummary.mostTold else { return }
          summary.diagnostics.append(
            Diagnostic(
              id: "statement.skipped", severity: .warning, message: error.message,
              file: error.file, location: error.location))
        })
      try source.read()
      bytesBefore += input.bytesRead
      summary.progress.bytes = bytesBefore
    }
    try writer.finish()
    return summary
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
