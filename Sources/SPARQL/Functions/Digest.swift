internal import CLibMD

/// The digests that SPARQL names, by libmd
/// ([SPARQL 1.1 §17.4.6](https://www.w3.org/TR/sparql11-query/#func-hash)).
enum Digest {
  case md5, sha1, sha256, sha384, sha512

  /// The digest of a function.
  ///
  /// - Precondition: the function is a digest.
  init(_ function: BuiltInFunction) {
    switch function {
    case .md5: self = .md5
    case .sha1: self = .sha1
    case .sha256: self = .sha256
    case .sha384: self = .sha384
    case .sha512: self = .sha512
    default: preconditionFailure("\(function.rawValue) is no digest")
    }
  }

  /// The digest of a text's UTF-8, in small hexadecimal digits.
  func hexadecimal(of text: String) -> String {
    let bytes = Array(text.utf8)
    var digest = [UInt8](repeating: 0, count: length)
    switch self {
    case .md5:
      var context = MD5_CTX()
      MD5Init(&context)
      MD5Update(&context, bytes, bytes.count)
      MD5Final(&digest, &context)
    case .sha1:
      var context = SHA1_CTX()
      SHA1Init(&context)
      SHA1Update(&context, bytes, bytes.count)
      SHA1Final(&digest, &context)
    case .sha256:
      var context = SHA2_CTX()
      SHA256Init(&context)
      SHA256Update(&context, bytes, bytes.count)
      SHA256Final(&digest, &context)
    case .sha384:
      var context = SHA2_CTX()
      SHA384Init(&context)
      SHA384Update(&context, bytes, bytes.count)
      SHA384Final(&digest, &context)
    case .sha512:
      var context = SHA2_CTX()
      SHA512Init(&context)
      SHA512Update(&context, bytes, bytes.count)
      SHA512Final(&digest, &context)
    }
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// In bytes.
  private var length: Int {
    switch self {
    case .md5: 16
    case .sha1: 20
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }
}
