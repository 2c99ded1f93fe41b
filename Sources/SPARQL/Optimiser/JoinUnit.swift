/// One of the things that are joined: a triple pattern, a path, or a plan of its own.
struct JoinUnit {
  /// What it is.
  enum Kind {
    case pattern(PlanPattern)
    case path(PlanPathPattern)
    case takeApart(PlanTripleTerm)
    case plan(Plan)
  }

  let kind: Kind
  /// The variables.
  let slots: SlotSet
  /// How many solutions it has by itself.
  let count: Double
  /// How many different terms its variables are bound to, where that is known.
  let distinct: [Slot: Double]

  /// Whether it can be joined with what is there: a term has to be there before it is taken apart.
  func isReady(after state: JoinState) -> Bool {
    guard case .takeApart(let pattern) = kind else { return true }
    return state.slots.contains(pattern.whole)
  }

  /// What the unit costs where none of its variables is bound before.
  var standaloneWork: Double {
    switch kind {
    case .pattern, .takeApart: count
    case .path: count * 4
    case .plan(let plan): plan.work
    }
  }
}

/// What is expected of some units joined.
struct JoinState {
  /// How many solutions there are.
  var rows: Double
  /// How much was looked at and made on the way.
  var work: Double
  /// The variables.
  var slots: SlotSet
  /// How many different terms a variable is bound to.
  var distinct: [Slot: Double]

  /// What is expected when one more unit is joined, which is ready to be.
  func joined(with unit: JoinUnit) -> (state: JoinState, isLookedUp: Bool) {
    let shared = slots.intersection(unit.slots)
    var rows = rows * unit.count
    for slot in shared.slots {
      rows /= max(distinct[slot] ?? self.rows, unit.distinct[slot] ?? unit.count, 1)
    }
    var result = self
    result.rows = rows
    result.slots.formUnion(unit.slots)
    for slot in unit.slots.slots {
      let most = min(distinct[slot] ?? .infinity, unit.distinct[slot] ?? unit.count)
      result.distinct[slot] = max(1, min(most, rows))
    }
    let lookUps = self.rows * 2 + rows
    let scan = unit.standaloneWork + unit.count + self.rows + rows
    switch unit.kind {
    case .takeApart:
      result.work += lookUps
      return (result, true)
    case .path:
      result.work += shared.isEmpty ? self.rows * unit.standaloneWork + rows : lookUps * 3
      return (result, true)
    case .plan:
      result.work += scan
      return (result, false)
    case .pattern:
      result.work += min(lookUps, scan)
      return (result, lookUps <= scan || shared.isEmpty && self.rows <= 1)
    }
  }
}

extension Plan {
  /// How much is looked at and made to run it, in rows.
  var work: Double {
    switch operation {
    case .unit, .input, .service: 0
    case .values: estimate
    case .leapfrog(_, _, let work): work
    case .match(let input, _, _): input.work + 2 * input.estimate + estimate
    case .path(let input, _): input.work + 6 * input.estimate + 3 * estimate
    case .takeApart(let input, _), .filter(let input, _), .extend(let input, _),
      .order(let input, _, _), .group(let input, _, _), .distinct(let input):
      input.work + input.estimate
    case .project(let input, _), .slice(let input, _, _): input.work
    case .join(let left, let right), .leftJoin(let left, let right, _), .minus(let left, let right),
      .semiJoin(let left, let right, _):
      left.work + right.work + left.estimate + 2 * right.estimate + estimate
    case .lateralLeftJoin(let left, let right, _, _), .lateralSemiJoin(let left, let right, _, _):
      left.work + right.work + left.estimate
    case .union(let branches): branches.reduce(0) { $0 + $1.work + $1.estimate }
    case .eachGraph(let plan, _): plan.work * 16
    }
  }
}
