/// How wide a text is likely to be.
///
/// A picture cannot know the reader's font, so the figures are those of a wide one (DejaVu Sans):
/// with any usual sans serif the text is no wider than this.
enum TextMeasure {
  /// The width in units of the font size.
  static func width(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "'", "|", ".", ",", ":", ";", "I", "!": 0.33
    case "f", "r", "t", "(", ")", "[", "]", "-", "/", " ": 0.41
    case "m", "w", "M", "W", "@", "%", "—", "…": 1.0
    case "a"..."z", "0"..."9": 0.63
    case "A"..."Z": 0.76
    case "\u{300}"..."\u{36F}", "\u{200B}"..."\u{200F}", "\u{FE00}"..."\u{FE0F}": 0
    case "\u{1100}"..."\u{11FF}", "\u{2E80}"..."\u{A4CF}", "\u{AC00}"..."\u{D7A3}",
      "\u{F900}"..."\u{FAFF}", "\u{FF00}"..."\u{FF60}", "\u{1F000}"..."\u{1FAFF}":
      1.05
    default: 0.75
    }
  }

  /// The text in lines of at most this many characters, broken at spaces; where there would be
  /// more lines than allowed the last one ends in an ellipsis.
  static func lines(_ text: String, characters: Int, maximum: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    for word in words {
      if line.isEmpty {
        line = word
      } else if line.count + 1 + word.count <= characters {
        line += " " + word
      } else {
        lines.append(line)
        line = word
      }
    }
    if !line.isEmpty { lines.append(line) }
    if lines.count > maximum {
      lines.removeSubrange(maximum...)
      lines[maximum - 1] += "…"
    }
    return lines.map { $0.count > characters + 1 ? $0.prefix(characters) + "…" : $0 }
  }
}
