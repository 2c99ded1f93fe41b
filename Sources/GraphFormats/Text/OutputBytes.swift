import RDF

/// The bytes of a file in the making, whatever its format.
struct OutputBytes {
  private(set) var bytes: [UInt8] = []

  mutating func markup(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func raw(_ part: [UInt8]) { bytes.append(contentsOf: part) }

  mutating func raw(_ part: Span<UInt8>) { bytes.append(copying: part) }

  mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  mutating func ascii(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// A number in decimal digits.
  mutating func integer(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    if rest < 10 { return bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest)) }
    var count = 0
    var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
    withUnsafeMutableBytes(of: &digits) { buffer in
      while rest > 0 {
        count &+= 1
        buffer[24 &- count] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      bytes.append(contentsOf: buffer[(24 &- count)...])
    }
  }

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

  /// Hands over what is ready once it is more than `limit` bytes.
  mutating func drain<Failure: Error>(
    above limit: Int, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard bytes.count > limit else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
