/// Makes blocks of the lines of plain text and Markdown.
struct TextReader {
  let raw: [Unicode.Scalar]
  let words: LineWords
  let markup: Bool
  private let recogniser: LineRecogniser
  private let layout: TextLayout
  private var assembly: BlockAssembly
  /// Whether the mark of a list item stood alone on a line above.
  private var awaitsItem = false
  /// The number of the last item of a list.
  private var itemNumber = 0
  /// Whether the line at hand is short as first lines of paragraphs are.
  private var startsShort = false
  /// Whether blank lines divide the works cited, so that no line directly below another begins one.
  private var hasSpacedEntries = false
  /// The number of the last note, `[1] …`.
  private var lastNote = 0
  /// The numbers of the marks that lead to notes; nil until a note may have been met.
  private var noteMarks: Set<Int>?

  /// A reader of the lines of a text.
  init(
    raw: [Unicode.Scalar], lines: [TextLine], words: LineWords, markup: Bool, dropped: [Range<Int>]
  ) {
    self.raw = raw
    self.words = words
    self.markup = markup
    recogniser = LineRecogniser(words: words, markup: markup)
    layout = TextLayout(lines, raw: raw)
    assembly = BlockAssembly(
      raw: raw, markup: markup, words: words, dropped: dropped)
  }

  /// The blocks of a range of the raw text.
  static func blocks(
    of raw: [Unicode.Scalar], in range: Range<Int>, words: LineWords, markup: Bool
  ) -> [Block] {
    let all = TextLine.lines(of: raw, in: range)
    let furniture = PageFurniture(raw: raw, lines: all, words: words)
    var reader = TextReader(
      raw: raw, lines: furniture.lines, words: words, markup: markup, dropped: furniture.dropped)
    return reader.read(furniture.lines, hasPages: furniture.hasPages)
  }

  private mutating func read(_ lines: [TextLine], hasPages: Bool) -> [Block] {
    var previous: TextLine?
    var page = 1
    for (index, line) in lines.enumerated() {
      if line.startsPage { page += 1 }
      startsShort =
        layout.hasShortFirstLines && index + 1 < lines.count
        && layout.endsEarly(line, before: lines[index + 1], raw: raw)
      let end = previous.map { LineEnd(raw, $0.content) }
      let isOpen = self.runsOn(previous, end, line)
      let number = LineMarks.itemNumber(
        raw, line.content, mayStartLow: !isOpen || end?.last == ",")
      let runsOn = isOpen && (number == nil || number != itemNumber + 1)
      if let number, !runsOn { itemNumber = number }
      let found = note(line) ?? recogniser.recognise(raw, line.content, runsOn: runsOn)
      if found.startsBibliography {
        hasSpacedEntries = layout.hasSpacedEntries(lines[(index + 1)...])
      }
      place(line, found, after: previous, end, page: hasPages ? page : nil)
      previous = line
    }
    return assembly.finish()
  }

  /// A note as programs write it that make plain text of documents: `[1] …` below a blank line,
  /// behind the works cited, while `[1]` stands in the text directly behind a word.
  private mutating func note(_ line: TextLine) -> RecognisedLine? {
    guard !markup, line.gap > layout.normalGap, !assembly.isHeading,
      let (number, text) = LineMarks.noteNumber(raw, line.content), number == lastNote + 1
    else { return nil }
    let marks = noteMarks ?? LineMarks.noteMarks(raw)
    noteMarks = marks
    guard marks.contains(number) else { return nil }
    lastNote = number
    return RecognisedLine(role: .note, content: text..<line.content.upperBound)
  }

  /// Whether a full line that does not end a sentence stands directly above in the same paragraph.
  private func runsOn(_ previous: TextLine?, _ end: LineEnd?, _ line: TextLine) -> Bool {
    guard let width = layout.width, let previous, let end, line.gap <= layout.normalGap,
      assembly.acceptsText
    else { return false }
    return !end.endsSentence && previous.right * 10 >= width * 7 && previous.right <= width * 2
      && line.indent < previous.indent + 20
  }

