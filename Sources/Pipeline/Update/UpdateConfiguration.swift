public import RDFSyntax
public import SPARQL

/// What to change, and where the result goes.
public struct UpdateConfiguration: Sendable {
  /// How the changed data are written.
  public enum Format: Hashable, Sendable {
    /// A syntax of RDF.
    case rdf(RDFFormat)
    /// A snapshot, for which the output has to be a file.
    case snapshot
  }

  /// The data, taken together; none is an empty dataset.
  ///
  /// A single `.simpul` file is a snapshot.
  public var data: [QueryConfiguration.DataFile] = []
  /// What relative IRIs of requests are resolved against.
  public var base: String?
  /// Where the changed data go; `-` is standard output.
  public var output = "-"
  /// How they are written; nil is told by the output, else N-Quads.
  public var format: Format?
  /// What each operation may use.
  public var limits = QueryLimits()

  /// Nothing yet.
  public init() {}
}
