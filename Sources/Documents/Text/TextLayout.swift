/// How the lines of a text make paragraphs.
struct TextLayout {
  /// Width in characters at which lines were broken; nil where a line is a paragraph.
  var width: Int?
  /// Blank lines that stand between two lines of the same paragraph.
  var normalGap = 0
  /// Whether first lines of paragraphs end early, since their indent was lost with the layout.
  var hasShortFirstLines = false

  /// The layout of lines, told by the pairs of lines that plainly run on.
  ///
  /// A pair runs on where the first line does not end a sentence and the second begins in lower
  /// case. Texts full of names have fewer such pairs; there most full lines end within a sentence.
  /// Lines that begin like list items count neither way.
  init(_ lines: [TextLine], raw: [Unicode.Scalar]) {
    guard lines.count > 1 else { return }
    var counts = [Int32](repeating: 0, count: Self.longest + 1)
    for line in lines { counts[min(line.right, Self.longest)] += 1 }
    let broad = Self.percentile(90, of: counts, count: lines.count)
    guard broad <= Self.broadest else { return }
    var pairs = (all: 0, running: 0, spaced: 0, full: 0, open: 0)
    for (before, line) in zip(lines, lines.dropFirst()) {
      guard line.gap <= 1, before.length >= Self.shortest,
        !LineMarks.beginsLikeListItem(raw, line.content)
      else { continue }
      let endsSentence = LineEnd(raw, before.content).endsSentence
      pairs.all += 1
      if raw[line.content.lowerBound].isLower, !endsSentence {
        pairs.running += 1
        if line.gap == 1 { pairs.spaced += 1 }
      }
      if before.right * 10 >= broad * 7, raw[before.content].contains(where: \.isLower) {
        pairs.full += 1
        if !endsSentence { pairs.open += 1 }
      }
    }
    let runsOn = pairs.running > 0 && pairs.running * 6 >= pairs.all
    let isOpen =
      broad <= 100 && pairs.running >= 3 && pairs.running * 14 >= pairs.all
      && pairs.open * 2 >= pairs.full
    guard runsOn || isOpen else { return }
    width = broad
    normalGap = pairs.spaced * 2 > pairs.running ? 1 : 0
    hasShortFirstLines = countsShortFirstLines(lines, raw: raw, width: broad)
  }

  /// Most lines of a list of works cited that are looked at.
  private static let bibliographySample = 200

  /// Whether blank lines divide the entries of a list of works cited: they leave groups of a few
  /// lines, and nearly all lines within a group are full.
  ///
  /// - Parameter lines: those below the heading of the list.
  /// - Returns: whether that is so; false for texts that were not broken at a width.
  func hasSpacedEntries(_ lines: ArraySlice<TextLine>) -> Bool {
    guard let width, let first = lines.first else { return false }
    var groups = first.gap > normalGap ? 1 : 0
    var inner = 0
    var short = 0
    for (line, next) in zip(lines, lines.dropFirst()).prefix(Self.bibliographySample) {
      if next.gap > normalGap {
        groups += 1
      } else {
        inner += 1
        if line.right * 4 < width * 3 { short += 1 }
      }
    }
    return groups >= 2 && inner > 0 && inner <= groups * 4 && short * 6 <= inner
  }

  /// Whether a line ends although the first word of the next one would have had room.
  func endsEarly(_ line: TextLine, before next: TextLine, raw: [Unicode.Scalar]) -> Bool {
    guard let width else { return false }
    var word = next.content.lowerBound
    while word < next.content.upperBound, !raw[word].isBlank { word += 1 }
    return (line.right + 1 + word - next.content.lowerBound) * 100 < width * Self.fullShare
  }

  /// Share in percent of the width that a line and the first word of the next one fill at least,
  /// where the break was for want of room.
  private static let fullShare = 94

  /// Compares first lines, those below a short line that ends a sentence, with lines that run on.
  private func countsShortFirstLines(
    _ lines: [TextLine], raw: [Unicode.Scalar], width: Int
  ) -> Bool {
    var first = (all: 0, early: 0)
    var inner = (all: 0, early: 0)
    for index in lines.indices.dropFirst().dropLast() {
      let (before, line, next) = (lines[index - 1], lines[index], lines[index + 1])
      guard line.gap <= normalGap, next.gap <= normalGap, line.length >= Self.shortest,
        before.length >= 4, !LineMarks.beginsLikeListItem(raw, line.content),
        !LineEnd(raw, line.content).endsSentence
      else { continue }
      let isEarly = endsEarly(line, before: next, raw: raw)
      if !LineEnd(raw, before.content).endsSentence {
        inner.all += 1
        inner.early += isEarly ? 1 : 0
      } else if before.right * 10 <= width * 7 {
        first.all += 1
        first.early += isEarly ? 1 : 0
      }
    }
    return first.all >= 3 && first.early * 5 >= first.all * 3 && inner.early * 8 <= inner.all
  }

  private static let longest = 400
  /// Lines with fewer characters were not broken for want of room.
  private static let shortest = 25
  /// Broadest line in characters that still counts as broken by hand or by a page.
  private static let broadest = 130

  private static func percentile(_ share: Int, of counts: [Int32], count: Int) -> Int {
    var left = (count * share + 99) / 100
    for (length, number) in counts.enumerated() {
      left -= Int(number)
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
  /// The line up to that character.
  private let visible: Range<Int>

  /// The end of a stretch of the raw text.
  @inline(__always)
  init(_ raw: [Unicode.Scalar], _ range: Range<Int>) {
    var end = range.upperBound
    closing: while end > range.lowerBound {
      switch raw[end - 1].value {
      case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0x2A, 0x5F, 0x201D, 0x2019, 0xBB, 0x20: end -= 1
      default: break closing
      }
    }
    visible = range.lowerBound..<end
    guard end > range.lowerBound else { return }
    last = raw[end - 1]
    switch last.value {
    case 0x2E, 0x21, 0x3F, 0x3A, 0x3B, 0x2026: endsSentence = true
    default: break
    }
  }

  /// The last word of the line, which is one of a raw text, without the marks around it.
  func lastWord(_ raw: [Unicode.Scalar]) -> Range<Int> {
    let end = visible.upperBound
    var start = end
    while start > visible.lowerBound, !raw[start - 1].isBlank { start -= 1 }
    while start < end, !raw[start].isLetter, !raw[start].isDigit { start += 1 }
    return start..<end
  }
}
