/// The words at the foot of a page that the next page begins with, often with dots behind them.
struct Catchword {
  private let raw: [Unicode.Scalar]

  init(_ raw: [Unicode.Scalar]) { self.raw = raw }

  /// Most words that are repeated.
  private static let mostWords = 4

  /// Where the words begin that stand before a page's head and again behind its mark; the head's
  /// start if there are none.
  ///
  /// - Parameters:
  ///   - start: where the head begins.
  ///   - end: the end of the page mark.
  ///   - line: the line both stand in.
  /// - Returns: an index of the raw text.
  func start(_ start: Int, _ end: Int, _ line: Range<Int>) -> Int {
    let next = skipBlanks(end, line.upperBound)
    let (last, isDotted) = withoutDots(start, line.lowerBound)
    var best = start
    var index = last
    for _ in 0..<Self.mostWords {
      while index > line.lowerBound, raw[index - 1].isBlank { index -= 1 }
      if isDotted, best == start, index == line.lowerBound || endsSentence(raw[index - 1]) {
        // Dots, and nothing else behind a sentence: what they stand for is on the next page.
        return index == line.lowerBound ? index : skipBlanks(index, start)
      }
      while index > line.lowerBound, !raw[index - 1].isBlank { index -= 1 }
      guard index < last else { break }
      if begins(next..<line.upperBound, with: index..<last) { best = index }
    }
    return best
  }

  /// Whether a line says nothing but the beginning of the next one.
  func repeats(_ line: Range<Int>, _ next: Range<Int>) -> Bool {
    let (last, _) = withoutDots(line.upperBound, line.lowerBound)
    return last > line.lowerBound && last - line.lowerBound <= 60
      && begins(next, with: line.lowerBound..<last)
  }

  private func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == ";" || scalar == ":"
  }

  private func begins(_ text: Range<Int>, with words: Range<Int>) -> Bool {
    guard words.count <= text.count else { return false }
    let end = text.lowerBound + words.count
    return raw[words].elementsEqual(raw[text.lowerBound..<end])
      && (end == text.upperBound || !raw[end].isLetter && !raw[end].isDigit)
  }

  private func skipBlanks(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, raw[index].isBlank { index += 1 }
    return index
  }

  /// The end of the text before blanks and, if there are at least three, dots; whether there are.
  private func withoutDots(_ end: Int, _ limit: Int) -> (end: Int, isDotted: Bool) {
    var index = end
    while index > limit, raw[index - 1].isBlank { index -= 1 }
    let last = index
    var dots = 0
    while index > limit {
      switch raw[index - 1].value {
      case 0x2E: dots += 1
      case 0x2026: dots += 3
      default:
        guard raw[index - 1].isBlank else { return dots >= 3 ? (index, true) : (last, false) }
      }
      index -= 1
    }
    return (last, false)
  }
}
