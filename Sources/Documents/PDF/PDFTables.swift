/// A table that the places of words show.
struct PDFTable {
  /// The lines of the column that it takes.
  var lines: Range<Int>
  /// Rows from top to bottom; a row has the cells with text from left to right, a cell its lines.
  var rows: [[[PageLine]]]
}

/// Finds tables: lines below each other whose cells stand in the same columns, with empty strips
/// between them from the first line to the last.
struct PDFTables {
  private let lines: [PageLine]
  private let cells: [[PageLine]]
  private let marked: [Bool]
  /// Whether a line is nothing but the mark of a list item and, apart from it, its text.
  private let isItem: [Bool]

  private init(_ lines: [PageLine], _ recogniser: LineRecogniser) {
    self.lines = lines
    // Dots that lead to a page number fill the gap that would make cells of a table of contents.
    let wide = lines.map { line in
      let starts = line.cellStarts
      return starts.count > Self.mostCells
        || recogniser.endsInLeader(line.text, 0..<line.text.count)
        ? [line] : line.pieces(from: starts)
    }
    cells = wide.indices.map { index in
      wide[index].count < 2 ? wide[index] : Self.divided(index, wide)
    }
    // A bullet or a number before a text stands apart from it too.
    let marked = lines.map { LineMarks.beginsLikeListItem($0.text, 0..<$0.text.count) }
    isItem = zip(marked, cells).map { $0 && $1.count == 2 && $1[0].words.count == 1 }
    self.marked = marked
  }

  /// Most cells of a row.
  private static let mostCells = 40
  /// How many lines above and below may tell where the cells of a line begin.
  private static let reach = 12

  /// The cells of a line, those divided too that are set close together: where a word begins at the
  /// place at which cells of two lines near by begin.
  private static func divided(_ index: Int, _ wide: [[PageLine]]) -> [PageLine] {
    let near = max(0, index - reach)..<min(wide.count, index + reach + 1)
    let lefts = near.lazy.filter { $0 != index && wide[$0].count >= 2 }
      .flatMap { wide[$0].dropFirst().map(\.box.left) }
    return wide[index].flatMap { cell in
      cell.divided { left in lefts.count(where: { abs($0 - left) < alignment }) >= 2 }
    }
  }

  /// Points by which the beginnings of cells of one column may differ.
  private static let alignment = 1.0

  /// The tables among the lines of a column, in their order.
  static func find(in lines: [PageLine], _ recogniser: LineRecogniser) -> [PDFTable] {
    let finder = PDFTables(lines, recogniser)
    var tables: [PDFTable] = []
    var index = 0
    while index < lines.count {
      if let table = finder.table(at: index) {
        tables.append(table)
        index = table.lines.upperBound
      } else {
        index += 1
      }
    }
    return tables
  }

  private struct Strip {
    var left: Double
    var right: Double
  }

  /// Most lines of a table that are looked at; a longer one is found in several parts.
  private static let longest = 400

  /// The table whose first line is at an index.
  private func table(at first: Int) -> PDFTable? {
    guard cells[first].count >= 2, !isItem[first] else { return nil }
    var columns: [Strip] = []
    var end = first
    while end < lines.count, end - first < Self.longest {
      if end > first, lines[end].leading > lines[end].size * 3 { break }
      guard let grown = grow(columns, with: cells[end], isFirst: end == first) else { break }
      columns = grown
      end += 1
    }
    // A line of one cell at the end belongs to what follows, unless it goes on in a later column.
    // The last row of a numbered table may have two cells; elsewhere it is an item of a list below.
    let isNumbered = (first..<end).contains { marked[$0] && cells[$0].count >= 3 }
    while end > first,
      isItem[end - 1] && !isNumbered
        || cells[end - 1].count == 1
          && (column(of: cells[end - 1][0], columns) == 0
            || lines[end - 1].leading > lines[end - 1].size * 1.5)
    {
      end -= 1
    }
    let full = (first..<end).filter { cells[$0].count >= 2 }
    let isList = full.filter { marked[$0] }.count * 2 >= full.count
    guard columns.count >= 2, full.count >= 3 || (full.count == 2 && columns.count >= 3),
      !isList || columns.count >= 3
    else { return nil }
    return PDFTable(lines: first..<end, rows: rows(first..<end, columns))
  }

  /// The columns with the cells of one more line; nil where they would run together.
  private func grow(_ columns: [Strip], with cells: [PageLine], isFirst: Bool) -> [Strip]? {
    if isFirst { return cells.map { Strip(left: $0.box.left, right: $0.box.right) } }
    var result = columns
    var used: Set<Int> = []
    for cell in cells {
      let met = result.indices.filter {
        result[$0].left < cell.box.right && cell.box.left < result[$0].right
      }
      guard met.count <= 1 else { return nil }
      if let column = met.first {
        guard used.insert(column).inserted else { return nil }
        result[column].left = min(result[column].left, cell.box.left)
        result[column].right = max(result[column].right, cell.box.right)
      } else {
        guard cells.count >= 2 else { return nil }
        let place = result.firstIndex { $0.left > cell.box.left } ?? result.count
        result.insert(Strip(left: cell.box.left, right: cell.box.right), at: place)
        used = Set(used.map { $0 >= place ? $0 + 1 : $0 })
        used.insert(place)
      }
    }
    return result
  }

  private func column(of cell: PageLine, _ columns: [Strip]) -> Int {
    columns.firstIndex { $0.left < cell.box.right && cell.box.left < $0.right } ?? 0
  }

  /// The rows that lines make.
  ///
  /// A line goes on with the row above where its first cell is empty, or where the lines of one row
  /// plainly stand closer together than the rows.
  private func rows(_ range: Range<Int>, _ columns: [Strip]) -> [[[PageLine]]] {
    let leadings = range.dropFirst().map { lines[$0].leading }
    let tight = leadings.min() ?? 0
    let size = lines[range.lowerBound].size
    let isClose = tight <= size * 1.1 && (leadings.max() ?? 0) >= tight + size * 0.2
    var rows: [[[PageLine]]] = []
    for index in range {
      let places = cells[index].map { column(of: $0, columns) }
      let goesOn =
        isClose ? lines[index].leading < tight + size * 0.1 : !places.contains(0)
      if rows.isEmpty || index == range.lowerBound || !goesOn {
        rows.append([[PageLine]](repeating: [], count: columns.count))
      }
      for (place, cell) in zip(places, cells[index]) { rows[rows.count - 1][place].append(cell) }
    }
    return rows.map { $0.filter { !$0.isEmpty } }
  }
}
