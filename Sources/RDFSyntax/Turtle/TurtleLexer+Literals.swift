import Diagnostics
import RDF

/// Texts, language tags and numbers.
extension TurtleLexer {
  /// `String` [17], written between double quotes with the canonical escapes.
  ///
  /// Three quotes open a text over several lines if that is allowed.
  mutating func readString(_ text: Span<UInt8>, mayBeLong: Bool = true) throws(TurtleStop) {
    let quote = current(text)
    let isLong = mayBeLong ? try hasThree(quote, text) : false
    let quotes = isLong ? 3 : 1
    position &+= quotes
    terms.append(UInt8(ascii: "\""))
    // What was found canonical and is not copied yet.
    var runStart = position
    while true {
      position = endOfPlainText(text, from: position, quote: quote)
      if position >= end {
        guard isFinal else { throw .textEnds }
        position = end
        throw try unexpectedInString(quote, quotes, text)
      }
      let byte = text[unchecked: position]
      if byte == quote {
        if !isLong { break }
        if try hasThree(quote, text) { break }
      } else if byte == UInt8(ascii: "\\") {
        if try isCanonicalEscape(text) {
          position &+= 2
          continue
        }
      }
      if !isLong, byte == 0x0A || byte == 0x0D { throw try unexpectedInString(quote, quotes, text) }
      terms.append(padded: text, from: runStart, count: position &- runStart)
      try appendSpecial(text)
      runStart = position
    }
    terms.append(padded: text, from: runStart, count: position &- runStart)
    terms.append(UInt8(ascii: "\""))
    position &+= quotes
  }

  /// The offset of the next byte that needs a look: a quote, a backslash, a control character or the
  /// first byte of what may be U+FFFE or U+FFFF.
  @inline(__always)
  private func endOfPlainText(_ text: Span<UInt8>, from start: Int, quote: UInt8) -> Int {
    var index = start
    while index < end {
      let lanes = ByteLanes(text, at: index)
      let special =
        lanes.equal(quote) | lanes.equal(UInt8(ascii: "\"")) | lanes.equal(UInt8(ascii: "\\"))
        | lanes.inRange(from: 0, count: 0x20) | lanes.equal(0x7F) | lanes.equal(0xEF)
      let count = special.first
      index &+= count
      if count < 16 { break }
    }
    return index
  }

  /// Whether the two signs here are an escape that the canonical form has.
  private func isCanonicalEscape(_ text: Span<UInt8>) throws(TurtleStop) -> Bool {
    try byte(text, at: position + 1).map(CanonicalText.isCanonicalEscape) ?? false
  }

  /// Whether a byte stands here three times.
  private func hasThree(_ quote: UInt8, _ text: Span<UInt8>) throws(TurtleStop) -> Bool {
    guard try byte(text, at: position + 1) == quote else { return false }
    return try byte(text, at: position + 2) == quote
  }

  /// Writes a character of a text that does not stand for itself, or only seems so.
  private mutating func appendSpecial(_ text: Span<UInt8>) throws(TurtleStop) {
    let byte = text[position]
    guard byte == UInt8(ascii: "\\") else {
      let (scalar, length) = UTF8Scalar.decode(text, at: position)
      position += length
      append(escaping: scalar)
      return
    }
    if try self.byte(text, at: position + 1) == UInt8(ascii: "'") {
      terms.append(UInt8(ascii: "'"))
      position += 2
      return
    }
    append(escaping: try readNumericEscape(text).value)
  }

  /// Writes a character of a text as the canonical form has it.
  private mutating func append(escaping scalar: UInt32) {
    switch scalar {
    case 0x08: terms.append("\\b")
    case 0x09: terms.append("\\t")
    case 0x0A: terms.append("\\n")
    case 0x0C: terms.append("\\f")
    case 0x0D: terms.append("\\r")
    case 0x22: terms.append("\\\"")
    case 0x5C: terms.append("\\\\")
    case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF:
      terms.append("\\u")
      for shift in [12, 8, 4, 0] as [UInt32] {
        let digit = UInt8(scalar >> shift & 0xF)
        terms.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
      }
    default: if let scalar = Unicode.Scalar(scalar) { terms.append(scalar: scalar) }
    }
  }

  private func unexpectedInString(
    _ quote: UInt8, _ quotes: Int, _ text: Span<UInt8>
  ) throws(TurtleStop) -> TurtleStop {
    let sign = String(repeating: Character(Unicode.Scalar(quote)), count: quotes)
    return try unexpected("'\(sign)'", text)
  }

  // MARK: Language tags

