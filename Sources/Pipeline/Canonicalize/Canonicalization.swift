import Diagnostics
public import RDF
import RDFSyntax

/// Writes RDF as canonical N-Quads, so that the same statements give the same bytes whatever their
/// blank nodes are called ([RDFC-1.0](https://www.w3.org/TR/rdf-canon/)).
///
/// ```swift
/// var configuration = ConversionConfiguration(inputs: ["graph.ttl"])
/// configuration.output = "graph.canonical.nq"
/// try Canonicalization(configuration).run { _ in }
/// ```
public struct Canonicalization: Sendable {
  /// What is written.
  public enum Result: Hashable, Sendable {
    /// The statements, a line each.
    case nQuads
    /// The labels that blank nodes had and those that they get, as a JSON object.
    case map
  }

  private let configuration: ConversionConfiguration
  private let inputs: ConversionInputs
  private let canonicalizer: Canonicalizer
  private let result: Result

  /// A canonicalization of the inputs of a conversion; what a conversion says of formats to write
  /// counts for nothing.
  ///
  /// - Throws: ``PipelineError`` for a format that is neither given nor told by an ending, and a base
  ///   that is no IRI.
  public init(
    _ configuration: ConversionConfiguration, canonicalizer: Canonicalizer = Canonicalizer(),
    result: Result = .nQuads
  ) throws(PipelineError) {
    self.configuration = configuration
    self.canonicalizer = canonicalizer
    self.result = result
    inputs = try ConversionInputs(configuration)
  }

  /// Canonicalizes.
  ///
  /// - Parameter report: Called after every batch of some thousand statements.
  /// - Returns: What was read.
  /// - Throws: ``PipelineError`` with the first mistake, or for blank nodes that are too much alike;
  ///   no output file has changed then.
  @discardableResult
  public func run(
    report: @escaping (ConversionProgress) -> Void
  ) throws(PipelineError) -> ConversionSummary {
    var summary = ConversionSummary()
    let dataset = try inputs.canonicalDataset(canonicalizer, &summary, report: report)
    let output = try ConversionOutput(configuration.output)
    do throws(FileFailure) {
      switch result {
      case .nQuads:
        var pending: [UInt8] = []
        try dataset.forEachLine { (line) throws(FileFailure) in
          pending.append(copying: line)
          guard pending.count >= 1 << 18 else { return }
          try output.write(pending)
          pending.removeAll(keepingCapacity: true)
        }
        try output.write(pending)
      case .map: try output.write(Self.json(dataset.labels))
      }
      try output.finish()
    } catch {
      throw PipelineError(configuration.output, reason: error)
    }
    return summary
  }

  /// The labels as a JSON object, a line each.
  private static func json(_ labels: [(given: String, canonical: String)]) -> [UInt8] {
    var json: [UInt8] = [UInt8(ascii: "{")]
    for (place, label) in labels.enumerated() {
      json += Array((place == 0 ? "\n  " : ",\n  ").utf8)
      CanonicalJSON.appendString(Array(label.given.utf8).span, to: &json)
      json += Array(": \"\(label.canonical)\"".utf8)
    }
    return json + Array((labels.isEmpty ? "}\n" : "\n}\n").utf8)
  }
}

extension ConversionInputs {
  /// Everything that the inputs say, with canonical names for blank nodes.
  ///
  /// - Throws: ``PipelineError`` with the first mistake, or for blank nodes that are too much alike.
  func canonicalDataset(
    _ canonicalizer: Canonicalizer, _ summary: inout ConversionSummary,
    report: @escaping (ConversionProgress) -> Void
  ) throws(PipelineError) -> CanonicalDataset {
    var held = StatementCollector()
    try read(into: &held, &summary, report: report)
    let collection = try held.collection(without: Privacy())
    do throws(CanonicalizationError) {
      return try canonicalizer.canonicalize(collection)
    } catch {
      let names = names.joined(separator: ", ")
      throw PipelineError(
        .badInput,
        Message(
          en: "\(names): \(error.message.english)", id: "\(names): \(error.message.indonesian)"))
    }
  }
}
