/// Characters of the fonts whose letters are symbols.
enum SymbolFont {
  /// The Unicode character of a code in a font.
  ///
  /// Codes of symbol fonts lie at U+F000…U+F0FF or are written as the byte alone
  /// ([ECMA-376 part 1 §17.3.3.30](https://ecma-international.org/publications-and-standards/standards/ecma-376/)).
  /// - Returns: the character; the one of private use where the font is not known; nil if the code
  ///   is no character.
  static func scalar(_ code: UInt32, font: String) -> Unicode.Scalar? {
    guard code < 0x100 || (0xF000...0xF0FF).contains(code) else { return Unicode.Scalar(code) }
    let byte = code & 0xFF
    switch font.lowercased() {
    case "symbol":
      if (0x20...0x7E).contains(byte) { return known(lower[Int(byte) - 0x20], code) }
      if (0xA0...0xFE).contains(byte) { return known(upper[Int(byte) - 0xA0], code) }
    case "wingdings": if let found = wingdings[byte] { return found }
    case "wingdings 2": if let found = wingdings2[byte] { return found }
    default: break
    }
    return Unicode.Scalar(code)
  }

  private static func known(_ found: Unicode.Scalar, _ code: UInt32) -> Unicode.Scalar? {
    found == "\u{FFFD}" ? Unicode.Scalar(code) : found
  }

  /// Codes 0x20…0x7E and 0xA0…0xFE of Symbol
  /// ([Adobe's table](https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt)); pieces of
  /// large brackets have no character.
  private static let lower = Array(
    """
     !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u{FFFD}\
    αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼
    """.unicodeScalars)
  private static let upper = Array(
    """
    €ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\u{FFFD}\u{FFFD}↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓\
    ◊\u{2329}®©™∑\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\
    \u{FFFD}\u{FFFD}\u{232A}∫⌠\u{FFFD}⌡\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\
    \u{FFFD}\u{FFFD}
    """.unicodeScalars)

  /// Bullets, arrows, ticks and boxes of Wingdings, by what they show.
  private static let wingdings: [UInt32: Unicode.Scalar] = [
    0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑",
    0x72: "❒", 0x76: "❖", 0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
  ]
  private static let wingdings2: [UInt32: Unicode.Scalar] = [
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x97: "●", 0xA2: "■", 0xA3: "□",
  ]
}
