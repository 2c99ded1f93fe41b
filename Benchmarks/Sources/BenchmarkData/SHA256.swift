internal import CLibMD

/// SHA-256 ([FIPS 180-4](https://csrc.nist.gov/pubs/fips/180-4/upd1/final)) of bytes that come in
/// pieces, by libmd.
struct SHA256 {
  private var context = SHA2_CTX()

  init() { SHA256Init(&context) }

  /// Takes the next bytes.
  mutating func update(_ bytes: [UInt8]) {
    SHA256Update(&context, bytes, bytes.count)
  }

  /// The digest of all bytes taken, as 64 lower-case hexadecimal digits.
  consuming func hexadecimal() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    SHA256Final(&digest, &context)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of some bytes, as 64 lower-case hexadecimal digits.
  static func hexadecimal(of bytes: [UInt8]) -> ByteText {
    var digest = SHA256()
    digest.update(bytes)
    return ByteText(stringLiteral: digest.hexadecimal())
  }
}
