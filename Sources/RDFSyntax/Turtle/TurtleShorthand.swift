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
    init?(_ text: String) {
      var rest = text.utf8[...]
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      let whole = Self.dropDigits(&rest)
      var fraction = 0
      let hasPoint = rest.first == UInt8(ascii: ".")
      if hasPoint {
        rest.removeFirst()
        fraction = Self.dropDigits(&rest)
      }
      guard whole + fraction > 0 else { return nil }
      if rest.isEmpty {
        guard !hasPoint || fraction > 0 else { return nil }
        self = hasPoint ? .decimal : .integer
        return
      }
      guard rest.removeFirst() | 0x20 == UInt8(ascii: "e") else { return nil }
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard Self.dropDigits(&rest) > 0, rest.isEmpty else { return nil }
      self = .double
    }

    private static func dropDigits(_ rest: inout Substring.UTF8View) -> Int {
      let digits = rest.prefix(while: ASCIISet.digits.contains).count
      rest.removeFirst(digits)
      return digits
    }
  }
}
