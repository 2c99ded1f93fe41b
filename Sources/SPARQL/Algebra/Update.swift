public import RDF

/// A request that changes a dataset, as it was understood
/// ([SPARQL 1.1 Update §3](https://www.w3.org/TR/sparql11-update/#updateLanguage)).
public struct Update: Hashable, Sendable {
  /// What is done, one after the other: each sees what those before it did.
  public var operations: [UpdateOperation]
  /// The prefixes that the request declares, in its order, to write the result with.
  public var prefixes: [Query.Prefix]

  /// A request of these operations.
  public init(_ operations: [UpdateOperation], prefixes: [Query.Prefix] = []) {
    self.operations = operations
    self.prefixes = prefixes
  }
}

/// One operation of a request.
///
/// Where it is silent, it is passed over if it cannot be done, and the request goes on.
public enum UpdateOperation: Hashable, Sendable {
  /// `LOAD`: a document, into a graph or the default graph.
  case load(NamedNode, into: NamedNode?, isSilent: Bool)
  /// `CLEAR`: takes all triples from graphs.
  case clear(GraphSelection, isSilent: Bool)
  /// `DROP`: takes graphs away; the default graph stays, empty.
  case drop(GraphSelection, isSilent: Bool)
  /// `CREATE`: makes an empty graph.
  case create(NamedNode, isSilent: Bool)
  /// `ADD`, `MOVE` and `COPY`; nil is the default graph.
  case transfer(Transfer, from: NamedNode?, to: NamedNode?, isSilent: Bool)
  /// `INSERT DATA`: without variables but for blank nodes, which are new ones.
  case insertData([QuadPattern])
  /// `DELETE DATA`: without variables.
  case deleteData([QuadPattern])
  /// `DELETE` and `INSERT` with a pattern, and `DELETE WHERE`.
  case modify(Modification)

  /// The graphs that an operation is about.
  public enum GraphSelection: Hashable, Sendable {
    /// `GRAPH <…>`.
    case named(NamedNode)
    /// `DEFAULT`.
    case defaultGraph
    /// `NAMED`: all but the default graph.
    case allNamed
    /// `ALL`.
    case all
  }

  /// How triples go from one graph to another.
  public enum Transfer: Hashable, Sendable {
    /// `ADD`: to what the other graph holds.
    case add
    /// `MOVE`: in place of what the other graph holds; the one that they came from goes.
    case move
    /// `COPY`: in place of what the other graph holds.
    case copy
  }

  /// What is taken away and what is put in for each solution of a pattern
  /// ([SPARQL 1.1 Update §3.1.3](https://www.w3.org/TR/sparql11-update/#deleteInsert)).
  public struct Modification: Hashable, Sendable {
    /// What is taken away, before anything is put in.
    public var deletions: [QuadPattern]
    /// What is put in; blank nodes are variables that nothing binds, new ones for each solution.
    public var insertions: [QuadPattern]
    /// What is looked for.
    public var pattern: GraphPattern
    /// `WITH`: the graph that stands in place of the default graph; nil for the default graph itself.
    public var graph: NamedNode?
    /// `USING`: where the pattern is looked for; nil where nothing is said.
    public var dataset: Query.DatasetClause?
    /// What relative IRIs that `IRI()` makes are resolved against; nil if there is none.
    public var baseIRI: String?

    /// A change of these parts.
    public init(
      deletions: [QuadPattern], insertions: [QuadPattern], pattern: GraphPattern,
      graph: NamedNode? = nil, dataset: Query.DatasetClause? = nil, baseIRI: String? = nil
    ) {
      self.deletions = deletions
      self.insertions = insertions
      self.pattern = pattern
      self.graph = graph
      self.dataset = dataset
      self.baseIRI = baseIRI
    }
  }
}

/// A triple of a template and the graph that it belongs to.
public struct QuadPattern: Hashable, Sendable {
  /// The triple.
  public var triple: TriplePattern
  /// The graph; nil where none is named.
  public var graph: TermPattern?

  /// A triple of a graph.
  public init(_ triple: TriplePattern, in graph: TermPattern? = nil) {
    self.triple = triple
    self.graph = graph
  }
}
