import RDF

/// The short ways in which Turtle writes some literals.
enum TurtleShorthand {
  /// What a literal without quotes is to Turtle
  /// ([§2.5.2 and §2.5.3](https://www.w3.org/TR/turtle/#abbrev)).
  enum BareDatatype {
    case boolean
    case integer
    case decimal
    case double

    /// The datatype of a text without quotes
    /// ([grammar 19 to 21 and 133s](https://www.w3.org/TR/turtle/#grammar-production-INTEGER)); nil if
    /// it is no literal.
    init?(shapeOf text: Span<UInt8>) {
      if text.isSame(as: "true") || text.isSame(as: "false") {
        self = .boolean
        return
      }
      var position = Self.endOfSign(in: text, from: 0)
      let whole = Self.skipDigits(in: text, from: &position)
      guard position < text.count else {
        guard whole > 0 else { return nil }
        self = .integer
        return
      }
      var fraction = 0
      if text[position] == UInt8(ascii: ".") {
        position += 1
        fraction = Self.skipDigits(in: text, from: &position)
        guard position < text.count else {
          guard fraction > 0 else { return nil }
          self = .decimal
          return
        }
      }
      guard whole + fraction > 0, text[position] | 0x20 == UInt8(ascii: "e") else { return nil }
      position = Self.endOfSign(in: text, from: position + 1)
      guard Self.skipDigits(in: text, from: &position) > 0, position == text.count else {
        return nil
      }
      self = .double
    }

    /// The datatype of an IRI between angle brackets; nil for one whose literals all need quotes.
    init?(_ iri: Span<UInt8>) {
      // All four names end within two signs of each other, and most datatypes do not.
      guard (41...42).contains(iri.count) else { return nil }
      if iri.isSame(as: "<http://www.w3.org/2001/XMLSchema#integer>") {
        self = .integer
      } else if iri.isSame(as: "<http://www.w3.org/2001/XMLSchema#decimal>") {
        self = .decimal
      } else if iri.isSame(as: "<http://www.w3.org/2001/XMLSchema#double>") {
        self = .double
      } else if iri.isSame(as: "<http://www.w3.org/2001/XMLSchema#boolean>") {
        self = .boolean
      } else {
        return nil
      }
    }

    private static func endOfSign(in text: Span<UInt8>, from position: Int) -> Int {
      guard position < text.count else { return position }
      let isSign = text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-")
      return isSign ? position + 1 : position
    }

    private static func skipDigits(in text: Span<UInt8>, from position: inout Int) -> Int {
      let start = position
      while position < text.count, (0x30...0x39).contains(text[position]) { position += 1 }
      return position - start
    }
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
}
