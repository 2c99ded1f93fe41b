import QuadStore

/// The working of what was changed beside a snapshot into it.
public struct Compaction: Sendable {
  /// How many statements had come beside the snapshot.
  public let added: Int
  /// How many of its statements had gone.
  public let removed: Int

  /// Has a new snapshot, with all that was changed beside it, take the place of one.
  ///
  /// Whoever changes it at the time is waited for; whoever has opened it keeps what was opened.
  ///
  /// - Returns: what was worked in; nil if there was nothing beside it.
  /// - Throws: ``PipelineError`` for a file that is no snapshot or is damaged, and if the system refuses;
  ///   everything is then as it was.
  public static func run(_ path: String) throws(PipelineError) -> Compaction? {
    let changed = try PipelineError.engine { try SnapshotClaim(path).compact() }
    return changed.map { Compaction(added: $0.added, removed: $0.removed) }
  }
}
