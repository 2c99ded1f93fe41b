import QuadStore

/// Joins triple patterns of the default graph variable by variable, as leapfrog triejoin does: the
/// terms of a variable are those that all its patterns have, given those of the variables before.
///
/// On patterns that run in circles no more is looked at than the largest answer that their sizes
/// allow, which no order of joins of two can promise (Veldhuizen, "Leapfrog Triejoin: A Simple,
/// Worst-Case Optimal Join Algorithm", ICDT 2014). Every pattern has a constant predicate, so that the
/// terms of one end are a run of a sorted column, whether the other end is known or not.
final class LeapfrogOperator: Operator {
  /// Where a variable's terms come from in one of its patterns.
  private struct Constraint {
    /// The order of statements, by predicate first where the other end is not known yet.
    let permutation: Permutation
    let predicate: TermID
    let other: Other
  }

  /// The other end of a pattern.
  private enum Other {
    case constant(TermID)
    /// The variable at this place of the order.
    case known(Int)
    case free

    var isFree: Bool {
      if case .free = self { return true }
      return false
    }
  }

  /// A run of ascending terms that is gone through once.
  private struct Run {
    let column: Column
    var position: Int
    let end: Int

    /// The first term that is not less than a value; nil at the end.
    mutating func seek(_ value: TermID) -> TermID? {
      let base = column.base
      guard position < end else { return nil }
      if base[position] >= value { return base[position] }
      // Doubling steps, then halving ones: what is sought mostly lies near.
      var step = 1
      var low = position
      while low &+ step < end, base[low &+ step] < value {
        low &+= step
        step &*= 2
      }
      var high = min(low &+ step, end)
      low &+= 1
      while low < high {
        let middle = low &+ (high &- low) / 2
        if base[middle] < value { low = middle &+ 1 } else { high = middle }
      }
      position = low
      return low < end ? base[low] : nil
    }
  }

  private let context: ExecutionContext
  /// By place in the order, the constraints of the variable.
  private let constraints: [[Constraint]]
  /// By place in the order, the term that is put in for the variable; 0 for none.
  private let given: [TermID]
  /// By column of the output, the place of its variable.
  private let places: [Int]
  /// By place, the runs of the constraints.
  private var runs: [[Run]]
  private var values: [TermID]
  /// By place, the least term that is still to be looked for.
  private var least: [TermID]
  /// The place of the variable that is looked for; -1 before the first, ``end`` behind the last
  /// solution.
  private var place = -1
  private static let end = Int.min
  private var steps = 0

  /// A join of patterns whose variables are taken in an order; every variable is in it.
  init(
    _ context: ExecutionContext, _ environment: OperatorEnvironment, patterns: [PlanPattern],
    order: [Slot], slots: [Slot]
  ) {
    self.context = context
    let index = context.defaultGraph
    // What is put in for variables is known, and comes first.
    let isGiven = order.map { environment.given($0) != 0 }
    let order =
      order.indices.filter { isGiven[$0] }.map { order[$0] }
      + order.indices.filter { !isGiven[$0] }.map { order[$0] }
    func other(_ term: PlanTerm, before place: Int) -> Other {
      switch term {
      case .constant(let id): return .constant(id)
      case .variable(let slot):
        guard let own = order.firstIndex(of: slot), own < place else { return .free }
        return .known(own)
      }
    }
    constraints = order.enumerated().map { place, slot in
      var all: [Constraint] = []
      for pattern in patterns {
        guard case .constant(let predicate) = pattern.predicate else { continue }
        if pattern.subject == .variable(slot) {
          let other = other(pattern.object, before: place)
          all.append(
            Constraint(
              permutation: other.isFree ? index.pso : index.ops, predicate: predicate, other: other)
          )
        }
        if pattern.object == .variable(slot) {
          let other = other(pattern.subject, before: place)
          all.append(
            Constraint(
              permutation: other.isFree ? index.pos : index.spo, predicate: predicate, other: other)
          )
        }
      }
      return all
    }
    given = order.map { environment.given($0) }
    places = slots.map { slot in order.firstIndex(of: slot) ?? 0 }
    runs = order.map { _ in [] }
    values = order.map { _ in 0 }
    least = order.map { _ in 1 }
    super.init(slots)
  }

  override func next() throws -> Batch? {
    var rows = [[TermID]](repeating: [], count: slots.count)
    var count = 0
    if place == -1 {
      guard !constraints.isEmpty else { return nil }
      try begin(0)
    }
    while place >= 0, count < Batch.usualCount {
      steps += 1
      if steps & 0xFFF == 0 { try context.checkTime() }
      guard let value = agreed() else {
        place = place == 0 ? Self.end : place - 1
        continue
      }
      values[place] = value
      least[place] = value == .max ? 0 : value + 1
      if place + 1 < constraints.count {
        try begin(place + 1)
      } else {
        for column in rows.indices { rows[column].append(values[places[column]]) }
        count += 1
      }
    }
    return count == 0 ? nil : Batch(count: count, columns: rows)
  }

  /// Begins with a variable, those before being known.
  private func begin(_ place: Int) throws {
    self.place = place
    runs[place].removeAll(keepingCapacity: true)
    for constraint in constraints[place] { runs[place].append(try run(of: constraint)) }
    least[place] = max(given[place], 1)
  }

  private func run(of constraint: Constraint) throws -> Run {
    let permutation = constraint.permutation
    let column: Column
    let rows: Range<Int>
    switch constraint.other {
    case .free:
      (column, rows) = (permutation.second, try permutation.rows(constraint.predicate))
    case .constant(let id):
      (column, rows) = (permutation.third, try permutation.rows(id, constraint.predicate))
    case .known(let place):
      (column, rows) = (
        permutation.third, try permutation.rows(values[place], constraint.predicate)
      )
    }
    try column.verify(rows)
    precondition(rows.upperBound <= column.count, "rows lie within their columns")
    return Run(column: column, position: rows.lowerBound, end: rows.upperBound)
  }

  /// The next term of the variable that all its runs have; nil if there is none.
  private func agreed() -> TermID? {
    var wanted = least[place]
    guard wanted != 0 else { return nil }
    let count = runs[place].count
    var (agreeing, index) = (0, 0)
    while agreeing < count {
      guard let found = runs[place][index].seek(wanted) else { return nil }
      if found == wanted { agreeing += 1 } else { (wanted, agreeing) = (found, 1) }
      index += 1
      if index == count { index = 0 }
    }
    return given[place] == 0 || given[place] == wanted ? wanted : nil
  }
}
