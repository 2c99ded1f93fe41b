/// Leaving out columns that nobody looks at.
extension Plan {
  /// The same plan, giving no more than these variables and what it needs itself.
  ///
  /// The solutions stay as many as they were.
  func pruned(to needed: SlotSet) -> Plan {
    func remade(_ operation: PlanOperation, _ slots: [Slot]) -> Plan {
      Plan(
        operation, slots: slots, certain: certain.intersection(SlotSet(slots)), estimate: estimate)
    }
    func kept(_ set: SlotSet) -> [Slot] { slots.filter { set.contains($0) } }
    switch operation {
    // In `EXISTS` every column of `VALUES` is compared with what is given, even if nobody else looks.
    case .unit, .service, .values: return self
    case .input: return remade(operation, kept(needed))
    case .match(let input, let pattern, let onlyFirst):
      let below = input.pruned(to: needed.union(pattern.slots))
      return remade(.match(below, pattern, onlyFirst: onlyFirst), kept(needed))
    case .leapfrog: return remade(operation, kept(needed))
    case .path(let input, let pattern):
      let below = input.pruned(to: needed.union(pattern.slots))
      return remade(.path(below, pattern), kept(needed))
    case .takeApart(let input, let pattern):
      let all = needed.union(pattern.slots)
      return remade(.takeApart(input.pruned(to: all), pattern), kept(all))
    case .join(let left, let right):
      let both = needed.union(left.slotSet.intersection(right.slotSet))
      return remade(.join(left.pruned(to: both), right.pruned(to: both)), kept(needed))
    case .leftJoin(let left, let right, let condition):
      let seen = needed.union(condition?.slots ?? SlotSet())
      let both = seen.union(left.slotSet.intersection(right.slotSet))
      return remade(
        .leftJoin(left.pruned(to: both), right.pruned(to: both), condition: condition), kept(seen))
    case .lateralLeftJoin(let left, let right, let row, let condition):
      var seen = needed.union(condition?.slots ?? SlotSet())
      seen.insert(row)
      let inner = right.pruned(to: seen)
      return remade(
        .lateralLeftJoin(
          left.pruned(to: needed.union(inner.inputSlots)), inner, row: row, condition: condition),
        kept(needed))
    case .lateralSemiJoin(let left, let right, let row, let isNegated):
      let inner = right.pruned(to: SlotSet([row]))
      let outer = left.pruned(to: needed.union(inner.inputSlots))
      return remade(.lateralSemiJoin(outer, inner, row: row, isNegated: isNegated), outer.slots)
    case .semiJoin(let left, let right, let isNegated):
      let shared = left.slotSet.intersection(right.slotSet)
      let outer = left.pruned(to: needed.union(shared))
      return remade(
        .semiJoin(outer, right.pruned(to: shared), isNegated: isNegated), outer.slots)
    case .minus(let left, let right):
      let shared = left.slotSet.intersection(right.slotSet)
      let outer = left.pruned(to: needed.union(shared))
      return remade(.minus(outer, right.pruned(to: shared)), outer.slots)
    case .filter(let input, let expression):
      let below = input.pruned(to: needed.union(expression.slots))
      return remade(.filter(below, expression), below.slots)
    case .extend(let input, let bindings):
      let below = input.pruned(
        to: bindings.reduce(needed) { $0.union($1.expression.slots) })
      return remade(.extend(below, bindings), below.slots + bindings.map(\.slot))
    case .union(let inputs):
      return remade(.union(inputs.map { $0.pruned(to: needed) }), kept(needed))
    case .eachGraph(let plan, let slot):
      var inner = needed
      inner.insert(slot)
      return remade(.eachGraph(plan.pruned(to: inner), slot), kept(inner))
    case .group(let input, let keys, let aggregates):
      let seen = aggregates.reduce(SlotSet(keys)) { $0.union($1.slots) }
      return remade(.group(input.pruned(to: seen), keys: keys, aggregates: aggregates), slots)
    case .order(let input, let conditions, let limit):
      let below = input.pruned(
        to: conditions.reduce(needed) { $0.union($1.expression.slots) })
      return remade(.order(below, conditions, limit: limit), below.slots)
    case .project(let input, let selected):
      return remade(
        .project(input.pruned(to: slotSet.intersection(needed)), selected), kept(needed))
    case .distinct(let input):
      let below = input.pruned(to: slotSet)
      return remade(.distinct(below), below.slots)
    case .slice(let input, let offset, let limit):
      let below = input.pruned(to: needed)
      return remade(.slice(below, offset: offset, limit: limit), below.slots)
    }
  }

  /// The variables that the plan takes from what it is given as its input.
  var inputSlots: SlotSet {
    switch operation {
    case .input: slotSet
    case .unit, .service, .values, .leapfrog: SlotSet()
    case .match(let input, _, _), .path(let input, _), .takeApart(let input, _),
      .eachGraph(let input, _), .project(let input, _), .distinct(let input),
      .slice(let input, _, _), .group(let input, _, _), .order(let input, _, _),
      .filter(let input, _), .extend(let input, _):
      input.inputSlots
    // The second of these is given an input of its own.
    case .lateralLeftJoin(let left, _, _, _), .lateralSemiJoin(let left, _, _, _): left.inputSlots
    case .join(let left, let right), .leftJoin(let left, let right, _), .minus(let left, let right),
      .semiJoin(let left, let right, _):
      left.inputSlots.union(right.inputSlots)
    case .union(let inputs): inputs.reduce(SlotSet()) { $0.union($1.inputSlots) }
    }
  }
}

extension PlanTripleTerm {
  /// The variables.
  var slots: SlotSet {
    SlotSet([subject, predicate, object].compactMap(\.slot) + [whole])
  }
}
