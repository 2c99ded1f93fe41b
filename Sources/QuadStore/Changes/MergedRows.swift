import RDF
import Synchronization

/// One order of statements with changes worked in, block by block as they are read.
///
/// The rows lie in memory that is not written until it is asked for: of a block the unchanged rows are
/// copied from the order before, and what changed is put between. So a look-up in much data with few
/// changes costs some blocks and not a pass, and what reads rows sees nothing but columns.
///
/// Unchanged rows keep their order, and the changes are sorted as rows are. The row of a change is that
/// in the order before, found by its terms when it is needed, moved by as many rows as the changes
/// before it have added or removed.
final class MergedRows: Sendable {
  private struct State {
    /// In order of the rows; nil until a block is asked for.
    var edits: [RowEdit]?
    /// By edit, how many rows more there are before it; one more than there are edits.
    var shifts: [Int32] = []
    /// By edit, its row in the order before; ``RowEdit/unknownRow`` where it was not sought yet.
    var rows: [UInt32] = []
    /// By column, the blocks that are written; the first is that of the offsets.
    var written: [[Bool]]
  }

  private let base: Permutation
  private let changes: StatementChanges
  private let places: [StatementPlace]
  /// Which of the known rows of a statement are those of this order.
  private let order: Int
  private let state: Mutex<State>
  private static let blockElements = SnapshotFormat.blockSize / MemoryLayout<UInt32>.size

  private init(
    _ base: Permutation, _ changes: StatementChanges, _ places: [StatementPlace], order: Int,
    counts: [Int]
  ) {
    self.base = base
    self.changes = changes
    self.places = places
    self.order = order
    state = Mutex(
      State(
        written: counts.map { count in
          Array(
            repeating: false, count: (count + Self.blockElements - 1) / Self.blockElements)
        }))
  }

  /// An order with changes worked in.
  ///
  /// - Parameters:
  ///   - base: the order before.
  ///   - changes: statements that are not in it, and statements that are.
  ///   - places: what stands in each place of the order.
  ///   - order: which of the rows of a statement are those of this order, where they are known.
  ///   - termCount: the largest number of a term.
  /// - Returns: an order in which the changes are made.
  /// - Complexity: O(1); what is read costs its blocks, and the first of them a sort of the changes.
  static func permutation(
    _ base: Permutation, _ changes: StatementChanges,
    _ places: [StatementPlace], order: Int, termCount: Int
  ) -> Permutation {
    let count = max(0, base.count + changes.added.count - changes.removed.count)
    let counts = [termCount + 2] + Array(repeating: count, count: places.count - 1)
    let rows = MergedRows(base, changes, places, order: order, counts: counts)
    // One piece of memory for all columns: small pages cost more than the copying of their rows.
    let memory = ColumnMemory(elements: Self.roundedUp(counts.reduce(0, +)))
    let size = MemoryLayout<UInt32>.size
    var start = 0
    let columns = counts.enumerated().map { place, count in
      let column = MergedColumn(
        rows: rows, place: place, memory: memory, start: start, count: count)
      start += count
      return Column(
        UnsafePointer(column.target), count: count, memory: memory,
        check: BlockCheck(column, byteCount: count * size, elementSize: size))
    }
    return Permutation(
      offsets: columns[0], second: columns[1], third: columns[2],
      fourth: columns.count > 3 ? columns[3] : nil)
  }

  /// As many elements, or more if that makes whole large pages.
  private static func roundedUp(_ count: Int) -> Int {
    let page = LargePages.size / MemoryLayout<UInt32>.size
    return count < page ? count : (count + page - 1) / page * page
  }

  /// A column of the order.
  private struct MergedColumn: BlockPreparation {
    let rows: MergedRows
    let place: Int
    let memory: ColumnMemory
    /// Where its elements begin in the memory.
    let start: Int
    let count: Int

    var target: UnsafeMutablePointer<UInt32> { memory.start + start }

    func prepare(block: Int) throws(SnapshotError) {
      try rows.write(block: block, of: self)
    }
  }

  /// Writes a block of a column, if no other thread has done so.
  private func write(
    block: Int, of column: MergedColumn
  ) throws(SnapshotError) {
    try state.withLock { (state) throws(SnapshotError) in
      let place = column.place
      guard !state.written[place][block] else { return }
      if state.edits == nil { try sortEdits(&state) }
      let start = block * Self.blockElements
      let range = start..<min(start + Self.blockElements, column.count)
      if place == 0 {
        try writeOffsets(range, to: column.target, state)
      } else {
        try writeRows(range, of: place, to: column.target, &state)
      }
      state.written[place][block] = true
    }
  }

  private func sortEdits(_ state: inout State) throws(SnapshotError) {
    var edits: [RowEdit] = []
    edits.reserveCapacity(changes.count)
    let isKnown = changes.addedRows.count + changes.removedRows.count == changes.count
    for (index, statement) in changes.added.enumerated() {
      let row = isKnown ? changes.addedRows[index][order] : RowEdit.unknownRow
      edits.append(RowEdit(statement, places, row: row, isAdded: true))
    }
    for (index, statement) in changes.removed.enumerated() {
      let row = isKnown ? changes.removedRows[index][order] : RowEdit.unknownRow
      edits.append(RowEdit(statement, places, row: row, isAdded: false))
    }
    RowEdit.sort(&edits)
    var shifts: [Int32] = [0]
    shifts.reserveCapacity(edits.count + 1)
    // Rows that are known have to ascend with what is changed, too.
    var least = 0
    for edit in edits {
      shifts.append(shifts[shifts.count - 1] + (edit.isAdded ? 1 : -1))
      guard isKnown else { continue }
      guard Int(edit.row) >= least, Int(edit.row) < base.count + (edit.isAdded ? 1 : 0) else {
        throw SnapshotError(.inconsistent, file: changes.file)
      }
      least = Int(edit.row) + (edit.isAdded ? 0 : 1)
    }
    state.shifts = shifts
    state.rows = edits.map(\.row)
    state.edits = edits
  }

