import RDF

/// Gives one solution for each group of its input's: the keys, and the aggregates of the group.
final class GroupOperator: Operator {
  private let context: ExecutionContext
  private let environment: OperatorEnvironment
  private let input: Operator
  private let keys: [Slot]
  private let aggregates: [PlanAggregate]
  private var result: Batch?
  private var isDone = false

  init(
    _ context: ExecutionContext, _ environment: OperatorEnvironment, input: Operator,
    keys: [Slot], aggregates: [PlanAggregate]
  ) {
    self.context = context
    self.environment = environment
    self.input = input
    self.keys = keys
    self.aggregates = aggregates
    super.init(keys + aggregates.map(\.slot))
  }

  override func next() throws -> Batch? {
    guard !isDone else { return nil }
    isDone = true
    let evaluator = ExpressionEvaluator(context, environment, slots: input.slots)
    var groups = KeyTable(width: keys.count)
    var accumulators: [any Accumulator] = try aggregates.map { try $0.accumulator(context) }
    // Keys that the input does not bind are unbound in every group.
    let missing = keys.filter { !input.slots.contains($0) }
    let columns = keys.map { input.slots.firstIndex(of: $0) ?? input.slots.count }
    var numbers: [Int] = []
    var memory = 0
    while var batch = try input.next() {
      try context.checkTime()
      if !missing.isEmpty {
        batch.columns.append([TermID](repeating: 0, count: batch.count))
      }
      numbers.removeAll(keepingCapacity: true)
      for row in 0..<batch.count {
        numbers.append(groups.number(columns, of: batch, row).number)
      }
      for index in accumulators.indices {
        try accumulators[index].add(batch, numbers, groups: groups.count, evaluator)
      }
      try context.use(memory: groups.memory - memory)
      memory = groups.memory
    }
    let count = keys.isEmpty ? 1 : groups.count
    guard count > 0 else { return nil }
    var output = keys.indices.map { key in
      (0..<count).map { groups.keys[$0 * keys.count + key] }
    }
    for index in accumulators.indices {
      var column: [TermID] = []
      for group in 0..<count { column.append(try accumulators[index].result(of: group)) }
      output.append(column)
    }
    return Batch(count: count, columns: output)
  }
}
