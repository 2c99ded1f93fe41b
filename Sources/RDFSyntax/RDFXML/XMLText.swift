import RDF

/// Texts of terms in canonical form as XML has them.
enum XMLText {
  /// Where a text stands.
  enum Place {
    case content
    /// In an attribute between double quotes.
    case attribute
  }

  /// Appends the text of a term in canonical form; its own escapes go, those of XML come.
  ///
  /// A carriage return survives as a reference.
  static func append(_ text: Span<UInt8>, in place: Place, to bytes: inout [UInt8]) {
    var unescaped: [UInt8] = []
    for index in text.indices where text[index] == UInt8(ascii: "\\") {
      CanonicalTerm.appendUnescaped(text, to: &unescaped)
      escape(unescaped.span, in: place, to: &bytes)
      return
    }
    escape(text, in: place, to: &bytes)
  }

  /// Appends bytes as they are but for what XML has other uses for.
  static func escape(_ text: Span<UInt8>, in place: Place, to bytes: inout [UInt8]) {
    var start = 0
    for index in text.indices {
      let reference: StaticString
      switch text[index] {
      case UInt8(ascii: "&"): reference = "&amp;"
      case UInt8(ascii: "<"): reference = "&lt;"
      case UInt8(ascii: ">"): reference = "&gt;"
      case UInt8(ascii: "\"") where place == .attribute: reference = "&quot;"
      case 0xD: reference = "&#13;"
      default: continue
      }
      bytes.append(copying: text.extracting(start..<index))
      bytes.append(
        contentsOf: UnsafeBufferPointer(
          start: reference.utf8Start, count: reference.utf8CodeUnitCount))
      start = index + 1
    }
    bytes.append(copying: text.extracting(start..<text.count))
  }

  /// The first character of a text in canonical form that XML 1.0 has no place for; nil if it has
  /// for all ([XML 1.0 §2.2](https://www.w3.org/TR/xml/#charsets)).
  ///
  /// The canonical form has an escape for every such character, so only escapes are looked at.
  static func firstStray(in text: Span<UInt8>) -> Unicode.Scalar? {
    var position = 0
    while position < text.count {
      guard text[position] == UInt8(ascii: "\\"), position + 1 < text.count else {
        position += 1
        continue
      }
      var value: UInt32 = 0x20
      switch text[position + 1] {
      case UInt8(ascii: "b"): value = 0x8
      case UInt8(ascii: "f"): value = 0xC
      case UInt8(ascii: "u"), UInt8(ascii: "U"):
        let length = text[position + 1] == UInt8(ascii: "u") ? 4 : 8
        value = 0
        for offset in position + 2..<min(position + 2 + length, text.count) {
          value = value << 4 | UInt32(CanonicalTerm.hexadecimalValue(text[offset]))
        }
      default: break
      }
      if !isXML(value), let scalar = Unicode.Scalar(value) { return scalar }
      position += 2
    }
    return nil
  }

  /// `Char` of [XML 1.0 §2.2](https://www.w3.org/TR/xml/#charsets).
  static func isXML(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }
}
