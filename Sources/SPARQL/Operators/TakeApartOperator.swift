import RDF

/// Keeps the solutions whose variable is bound to a triple term that a pattern matches, and binds the
/// pattern's variables.
final class TakeApartOperator: Operator {
  private let context: ExecutionContext
  private let input: Operator
  private let pattern: PlanTripleTerm
  private let environment: OperatorEnvironment

  init(
    _ context: ExecutionContext, _ environment: OperatorEnvironment, input: Operator,
    pattern: PlanTripleTerm, slots: [Slot]
  ) {
    self.context = context
    self.input = input
    self.pattern = pattern
    self.environment = environment
    super.init(slots)
  }

  override func next() throws -> Batch? {
    guard let whole = input.slots.firstIndex(of: pattern.whole) else { return nil }
    while let batch = try input.next() {
      try context.checkTime()
      var result = batch.arranged(input.slots, as: slots)
      var kept: [Int32] = []
      for row in 0..<batch.count {
        let id = batch.columns[whole][row]
        guard id != 0, case .tripleTerm(let triple) = try context.term(id) else { continue }
        let parts = [
          (pattern.subject, triple.subject.term), (pattern.predicate, .namedNode(triple.predicate)),
          (pattern.object, triple.object),
        ]
        if try bind(parts, at: row, &result) { kept.append(Int32(truncatingIfNeeded: row)) }
      }
      if !kept.isEmpty { return result.gathered(kept) }
    }
    return nil
  }

  private func bind(
    _ parts: [(PlanTerm, Term)], at row: Int, _ batch: inout Batch
  ) throws -> Bool {
    for (place, term) in parts {
      let id = try context.id(of: term)
      switch place {
      case .constant(let constant): if constant != id { return false }
      case .variable(let slot):
        guard let column = slots.firstIndex(of: slot) else { continue }
        let (bound, given) = (batch.columns[column][row], environment.given(slot))
        if bound != 0 && bound != id || given != 0 && given != id { return false }
        batch.columns[column][row] = id
      }
    }
    return true
  }
}
