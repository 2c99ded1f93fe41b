/// Statements in sorted columns of term numbers, to be asked by pattern.
///
/// A store is built once, in bulk, and never changes. The default graph stands apart from the named
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

  init(terms: TermTable, defaultGraph: TripleIndex, namedGraphs: NamedGraphIndex) {
    self.terms = terms
    self.defaultGraph = defaultGraph
    self.namedGraphs = namedGraphs
  }

  /// How many statements there are, each once.
  public var count: Int { defaultGraph.count + namedGraphs.count }

  /// How many terms are numbered.
  public var termCount: Int { terms.count }
}
