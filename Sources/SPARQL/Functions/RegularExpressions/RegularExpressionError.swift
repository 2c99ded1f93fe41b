public import Diagnostics

/// What is wrong with a regular expression, its flags, or what it is to be replaced with
/// ([XPath Functions 3.1 §5.6](https://www.w3.org/TR/xpath-functions-31/#string.match)).
public enum RegularExpressionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The flags hold another letter than `s`, `m`, `i`, `x` and `q` (`FORX0001`).
  case unknownFlag(Character)
  /// The pattern breaks the grammar at this code point, counted from 0 (`FORX0002`).
  case pattern(offset: Int)
  /// The pattern is larger or deeper than what is matched.
  case tooLarge
  /// The pattern names a block of Unicode, such as `\p{IsGreek}`; these are not known.
  case unknownBlock(String)
  /// The pattern to be replaced matches an empty text (`FORX0003`).
  case matchesNothing
  /// A `\` or `$` of the replacement stands before something else than they may (`FORX0004`).
  case replacement

  /// The reason in every language that Simpul speaks.
  public var message: Message {
    switch self {
    case .unknownFlag(let flag):
      Message(
        en: "'\(flag)' is no flag of a regular expression; there are s, m, i, x and q",
        id: "'\(flag)' bukan tanda ekspresi reguler; yang ada s, m, i, x dan q")
    case .pattern(let offset):
      Message(
        en: "the regular expression is wrong at character \(offset + 1)",
        id: "ekspresi reguler salah pada karakter \(offset + 1)")
    case .tooLarge:
      Message(en: "the regular expression is too large", id: "ekspresi reguler terlalu besar")
    case .unknownBlock(let name):
      Message(
        en: "the block \(name) of characters is not known",
        id: "blok karakter \(name) tidak dikenal")
    case .matchesNothing:
      Message(
        en: "a regular expression that matches the empty text cannot be replaced",
        id: "ekspresi reguler yang cocok dengan teks kosong tidak dapat diganti")
    case .replacement:
      Message(
        en: "in a replacement $ stands before a digit, and \\ before \\ or $",
        id: "dalam teks pengganti $ mendahului angka, dan \\ mendahului \\ atau $")
    }
  }

  /// The reason in English.
  public var description: String { message.text(in: .english) }
}
