/// The central directory of a zip archive.
struct ZipDirectory {
  private let source: any RandomAccessBytes
  private let limits: ZipLimits
  private let passesOverFaults: Bool
  /// The end of the archive, and then its directory.
  private var field: ByteField
  /// Where the end of the archive in `field` begins.
  private let tail: Int
  /// Why entries were left out, in the order of the directory.
  private(set) var refusals: [ZipError] = []

  /// Longest end record: 22 bytes and a comment.
  private static let longestEnd = 22 + 0xFFFF

  /// The directory of an archive; with `passesOverFaults` faulty entries are left out.
  init(_ source: any RandomAccessBytes, limits: ZipLimits, passesOverFaults: Bool) throws(ZipError)
  {
    self.source = source
    self.limits = limits
    self.passesOverFaults = passesOverFaults
    tail = max(0, source.count - Self.longestEnd)
    field = ByteField(try Self.bytes(tail..<source.count, of: source), start: tail)
  }

  private static func bytes(
    _ range: Range<Int>, of source: any RandomAccessBytes
  ) throws(ZipError) -> [UInt8] {
    do throws(ByteReadError) {
      return try source.read(range)
    } catch {
      throw ZipError(.unreadable(error.message))
    }
  }

  /// The entries, checked.
  mutating func read() throws(ZipError) -> [ZipArchive.Entry] {
    let end = try findEnd()
    guard let disk = field.two(end + 4), let directoryDisk = field.two(end + 6),
      let count = field.two(end + 10), let size = field.four(end + 12),
      let start = field.four(end + 16)
    else { throw ZipError(.malformed("end of directory")) }
    guard count != 0xFFFF, size != 0xFFFF_FFFF, start != 0xFFFF_FFFF else {
      throw ZipError(.unsupported("zip64"))
    }
    guard disk == 0, directoryDisk == 0, field.two(end + 8) == count else {
      throw ZipError(.unsupported("several disks"))
    }
    guard count <= limits.entries else {
      throw ZipError(.tooLarge("entries", limit: limits.entries))
    }
    var offset = Int(start)
    guard offset + Int(size) <= end, count * 46 <= Int(size) else {
      throw ZipError(.malformed("directory beyond its end"))
    }
    field = ByteField(try Self.bytes(offset..<end, of: source), start: offset)
    var entries: [ZipArchive.Entry] = []
    var names: Set<String> = []
    var total = 0
    for _ in 0..<count {
      let (record, next) = try readRecord(offset)
      offset = next
      let entry: ZipArchive.Entry
      do throws(ZipError) {
        entry = try checked(record, known: &names)
      } catch {
        guard passesOverFaults else { throw error }
        refusals.append(error)
        continue
      }
      total += entry.size
      guard total <= limits.totalBytes else {
        throw ZipError(.tooLarge("bytes of all entries", limit: limits.totalBytes))
      }
      if !entry.name.hasSuffix("/") { entries.append(entry) }
    }
    try refuseOverlaps(entries, end: Int(start))
    return entries
  }

  /// Where the end record begins: the last one whose comment ends with the file.
  private func findEnd() throws(ZipError) -> Int {
    var offset = source.count - 22
    while offset >= tail {
      if field.four(offset) == 0x0605_4B50, let comment = field.two(offset + 20),
        offset + 22 + comment == source.count
      {
        return offset
      }
      offset -= 1
    }
    throw ZipError(.malformed("no end of directory"))
  }

  /// An entry as the directory has it.
  private struct Record {
    var name: String
    var flags: Int
    var method: Int
    var checksum: UInt32
    var packed: UInt32
    var size: UInt32
    var header: UInt32
  }

  private func readRecord(_ offset: Int) throws(ZipError) -> (Record, next: Int) {
    guard field.four(offset) == 0x0201_4B50, let flags = field.two(offset + 8),
      let method = field.two(offset + 10), let checksum = field.four(offset + 16),
      let packed = field.four(offset + 20), let size = field.four(offset + 24),
      let nameLength = field.two(offset + 28), let extraLength = field.two(offset + 30),
      let commentLength = field.two(offset + 32), let header = field.four(offset + 42),
      let nameBytes = field.bytes(offset + 46..<offset + 46 + nameLength)
    else { throw ZipError(.malformed("directory entry")) }
    // UTF-8 where the archive says so; older archives have ASCII names, or replaced characters.
    let record = Record(
      name: String(decoding: nameBytes, as: UTF8.self), flags: flags, method: method,
      checksum: checksum, packed: packed, size: size, header: header)
    return (record, offset + 46 + nameLength + extraLength + commentLength)
  }

  /// The entry of a record that can be read safely.
  private func checked(
    _ record: Record, known names: inout Set<String>
  ) throws(ZipError) -> ZipArchive.Entry {
    let name = record.name
    guard isSafe(name), names.insert(name).inserted else {
      throw ZipError(.unsafeName, entry: name)
    }
    // Bit 0 encryption, bit 6 strong encryption, bit 13 masked headers.
    guard record.flags & 0x2041 == 0 else {
      throw ZipError(.unsupported("encryption"), entry: name)
    }
    guard record.packed != 0xFFFF_FFFF, record.size != 0xFFFF_FFFF, record.header != 0xFFFF_FFFF
    else { throw ZipError(.unsupported("zip64"), entry: name) }
    guard record.method == 0 || record.method == 8 else {
      throw ZipError(.unsupported("method \(record.method)"), entry: name)
    }
    let entry = ZipArchive.Entry(
      name: name, size: Int(record.size), packedSize: Int(record.packed),
      isDeflated: record.method == 8, checksum: record.checksum,
      headerOffset: Int(record.header))
    try check(entry)
    return entry
  }

  /// Whether a name stays within the archive on every system.
  private func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, !name.hasPrefix("/"),
      !name.unicodeScalars.contains(where: { $0 == "\\" || $0 == ":" || $0.value < 0x20 })
    else { return false }
    return !name.split(separator: "/", omittingEmptySubsequences: false).contains {
      $0 == ".." || $0 == "."
    }
  }

  private func check(_ entry: ZipArchive.Entry) throws(ZipError) {
    guard entry.size <= limits.entryBytes else {
      throw ZipError(.tooLarge("bytes of an entry", limit: limits.entryBytes), entry: entry.name)
    }
    guard entry.size <= 1 << 20 || entry.size / max(1, entry.packedSize) <= limits.ratio else {
      throw ZipError(.tooLarge("compression ratio", limit: limits.ratio), entry: entry.name)
    }
  }

  /// Entries that share bytes let a small file unpack to a huge one.
  private func refuseOverlaps(_ entries: [ZipArchive.Entry], end: Int) throws(ZipError) {
    var last = 0
    for entry in entries.sorted(by: { $0.headerOffset < $1.headerOffset }) {
      guard entry.headerOffset >= last else {
        throw ZipError(.malformed("entries overlap"), entry: entry.name)
      }
      last = entry.headerOffset + 30 + entry.packedSize
      guard last <= end else {
        throw ZipError(.malformed("entry beyond the directory"), entry: entry.name)
      }
    }
  }
}
