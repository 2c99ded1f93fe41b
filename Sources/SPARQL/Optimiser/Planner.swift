import QuadStore
import RDF

/// Makes a plan of the algebra of one query.
///
/// A class, for it numbers variables as they come up.
final class Planner {
  let context: ExecutionContext
  let strategy: JoinStrategy
  private var slots: [Variable: Slot] = [:]
  private var slotCount = 0

  init(_ context: ExecutionContext, _ strategy: JoinStrategy = .cheapest) {
    self.context = context
    self.strategy = strategy
  }

  /// What surrounds a pattern that is planned.
  struct Surroundings {
    /// The graph that triples are sought in.
    var graph = PlanGraph.defaultGraph
    /// The plan whose solutions have to be joined with; nil for none.
    var seed: Plan?
    /// Whether the seed's variables stand for their terms wherever the pattern names them, as in
    /// `EXISTS`; if not, expressions within see only what their own group binds.
    var isSubstituted = false
  }

  /// The number of a variable.
  func slot(_ variable: Variable) -> Slot {
    if let slot = slots[variable] { return slot }
    let slot = newSlot()
    slots[variable] = slot
    return slot
  }

  /// A variable that no query names.
  func newSlot() -> Slot {
    defer { slotCount += 1 }
    return slotCount
  }

  /// The names of the variables that a query can name.
  var names: [Slot: String] {
    Dictionary(uniqueKeysWithValues: slots.map { ($0.value, $0.key.name) })
  }

  /// A set of variables as numbers.
  func slotSet(_ variables: Set<Variable>) -> SlotSet { SlotSet(variables.map { slot($0) }) }

  /// The plan of a pattern, of whose solutions only those are wanted for which the filters are true.
  ///
  /// - Throws: `SnapshotError` for a damaged store.
  func plan(
    _ pattern: GraphPattern, filters: [Expression] = [], in surroundings: Surroundings
  ) throws -> Plan {
    switch pattern {
    case .filter(let expression, let inner):
      // Nothing of a conjunction is lost by asking for its parts one after the other.
      return try plan(inner, filters: expression.conjuncts + filters, in: surroundings)
    case .basic, .path, .join, .graph:
      return try planJoin(of: pattern, filters: filters, in: surroundings)
    case .leftJoin(let left, let right, let condition):
      return try planLeftJoin(left, right, condition, filters: filters, in: surroundings)
    case .union: return try planUnion(pattern, filters: filters, in: surroundings)
    case .minus(let left, let right):
      return try planMinus(left, right, filters: filters, in: surroundings)
    case .extend: return try planExtend(pattern, filters: filters, in: surroundings)
    case .values, .service, .group, .orderBy, .project, .distinct, .reduced, .slice:
      var inner = surroundings
      inner.seed = nil
      let planned = try planApart(pattern, in: inner)
      return try filtered(joined(surroundings.seed, planned), by: filters, in: surroundings)
    }
  }

  /// The plan of a pattern that nothing can be pushed into.
  private func planApart(_ pattern: GraphPattern, in surroundings: Surroundings) throws -> Plan {
    switch pattern {
    case .values(let variables, let rows): return try planValues(variables, rows)
    case .service(let name, _, let silent):
      if silent { return .unit }
      let text =
        switch name {
        case .term(.namedNode(let node)): "<\(node.iri)>"
        case .variable(let variable): "?\(variable.name)"
        case .term, .tripleTerm: ""
        }
      return Plan(.service(text), slots: [], certain: SlotSet(), estimate: 1)
    case .group(let inner, let keys, let aggregates):
      return try planGroup(inner, keys, aggregates, in: surroundings)
    case .orderBy, .project, .distinct, .reduced, .slice:
      return try planModifiers(pattern, limit: nil, in: surroundings)
    case .basic, .path, .join, .leftJoin, .filter, .union, .minus, .extend, .graph:
      return try plan(pattern, in: surroundings)
    }
  }

