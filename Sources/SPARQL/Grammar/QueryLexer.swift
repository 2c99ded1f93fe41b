internal import Diagnostics
internal import RDF

/// Cuts a query into tokens, each the longest that fits
/// ([SPARQL 1.1 §19.8](https://www.w3.org/TR/sparql11-query/#sparqlGrammar), terminals [139]–[173],
/// with those of [SPARQL 1.2](https://www.w3.org/TR/sparql12-query/#sparqlGrammar)).
///
/// - Complexity: O(bytes) for all tokens of a text.
struct QueryLexer {
  let source: CodePointEscapes
  var bytes: [UInt8] { source.bytes }
  var position = 0
  /// Whether IRIs and texts have escapes of code points; elsewhere there are none then.
  let escapesCodePoints: Bool

  /// - Throws: ``SPARQLSyntaxError`` for an escape of no character, where they are looked for first.
  init(_ text: String, version: SPARQLVersion) throws(SPARQLSyntaxError) {
    escapesCodePoints = version == .sparql12
    source = escapesCodePoints ? CodePointEscapes(none: text) : try CodePointEscapes(text)
  }

  /// The next token.
  ///
  /// - Throws: ``SPARQLSyntaxError`` where none begins, or one does not end.
  mutating func next() throws(SPARQLSyntaxError) -> QueryToken {
    skipSpace()
    let start = position
    let kind = try nextKind()
    return QueryToken(kind: kind, range: start..<position)
  }

  private mutating func nextKind() throws(SPARQLSyntaxError) -> QueryToken.Kind {
    guard let byte = byte(at: position) else { return .end }
    switch byte {
    case UInt8(ascii: "<"): return try readIRI() ?? readSymbol(byte)
    case UInt8(ascii: "?"), UInt8(ascii: "$"):
      if let name = readVariableName() { return .variable(name) }
      if escapeLength(at: position + 1) != nil { throw mistake(at: position + 1, .noEscape) }
      guard byte == UInt8(ascii: "?") else { throw mistake(at: position, .noToken) }
      return readSymbol(byte)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try readString())
    case UInt8(ascii: "@"): return try readLanguage()
    case UInt8(ascii: "_"): return .blankNode(try readBlankNodeLabel())
    case UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return readNumber() ?? readSymbol(byte)
    case UInt8(ascii: ":"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...:
      return try readNameOrWord()
    case UInt8(ascii: "&"):
      guard self.byte(at: position + 1) == byte else { throw mistake(at: position, .noToken) }
      position += 2
      return .symbol(.and)
    case UInt8(ascii: "\\"): throw mistake(at: position, .noEscape)
    default:
      guard QueryToken.Symbol(byte) != nil else { throw mistake(at: position, .noToken) }
      return readSymbol(byte)
    }
  }

