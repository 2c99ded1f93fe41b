public import RDFSyntax
public import SPARQL

/// How an answer is written.
public enum AnswerFormat: Hashable, Sendable {
  /// Solutions, or yes or no.
  case results(ResultsFormat)
  /// A graph that the query makes, in a syntax of RDF.
  case rdf(RDFFormat)
  /// A graph that the query makes, for viewers.
  case graph(GraphTarget)

  /// The format of this name, whatever its case; nil if there is none.
  public init?(name: String) {
    if let format = ResultsFormat(rawValue: name.lowercased()) {
      self = .results(format)
    } else if let format = RDFFormat(name: name) {
      self = .rdf(format)
    } else if let target = GraphTarget(name: name) {
      self = .graph(target)
    } else {
      return nil
    }
  }

  /// The format that the ending of a path tells; nil for any other ending.
  ///
  /// Where the query makes a graph, `.xml` and `.csv` mean other formats than where it does not.
  public init?(path: String, makesGraph: Bool) {
    let folded = path.lowercased()
    if makesGraph {
      if let format = RDFFormat(path: path) {
        self = .rdf(format)
      } else if let target = GraphTarget(path: path) {
        self = .graph(target)
      } else {
        return nil
      }
    } else {
      let bare = folded.hasSuffix(".gz") ? folded.dropLast(3) : folded[...]
      let format = ResultsFormat.allCases.first { format in
        format.fileEndings.contains { bare.hasSuffix(".\($0)") }
      }
      guard let format else { return nil }
      self = .results(format)
    }
  }

  /// The names by which formats are chosen.
  public static let names =
    ResultsFormat.allCases.map(\.rawValue) + RDFFormat.allCases.map(\.name)
    + GraphTarget.all.map(\.name)
}
