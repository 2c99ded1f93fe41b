/// Makes lines, columns and notes of the words of the pages, in the order of reading.
struct PDFLayout {
  /// What stands next in the order of reading.
  enum Item {
    /// A line of running text.
    case line(PageLine)
    /// A row of a table: cells from left to right, each with its lines.
    case row([[PageLine]])
    /// The footnotes of a page, behind its text.
    case notes([PageLine])
  }

  /// The items of all pages.
  private(set) var items: [Item] = []
  /// What is usual in the document.
  private(set) var measures: PDFMeasures

  /// The layout of pages.
  init(_ pages: [PDFPage], words: LineWords) {
    let all = pages.map(PageRows.pieces)
    let edges = PageEdges(words: words, bodySize: PDFMeasures.bodySize(of: all))
    let pieces = edges.drop(from: all)
    let bodySize = PDFMeasures.bodySize(of: pieces)
    var divider = PageColumns(bodySize: bodySize)
    divider.usualGutter = Self.usualGutter(of: pieces, divider)
    var columns: [[PageColumn]] = []
    var notes: [[PageLine]] = []
    for page in pieces {
      var own = divider.columns(of: page)
      var found = PageNotes.take(from: &own, bodySize: bodySize)
      Self.measure(&found)
      let marks = Set(found.compactMap(PageNotes.mark))
      for index in own.indices {
        PageNotes.dropReferences(marks, from: &own[index].lines)
        Self.measure(&own[index].lines)
      }
      columns.append(own)
      notes.append(found)
    }
    let broad = Self.broadEdges(columns.flatMap(\.self))
    for page in columns.indices {
      for index in columns[page].indices { Self.setEdges(&columns[page][index], broad) }
    }
    measures = PDFMeasures(columns.flatMap(\.self), bodySize: bodySize)
    let recogniser = LineRecogniser(words: words, markup: false)
    for (own, notes) in zip(columns, notes) {
      for column in own { add(column.lines, recogniser) }
      if !notes.isEmpty { items.append(.notes(notes)) }
    }
  }

  private mutating func add(_ lines: [PageLine], _ recogniser: LineRecogniser) {
    var next = 0
    for table in PDFTables.find(in: lines, recogniser) {
      for line in lines[next..<table.lines.lowerBound] { items.append(.line(line)) }
      for row in table.rows { items.append(.row(row)) }
      next = table.lines.upperBound
    }
    for line in lines[next...] { items.append(.line(line)) }
  }

  /// The middle of the strip that divides most pages; nil where less than a third are divided.
  private static func usualGutter(of pages: [[PageLine]], _ divider: PageColumns) -> Double? {
    let found = pages.compactMap { page in
      PageColumns.edges(of: page).flatMap { divider.gutter(in: page, $0.left, $0.right) }
    }.sorted()
    let filled = pages.count { $0.count >= 10 }
    guard !found.isEmpty, found.count * 3 >= filled else { return nil }
    return found[found.count / 2]
  }

  /// Tells lines where they stand below each other.
  private static func measure(_ lines: inout [PageLine]) {
    for index in lines.indices {
      lines[index].startsColumn = index == 0
      lines[index].leading =
        index == 0 ? .infinity : lines[index].box.bottom - lines[index - 1].box.bottom
    }
  }

  // MARK: Edges

  private struct Edges: Hashable {
    var left: Double
    var right: Double
  }

  /// Fewest lines of a column that tell its edges by themselves.
  private static let tellingLines = 10
  /// Most different columns that are remembered.
  private static let mostEdges = 64

  /// The edges that the lines of a column share: those at which two of them begin or end.
  private static func ownEdges(_ column: PageColumn) -> Edges {
    let lefts = column.lines.map(\.box.left).sorted()
    let rights = column.lines.map(\.box.right).sorted(by: >)
    let left = zip(lefts, lefts.dropFirst()).first { $1 - $0 < 2.5 }?.0 ?? lefts.first
    let right = zip(rights, rights.dropFirst()).first { $0 - $1 < 2.5 }?.0 ?? rights.first
    return Edges(left: left ?? column.left, right: right ?? column.right)
  }

  /// The edges of the columns that have many lines.
  private static func broadEdges(_ columns: [PageColumn]) -> [Edges] {
    var found: [Edges] = []
    for column in columns where column.lines.count >= tellingLines && found.count < mostEdges {
      let edges = ownEdges(column)
      let isKnown = found.contains {
        abs($0.left - edges.left) < 2 && abs($0.right - edges.right) < 2
      }
      if !isKnown { found.append(edges) }
    }
    return found
  }

  /// Tells the lines of a column its edges; one with few lines borrows those of a fuller column at
  /// the same place.
  private static func setEdges(_ column: inout PageColumn, _ known: [Edges]) {
    var edges = ownEdges(column)
    if column.lines.count < tellingLines {
      let own = edges
      let like = known.filter {
        $0.left <= own.left + 3 && own.right <= $0.right + 3
      }.min { $0.right - $0.left < $1.right - $1.left }
      if let like {
        edges = like
      } else {
        edges.left = min(edges.left, column.left)
        edges.right = max(edges.right, column.right)
      }
    }
    for index in column.lines.indices {
      column.lines[index].columnLeft = edges.left
      column.lines[index].columnRight = max(edges.right, edges.left)
    }
  }
}
