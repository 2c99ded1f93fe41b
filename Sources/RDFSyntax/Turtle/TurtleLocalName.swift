import RDF

/// The local part of a prefixed name, `PN_LOCAL` [168s]
/// ([Turtle §6.5](https://www.w3.org/TR/turtle/#sec-grammar-grammar)).
enum TurtleLocalName {
  /// Appends the end of an IRI as a local name, escaping what must be escaped.
  ///
  /// - Returns: false, and nothing is appended, if a character cannot stand in one, if a slash would
  ///   have to be escaped, which nobody likes to read, or a dot at the end, which rdflib 7.6 does not
  ///   read.
  static func append(_ local: Span<UInt8>, to bytes: inout TermBytes) -> Bool {
    let start = bytes.end
    var position = 0
    while position < local.count {
      let (scalar, length) = UTF8Scalar.decode(local, at: position)
      let isFirst = position == 0
      let isLast = position + length == local.count
      switch scalar {
      case 0x3A: bytes.append(0x3A)
      case 0x25 where isPercentEncoding(local, at: position): bytes.append(0x25)
      case 0x2E where !isFirst && !isLast: bytes.append(0x2E)
      case _ where isFirst ? NameCharacters.isLabelStart(scalar) : NameCharacters.isName(scalar):
        for offset in position..<position + length { bytes.append(local[offset]) }
      case 0x2E where isLast:
        bytes.end = start
        return false
      case 0..<0x80 where scalar != 0x2F && isEscapable(local[position]):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(local[position])
      default:
        bytes.end = start
        return false
      }
      position += length
    }
    return true
  }

  private static func isPercentEncoding(_ local: Span<UInt8>, at position: Int) -> Bool {
    position + 2 < local.count && TurtleLexer.isHexadecimal(local[position + 1])
      && TurtleLexer.isHexadecimal(local[position + 2])
  }

  /// What `PN_LOCAL_ESC` [172s] takes behind a backslash.
  static func isEscapable(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "/"), UInt8(ascii: ";"),
      UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
