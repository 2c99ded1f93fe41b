/// Makes blocks of the lines of a PDF.
struct PDFBlockBuilder {
  /// The blocks in the order of reading.
  private(set) var blocks: [PDFBlock] = []

  private let items: [PDFLayout.Item]
  private let flow: PDFLineFlow
  private let recogniser: LineRecogniser
  private var measures: PDFMeasures
  /// The block that the line before belongs to.
  private var open: Int?
  /// The paragraph that a table or caption interrupts.
  private var interrupted: Int?
  private var lastNote: Int?
  private var bibliography: PDFBibliography?

  /// The blocks of a layout.
  static func blocks(of layout: PDFLayout, words: LineWords) -> [PDFBlock] {
    var builder = PDFBlockBuilder(layout, words)
    for (number, item) in layout.items.enumerated() {
      switch item {
      case .line(let line): builder.place(line, number)
      case .row(let cells): builder.place(row: cells)
      case .notes(let lines): builder.place(notes: lines)
      }
    }
    builder.finish()
    return builder.blocks
  }

  private init(_ layout: PDFLayout, _ words: LineWords) {
    items = layout.items
    measures = layout.measures
    flow = PDFLineFlow(measures: layout.measures, words: words)
    recogniser = LineRecogniser(words: words, markup: false)
  }

  // MARK: Lines

  private mutating func place(_ line: PageLine, _ number: Int) {
    // Blocks are looked at in their place: a copy at hand would make each added line copy them all.
    let runsOn = open.map { flow.runsOn(line, in: blocks[$0]) } ?? false
    let found = recogniser.recognise(line.text, 0..<line.text.count, runsOn: runsOn)
    if let open, blocks[open].continuesHeading(with: line, found, flow) {
      extendHeading(line, found)
      return
    }
    if let source = headingSource(line, found) {
      openHeading(line, found, source, number)
      return
    }
    if let bibliography {
      place(entry: line, found, bibliography)
      return
    }
    switch found.role {
    case .decoration, .itemMark: open = nil
    case .listItem: begin(.listItem, line, mark: found.content.lowerBound)
    case .caption:
      interrupt()
      append(PDFBlock(.caption, line))
    case .opening: begin(.paragraph, line)
    case .plain, .heading, .tableRow, .quotation, .note: place(plain: line)
    }
  }

  private mutating func place(plain line: PageLine) {
    if let open {
      // Behind a paragraph that broke off, a line alone at the foot of a column is no part of it.
      if line.startsColumn, blocks[open].lines.count == 1, resume(with: line) { return }
      if goesOn(line, blocks[open]) {
        blocks[open].lines.append(line)
        return
      }
    }
    let isBehindFloat = open.map { !blocks[$0].acceptsText } ?? true
    if line.startsColumn || isBehindFloat, resume(with: line) { return }
    let unfinished = open.flatMap { isUnfinished($0) && !line.startsColumn ? $0 : nil }
    begin(.paragraph, line)
    interrupted = unfinished
  }

  private func goesOn(_ line: PageLine, _ block: PDFBlock) -> Bool {
    if block.kind == .caption { return block.goesOn(line, flow) }
    return line.startsColumn ? flow.continues(line, block) : flow.joins(line, to: block)
  }

  /// Goes on with the paragraph that something stood in the way of.
  ///
  /// - Returns: whether a line does.
  private mutating func resume(with line: PageLine) -> Bool {
    guard let interrupted, flow.continues(line, blocks[interrupted]) else { return false }
    blocks[interrupted].lines.append(line)
    open = interrupted
    self.interrupted = nil
    return true
  }

  /// Whether a paragraph or list item breaks off within a sentence, its last line nearly full.
  private func isUnfinished(_ block: Int) -> Bool {
    let kind = blocks[block].kind
    let last = lastLine(of: block)
    return (kind == .paragraph || kind == .listItem) && !flow.endsSentence(last)
      && last.slack < last.columnWidth / 4
  }

  /// A line below the heading of a list of works cited.
  private mutating func place(
    entry line: PageLine, _ found: RecognisedLine, _ bibliography: PDFBibliography
  ) {
    let isEntry = open.map { blocks[$0].kind == .bibliographyEntry } ?? false
    let begins: Bool
    switch bibliography.style {
    case .hanging: begins = !bibliography.isIndented(line)
    case .numbered: begins = PDFBibliography.isNumbered(line)
    case .plain:
      let joins = open.map { goesOn(line, blocks[$0]) } ?? false
      begins = found.role == .listItem || !joins
    }
    if isEntry, !begins, let open {
      blocks[open].lines.append(line)
    } else {
      begin(
        .bibliographyEntry, line, mark: found.role == .listItem ? found.content.lowerBound : 0)
    }
  }

  private mutating func begin(_ kind: BlockKind, _ line: PageLine, mark: Int = 0) {
    interrupted = nil
    var block = PDFBlock(kind, line)
    block.markLength = mark
    append(block)
  }

