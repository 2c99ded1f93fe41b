import RDF

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension QuadStore {
  /// Writes the store as a snapshot file.
  ///
  /// It is written beside the path first; the path then names the new file as a whole, or what it named
  /// before. What is changed beside the file before goes with it.
  ///
  /// The same store gives the same bytes. A writer that is killed leaves a file with `.partial` at the
  /// end of its name, which the next one takes.
  ///
  /// - Throws: ``SnapshotError`` if the system refuses, or the store itself is a damaged snapshot.
  public func writeSnapshot(to path: String) throws { try writeSnapshot(to: path, holding: nil) }

  /// Writes a snapshot file whose lock may be held already.
  func writeSnapshot(to path: String, holding given: FileLock?) throws {
    while true {
      // What a link points to stays, and so do its changes: the link itself is replaced.
      let isLink = FileIdentity.isLink(path)
      let lock = try given ?? (isLink ? nil : FileLock(path))
      let file = try PartialFile(beside: path)
      guard lock != nil || isLink || FileIdentity(link: path) == nil else {
        // Somebody else has made it in the meantime, whose changes are to be waited for.
        file.discard()
        continue
      }
      defer { withExtendedLifetime(lock) {} }
      return try write(to: file)
    }
  }

  private func write(to file: consuming PartialFile) throws {
    let path = file.path
    let hasChanges: Bool
    do {
      var writer = SnapshotWriter(file.name, file.descriptor)
      try writer.write(self)
      let identity = try writer.finish()
      hasChanges = try DeltaWriter.fold(beside: path, into: identity)
    } catch {
      file.discard()
      throw error
    }
    try file.replace()
    if hasChanges { try DeltaWriter.remove(beside: path) }
  }
}

/// Writes the sections of a snapshot one after the other, and the header when all are there.
private struct SnapshotWriter {
  private let path: String
  private let descriptor: Int32
  private var offset: Int
  private var entries: [(section: SnapshotFormat.Section, offset: Int, count: Int)] = []
  private var checksums: [UInt64] = []
  private let tableSize: Int

  /// A writer to an empty file that is open under this name.
  init(_ path: String, _ descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
    tableSize = SnapshotFormat.Section.allCases.count * SnapshotFormat.entrySize
    offset = 0
  }

  mutating func write(_ store: QuadStore) throws {
    let sections = try StoreSections(store)
    // How many blocks there are decides where the first section stands.
    let blocks = sections.sizes.reduce(0) { $0 + SnapshotFormat.blockCount(ofBytes: $1) }
    offset = SnapshotFormat.aligned(SnapshotFormat.headerSize + tableSize + blocks * 8)
    for section in SnapshotFormat.Section.allCases {
      try sections.withBytes(of: section) { bytes in
        for start in stride(from: 0, to: bytes.count, by: SnapshotFormat.blockSize) {
          let end = min(start + SnapshotFormat.blockSize, bytes.count)
          checksums.append(
            SnapshotFormat.checksum(UnsafeRawBufferPointer(rebasing: bytes[start..<end])))
        }
        try write(bytes, at: offset)
        entries.append((section, offset, bytes.count))
        offset = SnapshotFormat.aligned(offset + bytes.count)
      }
    }
  }

