import RDF

/// Texts of literals on their way into canonical form.
enum CanonicalText {
  /// Whether a backslash and this byte are how the canonical form writes a character.
  @inline(__always)
  static func isCanonicalEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "t"),
      UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"):
      true
    default: false
    }
  }

  /// The length of the character beyond ASCII that stands here; 0 for malformed UTF-8 and for U+FFFE
  /// and U+FFFF, which the canonical form writes as escapes.
  ///
  /// Three bytes behind the text may be read.
  static func lengthOfPlainScalar(_ text: Span<UInt8>, at position: Int) -> Int {
    let lead = text[position]
    func isTail(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      position + offset < text.count && range.contains(text[position + offset])
    }
    switch lead {
    case 0xC2...0xDF: return isTail(1) ? 2 : 0
    case 0xE0: return isTail(1, 0xA0...0xBF) && isTail(2) ? 3 : 0
    case 0xED: return isTail(1, 0x80...0x9F) && isTail(2) ? 3 : 0
    case 0xEF:
      guard isTail(1), isTail(2) else { return 0 }
      return text[position + 1] == 0xBF && text[position + 2] >= 0xBE ? 0 : 3
    case 0xE1...0xEE: return isTail(1) && isTail(2) ? 3 : 0
    case 0xF0: return isTail(1, 0x90...0xBF) && isTail(2) && isTail(3) ? 4 : 0
    case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : 0
    case 0xF4: return isTail(1, 0x80...0x8F) && isTail(2) && isTail(3) ? 4 : 0
    default: return 0
    }
  }

  /// Appends the text of a literal with its quotes, in canonical form.
  ///
  /// - Returns: the offset of the closing quote; nil for a mistake, when what was appended is
  ///   meaningless.
  static func appendLiteralText(
    _ text: Span<UInt8>, from start: Int, end: Int, to bytes: inout [UInt8]
  ) -> Int? {
    bytes.append(UInt8(ascii: "\""))
    var position = start + 1
    while position < end {
      let byte = text[position]
      switch byte {
      case UInt8(ascii: "\""):
        bytes.append(byte)
        return position
      case 0x0A, 0x0D: return nil
      case UInt8(ascii: "\\"):
        guard let (scalar, length) = escape(text, at: position, end: end) else { return nil }
        append(scalar, to: &bytes)
        position += length
      case 0x80...:
        guard let scalar = scalar(text, at: position) else { return nil }
        append(scalar, to: &bytes)
        position += UTF8.width(scalar)
      default:
        append(Unicode.Scalar(byte), to: &bytes)
        position += 1
      }
    }
    return nil
  }

  /// Appends a character of a text as the canonical form writes it.
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "\u{FFFE}": CanonicalTerm.append("\\uFFFE", to: &bytes)
    case "\u{FFFF}": CanonicalTerm.append("\\uFFFF", to: &bytes)
    case _ where scalar.value < 0x80:
      CanonicalTerm.appendEscaped(UInt8(scalar.value), after: (0, 0), to: &bytes)
    default: UTF8Scalar.append(scalar, to: &bytes)
    }
  }

  /// The character that `ECHAR` or `UCHAR` stands for, and the length of the escape; nil for what is
  /// none.
  static func escape(
    _ text: Span<UInt8>, at position: Int, end: Int
  ) -> (Unicode.Scalar, length: Int)? {
    guard position + 1 < end else { return nil }
    switch text[position + 1] {
    case UInt8(ascii: "u"): return numericEscape(text, at: position, digits: 4, end: end)
    case UInt8(ascii: "U"): return numericEscape(text, at: position, digits: 8, end: end)
    case let letter:
      return CharacterEscape.character(letter).map { (Unicode.Scalar($0), 2) }
    }
  }

  private static func numericEscape(
    _ text: Span<UInt8>, at position: Int, digits: Int, end: Int
  ) -> (Unicode.Scalar, length: Int)? {
    let start = position + 2
    guard start + digits <= end else { return nil }
    var value: UInt32 = 0
    for offset in start..<start + digits {
      guard ASCIISet.hexDigits.contains(text[offset]) else { return nil }
      value = value << 4 | UInt32(CanonicalTerm.hexadecimalValue(text[offset]))
    }
    return Unicode.Scalar(value).map { ($0, 2 + digits) }
  }

  /// The character beyond ASCII at a position; nil if it is malformed.
  private static func scalar(_ text: Span<UInt8>, at position: Int) -> Unicode.Scalar? {
    let isNonCharacter =
      position + 2 < text.count && text[position] == 0xEF && text[position + 1] == 0xBF
      && (0xBE...0xBF).contains(text[position + 2])
    guard isNonCharacter || lengthOfPlainScalar(text, at: position) > 0 else { return nil }
    return Unicode.Scalar(UTF8Scalar.decode(text, at: position).0)
  }
}
