import RDF

/// Looks into literals in canonical form without making values of them.
enum LiteralBytes {
  /// The offset of the quote that closes the text; nil if the term is no literal.
  ///
  /// Neither a language tag nor a datatype holds a quote, so that it is sought from the end.
  @inline(__always)
  static func endOfText(_ term: Span<UInt8>) -> Int? {
    guard term.count > 1, term[0] == UInt8(ascii: "\"") else { return nil }
    var position = term.count &- 1
    while position > 0, term[position] != UInt8(ascii: "\"") { position &-= 1 }
    return position
  }

  /// Whether what stands behind the closing quote is that of a text: nothing, or a language.
  static func isText(_ term: Span<UInt8>, end: Int) -> Bool {
    end + 1 == term.count || term[end + 1] == UInt8(ascii: "@")
  }

  /// The language tag of a literal; empty if it has none.
  static func language(_ term: Span<UInt8>, end: Int) -> Range<Int> {
    guard end + 1 < term.count, term[end + 1] == UInt8(ascii: "@") else { return end..<end }
    var position = end + 2
    while position < term.count {
      // Two dashes begin a base direction, which no tag holds.
      if term[position] == UInt8(ascii: "-"), position + 1 < term.count,
        term[position + 1] == UInt8(ascii: "-")
      {
        break
      }
      position += 1
    }
    return end + 2..<position
  }

  /// Whether a text holds an escape.
  static func hasEscape(_ text: Span<UInt8>) -> Bool {
    let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
    var offset = 0
    while offset &+ 16 <= text.count {
      let piece = text.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
      let found = unsafeBitCast(piece .== backslash, to: SIMD2<UInt64>.self)
      if found[0] | found[1] != 0 { return true }
      offset &+= 16
    }
    while offset < text.count {
      if text[offset] == UInt8(ascii: "\\") { return true }
      offset &+= 1
    }
    return false
  }

  /// The value of a literal; nil where it is none, or has none.
  ///
  /// Only of numbers, dates and times, whose texts hold no escapes.
  static func value(_ term: Span<UInt8>) -> XSDValue? {
    guard let end = endOfText(term), end + 4 < term.count, term[end + 1] == UInt8(ascii: "^"),
      let datatype = XSDDatatype(iri: term.extracting(end + 4..<term.count - 1)),
      !datatype.isOfText
    else { return nil }
    let text = term.extracting(1..<end)
    guard !hasEscape(text) else { return nil }
    do { return try XSDValue(lexicalForm: text, datatype: datatype) } catch { return nil }
  }

  /// Whether a letter of the text becomes ASCII when it is made small: U+0130 and U+212A.
  static func hasLetterThatFoldsToASCII(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      if text[index] == 0xC4, index + 1 < text.count, text[index + 1] == 0xB0 { return true }
      if text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x84,
        text[index + 2] == 0xAA
      {
        return true
      }
    }
    return false
  }
}

extension XSDDatatype {
  /// Whether the value of the datatype is its text, which may hold escapes.
  fileprivate var isOfText: Bool {
    switch self {
    case .string, .anyURI: true
    default: false
    }
  }
}
