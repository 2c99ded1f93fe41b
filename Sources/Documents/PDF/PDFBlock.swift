/// A block in the making: lines that belong together, wherever on the pages they stand.
struct PDFBlock {
  var kind: BlockKind
  /// Its lines in the order of reading; of a table row, the lines of all cells.
  var lines: [PageLine]
  /// Characters at the start of the first line that are a mark and no text.
  var markLength = 0
  /// How many lines each cell of a table row has; empty for other blocks.
  var cells: [Int] = []
  /// By what a heading was recognised.
  var source: LineRole.HeadingSource?

  /// A block that begins with a line.
  init(_ kind: BlockKind, _ line: PageLine) {
    self.kind = kind
    lines = [line]
  }

  /// A row of a table.
  init(row cells: [[PageLine]]) {
    kind = .tableRow
    lines = cells.flatMap(\.self)
    self.cells = cells.map(\.count)
  }

  /// Whether running text may go on in it.
  var acceptsText: Bool {
    switch kind {
    case .paragraph, .listItem, .bibliographyEntry, .quotation, .note: true
    case .heading, .tableRow, .caption: false
    }
  }

  /// Characters of its text.
  var length: Int { lines.reduce(0) { $0 + $1.text.count } }
}
