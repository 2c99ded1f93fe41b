/// Gives one batch: what the whole of a plan within another is given.
final class BatchOperator: Operator {
  private var batch: Batch?

  /// Gives the columns of the variables, where the batch has them.
  init(_ batch: Batch, from source: [Slot], slots: [Slot]) {
    if batch.count > 0 {
      let columns = slots.map { slot in
        source.firstIndex(of: slot).map { batch.columns[$0] }
          ?? [TermID](repeating: 0, count: batch.count)
      }
      self.batch = Batch(count: batch.count, columns: columns)
    }
    super.init(slots)
  }

  override func next() -> Batch? {
    defer { batch = nil }
    return batch
  }
}

/// Runs a plan on each batch of its input, and joins each solution with what becomes of it; with
/// nothing more bound where nothing does.
final class LateralLeftJoinOperator: Operator {
  private let context: ExecutionContext
  private let environment: OperatorEnvironment
  private let left: Operator
  private let plan: Plan
  private let rowSlot: Slot
  private let condition: PlanExpression?
  private let evaluator: ExpressionEvaluator?
  private var batch: Batch?
  private var current: Operator?
  private var isMatched: [Bool] = []

  init(
    _ context: ExecutionContext, _ environment: OperatorEnvironment, left: Operator, plan: Plan,
    rowSlot: Slot, condition: PlanExpression?, slots: [Slot]
  ) {
    self.context = context
    self.environment = environment
    self.left = left
    self.plan = plan
    self.rowSlot = rowSlot
    self.condition = condition
    evaluator = condition.map { _ in
      ExpressionEvaluator(context, environment, slots: plan.slots)
    }
    super.init(slots)
  }

  override func next() throws -> Batch? {
    while true {
      if let current {
        if let joined = try current.next() {
          let result = try kept(joined)
          if result.count > 0 { return result }
          continue
        }
        self.current = nil
        if let rest = unmatched() { return rest }
      }
      guard let batch = try left.next() else { return nil }
      self.batch = batch
      isMatched = [Bool](repeating: false, count: batch.count)
      current = try plan.open(
        context, environment.numbering(batch, left.slots, row: rowSlot))
    }
  }

  private func kept(_ joined: Batch) throws -> Batch {
    guard let rowColumn = plan.slots.firstIndex(of: rowSlot) else {
      preconditionFailure("a lateral plan keeps the numbers of its input's rows")
    }
    var batch = joined
    if let condition, let evaluator {
      var kept: [Int32] = []
      for row in 0..<joined.count where try evaluator.truth(condition, joined, row) == true {
        kept.append(Int32(truncatingIfNeeded: row))
      }
      batch = joined.gathered(kept)
    }
    for row in batch.columns[rowColumn] { isMatched[Int(row)] = true }
    let columns = slots.map { slot in
      plan.slots.firstIndex(of: slot).map { batch.columns[$0] }
        ?? [TermID](repeating: 0, count: batch.count)
    }
    return Batch(count: batch.count, columns: columns)
  }

  private func unmatched() -> Batch? {
    guard let batch else { return nil }
    let rows = isMatched.indices.filter { !isMatched[$0] }.map { Int32(truncatingIfNeeded: $0) }
    self.batch = nil
    guard !rows.isEmpty else { return nil }
    let columns = slots.map { slot in
      left.slots.firstIndex(of: slot).map { Batch.gather(batch.columns[$0], rows) }
        ?? [TermID](repeating: 0, count: rows.count)
    }
    return Batch(count: rows.count, columns: columns)
  }
}

/// Runs a plan on each batch of its input, and keeps the solutions that something becomes of, or
/// nothing does.
final class LateralSemiJoinOperator: Operator {
  private let context: ExecutionContext
  private let environment: OperatorEnvironment
  private let left: Operator
  private let plan: Plan
  private let rowSlot: Slot
  private let isNegated: Bool

  init(
    _ context: ExecutionContext, _ environment: OperatorEnvironment, left: Operator, plan: Plan,
    rowSlot: Slot, isNegated: Bool
  ) {
    self.context = context
    self.environment = environment
    self.left = left
    self.plan = plan
    self.rowSlot = rowSlot
    self.isNegated = isNegated
    super.init(left.slots)
  }

  override func next() throws -> Batch? {
    guard let rowColumn = plan.slots.firstIndex(of: rowSlot) else {
      preconditionFailure("a lateral plan keeps the numbers of its input's rows")
    }
    while let batch = try left.next() {
      var isMatched = [Bool](repeating: false, count: batch.count)
      let inner = try plan.open(
        context, environment.numbering(batch, left.slots, row: rowSlot))
      while let matches = try inner.next() {
        for row in matches.columns[rowColumn] { isMatched[Int(row)] = true }
      }
      let kept = isMatched.indices.filter { isMatched[$0] != isNegated }
      if kept.count == batch.count { return batch }
      if !kept.isEmpty { return batch.gathered(kept.map { Int32(truncatingIfNeeded: $0) }) }
    }
    return nil
  }
}

extension OperatorEnvironment {
  /// The same with a batch as its input, whose rows are numbered in a variable, from 0.
  func numbering(_ batch: Batch, _ slots: [Slot], row: Slot) -> OperatorEnvironment {
    var result = self
    let numbers = (0..<batch.count).map { TermID(truncatingIfNeeded: $0) }
    result.input = Batch(count: batch.count, columns: batch.columns + [numbers])
    result.inputSlots = slots + [row]
    return result
  }
}
