/// Writes the raw text of a PDF, one line for each of its lines, and the blocks made of it.
struct PDFText {
  /// The text in the order of the blocks; its lines end with a line feed.
  private(set) var raw: [Unicode.Scalar] = []
  /// Page and box of each word.
  private(set) var places = SourcePlaces()
  /// The blocks, repaired.
  private(set) var blocks: [Block] = []

  /// The text and the blocks.
  ///
  /// - Parameters:
  ///   - found: the blocks in the order of reading.
  ///   - words: the words that tell which hyphens stay at the end of a line.
  init(_ found: [PDFBlock], words: LineWords) {
    var written: [(block: PDFBlock, lines: [Range<Int>])] = []
    for block in found {
      var lines: [Range<Int>] = []
      let lastOfCell = Set(block.cells.indices.map { block.cells[...$0].reduce(0, +) - 1 })
      for (number, line) in block.lines.enumerated() {
        let start = raw.count + (number == 0 ? min(block.markLength, line.text.count) : 0)
        write(line)
        lines.append(start..<raw.count)
        let endsCell = lastOfCell.contains(number) && number + 1 < block.lines.count
        raw.append(contentsOf: (endsCell ? " | " : "\n").unicodeScalars)
      }
      written.append((block, lines))
    }
    for (block, lines) in written {
      let text =
        block.cells.isEmpty
        ? InlineRepair.repair(raw, lines: lines, markup: false, words: words)
        : row(lines, block.cells, words)
      if text.hasWords {
        blocks.append(Block(kind: block.kind, text: text, page: block.lines.first?.page))
      }
    }
  }

  private mutating func write(_ line: PageLine) {
    let base = raw.count
    for (word, start) in zip(line.words, line.starts) {
      places.begin(SourcePlace(page: line.page, box: word.box), at: base + start)
    }
    raw.append(contentsOf: line.text)
  }

  private func row(
    _ lines: [Range<Int>], _ cells: [Int], _ words: LineWords
  ) -> RepairedText {
    var row = RepairedText()
    var next = 0
    for count in cells {
      let own = Array(lines[next..<next + count])
      next += count
      let cell = InlineRepair.repair(raw, lines: own, markup: false, words: words)
      // The bar stands two characters before the cell.
      if !cell.bytes.isEmpty { row.appendCell(cell, separator: max(0, own[0].lowerBound - 2)) }
    }
    return row
  }
}
