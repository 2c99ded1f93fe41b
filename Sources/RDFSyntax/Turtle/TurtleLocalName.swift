import RDF

/// What stands behind the colon of a prefixed name
/// (`PN_LOCAL`, [Turtle grammar 168s](https://www.w3.org/TR/turtle/#grammar-production-PN_LOCAL)).
enum TurtleLocalName {
  /// Whether the rest of an IRI needs backslashes to be a local name; nil if it can be none.
  ///
  /// It can be none with a character that has no place there. Nor if a slash would have to be
  /// escaped, which nobody likes to read, or a dot at the end, which rdflib 7.6 does not read.
  static func needsEscapes(_ local: Span<UInt8>) -> Bool? {
    var isPlain = true
    for index in local.indices {
      isPlain = isPlain && isNameByte(local[index])
    }
    if isPlain, local.isEmpty || local[0] != UInt8(ascii: "-") { return false }
    var needsEscapes = false
    var position = 0
    while position < local.count {
      let (scalar, length) = UTF8Scalar.decode(local, at: position)
      switch role(of: scalar, at: position, in: local) {
      case .name: break
      case .escaped: needsEscapes = true
      case .none: return nil
      }
      position += length
    }
    return needsEscapes
  }

  /// Appends a local name with its backslashes.
  ///
  /// - Precondition: ``needsEscapes(_:)`` is not nil.
  static func appendEscaped(_ local: Span<UInt8>, to bytes: inout [UInt8]) {
    var position = 0
    while position < local.count {
      let (scalar, length) = UTF8Scalar.decode(local, at: position)
      if role(of: scalar, at: position, in: local) == .escaped {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(copying: local.extracting(position..<position + length))
      position += length
    }
  }

  /// Whether `PN_LOCAL_ESC` [172s] takes the byte behind a backslash.
  static func isEscapable(_ byte: UInt8) -> Bool { escapable.contains(byte) }

  private enum Role {
    case name
    case escaped
    case none
  }

  private static func role(of scalar: UInt32, at position: Int, in local: Span<UInt8>) -> Role {
    let isFirst = position == 0
    switch scalar {
    case 0x3A: return .name
    case 0x25 where isPercentEncoding(local, at: position): return .name
    case 0x2F: return .none
    case 0x2E where position + 1 == local.count: return .none
    case 0x2E where !isFirst: return .name
    case _ where isFirst ? NameCharacters.isLabelStart(scalar) : NameCharacters.isName(scalar):
      return .name
    case 0..<0x80 where escapable.contains(local[position]): return .escaped
    default: return .none
    }
  }

  private static func isPercentEncoding(_ local: Span<UInt8>, at position: Int) -> Bool {
    position + 2 < local.count && ASCIISet.hexDigits.contains(local[position + 1])
      && ASCIISet.hexDigits.contains(local[position + 2])
  }

  /// Letters, digits, `_` and `-`.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: true
    default: false
    }
  }

  private static let escapable = ASCIISet("_~.-!$&'()*+,;=/?#@%")
}
