/// The lexical forms of `xsd:hexBinary` and `xsd:base64Binary`.
public enum XSDBinary {
  /// The bytes that pairs of hexadecimal digits stand for; nil if the text is none
  /// ([XSD 1.1 Part 2 §3.3.15](https://www.w3.org/TR/xmlschema11-2/#hexBinary)).
  public static func hexBytes(_ lexicalForm: Span<UInt8>) -> [UInt8]? {
    guard lexicalForm.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lexicalForm.count / 2)
    for index in stride(from: 0, to: lexicalForm.count, by: 2) {
      guard let high = hexValue(lexicalForm[index]), let low = hexValue(lexicalForm[index + 1])
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  /// The bytes that a Base64 text stands for, with at most one space between its characters; nil if
  /// the text is none ([XSD 1.1 Part 2 §3.3.16](https://www.w3.org/TR/xmlschema11-2/#base64Binary)).
  public static func base64Bytes(_ lexicalForm: Span<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lexicalForm.count / 4 * 3)
    var bits: UInt32 = 0
    var characters = 0
    var padding = 0
    var mayBeSpace = false
    for index in 0..<lexicalForm.count {
      let byte = lexicalForm[index]
      if byte == UInt8(ascii: " ") {
        guard mayBeSpace, index < lexicalForm.count - 1 else { return nil }
        mayBeSpace = false
        continue
      }
      mayBeSpace = true
      characters += 1
      if byte == UInt8(ascii: "=") {
        padding += 1
        bits <<= 6
      } else {
        guard padding == 0, let value = base64Value(byte) else { return nil }
        bits = bits << 6 | UInt32(value)
      }
      guard characters % 4 == 0 else { continue }
      // Bits that padding cuts off must be 0, and at least one byte must be left.
      guard padding < 3, bits & ((1 << (UInt32(padding) * 8)) - 1) == 0 else { return nil }
      for part in 0..<3 - padding {
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(16 - 8 * part)))
      }
      bits = 0
    }
    return characters % 4 == 0 ? bytes : nil
  }

  /// The canonical `xsd:hexBinary`, in capitals.
  public static func hexForm(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// The canonical `xsd:base64Binary`, without spaces.
  public static func base64Form(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let character = base64Alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)]
        text.append(place <= group.count ? character : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let base64Alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func base64Value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
