import ArgumentParser
import Pipeline
import RDFSyntax

/// What `convert` writes: a syntax of RDF or a format of graphs, with its flavour after a colon.
enum TargetFormat: ExpressibleByArgument {
  case rdf(RDFFormat)
  case graph(GraphTarget)

  init?(argument: String) {
    if let format = RDFFormat(name: argument) {
      self = .rdf(format)
    } else if let format = GraphTarget(name: argument) {
      self = .graph(format)
    } else {
      return nil
    }
  }

  /// The format that the ending of a path tells.
  init?(path: String) {
    if let format = RDFFormat(path: path) {
      self = .rdf(format)
    } else if let format = GraphTarget(path: path) {
      self = .graph(format)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] {
    RDFFormat.allCases.map(\.name) + GraphTarget.all.map(\.name)
  }
}