  private mutating func place(
    _ line: TextLine, _ found: RecognisedLine, after previous: TextLine?, _ end: LineEnd?,
    page: Int?
  ) {
    var found = found
    if found.role == .heading(level: 3, source: .bold), assembly.isHeading,
      !assembly.awaitsChapterName
    {
      // Below a title stand the names of its authors.
      found.role = .opening
    }
    if found.role == .itemMark, let previous, let end, assembly.acceptsText,
      joins(previous, end, line, found.content)
    {
      found.role = .plain
    }
    if awaitsItem, found.role == .plain { found.role = .listItem }
    switch found.role {
    case .heading: break
    default: awaitsItem = found.role == .itemMark
    }
    switch found.role {
    case .decoration, .itemMark:
      assembly.close()
    case .heading(let level, let source):
      if assembly.continuesHeading(with: source, gap: line.gap, normalGap: layout.normalGap) {
        assembly.extendHeading(found.content, source)
      } else {
        assembly.open(.heading(level: level), found.content, page: page, source: source)
      }
      assembly.inBibliography = found.startsBibliography
    case .listItem:
      assembly.open(
        assembly.inBibliography ? .bibliographyEntry : .listItem, found.content, page: page)
    case .tableRow:
      assembly.openRow(found.content, page: page)
    case .quotation:
      if assembly.isOpen(.quotation), line.gap <= layout.normalGap {
        assembly.extend(found.content)
      } else {
        assembly.open(.quotation, found.content, page: page)
      }
    case .note: assembly.open(.note, found.content, page: page)
    case .caption: assembly.open(.caption, found.content, page: page)
    case .opening: assembly.open(.paragraph, found.content, page: page)
    case .plain:
      if names(line, found) {
        assembly.extendHeading(found.content, .word)
      } else if continuesCapitals(line, found) {
        assembly.extendHeading(found.content, .capitals)
      } else if let previous, let end, assembly.acceptsText,
        joins(previous, end, line, found.content)
      {
        assembly.extend(found.content)
      } else {
        assembly.open(
          assembly.inBibliography ? .bibliographyEntry : .paragraph, found.content, page: page)
      }
    }
  }

  /// Whether a plain line is the name that belongs to the chapter's or section's number above it.
  private func names(_ line: TextLine, _ found: RecognisedLine) -> Bool {
    guard line.length <= 80, line.gap <= layout.normalGap + 2,
      raw[found.content.lowerBound].isUpper, !LineEnd(raw, found.content).endsSentence
    else { return false }
    return assembly.awaitsChapterName
      || (assembly.awaitsSectionName && hasCapitalWords(found.content))
  }

  /// Whether a plain line belongs to the heading in capitals above it: its end with a full stop, or
  /// a line with a number in it.
  private func continuesCapitals(_ line: TextLine, _ found: RecognisedLine) -> Bool {
    let content = found.content
    guard assembly.isInCapitals, line.gap <= layout.normalGap, content.count > 4 else {
      return false
    }
    guard raw[content.upperBound - 1] == "." else {
      return recogniser.isCapitals(raw, content, withDigits: true)
    }
    return raw[content].count(where: \.isBlank) < 2
      && recogniser.isCapitals(raw, content.lowerBound..<content.upperBound - 1)
  }

  // MARK: Joining

  /// Whether a plain line goes on with the paragraph of the line before.
  private func joins(
    _ previous: TextLine, _ end: LineEnd, _ line: TextLine, _ content: Range<Int>
  ) -> Bool {
    if let width = layout.width, line.gap <= layout.normalGap, previous.right <= width * 2 {
      return joinsWrapped(previous, end, line, content, width: width)
    }
    return joinsAcross(previous, end, line, content)
  }

  /// Lines broken at a width: a paragraph ends with a short line or before an indented one.
  private func joinsWrapped(
    _ previous: TextLine, _ end: LineEnd, _ line: TextLine, _ content: Range<Int>, width: Int
  ) -> Bool {
    let starts = raw[content.lowerBound]
    if end.endsSentence {
      if startsShort, !assembly.isOpen(.listItem), !assembly.inBibliography { return false }
      if line.indent >= previous.indent + 2, assembly.lineCount > 1 || line.indent >= 4,
        !assembly.isOpen(.listItem), !assembly.inBibliography
      {
        return false
      }
      if assembly.inBibliography, hasSpacedEntries { return true }
      if assembly.inBibliography, line.indent <= previous.indent,
        assembly.lineCount == 1 || line.indent < previous.indent
      {
        return false
      }
      return previous.right + 1 + firstWordLength(content) >= width * 17 / 20
    }
    return starts.isLower || previous.right * 10 >= width * 6 || end.last == "," || dangles(end)
      || breaksWord(previous) || (isTail(content) && previous.right * 2 >= width)
      || (assembly.isOpen(.listItem) && assembly.lineCount > 1 && previous.right * 5 >= width * 2)
  }

