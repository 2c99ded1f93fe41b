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
    if let limit, limit <= Self.mostSelected { return try select(limit) }
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

  /// Up to how many rows are kept in order as they come.
  private static let mostSelected = 1_000

  /// A row that may be among the first.
  private struct Candidate {
    var row: [TermID]
    var keys: [OrderKey]
    /// The first of what it is ordered by, where that is a common literal.
    var quick: QuickValue?
  }

  /// The first rows in order, without the others being held.
  private func select(_ limit: Int) throws -> Batch {
    let evaluator = ExpressionEvaluator(context, environment, slots: input.slots)
    var best: [Candidate] = []
    let isDescending = conditions.first?.isDescending ?? false
    var firstSlot: Slot?
    if case .variable(let slot)? = conditions.first?.expression { firstSlot = slot }
    while limit > 0, let batch = try input.next() {
      try context.checkTime()
      for row in 0..<batch.count {
        let first = firstSlot.map { evaluator.id($0, batch, row) } ?? 0
        let quick = first == 0 ? nil : try context.quickValue(first)
        if best.count == limit, let quick, let worst = best[limit - 1].quick,
          quick.kind == worst.kind, quick.value != worst.value,
          (quick.value < worst.value) == isDescending
        {
          continue
        }
        var keys: [OrderKey] = []
        if best.count == limit, try isBehind(best[limit - 1], batch, row, evaluator, &keys) {
          continue
        }
        while keys.count < conditions.count {
          keys.append(try key(conditions[keys.count], batch, row, evaluator))
        }
        let place = best.partitioningIndex { isBefore(keys, $0.keys) }
        best.insert(
          Candidate(row: batch.columns.map { $0[row] }, keys: keys, quick: quick), at: place)
        if best.count > limit { best.removeLast() }
      }
    }
    return Batch(
      count: best.count, columns: slots.indices.map { column in best.map { $0.row[column] } })
  }

  /// Whether a row comes behind a candidate, or is like it; as many keys are made as that needs.
  private func isBehind(
    _ candidate: Candidate, _ batch: Batch, _ row: Int, _ evaluator: ExpressionEvaluator,
    _ keys: inout [OrderKey]
  ) throws -> Bool {
    for (index, condition) in conditions.enumerated() {
      let key = try key(condition, batch, row, evaluator)
      keys.append(key)
      switch OrderKey.order(key, candidate.keys[index]) {
      case .less: return condition.isDescending
      case .greater: return !condition.isDescending
      case .equal: continue
      }
    }
    return true
  }

  private func isBefore(_ left: [OrderKey], _ right: [OrderKey]) -> Bool {
    for (index, condition) in conditions.enumerated() {
      switch OrderKey.order(left[index], right[index]) {
      case .less: return !condition.isDescending
      case .greater: return condition.isDescending
      case .equal: continue
      }
    }
    return false
  }

  private func key(
    _ condition: PlanOrder, _ batch: Batch, _ row: Int, _ evaluator: ExpressionEvaluator
  ) throws -> OrderKey {
    if case .variable(let slot) = condition.expression {
      let id = evaluator.id(slot, batch, row)
      return id == 0 ? .unbound : try context.orderKey(id)
    }
    return OrderKey(try evaluator.term(condition.expression, batch, row))
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
  func orderKey(_ id: TermID) throws -> OrderKey {
    let known = try withBytes(of: id) { bytes -> OrderKey? in
      switch LiteralBytes.value(bytes) {
      case .dateTime(let value)?: .dateTime(value)
      case .number(.integer(let value))?: value.int64.map { .number($0) }
      case .number(.decimal(let value))?:
        value.integer.map { $0.int64.map { .number($0) } } ?? .largeNumber(value)
      default: nil
      }
    }
    return try known ?? OrderKey(try term(id))
  }
}

extension Array {
  /// The first index whose element fulfils a condition that all behind it fulfil too.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
