internal import CLibMD

/// The hash functions that canonicalization may use
/// ([RDFC-1.0 §4.3](https://www.w3.org/TR/rdf-canon/#canon-algo-params)), by libmd.
public enum DigestAlgorithm: String, CaseIterable, Hashable, Sendable {
  /// SHA-256, which all processors use unless told otherwise.
  case sha256 = "SHA256"
  /// SHA-384.
  case sha384 = "SHA384"

  /// The algorithm of this name, whatever its case and with or without a hyphen; nil if there is
  /// none.
  public init?(name: String) {
    self.init(rawValue: name.uppercased().filter { $0 != "-" })
  }

  /// The digest of some bytes as lower-case hexadecimal digits.
  package func hexadecimal(of bytes: [UInt8]) -> [UInt8] {
    var context = SHA2_CTX()
    var digest: [UInt8]
    switch self {
    case .sha256:
      digest = [UInt8](repeating: 0, count: 32)
      SHA256Init(&context)
      SHA256Update(&context, bytes, bytes.count)
      SHA256Final(&digest, &context)
    case .sha384:
      digest = [UInt8](repeating: 0, count: 48)
      SHA384Init(&context)
      SHA384Update(&context, bytes, bytes.count)
      SHA384Final(&digest, &context)
    }
    var digits: [UInt8] = []
    digits.reserveCapacity(digest.count * 2)
    for byte in digest {
      digits.append(Self.digit(byte >> 4))
      digits.append(Self.digit(byte & 0x0F))
    }
    return digits
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
