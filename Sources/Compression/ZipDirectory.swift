/// The central directory of a zip archive.
struct ZipDirectory {
  private let bytes: [UInt8]
  private let limits: ZipLimits
  private let field: ByteField

  init(_ bytes: [UInt8], limits: ZipLimits) {
    self.bytes = bytes
    self.limits = limits
    field = ByteField(bytes)
  }

  /// The entries, checked.
  func read() throws(ZipError) -> [ZipArchive.Entry] {
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
    var entries: [ZipArchive.Entry] = []
    var names: Set<String> = []
    var total = 0
    for _ in 0..<count {
      let (entry, next) = try readEntry(offset)
      offset = next
      guard names.insert(entry.name).inserted else {
        throw ZipError(.unsafeName, entry: entry.name)
      }
      try check(entry)
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
    var offset = bytes.count - 22
    let limit = max(0, bytes.count - 22 - 0xFFFF)
    while offset >= limit {
      if field.four(offset) == 0x0605_4B50, let comment = field.two(offset + 20),
        offset + 22 + comment == bytes.count
      {
        return offset
      }
      offset -= 1
    }
    throw ZipError(.malformed("no end of directory"))
  }

  private func readEntry(_ offset: Int) throws(ZipError) -> (ZipArchive.Entry, next: Int) {
    guard field.four(offset) == 0x0201_4B50, let flags = field.two(offset + 8),
      let method = field.two(offset + 10), let checksum = field.four(offset + 16),
      let packed = field.four(offset + 20), let size = field.four(offset + 24),
      let nameLength = field.two(offset + 28), let extraLength = field.two(offset + 30),
      let commentLength = field.two(offset + 32), let header = field.four(offset + 42),
      offset + 46 + nameLength <= bytes.count
    else { throw ZipError(.malformed("directory entry")) }
    let nameBytes = bytes[(offset + 46)..<(offset + 46 + nameLength)]
    // UTF-8 where the archive says so; older archives have ASCII names, or replaced characters.
    let name = String(decoding: nameBytes, as: UTF8.self)
    guard isSafe(name) else { throw ZipError(.unsafeName, entry: name) }
    // Bit 0 encryption, bit 6 strong encryption, bit 13 masked headers.
    guard flags & 0x2041 == 0 else { throw ZipError(.unsupported("encryption"), entry: name) }
    guard packed != 0xFFFF_FFFF, size != 0xFFFF_FFFF, header != 0xFFFF_FFFF else {
      throw ZipError(.unsupported("zip64"), entry: name)
    }
    guard method == 0 || method == 8 else {
      throw ZipError(.unsupported("method \(method)"), entry: name)
    }
    let entry = ZipArchive.Entry(
      name: name, size: Int(size), packedSize: Int(packed), isDeflated: method == 8,
      checksum: checksum, headerOffset: Int(header))
    return (entry, offset + 46 + nameLength + extraLength + commentLength)
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
