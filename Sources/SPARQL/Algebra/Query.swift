public import RDF

/// A query as it was understood ([SPARQL 1.1 §18.2](https://www.w3.org/TR/sparql11-query/#sparqlQuery)).
public struct Query: Hashable, Sendable {
  /// What the answer is made of.
  public enum Form: Hashable, Sendable {
    /// Solutions, with these variables in this order.
    case select([Variable])
    /// A graph made by the template, once for each solution; blank nodes of the template are
    /// variables that nothing binds.
    case construct([TriplePattern])
    /// The description of these things.
    case describe([TermPattern])
    /// Whether there is a solution.
    case ask
  }

  /// The dataset that a query asks for ([SPARQL 1.1 §13.2](https://www.w3.org/TR/sparql11-query/#specifyingDataset)).
  public struct DatasetClause: Hashable, Sendable {
    /// `FROM`: the graphs that are merged to the default graph.
    public var defaultGraphs: [NamedNode]
    /// `FROM NAMED`: the named graphs.
    public var namedGraphs: [NamedNode]

    /// A dataset of these graphs.
    public init(defaultGraphs: [NamedNode], namedGraphs: [NamedNode]) {
      self.defaultGraphs = defaultGraphs
      self.namedGraphs = namedGraphs
    }
  }

  /// What the answer is made of.
  public var form: Form
  /// What is looked for, with the modifiers on top.
  public var pattern: GraphPattern
  /// The dataset asked for; nil if the query asks for none.
  public var dataset: DatasetClause?
  /// What relative IRIs that `IRI()` makes are resolved against; nil if there is none.
  public var baseIRI: String?
  /// The prefixes that the query declares, in its order, to write the answer with.
  public var prefixes: [Prefix]

  /// A declared prefix.
  public struct Prefix: Hashable, Sendable {
    /// The name without the colon.
    public let name: String
    /// What it stands for.
    public let iri: String

    /// A prefix that stands for an IRI.
    public init(_ name: String, _ iri: String) {
      self.name = name
      self.iri = iri
    }
  }

  /// A query of these parts.
  public init(
    form: Form, pattern: GraphPattern, dataset: DatasetClause? = nil, baseIRI: String? = nil,
    prefixes: [Prefix] = []
  ) {
    self.form = form
    self.pattern = pattern
    self.dataset = dataset
    self.baseIRI = baseIRI
    self.prefixes = prefixes
  }
}
