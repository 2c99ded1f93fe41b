#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes to the file of changes beside a snapshot, whose lock the caller holds.
enum DeltaWriter {
  /// Puts a record behind the whole ones; it is on the disk then.
  ///
  /// A writer that is killed leaves the beginning of the record at most, which readers pass over and the
  /// next writer cuts off.
  ///
  /// - Parameters:
  ///   - path: of the changes.
  ///   - identity: the snapshot that they are of.
  ///   - byteCount: where the whole records end; 0 where there is no header yet.
  ///   - seal: the checksum of the last header.
  ///   - record: makes the record behind a header with this checksum.
  /// - Throws: ``SnapshotError`` if the system refuses; what was there is as it was, unless the system
  ///   does not even let the file be cut.
  static func append(
    to path: String, _ identity: SnapshotIdentity, after byteCount: Int, seal: UInt64,
    _ record: (UInt64) -> [UInt8]
  ) throws(SnapshotError) {
    let header = DeltaFormat.header(identity)
    var bytes: [UInt8] = []
    if byteCount == 0 {
      bytes = header.withUnsafeBytes { Array($0) } + record(header[7])
    } else {
      bytes = record(seal)
    }
    // No link is followed: what it points to is nobody's to write.
    let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SnapshotError(.system(errno), file: path) }
    defer { _ = close(descriptor) }
    guard ftruncate(descriptor, off_t(byteCount)) == 0 else {
      throw SnapshotError(.system(errno), file: path)
    }
    guard write(bytes, to: descriptor, at: byteCount), fsync(descriptor) == 0 else {
      let number = errno
      // Half a record says nothing, so that the error is what it was, whether this succeeds or not.
      _ = ftruncate(descriptor, off_t(byteCount))
      throw SnapshotError(.system(number), file: path)
    }
    if byteCount == 0 { try FileIdentity.synchronizeFolder(of: path) }
  }

  /// Says of the changes beside a snapshot that another snapshot, which is to take its place, has them.
  ///
  /// Nothing is said of a file that is damaged or of another snapshot: it is of no use any more.
  ///
  /// - Returns: whether there is such a file.
  /// - Throws: ``SnapshotError`` if the system refuses.
  static func fold(beside snapshot: String, into identity: SnapshotIdentity)
    throws(SnapshotError) -> Bool
  {
    let path = DeltaFormat.path(beside: snapshot)
    guard let reader = try DeltaReader(path) else { return false }
    let scan: DeltaReader.Scan
    do throws(SnapshotError) {
      scan = try reader.scan { _, _, _ in true }
    } catch {
      return true
    }
    guard let changed = scan.identity else { return true }
    try append(to: path, changed, after: scan.byteCount, seal: scan.seal) { seal in
      DeltaFormat.record(
        .folded, counts: [0, 0, 0, 0], identity.words.withUnsafeBytes { Array($0) }, after: seal)
    }
    return true
  }

  /// Removes the changes beside a snapshot.
  ///
  /// - Throws: ``SnapshotError`` if the system refuses.
  static func remove(beside snapshot: String) throws(SnapshotError) {
    let path = DeltaFormat.path(beside: snapshot)
    guard unlink(path) == 0 || errno == ENOENT else {
      throw SnapshotError(.system(errno), file: path)
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, at offset: Int) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let piece = UnsafeRawBufferPointer(rebasing: bytes[done...])
        let count = pwrite(descriptor, piece.baseAddress, piece.count, off_t(offset + done))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }
}
