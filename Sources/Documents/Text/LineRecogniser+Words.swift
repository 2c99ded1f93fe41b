/// Headings, captions and openings that the words of the lexicon, numbers or capitals tell.
extension LineRecogniser {
  /// Longest line in characters that is compared with the headings of the lexicon.
  private static let longestKey = 100
  /// Longest heading in capitals in characters.
  private static let longestCapitals = 400

  func recogniseWords(
    _ raw: [Unicode.Scalar], _ content: Range<Int>, runsOn: Bool, isItem: Bool
  ) -> RecognisedLine? {
    var wordEnd = content.lowerBound
    while wordEnd < content.upperBound, !raw[wordEnd].isBlank, raw[wordEnd] != ":" { wordEnd += 1 }
    guard wordEnd - content.lowerBound <= 30 else { return nil }
    let isNumber = isHeadingNumber(raw, content.lowerBound..<wordEnd)
    let uses = words.uses(of: raw, content.lowerBound..<wordEnd)
    guard isNumber || !uses.isEmpty else { return nil }
    if uses.contains(.marker), !isItem, !runsOn, raw[content.lowerBound].isUpper,
      words.beginsWithMarker(raw, content)
    {
      return wholeHeading(raw, content, isItem: false)
        ?? RecognisedLine(role: .opening, content: content)
    }
    if !uses.isDisjoint(with: [.chapter, .section, .caption]),
      let found = numbered(raw, wordEnd, content, uses, runsOn: runsOn, isItem: isItem)
    {
      return found
    }
    guard content.count <= Self.longestKey, !runsOn else { return nil }
    guard isNumber || uses.contains(.heading) else { return nil }
    return wholeHeading(raw, content, isItem: isItem)
  }

  /// A line whose first word asks for a number behind it.
  private func numbered(
    _ raw: [Unicode.Scalar], _ wordEnd: Int, _ content: Range<Int>, _ uses: WordUses,
    runsOn: Bool, isItem: Bool
  ) -> RecognisedLine? {
    let numbered = NumberedLine(raw, wordEnd: wordEnd, content: content, markup: markup)
    if uses.contains(.chapter), words.isNumber(numbered.number),
      let found = chapter(raw, content, numbered.rest, runsOn: runsOn)
    {
      return found
    }
    if uses.contains(.section), !runsOn, !isItem, numbered.rest.isEmpty,
      words.isNumber(numbered.number)
    {
      return RecognisedLine(role: .heading(level: 3, source: .section), content: content)
    }
    if uses.contains(.caption), !runsOn, content.count <= 250,
      numbered.isFigureNumber, numbered.rest.isEmpty || raw[numbered.rest.lowerBound].isUpper
    {
      return RecognisedLine(role: .caption, content: content)
    }
    return nil
  }

  /// Whether the first word of a line is a number that may stand before a heading: `5`, `VI.`, `A.`.
  private func isHeadingNumber(_ raw: [Unicode.Scalar], _ word: Range<Int>) -> Bool {
    guard let first = word.first.map({ raw[$0] }), first.isDigit || first.isUpper else {
      return false
    }
    var end = word.upperBound
    if word.count == 2, raw[end - 1] == ".", first.isUpper { return true }
    while end > word.lowerBound + 1, [0x2A, 0x2E, 0x29].contains(raw[end - 1].value) { end -= 1 }
    guard end - word.lowerBound <= 8 else { return false }
    return ScalarText.isNumber(raw[word.lowerBound..<end])
  }

  private func chapter(
    _ raw: [Unicode.Scalar], _ content: Range<Int>, _ rest: Range<Int>, runsOn: Bool
  ) -> RecognisedLine? {
    if rest.isEmpty {
      return RecognisedLine(role: .heading(level: 1, source: .chapterNumber), content: content)
    }
    let last = LineEnd(raw, rest).last
    guard content.count <= 160, raw[rest].first(where: \.isLetter)?.isUpper == true,
      last != ".", last != ",", last != ";", isCapitals(raw, rest) || (!runsOn && rest.count <= 80)
    else { return nil }
    return RecognisedLine(role: .heading(level: 1, source: .chapter), content: content)
  }

  /// A heading of the lexicon, with or without a number before it.
  private func wholeHeading(
    _ raw: [Unicode.Scalar], _ content: Range<Int>, isItem: Bool
  ) -> RecognisedLine? {
    var start = content.lowerBound
    if let first = raw[content].firstIndex(where: \.isBlank) {
      if isHeadingNumber(raw, start..<first) {
        start = first
        guard beginsHeading(raw, first..<content.upperBound) else { return nil }
      }
    }
    let key = ScalarText.key(of: raw[start..<content.upperBound])
    if words.lexicon.bibliographyHeadings.contains(key) {
      return RecognisedLine(
        role: .heading(level: 1, source: .bibliography), content: content, startsBibliography: true)
    }
    guard !isItem, words.lexicon.headings.contains(key) else { return nil }
    return RecognisedLine(role: .heading(level: 2, source: .word), content: content)
  }

