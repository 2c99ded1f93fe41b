internal import CLibMD

/// SHA-256 ([FIPS 180-4](https://csrc.nist.gov/pubs/fips/180-4/upd1/final)) by libmd.
public struct SHA256 {
  private var context = SHA2_CTX()

  /// The digest of nothing yet.
  public init() { SHA256Init(&context) }

  /// Adds bytes to what the digest is of.
  public mutating func update(_ bytes: [UInt8]) {
    SHA256Update(&context, bytes, bytes.count)
  }

  /// The digest of all bytes that were added, as 64 lower-case hexadecimal digits.
  public func hexadecimal() -> String {
    // Finishing clears the state.
    var context = context
    var digest = [UInt8](repeating: 0, count: 32)
    SHA256Final(&digest, &context)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of some bytes as 64 lower-case hexadecimal digits.
  public static func hexadecimal(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.hexadecimal()
  }

  /// The digest of a text's UTF-8 as 64 lower-case hexadecimal digits.
  public static func hexadecimal(of text: String) -> String { hexadecimal(of: Array(text.utf8)) }
}
