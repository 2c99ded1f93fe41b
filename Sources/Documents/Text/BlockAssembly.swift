/// Collects the lines of a block and repairs them when the block ends.
struct BlockAssembly {
  private let raw: [Unicode.Scalar]
  private let markup: Bool
  private let words: LineWords
  /// Stretches of the raw text that are no part of any block, in order.
  private let dropped: [Range<Int>]
  private var nextDropped = 0
  private var blocks: [Block] = []
  private var kind: BlockKind?
  private var lines: [Range<Int>] = []
  private var page: Int?
  private var part: String?
  private var source: LineRole.HeadingSource?
  /// Whether the text stands below a heading of a list of works cited.
  var inBibliography = false

  init(raw: [Unicode.Scalar], markup: Bool, words: LineWords, dropped: [Range<Int>]) {
    self.raw = raw
    self.markup = markup
    self.words = words
    self.dropped = dropped
  }

  /// Lines of the open block.
  var lineCount: Int { lines.count }

  /// Whether the open block takes further lines of running text.
  var acceptsText: Bool {
    switch kind {
    case .paragraph, .listItem, .bibliographyEntry, .quotation, .note: true
    case .heading, .tableRow, .caption, nil: false
    }
  }

  /// Whether the open block is a chapter's number still without its name.
  var awaitsChapterName: Bool { source == .chapterNumber && lines.count == 1 }

  /// Whether the open block is a section's number still without its name.
  var awaitsSectionName: Bool { source == .section && lines.count == 1 }

  /// Whether the open block is a heading.
  var isHeading: Bool { source != nil }

  /// Whether the open block is a heading in capitals.
  var isInCapitals: Bool { source == .capitals }

  /// Whether the open block is of a kind.
  func isOpen(_ kind: BlockKind) -> Bool { self.kind == kind }

  /// Whether a heading of the given origin is the second half of the open one.
  func continuesHeading(with next: LineRole.HeadingSource, gap: Int, normalGap: Int) -> Bool {
    switch (source, next) {
    case (.chapterNumber, .capitals), (.chapterNumber, .word), (.chapterNumber, .markup),
      (.chapterNumber, .bibliography), (.chapterNumber, .bold):
      lines.count == 1 && gap <= normalGap + 2
    case (.capitals, .capitals), (.chapter, .capitals):
      lines.count < Self.longestHeading && gap <= normalGap
    default: false
    }
  }

  /// Most lines in capitals that make one heading.
  private static let longestHeading = 10

  /// Ends the open block and begins another with its first line.
  mutating func open(
    _ kind: BlockKind, _ line: Range<Int>, page: Int?, part: String? = nil,
    source: LineRole.HeadingSource? = nil
  ) {
    close()
    self.part = part
    self.kind = kind
    self.page = page
    self.source = source
    add(line)
  }

  /// Adds a line to the open block.
  mutating func extend(_ line: Range<Int>) { add(line) }

  /// Adds the second half of a heading.
  mutating func extendHeading(_ line: Range<Int>, _ next: LineRole.HeadingSource) {
    source = next == .capitals ? .capitals : .chapter
    add(line)
  }

  /// Adds a row of a Markdown table as a block of its own.
  mutating func openRow(_ line: Range<Int>, page: Int?) {
    close()
    var row = RepairedText()
    var start = line.lowerBound
    var index = start
    while index <= line.upperBound {
      let isEnd = index == line.upperBound
      if isEnd || (raw[index] == "|" && (index == line.lowerBound || raw[index - 1] != "\\")) {
        let content = trimmed(start..<index)
        if !content.isEmpty {
          let cell = InlineRepair.repair(raw, lines: [content], markup: markup, words: words)
          if !cell.bytes.isEmpty {
            row.appendCell(cell, separator: start - 1)
          }
        }
        start = index + 1
      }
      index += 1
    }
    if !row.bytes.isEmpty { blocks.append(Block(kind: .tableRow, text: row, page: page)) }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, raw[start].isBlank { start += 1 }
    while end > start, raw[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// Takes a line in, without the dropped stretches inside it.
  private mutating func add(_ line: Range<Int>) {
    var start = line.lowerBound
    while nextDropped < dropped.count, dropped[nextDropped].lowerBound < line.upperBound {
      let hole = dropped[nextDropped]
      nextDropped += 1
      guard hole.upperBound > start else { continue }
      let piece = trimmed(start..<max(start, hole.lowerBound))
      if !piece.isEmpty { lines.append(piece) }
      start = hole.upperBound
      beginItem(&start, line.upperBound)
    }
    let piece = trimmed(start..<max(start, line.upperBound))
    if !piece.isEmpty { lines.append(piece) }
  }

  /// Begins a list item where its mark stands behind a dropped stretch.
  private mutating func beginItem(_ start: inout Int, _ end: Int) {
    guard kind == .listItem || kind == .paragraph else { return }
    let rest = trimmed(start..<max(start, end))
    guard let text = LineMarks.listItemText(raw, rest) else { return }
    let page = page
    close()
    kind = .listItem
    self.page = page
    start = text
  }

  /// Ends the open block.
  mutating func close() {
    defer {
      kind = nil
      source = nil
      lines.removeAll(keepingCapacity: true)
    }
    guard let kind, !lines.isEmpty else { return }
    // All that a page mark left of a line.
    if !dropped.isEmpty, lines.count == 1, LineMarks.isLoneMark(raw, lines[0]) { return }
    let text = InlineRepair.repair(raw, lines: lines, markup: markup, words: words)
    if text.hasWords { blocks.append(Block(kind: kind, text: text, page: page, part: part)) }
  }

  /// Ends the open block and gives all of them.
  mutating func finish() -> [Block] {
    close()
    return blocks
  }
}
