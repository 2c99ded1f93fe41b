/// The form of language tags: subtags of one to eight letters or digits, the first of letters only
/// ([RFC 5646 §2.1](https://www.rfc-editor.org/rfc/rfc5646#section-2.1)).
///
/// Whether a subtag is registered is not asked.
public enum LanguageTag {
  /// Whether the text can stand as the language of a ``Literal``.
  public static func isWellFormed(_ tag: String) -> Bool {
    isWellFormed(Array(tag.utf8).span)
  }

  /// Whether the bytes can stand as the language of a ``Literal``.
  package static func isWellFormed(_ tag: Span<UInt8>) -> Bool {
    var length = 0
    var isFirst = true
    for offset in tag.indices {
      let byte = tag[offset]
      if byte == UInt8(ascii: "-") {
        guard length > 0 else { return false }
        length = 0
        isFirst = false
        continue
      }
      let fits =
        ASCIISet.letters.contains(byte) || (!isFirst && ASCIISet.digits.contains(byte))
      guard fits, length < 8 else { return false }
      length += 1
    }
    return length > 0
  }
}
