import RDF

/// The short ways in which Turtle writes some literals.
enum TurtleShorthand {
  /// Whether the literal, written without quotes, is read back as the very same one
  /// ([Turtle §2.5.2 and §2.5.3](https://www.w3.org/TR/turtle/#abbrev)).
  static func canStandBare(_ literal: Literal) -> Bool {
    guard literal.language == nil else { return false }
    return switch literal.datatype {
    case XSD.boolean: literal.lexicalForm == "true" || literal.lexicalForm == "false"
    case XSD.integer: NumberShape(literal.lexicalForm) == .integer
    case XSD.decimal: NumberShape(literal.lexicalForm) == .decimal
    case XSD.double: NumberShape(literal.lexicalForm) == .double
    default: false
    }
  }

  /// Whether the text of a literal in canonical form, written without quotes, is read back as the
  /// very same literal of this datatype.
  static func canStandBare(_ text: Span<UInt8>, datatype: BareDatatype) -> Bool {
    switch datatype {
    case .boolean: isBoolean(text)
    case .integer: NumberShape(text) == .integer
    case .decimal: NumberShape(text) == .decimal
    case .double: NumberShape(text) == .double
    }
  }

  private static func isBoolean(_ text: Span<UInt8>) -> Bool {
    let word: StaticString = text.count == 4 ? "true" : "false"
    guard text.count == word.utf8CodeUnitCount else { return false }
    for index in text.indices where text[index] != word.utf8Start[index] { return false }
    return true
  }

  /// A datatype of which some literals can do without quotes.
  enum BareDatatype {
    case boolean
    case integer
    case decimal
    case double

    /// The datatype of an IRI between angle brackets; nil for every other.
    init?(_ iri: Span<UInt8>) {
      for (datatype, node) in Self.nodes {
        var bytes: [UInt8] = []
        CanonicalTerm.append(node, to: &bytes)
        if bytes.span.hasSameBytes(as: iri) {
          self = datatype
          return
        }
      }
      return nil
    }

    private static let nodes: [(BareDatatype, NamedNode)] = [
      (.boolean, XSD.boolean), (.integer, XSD.integer), (.decimal, XSD.decimal),
      (.double, XSD.double),
    ]
  }

  /// Whether the text of a literal in canonical form has a line feed in it.
  static func holdsLineFeed(_ text: Span<UInt8>) -> Bool {
    var position = 0
    while position < text.count {
      if text[position] == UInt8(ascii: "\\") {
        position += 1
        if position < text.count, text[position] == UInt8(ascii: "n") { return true }
      }
      position += 1
    }
    return false
  }

  /// Appends the text of a literal in canonical form between triple quotes, its line feeds and all
  /// quotes but those before another one or at the end as they are.
  static func appendLongString(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    CanonicalTerm.append("\"\"\"", to: &bytes)
    var position = 0
    while position < text.count {
      let start = position
      while position < text.count, text[position] != UInt8(ascii: "\\") { position += 1 }
      bytes.append(copying: text.extracting(start..<position))
      guard position + 1 < text.count else { break }
      let sign = text[position + 1]
      position += 2
      let isFree =
        position < text.count
        && !(position + 1 < text.count && text[position] == UInt8(ascii: "\\")
          && text[position + 1] == UInt8(ascii: "\""))
      if sign == UInt8(ascii: "n") {
        bytes.append(UInt8(ascii: "\n"))
      } else {
        if sign != UInt8(ascii: "\"") || !isFree { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(sign)
      }
    }
    CanonicalTerm.append("\"\"\"", to: &bytes)
  }

  /// Appends a text between triple quotes, its line feeds as they are.
  static func appendLongString(_ text: String, to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    CanonicalTerm.append("\"\"\"", to: &bytes)
    var previous: (UInt8, UInt8) = (0, 0)
    var iterator = text.utf8.makeIterator()
    var next = iterator.next()
    while let byte = next {
      next = iterator.next()
      if byte == UInt8(ascii: "\n") || (byte == quote && next != nil && next != quote) {
        bytes.append(byte)
      } else {
        CanonicalTerm.appendEscaped(byte, after: previous, to: &bytes)
      }
      previous = (previous.1, byte)
    }
    CanonicalTerm.append("\"\"\"", to: &bytes)
  }

  /// What a bare number is to Turtle
  /// ([grammar 19 to 21](https://www.w3.org/TR/turtle/#grammar-production-INTEGER)).
  enum NumberShape {
    case integer
    case decimal
    case double

    /// The shape of a text; nil if it is no bare number.
    init?(_ text: String) { self.init(Array(text.utf8).span) }

    /// The shape of a text; nil if it is no bare number.
    init?(_ text: Span<UInt8>) {
      var position = Self.endOfSign(in: text, from: 0)
      let whole = Self.skipDigits(in: text, from: &position)
      var fraction = 0
      let hasPoint = position < text.count && text[position] == UInt8(ascii: ".")
      if hasPoint {
        position += 1
        fraction = Self.skipDigits(in: text, from: &position)
      }
      guard whole + fraction > 0 else { return nil }
      guard position < text.count else {
        guard !hasPoint || fraction > 0 else { return nil }
        self = hasPoint ? .decimal : .integer
        return
      }
      guard text[position] | 0x20 == UInt8(ascii: "e") else { return nil }
      position = Self.endOfSign(in: text, from: position + 1)
      guard Self.skipDigits(in: text, from: &position) > 0, position == text.count else {
        return nil
      }
      self = .double
    }

    private static func endOfSign(in text: Span<UInt8>, from position: Int) -> Int {
      guard position < text.count else { return position }
      let isSign = text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-")
      return isSign ? position + 1 : position
    }

    private static func skipDigits(in text: Span<UInt8>, from position: inout Int) -> Int {
      let start = position
      while position < text.count, ASCIISet.digits.contains(text[position]) { position += 1 }
      return position - start
    }
  }
}
