/// The bytes of a page in the making.
struct PageBytes {
  private(set) var bytes: [UInt8] = []

  mutating func markup(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func raw(_ part: some Sequence<UInt8>) { bytes.append(contentsOf: part) }

  mutating func integer(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

  /// Text of an element or of an attribute in double quotes; U+0000 becomes U+FFFD, as HTML
  /// readers would have it.
  mutating func html(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case 0: markup("\u{FFFD}")
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case UInt8(ascii: "\""): markup("&quot;")
      default: bytes.append(byte)
      }
    }
  }

  /// A JSON string that no HTML reader takes for an end of the script element: `<` is escaped, and
  /// so are all controls, the line ends of JavaScript and the noncharacters U+FFFE and U+FFFF.
  mutating func json(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: markup("\\\"")
      case 0x5C: markup("\\\\")
      case 0xA: markup("\\n")
      case 0x9: markup("\\t")
      case 0..<0x20, 0x3C, 0x7F...0x9F, 0x2028, 0x2029, 0xFFFE, 0xFFFF: escape(scalar.value)
      case 0x20..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      default: if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ value: UInt32) {
    markup("\\u")
    for shift in [12, 8, 4, 0] {
      bytes.append(Self.digits[Int(value >> UInt32(shift) & 15)])
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)

  /// Base64 of bytes ([RFC 4648 §4](https://www.rfc-editor.org/rfc/rfc4648#section-4)), padded.
  mutating func base64(_ data: [UInt8]) {
    bytes.reserveCapacity(bytes.count + data.count / 3 * 4 + 4)
    var place = 0
    while place + 2 < data.count {
      quartet(UInt32(data[place]) << 16 | UInt32(data[place + 1]) << 8 | UInt32(data[place + 2]), 4)
      place += 3
    }
    switch data.count - place {
    case 1: quartet(UInt32(data[place]) << 16, 2)
    case 2: quartet(UInt32(data[place]) << 16 | UInt32(data[place + 1]) << 8, 3)
    default: break
    }
  }

  private mutating func quartet(_ bits: UInt32, _ count: Int) {
    for index in 0..<4 {
      bytes.append(
        index < count
          ? Self.alphabet[Int(bits >> UInt32(18 - 6 * index) & 63)] : UInt8(ascii: "="))
    }
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Hands over what is ready once it is more than `limit` bytes.
  mutating func drain(above limit: Int, to sink: ([UInt8]) throws -> Void) rethrows {
    guard bytes.count > limit else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
