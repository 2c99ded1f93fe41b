/// Joins and optional joins.
extension Planner {
  /// The plan of what can be joined in any order, each filter as soon as it can be asked.
  func planJoin(
    of pattern: GraphPattern, filters: [Expression], in surroundings: Surroundings
  ) throws -> Plan {
    var units: [JoinUnit] = []
    var filters = filters
    try collect(pattern, in: surroundings, units: &units, filters: &filters)
    let seed = surroundings.seed ?? .unit
    var state = JoinState(
      rows: max(seed.estimate, 1), work: 0, slots: seed.slotSet, distinct: [:])
    if surroundings.seed == nil { units = inCircles(units, after: state) }
    let order = JoinOrder(units: units).best(after: state)
    var plan = try place(
      &filters, on: seed, before: order.map { units[$0] }, in: surroundings)
    for (position, index) in order.enumerated() {
      let (next, isLookedUp) = state.joined(with: units[index])
      plan = join(plan, units[index], isLookedUp: isLookedUp, estimate: next.rows)
      state = next
      let rest = order[(position + 1)...].map { units[$0] }
      plan = try place(&filters, on: plan, before: rest, in: surroundings)
    }
    return plan
  }

  /// The units, those that run in circles joined variable by variable where that costs less.
  private func inCircles(_ units: [JoinUnit], after seed: JoinState) -> [JoinUnit] {
    guard strategy != .pairwise, let joined = CyclicPatterns(units).joined() else { return units }
    func work(_ units: [JoinUnit]) -> Double {
      let order = JoinOrder(units: units)
      return order.state(of: order.best(after: seed), after: seed).work
    }
    return strategy == .variableByVariable || work(joined) < work(units) ? joined : units
  }

  /// Puts those filters on a plan whose variables no unit that follows can bind.
  private func place(
    _ filters: inout [Expression], on plan: Plan, before rest: [JoinUnit],
    in surroundings: Surroundings
  ) throws -> Plan {
    guard !filters.isEmpty else { return plan }
    let later = rest.reduce(into: SlotSet()) { $0.formUnion($1.slots) }.subtracting(plan.certain)
    let ready = filters.filter { slotSet($0.variables).isDisjoint(with: later) }
    if ready.isEmpty { return plan }
    filters.removeAll { slotSet($0.variables).isDisjoint(with: later) }
    return try filtered(plan, by: ready, in: surroundings)
  }

  private func join(
    _ plan: Plan, _ unit: JoinUnit, isLookedUp: Bool, estimate: Double
  ) -> Plan {
    let extra = unit.slots.slots.filter { !plan.slots.contains($0) }
    let slots = plan.slots + extra
    let certain = plan.certain.union(unit.slots)
    switch unit.kind {
    case .pattern(let pattern):
      if isLookedUp || plan.isUnit {
        return Plan(
          .match(plan, pattern, onlyFirst: false), slots: slots, certain: certain,
          estimate: estimate)
      }
      let scan = Plan(
        .match(.unit, pattern, onlyFirst: false), slots: unit.slots.slots, certain: unit.slots,
        estimate: unit.count)
      return Plan(.join(plan, scan), slots: slots, certain: certain, estimate: estimate)
    case .path(let pattern):
      return Plan(.path(plan, pattern), slots: slots, certain: certain, estimate: estimate)
    case .takeApart(let pattern):
      return Plan(.takeApart(plan, pattern), slots: slots, certain: certain, estimate: estimate)
    case .plan(let other):
      let joined = joined(plan, other)
      return Plan(
        joined.operation, slots: joined.slots, certain: joined.certain, estimate: estimate)
    }
  }

  /// `OPTIONAL`.
  func planLeftJoin(
    _ left: GraphPattern, _ right: GraphPattern, _ condition: Expression?,
    filters: [Expression], in surroundings: Surroundings
  ) throws -> Plan {
    let (certain, others) = (left.certainVariables, right.variables)
    func staysLeft(_ filter: Expression) -> Bool {
      filter.variables.allSatisfy { certain.contains($0) || !others.contains($0) }
    }
    let kept = try plan(left, filters: filters.filter(staysLeft), in: surroundings)
    let planned = try condition.map { try expression($0, in: surroundings) }
    let joined = try leftJoin(kept, right, planned, in: surroundings)
    return try filtered(joined, by: filters.filter { !staysLeft($0) }, in: surroundings)
  }

  private func leftJoin(
    _ left: Plan, _ right: GraphPattern, _ condition: PlanExpression?,
    in surroundings: Surroundings
  ) throws -> Plan {
    var apart = surroundings
    apart.seed = nil
    func made(_ operation: PlanOperation, _ right: Plan, without row: Slot?) -> Plan {
      let extra = right.slots.filter { !left.slots.contains($0) && $0 != row }
      return Plan(
        operation, slots: left.slots + extra, certain: left.certain,
        estimate: max(left.estimate, right.estimate))
    }
    guard right.isJoin else {
      let whole = try plan(right, in: apart)
      return made(.leftJoin(left, whole, condition: condition), whole, without: nil)
    }
    let row = newSlot()
    var lateral = surroundings
    lateral.seed = Plan(
      .input, slots: left.slots + [row], certain: left.certain.union(SlotSet([row])),
      estimate: left.estimate)
    let inner = try plan(right, in: lateral)
    let whole = try plan(right, in: apart)
    if whole.work + left.estimate + 2 * whole.estimate < inner.work,
      !whole.certain.isDisjoint(with: left.certain)
    {
      return made(.leftJoin(left, whole, condition: condition), whole, without: nil)
    }
    return made(
      .lateralLeftJoin(left, inner, row: row, condition: condition), inner, without: row)
  }
}

extension Plan {
  /// Whether it is the plan of the one solution that binds nothing.
  var isUnit: Bool {
    if case .unit = operation { return true }
    return false
  }
}

extension GraphPattern {
  /// Whether it is made of what can be joined in any order, beginning at other solutions.
  fileprivate var isJoin: Bool {
    switch self {
    case .basic, .path: true
    case .join(let left, let right): left.isJoin && right.isJoin
    case .filter(let expression, let inner):
      inner.isJoin && !expression.hasPattern
        && expression.variables.isSubset(of: inner.certainVariables)
    case .leftJoin, .union, .minus, .extend, .graph, .service, .values, .group, .orderBy, .project,
      .distinct, .reduced, .slice:
      false
    }
  }
}
