import RDF

/// Finds the values of expressions for solutions of one operator.
///
/// Where SPARQL speaks of an error the value is nil; errors that are thrown end the query.
final class ExpressionEvaluator {
  private let context: ExecutionContext
  private let environment: OperatorEnvironment
  private let slots: [Slot]
  /// By variable, its column; -1 where the operator has none.
  private var columns: [Int] = []

  /// An evaluator for solutions with these columns.
  init(_ context: ExecutionContext, _ environment: OperatorEnvironment, slots: [Slot]) {
    self.context = context
    self.environment = environment
    self.slots = slots
    for (column, slot) in slots.enumerated() {
      while columns.count <= slot { columns.append(-1) }
      columns[slot] = column
    }
  }

  /// The column of a variable; nil if the operator has none.
  func column(_ slot: Slot) -> Int? {
    slot < columns.count && columns[slot] >= 0 ? columns[slot] : nil
  }

  /// The number of the term that a variable is bound to, or that is put in for it; 0 for none.
  func id(_ slot: Slot, _ batch: Batch, _ row: Int) -> TermID {
    guard slot < columns.count, columns[slot] >= 0 else { return environment.given(slot) }
    let id = batch.columns[columns[slot]][row]
    return id == 0 ? environment.given(slot) : id
  }

  /// The number of the value; 0 for an error.
  func id(_ expression: PlanExpression, _ batch: Batch, _ row: Int) throws -> TermID {
    if case .variable(let slot) = expression { return id(slot, batch, row) }
    guard let term = try term(expression, batch, row) else { return 0 }
    return try context.id(of: term)
  }

  /// The value as a term; nil for an error.
  func term(_ expression: PlanExpression, _ batch: Batch, _ row: Int) throws -> Term? {
    switch expression {
    case .constant(let term): return term
    case .variable(let slot):
      let id = id(slot, batch, row)
      return id == 0 ? nil : try context.term(id)
    case .or, .and, .not, .comparison, .isIn, .exists, .bound:
      return try truth(expression, batch, row).map { Self.boolean($0) }
    case .arithmetic(let operation, let left, let right):
      guard let a = try term(left, batch, row), let b = try term(right, batch, row) else {
        return nil
      }
      return try valueOrNil { () throws(ExpressionError) in
        try TermOperators.reckon(operation, a, b)
      }
    case .unaryPlus(let operand):
      guard let value = try term(operand, batch, row) else { return nil }
      return try valueOrNil { () throws(ExpressionError) in try TermOperators.unaryPlus(value) }
    case .negated(let operand):
      guard let value = try term(operand, batch, row) else { return nil }
      return try valueOrNil { () throws(ExpressionError) in try TermOperators.negated(value) }
    case .conditional(let condition, let then, let otherwise):
      guard let holds = try truth(condition, batch, row) else { return nil }
      return try term(holds ? then : otherwise, batch, row)
    case .coalesce(let list):
      for expression in list {
        if let value = try term(expression, batch, row) { return value }
      }
      return nil
    case .call(let function, let arguments):
      guard let values = try terms(arguments, batch, row) else { return nil }
      return try valueOrNil { () throws(ExpressionError) in
        try context.functions.call(function, values)
      }
    case .function(let name, let arguments):
      guard let values = try terms(arguments, batch, row) else { return nil }
      return try valueOrNil { () throws(ExpressionError) in
        try context.functions.call(name, values)
      }
    }
  }

  /// The effective boolean value; nil for an error.
  func truth(_ expression: PlanExpression, _ batch: Batch, _ row: Int) throws -> Bool? {
    switch expression {
    case .or(let left, let right):
      let a = try truth(left, batch, row)
      if a == true { return true }
      let b = try truth(right, batch, row)
      if b == true { return true }
      return a == nil || b == nil ? nil : false
    case .and(let left, let right):
      let a = try truth(left, batch, row)
      if a == false { return false }
      let b = try truth(right, batch, row)
      if b == false { return false }
      return a == nil || b == nil ? nil : true
    case .not(let operand): return try truth(operand, batch, row).map { !$0 }
    case .comparison(let comparison, let left, let right):
      guard let a = try term(left, batch, row), let b = try term(right, batch, row) else {
        return nil
      }
      return try valueOrNil { () throws(ExpressionError) in
        try TermOperators.compare(comparison, a, b)
      }
    case .isIn(let operand, let list): return try isIn(operand, list, batch, row)
    case .exists(let plan, _): return try exists(plan, batch, row)
    case .bound(let slot): return id(slot, batch, row) != 0
    case .constant, .variable, .arithmetic, .unaryPlus, .negated, .conditional, .coalesce, .call,
      .function:
      guard let value = try term(expression, batch, row) else { return nil }
      return try valueOrNil { () throws(ExpressionError) in
        try TermOperators.effectiveBoolean(of: value)
      }
    }
  }

  /// `IN`: the same as `=` with each, joined by `||`.
  private func isIn(
    _ operand: PlanExpression, _ list: [PlanExpression], _ batch: Batch, _ row: Int
  ) throws -> Bool? {
    guard let value = try term(operand, batch, row) else { return list.isEmpty ? false : nil }
    var hasError = false
    for expression in list {
      guard let other = try term(expression, batch, row),
        let isEqual = try valueOrNil({ () throws(ExpressionError) in
          try TermOperators.areEqual(value, other)
        })
      else {
        hasError = true
        continue
      }
      if isEqual { return true }
    }
    return hasError ? nil : false
  }

  private func exists(_ plan: Plan, _ batch: Batch, _ row: Int) throws -> Bool {
    var environment = environment
    for (column, slot) in slots.enumerated() {
      environment.give(batch.columns[column][row], for: slot)
    }
    let solution = context.functions.solution
    defer { context.functions.solution = solution }
    return try plan.open(context, environment).next() != nil
  }

  private func terms(
    _ arguments: [PlanExpression], _ batch: Batch, _ row: Int
  ) throws -> [Term]? {
    var values: [Term] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments {
      guard let value = try term(argument, batch, row) else { return nil }
      values.append(value)
    }
    return values
  }

  private func valueOrNil<Value>(
    _ body: () throws(ExpressionError) -> Value
  ) throws -> Value? {
    do throws(ExpressionError) {
      return try body()
    } catch {
      if error.endsQuery { throw error }
      return nil
    }
  }

  private static func boolean(_ value: Bool) -> Term { value ? trueTerm : falseTerm }
  private static let trueTerm = Term.literal(Literal("true", datatype: XSD.boolean))
  private static let falseTerm = Term.literal(Literal("false", datatype: XSD.boolean))
}
