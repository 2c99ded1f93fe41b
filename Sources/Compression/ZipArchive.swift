/// A zip archive: its directory in memory, and its entries read and unpacked on demand.
///
/// Stored and deflated entries are read, also those of zip64. Sizes and checksums come from the
/// central directory
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
  /// Why the entries that are not among ``entries`` are refused, in the order of the directory;
  /// empty unless faulty entries are passed over.
  public let refusals: [ZipError]

  private let source: any RandomAccessBytes

  /// Reads the directory of an archive and checks it against the limits.
  ///
  /// - Parameters:
  ///   - source: the bytes of the archive; entries are read from it later.
  ///   - limits: the bounds.
  ///   - passesOverFaults: whether an entry that cannot be read safely (a name that leads out of
  ///     the archive or stands there twice, encryption, an unknown method, a size beyond the limits)
  ///     is left out and told in ``refusals`` instead of refusing the archive.
  /// - Throws: ``ZipError`` for a damaged directory, encryption, several disks, names that lead out of
  ///   the archive, entries that overlap, or sizes beyond the limits.
  public init(
    _ source: any RandomAccessBytes, limits: ZipLimits = .init(), passesOverFaults: Bool = false
  ) throws(ZipError) {
    self.source = source
    var directory = try ZipDirectory(source, limits: limits, passesOverFaults: passesOverFaults)
    entries = try directory.read()
    refusals = directory.refusals
  }

  /// The entry of a name; nil if there is none.
  public func entry(named name: String) -> Entry? { entries.first { $0.name == name } }

  /// The unpacked content of an entry.
  ///
  /// - Throws: ``ZipError`` if the entry is damaged or has another size than the directory says.
  public func contents(of entry: Entry) throws(ZipError) -> [UInt8] {
    let packed = try read(try packedRange(of: entry), of: entry)
    let content: [UInt8]
    if entry.isDeflated {
      guard let unpacked = Inflation.inflate(packed, 0..<packed.count, size: entry.size) else {
        throw ZipError(.damaged, entry: entry.name)
      }
      content = unpacked
    } else {
      guard packed.count == entry.size else { throw ZipError(.damaged, entry: entry.name) }
      content = packed
    }
    guard Inflation.checksum(content) == entry.checksum else {
      throw ZipError(.damaged, entry: entry.name)
    }
    return content
  }

  /// Where the packed bytes lie, behind the local header.
  private func packedRange(of entry: Entry) throws(ZipError) -> Range<Int> {
    let offset = entry.headerOffset
    guard offset <= source.count - 30 else {
      throw ZipError(.malformed("local header"), entry: entry.name)
    }
    let header = ByteField(try read(offset..<offset + 30, of: entry))
    guard let signature = header.four(0), signature == 0x0403_4B50,
      let nameLength = header.two(26), let extraLength = header.two(28)
    else { throw ZipError(.malformed("local header"), entry: entry.name) }
    let start = offset + 30 + nameLength + extraLength
    guard start <= source.count, entry.packedSize <= source.count - start else {
      throw ZipError(.malformed("entry beyond the end of the file"), entry: entry.name)
    }
    return start..<start + entry.packedSize
  }

  private func read(_ range: Range<Int>, of entry: Entry) throws(ZipError) -> [UInt8] {
    do throws(ByteReadError) {
      return try source.read(range)
    } catch {
      throw ZipError(.unreadable(error.message), entry: entry.name)
    }
  }
}

/// Little-endian numbers in bytes; nil beyond their end.
struct ByteField {
  private let bytes: [UInt8]
  /// Where the bytes begin: what offsets count from 0.
  private let start: Int

  init(_ bytes: [UInt8], start: Int = 0) {
    self.bytes = bytes
    self.start = start
  }

  /// The bytes of a range of offsets.
  func bytes(_ range: Range<Int>) -> ArraySlice<UInt8>? {
    guard range.lowerBound >= start, range.upperBound <= start + bytes.count else { return nil }
    return bytes[range.lowerBound - start..<range.upperBound - start]
  }

  func two(_ offset: Int) -> Int? {
    let offset = offset - start
    guard offset >= 0, offset <= bytes.count - 2 else { return nil }
    return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
  }

  func four(_ offset: Int) -> UInt32? {
    guard let low = two(offset), let high = two(offset + 2) else { return nil }
    return UInt32(low) | UInt32(high) << 16
  }

  /// Nil also for numbers above `Int.max`, which no size or place is.
  func eight(_ offset: Int) -> Int? {
    guard let low = four(offset), let high = four(offset + 4) else { return nil }
    return Int(exactly: UInt64(low) | UInt64(high) << 32)
  }
}
