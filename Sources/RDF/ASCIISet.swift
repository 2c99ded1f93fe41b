/// A set of ASCII characters as two machine words, so that a lexer asks with a shift and a mask.
package struct ASCIISet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The set of the characters of a text.
  ///
  /// - Precondition: the text is ASCII.
  package init(_ characters: String) {
    for byte in characters.utf8 {
      precondition(byte < 0x80, "an ASCIISet holds ASCII only")
      insert(byte)
    }
  }

  /// The characters of this set and those of another.
  package func union(_ other: ASCIISet) -> ASCIISet {
    var result = self
    result.low |= other.low
    result.high |= other.high
    return result
  }

  /// Whether the byte is one of the set's characters; false for every byte from 0x80.
  package func contains(_ byte: UInt8) -> Bool {
    let word = byte < 0x40 ? low : high
    return byte < 0x80 && (word >> UInt64(byte & 0x3F)) & 1 == 1
  }

  private mutating func insert(_ byte: UInt8) {
    if byte < 0x40 {
      low |= 1 << UInt64(byte)
    } else {
      high |= 1 << UInt64(byte & 0x3F)
    }
  }

  /// `A`–`Z` and `a`–`z`.
  package static let letters = ASCIISet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
  /// `0`–`9`.
  package static let digits = ASCIISet("0123456789")
  /// `0`–`9`, `A`–`F` and `a`–`f`.
  package static let hexDigits = ASCIISet("0123456789ABCDEFabcdef")
}