  /// Whether the first word of a stretch is that of a heading of the lexicon.
  private func beginsHeading(_ raw: [Unicode.Scalar], _ content: Range<Int>) -> Bool {
    var start = content.lowerBound
    while start < content.upperBound, raw[start].isBlank { start += 1 }
    var end = start
    while end < content.upperBound, !raw[end].isBlank { end += 1 }
    return words.uses(of: raw, start..<end).contains(.heading)
  }

  /// The level of a heading such as `1.2.1 Scope` or `5.1.Conclusion`; nil for any other line.
  func numberedHeadingLevel(_ raw: [Unicode.Scalar], _ content: Range<Int>) -> Int? {
    guard content.count <= 120, raw[content.lowerBound].isDigit else { return nil }
    var index = content.lowerBound
    var parts = 0
    while index < content.upperBound, raw[index].isDigit {
      let start = index
      while index < content.upperBound, raw[index].isDigit { index += 1 }
      guard index - start <= 2 else { return nil }
      parts += 1
      guard index < content.upperBound, raw[index] == "." else { break }
      index += 1
    }
    guard parts >= 2, parts <= 6 else { return nil }
    index = LineMarks.afterDebris(raw, index..<content.upperBound, markup: markup)
    guard index < content.upperBound, raw[index].isUpper,
      !LineEnd(raw, content).endsSentence, LineEnd(raw, content).last != ","
    else { return nil }
    return parts
  }

  /// Whether a line has letters, all of them capitals, and does not end a sentence.
  ///
  /// `withDigits` tells whether digits count like letters (`NOMOR 133/PMK.01/2022`).
  func isCapitals(
    _ raw: [Unicode.Scalar], _ content: Range<Int>, withDigits: Bool = false
  ) -> Bool {
    guard content.count <= Self.longestCapitals else { return false }
    var letters = 0
    var digits = 0
    for scalar in raw[content] {
      if scalar.isLower { return false }
      if scalar.isUpper { letters += 1 } else if scalar.isDigit { digits += 1 }
    }
    guard letters >= 4, (letters + (withDigits ? digits : 0)) * 2 >= content.count else {
      return false
    }
    let last = raw[content.upperBound - 1]
    return last != "." && last != ";" && last != ","
  }

  /// Whether a line ends in dots that lead to a page number, as tables of contents have it.
  func endsInLeader(_ raw: [Unicode.Scalar], _ content: Range<Int>) -> Bool {
    var index = content.upperBound
    let limit = max(content.lowerBound, index - 8)
    while index > limit, raw[index - 1].mayFollowLeader { index -= 1 }
    var dots = 0
    while index > content.lowerBound {
      if raw[index - 1] == "." { dots += 1 } else if !raw[index - 1].isBlank { break }
      index -= 1
    }
    return dots >= 5 && index > content.lowerBound
  }
}

extension Unicode.Scalar {
  /// Bit n is set where ASCII character n, below 64 or n + 64 above it, is a digit, a blank or a small
  /// letter.
  private static let followers: (low: UInt64, high: UInt64) = (
    0x3FF << 0x30 | 1 << 0x20 | 0x1F << 0x09, 0x3FF_FFFF << 0x21
  )

  /// A digit, a small letter or a blank: what page numbers behind leaders are made of.
  @inline(__always)
  fileprivate var mayFollowLeader: Bool {
    guard value < 0x80 else { return isLower || isBlank }
    let bits = value & 64 == 0 ? Self.followers.low : Self.followers.high
    return bits >> UInt64(value & 63) & 1 == 1
  }
}

/// The second word of a line and what follows it.
private struct NumberedLine {
  /// The second word, without emphasis marks.
  let number: [Unicode.Scalar]
  /// What stands behind it.
  let rest: Range<Int>

  init(_ raw: [Unicode.Scalar], wordEnd: Int, content: Range<Int>, markup: Bool) {
    var start = wordEnd
    while start < content.upperBound, raw[start].isBlank { start += 1 }
    var end = start
    while end < content.upperBound, end - start < 24, !raw[end].isBlank { end += 1 }
    number = raw[start..<end].filter { $0 != "*" && $0 != "\\" }
    var text = LineMarks.afterDebris(raw, end..<content.upperBound, markup: markup)
    while text < content.upperBound, !raw[text].isLetter, !raw[text].isDigit { text += 1 }
    rest = text..<content.upperBound
  }

  /// A number as figures carry it: `3`, `3.`, `1.2:`, `IV`.
  var isFigureNumber: Bool {
    var word = number[...]
    while let last = word.last, last == "." || last == ":" { word.removeLast() }
    return !word.isEmpty
      && (ScalarText.isNumber(word) || word.allSatisfy { $0.isDigit || $0 == "." || $0 == "-" })
  }
}
