/// What tells a snapshot from others: the checksum of its header and that of its table, which are over
/// the checksums of everything in it.
struct SnapshotIdentity: Hashable, Sendable {
  let header: UInt64
  let table: UInt64

  /// The two as they stand in files.
  var words: [UInt64] { [header, table] }
}
