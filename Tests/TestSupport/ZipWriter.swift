internal import CZlib

/// Writes small zip archives for tests, sound ones and crafted ones.
public enum ZipWriter {
  /// One file of an archive.
  public struct File: Sendable {
    var name: String
    var content: [UInt8]
    var isDeflated: Bool
    var flags: UInt16
    var claimedSize: Int?

    /// A file; `claimedSize` is the size that the directory states where it differs from the truth.
    public init(
      name: String, content: [UInt8], isDeflated: Bool = false, flags: UInt16 = 0,
      claimedSize: Int? = nil
    ) {
      self.name = name
      self.content = content
      self.isDeflated = isDeflated
      self.flags = flags
      self.claimedSize = claimedSize
    }
  }

  /// The bytes of an archive; with `sharesData` every directory entry points to the first file, with
  /// `isWide` all sizes and places stand where zip64 puts them.
  public static func archive(
    _ files: [File], comment: [UInt8] = [], sharesData: Bool = false, isWide: Bool = false
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let offset = sharesData ? 0 : bytes.count
      let packed = file.isDeflated ? deflate(file.content) : file.content
      let size = file.claimedSize ?? file.content.count
      var fields: [UInt8] = []
      fields += two(20) + two(file.flags) + two(file.isDeflated ? 8 : 0) + two(0) + two(0)
      let sizes = eight(size) + eight(packed.count)
      fields += four(checksum(file.content))
      fields += isWide ? four(-1) + four(-1) : four(packed.count) + four(size)
      fields += two(UInt16(file.name.utf8.count))
      let local = isWide ? two(1) + two(16) + sizes : []
      let central = isWide ? two(1) + two(24) + sizes + eight(offset) : []
      bytes += four(0x0403_4B50) + fields + two(UInt16(local.count)) + Array(file.name.utf8) + local
      bytes += packed
      directory += four(0x0201_4B50) + two(20) + fields + two(UInt16(central.count)) + two(0)
      directory += two(0) + two(0) + four(0) + four(isWide ? -1 : offset)
      directory += Array(file.name.utf8) + central
    }
    let start = bytes.count
    bytes += directory
    if isWide {
      let end = bytes.count
      bytes += four(0x0606_4B50) + eight(44) + two(45) + two(45) + four(0) + four(0)
      bytes += eight(files.count) + eight(files.count) + eight(directory.count) + eight(start)
      bytes += four(0x0706_4B50) + four(0) + eight(end) + four(1)
    }
    let count = isWide ? 0xFFFF : UInt16(files.count)
    bytes += four(0x0605_4B50) + two(0) + two(0) + two(count) + two(count)
    bytes += isWide ? four(-1) + four(-1) : four(directory.count) + four(start)
    return bytes + two(UInt16(comment.count)) + comment
  }

  private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

  private static func four(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func eight(_ value: Int) -> [UInt8] { four(value) + four(value >> 32) }

  private static func checksum(_ content: [UInt8]) -> Int {
    Int(content.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) })
  }

  /// Raw deflate data: zlib's own form without its two bytes of header and four of checksum.
  private static func deflate(_ content: [UInt8]) -> [UInt8] {
    var size = compressBound(UInt(content.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    let status = compress2(&packed, &size, content, UInt(content.count), 9)
    precondition(status == Z_OK, "zlib packs what memory holds")
    return Array(packed[2..<Int(size) - 4])
  }
}
