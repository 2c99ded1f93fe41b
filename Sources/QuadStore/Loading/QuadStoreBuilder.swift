public import RDF

/// Collects statements and makes them a ``QuadStore``.
///
/// Language tags are held in small letters: their value does not depend on case
/// ([RDF 1.1 Concepts §3.3](https://www.w3.org/TR/rdf11-concepts/#section-Graph-Literal)), so that
/// texts that differ in nothing else are one term.
public struct QuadStoreBuilder {
  private var terms = TermDictionary()
  /// The statements of the default graph.
  private var triples = StagedTriples()
  /// Those of named graphs.
  private var quads: [TermDictionary.Statement] = []
  /// Those of one block; its memory is used again.
  private var batch: [TermDictionary.Statement] = []
  private var declaredGraphs: [UInt32] = []

  /// A builder without statements.
  public init() {}

  /// How many statements came, duplicates counted.
  public var count: Int { triples.count + quads.count }

  /// Adds the statements of a block; a statement that was there already changes nothing.
  ///
  /// - Complexity: O(bytes of the terms) on average.
  public mutating func append(_ block: borrowing QuadBlock) {
    batch.removeAll(keepingCapacity: true)
    terms.intern(block, into: &batch)
    triples.makeRoom(for: batch.count)
    for statement in batch {
      if statement.graphName == 0 { triples.append(statement) } else { quads.append(statement) }
    }
  }

  /// Adds the statements of a collection.
  public mutating func append(_ quads: QuadCollection) {
    quads.forEachBlock { append($0) }
  }

  /// Makes a graph of this name known, which may have no statement.
  public mutating func declareGraph(_ name: NamedNode) {
    var bytes: [UInt8] = []
    CanonicalTerm.append(name, to: &bytes)
    declareGraph(bytes.span)
  }

  /// Makes a graph known by its name in canonical form.
  mutating func declareGraph(_ name: Span<UInt8>) { declaredGraphs.append(terms.intern(name)) }

  /// Sorts the statements.
  ///
  /// - Complexity: O(n) passes over the statements, but for those of one subject, which are sorted.
  public consuming func finish() -> QuadStore {
    lowercaseLanguageTags()
    let termCount = terms.count
    let hasNamed = !quads.isEmpty
    batch = []
    // Taken out, so that what is sorted can go when it is.
    let (triples, quads) = (self.triples, self.quads)
    (self.triples, self.quads) = (StagedTriples(), [])
    let spo = StatementSort.triples(consume triples, termCount: termCount)
    let spog = StatementSort.quads(consume quads, termCount: hasNamed ? termCount : 0)
    return QuadStore(
      terms: TermTable(terms),
      defaultGraph: TripleIndex(spo: spo, termCount: termCount),
      namedGraphs: NamedGraphIndex(
        spog: spog, declared: declaredGraphs, termCount: hasNamed ? termCount : 0))
  }

  /// Numbers the terms anew if one of them has a language tag with capitals; most texts have none.
  private mutating func lowercaseLanguageTags() {
    let written = terms
    var lowercase = LowercaseTags()
    func lowered(_ id: UInt32) -> [UInt8]? {
      lowercase.changed(written.bytes.span.extracting(written.range(of: id)))
    }
    guard written.count > 0, (1...UInt32(written.count)).contains(where: { lowered($0) != nil })
    else { return }
    var numbers: [UInt32] = [0]
    terms = TermDictionary(minimumCapacity: written.count)
    for id in 1...UInt32(written.count) {
      if let term = lowered(id) {
        numbers.append(terms.intern(term.span))
      } else {
        numbers.append(terms.intern(written.bytes.span.extracting(written.range(of: id))))
      }
    }
    triples.renumber(numbers)
    quads = quads.map { statement in
      TermDictionary.Statement(
        numbers[Int(statement.subject)], numbers[Int(statement.predicate)],
        numbers[Int(statement.object)], in: numbers[Int(statement.graphName)])
    }
    declaredGraphs = declaredGraphs.map { numbers[Int($0)] }
  }
}
