import QuadStore

/// Keeps the solutions for which an expression is true.
final class FilterOperator: Operator {
  private let context: ExecutionContext
  private let input: Operator
  private let selection: RowSelection

  init(
    _ context: ExecutionContext, _ environment: OperatorEnvironment, input: Operator,
    expression: PlanExpression
  ) {
    self.context = context
    self.input = input
    let evaluator = ExpressionEvaluator(context, environment, slots: input.slots)
    selection = FilterProgram.compile(expression, context, evaluator)
    super.init(input.slots)
  }

  override func next() throws -> Batch? {
    while let batch = try input.next() {
      try context.checkTime()
      let kept = try selection.rows(of: batch)
      if kept.count == batch.count { return batch }
      if !kept.isEmpty { return batch.gathered(kept) }
    }
    return nil
  }
}

/// Binds variables to the values of expressions, one after the other.
final class ExtendOperator: Operator {
  private let context: ExecutionContext
  private let input: Operator
  private let expressions: [PlanExpression]
  /// The terms that are put in for the variables; 0 for none.
  private let given: [TermID]
  private let evaluator: ExpressionEvaluator

  init(
    _ context: ExecutionContext, _ environment: OperatorEnvironment, input: Operator,
    bindings: [(slot: Slot, expression: PlanExpression)]
  ) {
    self.context = context
    self.input = input
    expressions = bindings.map(\.expression)
    given = bindings.map { environment.given($0.slot) }
    let slots = input.slots + bindings.map(\.slot)
    evaluator = ExpressionEvaluator(context, environment, slots: slots)
    super.init(slots)
  }

  override func next() throws -> Batch? {
    while var batch = try input.next() {
      try context.checkTime()
      let first = batch.columns.count
      for _ in expressions { batch.columns.append([TermID](repeating: 0, count: batch.count)) }
      var dropped = Set<Int>()
      for row in 0..<batch.count {
        context.functions.solution += 1
        for (index, expression) in expressions.enumerated() {
          let id = try evaluator.id(expression, batch, row)
          if id != 0, given[index] != 0, id != given[index] { dropped.insert(row) }
          batch.columns[first + index][row] = id
        }
      }
      if dropped.isEmpty { return batch }
      let kept = (0..<batch.count).filter { !dropped.contains($0) }
      if !kept.isEmpty { return batch.gathered(kept.map { Int32(truncatingIfNeeded: $0) }) }
    }
    return nil
  }
}

/// Gives the solutions of its inputs, one after the other.
final class UnionOperator: Operator {
  private var inputs: ArraySlice<Operator>

  init(_ inputs: [Operator], slots: [Slot]) {
    self.inputs = inputs[...]
    super.init(slots)
  }

  override func next() throws -> Batch? {
    while let input = inputs.first {
      if let batch = try input.next() { return batch.arranged(input.slots, as: slots) }
      inputs.removeFirst()
    }
    return nil
  }
}

/// Gives some of the variables of its input.
final class ProjectOperator: Operator {
  private let input: Operator

  init(_ input: Operator, slots: [Slot]) {
    self.input = input
    super.init(slots)
  }

  override func next() throws -> Batch? { try input.next()?.arranged(input.slots, as: slots) }
}

/// Gives each solution once.
final class DistinctOperator: Operator {
  private let context: ExecutionContext
  private let input: Operator
  private var seen: KeyTable
  private var memory = 0

  init(_ context: ExecutionContext, _ input: Operator) {
    self.context = context
    self.input = input
    seen = KeyTable(width: input.slots.count)
    super.init(input.slots)
  }

  override func next() throws -> Batch? {
    let columns = Array(slots.indices)
    while let batch = try input.next() {
      try context.checkTime()
      var kept: [Int32] = []
      for row in 0..<batch.count where seen.number(columns, of: batch, row).isNew {
        kept.append(Int32(truncatingIfNeeded: row))
      }
      try context.use(memory: seen.memory - memory)
      memory = seen.memory
      if kept.count == batch.count { return batch }
      if !kept.isEmpty { return batch.gathered(kept) }
    }
    return nil
  }
}

/// Gives the solutions from one on, up to so many.
final class SliceOperator: Operator {
  private let input: Operator
  private var toSkip: Int
  private var toGive: Int

  init(_ input: Operator, offset: Int, limit: Int?) {
    self.input = input
    toSkip = offset
    toGive = limit ?? .max
    super.init(input.slots)
  }

  override func next() throws -> Batch? {
    while toGive > 0, let batch = try input.next() {
      guard batch.count > toSkip else {
        toSkip -= batch.count
        continue
      }
      let rows = toSkip..<min(batch.count, toSkip + min(toGive, batch.count))
      toSkip = 0
      toGive -= rows.count
      return Batch(count: rows.count, columns: batch.columns.map { Array($0[rows]) })
    }
    return nil
  }
}

/// Gives the solutions of a plan in every named graph, with the graph's name.
final class EachGraphOperator: Operator {
  private let context: ExecutionContext
  private var environment: OperatorEnvironment
  private let plan: Plan
  private let slot: Slot
  private var graphs: ArraySlice<TermID>
  private var current: Operator?

  init(
    _ context: ExecutionContext, _ environment: OperatorEnvironment, plan: Plan, slot: Slot,
    slots: [Slot]
  ) {
    self.context = context
    self.environment = environment
    self.plan = plan
    self.slot = slot
    let given = environment.given(slot)
    graphs = context.namedGraphs.names.filter { given == 0 || $0 == given }[...]
    super.init(slots)
  }

  override func next() throws -> Batch? {
    while true {
      if let current, let batch = try current.next() {
        let result = named(batch)
        if result.count > 0 { return result }
        continue
      }
      guard let graph = graphs.popFirst() else { return nil }
      try context.checkTime()
      environment.graph = graph
      current = try plan.open(context, environment)
    }
  }

  private func named(_ batch: Batch) -> Batch {
    var batch = batch
    let graph = environment.graph
    if let column = plan.slots.firstIndex(of: slot) {
      let kept = (0..<batch.count).filter {
        batch.columns[column][$0] == 0 || batch.columns[column][$0] == graph
      }
      if kept.count < batch.count {
        batch = batch.gathered(kept.map { Int32(truncatingIfNeeded: $0) })
      }
    }
    let columns = slots.map { slot in
      if slot == self.slot { return [TermID](repeating: graph, count: batch.count) }
      return plan.slots.firstIndex(of: slot).map { batch.columns[$0] } ?? []
    }
    return Batch(count: batch.count, columns: columns)
  }
}

/// Refuses to ask another server.
final class ServiceOperator: Operator {
  private let name: String

  init(_ name: String) {
    self.name = name
    super.init([])
  }

  override func next() throws -> Batch? { throw QueryError.service(name) }
}

extension Batch {
  /// The columns of other variables, or the same in another order; nothing where there is no column.
  func arranged(_ source: [Slot], as target: [Slot]) -> Batch {
    if source == target { return self }
    return Batch(
      count: count,
      columns: target.map { slot in
        source.firstIndex(of: slot).map { columns[$0] } ?? [TermID](repeating: 0, count: count)
      })
  }
}
