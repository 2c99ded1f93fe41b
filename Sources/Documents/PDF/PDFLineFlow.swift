/// Tells whether a line goes on with the paragraph of another, by where both stand and what they say.
struct PDFLineFlow {
  let measures: PDFMeasures
  let words: LineWords

  /// Whether two lines are of the same size.
  func isSameSize(_ first: PageLine, _ second: PageLine) -> Bool {
    abs(first.size - second.size) <= max(first.size, second.size) * 0.08
  }

  /// Whether the first word of a line would have had room at the end of the line before.
  func fits(_ line: PageLine, behind previous: PageLine) -> Bool {
    room(for: line, behind: previous) > line.firstWordWidth + previous.size * 0.6
  }

  /// Whether a whole line would have had room at the end of the line before.
  private func fitsWhole(_ line: PageLine, behind previous: PageLine) -> Bool {
    let width = line.box.right - line.box.left
    return room(for: line, behind: previous) > width + previous.size
  }

  /// Points left at the end of a line; of one in the middle of its column, those at both sides.
  private func room(for line: PageLine, behind previous: PageLine) -> Double {
    let isCentred =
      previous.indent > previous.size && previous.offCentre < previous.size * 0.5
      && line.offCentre < line.size * 0.5 && abs(line.box.left - previous.box.left) > 1
    return isCentred ? previous.indent + previous.slack : previous.slack
  }

  /// Whether a wider gap than within a paragraph stands above a line of the same column.
  func isSpaced(_ line: PageLine, in block: PDFBlock) -> Bool {
    var usual = measures.leading(of: line.size)
    if block.lines.count >= 2, let last = block.lines.last, last.leading.isFinite {
      usual = min(usual, max(last.leading, last.size * 0.8))
    }
    return line.leading > usual * 1.12 + 2
  }

  /// Whether a line plainly is the middle of a sentence that the line above began.
  func runsOn(_ line: PageLine, in block: PDFBlock) -> Bool {
    guard block.acceptsText, !line.startsColumn, let previous = block.lines.last else {
      return false
    }
    return !endsSentence(previous) && isSameSize(previous, line) && !isSpaced(line, in: block)
      && !fits(line, behind: previous)
  }

  /// Whether a line goes on with a block whose last line stands right above it.
  func joins(_ line: PageLine, to block: PDFBlock) -> Bool {
    guard block.acceptsText, let previous = block.lines.last, isSameSize(previous, line) else {
      return false
    }
    if breaksWord(previous) && !isSpaced(line, in: block) { return true }
    if isSpaced(line, in: block) { return false }
    let step = line.box.left - previous.box.left
    let isStep = abs(step) > line.size * 0.5
    let isOpen = !endsSentence(previous)
    let startsLow = line.text.first?.isLower ?? false
    if isOpen, startsLow || dangles(previous) { return !fitsWhole(line, behind: previous) }
    let isFull = !fits(line, behind: previous)
    if block.kind == .listItem, !belongs(line, toItem: block) { return isFull && isOpen }
    if block.lines.count == 1 {
      // The second line may stand left of an indented first one, or right of a hanging one.
      if step > line.size * 0.5, block.kind != .listItem, block.kind != .note {
        return isFull && isOpen
      }
      return isFull
    }
    if isStep { return step > 0 ? isFull && isOpen && step > line.columnWidth / 3 : false }
    return isFull
  }

  /// Whether a line stands where those of a list item do: below the text behind the mark, or at the
  /// left of it but not left of the mark.
  private func belongs(_ line: PageLine, toItem block: PDFBlock) -> Bool {
    guard let first = block.lines.first else { return false }
    let word = first.starts.firstIndex { $0 >= block.markLength } ?? 0
    let text = first.words[word].box.left
    let tolerance = line.size * 0.4
    return abs(line.box.left - text) < tolerance || abs(line.box.left - first.box.left) < tolerance
  }

  /// Whether the first line of a column, or a line behind a table or caption, goes on with a block.
  func continues(_ line: PageLine, _ block: PDFBlock) -> Bool {
    guard block.acceptsText, block.kind != .note, let previous = block.lines.last,
      isSameSize(previous, line), let starts = line.text.first
    else { return false }
    if breaksWord(previous), starts.isLetter || starts.isDigit { return true }
    let isIndented = line.indent > line.size * 0.6
    let isFull = !fits(line, behind: previous)
    guard endsSentence(previous) else {
      if starts.isLower || starts == "(" || dangles(previous) || endsInComma(previous) {
        return true
      }
      return isFull && !(measures.indents && isIndented && block.kind == .paragraph)
    }
    return block.kind == .paragraph && measures.indents && isFull && !isIndented
      && previous.slack < previous.size
  }

  func endsSentence(_ line: PageLine) -> Bool {
    LineEnd(line.text, 0..<line.text.count).endsSentence
  }

  private func endsInComma(_ line: PageLine) -> Bool {
    LineEnd(line.text, 0..<line.text.count).last == ","
  }

  /// Whether a line ends with a word that never ends a sentence.
  private func dangles(_ line: PageLine) -> Bool {
    let end = LineEnd(line.text, 0..<line.text.count)
    let word = end.lastWord(line.text)
    guard !end.endsSentence, !word.isEmpty, word.count <= 16 else { return false }
    return words.lexicon.continuationWords.contains(ScalarText.key(of: line.text[word]))
  }

  /// Whether a line ends within a word.
  private func breaksWord(_ line: PageLine) -> Bool {
    guard line.text.count >= 2, let last = line.text.last else { return false }
    let before = line.text[line.text.count - 2]
    return last.value == 0xAD
      || ((last == "-" || last.value == 0x2010) && (before.isLetter || before.isDigit))
  }
}
