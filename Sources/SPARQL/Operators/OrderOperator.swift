import RDF

/// Gives the solutions of its input in order; of those that are alike in it, as they came.
final class OrderOperator: Operator {
  private let context: ExecutionContext
  private let environment: OperatorEnvironment
  private let input: Operator
  private let conditions: [PlanOrder]
  private let limit: Int?
  private var sorted: Batch?
  private var position = 0

  init(
    _ context: ExecutionContext, _ environment: OperatorEnvironment, input: Operator,
    conditions: [PlanOrder], limit: Int?
  ) {
    self.context = context
    self.environment = environment
    self.input = input
    self.conditions = conditions
    self.limit = limit
    super.init(input.slots)
  }

  override func next() throws -> Batch? {
    let all: Batch
    if let sorted {
      all = sorted
    } else {
      all = try sort()
      sorted = all
    }
    guard position < all.count else { return nil }
    let rows = position..<min(position + Batch.usualCount, all.count)
    position = rows.upperBound
    return Batch(count: rows.count, columns: all.columns.map { Array($0[rows]) })
  }

  private func sort() throws -> Batch {
    let rows = try SolutionRows(input, context)
    let evaluator = ExpressionEvaluator(context, environment, slots: input.slots)
    // Equal terms have equal places: each different term is ranked once.
    var ranks: [[Int32]] = []
    for condition in conditions {
      var ids: [TermID] = []
      ids.reserveCapacity(rows.count)
      for row in 0..<rows.count {
        ids.append(try evaluator.id(condition.expression, rows.all, row))
        if row & 0xFFFF == 0 { try context.checkTime() }
      }
      ranks.append(try rank(ids, isDescending: condition.isDescending))
    }
    try context.use(memory: rows.count * 4 * (conditions.count + 1))
    var order = (0..<rows.count).map { Int32(truncatingIfNeeded: $0) }
    order.sort { left, right in
      for rank in ranks where rank[Int(left)] != rank[Int(right)] {
        return rank[Int(left)] < rank[Int(right)]
      }
      return left < right
    }
    if let limit, order.count > limit { order.removeLast(order.count - limit) }
    return rows.all.gathered(order)
  }

  /// The places of terms among themselves, from 0; those that are alike have the same.
  private func rank(_ ids: [TermID], isDescending: Bool) throws -> [Int32] {
    var table = KeyTable(width: 1)
    let batch = Batch(count: ids.count, columns: [ids])
    let numbers = ids.indices.map { table.number([0], of: batch, $0).number }
    let keys = try table.keys.map { $0 == 0 ? OrderKey(nil) : try context.orderKey($0) }
    var sorted = keys.indices.sorted {
      isDescending ? keys[$1] < keys[$0] : keys[$0] < keys[$1]
    }
    var places = [Int32](repeating: 0, count: keys.count)
    var place: Int32 = 0
    for (index, key) in sorted.enumerated() {
      if index > 0, keys[sorted[index - 1]] != keys[key] { place += 1 }
      places[key] = place
    }
    sorted = []
    return numbers.map { places[$0] }
  }
}

extension ExecutionContext {
  /// The place of a term in `ORDER BY`, `MIN` and `MAX`.
  func orderKey(_ id: TermID) throws -> OrderKey { OrderKey(try term(id)) }
}
