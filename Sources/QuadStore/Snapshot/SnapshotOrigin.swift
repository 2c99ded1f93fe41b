/// The snapshot that a store was opened from, and what had been changed beside it then.
final class SnapshotOrigin: Sendable {
  /// The file, without links.
  let path: String
  let identity: SnapshotIdentity
  /// How many bytes the file has.
  let byteCount: Int
  /// The statements as they stand in it.
  let defaultGraph: TripleIndex
  let namedGraphs: NamedGraphIndex
  /// What is changed beside it.
  let delta: DeltaContents

  /// What is changed beside it, and of how many statements.
  var changes: StatementChanges { delta.changes }

  init(
    path: String, identity: SnapshotIdentity, byteCount: Int, defaultGraph: TripleIndex,
    namedGraphs: NamedGraphIndex, delta: DeltaContents
  ) {
    self.path = path
    self.identity = identity
    self.byteCount = byteCount
    self.defaultGraph = defaultGraph
    self.namedGraphs = namedGraphs
    self.delta = delta
  }
}
