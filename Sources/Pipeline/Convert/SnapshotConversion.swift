import Diagnostics
import QuadStore
import RDF
import RDFSyntax

/// Makes a snapshot of RDF: a file that queries open in no time, whatever its size.
public struct SnapshotConversion: Sendable {
  /// The name by which the format is chosen.
  public static let formatName = "snapshot"
  /// The ending of its files, with the point.
  public static let fileEnding = ".simpul"

  private let configuration: ConversionConfiguration
  private let inputs: ConversionInputs

  /// A conversion.
  ///
  /// - Throws: ``PipelineError`` for inputs as ``Conversion`` has them, and for an output that is no
  ///   file.
  public init(_ configuration: ConversionConfiguration) throws(PipelineError) {
    guard configuration.output != "-" else { throw Self.notAFile }
    self.configuration = configuration
    inputs = try ConversionInputs(configuration)
  }

  /// The error of a snapshot that would go to standard output.
  static let notAFile = PipelineError(
    .arguments,
    Message(
      en: "a snapshot is a file: name it with -o FILE\(fileEnding)",
      id: "cuplikan adalah berkas: sebutkan dengan -o BERKAS\(fileEnding)"))

  /// Converts.
  ///
  /// - Parameter report: Called after every batch of some thousand statements.
  /// - Returns: What was read and what was skipped.
  /// - Throws: ``PipelineError`` with the first mistake; the file has not changed then.
  public func run(
    report: @escaping (ConversionProgress) -> Void
  ) throws(PipelineError) -> ConversionSummary {
    var summary = ConversionSummary()
    var sink = StoreSink()
    if configuration.privacy.isEmpty {
      try inputs.read(into: &sink, &summary, report: report)
    } else {
      var held = StatementCollector()
      try inputs.read(into: &held, &summary, report: report)
      sink.builder.append(try held.collection(without: configuration.privacy))
    }
    do {
      try sink.builder.finish().writeSnapshot(to: configuration.output)
    } catch let error as SnapshotError {
      throw PipelineError(error)
    } catch {
      preconditionFailure("a snapshot throws its errors only: \(error)")
    }
    return summary
  }
}

/// Gathers statements for a store.
private struct StoreSink: StatementSink {
  var builder = QuadStoreBuilder()

  var writesLines: Bool { false }

  mutating func take(_ block: borrowing QuadBlock, prefixes: [Prefix], from input: String) {
    builder.append(block)
  }

  mutating func takeLines(_ lines: [UInt8], of block: borrowing QuadBlock, from input: String) {
    builder.append(block)
  }
}