  /// Solution modifiers; `limit` is how many of the first solutions are wanted at most.
  private func planModifiers(
    _ pattern: GraphPattern, limit: Int?, in surroundings: Surroundings
  ) throws -> Plan {
    switch pattern {
    case .slice(let inner, let offset, let count):
      let wanted = count.map { $0.addingReportingOverflow(offset) }
      let most = wanted.map { $0.overflow ? Int.max : $0.partialValue }
      let input = try planModifiers(inner, limit: most, in: surroundings)
      return Plan(
        .slice(input, offset: offset, limit: count), slots: input.slots, certain: input.certain,
        estimate: min(input.estimate, Double(count ?? .max)))
    case .project(let inner, let variables):
      let input = try planModifiers(inner, limit: limit, in: surroundings)
      return project(input, variables.map { slot($0) })
    case .orderBy(let inner, let conditions):
      let input = try plan(inner, in: surroundings)
      let orders = try conditions.map {
        PlanOrder(
          expression: try expression($0.expression, in: surroundings),
          isDescending: $0.isDescending)
      }
      return Plan(
        .order(input, orders, limit: limit), slots: input.slots, certain: input.certain,
        estimate: min(input.estimate, Double(limit ?? .max)))
    case .distinct(let inner):
      let input = try planModifiers(inner, limit: nil, in: surroundings)
      return Plan(
        .distinct(input), slots: input.slots, certain: input.certain, estimate: input.estimate)
    case .reduced(let inner): return try planModifiers(inner, limit: limit, in: surroundings)
    case .basic, .path, .join, .leftJoin, .filter, .union, .minus, .extend, .graph, .service,
      .values, .group:
      return try plan(pattern, in: surroundings)
    }
  }

  /// The plan with these columns only.
  func project(_ input: Plan, _ slots: [Slot]) -> Plan {
    Plan(
      .project(input, slots), slots: slots, certain: input.certain.intersection(SlotSet(slots)),
      estimate: input.estimate)
  }

  private func planValues(_ variables: [Variable], _ rows: [[Term?]]) throws -> Plan {
    let ids = try rows.map { row in try row.map { try $0.map { try context.id(of: $0) } ?? 0 } }
    let slots = variables.map { slot($0) }
    let certain = slots.indices.filter { column in ids.allSatisfy { $0[column] != 0 } }
    return Plan(
      .values(ids), slots: slots, certain: SlotSet(certain.map { slots[$0] }),
      estimate: Double(ids.count))
  }

  private func planGroup(
    _ inner: GraphPattern, _ keys: [Variable], _ aggregates: [AggregateBinding],
    in surroundings: Surroundings
  ) throws -> Plan {
    let input = try plan(inner, in: surroundings)
    let keySlots = keys.map { slot($0) }
    if keys.isEmpty, aggregates.allSatisfy(\.isRowCount),
      case .match(let unit, let pattern, false) = input.operation, unit.isUnit,
      let count = try exactCount(of: pattern)
    {
      let slots = aggregates.map { slot($0.variable) }
      let id = try context.id(of: count)
      return Plan(
        .values([slots.map { _ in id }]), slots: slots, certain: SlotSet(slots), estimate: 1)
    }
    let planned = try aggregates.map { binding in
      PlanAggregate(
        slot: slot(binding.variable), function: binding.aggregate.function,
        operand: try binding.aggregate.operand.map { try expression($0, in: surroundings) },
        isDistinct: binding.aggregate.isDistinct,
        visible: inner.variables.filter(\.isVisible).map { slot($0) }.sorted())
    }
    let counts = planned.filter { $0.function == .count }.map(\.slot)
    return Plan(
      .group(input, keys: keySlots, aggregates: planned),
      slots: keySlots + planned.map(\.slot),
      certain: SlotSet(keySlots).intersection(input.certain).union(SlotSet(counts)),
      estimate: keys.isEmpty ? 1 : max(1, input.estimate.squareRoot()))
  }

