package import RDF

/// Statements that can be put in and taken away.
///
/// What changes is kept beside sorted columns. A store of few changes to many statements has them
/// worked in as it is read (``MergedRows``); where there is much to change, the columns are sorted anew,
/// which costs a pass over all statements. The graphs are those that were made or that a statement was
/// put into, until they are dropped; they may be empty.
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
    /// By graph, what is not in the indexes.
    var added: [UInt32: Set<TermDictionary.Statement>] = [:]
    /// By graph, what is in the indexes and is not there any more.
    var removed: [UInt32: Set<TermDictionary.Statement>] = [:]
    /// The names of the named graphs.
    var graphs: Set<UInt32>

    var isSorted: Bool { added.isEmpty && removed.isEmpty }

    /// In no order.
    var changes: StatementChanges {
      StatementChanges(
        added: added.values.flatMap { $0 }, removed: removed.values.flatMap { $0 })
    }

    var changeCount: Int {
      added.values.reduce(0) { $0 + $1.count } + removed.values.reduce(0) { $0 + $1.count }
    }
  }

  /// The terms by number; one that no statement has any more keeps its number.
  package private(set) var terms: ChangingTerms
  private var state: State
  /// The snapshot that the statements came from; nil if they did not.
  let origin: SnapshotOrigin?
  private let merging: Merging
  /// How many labels of blank nodes were tried.
  private var labelCount = 0
  /// The blank nodes that stand within triple terms, and perhaps nowhere else; nil until a new one is
  /// asked for.
  private var innerBlankNodes: Set<[UInt8]>?

  /// A dataset without statements.
  public init() {
    terms = ChangingTerms(TermTable(TermDictionary()))
    state = State(defaultGraph: .empty, namedGraphs: .empty(declared: []), graphs: [])
    origin = nil
    merging = .usual
  }

  /// The statements of a store.
  ///
  /// - Complexity: O(1), but for the changes that a snapshot has beside it.
  /// - Throws: ``SnapshotError`` for a damaged file.
  public init(_ store: consuming QuadStore) throws {
    try self.init(store, merging: .usual)
  }

  /// When changes are worked in as they are read, and the columns not sorted anew.
  package enum Merging: Sendable {
    /// Where the changes are few, and the statements not.
    case usual
    case always, never
  }

  /// The statements of a store, whose changes are worked in as is said.
  package init(_ store: consuming QuadStore, merging: Merging) throws {
    terms = ChangingTerms(store.terms)
    self.merging = merging
    origin = store.origin
    state = State(
      defaultGraph: store.defaultGraph, namedGraphs: store.namedGraphs,
      graphs: Set(store.namedGraphs.names))
    guard let origin else { return }
    (state.defaultGraph, state.namedGraphs) = (origin.defaultGraph, origin.namedGraphs)
    for statement in origin.changes.added {
      state.added[statement.graphName, default: []].insert(statement)
    }
    for statement in origin.changes.removed {
      state.removed[statement.graphName, default: []].insert(statement)
    }
  }

  /// The names of the named graphs, in no order.
  package var graphs: Set<UInt32> { state.graphs }

  /// What is changed in the snapshot that the statements came from, in no order; nil if that is so much that they
  /// were sorted anew, or they came from none.
  var changesOfOrigin: StatementChanges? {
    guard let origin, state.defaultGraph === origin.defaultGraph,
      state.namedGraphs === origin.namedGraphs
    else { return nil }
    return state.changes
  }

  /// The number of a term in canonical form, a new one if it has none.
  ///
  /// - Throws: ``SnapshotError`` for a damaged file.
  package mutating func intern(_ term: Span<UInt8>) throws(SnapshotError) -> UInt32 {
    try terms.intern(term)
  }

  /// The number of a blank node that was not there before.
  ///
  /// - Complexity: O(1) on average, but for the first one: all terms are looked at for it.
  /// - Throws: ``SnapshotError`` for a damaged file.
  package mutating func newBlankNode() throws -> UInt32 {
    let inner = try innerBlankNodes ?? terms.blankNodesInTripleTerms()
    innerBlankNodes = inner
    while true {
      let term = Array("_:b\(labelCount)".utf8)
      labelCount += 1
      if try terms.id(of: term.span) == nil, !inner.contains(term) {
        return try terms.intern(term.span)
      }
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
  /// - Complexity: O(n) in the statements of the graph, but O(1) for a large default graph.
  package mutating func clear(graph: UInt32) throws(SnapshotError) {
    state.added[graph] = nil
    if graph == 0, state.defaultGraph.count > mostMerged {
      state.removed[graph] = nil
      state.defaultGraph = .empty
    } else {
      let statements =
        graph == 0
        ? try state.defaultGraph.statements() : try state.namedGraphs.statements(of: graph)
      state.removed[graph] = statements.isEmpty ? nil : Set(statements)
    }
  }

  /// Takes all statements from all named graphs.
  ///
  /// - Complexity: O(n) in these, but O(graphs) if they are many.
  package mutating func clearNamedGraphs() throws(SnapshotError) {
    if state.namedGraphs.count > mostMerged {
      // Of graphs that were dropped, too: what is said of columns goes with them.
      state.added = state.added.filter { $0.key == 0 }
      state.removed = state.removed.filter { $0.key == 0 }
      state.namedGraphs = .empty(declared: [])
    } else {
      for graph in state.graphs { try clear(graph: graph) }
    }
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
    return indexed.filter { !removed.contains($0) }
      + (state.added[graph] ?? []).sorted(by: TermDictionary.Statement.ascend)
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

  /// How many changes are worked in as they are read: a quarter of the statements, for then sorting
  /// them anew costs no more.
  var mostMerged: Int {
    let count = state.defaultGraph.count + state.namedGraphs.count
    switch merging {
    case .always: return .max
    case .never: return 0
    case .usual:
      // Changes of a snapshot stay beside it, however small it is; few other statements are sorted
      // anew in no time.
      if origin != nil { return max(count / 4, Self.leastOfOrigin) }
      return count < Self.leastMerged ? 0 : count / 4
    }
  }

  private static let leastMerged = 1 << 14
  private static let leastOfOrigin = 1 << 10

  /// A store of the statements as they are now.
  ///
  /// - Complexity: O(changes) where they are few, else O(n); O(1) if nothing has changed since the last
  ///   call.
  /// - Throws: ``SnapshotError`` for a damaged file.
  public mutating func store() throws(SnapshotError) -> QuadStore {
    if !state.isSorted, state.changeCount > mostMerged { try sort() }
    let names = state.graphs.sorted()
    let changes = state.changes
    let count = terms.count
    return QuadStore(
      terms: terms.table,
      defaultGraph: state.defaultGraph.merged(with: changes.part(named: false), termCount: count),
      namedGraphs: state.namedGraphs.merged(
        with: changes.part(named: true), names: names, termCount: count))
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
    state.added = [:]
    state.removed = [:]
  }
}
