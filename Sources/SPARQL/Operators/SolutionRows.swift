/// All solutions of an operator, in columns.
struct SolutionRows {
  /// The variables of the columns.
  let slots: [Slot]
  /// The solutions.
  private(set) var all: Batch

  /// How many there are.
  var count: Int { all.count }

  /// Gathers what an operator gives.
  ///
  /// With `isAnswer` the bound of an answer's rows holds.
  ///
  /// - Throws: what the operator throws; ``QueryError`` if there is too much of it.
  init(_ source: Operator, _ context: ExecutionContext, isAnswer: Bool = false) throws {
    slots = source.slots
    all = Batch(count: 0, columns: Array(repeating: [], count: slots.count))
    while let batch = try source.next() {
      try context.checkTime()
      try append(batch, context)
      if isAnswer { try context.check(rows: count) }
    }
  }

  /// Adds solutions.
  ///
  /// - Throws: ``QueryError`` if these are too many.
  mutating func append(_ batch: Batch, _ context: ExecutionContext) throws {
    try context.use(memory: batch.count * slots.count * MemoryLayout<TermID>.size)
    all.count += batch.count
    for column in batch.columns.indices {
      all.columns[column].append(contentsOf: batch.columns[column])
    }
  }

  /// Notes that the solutions are no longer held.
  func release(_ context: ExecutionContext) {
    context.release(memory: count * slots.count * MemoryLayout<TermID>.size)
  }
}
