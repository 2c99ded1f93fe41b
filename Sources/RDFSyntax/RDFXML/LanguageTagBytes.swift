import RDF

/// What stands behind the `@` of a literal in canonical form: a language, and a base direction where
/// there is one.
enum LanguageTagBytes {
  /// The two parts; a language tag has no two hyphens in a row, so these begin the direction.
  static func split(_ tag: Span<UInt8>) -> (language: Range<Int>, direction: BaseDirection?) {
    let hyphen = UInt8(ascii: "-")
    let end = tag.count - 5
    guard end > 0, tag[end] == hyphen, tag[end + 1] == hyphen else {
      return (0..<tag.count, nil)
    }
    return (0..<end, tag[end + 2] == UInt8(ascii: "l") ? .leftToRight : .rightToLeft)
  }
}
