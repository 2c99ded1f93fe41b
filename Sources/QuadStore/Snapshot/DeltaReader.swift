#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads the file of changes beside a snapshot.
struct DeltaReader {
  private let path: String
  private let bytes: [UInt8]

  /// What the records of a file say beside what they hold.
  struct Scan {
    /// The end of the last whole record; what is behind it was never finished.
    var byteCount = 0
    /// The checksum of its header, or of the file's.
    var seal: UInt64 = 0
    /// The snapshot that the changes are of; nil if the file ends before it says so.
    var identity: SnapshotIdentity?
    /// The snapshot that everything is in, if the last record says so.
    var folded: SnapshotIdentity?
  }

  /// Reads a file; nil if there is none.
  ///
  /// - Throws: ``SnapshotError`` if the system refuses.
  init?(_ path: String) throws(SnapshotError) {
    guard let bytes = try Self.read(path) else { return nil }
    (self.path, self.bytes) = (path, bytes)
  }

  /// What is changed beside a snapshot.
  ///
  /// - Parameters:
  ///   - snapshot: the path of the snapshot, without links.
  ///   - identity: which one it is.
  ///   - contents: no changes of it.
  /// - Returns: what the records come to; no changes where there is no file.
  /// - Throws: ``SnapshotError`` for changes of another snapshot and for damage, but for a last record
  ///   that ends too early: its update was never finished.
  static func contents(
    beside snapshot: String, of identity: SnapshotIdentity, _ contents: DeltaContents
  ) throws(SnapshotError) -> DeltaContents {
    let path = DeltaFormat.path(beside: snapshot)
    guard let reader = try DeltaReader(path) else { return contents }
    var found = contents
    let scan = try reader.scan { (identityOfFile, counts, body) in
      identityOfFile != identity || found.take(counts, body, file: path)
    }
    found.isThere = true
    (found.byteCount, found.seal) = (scan.byteCount, scan.seal)
    guard let changed = scan.identity, changed != identity else {
      found.finish()
      return found
    }
    guard scan.folded == identity else { throw SnapshotError(.foreignChanges, file: path) }
    var leftOver = contents
    (leftOver.isThere, leftOver.isLeftOver) = (true, true)
    return leftOver
  }

  /// Goes through the records.
  ///
  /// - Parameter take: gets each update, its counts and its body; false if that is none.
  /// - Returns: what was found; records that were never finished are not counted.
  /// - Throws: ``SnapshotError`` for damage.
  func scan(
    _ take: (SnapshotIdentity, [UInt64], UnsafeRawBufferPointer) -> Bool
  ) throws(SnapshotError) -> Scan {
    var scan = Scan()
    let header = words(at: 0)
    guard header.count == 8 else {
      // The file was just made, or it is something else.
      guard header.first ?? DeltaFormat.magic == DeltaFormat.magic else {
        throw SnapshotError(.notChanges, file: path)
      }
      return scan
    }
    guard header[0] == DeltaFormat.magic else { throw SnapshotError(.notChanges, file: path) }
    let version = Int(header[1] & 0xFFFF_FFFF)
    guard version == DeltaFormat.version else {
      throw SnapshotError(.versionOfChanges(version), file: path)
    }
    guard header[1] >> 32 == SnapshotFormat.byteOrderMark,
      DeltaFormat.checksum(Array(header[..<7])) == header[7]
    else { throw SnapshotError(.damagedChanges(record: 0), file: path) }
    let identity = SnapshotIdentity(header: header[2], table: header[3])
    scan.identity = identity
    (scan.byteCount, scan.seal) = (DeltaFormat.headerSize, header[7])
    var number = 0
    while try record(number + 1, identity, &scan, take) { number += 1 }
    return scan
  }

  /// Goes through the next record.
  ///
  /// - Returns: whether there was a whole one.
  private func record(
    _ number: Int, _ identity: SnapshotIdentity, _ scan: inout Scan,
    _ take: (SnapshotIdentity, [UInt64], UnsafeRawBufferPointer) -> Bool
  ) throws(SnapshotError) -> Bool {
    let damaged = SnapshotError(.damagedChanges(record: number), file: path)
    let header = words(at: scan.byteCount)
    // A file can have grown before anything was written there.
    guard header.count == 8, bytes[scan.byteCount...].contains(where: { $0 != 0 }) else {
      return false
    }
    guard DeltaFormat.checksum([scan.seal] + header[..<7]) == header[7] else { throw damaged }
    let start = scan.byteCount + DeltaFormat.headerSize
    guard header[1] <= UInt64(bytes.count - start) else { return false }
    guard header[1] % 8 == 0 else { throw damaged }
    let end = start + Int(header[1])
    let kind = DeltaFormat.Kind(rawValue: header[0])
    let isSound = bytes.withUnsafeBytes { bytes in
      let body = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      guard SnapshotFormat.checksum(body) == header[2] else { return false }
      switch kind {
      case .update: return take(identity, Array(header[3..<7]), body)
      case .folded: return body.count == 16
      case nil: return false
      }
    }
    guard isSound else { throw damaged }
    let folded = kind == .folded ? words(at: start, count: 2) : []
    scan.folded =
      folded.count == 2 ? SnapshotIdentity(header: folded[0], table: folded[1]) : nil
    (scan.byteCount, scan.seal) = (end, header[7])
    return true
  }

  /// Numbers at an offset; fewer where the file ends.
  private func words(at offset: Int, count: Int = 8) -> [UInt64] {
    bytes.withUnsafeBytes { bytes in
      (0..<min(count, (bytes.count - offset) / 8)).map {
        bytes.loadUnaligned(fromByteOffset: offset + $0 * 8, as: UInt64.self)
      }
    }
  }

  /// The bytes of a file; nil if there is none.
  private static func read(_ path: String) throws(SnapshotError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw SnapshotError(.system(errno), file: path)
    }
    defer { _ = close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw SnapshotError(.notChanges, file: path)
    }
    var number: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { memory, count in
      while count < memory.count {
        let read = pread(
          descriptor, memory.baseAddress.map { $0 + count }, memory.count - count, off_t(count))
        if read < 0, errno == EINTR { continue }
        if read < 0 { number = errno }
        guard read > 0 else { return }
        count += read
      }
    }
    guard number == 0 else { throw SnapshotError(.system(number), file: path) }
    return bytes
  }
}
