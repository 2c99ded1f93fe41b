/// A part of the way to an answer: what is done, with which parts below.
///
/// A class, because operators note in it what they gave.
final class Plan {
  let operation: PlanOperation
  /// The variables of the solutions, in the order of their columns.
  let slots: [Slot]
  /// Those that are bound in every solution.
  let certain: SlotSet
  /// How many solutions are expected.
  let estimate: Double
  /// What was given in fact.
  let measure = PlanMeasure()

  init(_ operation: PlanOperation, slots: [Slot], certain: SlotSet, estimate: Double) {
    self.operation = operation
    self.slots = slots
    self.certain = certain
    self.estimate = estimate
  }

  /// The variables of the solutions.
  var slotSet: SlotSet { SlotSet(slots) }

  /// The plan of the one solution that binds nothing.
  static var unit: Plan { Plan(.unit, slots: [], certain: SlotSet(), estimate: 1) }
}

/// What a part of a plan does.
enum PlanOperation {
  /// Gives one solution that binds nothing.
  case unit
  /// Gives the solutions that the whole of a plan within another is given.
  case input
  /// Gives a table; 0 is nothing.
  case values([[TermID]])
  /// Joins each solution with the statements that match.
  case match(Plan, PlanPattern, onlyFirst: Bool)
  /// Joins triple patterns variable by variable, in this order; the work is in rows that are looked
  /// at.
  case leapfrog([PlanPattern], order: [Slot], work: Double)
  /// Joins each solution with the ends of ways.
  case path(Plan, PlanPathPattern)
  /// Takes triple terms apart.
  case takeApart(Plan, PlanTripleTerm)
  case join(Plan, Plan)
  /// The condition sees both sides.
  case leftJoin(Plan, Plan, condition: PlanExpression?)
  /// As ``leftJoin(_:_:condition:)``, but the second takes batches of the first as its input, each
  /// solution with its number within the batch in the variable.
  case lateralLeftJoin(Plan, Plan, row: Slot, condition: PlanExpression?)
  case minus(Plan, Plan)
  /// The solutions for which the second, given them as its input, has a solution, or has none.
  case lateralSemiJoin(Plan, Plan, row: Slot, isNegated: Bool)
  /// The solutions that agree with one of the second, or with none, in the variables that both bind.
  case semiJoin(Plan, Plan, isNegated: Bool)
  case filter(Plan, PlanExpression)
  case extend(Plan, [(slot: Slot, expression: PlanExpression)])
  case union([Plan])
  /// The solutions in every named graph, its name bound to the variable.
  case eachGraph(Plan, Slot)
  case group(Plan, keys: [Slot], aggregates: [PlanAggregate])
  /// With a limit, only so many of the first are kept.
  case order(Plan, [PlanOrder], limit: Int?)
  /// The variables are those that a subquery selects, of which columns may have been left out.
  case project(Plan, [Slot])
  case distinct(Plan)
  case slice(Plan, offset: Int, limit: Int?)
  /// Ends the query when it is reached.
  case service(String)
}

/// An aggregate of a group, in a plan.
struct PlanAggregate {
  let slot: Slot
  let function: Aggregate.Function
  /// Nil for `COUNT(*)`.
  let operand: PlanExpression?
  let isDistinct: Bool
  /// The variables whose terms make a solution another one for `COUNT(DISTINCT *)`.
  let visible: [Slot]

  /// The variables that it looks at.
  var slots: SlotSet {
    if let operand { return operand.slots }
    return isDistinct ? SlotSet(visible) : SlotSet()
  }
}

/// A thing that solutions are ordered by, in a plan.
struct PlanOrder {
  let expression: PlanExpression
  let isDescending: Bool
}
