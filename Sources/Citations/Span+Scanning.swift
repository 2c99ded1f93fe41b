/// Reading bytes of UTF-8 as letters, digits and gaps.
extension Span where Element == UInt8 {
  /// The byte at an offset; 0 beyond either end.
  func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < count ? self[offset] : 0 }

  /// Whether the byte is a digit.
  func isDigit(_ offset: Int) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte(offset) }

  /// Whether the byte belongs to a letter; of characters beyond ASCII the signs of the Latin-1
  /// block, general punctuation and symbols are none.
  func isLetter(_ offset: Int) -> Bool {
    let value = byte(offset)
    if value < 0x80 {
      return UInt8(ascii: "a")...UInt8(ascii: "z") ~= value | 0x20
    }
    var lead = offset
    while lead > 0, lead > offset - 3, byte(lead) & 0xC0 == 0x80 { lead -= 1 }
    let first = byte(lead)
    return first != 0xC2 && first != 0xE2 && first != 0xEF
  }

  /// Whether a word may begin at the offset.
  func isWordStart(_ offset: Int) -> Bool { isLetter(offset) && !isLetter(offset - 1) }

  /// Whether the byte is an upper case ASCII letter.
  func isCapital(_ offset: Int) -> Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte(offset) }

  /// Whether the byte is an ASCII letter or digit.
  func isAlphanumeric(_ offset: Int) -> Bool {
    isDigit(offset) || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte(offset) | 0x20
  }

  /// The end of the letters that begin at the offset.
  func endOfLetters(_ offset: Int) -> Int {
    var end = offset
    while end < count, isLetter(end) { end += 1 }
    return end
  }

  /// The end of the digits that begin at the offset.
  func endOfDigits(_ offset: Int) -> Int {
    var end = offset
    while isDigit(end) { end += 1 }
    return end
  }

  /// The offset behind spaces, line breaks, no-break spaces and the marks of emphasis `*` and `_`,
  /// and `^`, which scanners put before words; at most 12 bytes on.
  func skippingSpace(_ offset: Int) -> Int {
    var end = offset
    while end < count, end < offset + 12 {
      switch self[end] {
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "^"):
        end += 1
      case 0xC2 where byte(end + 1) == 0xA0 || byte(end + 1) == 0xAD: end += 2
      default: return end
      }
    }
    return end
  }

  /// The last byte before an offset that is no space or line break; 0 if there is none.
  func lastByte(before offset: Int) -> UInt8 {
    var before = offset - 1
    while before >= 0, byte(before) <= 0x20 { before -= 1 }
    return byte(before)
  }

  /// The offset behind spaces and any of some ASCII marks; at most 12 bytes on.
  func skippingSpace(_ offset: Int, and marks: StaticString) -> Int {
    var end = skippingSpace(offset)
    while end < count, end < offset + 12, marks.contains(self[end]) { end = skippingSpace(end + 1) }
    return end
  }

  /// The number that some digits stand for; nil beyond nine digits.
  func integer(_ range: Range<Int>) -> Int? {
    guard range.count <= 9 else { return nil }
    var value = 0
    for offset in range { value = value * 10 + Int(self[offset] & 0x0F) }
    return value
  }

  /// The text of a range.
  func string(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for offset in range { bytes.append(self[offset]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension StaticString {
  fileprivate func contains(_ byte: UInt8) -> Bool {
    withUTF8Buffer { $0.contains(byte) }
  }
}
