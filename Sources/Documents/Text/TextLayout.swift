/// How the lines of a text make paragraphs.
struct TextLayout {
  /// Width in characters at which lines were broken; nil where a line is a paragraph.
  var width: Int?
  /// Blank lines that stand between two lines of the same paragraph.
  var normalGap = 0

  /// The layout of lines, told by the pairs of lines that plainly run on.
  ///
  /// A pair runs on where the first line does not end a sentence and the second begins in lower
  /// case. Lines that begin like list items count neither way.
  init(_ lines: [TextLine], raw: [Unicode.Scalar]) {
    guard lines.count > 1 else { return }
    var counts = [Int](repeating: 0, count: Self.longest + 1)
    var pairs = 0
    var running = 0
    var spaced = 0
    for (index, line) in lines.enumerated() {
      counts[min(line.length, Self.longest)] += 1
      guard index > 0, line.gap <= 1, !LineMarks.beginsLikeListItem(raw, line.content) else {
        continue
      }
      pairs += 1
      guard raw[line.content.lowerBound].isLower,
        !LineEnd(raw, lines[index - 1].content).endsSentence
      else { continue }
      running += 1
      if line.gap == 1 { spaced += 1 }
    }
    let broad = Self.percentile(90, of: counts, count: lines.count)
    guard broad <= Self.broadest, running > 0, running * 5 >= pairs else { return }
    width = broad
    normalGap = spaced * 2 > running ? 1 : 0
  }

  private static let longest = 400
  /// Broadest line in characters that still counts as broken by hand or by a page.
  private static let broadest = 130

  private static func percentile(_ share: Int, of counts: [Int], count: Int) -> Int {
    var left = (count * share + 99) / 100
    for (length, number) in counts.enumerated() {
      left -= number
      if left <= 0 { return length }
    }
    return counts.count
  }
}

/// How a line ends.
struct LineEnd {
  /// The last visible character, closing quotes, brackets and markup left aside.
  var last: Unicode.Scalar = " "
  /// Whether it is a full stop, a question mark, a colon or the like.
  var endsSentence = false
  /// The last word without the marks around it.
  var lastWord: Range<Int>

  /// The end of a stretch of the raw text.
  init(_ raw: [Unicode.Scalar], _ range: Range<Int>) {
    var end = range.upperBound
    closing: while end > range.lowerBound {
      switch raw[end - 1].value {
      case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0x2A, 0x5F, 0x201D, 0x2019, 0xBB, 0x20: end -= 1
      default: break closing
      }
    }
    lastWord = end..<end
    guard end > range.lowerBound else { return }
    last = raw[end - 1]
    switch last.value {
    case 0x2E, 0x21, 0x3F, 0x3A, 0x3B, 0x2026: endsSentence = true
    default: break
    }
    var start = end
    while start > range.lowerBound, !raw[start - 1].isBlank { start -= 1 }
    while start < end, !raw[start].isLetter, !raw[start].isDigit { start += 1 }
    lastWord = start..<end
  }
}
