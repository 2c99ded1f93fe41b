/// Joins each solution of its first input with those of the second that agree with it; of an optional
/// join, also with none.
final class HashJoinOperator: Operator {
  /// What becomes of solutions that nothing goes with.
  enum Kind {
    case inner
    /// They stay, with nothing more bound.
    case left(condition: PlanExpression?)
  }

  private let context: ExecutionContext
  private let left: Operator
  private var right: Operator?
  private let certain: SlotSet
  private let kind: Kind
  private let environment: OperatorEnvironment
  private var evaluator: ExpressionEvaluator?
  private var table: JoinTable?
  private var batch: Batch?
  private var row = 0
  /// The row of the table to go on with; -1 to look the row up, -2 at its end.
  private var own: Int32 = -1
  private var isMatched = false

  init(
    _ context: ExecutionContext, _ environment: OperatorEnvironment, left: Operator,
    right: Operator, certain: SlotSet, kind: Kind, slots: [Slot]
  ) {
    self.context = context
    self.environment = environment
    self.left = left
    self.right = right
    self.certain = certain
    self.kind = kind
    super.init(slots)
  }

  override func next() throws -> Batch? {
    while true {
      if batch == nil {
        batch = try left.next()
        row = 0
        own = -1
        guard batch != nil else { return nil }
      }
      guard let batch else { return nil }
      let table = try builtTable()
      if table.isEmpty, case .inner = kind { return nil }
      try context.checkTime()
      if let result = try join(batch, table) { return result }
    }
  }

  private func builtTable() throws -> JoinTable {
    if let table { return table }
    guard let source = right else { preconditionFailure("a table is built once") }
    right = nil
    let made = try JoinTable(source, probe: left.slots, certain: certain, context)
    table = made
    return made
  }

  /// Joins some rows of the batch, and leaves it where it is done.
  private func join(_ batch: Batch, _ table: JoinTable) throws -> Batch? {
    var rows: [Int32] = []
    var owns: [Int32] = []
    var steps = 0
    while row < batch.count, rows.count < Batch.usualCount {
      if own == -1 {
        own = table.first(batch, row)
        isMatched = false
        if own == -1 { own = -2 }
      }
      while own >= 0, rows.count < Batch.usualCount {
        if table.agrees(own, with: batch, row) {
          rows.append(Int32(truncatingIfNeeded: row))
          owns.append(own)
          isMatched = true
        }
        own = table.next(own)
        if own == -1 { own = -2 }
        steps += 1
        if steps & 0xFFFF == 0 { try context.checkTime() }
      }
      if own == -2 {
        if case .left(nil) = kind, !isMatched {
          rows.append(Int32(truncatingIfNeeded: row))
          owns.append(-1)
        }
        if case .left(.some) = kind {
          // Marks the end of the row's candidates.
          rows.append(Int32(truncatingIfNeeded: row))
          owns.append(-1)
        }
        row += 1
        own = -1
      }
    }
    var result = merged(batch, table, rows, owns)
    if case .left(let condition?) = kind {
      result = try filtered(result, rows, owns, condition, continues: row < batch.count && own >= 0)
    }
    if row >= batch.count { self.batch = nil }
    return result.count == 0 ? nil : result
  }

  private func merged(
    _ batch: Batch, _ table: JoinTable, _ rows: [Int32], _ owns: [Int32]
  ) -> Batch {
    let columns = slots.map { slot -> [TermID] in
      let probe = left.slots.firstIndex(of: slot)
      let own = table.slots.firstIndex(of: slot)
      if let probe, own == nil || certain.contains(slot) {
        return Batch.gather(batch.columns[probe], rows)
      }
      guard let own else { return [TermID](repeating: 0, count: rows.count) }
      let column = table.column(own)
      return rows.indices.map { index in
        if let probe {
          let value = batch.columns[probe][Int(rows[index])]
          if value != 0 { return value }
        }
        return owns[index] < 0 ? 0 : column[Int(owns[index])]
      }
    }
    return Batch(count: rows.count, columns: columns)
  }

