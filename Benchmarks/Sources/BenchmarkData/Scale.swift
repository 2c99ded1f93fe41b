/// A number of statements, written like `1404`, `100k` or `5M`.
package struct Scale: Hashable, Sendable, CustomStringConvertible {
  /// The number, at least 1.
  package let statements: Int

  package static let thousand = Scale(1000)
  package static let hundredThousand = Scale(100_000)
  package static let million = Scale(1_000_000)
  package static let fiveMillion = Scale(5_000_000)

  private init(_ statements: Int) { self.statements = statements }

  /// Reads a number; `k` or `M` after it multiplies it by a thousand or a million.
  ///
  /// Nil if the text is no such number, or the number is 0 or beyond 10¹².
  package init?(_ text: String) {
    let factor =
      switch text.last {
      case "k", "K": 1000
      case "m", "M": 1_000_000
      default: 1
      }
    let digits = factor == 1 ? text[...] : text.dropLast()
    guard let number = Int(digits), (1...1_000_000_000_000 / factor).contains(number) else {
      return nil
    }
    statements = number * factor
  }

  package var description: String {
    if statements.isMultiple(of: 1_000_000) { return "\(statements / 1_000_000)M" }
    return statements.isMultiple(of: 1000) ? "\(statements / 1000)k" : "\(statements)"
  }
}
