/// The graph of a dataset that a statement stands in
/// ([RDF 1.1 Concepts §4](https://www.w3.org/TR/rdf11-concepts/#section-dataset)).
public enum GraphName: Hashable, Sendable {
  /// The graph without a name.
  case defaultGraph
  /// A graph named by an IRI.
  case namedNode(NamedNode)
  /// A graph named by a blank node.
  case blankNode(BlankNode)
}

/// A statement and the graph it stands in.
public struct Quad: Hashable, Sendable {
  /// The statement.
  public let triple: Triple
  /// The graph it stands in.
  public let graphName: GraphName

  /// A statement in a graph; in the default graph if none is given.
  public init(_ triple: Triple, in graphName: GraphName = .defaultGraph) {
    self.triple = triple
    self.graphName = graphName
  }

  /// The statement's subject.
  public var subject: Subject { triple.subject }
  /// The statement's predicate.
  public var predicate: NamedNode { triple.predicate }
  /// The statement's object.
  public var object: Term { triple.object }
}