  /// `LANG_DIR`: the language, and the direction where there is one, as written.
  mutating func readLanguage(_ text: Span<UInt8>) throws(TurtleStop) {
    let start = position
    position += 1
    let wordStart = position
    var isPlain = true
    var dashes: Int?
    while let byte = try byte(text, at: position) {
      if byte == UInt8(ascii: "-") {
        if dashes == nil, text[position - 1] == byte { dashes = position - 1 }
        isPlain = false
      } else if Self.isDigit(byte) {
        isPlain = false
      } else if !Self.isLetter(byte) {
        break
      }
      position += 1
    }
    let endOfTag = dashes ?? position
    let length = endOfTag - wordStart
    // A language of letters alone needs no more than a look at its length.
    if !isPlain || !(1...8).contains(length) {
      guard LanguageTag.isWellFormed(text.extracting(wordStart..<endOfTag)) else {
        throw mistake(
          at: start..<position,
          Message(en: "not a well-formed language tag", id: "tanda bahasa tidak benar"))
      }
    }
    if let dashes {
      let direction = dashes + 2..<position
      guard isWord(direction, "ltr", text) || isWord(direction, "rtl", text) else {
        throw mistake(
          at: start..<position,
          Message(
            en: "the direction of a text is 'ltr' or 'rtl'", id: "arah teks adalah 'ltr' atau 'rtl'"
          ))
      }
    }
    terms.append(padded: text, from: start, count: position - start)
  }

  // MARK: Numbers

  /// `INTEGER` [19], `DECIMAL` [20] or `DOUBLE` [21], as written.
  mutating func readNumber(_ text: Span<UInt8>) throws(TurtleStop) -> QuadBlock.Run {
    let start = position
    let byte = current(text)
    if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
    let whole = try digits(text, at: position)
    position += whole
    var isInteger = true
    var fraction = 0
    if try self.byte(text, at: position) == UInt8(ascii: ".") {
      fraction = try digits(text, at: position + 1)
      if fraction > 0 {
        position += 1 + fraction
        isInteger = false
      } else if whole > 0, try exponent(text, at: position + 1) > 0 {
        position += 1
      }
    }
    guard whole + fraction > 0 else {
      throw try unexpected(Message(en: "a digit", id: "angka"), text)
    }
    let exponent = try exponent(text, at: position)
    position += exponent
    let termStart = terms.end
    terms.append(UInt8(ascii: "\""))
    terms.append(padded: text, from: start, count: position - start)
    if exponent > 0 {
      terms.append("\"^^<http://www.w3.org/2001/XMLSchema#double>")
    } else if isInteger {
      terms.append("\"^^<http://www.w3.org/2001/XMLSchema#integer>")
    } else {
      terms.append("\"^^<http://www.w3.org/2001/XMLSchema#decimal>")
    }
    return terms.run(from: termStart)
  }

  /// How many digits stand at an offset.
  @inline(__always)
  private func digits(_ text: Span<UInt8>, at start: Int) throws(TurtleStop) -> Int {
    var index = start
    while Self.isDigit(text[unchecked: index]) { index &+= 1 }
    if index >= end, !isFinal { throw .textEnds }
    return index &- start
  }

  /// How long the `EXPONENT` [154s] at an offset is; 0 if there is none.
  private func exponent(_ text: Span<UInt8>, at start: Int) throws(TurtleStop) -> Int {
    guard let byte = try byte(text, at: start), byte | 0x20 == UInt8(ascii: "e") else { return 0 }
    var index = start + 1
    let sign = try self.byte(text, at: index)
    if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { index += 1 }
    let count = try digits(text, at: index)
    return count == 0 ? 0 : index + count - start
  }

  // MARK: Versions

  /// `VersionSpecifier` of RDF 1.2.
  mutating func readVersion(_ text: Span<UInt8>) throws(TurtleStop) {
    let start = position
    let quote = try byte(text, at: start)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw try unexpected("'\"1.2\"'", text)
    }
    let termStart = terms.end
    try readString(text, mayBeLong: false)
    let version = String(copying: terms.bytes.span.extracting(termStart..<terms.end))
    terms.end = termStart
    guard ["\"1.1\"", "\"1.2-basic\"", "\"1.2\""].contains(version) else {
      throw mistake(
        at: start..<position,
        Message(
          en: "unknown version of RDF: expected \"1.1\", \"1.2-basic\" or \"1.2\"",
          id: "versi RDF tidak dikenal: seharusnya \"1.1\", \"1.2-basic\" atau \"1.2\""))
    }
  }
}
