import RDF

/// Statements in sorted columns of term numbers, to be asked by pattern.
///
/// A store is built once, in bulk, and never changes; what changes is a ``ChangingDataset``. The default graph stands apart from the named
/// graphs, each in all the orders that a pattern can be answered from (``Permutation``).
///
/// ```swift
/// var builder = QuadStoreBuilder()
/// while try reader.next(into: &block) { builder.append(block) }
/// let store = builder.finish()
/// ```
public struct QuadStore: Sendable {
  /// The terms of all statements by number.
  package let terms: TermTable
  /// The statements of the default graph.
  package let defaultGraph: TripleIndex
  /// The statements of the named graphs.
  package let namedGraphs: NamedGraphIndex

  /// The snapshot that the store was opened from; nil if it was not.
  let origin: SnapshotOrigin?

  init(
    terms: TermTable, defaultGraph: TripleIndex, namedGraphs: NamedGraphIndex,
    origin: SnapshotOrigin? = nil
  ) {
    self.terms = terms
    self.defaultGraph = defaultGraph
    self.namedGraphs = namedGraphs
    self.origin = origin
  }

  /// How many statements there are, each once.
  public var count: Int { defaultGraph.count + namedGraphs.count }

  /// How many terms are numbered.
  public var termCount: Int { terms.count }

  /// The statements of some graphs, as a query's dataset has them
  /// ([SPARQL 1.1 §13.2](https://www.w3.org/TR/sparql11-query/#specifyingDataset)).
  ///
  /// - Parameters:
  ///   - defaultGraphs: The graphs that are merged to the default graph.
  ///   - kept: The named graphs that stay.
  /// - Returns: a store of the same terms.
  /// - Complexity: O(n) in the statements of all named graphs.
  /// - Throws: ``SnapshotError`` for a damaged file.
  package func view(
    defaultGraphs: [UInt32], namedGraphs kept: [UInt32]
  ) throws(SnapshotError) -> QuadStore {
    var triples = StagedTriples()
    for graph in Set(defaultGraphs).sorted() {
      let statements = try namedGraphs.statements(of: graph)
      triples.makeRoom(for: statements.count)
      for statement in statements { triples.append(statement) }
    }
    let defaultGraph = TripleIndex(
      spo: StatementSort.triples(triples, termCount: termCount), termCount: termCount)
    if Set(kept) == Set(namedGraphs.names) {
      return QuadStore(terms: terms, defaultGraph: defaultGraph, namedGraphs: namedGraphs)
    }
    var quads: [TermDictionary.Statement] = []
    let names = Set(kept).intersection(namedGraphs.names)
    for graph in names.sorted() { quads += try namedGraphs.statements(of: graph) }
    return QuadStore(
      terms: terms,
      defaultGraph: defaultGraph,
      namedGraphs: NamedGraphIndex(
        spog: StatementSort.quads(quads, termCount: termCount), declared: Array(names),
        termCount: termCount))
  }
}
