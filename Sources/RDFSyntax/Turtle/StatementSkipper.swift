/// Passes over the rest of a statement with a mistake, in memory that does not grow with it.
///
/// The end of the statement is a dot outside of texts, IRIs and comments that white space, a comment,
/// the end of the text or what can only begin a statement follows. A short text that its line does
/// not close ends with the line, and so does the statement if the line ends with a dot; a directive
/// of SPARQL's form, which has no dot, ends with its line too.
///
/// In TriG a `}` also ends the statement, and the graph with it. Graphs do not nest: what stands
/// between braces that open behind the mistake is passed over, and their `}` ends the graph around
/// them as well, whose own was forgotten.
struct StatementSkipper {
  /// What ended the statement.
  enum Ending {
    case statement
    case graph
    case text
  }

  private enum Place {
    case plain
    case comment
    case iri
    case string
    case longString
  }

  /// Whether braces mean graphs.
  let hasGraphs: Bool
  /// Whether the statement is a directive that ends with its line.
  let endsWithLine: Bool
  private var place = Place.plain
  private var quote: UInt8 = 0
  /// Whether the last visible sign of a short text was a dot.
  private var isBehindDot = false
  private var isInBraces = false

  init(hasGraphs: Bool, endsWithLine: Bool) {
    self.hasGraphs = hasGraphs
    self.endsWithLine = endsWithLine
  }

  /// Moves the lexer to where the next statement may begin, one byte at least unless the text ends.
  ///
  /// - Throws: ``TurtleStop/textEnds``; what was passed over stays so.
  mutating func skip(
    _ text: Span<UInt8>, with lexer: inout TurtleLexer
  ) throws(TurtleStop) -> Ending {
    while let byte = try lexer.byte(text, at: lexer.position) {
      let isLineEnd = byte == 0x0A || byte == 0x0D
      switch place {
      case .plain:
        if let ending = try skipPlain(byte, text, with: &lexer) { return ending }
      case .comment:
        if isLineEnd { place = .plain } else { lexer.position += 1 }
      case .iri:
        if byte == UInt8(ascii: ">") {
          lexer.position += 1
          place = .plain
        } else if byte <= 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\"") {
          place = .plain
        } else {
          lexer.position += 1
        }
      case .string:
        if isLineEnd {
          place = .plain
          if isBehindDot, !isInBraces { return .statement }
        } else {
          try skipInString(byte, text, with: &lexer)
        }
      case .longString: try skipInLongString(byte, text, with: &lexer)
      }
    }
    return .text
  }

  private mutating func skipPlain(
    _ byte: UInt8, _ text: Span<UInt8>, with lexer: inout TurtleLexer
  ) throws(TurtleStop) -> Ending? {
    let next = try lexer.byte(text, at: lexer.position + 1)
    switch byte {
    case UInt8(ascii: "#"): place = .comment
    case UInt8(ascii: "<"): place = .iri
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      // Nothing changes before all that decides has been seen.
      let third = next == byte ? try lexer.byte(text, at: lexer.position + 2) : nil
      let isLong = third == byte
      quote = byte
      isBehindDot = false
      place = isLong ? .longString : .string
      if isLong { lexer.position += 2 }
    case UInt8(ascii: "\\"):
      // An escape in a name.
      if let next, next > 0x20 { lexer.position += 1 }
    case UInt8(ascii: ".") where !isInBraces && Self.canFollowStatement(next):
      lexer.position += 1
      return .statement
    case UInt8(ascii: "{") where hasGraphs: isInBraces = true
    case UInt8(ascii: "}") where hasGraphs:
      lexer.position += 1
      return .graph
    case 0x0A, 0x0D:
      if endsWithLine { return .statement }
    default: break
    }
    lexer.position += 1
    return nil
  }

  /// A sign of a short text, or its end.
  private mutating func skipInString(
    _ byte: UInt8, _ text: Span<UInt8>, with lexer: inout TurtleLexer
  ) throws(TurtleStop) {
    if byte == UInt8(ascii: "\\") {
      if let next = try lexer.byte(text, at: lexer.position + 1), next >= 0x20 {
        lexer.position += 1
      }
    } else if byte == quote {
      place = .plain
    }
    if byte > 0x20 { isBehindDot = byte == UInt8(ascii: ".") }
    lexer.position += 1
  }

  /// A sign of a text over several lines, or its end.
  private mutating func skipInLongString(
    _ byte: UInt8, _ text: Span<UInt8>, with lexer: inout TurtleLexer
  ) throws(TurtleStop) {
    if byte == UInt8(ascii: "\\") {
      if try lexer.byte(text, at: lexer.position + 1) != nil { lexer.position += 1 }
    } else if byte == quote, try lexer.byte(text, at: lexer.position + 1) == quote {
      if try lexer.byte(text, at: lexer.position + 2) == quote {
        place = .plain
        lexer.position += 2
      }
    }
    lexer.position += 1
  }

  /// Whether a dot before this byte ends a statement.
  private static func canFollowStatement(_ byte: UInt8?) -> Bool {
    switch byte {
    case nil, 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: "["),
      UInt8(ascii: "("), UInt8(ascii: "@"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }
}