  /// Writes table, checksums and header.
  ///
  /// - Returns: which snapshot it is.
  mutating func finish() throws(SnapshotError) -> SnapshotIdentity {
    var table: [UInt64] = []
    for entry in entries {
      table += [UInt64(entry.section.rawValue), UInt64(entry.offset), UInt64(entry.count)]
    }
    table += checksums
    let last = entries.last.map { $0.offset + $0.count } ?? offset
    // The file ends where an aligned section after the last would begin.
    let length = SnapshotFormat.aligned(last)
    guard ftruncate(descriptor, off_t(length)) == 0 else {
      throw SnapshotError(.system(errno), file: path)
    }
    let sum = table.withUnsafeBytes { SnapshotFormat.checksum($0) }
    var header: [UInt64] = [
      SnapshotFormat.magic,
      UInt64(SnapshotFormat.version) | UInt64(SnapshotFormat.byteOrderMark) << 32,
      UInt64(length), UInt64(entries.count), UInt64(checksums.count), sum, 0,
    ]
    header.append(header.withUnsafeBytes { SnapshotFormat.checksum($0) })
    do {
      try table.withUnsafeBytes { try write($0, at: SnapshotFormat.headerSize) }
      try header.withUnsafeBytes { try write($0, at: 0) }
    } catch let error as SnapshotError {
      throw error
    } catch {
      throw SnapshotError(.system(EIO), file: path)
    }
    guard fsync(descriptor) == 0 else { throw SnapshotError(.system(errno), file: path) }
    return SnapshotIdentity(header: header[7], table: sum)
  }

  private func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws {
    var done = 0
    while done < bytes.count {
      let piece = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let count = pwrite(descriptor, piece.baseAddress, piece.count, off_t(offset + done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SnapshotError(.system(errno), file: path) }
      done += count
    }
  }
}

/// The bytes of a store's sections.
private struct StoreSections {
  private let store: QuadStore
  private let counts: [UInt64]
  private let statistics: [UInt64]
  private let order: [UInt32]
  let sizes: [Int]

  init(_ store: QuadStore) throws {
    self.store = store
    let (triples, quads) = (store.defaultGraph, store.namedGraphs)
    counts = [
      store.termCount, triples.count, triples.subjects, triples.objects, triples.statistics.count,
      quads.count, quads.subjects, quads.objects, quads.statistics.count,
    ].map { UInt64($0) }
    statistics = (triples.statistics + quads.statistics).flatMap {
      [UInt64($0.predicate), UInt64($0.count), UInt64($0.subjects), UInt64($0.objects)]
    }
    order = try store.terms.sortedNumbers()
    var sizes: [Int] = []
    for section in SnapshotFormat.Section.allCases {
      try Self.withBytes(of: section, store, counts, statistics, order) { sizes.append($0.count) }
    }
    self.sizes = sizes
  }

  func withBytes(
    of section: SnapshotFormat.Section, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try Self.withBytes(of: section, store, counts, statistics, order, body)
  }

  private static func withBytes(
    of section: SnapshotFormat.Section, _ store: QuadStore, _ counts: [UInt64],
    _ statistics: [UInt64], _ order: [UInt32], _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    switch section {
    case .counts: try counts.withUnsafeBytes(body)
    case .statistics: try statistics.withUnsafeBytes(body)
    case .graphNames: try store.namedGraphs.names.withUnsafeBytes(body)
    case .termBytes: try store.terms.withAllBytes(body)
    case .termEnds: try store.terms.withAllEnds(body)
    case .termOrder: try order.withUnsafeBytes(body)
    default:
      let column = store.column(of: section)
      try column.verify(0..<column.count)
      try column.withElements(0..<column.count) { try body(UnsafeRawBufferPointer($0)) }
    }
  }
}

extension QuadStore {
  /// The column that a section of a permutation holds.
  fileprivate func column(of section: SnapshotFormat.Section) -> Column {
    let (triples, quads) = (defaultGraph, namedGraphs)
    let firsts = SnapshotFormat.triplePermutations + SnapshotFormat.quadPermutations
    let permutations = [
      triples.spo, triples.pso, triples.pos, triples.ops, quads.gspo, quads.gpos, quads.gops,
      quads.spog, quads.posg, quads.opsg,
    ]
    guard let index = firsts.lastIndex(where: { $0.rawValue <= section.rawValue }) else {
      preconditionFailure("the sections behind the terms are columns")
    }
    let (first, permutation) = (firsts[index], permutations[index])
    switch section.rawValue - first.rawValue {
    case 0: return permutation.offsets
    case 1: return permutation.second
    case 2: return permutation.third
    default: return permutation.fourth ?? permutation.third
    }
  }
}
