/// The graph of a dataset that a statement stands in
/// ([RDF 1.1 Concepts §4](https://www.w3.org/TR/rdf11-concepts/#section-dataset)).
public enum GraphName: Hashable, Sendable {
  case defaultGraph
  case namedNode(NamedNode)
  case blankNode(BlankNode)
}

/// A statement and the graph it stands in.
public struct Quad: Hashable, Sendable {
  public let triple: Triple
  public let graphName: GraphName

  /// A statement in a graph; in the default graph if none is given.
  public init(_ triple: Triple, in graphName: GraphName = .defaultGraph) {
    self.triple = triple
    self.graphName = graphName
  }

  public var subject: Subject { triple.subject }
  public var predicate: NamedNode { triple.predicate }
  public var object: Term { triple.object }
}
