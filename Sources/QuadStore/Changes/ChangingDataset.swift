package import RDF

/// Statements that can be put in and taken away.
///
/// What changes is kept beside sorted columns, and is worked into them when somebody asks for a store:
/// a change costs a look-up, and asking after changes costs a pass over all statements. The graphs
/// are those that were made or that a statement was put into, until they are dropped; they may be
/// empty.
///
/// ```swift
/// var dataset = try ChangingDataset(store)
/// try dataset.insert(TermDictionary.Statement(s, p, o))
/// let changed = try dataset.store()
/// ```
public struct ChangingDataset: Sendable {
  /// What can be taken back as a whole.
  private struct State {
    var defaultGraph: TripleIndex
    var namedGraphs: NamedGraphIndex
    /// The largest number of a term that the indexes know.
    var termCount: Int
    /// By graph, what is not in the indexes.
    var added: [UInt32: Set<TermDictionary.Statement>] = [:]
    /// By graph, what is in the indexes and is not there any more.
    var removed: [UInt32: Set<TermDictionary.Statement>] = [:]
    /// The names of the named graphs.
    var graphs: Set<UInt32>

    var isSorted: Bool { added.isEmpty && removed.isEmpty }
  }

  /// The terms by number; one that no statement has any more keeps its number.
  package private(set) var terms: TermDictionary
  private var state: State
  /// How many labels of blank nodes were tried.
  private var labelCount = 0
  /// The blank nodes that stand within triple terms, and perhaps nowhere else; nil until a new one is
  /// asked for.
  private var innerBlankNodes: Set<[UInt8]>?

  /// A dataset without statements.
  public init() {
    terms = TermDictionary()
    state = State(
      defaultGraph: .empty, namedGraphs: .empty(declared: []), termCount: 0, graphs: [])
  }

  /// The statements of a store.
  ///
  /// - Complexity: O(1), but for those of a snapshot, whose terms are copied.
  /// - Throws: ``SnapshotError`` for a damaged file.
  public init(_ store: consuming QuadStore) throws {
    terms = try store.terms.dictionary()
    state = State(
      defaultGraph: store.defaultGraph, namedGraphs: store.namedGraphs, termCount: store.termCount,
      graphs: Set(store.namedGraphs.names))
  }

  /// The names of the named graphs, in no order.
  package var graphs: Set<UInt32> { state.graphs }

  /// The number of a term in canonical form, a new one if it has none.
  package mutating func intern(_ term: Span<UInt8>) -> UInt32 { terms.intern(term) }

  /// The number of a blank node that was not there before.
  ///
  /// - Complexity: O(1) on average, but for the first one: all terms are looked at for it.
  package mutating func newBlankNode() -> UInt32 {
    let inner = innerBlankNodes ?? terms.blankNodesInTripleTerms
    innerBlankNodes = inner
    while true {
      let term = Array("_:b\(labelCount)".utf8)
      labelCount += 1
      if terms.id(of: term.span) == nil, !inner.contains(term) { return terms.intern(term.span) }
    }
  }

  /// Whether a statement is in the columns.
  ///
  /// - Complexity: O(log n).
  private func isIndexed(_ statement: TermDictionary.Statement) throws(SnapshotError) -> Bool {
    let (s, p, o) = (statement.subject, statement.predicate, statement.object)
    guard statement.graphName != 0 else { return try !state.defaultGraph.spo.rows(s, p, o).isEmpty }
    return try !state.namedGraphs.spog.rows(s, p, o, statement.graphName).isEmpty
  }

  /// Puts a statement in; one that is there already changes nothing.
  ///
  /// - Precondition: its terms have numbers, and they may stand where they do.
  /// - Complexity: O(log n).
  package mutating func insert(_ statement: TermDictionary.Statement) throws(SnapshotError) {
    let graph = statement.graphName
    if graph != 0 { state.graphs.insert(graph) }
    if state.removed[graph]?.remove(statement) != nil {
      if state.removed[graph]?.isEmpty == true { state.removed[graph] = nil }
    } else if try !isIndexed(statement) {
      state.added[graph, default: []].insert(statement)
    }
  }

