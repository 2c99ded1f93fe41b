/// What further lines a block takes, by its own measure.
extension PDFBlock {
  /// Most lines of a heading.
  private static let mostHeadingLines = 10

  /// Whether a line is the next one of a heading.
  func continuesHeading(with line: PageLine, _ found: RecognisedLine, _ flow: PDFLineFlow) -> Bool {
    guard case .heading = kind, let previous = lines.last, !line.startsColumn,
      lines.count < Self.mostHeadingLines
    else { return false }
    let isClose =
      line.leading <= flow.measures.leading(of: line.size) * 1.15 + 2
      || line.leading <= line.size * 1.3
    let isAlike = abs(previous.size - line.size) <= line.size * 0.04
    if source == .chapterNumber, lines.count == 1 {
      return line.leading <= line.size * 3.2 && isName(line, found)
    }
    guard isClose, isAlike else { return false }
    if case .heading(_, let next) = found.role {
      switch next {
      case .capitals: return source == .capitals || source == .chapter || source == .markup
      case .word:
        return (source == .capitals || source == .chapter || source == .markup)
          && !flow.fits(line, behind: previous)
      case .markup, .chapterNumber, .chapter, .section, .numbered, .bibliography, .bold:
        return false
      }
    }
    if found.role == .listItem { return false }
    if source == .capitals, line.text.contains(where: \.isLower) { return false }
    if source == .capitals || flow.measures.isLarge(line) { return !flow.endsSentence(previous) }
    // A heading in the size of the text is broken only where its line is full.
    return source != .word && source != .bibliography && source != .section
      && !flow.fits(line, behind: previous) && line.text.first?.isLower == true
  }

  /// Whether a line can be the name behind a chapter's number.
  private func isName(_ line: PageLine, _ found: RecognisedLine) -> Bool {
    switch found.role {
    case .heading(_, .capitals), .heading(_, .word), .heading(_, .bibliography): return true
    case .plain:
      let end = LineEnd(line.text, 0..<line.text.count)
      return line.text.count <= 80 && line.text.first?.isUpper == true && !end.endsSentence
    default: return false
    }
  }

  /// Whether a line goes on with a caption.
  func goesOn(_ line: PageLine, _ flow: PDFLineFlow) -> Bool {
    guard let previous = lines.last, !line.startsColumn, flow.isSameSize(previous, line),
      lines.count < Self.mostHeadingLines
    else { return false }
    return !flow.isSpaced(line, in: self) && !flow.fits(line, behind: previous)
  }

  /// Whether it is a paragraph set in from both edges of the column, as long quotes are.
  var isSetIn: Bool {
    guard kind == .paragraph, lines.count >= 2 else { return false }
    let body = lines.dropFirst()
    let left = body.map(\.indent).min() ?? 0
    guard
      lines.allSatisfy({ $0.indent > $0.size * 1.2 && $0.slack > $0.size * 1.2 }),
      body.allSatisfy({ $0.indent - left < 2 }),
      lines.contains(where: { $0.box.right - $0.box.left > $0.columnWidth / 2 })
    else { return false }
    let slacks = lines.dropLast().map(\.slack)
    return (slacks.max() ?? 0) - (slacks.min() ?? 0) < lines[0].size * 4
  }
}
