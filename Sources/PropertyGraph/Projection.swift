public import Diagnostics
public import DomainPack
public import RDF

/// The way from RDF to nodes and edges.
///
/// Things become nodes, statements between things edges, literals attributes, `rdf:type` the
/// class. Claims become the evidence of the edges that they are about. The result does not depend
/// on the order of the statements.
public struct Projection: Sendable {
  private let style: GraphStyle
  private let language: MessageLanguage

  /// The projection by a style, with captions in a language where the data and the style have it.
  public init(style: GraphStyle = GraphStyle(), language: MessageLanguage = .indonesian) {
    self.style = style
    self.language = language
  }

  /// The graph of a dataset.
  ///
  /// Blank nodes of all graphs share one scope.
  ///
  /// - Complexity: O(n log n) in the number of statements.
  public func graph(of collection: consuming QuadCollection) -> PropertyGraph {
    var run = ProjectionRun(collection, style: style, language: language)
    return run.graph()
  }

  /// The graph of some statements.
  ///
  /// - Complexity: O(n log n) in the number of quads.
  public func graph(of quads: some Sequence<Quad>) -> PropertyGraph {
    graph(of: QuadCollection(quads))
  }
}
