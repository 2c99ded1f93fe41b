/// The marks at the start of a line that say what the line is.
enum LineMarks {
  /// Where the text of a list item begins behind its mark; nil if the line has none.
  ///
  /// Marks are bullets, `1.` `12)` `(3)`, `a.` `b)` `(c)` and small Roman numerals, each with a
  /// blank behind it, and a bullet before any of the others.
  static func listItemText(_ raw: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    var start = range.lowerBound
    var found = false
    if let text = afterBullet(raw, range) {
      start = text
      found = true
    }
    if let text = afterNumber(raw, start..<range.upperBound) {
      start = text
      found = true
    }
    return found && start < range.upperBound ? start : nil
  }

  /// Whether a line begins with a mark of a list item.
  static func beginsLikeListItem(_ raw: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    listItemText(raw, range) != nil
  }

  private static func afterBullet(_ raw: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    guard range.count > 2, raw[range.lowerBound + 1].isBlank else { return nil }
    switch raw[range.lowerBound].value {
    // Characters of private use, which symbol fonts have for theirs, are no letters of a text.
    case 0x2D, 0x2A, 0x2B, 0x2022, 0x2013, 0x00B7, 0x25AA, 0x25CF, 0x25CB, 0x25A0, 0x27A2, 0x2756,
      0x2713, 0x25E6, 0x2023, 0xE000...0xF8FF:
      return skipBlanks(raw, range.lowerBound + 1..<range.upperBound)
    default: return nil
    }
  }

  /// The number of a line that begins like `12. Text`; nil for any other line, and for `12. text`
  /// unless a small letter may follow.
  static func itemNumber(
    _ raw: [Unicode.Scalar], _ range: Range<Int>, mayStartLow: Bool = false
  ) -> Int? {
    var index = range.lowerBound
    var number = 0
    while index < range.upperBound, index - range.lowerBound < 4, raw[index].isDigit {
      number = number * 10 + Int(raw[index].value - 0x30)
      index += 1
    }
    guard index > range.lowerBound, index + 2 < range.upperBound, raw[index] == ".",
      raw[index + 1].isBlank
    else { return nil }
    index = skipBlanks(raw, index + 1..<range.upperBound)
    guard index < range.upperBound else { return nil }
    return raw[index].isUpper || (mayStartLow && raw[index].isLower) ? number : nil
  }

  /// The number of a line that begins like `[12] Text`, and where its text begins; nil for any other
  /// line.
  static func noteNumber(
    _ raw: [Unicode.Scalar], _ range: Range<Int>
  ) -> (number: Int, text: Int)? {
    guard let (number, end) = bracketed(raw, range), end < range.upperBound, raw[end].isBlank
    else { return nil }
    let text = skipBlanks(raw, end..<range.upperBound)
    return text < range.upperBound ? (number, text) : nil
  }

  /// The numbers of all marks such as `[12]` that stand directly behind a word or its full stop.
  ///
  /// - Complexity: O(text)
  static func noteMarks(_ raw: [Unicode.Scalar]) -> Set<Int> {
    var marks: Set<Int> = []
    var index = 1
    while index < raw.count {
      index = raw.withUnsafeBufferPointer { $0.firstIndex(of: "[", in: index..<$0.count) }
      if index < raw.count, !raw[index - 1].isBlank,
        let (number, _) = bracketed(raw, index..<raw.count)
      {
        marks.insert(number)
      }
      index += 1
    }
    return marks
  }

  /// A number of up to four digits in square brackets, and where it ends.
  private static func bracketed(
    _ raw: [Unicode.Scalar], _ range: Range<Int>
  ) -> (number: Int, end: Int)? {
    guard range.count >= 3, raw[range.lowerBound] == "[" else { return nil }
    var index = range.lowerBound + 1
    var number = 0
    while index < range.upperBound, index - range.lowerBound <= 4, raw[index].isDigit {
      number = number * 10 + Int(raw[index].value - 0x30)
      index += 1
    }
    guard index > range.lowerBound + 1, index < range.upperBound, raw[index] == "]" else {
      return nil
    }
    return (number, index + 1)
  }

  /// Whether a line is the mark of a list item, or several, and nothing else: `(1)`, `a.`, `(2) (3)`.
  static func isLoneMark(_ raw: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard range.count <= 24 else { return false }
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, !raw[end].isBlank { end += 1 }
      guard isMark(raw, start..<end) else { return false }
      start = skipBlanks(raw, end..<range.upperBound)
    }
    return true
  }

  /// Whether a word is a mark of a list item; its second bracket may have been misread.
  private static func isMark(_ raw: [Unicode.Scalar], _ word: Range<Int>) -> Bool {
    if numberEnd(raw, word) == word.upperBound { return true }
    return word.count <= 4 && raw[word.lowerBound] == "(" && raw[word].contains(where: \.isDigit)
  }

  private static func afterNumber(_ raw: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    guard let end = numberEnd(raw, range), end < range.upperBound, raw[end].isBlank else {
      return nil
    }
    return skipBlanks(raw, end..<range.upperBound)
  }

  /// The end of a number or letter with its bracket or dot.
  private static func numberEnd(_ raw: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    let end = range.upperBound
    guard index < end else { return nil }
    let bracket = raw[index] == "("
    if bracket { index += 1 }
    let start = index
    while index < end, raw[index].isDigit { index += 1 }
    var length = index - start
    if length == 0 {
      while index < end, index - start < 6, isSmallRoman(raw[index]) { index += 1 }
      if index == start, index < end, raw[index].value &- 0x61 < 26 { index += 1 }
      length = index - start
      guard length > 0 else { return nil }
    } else if length > 3 {
      return nil
    }
    guard index < end else { return nil }
    let close = raw[index]
    guard close == ")" || (!bracket && close == ".") else { return nil }
    return index + 1
  }

  private static func isSmallRoman(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "i" || scalar == "v" || scalar == "x"
  }

  private static func skipBlanks(_ raw: [Unicode.Scalar], _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, raw[index].isBlank { index += 1 }
    return index
  }

  /// Where the content begins behind Markdown's `##` of a heading or `>` of a quotation.
  static func afterBlockMarks(_ raw: [Unicode.Scalar], _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, raw[index] == "#" { index += 1 }
    let level = index - range.lowerBound
    if level > 0 {
      return level <= 6 && index < range.upperBound && raw[index].isBlank ? index : range.lowerBound
    }
    while index < range.upperBound, raw[index] == ">" { index += 1 }
    return index
  }

  /// Where the content begins behind `[bookmark: …]` debris, `**`, `_` and blanks.
  static func afterDebris(_ raw: [Unicode.Scalar], _ range: Range<Int>, markup: Bool) -> Int {
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = raw[index]
      if scalar.isBlank || scalar.isInvisible {
        index += 1
      } else if markup && scalar == "*" && index + 1 < range.upperBound
        && !raw[index + 1].isBlank
      {
        index += 1
      } else if scalar == "[", let end = bookmarkEnd(raw, index..<range.upperBound) {
        index = end
      } else {
        break
      }
    }
    return index
  }

  /// The end of `[bookmark: NAME]`, which word processors leave behind; nil if there is none.
  static func bookmarkEnd(_ raw: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    var index = range.lowerBound + 1
    for expected in "bookmark:".unicodeScalars {
      guard index < range.upperBound, raw[index] == expected else { return nil }
      index += 1
    }
    let limit = min(range.upperBound, index + 80)
    while index < limit {
      if raw[index] == "]" { return index + 1 }
      index += 1
    }
    return nil
  }
}
