import Diagnostics
import RDF

/// Strings and their escapes ([RFC 8259 §7](https://www.rfc-editor.org/rfc/rfc8259#section-7)).
extension JSONParser {
  /// Reads a string at its quote.
  mutating func readString() throws(SyntaxError) {
    let start = position + 1
    position = TextScan.endOfPlainText(text.span, from: start)
    while true {
      let byte = text[position]
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") { return try readEscapedString(from: start) }
      if byte < 0x20 { throw controlInString() }
      // DEL and all beyond ASCII, which is well-formed, stand for themselves.
      position = TextScan.endOfPlainText(text.span, from: position + 1)
    }
    entries.append(.init(.string, start: start, position - start))
    position += 1
  }

  private func controlInString() -> SyntaxError {
    guard position < length else {
      return unexpected(en: "the quote that ends the string", id: "tanda kutip penutup")
    }
    return mistake(
      en: "a control character in a string; it has to be escaped",
      id: "karakter kontrol dalam string; harus ditulis dengan escape", at: position)
  }

  /// Reads a string that has an escape at the place where the reading is.
  private mutating func readEscapedString(from start: Int) throws(SyntaxError) {
    let text = text
    let first = unescaped.count
    unescaped += text[start..<position]
    while true {
      let byte = text[position]
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        try readEscape()
      } else if byte < 0x20 {
        throw controlInString()
      } else {
        let end = TextScan.endOfPlainText(text.span, from: position + 1)
        unescaped += text[position..<end]
        position = end
      }
    }
    entries.append(.init(.escaped, start: start, unescapedRanges.count))
    unescapedRanges.append(first..<unescaped.count)
    position += 1
  }

  private mutating func readEscape() throws(SyntaxError) {
    let sign = text[position + 1]
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(sign)
    case UInt8(ascii: "b"): unescaped.append(0x08)
    case UInt8(ascii: "f"): unescaped.append(0x0C)
    case UInt8(ascii: "n"): unescaped.append(0x0A)
    case UInt8(ascii: "r"): unescaped.append(0x0D)
    case UInt8(ascii: "t"): unescaped.append(0x09)
    case UInt8(ascii: "u"): return try readCodePoint()
    default:
      throw mistake(
        en: "a backslash has to be followed by one of \"\\/bfnrtu",
        id: "garis miring terbalik harus diikuti salah satu dari \"\\/bfnrtu", at: position)
    }
    position += 2
  }

  private mutating func readCodePoint() throws(SyntaxError) {
    let start = position
    var value = try readHexadecimal()
    if value & 0xFC00 == 0xD800, text[position] == UInt8(ascii: "\\"),
      text[position + 1] == UInt8(ascii: "u")
    {
      let low = try readHexadecimal()
      guard low & 0xFC00 == 0xDC00 else { throw loneSurrogate(at: start) }
      value = 0x1_0000 + (value & 0x3FF) << 10 + low & 0x3FF
    }
    guard let scalar = Unicode.Scalar(value) else { throw loneSurrogate(at: start) }
    UTF8Scalar.append(scalar, to: &unescaped)
  }

  private func loneSurrogate(at offset: Int) -> SyntaxError {
    mistake(
      en: "half of a surrogate pair is no character",
      id: "separuh pasangan surrogate bukan karakter", at: offset)
  }

  /// The four digits behind `\u`.
  private mutating func readHexadecimal() throws(SyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for offset in 2..<6 {
      let digit = text[position + offset]
      let isDigit = digit &- UInt8(ascii: "0") < 10 || (digit | 0x20) &- UInt8(ascii: "a") < 6
      guard isDigit else {
        throw mistake(
          en: "\\u has to be followed by four hexadecimal digits",
          id: "\\u harus diikuti empat angka heksadesimal", at: position)
      }
      value = value << 4 | UInt32(CanonicalTerm.hexadecimalValue(digit))
    }
    position += 6
    return value
  }
}
