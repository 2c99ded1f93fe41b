/// A zip archive in memory: its directory, and its entries unpacked on demand.
///
/// Stored and deflated entries are read. Sizes and checksums come from the central directory
/// ([APPNOTE 4.3.12](https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT)), so archives
/// written as a stream are read too.
public struct ZipArchive: Sendable {
  /// One file in the archive.
  public struct Entry: Hashable, Sendable {
    /// Path within the archive, with `/` between its parts; relative, without `..`.
    public let name: String
    /// Size in bytes when unpacked.
    public let size: Int
    let packedSize: Int
    let isDeflated: Bool
    let checksum: UInt32
    let headerOffset: Int
  }

  /// The entries in the order of the directory; folders are left out.
  public let entries: [Entry]

  private let bytes: [UInt8]

  /// Reads the directory of an archive and checks it against the limits.
  ///
  /// - Throws: ``ZipError`` for a damaged directory, zip64, encryption, several disks, names that
  ///   lead out of the archive, entries that overlap, or sizes beyond the limits.
  public init(_ bytes: [UInt8], limits: ZipLimits = .init()) throws(ZipError) {
    self.bytes = bytes
    entries = try ZipDirectory(bytes, limits: limits).read()
  }

  /// The entry of a name; nil if there is none.
  public func entry(named name: String) -> Entry? { entries.first { $0.name == name } }

  /// The unpacked content of an entry.
  ///
  /// - Throws: ``ZipError`` if the entry is damaged or has another size than the directory says.
  public func contents(of entry: Entry) throws(ZipError) -> [UInt8] {
    let packed = try packedRange(of: entry)
    let content: [UInt8]
    if entry.isDeflated {
      guard let unpacked = Inflation.inflate(bytes, packed, size: entry.size) else {
        throw ZipError(.damaged, entry: entry.name)
      }
      content = unpacked
    } else {
      guard packed.count == entry.size else { throw ZipError(.damaged, entry: entry.name) }
      content = Array(bytes[packed])
    }
    guard Inflation.checksum(content) == entry.checksum else {
      throw ZipError(.damaged, entry: entry.name)
    }
    return content
  }

  /// Where the packed bytes lie, behind the local header.
  private func packedRange(of entry: Entry) throws(ZipError) -> Range<Int> {
    let header = ByteField(bytes)
    let offset = entry.headerOffset
    guard let signature = header.four(offset), signature == 0x0403_4B50,
      let nameLength = header.two(offset + 26), let extraLength = header.two(offset + 28)
    else { throw ZipError(.malformed("local header"), entry: entry.name) }
    let start = offset + 30 + nameLength + extraLength
    guard start <= bytes.count, entry.packedSize <= bytes.count - start else {
      throw ZipError(.malformed("entry beyond the end of the file"), entry: entry.name)
    }
    return start..<start + entry.packedSize
  }
}

/// Little-endian numbers in bytes; nil beyond their end.
struct ByteField {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func two(_ offset: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - 2 else { return nil }
    return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
  }

  func four(_ offset: Int) -> UInt32? {
    guard let low = two(offset), let high = two(offset + 2) else { return nil }
    return UInt32(low) | UInt32(high) << 16
  }
}