  /// Lines with a paragraph's gap between them: the end of a page, or of the paragraph.
  private func joinsAcross(
    _ previous: TextLine, _ end: LineEnd, _ line: TextLine, _ content: Range<Int>
  ) -> Bool {
    if markup, line.gap == 0, breaksHard(previous) { return true }
    guard !end.endsSentence else { return false }
    let starts = raw[content.lowerBound]
    if breaksWord(previous), starts.isLetter || starts.isDigit { return true }
    if line.gap == 0, starts.isLower { return true }
    let isProse = assembly.lineCount > 1 || previous.length >= Self.proseLength
    if assembly.inBibliography { return starts.isLower && isProse }
    if dangles(end) { return true }
    guard isProse else { return false }
    if starts.isLower || line.gap == 0 && isTail(content) && previous.length >= Self.proseLength {
      return true
    }
    if previous.indent < line.indent && line.indent >= 4 { return false }
    if end.last == "," || starts == "(" { return true }
    let lastWord = end.lastWord(raw)
    guard !lastWord.isEmpty else { return false }
    let word = raw[lastWord.lowerBound]
    // A name cut in two: Kota / Kawasaki. A number after a word: tahun / 2016.
    let closes =
      lastWord.upperBound < previous.content.upperBound
      && !isMark(raw[previous.content.upperBound - 1])
    if starts.isUpper {
      return !closes && word.isUpper && (line.gap == 0 || !isTitle(previous.content))
    }
    return !closes && starts.isDigit && word.isLetter
  }

  /// Whether most words of a line that stands alone begin with a capital, as those of titles do.
  private func isTitle(_ content: Range<Int>) -> Bool {
    assembly.lineCount == 1 && hasCapitalWords(content)
  }

  /// Whether most words of a line begin with a capital.
  private func hasCapitalWords(_ content: Range<Int>) -> Bool {
    var words = 0
    var capitals = 0
    for index in content where index == content.lowerBound || raw[index - 1].isBlank {
      guard raw[index].isLetter else { continue }
      words += 1
      if raw[index].isUpper { capitals += 1 }
    }
    return capitals * 5 >= words * 3
  }

  /// Least length in characters of a line that is taken for running text.
  private static let proseLength = 60

  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "*" || scalar == "_" || scalar.isBlank
  }

  /// Whether a line is a word or two that end a sentence.
  private func isTail(_ content: Range<Int>) -> Bool {
    content.count <= 24 && raw[content.upperBound - 1] == "."
      && raw[content].count(where: \.isBlank) < 2 && raw[content].contains(where: \.isLower)
  }

  /// Whether a line ends in Markdown's hard line break, two blanks: the paragraph goes on below it.
  private func breaksHard(_ line: TextLine) -> Bool {
    let end = line.content.upperBound
    return end + 2 < raw.count && raw[end] == " " && raw[end + 1] == " "
  }

  private func firstWordLength(_ content: Range<Int>) -> Int {
    var index = content.lowerBound
    while index < content.upperBound, !raw[index].isBlank { index += 1 }
    return index - content.lowerBound
  }

  private func dangles(_ end: LineEnd) -> Bool {
    let word = end.lastWord(raw)
    return word.count <= 16 && words.uses(of: raw, word).contains(.continuation)
  }

  /// Whether a line ends within a word.
  private func breaksWord(_ line: TextLine) -> Bool {
    guard line.length >= 2, let last = raw[line.content].last else { return false }
    let before = raw[line.content.upperBound - 2]
    return last.value == 0xAD || (last == "-" && (before.isLetter || before.isDigit))
  }
}
