public import QuadStore
public import RDF

/// Carries out requests that change a dataset
/// ([SPARQL 1.1 Update](https://www.w3.org/TR/sparql11-update/)).
///
/// ```swift
/// var dataset = try ChangingDataset(store)
/// try UpdateEngine(load: read).apply(Update(parsing: text), to: &dataset)
/// ```
public struct UpdateEngine {
  /// Hands out the statements of a document, block by block.
  ///
  /// It throws ``UpdateError/unreadable(_:_:)`` for what cannot be read, and what `take` throws.
  public typealias Load = (
    _ source: NamedNode, _ take: (borrowing QuadBlock) throws -> Void
  ) throws -> Void

  private let limits: QueryLimits
  private let seed: UInt64?
  private let load: Load

  /// An engine.
  ///
  /// - Parameters:
  ///   - limits: What each operation of a request may use; `maximumRows` bounds what it puts in or
  ///     takes away.
  ///   - seed: Where `RAND`, `UUID` and the like start from; a new place if it is nil.
  ///   - load: How `LOAD` reads documents.
  public init(limits: QueryLimits = .none, seed: UInt64? = nil, load: @escaping Load) {
    self.limits = limits
    self.seed = seed
    self.load = load
  }

  /// Does what a request says, all of it or nothing.
  ///
  /// - Throws: ``UpdateError`` for an operation that cannot be done, ``QueryError`` where a bound is
  ///   met, ``ExpressionError`` where an expression ends the request, `SnapshotError` for damaged
  ///   data. The dataset is then as it was.
  public func apply(_ update: Update, to dataset: inout ChangingDataset) throws {
    try dataset.atomically { dataset in
      for operation in update.operations { try apply(operation, to: &dataset) }
    }
  }

  private func apply(
    _ operation: UpdateOperation, to dataset: inout ChangingDataset
  ) throws {
    switch operation {
    case .insertData(let quads):
      var writer = DataWriter()
      for quad in quads { try writer.insert(quad, into: &dataset) }
    case .deleteData(let quads):
      var writer = DataWriter()
      for quad in quads { try writer.remove(quad, from: &dataset) }
    case .modify(let modification):
      let changes = try UpdateChanges(
        modification, dataset.store(), graphs: dataset.graphs, limits: limits, seed: seed)
      try changes.apply(to: &dataset)
    case .load(let source, let target, let isSilent):
      try orSilent(isSilent) { try load(source, into: target, &dataset) }
    case .clear(let selection, let isSilent):
      try orSilent(isSilent) { try dataset.clear(selection) }
    case .drop(let selection, let isSilent):
      try orSilent(isSilent) { try dataset.drop(selection) }
    case .create(let name, let isSilent):
      try orSilent(isSilent) { try dataset.create(name) }
    case .transfer(let transfer, let source, let target, let isSilent):
      try orSilent(isSilent) { try dataset.transfer(transfer, from: source, to: target) }
    }
  }

  /// Passes over what cannot be done, if that is wanted; damaged data and bounds end the request.
  private func orSilent(_ isSilent: Bool, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as UpdateError {
      if !isSilent { throw error }
    }
  }

  private func load(
    _ source: NamedNode, into target: NamedNode?, _ dataset: inout ChangingDataset
  ) throws {
    // As a whole first: a document that cannot be read to its end changes nothing.
    var document = QuadCollection()
    try load(source) { document.append($0) }
    if target != nil, document.statements.contains(where: { $0.graphName != 0 }) {
      throw UpdateError.documentHasGraphs(source)
    }
    let graph = try target.map { try dataset.intern($0) } ?? 0
    if graph != 0 { dataset.create(graph: graph) }
    var copy = DocumentCopy(document.terms)
    for statement in document.statements { try copy.insert(statement, graph, into: &dataset) }
  }
}

extension ChangingDataset {
  /// The number of a name, a new one if it has none.
  fileprivate mutating func intern(_ name: NamedNode) throws -> UInt32 {
    var bytes: [UInt8] = []
    CanonicalTerm.append(name, to: &bytes)
    return try intern(bytes.span)
  }

  /// The number of a graph's name.
  ///
  /// - Throws: ``UpdateError`` if there is no such graph.
  fileprivate func graph(_ name: NamedNode) throws -> UInt32 {
    var bytes: [UInt8] = []
    CanonicalTerm.append(name, to: &bytes)
    guard let id = try terms.id(of: bytes.span), graphs.contains(id) else {
      throw UpdateError.noGraph(name)
    }
    return id
  }

  fileprivate mutating func create(_ name: NamedNode) throws {
    let id = try intern(name)
    guard !graphs.contains(id) else { throw UpdateError.graphExists(name) }
    create(graph: id)
  }

  fileprivate mutating func clear(_ selection: UpdateOperation.GraphSelection) throws {
    switch selection {
    case .named(let name): try clear(graph: try graph(name))
    case .defaultGraph: try clear(graph: 0)
    case .allNamed: try clearNamedGraphs()
    case .all:
      try clear(graph: 0)
      try clearNamedGraphs()
    }
  }

  fileprivate mutating func drop(_ selection: UpdateOperation.GraphSelection) throws {
    switch selection {
    case .named(let name): try drop(graph: try graph(name))
    case .defaultGraph: try clear(graph: 0)
    case .allNamed: try dropNamedGraphs()
    case .all:
      try clear(graph: 0)
      try dropNamedGraphs()
    }
  }

  private mutating func dropNamedGraphs() throws {
    try clearNamedGraphs()
    for graph in graphs { try drop(graph: graph) }
  }

  fileprivate mutating func transfer(
    _ transfer: UpdateOperation.Transfer, from source: NamedNode?, to target: NamedNode?
  ) throws {
    let from = try source.map { try graph($0) } ?? 0
    let to = try target.map { try intern($0) } ?? 0
    guard from != to else { return }
    let statements = try statements(of: from)
    if transfer != .add { try clear(graph: to) }
    if to != 0 { create(graph: to) }
    for var statement in statements {
      statement.graphName = to
      try insert(statement)
    }
    guard transfer == .move else { return }
    if from == 0 { try clear(graph: 0) } else { try drop(graph: from) }
  }
}
