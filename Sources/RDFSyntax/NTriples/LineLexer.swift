import Diagnostics
import RDF

/// Reads the tokens of N-Triples and N-Quads from bytes that are well-formed UTF-8.
struct LineLexer {
  let bytes: [UInt8]
  private let file: String?
  /// The byte that is read next.
  var position = 0

  /// What `IRIREF` takes only as an escape, beside the control characters and the space.
  private static let notInIRIs = ASCIISet("<\"{}|^`")

  init(_ bytes: [UInt8], file: String?) {
    self.bytes = bytes
    self.file = file
  }

  /// The byte that is read next; nil at the end.
  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// The byte after that.
  var next: UInt8? { position + 1 < bytes.count ? bytes[position + 1] : nil }

  mutating func advance() { position += 1 }

  /// Skips spaces and tabs.
  mutating func skipBlanks() {
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
      position += 1
    }
  }

  /// Skips to the end of the line.
  mutating func skipComment() {
    while position < bytes.count, !Self.endsLine(bytes[position]) { position += 1 }
  }

  /// Skips a fixed text.
  mutating func expect(_ text: String) throws(SyntaxError) {
    guard bytes[position...].starts(with: text.utf8) else { throw unexpected("'\(text)'") }
    position += text.utf8.count
  }

  /// Skips blanks and a comment up to the end of the line or of the text.
  mutating func expectEndOfLine() throws(SyntaxError) {
    skipBlanks()
    if current == UInt8(ascii: "#") { skipComment() }
    guard let byte = current else { return }
    guard Self.endsLine(byte) else {
      throw unexpected(Message(en: "the end of the line", id: "akhir baris"))
    }
  }

  /// `IRIREF`, which is absolute.
  mutating func readIRI() throws(SyntaxError) -> NamedNode {
    let start = position
    position += 1
    var unescaped: [UInt8] = []
    var runStart = position
    while true {
      guard let byte = current, !Self.endsLine(byte) else { throw unexpected("'>'") }
      if byte == UInt8(ascii: ">") { break }
      if byte == UInt8(ascii: "\\") {
        unescaped += bytes[runStart..<position]
        UTF8Scalar.append(try readNumericEscape(), to: &unescaped)
        runStart = position
      } else if byte <= 0x20 || Self.notInIRIs.contains(byte) {
        throw unexpected(Message(en: "a character of an IRI", id: "karakter IRI"))
      } else {
        position += 1
      }
    }
    let iri = text(unescaped, then: runStart..<position)
    position += 1
    do {
      return try NamedNode(validating: iri)
    } catch {
      let fault = unescaped.isEmpty ? start + 1 + error.offset : start
      throw self.error(at: fault..<position, error.message)
    }
  }

  /// `BLANK_NODE_LABEL`.
  mutating func readBlankNode() throws(SyntaxError) -> BlankNode {
    try expect("_:")
    let start = position
    var end = start
    while position < bytes.count {
      let (scalar, length) = UTF8Scalar.decode(bytes.span, at: position)
      if scalar == 0x2E, position > start {
        position += 1
        continue
      }
      let fits =
        position == start ? NameCharacters.isLabelStart(scalar) : NameCharacters.isName(scalar)
      guard fits else { break }
      position += length
      end = position
    }
    position = end
    guard end > start else {
      throw unexpected(Message(en: "the label of a blank node", id: "label simpul kosong"))
    }
    return BlankNode(label: String(decoding: bytes[start..<end], as: UTF8.self))
  }

  /// `STRING_LITERAL_QUOTE`, without quotes and escapes.
  mutating func readString() throws(SyntaxError) -> String {
    position += 1
    var unescaped: [UInt8] = []
    var runStart = position
    while true {
      guard let byte = current, !Self.endsLine(byte) else { throw unexpected("'\"'") }
      if byte == UInt8(ascii: "\"") { break }
      guard byte == UInt8(ascii: "\\") else {
        position += 1
        continue
      }
      unescaped += bytes[runStart..<position]
      if let character = next.flatMap(CharacterEscape.character) {
        unescaped.append(character)
        position += 2
      } else {
        UTF8Scalar.append(try readNumericEscape(), to: &unescaped)
      }
      runStart = position
    }
    defer { position += 1 }
    return text(unescaped, then: runStart..<position)
  }

  /// What was unescaped so far and the run of plain bytes behind it, as one text.
  private func text(_ unescaped: [UInt8], then run: Range<Int>) -> String {
    if unescaped.isEmpty { return String(decoding: bytes[run], as: UTF8.self) }
    return String(decoding: unescaped + bytes[run], as: UTF8.self)
  }

  /// `LANG_DIR`: the language, and the direction where there is one.
  mutating func readLanguage() throws(SyntaxError) -> (String, BaseDirection?) {
    let start = position
    position += 1
    let wordStart = position
    while let byte = current,
      byte == UInt8(ascii: "-") || ASCIISet.letters.contains(byte)
        || ASCIISet.digits.contains(byte)
    {
      position += 1
    }
    let text = String(decoding: bytes[wordStart..<position], as: UTF8.self)
    let parts = text.firstRange(of: "--").map { (text[..<$0.lowerBound], text[$0.upperBound...]) }
    let language = parts.map { String($0.0) } ?? text
    guard LanguageTag.isWellFormed(language) else {
      throw error(
        at: start..<position,
        Message(en: "not a well-formed language tag", id: "tanda bahasa tidak benar"))
    }
    guard let parts else { return (language, nil) }
    guard let direction = BaseDirection(rawValue: String(parts.1)) else {
      throw error(
        at: start..<position,
        Message(
          en: "the direction of a text is 'ltr' or 'rtl'", id: "arah teks adalah 'ltr' atau 'rtl'"))
    }
    return (language, direction)
  }

  /// A literal whose datatype was read from `start` on.
  func literal(_ text: String, datatype: NamedNode, at start: Int) throws(SyntaxError) -> Literal {
    guard datatype != RDFVocabulary.langString, datatype != RDFVocabulary.dirLangString else {
      throw error(
        at: start..<position,
        Message(
          en: "a literal of this datatype needs a language tag",
          id: "literal dengan tipe data ini memerlukan tanda bahasa"))
    }
    return Literal(text, datatype: datatype)
  }

  /// The version behind `VERSION`, with the blanks before it.
  mutating func readVersion() throws(SyntaxError) {
    skipBlanks()
    let start = position
    guard current == UInt8(ascii: "\"") else { throw unexpected("'\"1.2\"'") }
    let version = try readString()
    guard ["1.1", "1.2-basic", "1.2"].contains(version) else {
      throw error(
        at: start..<position,
        Message(
          en: "unknown version of RDF: expected \"1.1\", \"1.2-basic\" or \"1.2\"",
          id: "versi RDF tidak dikenal: seharusnya \"1.1\", \"1.2-basic\" atau \"1.2\""))
    }
  }

  /// `UCHAR`.
  private mutating func readNumericEscape() throws(SyntaxError) -> Unicode.Scalar {
    let length: Int
    switch next {
    case UInt8(ascii: "u"): length = 4
    case UInt8(ascii: "U"): length = 8
    default: throw unexpected(Message(en: "an escape that exists", id: "urutan escape yang ada"))
    }
    var value: UInt32 = 0
    for offset in 2..<2 + length {
      guard position + offset < bytes.count, ASCIISet.hexDigits.contains(bytes[position + offset])
      else {
        throw error(
          at: position..<min(position + offset + 1, bytes.count),
          Message(
            en: "expected \(length) hexadecimal digits",
            id: "diharapkan \(length) angka heksadesimal"))
      }
      let digit = bytes[position + offset]
      value = value << 4 | UInt32(digit <= 0x39 ? digit & 0x0F : (digit & 0x07) + 9)
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw error(
        at: position..<position + 2 + length,
        Message(
          en: "the escape names no Unicode character",
          id: "urutan escape ini bukan karakter Unicode"))
    }
    position += 2 + length
    return scalar
  }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

