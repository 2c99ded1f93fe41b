/// The characters of names in Turtle and its relatives
/// ([RDF 1.1 Turtle §6.5](https://www.w3.org/TR/turtle/#sec-grammar-grammar)).
package enum NameCharacters {
  /// `PN_CHARS_BASE` [163s].
  package static func isBase(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
      0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
      0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x1_0000...0xE_FFFF:
      true
    default: false
    }
  }

  /// `PN_CHARS_U` [164s].
  package static func isBaseOrUnderscore(_ scalar: UInt32) -> Bool {
    scalar == 0x5F || isBase(scalar)
  }

  /// `PN_CHARS` [166s].
  package static func isName(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: isBaseOrUnderscore(scalar)
    }
  }

  /// `BLANK_NODE_LABEL` [141s] without its `_:`.
  package static func isBlankNodeLabel(_ label: String) -> Bool {
    var last: UInt32?
    for scalar in label.unicodeScalars.lazy.map(\.value) {
      let isFirst = last == nil
      guard isFirst ? isLabelStart(scalar) : scalar == 0x2E || isName(scalar) else { return false }
      last = scalar
    }
    return last != nil && last != 0x2E
  }

  /// The first character of a blank node's label: `PN_CHARS_U | [0-9]`.
  package static func isLabelStart(_ scalar: UInt32) -> Bool {
    (0x30...0x39).contains(scalar) || isBaseOrUnderscore(scalar)
  }

  /// `PN_PREFIX` [167s], or empty.
  package static func isPrefix(_ name: String) -> Bool {
    var last: UInt32?
    for scalar in name.unicodeScalars.lazy.map(\.value) {
      guard last == nil ? isBase(scalar) : scalar == 0x2E || isName(scalar) else { return false }
      last = scalar
    }
    return last != 0x2E
  }

  /// Whether a text is an `NCName`
  /// ([Namespaces in XML §3](https://www.w3.org/TR/xml-names/#NT-NCName)).
  package static func isNCName(_ text: String) -> Bool {
    var isFirst = true
    for scalar in text.unicodeScalars.lazy.map(\.value) {
      guard isFirst ? isNCNameStart(scalar) : isNCNameCharacter(scalar) else { return false }
      isFirst = false
    }
    return !isFirst
  }

  /// `NameStartChar` of XML without the colon.
  package static func isNCNameStart(_ scalar: UInt32) -> Bool { isBaseOrUnderscore(scalar) }

  /// `NameChar` of XML without the colon.
  package static func isNCNameCharacter(_ scalar: UInt32) -> Bool {
    scalar == 0x2E || isName(scalar)
  }
}
