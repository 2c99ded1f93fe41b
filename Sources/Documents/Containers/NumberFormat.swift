/// How the number of a list item or heading is written.
enum NumberFormat: Hashable {
  case decimal
  /// Two digits at least.
  case paddedDecimal
  case upperRoman
  case lowerRoman
  /// `A` … `Z`, then `AA`, `BB`.
  case upperLetter
  /// `a` … `z`, then `aa`, `bb`.
  case lowerLetter
  /// A bullet or picture.
  case bullet
  /// No number.
  case none

  /// The number, in decimal digits where the format has no way to write it.
  func text(of number: Int) -> String {
    switch self {
    case .decimal: String(number)
    case .paddedDecimal: number >= 0 && number < 10 ? "0\(number)" : String(number)
    case .upperRoman: Self.roman(number) ?? String(number)
    case .lowerRoman: Self.roman(number)?.lowercased() ?? String(number)
    case .upperLetter: Self.letters(number) ?? String(number)
    case .lowerLetter: Self.letters(number)?.lowercased() ?? String(number)
    case .bullet, .none: ""
    }
  }

  private static func roman(_ number: Int) -> String? {
    guard number > 0, number < 4_000 else { return nil }
    var rest = number
    var text = ""
    for (value, letters) in romanDigits {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }

  private static let romanDigits = [
    (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  private static func letters(_ number: Int) -> String? {
    guard number > 0, number <= 26 * 30 else { return nil }
    let letter = Character(Unicode.Scalar(UInt8(0x41 + (number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }
}

/// One level of a numbering.
struct NumberLevel {
  var format = NumberFormat.decimal
  /// The first number.
  var start = 1
  /// The label: text, and the numbers of this level and those above, 0 for the highest.
  var label: [Piece] = []
  /// Whether a blank or tab divides the label from the text.
  var isSpaced = true
  /// Whether all numbers of the label are decimal.
  var isLegal = false
  /// Whether a paragraph of a higher level starts the count again.
  var restarts = true

  /// A piece of a label.
  enum Piece: Hashable {
    case text(String)
    case number(level: Int)
  }
}

/// The label before a paragraph.
struct NumberLabel {
  /// As shown, the blank behind it included; empty for a bullet.
  var text = ""
  /// Whether it is a mark such as `3.` or `(a)`, and no text such as `Pasal 3` or `3.1`.
  var isMark = true
  /// Whether it says something without a text behind it, as `Pasal 3` does.
  var hasWords = false
}

/// The numbers that the levels of one numbering have reached.
struct NumberCounter {
  /// Highest level, counted from 0.
  static let lastLevel = 9

  private var counts = [Int?](repeating: nil, count: lastLevel + 1)

  /// Nothing counted.
  init() {}

  /// Counts a paragraph of a level and gives its label.
  ///
  /// - Parameters:
  ///   - level: 0 for the highest.
  ///   - levels: all levels of the numbering; nothing is counted on a level that it lacks.
  ///   - restart: the number to go on with; nil for the next one.
  /// - Returns: the label, empty where the level has none.
  mutating func count(_ level: Int, of levels: [NumberLevel], restart: Int? = nil) -> NumberLabel {
    guard levels.indices.contains(level), level <= Self.lastLevel else {
      return NumberLabel()
    }
    counts[level] = restart ?? counts[level].map { $0 &+ 1 } ?? levels[level].start
    for lower in levels.indices where lower > level && lower <= Self.lastLevel {
      if levels[lower].restarts { counts[lower] = nil }
    }
    for higher in 0..<level where counts[higher] == nil {
      counts[higher] = levels[higher].start
    }
    return label(levels[level], of: levels)
  }

  private func label(_ level: NumberLevel, of levels: [NumberLevel]) -> NumberLabel {
    guard level.format != .bullet else { return NumberLabel() }
    var text = ""
    var (letters, numbers) = (0, 0)
    for piece in level.label {
      switch piece {
      case .text(let piece):
        text += piece
        letters = max(letters, Self.longestWord(piece))
      case .number(let number):
        guard levels.indices.contains(number), number <= Self.lastLevel, let count = counts[number]
        else { continue }
        numbers += 1
        let format = levels[number].format
        text += (level.isLegal && format != .none ? .decimal : format).text(of: count)
      }
    }
    guard !text.isEmpty else { return NumberLabel() }
    let isMark = letters < 2 && numbers < 2
    // Words are divided by blanks even where only an indent divides them on the page.
    if level.isSpaced || !isMark, text.last != " " { text += " " }
    return NumberLabel(text: text, isMark: isMark, hasWords: letters >= 2)
  }

  /// Letters in a row at most.
  private static func longestWord(_ text: String) -> Int {
    var (longest, current) = (0, 0)
    for scalar in text.unicodeScalars {
      current = scalar.isLetter ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}
