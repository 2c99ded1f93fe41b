import Diagnostics
import RDF

/// Reads the tokens of Turtle and TriG from what is in memory of a text, and writes terms in
/// canonical form.
///
/// The text is handed to each call: well-formed UTF-8 up to ``end``, then memory of which
/// ``TurtleWindow/padding`` bytes at least may be loaded. Where a token, or what has to be seen behind
/// it, does not end before `end` and more of the text will come, ``TurtleStop/textEnds`` is thrown;
/// whoever called puts ``position`` and ``terms`` back to where they were and calls again later.
struct TurtleLexer {
  /// The byte that is read next.
  var position = 0
  /// The offset behind the last byte that may be read.
  var end = 0
  /// Whether the text ends at ``end``.
  var isFinal = false
  /// What is written.
  var terms = TermBytes()
  /// Whether the text before ``position`` is a comment that has not ended.
  private(set) var isInComment = false
  /// What relative IRIs are resolved against.
  var base: TurtleBase?
  /// What the labels of all blank nodes get in front.
  let labelPrefix: [UInt8]
  var labels = AnonymousLabels()
  /// An IRI without its escapes, or what a name becomes.
  var scratch: [UInt8] = []

  init(base: NamedNode?, labelPrefix: String) {
    self.base = base.map(TurtleBase.init)
    self.labelPrefix = Array(labelPrefix.utf8)
  }

  // MARK: Bytes

  /// The byte that is read next; zero at the end of the text.
  ///
  /// A zero may also stand in the text, where no token begins with one.
  @inline(__always)
  func current(_ text: Span<UInt8>) -> UInt8 { text[unchecked: position] }

  /// The byte at an offset; nil at the end of the text.
  func byte(_ text: Span<UInt8>, at offset: Int) throws(TurtleStop) -> UInt8? {
    if offset < end { return text[offset] }
    guard isFinal else { throw .textEnds }
    return nil
  }

  /// Skips `WS` [161s] and comments, as far as the text is there.
  @inline(__always)
  mutating func skipSpace(_ text: Span<UInt8>) {
    var index = position
    while true {
      let byte = text[unchecked: index]
      if byte > 0x20 {
        if byte != UInt8(ascii: "#") || index >= end { break }
        position = index
        isInComment = true
        skipComment(text)
        index = position
      } else if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        index &+= 1
      } else {
        break
      }
    }
    position = index
  }

  /// Skips the rest of a comment, as far as the text is there; its line's end is not skipped.
  mutating func skipComment(_ text: Span<UInt8>) {
    while position < end {
      let byte = text[unchecked: position]
      if byte == 0x0A || byte == 0x0D {
        isInComment = false
        return
      }
      position += 1
    }
    if isFinal { isInComment = false }
  }

  /// Skips one sign if it stands here.
  @inline(__always)
  mutating func skip(_ sign: UInt8, _ text: Span<UInt8>) throws(TurtleStop) -> Bool {
    if position >= end {
      guard isFinal else { throw .textEnds }
      return false
    }
    guard text[unchecked: position] == sign else { return false }
    position &+= 1
    return true
  }

  /// Skips a fixed text.
  mutating func expect(_ sign: StaticString, _ text: Span<UInt8>) throws(TurtleStop) {
    for offset in 0..<sign.utf8CodeUnitCount {
      guard try byte(text, at: position + offset) == sign.utf8Start[offset] else {
        throw try unexpected("'\(sign)'", text)
      }
    }
    position += sign.utf8CodeUnitCount
  }

  // MARK: Words

  /// The characters of a word or of a prefix: `PN_PREFIX` [167s] or nothing.
  mutating func readWord(_ text: Span<UInt8>) throws(TurtleStop) -> Range<Int> {
    let start = position
    var end = start
    while let byte = try byte(text, at: position) {
      if byte < 0x80 {
        if Self.isLetter(byte)
          || (position > start && Self.isNameTail(byte))
        {
          position += 1
          end = position
        } else if byte == UInt8(ascii: "."), position > start {
          position += 1
        } else {
          break
        }
        continue
      }
      let (scalar, length) = UTF8Scalar.decode(text, at: position)
      guard
        position == start ? NameCharacters.isBase(scalar) : NameCharacters.isName(scalar)
      else { break }
      position += length
      end = position
    }
    position = end
    return start..<end
  }

  /// Whether the bytes of a word are these letters, small or capital.
  func isKeyword(_ word: Range<Int>, _ keyword: StaticString, _ text: Span<UInt8>) -> Bool {
    guard word.count == keyword.utf8CodeUnitCount else { return false }
    for offset in 0..<word.count
    where text[word.lowerBound + offset] | 0x20 != keyword.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether the bytes of a word are these, letter for letter.
  func isWord(_ word: Range<Int>, _ other: StaticString, _ text: Span<UInt8>) -> Bool {
    guard word.count == other.utf8CodeUnitCount else { return false }
    for offset in 0..<word.count where text[word.lowerBound + offset] != other.utf8Start[offset] {
      return false
    }
    return true
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }

  /// The ASCII part of `PN_CHARS` [166s].
  static func isNameTail(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  // MARK: Mistakes

  /// A mistake that names what was expected here, in the grammar's own signs.
  func unexpected(_ expected: String, _ text: Span<UInt8>) throws(TurtleStop) -> TurtleStop {
    try unexpected(Message(en: expected, id: expected), text)
  }

  /// A mistake that names what was expected here.
  ///
  /// - Throws: ``TurtleStop/textEnds`` if it is not known what stands here.
  func unexpected(_ expected: Message, _ text: Span<UInt8>) throws(TurtleStop) -> TurtleStop {
    var end = position
    var found = Message(en: "the end of the text", id: "akhir teks")
    if try byte(text, at: position) != nil {
      let (scalar, length) = UTF8Scalar.decode(text, at: position)
      end += length
      let isVisible = scalar > 0x20 && scalar != 0x7F
      let code = "U+" + String(scalar, radix: 16, uppercase: true)
      let sign = isVisible ? Unicode.Scalar(scalar).map { "'\($0)'" } ?? code : code
      found = Message(en: sign, id: sign)
    }
    return mistake(
      at: position..<end,
      Message(
        en: "expected \(expected.english), found \(found.english)",
        id: "diharapkan \(expected.indonesian), ditemukan \(found.indonesian)"))
  }

  /// A mistake at a range of bytes.
  func mistake(at range: Range<Int>, _ message: Message) -> TurtleStop {
    .mistake(TurtleMistake(message: message, range: range))
  }
}
