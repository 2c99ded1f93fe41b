/// How a regular expression is read and matched
/// ([XPath Functions 3.1 §5.6.2](https://www.w3.org/TR/xpath-functions-31/#flags)).
struct RegularExpressionFlags {
  /// `s`: a dot matches the ends of lines too.
  private(set) var dotMatchesAll = false
  /// `m`: `^` and `$` match at each line.
  private(set) var matchesLines = false
  /// `i`.
  private(set) var ignoresCase = false
  /// `x`: white space in the pattern says nothing.
  private(set) var ignoresWhitespace = false
  /// `q`: all of the pattern stands for itself; the other flags but `i` say nothing.
  private(set) var isLiteral = false

  /// - Throws: ``RegularExpressionError/unknownFlag(_:)``.
  init(_ text: String) throws(RegularExpressionError) {
    for flag in text {
      switch flag {
      case "s": dotMatchesAll = true
      case "m": matchesLines = true
      case "i": ignoresCase = true
      case "x": ignoresWhitespace = true
      case "q": isLiteral = true
      default: throw .unknownFlag(flag)
      }
    }
  }
}