extension LineLexer {
  /// An error that names what was expected here, in the grammar's own signs.
  func unexpected(_ expected: String) -> SyntaxError {
    unexpected(Message(en: expected, id: expected))
  }

  /// An error that names what was expected here.
  func unexpected(_ expected: Message) -> SyntaxError {
    var end = position
    var found = Message(en: "the end of the text", id: "akhir teks")
    if position < bytes.count {
      let (scalar, length) = UTF8Scalar.decode(bytes.span, at: position)
      end += length
      let isVisible = scalar > 0x20 && scalar != 0x7F
      let code = "U+" + String(scalar, radix: 16, uppercase: true)
      let sign = isVisible ? Unicode.Scalar(scalar).map { "'\($0)'" } ?? code : code
      found = Message(en: sign, id: sign)
    }
    return error(
      at: position..<end,
      Message(
        en: "expected \(expected.english), found \(found.english)",
        id: "diharapkan \(expected.indonesian), ditemukan \(found.indonesian)"))
  }

  /// An error at a range of bytes.
  func error(at range: Range<Int>, _ message: Message) -> SyntaxError {
    SyntaxError(message, at: place(of: range.lowerBound)..<place(of: range.upperBound), file: file)
  }

  /// The line and column of a byte; a line ends with LF, CR or both.
  private func place(of offset: Int) -> TextPosition {
    var place = TextPosition(line: 0, column: 0, offset: offset)
    for index in 0..<min(offset, bytes.count) {
      let byte = bytes[index]
      let isFirstOfTwo = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if Self.endsLine(byte) && !isFirstOfTwo {
        place.line += 1
        place.column = 0
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return place
  }
}
