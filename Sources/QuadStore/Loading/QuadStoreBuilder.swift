public import RDF

/// Collects statements and makes them a ``QuadStore``.
public struct QuadStoreBuilder {
  private var terms = TermDictionary()
  private var statements: [TermDictionary.Statement] = []
  private var declaredGraphs: [UInt32] = []

  /// A builder without statements.
  public init() {}

  /// How many statements came, duplicates counted.
  public var count: Int { statements.count }

  /// Adds the statements of a block; a statement that was there already changes nothing.
  ///
  /// - Complexity: O(bytes of the terms) on average.
  public mutating func append(_ block: borrowing QuadBlock) {
    terms.intern(block, into: &statements)
  }

  /// Adds the statements of a collection.
  public mutating func append(_ quads: QuadCollection) {
    quads.forEachBlock { append($0) }
  }

  /// Makes a graph of this name known, which may have no statement.
  public mutating func declareGraph(_ name: NamedNode) {
    var bytes: [UInt8] = []
    CanonicalTerm.append(name, to: &bytes)
    declaredGraphs.append(terms.intern(bytes.span))
  }

  /// Sorts the statements.
  ///
  /// - Complexity: O(n) passes over the statements, but for those of one subject, which are sorted.
  public consuming func finish() -> QuadStore {
    let termCount = terms.count
    let hasNamed = statements.contains { $0.graphName != 0 }
    let spo: Permutation
    let spog: Permutation
    if hasNamed {
      spo = StatementSort.triples(statements.filter { $0.graphName == 0 }, termCount: termCount)
      spog = StatementSort.quads(statements.filter { $0.graphName != 0 }, termCount: termCount)
    } else {
      spo = StatementSort.triples(statements, termCount: termCount)
      spog = StatementSort.quads([], termCount: 0)
    }
    statements = []
    return QuadStore(
      terms: TermTable(terms),
      defaultGraph: TripleIndex(spo: spo, termCount: termCount),
      namedGraphs: NamedGraphIndex(
        spog: spog, declared: declaredGraphs, termCount: hasNamed ? termCount : 0))
  }
}
