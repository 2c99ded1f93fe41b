extension Permutation {
  /// Where a change of the order stands: the row of its statement, or of the first behind its place.
  ///
  /// - Parameters:
  ///   - edit: the change.
  ///   - row: a row that is known to be before it or the same; it costs less to find what is near.
  ///     Negative for none.
  /// - Returns: the row, and whether the statement is there.
  /// - Complexity: O(log n).
  /// - Throws: ``SnapshotError`` for damaged data.
  func place(
    of edit: RowEdit, from row: Int = -1
  ) throws(SnapshotError) -> (row: Int, isThere: Bool) {
    // Numbers beyond the offsets are those of terms that came later.
    let isKnown = Int(edit.first) + 1 < offsets.count
    let rows = isKnown ? try self.rows(edit.first) : count..<count
    var low = max(rows.lowerBound, min(row, rows.upperBound))
    var (step, high) = (1, low)
    while high < rows.upperBound, try compare(high, edit) < 0 {
      low = high + 1
      high += step
      step *= 2
    }
    high = min(high, rows.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if try compare(middle, edit) < 0 { low = middle + 1 } else { high = middle }
    }
    return (low, low < rows.upperBound ? try compare(low, edit) == 0 : false)
  }

  /// Whether a row stands before a change (negative), at it (0) or behind it, their first terms being
  /// the same.
  private func compare(_ row: Int, _ edit: RowEdit) throws(SnapshotError) -> Int {
    try second.verify(row..<row + 1)
    let bySecond = Int(second[row]) - edit.term(1)
    if bySecond != 0 { return bySecond }
    try third.verify(row..<row + 1)
    let byThird = Int(third[row]) - edit.term(2)
    guard byThird == 0, let fourth else { return byThird }
    try fourth.verify(row..<row + 1)
    return Int(fourth[row]) - edit.term(3)
  }
}
