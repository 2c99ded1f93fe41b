import ArgumentParser
import Pipeline
import RDFSyntax

/// What `convert` writes: a syntax of RDF, a format of graphs with its flavour after a colon, or a
/// snapshot.
enum TargetFormat: ExpressibleByArgument {
  case rdf(RDFFormat)
  case graph(GraphOutput)
  case snapshot

  init?(argument: String) {
    if let format = RDFFormat(name: argument) {
      self = .rdf(format)
    } else if let format = GraphOutput(name: argument) {
      self = .graph(format)
    } else if argument.lowercased() == SnapshotConversion.formatName {
      self = .snapshot
    } else {
      return nil
    }
  }

  /// The format that the ending of a path tells.
  init?(path: String) {
    if let format = RDFFormat(path: path) {
      self = .rdf(format)
    } else if let format = GraphTarget(path: path) {
      self = .graph(.file(format))
    } else if path.lowercased().hasSuffix(SnapshotConversion.fileEnding) {
      self = .snapshot
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] {
    RDFFormat.allCases.map(\.name) + GraphOutput.all.map(\.name) + [SnapshotConversion.formatName]
  }
}