  private mutating func append(_ block: PDFBlock) {
    blocks.append(block)
    open = blocks.count - 1
  }

  /// Remembers the open paragraph while a table or a caption stands in its way.
  private mutating func interrupt() {
    guard let open, blocks[open].kind == .paragraph || blocks[open].kind == .listItem else {
      return
    }
    interrupted = isUnfinished(open) ? open : nil
  }

  private mutating func place(row cells: [[PageLine]]) {
    interrupt()
    append(PDFBlock(row: cells))
  }

  private mutating func place(notes lines: [PageLine]) {
    var previous: Int?
    var first: PageLine?
    for (number, line) in lines.enumerated() {
      let mark = PageNotes.mark(of: line)
      let value = mark.flatMap { Int(String(String.UnicodeScalarView($0))) }
      let isNext = value == nil || previous == nil || value == previous.map { $0 + 1 }
      let isRaised = line.words[0].height < line.size * 0.9
      if mark != nil, isNext || isRaised || first.map({ isAligned(line, $0) }) ?? false {
        first = first ?? line
        var block = PDFBlock(.note, line)
        block.markLength = line.starts[1]
        blocks.append(block)
        lastNote = blocks.count - 1
        previous = value
      } else if let lastNote, number > 0 || !flow.endsSentence(lastLine(of: lastNote)) {
        blocks[lastNote].lines.append(line)
      } else {
        blocks.append(PDFBlock(.note, line))
        lastNote = blocks.count - 1
      }
    }
  }

  /// Whether the first two words of a note's line stand where those of another do.
  private func isAligned(_ line: PageLine, _ other: PageLine) -> Bool {
    zip(line.words.prefix(2), other.words.prefix(2)).allSatisfy {
      abs($0.box.left - $1.box.left) < 1.5
    }
  }

  private func lastLine(of block: Int) -> PageLine {
    blocks[block].lines[blocks[block].lines.count - 1]
  }

  // MARK: Headings

  /// Longest line of larger type in characters that is a heading.
  private static let longestHeading = 200

  /// By what a line is a heading; nil if it is none.
  private func headingSource(_ line: PageLine, _ found: RecognisedLine) -> LineRole.HeadingSource? {
    let isLarge =
      measures.isLarge(line) && line.text.count <= Self.longestHeading
      && line.text.count(where: \.isLetter) >= 2
      && !(flow.endsSentence(line) && line.text.count >= 60)
      && !recogniser.endsInLeader(line.text, 0..<line.text.count)
    if case .heading(_, let source) = found.role {
      let isPlain = source == .capitals || source == .numbered || source == .section
      if bibliography != nil, !isLarge, isPlain { return nil }
      return source
    }
    return isLarge ? .markup : nil
  }

  private mutating func openHeading(
    _ line: PageLine, _ found: RecognisedLine, _ source: LineRole.HeadingSource, _ number: Int
  ) {
    var level = 2
    if case .heading(let known, _) = found.role { level = known }
    begin(.heading(level: level), line)
    blocks[blocks.count - 1].source = source
    bibliography =
      found.startsBibliography ? PDFBibliography(items[(number + 1)...], measures) : nil
  }

  private mutating func extendHeading(_ line: PageLine, _ found: RecognisedLine) {
    guard let open else { return }
    blocks[open].lines.append(line)
    if blocks[open].source == .chapterNumber { blocks[open].source = .chapter }
    if found.startsBibliography { bibliography = PDFBibliography([], measures) }
  }

  // MARK: The end

  /// Sets the levels of headings that their size tells, and finds block quotes.
  private mutating func finish() {
    var sizes: [Double] = []
    let title = titleIndex
    for (index, block) in blocks.enumerated() where index != title && isSized(block) {
      sizes.append(block.lines[0].size)
    }
    measures.learnHeadings(sizes)
    for index in blocks.indices {
      if index == title {
        blocks[index].kind = .heading(level: 1)
      } else if isSized(blocks[index]) {
        if blocks[index].length > Self.longestHeading * 2 {
          blocks[index].kind = .paragraph
        } else {
          blocks[index].kind = .heading(level: measures.level(of: blocks[index].lines[0].size))
        }
      } else if blocks[index].isSetIn {
        blocks[index].kind = .quotation
      }
    }
  }

  /// Whether only its size tells the level of a heading.
  private func isSized(_ block: PDFBlock) -> Bool {
    guard case .heading = block.kind, measures.isLarge(block.lines[0]) else { return false }
    switch block.source {
    case .chapter, .chapterNumber, .numbered, .section: return false
    default: return true
    }
  }

  /// The heading of the first page that is larger than all others of the document.
  private var titleIndex: Int? {
    let sized = blocks.indices.filter { isSized(blocks[$0]) }
    guard let largest = sized.map({ blocks[$0].lines[0].size }).max() else { return nil }
    let found = sized.filter { blocks[$0].lines[0].size >= largest * 0.98 }
    guard found.count == 1, blocks[found[0]].lines[0].page == 1 else { return nil }
    return found[0]
  }
}
