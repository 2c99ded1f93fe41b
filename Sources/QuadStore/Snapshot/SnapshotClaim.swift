import RDF

/// The right to change a snapshot, which one process has at a time; the others wait.
///
/// What is changed goes to a file beside the snapshot, and readers see both together. Who has opened the
/// snapshot before keeps the state of that moment.
///
/// ```swift
/// let claim = try SnapshotClaim("graph.simpul")
/// var dataset = try ChangingDataset(claim.store)
/// try engine.apply(update, to: &dataset)
/// try claim.commit(&dataset)
/// ```
///
/// A class, because the right ends with it.
public final class SnapshotClaim: Sendable {
  /// The statements as they were when the right was given.
  public let store: QuadStore
  private let origin: SnapshotOrigin
  private let lock: FileLock

  /// How a change was kept.
  public enum Outcome: Hashable, Sendable {
    /// There was none.
    case unchanged
    /// Beside the snapshot.
    case beside
    /// In a new snapshot: it was more than a quarter of the statements, or too much had gathered.
    case rewritten
  }

  /// How many bytes of changes may gather, however small the snapshot is.
  private static let leastGathered = 1 << 20

  /// Waits for the right to change a snapshot, and opens it.
  ///
  /// - Throws: ``SnapshotError`` as for opening, and if there is no such file.
  public init(_ path: String) throws(SnapshotError) {
    guard let lock = try FileLock(path) else { throw SnapshotError(.system(2), file: path) }
    self.lock = lock
    store = try QuadStore(snapshot: path)
    guard let origin = store.origin else { preconditionFailure("an opened store has an origin") }
    self.origin = origin
  }

  /// Keeps what a dataset that was made of the store is now, as a whole or not at all: when this returns
  /// it is on the disk.
  ///
  /// To be called once: what comes after would have to begin with the store as it is then.
  ///
  /// - Throws: ``SnapshotError`` if the system refuses, or for a damaged file; everything is then as it
  ///   was.
  public func commit(_ dataset: inout ChangingDataset) throws -> Outcome {
    precondition(dataset.origin === origin, "a dataset is kept where it came from")
    if let changes = dataset.changesOfOrigin, changes.count <= dataset.mostMerged {
      let update = try self.update(changes, dataset)
      if update.isEmpty { return .unchanged }
      let record = update.record(after: origin.delta.seal)
      let most = max(Self.leastGathered, origin.byteCount / 4)
      if origin.delta.byteCount + record.count <= most {
        if origin.delta.isLeftOver { try DeltaWriter.remove(beside: origin.path) }
        try DeltaWriter.append(
          to: DeltaFormat.path(beside: origin.path), origin.identity,
          after: origin.delta.byteCount, seal: origin.delta.seal
        ) { update.record(after: $0) }
        return .beside
      }
    }
    let changed = try dataset.store()
    try changed.rebuilt().writeSnapshot(to: origin.path, holding: lock)
    return .rewritten
  }

  /// Works what is beside the snapshot into it: a new one takes its place, as a whole or not at all.
  ///
  /// - Returns: how many statements came and went; nil if there was nothing beside it.
  /// - Throws: ``SnapshotError`` if the system refuses, or for a damaged file; everything is then as it
  ///   was.
  public func compact() throws -> (added: Int, removed: Int)? {
    guard origin.delta.updateCount > 0 else {
      if origin.delta.isThere { try DeltaWriter.remove(beside: origin.path) }
      return nil
    }
    try store.rebuilt().writeSnapshot(to: origin.path, holding: lock)
    return (origin.changes.added.count, origin.changes.removed.count)
  }

  /// What changes of the snapshot are beyond those that are beside it already.
  private func update(
    _ changes: StatementChanges, _ dataset: ChangingDataset
  ) throws -> DeltaFormat.Update {
    let (addedBefore, removedBefore) = (Set(origin.changes.added), Set(origin.changes.removed))
    let (added, removed) = (Set(changes.added), Set(changes.removed))
    var update = DeltaFormat.Update()
    update.added =
      added.subtracting(addedBefore).union(removedBefore.subtracting(removed))
      .sorted(by: TermDictionary.Statement.ascend)
    update.removed =
      addedBefore.subtracting(added).union(removed.subtracting(removedBefore))
      .sorted(by: TermDictionary.Statement.ascend)
    for statement in update.added + update.removed {
      update.rows.append(
        statement.graphName == 0
          ? try origin.defaultGraph.rows(of: statement)
          : try origin.namedGraphs.rows(of: statement))
    }
    let later = StatementChanges(added: update.added, removed: update.removed)
    update.triples = try store.defaultGraph.statistics(after: later.part(named: false))
    update.quads = try store.namedGraphs.statistics(after: later.part(named: true))
    update.created = dataset.graphs.subtracting(origin.delta.graphs).sorted()
    update.dropped = origin.delta.graphs.subtracting(dataset.graphs).sorted()
    let terms = dataset.terms.added
    for number in origin.delta.terms.count..<terms.count {
      let range = terms.range(of: UInt32(number + 1))
      update.terms.append(Array(terms.bytes[range]))
    }
    return update
  }
}

extension QuadStore {
  /// The same statements with terms numbered anew, those that no statement has left out.
  ///
  /// - Complexity: O(n).
  /// - Throws: ``SnapshotError`` for a damaged file.
  fileprivate func rebuilt() throws -> QuadStore {
    var builder = QuadStoreBuilder()
    try forEachBlock { builder.append($0) }
    for graph in namedGraphs.names { try terms.withBytes(of: graph) { builder.declareGraph($0) } }
    return builder.finish()
  }
}