  /// Whether the condition held for the row that the last batch ended within.
  private var hasHeld = false

  /// Keeps the candidates that the condition holds for, and the end of a row that it held never for.
  private func filtered(
    _ batch: Batch, _ rows: [Int32], _ owns: [Int32], _ condition: PlanExpression, continues: Bool
  ) throws -> Batch {
    let evaluator =
      evaluator ?? ExpressionEvaluator(context, environment, slots: slots)
    self.evaluator = evaluator
    var kept: [Int32] = []
    for index in rows.indices {
      if owns[index] < 0 {
        if !hasHeld { kept.append(Int32(truncatingIfNeeded: index)) }
        hasHeld = false
      } else if try evaluator.truth(condition, batch, index) == true {
        hasHeld = true
        kept.append(Int32(truncatingIfNeeded: index))
      }
    }
    return batch.gathered(kept)
  }
}

/// Keeps the solutions of its first input that agree with one of the second, or with none.
final class HashSemiJoinOperator: Operator {
  private let context: ExecutionContext
  private let left: Operator
  private var right: Operator?
  private let certain: SlotSet
  private let isNegated: Bool
  /// Whether only such count that bind a variable both, as `MINUS` has it.
  private let hasToOverlap: Bool
  private var table: JoinTable?
  /// How many bytes the terms of the second input hold.
  private var memory = 0
  /// Where one variable is shared, which both always bind: its terms in the second, and its column in
  /// the first.
  private var terms: (set: TermSet, column: Int)?

  init(
    _ context: ExecutionContext, left: Operator, right: Operator, certain: SlotSet,
    isNegated: Bool, hasToOverlap: Bool
  ) {
    self.context = context
    self.left = left
    self.right = right
    self.certain = certain
    self.isNegated = isNegated
    self.hasToOverlap = hasToOverlap
    super.init(left.slots)
  }

  override func next() throws -> Batch? {
    while let batch = try left.next() {
      if let source = right {
        right = nil
        try take(source)
      }
      var kept: [Int32] = []
      if let (set, column) = terms {
        let ids = batch.columns[column]
        for row in 0..<batch.count where set.contains(ids[row]) != isNegated {
          kept.append(Int32(truncatingIfNeeded: row))
        }
      } else {
        guard let table else { return nil }
        for row in 0..<batch.count where try hasMatch(batch, row, table) != isNegated {
          kept.append(Int32(truncatingIfNeeded: row))
        }
      }
      if kept.count == batch.count { return batch }
      if !kept.isEmpty { return batch.gathered(kept) }
    }
    return nil
  }

  deinit { context.release(memory: memory) }

  private func take(_ source: Operator) throws {
    let shared = source.slots.filter { left.slots.contains($0) }
    guard shared.count == 1, certain.contains(shared[0]),
      let own = source.slots.firstIndex(of: shared[0]),
      let column = left.slots.firstIndex(of: shared[0])
    else {
      table = try JoinTable(source, probe: left.slots, certain: certain, context)
      return
    }
    var set = TermSet(storedTermCount: context.storedTermCount)
    while let batch = try source.next() {
      try context.checkTime()
      for id in batch.columns[own] { set.insert(id) }
      let more = set.memory - memory
      memory += more
      try context.use(memory: more)
    }
    terms = (set, column)
  }

  private func hasMatch(_ batch: Batch, _ row: Int, _ table: JoinTable) throws -> Bool {
    var own = table.first(batch, row)
    var steps = 0
    while own >= 0 {
      if table.agrees(own, with: batch, row) {
        if !hasToOverlap || table.overlaps(own, with: batch, row) { return true }
      }
      own = table.next(own)
      steps += 1
      if steps & 0xFFFF == 0 { try context.checkTime() }
    }
    return false
  }
}
