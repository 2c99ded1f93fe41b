/// XML text in the making: markup as given, content escaped, characters that XML 1.0 has no place
/// for replaced and counted.
struct XMLBytes {
  private(set) var bytes: [UInt8] = []
  /// How many characters became U+FFFD.
  private(set) var replacedCharacters = 0

  mutating func markup(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func ascii(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func integer(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

  /// A number with two decimals at most and no needless zero; never an exponent.
  mutating func number(_ value: Double) {
    let hundredths = Int((value * 100).rounded())
    if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    let size = hundredths.magnitude
    integer(Int(size / 100))
    let rest = UInt8(size % 100)
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + rest / 10)
    if rest % 10 > 0 { bytes.append(UInt8(ascii: "0") + rest % 10) }
  }

  /// Content of an element or of an attribute in double quotes: a line end or tab survives both.
  mutating func escaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: markup("&amp;")
      case 0x3C: markup("&lt;")
      case 0x3E: markup("&gt;")
      case 0x22: markup("&quot;")
      case 0x9: markup("&#9;")
      case 0xA: markup("&#10;")
      case 0xD: markup("&#13;")
      case 0..<0x20, 0xFFFE, 0xFFFF:
        replacedCharacters += 1
        markup("\u{FFFD}")
      default: bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
      }
    }
  }

  /// Hands over what is ready once it is more than `limit` bytes.
  mutating func drain(above limit: Int, to sink: ([UInt8]) throws -> Void) rethrows {
    guard bytes.count > limit else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