  /// The row of an edit in the order before: that of the statement, or of the first behind its place.
  ///
  /// - Throws: ``SnapshotError`` for damaged data, and if the statement is there and should not be, or
  ///   the other way round.
  private func row(
    of index: Int, _ edit: RowEdit, _ state: inout State
  ) throws(SnapshotError) -> Int {
    if state.rows[index] != RowEdit.unknownRow { return Int(state.rows[index]) }
    // What is changed mostly lies near what was changed before.
    let before = index > 0 ? state.rows[index - 1] : RowEdit.unknownRow
    let (row, isThere) = try base.place(
      of: edit, from: before == RowEdit.unknownRow ? -1 : Int(before))
    guard isThere != edit.isAdded else { throw SnapshotError(.inconsistent, file: changes.file) }
    state.rows[index] = UInt32(truncatingIfNeeded: row)
    return row
  }

  /// Writes rows of a column: 1 for that of the second place.
  private func writeRows(
    _ range: Range<Int>, of place: Int, to target: UnsafeMutablePointer<UInt32>,
    _ state: inout State
  ) throws(SnapshotError) {
    guard let edits = state.edits,
      let source = [base.offsets, base.second, base.third, base.fourth][place]
    else { return }
    // The first edit within the rows or behind them.
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = low + (high - low) / 2
      let row = try row(of: middle, edits[middle], &state) + Int(state.shifts[middle])
      if row < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var (index, row) = (low, range.lowerBound)
    while row < range.upperBound {
      var next = range.upperBound
      if index < edits.count {
        next = min(next, try self.row(of: index, edits[index], &state) + Int(state.shifts[index]))
      }
      if row < next {
        let shift = Int(state.shifts[index])
        let copied = row - shift..<next - shift
        guard copied.lowerBound >= 0, copied.upperBound <= source.count else {
          throw SnapshotError(.inconsistent, file: changes.file)
        }
        try source.verify(copied)
        (target + row).update(from: source.base + copied.lowerBound, count: copied.count)
        row = next
        continue
      }
      if edits[index].isAdded {
        target[row] = UInt32(truncatingIfNeeded: edits[index].term(place))
        row += 1
      }
      index += 1
    }
  }

  /// Writes the first rows of some terms.
  private func writeOffsets(
    _ range: Range<Int>, to target: UnsafeMutablePointer<UInt32>, _ state: State
  ) throws(SnapshotError) {
    guard let edits = state.edits else { return }
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = low + (high - low) / 2
      if Int(edits[middle].first) < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    let known = range.clamped(to: 0..<base.offsets.count)
    try base.offsets.verify(known)
    var (index, term) = (low, range.lowerBound)
    while term < range.upperBound {
      // Up to here as many rows more stand before each term.
      let next =
        index < edits.count
        ? min(range.upperBound, Int(edits[index].first) + 1) : range.upperBound
      let moved = UInt32(truncatingIfNeeded: state.shifts[index])
      let copied = max(term, min(next, base.offsets.count))
      for place in term..<copied { target[place] = base.offsets.base[place] &+ moved }
      let end = UInt32(truncatingIfNeeded: base.count) &+ moved
      for place in copied..<max(copied, next) { target[place] = end }
      term = max(term, next)
      if term < range.upperBound { index += 1 }
    }
    try checkAscent(of: target, range, state, before: low)
  }

  /// Refuses offsets that no rows can have; changes can be well-formed and still lie.
  ///
  /// - Parameters:
  ///   - offsets: by term, its first row.
  ///   - range: of the terms.
  ///   - state: with the edits.
  ///   - index: the first edit of the first of these terms, or behind it.
  /// - Throws: ``SnapshotError`` if they do not ascend, or lead behind the rows.
  private func checkAscent(
    of offsets: UnsafeMutablePointer<UInt32>, _ range: Range<Int>, _ state: State,
    before index: Int
  ) throws(SnapshotError) {
    var last = 0
    if let edits = state.edits, range.lowerBound > 0 {
      let term = range.lowerBound - 1
      var index = index
      while index > 0, Int(edits[index - 1].first) == term { index -= 1 }
      if term < base.offsets.count { try base.offsets.verify(term..<term + 1) }
      last = term < base.offsets.count ? Int(base.offsets[term]) : base.count
      last += Int(state.shifts[index])
    }
    for place in range {
      guard Int(offsets[place]) >= last else {
        throw SnapshotError(.inconsistent, file: changes.file)
      }
      last = Int(offsets[place])
    }
    guard last <= base.count + Int(state.shifts[state.shifts.count - 1]) else {
      throw SnapshotError(.inconsistent, file: changes.file)
    }
  }
}
