/// Reading of the small parts that lexical forms are made of.
extension Span<UInt8> {
  /// Whether an ASCII digit stands at an offset; false behind the end.
  func isDigit(at offset: Int) -> Bool { offset < count && self[offset] &- 0x30 < 10 }

  /// Steps over a byte if it stands there.
  func skip(_ byte: Unicode.Scalar, at offset: inout Int) -> Bool {
    guard offset < count, self[offset] == UInt8(ascii: byte) else { return false }
    offset += 1
    return true
  }

  /// Steps over `+` or `-`; true for `-`.
  func readSign(at offset: inout Int) -> Bool {
    if skip("-", at: &offset) { return true }
    _ = skip("+", at: &offset)
    return false
  }

  /// The number written by exactly this many digits.
  func readDigits(_ length: Int, at offset: inout Int) -> Int? {
    var value = 0
    for index in offset..<offset + length {
      guard isDigit(at: index) else { return nil }
      value = value * 10 + Int(self[index] - 0x30)
    }
    offset += length
    return value
  }

  /// The number written by the digits of a range; nil if it does not fit 64 bits.
  func readInt64(_ digits: Range<Int>) -> Int64? {
    var value: Int64 = 0
    for index in digits {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int64(self[index] - 0x30))
      if overflow || carry { return nil }
      value = sum
    }
    return value
  }

  /// The offset behind the digits that begin at an offset.
  func endOfDigits(from offset: Int) -> Int {
    var end = offset
    while isDigit(at: end) { end += 1 }
    return end
  }
}
