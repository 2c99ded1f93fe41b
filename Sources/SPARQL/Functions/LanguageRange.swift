/// A basic language range ([RFC 4647 §2.1](https://www.rfc-editor.org/rfc/rfc4647#section-2.1)).
struct LanguageRange {
  private let text: String

  /// The range of a text; one that is no tag contains nothing.
  init(_ text: String) { self.text = text.lowercased() }

  /// Whether a language tag is in the range: any but the empty one for `*`
  /// ([RFC 4647 §3.3.1](https://www.rfc-editor.org/rfc/rfc4647#section-3.3.1)).
  func contains(_ tag: String) -> Bool {
    if text == "*" { return !tag.isEmpty }
    let tag = tag.lowercased().utf8
    guard !text.isEmpty, tag.starts(with: text.utf8) else { return false }
    return tag.count == text.utf8.count
      || tag[tag.index(tag.startIndex, offsetBy: text.utf8.count)] == UInt8(ascii: "-")
  }
}
