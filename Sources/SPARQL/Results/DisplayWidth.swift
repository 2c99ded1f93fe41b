/// How many columns of a terminal text takes.
package enum DisplayWidth {
  /// The columns of a text without line ends or control characters.
  package static func columns(of text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns of one character: 2 for the wide ones of East Asia and for emoji
  /// ([UAX #11](https://www.unicode.org/reports/tr11/)), 0 for what only marks others, else 1.
  package static func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first.properties.isEmojiPresentation || scalars.contains(where: { $0.value == 0xFE0F }) {
      return 2
    }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return isWide(first.value) ? 2 : 1
    }
  }

  /// Blocks whose characters are wide or full-width (`W` and `F` of EastAsianWidth.txt), gaps between
  /// them taken along.
  private static func isWide(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x1100 else { return false }
    switch scalar {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }

  /// The longest beginning of a text that takes so many columns, an ellipsis included where something
  /// is left off.
  package static func fitted(_ text: String, to width: Int) -> String {
    guard columns(of: text) > width else { return text }
    var taken = 0
    var end = text.startIndex
    while end < text.endIndex {
      let next = columns(of: text[end])
      if taken + next > width - 1 { break }
      taken += next
      end = text.index(after: end)
    }
    return width > 0 ? text[..<end] + "…" : ""
  }
}
