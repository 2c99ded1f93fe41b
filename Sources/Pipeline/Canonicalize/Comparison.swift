import Diagnostics
import RDF
public import RDFSyntax

/// Tells what two files of RDF do not have in common, whatever their blank nodes are called and
/// whatever syntaxes they are in.
///
/// ```swift
/// let areSame = try Comparison(from: "old.ttl", to: "new.nq").run { print($0, terminator: "") }
/// ```
public struct Comparison: Sendable {
  private let old: ConversionInputs
  private let new: ConversionInputs

  /// A comparison of two files.
  ///
  /// - Parameters:
  ///   - old: The file that was; `-` is standard input.
  ///   - new: The file that is.
  ///   - format: The format of both; nil to go by the ending of each.
  ///   - base: What relative IRIs are resolved against; nil to refuse them.
  /// - Throws: ``PipelineError`` for a format that is neither given nor told by an ending, and a base
  ///   that is no IRI.
  public init(
    from old: String, to new: String, format: RDFFormat? = nil, base: String? = nil
  ) throws(PipelineError) {
    func inputs(_ path: String) throws(PipelineError) -> ConversionInputs {
      var configuration = ConversionConfiguration(inputs: [path])
      configuration.inputFormat = format
      configuration.base = base
      return try ConversionInputs(configuration)
    }
    self.old = try inputs(old)
    self.new = try inputs(new)
  }

  /// Compares.
  ///
  /// - Parameter write: Takes the statements that one file lacks, as lines of N-Quads in order of
  ///   their bytes, after `- ` for what is gone and `+ ` for what is new.
  /// - Returns: How many statements are gone and new.
  /// - Throws: ``PipelineError`` with the first mistake, or for blank nodes that are too much alike.
  public func run(
    _ write: (String) -> Void
  ) throws(PipelineError) -> (removed: Int, added: Int) {
    var summary = ConversionSummary()
    let left = try old.canonicalDataset(Canonicalizer(), &summary) { _ in }
    let right = try new.canonicalDataset(Canonicalizer(), &summary) { _ in }
    var counts = (removed: 0, added: 0)
    DatasetDifference(from: left, to: right).forEachLine { change, line in
      let text = String(copying: line)
      switch change {
      case .removed:
        counts.removed += 1
        write("- \(text)")
      case .added:
        counts.added += 1
        write("+ \(text)")
      }
    }
    return counts
  }
}