  /// Takes a statement away, if it is there.
  ///
  /// - Complexity: O(log n).
  package mutating func remove(_ statement: TermDictionary.Statement) throws(SnapshotError) {
    let graph = statement.graphName
    if state.added[graph]?.remove(statement) != nil {
      if state.added[graph]?.isEmpty == true { state.added[graph] = nil }
    } else if try isIndexed(statement) {
      state.removed[graph, default: []].insert(statement)
    }
  }

  /// Makes a graph of this name, if there is none.
  package mutating func create(graph: UInt32) { state.graphs.insert(graph) }

  /// Takes all statements from a graph; 0 is the default graph.
  ///
  /// - Complexity: O(n) in the statements of the graph, O(1) for the default graph.
  package mutating func clear(graph: UInt32) throws(SnapshotError) {
    state.added[graph] = nil
    if graph == 0 {
      state.removed[graph] = nil
      state.defaultGraph = .empty
    } else {
      let statements = try state.namedGraphs.statements(of: graph)
      state.removed[graph] = statements.isEmpty ? nil : Set(statements)
    }
  }

  /// Takes all statements from all named graphs.
  package mutating func clearNamedGraphs() {
    for graph in state.graphs {
      state.added[graph] = nil
      state.removed[graph] = nil
    }
    state.namedGraphs = .empty(declared: [])
  }

  /// Takes a named graph away, and its statements.
  package mutating func drop(graph: UInt32) throws(SnapshotError) {
    try clear(graph: graph)
    state.graphs.remove(graph)
  }

  /// The statements of a graph, in an order that depends on nothing but them; 0 is the default graph.
  package func statements(
    of graph: UInt32
  ) throws(SnapshotError) -> [TermDictionary.Statement] {
    let removed = state.removed[graph] ?? []
    let indexed =
      graph == 0
      ? try state.defaultGraph.statements() : try state.namedGraphs.statements(of: graph)
    return indexed.filter { !removed.contains($0) } + Self.sorted(state.added[graph] ?? [])
  }

  /// Does some changes, all of them or none.
  ///
  /// - Throws: what `body` throws; everything is then as it was before, but for the numbers of terms.
  package mutating func atomically(_ body: (inout Self) throws -> Void) throws {
    let before = state
    do {
      try body(&self)
    } catch {
      state = before
      throw error
    }
  }

  /// A store of the statements as they are now.
  ///
  /// - Complexity: O(n) if something changed since the last call, else O(1).
  /// - Throws: ``SnapshotError`` for a damaged file.
  public mutating func store() throws(SnapshotError) -> QuadStore {
    if !state.isSorted || state.termCount < terms.count { try sort() }
    if Set(state.namedGraphs.names) != state.graphs {
      state.namedGraphs = state.namedGraphs.named(state.graphs.sorted())
    }
    return QuadStore(
      terms: TermTable(terms), defaultGraph: state.defaultGraph, namedGraphs: state.namedGraphs)
  }

  /// Works what changed into the columns.
  private mutating func sort() throws(SnapshotError) {
    var triples = StagedTriples()
    let statements = try statements(of: 0)
    triples.makeRoom(for: statements.count)
    for statement in statements { triples.append(statement) }
    var quads: [TermDictionary.Statement] = []
    for graph in state.graphs.sorted() { quads += try self.statements(of: graph) }
    let count = terms.count
    state.defaultGraph = TripleIndex(
      spo: StatementSort.triples(triples, termCount: count), termCount: count)
    state.namedGraphs =
      quads.isEmpty
      ? .empty(declared: state.graphs.sorted())
      : NamedGraphIndex(
        spog: StatementSort.quads(quads, termCount: count), declared: state.graphs.sorted(),
        termCount: count)
    state.termCount = count
    state.added = [:]
    state.removed = [:]
  }

  private static func sorted(
    _ statements: Set<TermDictionary.Statement>
  ) -> [TermDictionary.Statement] {
    statements.sorted {
      ($0.subject, $0.predicate, $0.object, $0.graphName)
        < ($1.subject, $1.predicate, $1.object, $1.graphName)
    }
  }
}
