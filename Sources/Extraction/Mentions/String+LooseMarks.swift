extension String {
  /// The text without what a rule caught beside a name: the number of an item before it, brackets
  /// without a partner and what stands behind them, marks that cannot end a name.
  ///
  /// *(1) pemanfaatan biogas* is *pemanfaatan biogas*, *keterlambatan visa)* is *keterlambatan visa*;
  /// *Hokusan Co., Ltd.* stays as it is.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text.
  var withoutLooseMarks: String {
    var text = Substring(self)
    text = Self.behindItemNumber(text)
    if let loose = Self.firstLooseBracket(text) { text = text[..<loose] }
    while let last = text.last, last.isWhitespace || Self.neverLast.contains(last) {
      text.removeLast()
    }
    while let first = text.first, first.isWhitespace || Self.neverFirst.contains(first) {
      text.removeFirst()
    }
    return String(text)
  }

  private static let neverLast: Set<Character> = [
    ",", ";", ":", "-", "–", "—", "(", "|", "*", "/",
    // Marks of notes.
    "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "†", "‡",
  ]
  private static let neverFirst: Set<Character> = [
    ",", ";", ":", "-", "–", "—", ")", "|", "*", "/", ".",
  ]

  /// How many letters or digits the number of an item has at most: *(iii)*.
  private static let longestNumber = 4

  /// What follows the number of an item in brackets, *(a)* or *(1)*; all if there is none.
  private static func behindItemNumber(_ text: Substring) -> Substring {
    guard text.first == "(", let end = text.firstIndex(of: ")") else { return text }
    let number = text[text.index(after: text.startIndex)..<end]
    guard (1...longestNumber).contains(number.count),
      number.allSatisfy({ $0.isLetter || $0.isNumber })
    else { return text }
    let rest = text[text.index(after: end)...]
    return rest.allSatisfy(\.isWhitespace) ? text : rest
  }

  /// Where the first bracket stands that opens without closing or closes without opening.
  private static func firstLooseBracket(_ text: Substring) -> Substring.Index? {
    var open: [Substring.Index] = []
    for index in text.indices {
      if text[index] == "(" { open.append(index) }
      if text[index] == ")", open.popLast() == nil, index > text.startIndex { return index }
    }
    return open.first
  }
}
