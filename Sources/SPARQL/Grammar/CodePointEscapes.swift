internal import Diagnostics

/// A query whose code points may be written as `\uXXXX` or `\UXXXXXXXX` anywhere
/// ([SPARQL 1.1 §19.2](https://www.w3.org/TR/sparql11-query/#codepointEscape)).
///
/// A backslash behind a backslash begins no escape.
struct CodePointEscapes {
  /// The text without such escapes, in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// The text as given, in UTF-8.
  let original: [UInt8]
  /// Where each escape's character stands in ``bytes``, and where the text goes on behind it in
  /// either.
  private var escapes: [(at: Int, end: Int, originalEnd: Int)] = []

  /// A text in which no escapes are looked for.
  init(none text: String) {
    original = Array(text.utf8)
    bytes = original
  }

  /// - Throws: ``SPARQLSyntaxError`` for an escape without enough digits, or of no character.
  init(_ text: String) throws(SPARQLSyntaxError) {
    original = Array(text.utf8)
    guard original.contains(UInt8(ascii: "\\")) else {
      bytes = original
      return
    }
    var position = 0
    while position < original.count {
      let byte = original[position]
      guard byte == UInt8(ascii: "\\"), position + 1 < original.count else {
        bytes.append(byte)
        position += 1
        continue
      }
      let length = Self.digits(behind: original[position + 1]) ?? 0
      if length == 0 {
        bytes += [byte, original[position + 1]]
      } else {
        let scalar = try scalar(at: position, length: length)
        let at = bytes.count
        bytes.append(contentsOf: scalar.utf8)
        escapes.append((at, bytes.count, position + 2 + length))
      }
      position += 2 + length
    }
  }

  /// How many digits stand behind the letter of an escape; nil if it is none.
  static func digits(behind letter: UInt8?) -> Int? {
    switch letter {
    case UInt8(ascii: "u"): 4
    case UInt8(ascii: "U"): 8
    default: nil
    }
  }

  /// The character of an escape that begins at an offset of ``original``.
  ///
  /// - Throws: ``SPARQLSyntaxError`` for one without enough digits, or of no character.
  func scalar(
    at position: Int, length: Int
  ) throws(SPARQLSyntaxError) -> Unicode.Scalar {
    let digits = original[(position + 2)...].prefix(length)
    guard digits.count == length,
      digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else {
      let end = min(original.count, position + 2 + length)
      throw SPARQLSyntaxError(
        Message(
          en: "this escape names no character; expected \(length) hexadecimal digits",
          id: "pelolosan ini tidak menunjuk karakter; diharapkan \(length) angka heksadesimal"),
        at: position..<end, in: original)
    }
    return scalar
  }

  /// The range in the text as given that a range of ``bytes`` comes from.
  func originalRange(of range: Range<Int>) -> Range<Int> {
    let start = originalOffset(of: range.lowerBound, isEnd: false)
    return start..<max(start, originalOffset(of: range.upperBound, isEnd: true))
  }

  private func originalOffset(of offset: Int, isEnd: Bool) -> Int {
    // The last escape whose character ends at or before the offset.
    var low = 0
    var high = escapes.count
    while low < high {
      let middle = (low + high) / 2
      if escapes[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    let shifted =
      low == 0 ? offset : escapes[low - 1].originalEnd + offset - escapes[low - 1].end
    // Within an escape's own character there is no place but its end.
    guard low < escapes.count, offset > escapes[low].at else { return shifted }
    return isEnd ? escapes[low].originalEnd : shifted
  }
}