  private func planUnion(
    _ pattern: GraphPattern, filters: [Expression], in surroundings: Surroundings
  ) throws -> Plan {
    if let seed = surroundings.seed, !surroundings.isSubstituted {
      var inner = surroundings
      inner.seed = nil
      let planned = try planUnion(pattern, filters: [], in: inner)
      return try filtered(joined(seed, planned), by: filters, in: surroundings)
    }
    let branches = try Self.branches(of: pattern).map {
      try plan($0, filters: filters, in: surroundings)
    }
    return union(branches)
  }

  /// The solutions of all plans.
  func union(_ branches: [Plan]) -> Plan {
    var slots: [Slot] = []
    var certain = branches.first?.certain ?? SlotSet()
    for branch in branches {
      for slot in branch.slots where !slots.contains(slot) { slots.append(slot) }
      certain = certain.intersection(branch.certain)
    }
    return Plan(
      .union(branches), slots: slots, certain: certain,
      estimate: branches.reduce(0) { $0 + $1.estimate })
  }

  private static func branches(of pattern: GraphPattern) -> [GraphPattern] {
    if case .union(let left, let right) = pattern {
      return branches(of: left) + branches(of: right)
    }
    return [pattern]
  }

  private func planMinus(
    _ left: GraphPattern, _ right: GraphPattern, filters: [Expression],
    in surroundings: Surroundings
  ) throws -> Plan {
    var inner = surroundings
    inner.seed = nil
    let canSink = surroundings.seed == nil
    let kept = try plan(left, filters: canSink ? filters : [], in: inner)
    let shared = left.variables.intersection(right.variables)
    if right.isIndependent, !shared.isEmpty, shared.isSubset(of: left.certainVariables),
      shared.isSubset(of: right.certainVariables)
    {
      // Both always bind what they share: then it is `NOT EXISTS`.
      let rest = try semiJoin(kept, right, isNegated: true, in: inner)
      return try filtered(
        joined(surroundings.seed, rest), by: canSink ? [] : filters, in: surroundings)
    }
    let removed = try plan(right, in: inner)
    let rest = Plan(
      .minus(kept, removed), slots: kept.slots, certain: kept.certain, estimate: kept.estimate)
    return try filtered(
      joined(surroundings.seed, rest), by: canSink ? [] : filters, in: surroundings)
  }

  /// `BIND`s, one above the other, as one operator: they see the same solution.
  private func planExtend(
    _ pattern: GraphPattern, filters: [Expression], in surroundings: Surroundings
  ) throws -> Plan {
    var bindings: [(Variable, Expression)] = []
    var inner = pattern
    while case .extend(let next, let variable, let expression) = inner {
      bindings.append((variable, expression))
      inner = next
    }
    bindings.reverse()
    let bound = Set(bindings.map(\.0))
    var within = surroundings
    within.seed = nil
    // A filter goes below if it does not see what is bound here.
    let canSink = surroundings.seed == nil
    let below = canSink ? filters.filter { $0.variables.isDisjoint(with: bound) } : []
    let above = canSink ? filters.filter { !$0.variables.isDisjoint(with: bound) } : filters
    let input = try plan(inner, filters: below, in: within)
    let planned = try bindings.map {
      (slot: slot($0.0), expression: try expression($0.1, in: surroundings))
    }
    let extended = Plan(
      .extend(input, planned), slots: input.slots + planned.map(\.slot), certain: input.certain,
      estimate: input.estimate)
    return try filtered(joined(surroundings.seed, extended), by: above, in: surroundings)
  }

  /// Two plans joined; the second alone if there is no first.
  func joined(_ left: Plan?, _ right: Plan) -> Plan {
    guard let left else { return right }
    if case .unit = left.operation { return right }
    if case .unit = right.operation { return left }
    let shared = left.certain.intersection(right.certain)
    let extra = right.slots.filter { !left.slots.contains($0) }
    let estimate =
      shared.isEmpty ? left.estimate * right.estimate : max(left.estimate, right.estimate)
    return Plan(
      .join(left, right), slots: left.slots + extra, certain: left.certain.union(right.certain),
      estimate: estimate)
  }
}
