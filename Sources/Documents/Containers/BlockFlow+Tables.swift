extension BlockFlow {
  /// Whether a table is open.
  var isInTable: Bool { !tables.isEmpty }

  /// Begins a table.
  mutating func beginTable() { tables.append(Table()) }

  /// Counts columns of the open table's grid.
  mutating func addColumns(_ count: Int) {
    guard let last = tables.indices.last else { return }
    tables[last].columns += min(max(count, 0), 1 << 16)
  }

  /// Begins a row.
  mutating func beginRow() {
    guard let last = tables.indices.last else { return }
    tables[last].cells = []
    tables[last].isDeleted = false
  }

  /// Says that the open row is deleted.
  mutating func deleteRow() {
    guard let last = tables.indices.last else { return }
    tables[last].isDeleted = true
  }

  /// Says that the open cell is deleted.
  mutating func deleteCell() {
    guard let last = tables.indices.last else { return }
    tables[last].cellIsDeleted = true
  }

  /// Begins a cell.
  mutating func beginCell() { collectors.append([]) }

  /// Ends a cell.
  ///
  /// - Parameter times: how often it stands side by side.
  /// - Returns: false if repetition has made more text than is taken.
  mutating func endCell(times: Int = 1) -> Bool {
    flushCarried()
    guard let cell = collectors.popLast() else { return true }
    guard let last = tables.indices.last else {
      for item in cell { emit(item) }
      return true
    }
    guard !tables[last].cellIsDeleted else {
      tables[last].cellIsDeleted = false
      return true
    }
    tables[last].cells.append(cell)
    guard times > 1, !cell.isEmpty else { return true }
    guard admit(cell, times: times) else { return false }
    for _ in 1..<times { tables[last].cells.append(cell) }
    return true
  }

  /// Ends a row and emits it.
  ///
  /// A row of a table with one column, or with a cell of several long paragraphs, lays text out:
  /// then its paragraphs stay what they are. Any other row is one block.
  ///
  /// - Parameters:
  ///   - times: how often the row stands below itself.
  ///   - locator: where it stands.
  /// - Returns: false if repetition has made more text than is taken.
  mutating func endRow(times: Int = 1, locator: @autoclosure () -> String) -> Bool {
    guard let last = tables.indices.last else { return true }
    let cells = tables[last].cells.map { $0.filter { !unwantedFields.contains($0.field) } }
    tables[last].cells = []
    guard !tables[last].isDeleted else { return true }
    var row: [Item] = []
    let columns = max(tables[last].columns, cells.count)
    if columns == 1 || cells.contains(where: Self.laysOut) {
      row = Array(cells.joined())
    } else {
      if let item = Self.row(of: cells, locator: locator()) { row.append(item) }
      for cell in cells { row.append(contentsOf: cell.filter { $0.kind == .tableRow }) }
    }
    guard !row.isEmpty else { return true }
    if times > 1, !admit(row, times: times) { return false }
    for _ in 0..<times {
      for item in row { emit(item) }
    }
    return true
  }

  /// Ends a table; cells that stand in no row keep their paragraphs.
  mutating func endTable() {
    for item in (tables.popLast()?.cells ?? []).joined() { emit(item) }
  }

  /// Whether a cell holds so much running text that its table lays out a page.
  private static func laysOut(_ cell: [Item]) -> Bool {
    let own = cell.filter { $0.kind != .tableRow }
    return own.count > 3 && own.reduce(0) { $0 + $1.bytes.count } >= 400
  }

  /// The row of cells with text; nil if no cell has any.
  ///
  /// Rows of nested tables are not part of it.
  private static func row(of cells: [[Item]], locator: String) -> Item? {
    var row: Item?
    for cell in cells {
      var isFirst = true
      for item in cell where item.kind != .tableRow {
        guard item.bytes.contains(where: { $0 > 0x20 }) else { continue }
        if row == nil {
          row = Item(kind: .tableRow, page: item.page, part: item.part, locator: locator)
          row?.field = item.field
        } else {
          row?.bytes.append(contentsOf: (isFirst ? " | " : " ").utf8)
        }
        row?.bytes.append(contentsOf: item.bytes)
        isFirst = false
      }
    }
    return row
  }

  /// Counts what repetition adds.
  private mutating func admit(_ items: [Item], times: Int) -> Bool {
    let bytes = items.reduce(0) { $0 + $1.bytes.count + 64 }
    let (added, overflow) = bytes.multipliedReportingOverflow(by: times - 1)
    guard !overflow, added <= Self.mostRepeatedBytes - repeatedBytes else { return false }
    repeatedBytes += added
    return true
  }

  /// Most bytes that repeated cells and rows may add to a document.
  static let mostRepeatedBytes = 1 << 20
}
