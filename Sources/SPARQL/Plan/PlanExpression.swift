import RDF

/// An expression whose variables are numbered, and whose patterns are planned.
indirect enum PlanExpression {
  case constant(Term)
  case variable(Slot)
  case or(PlanExpression, PlanExpression)
  case and(PlanExpression, PlanExpression)
  case not(PlanExpression)
  case comparison(Expression.Comparison, PlanExpression, PlanExpression)
  case arithmetic(Expression.Arithmetic, PlanExpression, PlanExpression)
  case unaryPlus(PlanExpression)
  case negated(PlanExpression)
  case isIn(PlanExpression, [PlanExpression])
  /// Whether the plan has a solution, with the terms of these variables put in.
  case exists(Plan, SlotSet)
  case bound(Slot)
  case conditional(PlanExpression, PlanExpression, PlanExpression)
  case coalesce([PlanExpression])
  case call(BuiltInFunction, [PlanExpression])
  case function(NamedNode, [PlanExpression])

  /// The variables whose terms decide the value.
  var slots: SlotSet {
    switch self {
    case .constant: SlotSet()
    case .exists(_, let slots): slots
    case .variable(let slot), .bound(let slot): SlotSet([slot])
    case .or(let a, let b), .and(let a, let b), .comparison(_, let a, let b),
      .arithmetic(_, let a, let b):
      a.slots.union(b.slots)
    case .not(let a), .unaryPlus(let a), .negated(let a): a.slots
    case .isIn(let a, let list): list.reduce(a.slots) { $0.union($1.slots) }
    case .conditional(let a, let b, let c): a.slots.union(b.slots).union(c.slots)
    case .coalesce(let list), .call(_, let list), .function(_, let list):
      list.reduce(SlotSet()) { $0.union($1.slots) }
    }
  }
}
