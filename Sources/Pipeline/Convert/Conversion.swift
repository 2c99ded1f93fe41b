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
  private let inputs: ConversionInputs
  private let outputFormat: RDFFormat

  /// A conversion.
  ///
  /// - Throws: ``PipelineError`` for a format that is neither given nor told by an ending, a base
  ///   that is no IRI, and choices that do not fit the formats.
  public init(_ configuration: ConversionConfiguration) throws(PipelineError) {
    self.configuration = configuration
    inputs = try ConversionInputs(configuration)
    guard let format = configuration.outputFormat ?? RDFFormat(path: configuration.output) else {
      throw ConversionInputs.unknownFormat(of: configuration.output, option: "--to")
    }
    outputFormat = format
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
    if configuration.privacy.isEmpty {
      try inputs.read(into: &writer, &summary, report: report)
    } else {
      // Names are known only when all is read.
      var held = StatementCollector()
      try inputs.read(into: &held, &summary, report: report)
      try held.collection(without: configuration.privacy).hand(to: &writer, prefixes: held.prefixes)
    }
    try writer.finish()
    return summary
  }
}
