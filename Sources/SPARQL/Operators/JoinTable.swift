/// The solutions of one side of a join, to be found by what they share with those of the other.
///
/// Where both sides always bind a shared variable, it is a part of the key; the others have to be
/// compared one by one, for what is unbound agrees with everything.
final class JoinTable {
  private let rows: SolutionRows
  /// Columns of the key, of the probing side and of this one.
  private let probeKeys: [Int]
  private let keys: [Int]
  /// Columns that both may bind, of the probing side and of this one.
  let loose: [(probe: Int, own: Int)]
  private var table: KeyTable
  /// By key, its first row.
  private var firsts: [Int32] = []
  /// By row, the next one with the same key; -1 at the end.
  private var following: [Int32]
  private let context: ExecutionContext
  private let memory: Int

  /// A table of an operator's solutions, to be probed with columns of the variables in `probe`;
  /// `certain` are the variables that both sides always bind.
  init(
    _ source: Operator, probe: [Slot], certain: SlotSet, _ context: ExecutionContext
  ) throws {
    rows = try SolutionRows(source, context)
    var keys: [(Int, Int)] = []
    var loose: [(probe: Int, own: Int)] = []
    for (own, slot) in source.slots.enumerated() {
      guard let column = probe.firstIndex(of: slot) else { continue }
      if certain.contains(slot) { keys.append((column, own)) } else { loose.append((column, own)) }
    }
    probeKeys = keys.map(\.0)
    self.keys = keys.map(\.1)
    self.loose = loose
    table = KeyTable(width: keys.count)
    following = [Int32](repeating: -1, count: rows.count)
    // Backwards, so that the rows of a key are found in their order.
    for row in stride(from: rows.count - 1, through: 0, by: -1) {
      let (number, isNew) = table.number(self.keys, of: rows.all, row)
      if isNew { firsts.append(-1) }
      following[row] = firsts[number]
      firsts[number] = Int32(truncatingIfNeeded: row)
    }
    memory = table.memory + rows.count * 4 + firsts.count * 4
    self.context = context
    try context.use(memory: memory)
  }

  deinit {
    rows.release(context)
    context.release(memory: memory)
  }

  var slots: [Slot] { rows.slots }
  var isEmpty: Bool { rows.count == 0 }
  var hasKeys: Bool { !keys.isEmpty }

  func value(_ column: Int, _ row: Int32) -> TermID { rows.all.columns[column][Int(row)] }

  func column(_ column: Int) -> [TermID] { rows.all.columns[column] }

  /// The first row with the key of a probing row; -1 if there is none.
  func first(_ batch: borrowing Batch, _ row: Int) -> Int32 {
    guard let number = table.find(probeKeys, of: batch, row) else { return -1 }
    return firsts[number]
  }

  /// The next row with the same key; -1 if there is none.
  func next(_ row: Int32) -> Int32 { following[Int(row)] }

  /// Whether a row agrees with a probing row in all that both bind.
  func agrees(_ own: Int32, with batch: borrowing Batch, _ row: Int) -> Bool {
    for (probe, column) in loose {
      let (a, b) = (batch.columns[probe][row], rows.all.columns[column][Int(own)])
      if a != 0, b != 0, a != b { return false }
    }
    return true
  }

  /// Whether a row and a probing row bind a variable both.
  func overlaps(_ own: Int32, with batch: borrowing Batch, _ row: Int) -> Bool {
    if hasKeys { return true }
    return loose.contains { probe, column in
      batch.columns[probe][row] != 0 && rows.all.columns[column][Int(own)] != 0
    }
  }
}
