import Claims

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of the cache: a line with the SHA-256 of its name and its content, then the content.
///
/// The name is part of the seal, so that a file which stands at the place of another is no entry.
enum SealedFile {
  private static let digits = 64

  /// The content; nil if the digest is not that of the name and what follows it.
  static func content(of bytes: [UInt8], named name: String) -> [UInt8]? {
    guard bytes.count > digits, bytes[digits] == UInt8(ascii: "\n") else { return nil }
    let content = Array(bytes[(digits + 1)...])
    return bytes[..<digits].elementsEqual(seal(of: content, named: name).utf8) ? content : nil
  }

  private static func seal(of content: [UInt8], named name: String) -> String {
    SHA256.hexadecimal(of: Array(name.utf8) + [UInt8(ascii: "\n")] + content)
  }

  /// Writes the content with its digest; the file appears whole or not at all.
  ///
  /// - Throws: ``FileFailure`` if the system refuses; nothing is then left behind.
  static func write(
    _ content: [UInt8], named name: String, to path: String
  ) throws(FileFailure) {
    try FileSystem.makeFolder(FileSystem.parent(of: path))
    // Builds side by side may write the same entry: each has a file of its own until it is whole.
    let place = "\(path).\(getpid())-\(UInt64.random(in: .min ... .max))"
    do throws(FileFailure) {
      try FileSystem.write(
        Array(seal(of: content, named: name).utf8) + [UInt8(ascii: "\n")] + content, to: place,
        isDurable: false)
      try FileSystem.move(place, to: path)
    } catch {
      // What resists is a file too many in the cache, which is tidied up by age.
      _ = unlink(place)
      throw error
    }
  }
}
