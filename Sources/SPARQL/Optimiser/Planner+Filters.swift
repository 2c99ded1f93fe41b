/// Expressions, and the filters made of them.
extension Planner {
  /// The plan with filters on top.
  func filtered(
    _ plan: Plan, by filters: [Expression], in surroundings: Surroundings
  ) throws -> Plan {
    var plan = plan
    // What asks for no pattern is cheap, and goes first.
    for filter in filters where filter.existence == nil {
      let planned = try expression(filter, in: surroundings)
      plan = Plan(
        .filter(plan, planned), slots: plan.slots, certain: plan.certain,
        estimate: plan.estimate * filter.selectivity)
    }
    for filter in filters {
      guard let (pattern, isNegated) = filter.existence else { continue }
      plan = try semiJoin(plan, pattern, isNegated: isNegated, in: surroundings)
    }
    return plan
  }

  /// `FILTER EXISTS` and `FILTER NOT EXISTS`.
  func semiJoin(
    _ input: Plan, _ pattern: GraphPattern, isNegated: Bool, in surroundings: Surroundings
  ) throws -> Plan {
    guard pattern.isLateral else {
      let exists = Expression.exists(pattern)
      let planned = try expression(isNegated ? .not(exists) : exists, in: surroundings)
      return Plan(
        .filter(input, planned), slots: input.slots, certain: input.certain,
        estimate: input.estimate / 2)
    }
    let row = newSlot()
    var inner = surroundings
    inner.seed = Plan(
      .input, slots: input.slots + [row], certain: input.certain.union(SlotSet([row])),
      estimate: input.estimate)
    inner.isSubstituted = true
    let lateral = try onlyFirst(plan(pattern, in: inner))
    let estimate = input.estimate / 2
    if pattern.isIndependent {
      var apart = surroundings
      apart.seed = nil
      let whole = try plan(pattern, in: apart)
      if whole.work < lateral.work {
        return Plan(
          .semiJoin(input, whole, isNegated: isNegated), slots: input.slots,
          certain: input.certain, estimate: estimate)
      }
    }
    return Plan(
      .lateralSemiJoin(input, lateral, row: row, isNegated: isNegated), slots: input.slots,
      certain: input.certain, estimate: estimate)
  }

  /// The same plan, of which one solution for each of its input's is enough.
  private func onlyFirst(_ plan: Plan) -> Plan {
    switch plan.operation {
    case .match(let input, let pattern, _):
      return Plan(
        .match(input, pattern, onlyFirst: true), slots: plan.slots, certain: plan.certain,
        estimate: min(plan.estimate, input.estimate))
    case .union(let branches): return union(branches.map { onlyFirst($0) })
    default: return plan
    }
  }

  /// An expression with its variables numbered and its patterns planned.
  func expression(
    _ expression: Expression, in surroundings: Surroundings
  ) throws -> PlanExpression {
    func plan(_ part: Expression) throws -> PlanExpression {
      try self.expression(part, in: surroundings)
    }
    switch expression {
    case .term(let term): return .constant(term)
    case .variable(let variable): return .variable(slot(variable))
    case .or(let a, let b): return .or(try plan(a), try plan(b))
    case .and(let a, let b): return .and(try plan(a), try plan(b))
    case .not(let a): return .not(try plan(a))
    case .comparison(let comparison, let a, let b):
      return .comparison(comparison, try plan(a), try plan(b))
    case .arithmetic(let operation, let a, let b):
      return .arithmetic(operation, try plan(a), try plan(b))
    case .unaryPlus(let a): return .unaryPlus(try plan(a))
    case .negated(let a): return .negated(try plan(a))
    case .isIn(let a, let list): return .isIn(try plan(a), try list.map(plan))
    case .exists(let pattern):
      var inner = surroundings
      inner.seed = nil
      inner.isSubstituted = false
      let plan = try self.plan(pattern, in: inner)
      return .exists(plan.pruned(to: SlotSet()), slotSet(pattern.mentionedVariables))
    case .bound(let variable): return .bound(slot(variable))
    case .conditional(let a, let b, let c):
      return .conditional(try plan(a), try plan(b), try plan(c))
    case .coalesce(let list): return .coalesce(try list.map(plan))
    case .call(let function, let arguments): return .call(function, try arguments.map(plan))
    case .function(let name, let arguments): return .function(name, try arguments.map(plan))
    }
  }
}

extension Expression {
  /// The pattern, if the expression is `EXISTS` or `NOT EXISTS` as a whole.
  var existence: (pattern: GraphPattern, isNegated: Bool)? {
    switch self {
    case .exists(let pattern): (pattern, false)
    case .not(.exists(let pattern)): (pattern, true)
    default: nil
    }
  }

  /// Which part of the solutions is expected to stay.
  var selectivity: Double {
    switch self {
    case .comparison(.equal, _, _): 0.1
    case .comparison(.notEqual, _, _): 0.9
    case .comparison: 0.3
    case .call(.contains, _), .call(.regex, _), .call(.strStarts, _), .call(.strEnds, _): 0.1
    default: 0.5
    }
  }
}

extension GraphPattern {
  /// Whether all of it sees the terms that `EXISTS` puts in when it starts from solutions that bind
  /// them.
  fileprivate var isLateral: Bool {
    switch self {
    case .basic: true
    // A way of no steps begins at any term that is put in, but only at nodes otherwise.
    case .path(_, let path, _): !path.isNullable
    case .join(let left, let right), .union(let left, let right): left.isLateral && right.isLateral
    case .filter(_, let pattern): pattern.isLateral
    case .leftJoin, .minus, .extend, .graph, .service, .values, .group, .orderBy, .project,
      .distinct, .reduced, .slice:
      false
    }
  }

  /// Whether a solution joined with others is the same as one for them put in: no expression sees
  /// more than its own group binds.
  var isIndependent: Bool {
    switch self {
    case .basic: true
    // A way of no steps begins at any constant, but only at nodes if it begins at a variable.
    case .path(_, let path, _): !path.isNullable
    case .join(let left, let right), .union(let left, let right):
      left.isIndependent && right.isIndependent
    case .filter(let expression, let pattern):
      pattern.isIndependent && !expression.hasPattern
        && expression.variables.isSubset(of: pattern.certainVariables)
    case .leftJoin, .minus, .extend, .graph, .service, .values, .group, .orderBy, .project,
      .distinct, .reduced, .slice:
      false
    }
  }
}

extension Expression {
  /// Whether `EXISTS` stands somewhere within.
  var hasPattern: Bool {
    switch self {
    case .exists: true
    case .term, .variable, .bound: false
    case .or(let a, let b), .and(let a, let b), .comparison(_, let a, let b),
      .arithmetic(_, let a, let b):
      a.hasPattern || b.hasPattern
    case .not(let a), .unaryPlus(let a), .negated(let a): a.hasPattern
    case .isIn(let a, let list): a.hasPattern || list.contains { $0.hasPattern }
    case .conditional(let a, let b, let c): a.hasPattern || b.hasPattern || c.hasPattern
    case .coalesce(let list), .call(_, let list), .function(_, let list):
      list.contains { $0.hasPattern }
    }
  }
}

extension PropertyPath {
  /// Whether the way can be no step at all.
  var isNullable: Bool {
    switch self {
    case .property, .negatedSet: false
    case .inverse(let path), .oneOrMore(let path): path.isNullable
    case .sequence(let first, let second): first.isNullable && second.isNullable
    case .alternative(let one, let other): one.isNullable || other.isNullable
    case .zeroOrOne, .zeroOrMore: true
    }
  }
}
