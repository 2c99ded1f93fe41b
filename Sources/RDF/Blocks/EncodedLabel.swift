/// Labels of blank nodes in the letters that the grammars take.
///
/// A label is any text, while `BLANK_NODE_LABEL`
/// ([Turtle grammar 141s](https://www.w3.org/TR/turtle/#grammar-production-BLANK_NODE_LABEL)) and
/// `NCName` are narrower. A label that does not fit stands as `u--` and the hexadecimal digits of
/// its UTF-8; so does one that already is such an encoding. The two directions are each other's
/// inverse: two nodes never become one, and a label that was read and written again is the same.
package enum EncodedLabel {
  /// What a label must be to stand as it is.
  package enum Alphabet: Sendable {
    /// `BLANK_NODE_LABEL` of N-Triples and its relatives, without `_:`.
    case blankNodeLabel
    /// `NCName` ([Namespaces in XML 1.0](https://www.w3.org/TR/xml-names/#NT-NCName)).
    case ncName

    fileprivate func takes(_ label: String) -> Bool {
      switch self {
      case .blankNodeLabel: NameCharacters.isBlankNodeLabel(label)
      case .ncName: NameCharacters.isNCName(label)
      }
    }
  }

  /// The label as the grammar takes it.
  package static func encode(_ label: String, in alphabet: Alphabet = .blankNodeLabel) -> String {
    if alphabet.takes(label), decoded(label, in: alphabet) == nil { return label }
    var bytes = Array(prefix.utf8)
    for byte in label.utf8 { CanonicalTerm.appendHexadecimal(byte, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The label that a text of the grammar stands for.
  package static func decode(_ text: String, in alphabet: Alphabet = .blankNodeLabel) -> String {
    decoded(text, in: alphabet) ?? text
  }

  /// The label that the text encodes; nil if it is no encoding and stands for itself.
  ///
  /// An encoding of an encoding is half as long, so the depth is the logarithm of the length.
  private static func decoded(_ text: String, in alphabet: Alphabet) -> String? {
    guard text.utf8.starts(with: prefix.utf8) else { return nil }
    let digits = text.utf8.dropFirst(prefix.utf8.count)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    var high: UInt8?
    for digit in digits {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = digit - UInt8(ascii: "A") + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    guard UTF8Scalar.firstMalformedByte(in: bytes.span) == nil else { return nil }
    let label = String(decoding: bytes, as: UTF8.self)
    guard !alphabet.takes(label) || decoded(label, in: alphabet) != nil else { return nil }
    return label
  }

  private static let prefix = "u--"
}
