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
    let end = try readEnd()
    guard end.disk == 0, end.directoryDisk == 0, end.countOnDisk == end.count else {
      throw ZipError(.unsupported("several disks"))
    }
    guard end.count <= limits.entries else {
      throw ZipError(.tooLarge("entries", limit: limits.entries))
    }
    guard end.size <= limits.directoryBytes else {
      throw ZipError(.tooLarge("bytes of the directory", limit: limits.directoryBytes))
    }
    guard end.start <= end.offset, end.size <= end.offset - end.start, end.count * 46 <= end.size
    else { throw ZipError(.malformed("directory beyond its end")) }
    var offset = end.start
    field = ByteField(try Self.bytes(offset..<offset + end.size, of: source), start: offset)
    var entries: [ZipArchive.Entry] = []
    var names: Set<String> = []
    var total = 0
    for _ in 0..<end.count {
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
    try refuseOverlaps(entries, end: end.start)
    return entries
  }

  /// What the end of an archive says of its directory.
  private struct End {
    var disk: Int
    var directoryDisk: Int
    var countOnDisk: Int
    var count: Int
    var size: Int
    var start: Int
    /// Where the record begins: behind the directory.
    var offset: Int
  }

  /// The end record, or the wide one of zip64 that holds what it has no room for
  /// ([APPNOTE 4.3.14 to 4.3.16](https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT)).
  private func readEnd() throws(ZipError) -> End {
    let offset = try findEnd()
    guard let disk = field.two(offset + 4), let directoryDisk = field.two(offset + 6),
      let countOnDisk = field.two(offset + 8), let count = field.two(offset + 10),
      let size = field.four(offset + 12), let start = field.four(offset + 16)
    else { throw ZipError(.malformed("end of directory")) }
    let hasNoRoom =
      [disk, directoryDisk, countOnDisk, count].contains(0xFFFF)
      || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF
    if hasNoRoom, let wide = try readWideEnd(before: offset) { return wide }
    return End(
      disk: disk, directoryDisk: directoryDisk, countOnDisk: countOnDisk, count: count,
      size: Int(size), start: Int(start), offset: offset)
  }

  /// The end record of zip64; nil if the record that leads to it does not stand before the end.
  private func readWideEnd(before end: Int) throws(ZipError) -> End? {
    guard end >= 20 else { return nil }
    let locator = ByteField(try Self.bytes(end - 20..<end, of: source))
    guard locator.four(0) == 0x0706_4B50 else { return nil }
    guard let offset = locator.eight(8), end - 20 >= 56, offset <= end - 20 - 56 else {
      throw ZipError(.malformed("zip64 end of directory"))
    }
    let record = ByteField(try Self.bytes(offset..<offset + 56, of: source))
    guard record.four(0) == 0x0606_4B50, let disk = record.four(16),
      let directoryDisk = record.four(20), let countOnDisk = record.eight(24),
      let count = record.eight(32), let size = record.eight(40), let start = record.eight(48)
    else { throw ZipError(.malformed("zip64 end of directory")) }
    return End(
      disk: Int(disk), directoryDisk: Int(directoryDisk), countOnDisk: countOnDisk, count: count,
      size: size, start: start, offset: offset)
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
    var packed: Int
    var size: Int
    var header: Int
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
    var record = Record(
      name: String(decoding: nameBytes, as: UTF8.self), flags: flags, method: method,
      checksum: checksum, packed: Int(packed), size: Int(size), header: Int(header))
    let extra = offset + 46 + nameLength
    try widen(&record, by: extra..<extra + extraLength)
    return (record, extra + extraLength + commentLength)
  }

  /// Takes the numbers that have no room in a record from its extra field
  /// ([APPNOTE 4.5.3](https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT)).
  private func widen(_ record: inout Record, by extra: Range<Int>) throws(ZipError) {
    let none = 0xFFFF_FFFF
    guard record.size == none || record.packed == none || record.header == none else { return }
    var offset = extra.lowerBound
    while offset + 4 <= extra.upperBound, let kind = field.two(offset),
      let length = field.two(offset + 2)
    {
      offset += 4
      guard kind == 1 else {
        offset += length
        continue
      }
      let end = min(offset + length, extra.upperBound)
      func next() throws(ZipError) -> Int {
        guard offset + 8 <= end, let value = field.eight(offset) else {
          throw ZipError(.malformed("zip64 extra field"), entry: record.name)
        }
        offset += 8
        return value
      }
      if record.size == none { record.size = try next() }
      if record.packed == none { record.packed = try next() }
      if record.header == none { record.header = try next() }
      return
    }
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
    guard record.method == 0 || record.method == 8 else {
      throw ZipError(.unsupported("method \(record.method)"), entry: name)
    }
    let entry = ZipArchive.Entry(
      name: name, size: record.size, packedSize: record.packed,
      isDeflated: record.method == 8, checksum: record.checksum, headerOffset: record.header)
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
      guard entry.headerOffset <= end - 30, entry.packedSize <= end - 30 - entry.headerOffset else {
        throw ZipError(.malformed("entry beyond the directory"), entry: entry.name)
      }
      last = entry.headerOffset + 30 + entry.packedSize
    }
  }
}