  /// White space and comments say nothing (`WS` [162]).
  private mutating func skipSpace() {
    while let byte = byte(at: position) {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case UInt8(ascii: "#"):
        while let byte = self.byte(at: position), byte != 0x0A, byte != 0x0D { position += 1 }
      default: return
      }
    }
  }

  /// A sign of one byte, or of two or three if they are one.
  private mutating func readSymbol(_ byte: UInt8) -> QueryToken.Kind {
    if let second = self.byte(at: position + 1), let third = self.byte(at: position + 2),
      let symbol = QueryToken.Symbol(byte, second, third)
    {
      position += 3
      return .symbol(symbol)
    }
    if let next = self.byte(at: position + 1), let symbol = QueryToken.Symbol(byte, next) {
      position += 2
      return .symbol(symbol)
    }
    position += 1
    guard let symbol = QueryToken.Symbol(byte) else {
      preconditionFailure("the byte \(byte) is a sign")
    }
    return .symbol(symbol)
  }

  /// `IRIREF` [139]; nil, and nothing is read, if the bracket begins none.
  private mutating func readIRI() throws(SPARQLSyntaxError) -> QueryToken.Kind? {
    let start = position + 1
    var end = start
    var hasEscape = false
    // A copy, so that not every byte asks whether the constant has been made.
    let notInIRI = Self.notInIRI
    while let byte = byte(at: end), byte != UInt8(ascii: ">") {
      if byte == UInt8(ascii: "\\"), escapesCodePoints, escapeLength(at: end) != nil {
        hasEscape = true
      } else {
        guard byte > 0x20, !notInIRI.contains(byte) else { return nil }
      }
      end += 1
    }
    guard end < bytes.count else { return nil }
    defer { position = end + 1 }
    guard hasEscape else { return .iri(text(start..<end)) }
    var iri: [UInt8] = []
    var index = start
    while index < end {
      if let length = escapeLength(at: index) {
        iri.append(contentsOf: try codePoint(at: index, length: length).utf8)
        index += 2 + length
      } else {
        iri.append(bytes[index])
        index += 1
      }
    }
    guard index == end else { throw mistake(start..<end, .noToken) }
    return .iri(String(decoding: iri, as: UTF8.self))
  }

  /// How many digits the escape of a code point has that begins at an offset; nil if none does.
  func escapeLength(at offset: Int) -> Int? {
    guard byte(at: offset) == UInt8(ascii: "\\") else { return nil }
    return CodePointEscapes.digits(behind: byte(at: offset + 1))
  }

  /// The character of an escape of a code point.
  func codePoint(at offset: Int, length: Int) throws(SPARQLSyntaxError) -> Unicode.Scalar {
    try source.scalar(at: offset, length: length)
  }

  private static let notInIRI = ASCIISet("<>\"{}|^`\\")

  /// `INTEGER` [146], `DECIMAL` [147] or `DOUBLE` [148]; nil, and nothing is read, if a dot begins
  /// none.
  private mutating func readNumber() -> QueryToken.Kind? {
    let whole = endOfDigits(from: position)
    var end = whole
    var isDecimal = false
    if byte(at: whole) == UInt8(ascii: ".") {
      let fraction = endOfDigits(from: whole + 1)
      if fraction > whole + 1 {
        end = fraction
        isDecimal = true
      } else if whole > position, endOfExponent(from: fraction) != nil {
        // `1.E5` has a point without digits behind it.
        end = fraction
      }
    }
    guard whole > position || isDecimal else { return nil }
    let start = position
    if let exponent = endOfExponent(from: end) {
      position = exponent
      return .double(text(start..<exponent))
    }
    position = end
    return isDecimal ? .decimal(text(start..<end)) : .integer(text(start..<end))
  }

  /// Where `EXPONENT` [155] ends; nil if none begins there.
  private func endOfExponent(from start: Int) -> Int? {
    guard let letter = byte(at: start), letter | 0x20 == UInt8(ascii: "e") else { return nil }
    var digits = start + 1
    if let sign = byte(at: digits), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      digits += 1
    }
    let end = endOfDigits(from: digits)
    return end > digits ? end : nil
  }

  private func endOfDigits(from start: Int) -> Int {
    var end = start
    while let byte = byte(at: end), byte &- UInt8(ascii: "0") < 10 { end += 1 }
    return end
  }

  /// `LANG_DIR`: `LANGTAG` [145] with a base direction or without.
  private mutating func readLanguage() throws(SPARQLSyntaxError) -> QueryToken.Kind {
    let start = position + 1
    var end = start
    while let byte = byte(at: end),
      ASCIISet.letters.contains(byte)
        || (end > start && (ASCIISet.digits.contains(byte) || byte == UInt8(ascii: "-")))
    {
      end += 1
    }
    let parts = text(start..<end).split(
      separator: "--", maxSplits: 1, omittingEmptySubsequences: false)
    let tag = String(parts[0])
    guard LanguageTag.isWellFormed(tag) else { throw mistake(position..<end, .noLanguage) }
    var direction: BaseDirection?
    if parts.count > 1 {
      direction = BaseDirection(rawValue: String(parts[1]))
      guard direction != nil else { throw mistake(position..<end, .noDirection) }
    }
    position = end
    return .language(tag, direction)
  }

  func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The code point at an offset; nil at the end.
  func scalar(at offset: Int) -> (value: UInt32, length: Int)? {
    guard offset < bytes.count else { return nil }
    if bytes[offset] < 0x80 { return (UInt32(bytes[offset]), 1) }
    let (value, length) = UTF8Scalar.decode(bytes.span, at: offset)
    return (value, length)
  }

  /// An error at a range of ``bytes``.
  func mistake(_ range: Range<Int>, _ message: Message) -> SPARQLSyntaxError {
    SPARQLSyntaxError(message, at: source.originalRange(of: range), in: source.original)
  }

  /// An error at one character.
  func mistake(at offset: Int, _ message: Message) -> SPARQLSyntaxError {
    mistake(offset..<min(bytes.count, offset + (scalar(at: offset)?.length ?? 0)), message)
  }
}

extension Message {
  fileprivate static let noToken = Message(
    en: "this character begins nothing that a query may have",
    id: "karakter ini tidak mengawali apa pun dalam kueri")
  fileprivate static let noLanguage = Message(
    en: "expected a language tag such as @id or @en-GB behind '@'",
    id: "diharapkan tag bahasa seperti @id atau @en-GB setelah '@'")
  fileprivate static let noEscape = Message(
    en: "characters may be escaped in IRIs and texts only; write the character itself",
    id: "karakter hanya boleh diloloskan dalam IRI dan teks; tulis karakternya langsung")
  fileprivate static let noDirection = Message(
    en: "the base direction behind '--' is ltr or rtl",
    id: "arah dasar setelah '--' adalah ltr atau rtl")
}
