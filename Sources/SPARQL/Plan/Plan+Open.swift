extension Plan {
  /// The operators that do what the plan says.
  ///
  /// - Throws: `SnapshotError` for a damaged store.
  func open(_ context: ExecutionContext, _ environment: OperatorEnvironment) throws -> Operator {
    let opened = try openUnmeasured(context, environment)
    return context.isMeasured ? MeasuredOperator(opened, measure) : opened
  }

  private func openUnmeasured(
    _ context: ExecutionContext, _ environment: OperatorEnvironment
  ) throws -> Operator {
    func open(_ plan: Plan) throws -> Operator { try plan.open(context, environment) }
    switch operation {
    case .unit: return BatchOperator(.unit, from: [], slots: slots)
    case .input: return BatchOperator(environment.input, from: environment.inputSlots, slots: slots)
    case .values(let rows):
      let given = slots.map { environment.given($0) }
      let fitting = rows.filter { row in
        slots.indices.allSatisfy { row[$0] == 0 || given[$0] == 0 || row[$0] == given[$0] }
      }
      let columns = slots.indices.map { column in
        fitting.map { $0[column] == 0 ? given[column] : $0[column] }
      }
      return BatchOperator(
        Batch(count: fitting.count, columns: columns), from: slots, slots: slots)
    case .match(let input, let pattern, let onlyFirst):
      return MatchOperator(
        context, environment, input: try open(input), pattern: pattern, slots: slots,
        onlyFirst: onlyFirst)
    case .leapfrog(let patterns, let order, _):
      return LeapfrogOperator(
        context, environment, patterns: patterns, order: order, slots: slots)
    case .path(let input, let pattern):
      return PathOperator(
        context, environment, input: try open(input), pattern: pattern, slots: slots)
    case .takeApart(let input, let pattern):
      return TakeApartOperator(
        context, environment, input: try open(input), pattern: pattern, slots: slots)
    case .join(let left, let right):
      return HashJoinOperator(
        context, environment, left: try open(left), right: try open(right),
        certain: left.certain.intersection(right.certain), kind: .inner, slots: slots)
    case .leftJoin(let left, let right, let condition):
      return HashJoinOperator(
        context, environment, left: try open(left), right: try open(right),
        certain: left.certain.intersection(right.certain), kind: .left(condition: condition),
        slots: slots)
    case .lateralLeftJoin(let left, let right, let row, let condition):
      return LateralLeftJoinOperator(
        context, environment, left: try open(left), plan: right, rowSlot: row,
        condition: condition, slots: slots)
    case .minus(let left, let right):
      return HashSemiJoinOperator(
        context, left: try open(left), right: try open(right),
        certain: left.certain.intersection(right.certain), isNegated: true, hasToOverlap: true)
    case .semiJoin(let left, let right, let isNegated):
      return HashSemiJoinOperator(
        context, left: try open(left), right: try open(right),
        certain: left.certain.intersection(right.certain), isNegated: isNegated,
        hasToOverlap: false)
    case .lateralSemiJoin(let left, let right, let row, let isNegated):
      return LateralSemiJoinOperator(
        context, environment, left: try open(left), plan: right, rowSlot: row,
        isNegated: isNegated)
    case .filter(let input, let expression):
      return FilterOperator(
        context, environment, input: try open(input), expression: expression)
    case .extend(let input, let bindings):
      return ExtendOperator(context, environment, input: try open(input), bindings: bindings)
    case .union(let inputs): return UnionOperator(try inputs.map(open), slots: slots)
    case .eachGraph(let plan, let slot):
      return EachGraphOperator(context, environment, plan: plan, slot: slot, slots: slots)
    case .group(let input, let keys, let aggregates):
      return GroupOperator(
        context, environment, input: try open(input), keys: keys, aggregates: aggregates)
    case .order(let input, let conditions, let limit):
      return OrderOperator(
        context, environment, input: try open(input), conditions: conditions, limit: limit)
    case .project(let input, let selected):
      let inner = environment.giving(only: selected)
      return ProjectOperator(try input.open(context, inner), slots: slots)
    case .distinct(let input): return DistinctOperator(context, try open(input))
    case .slice(let input, let offset, let limit):
      return SliceOperator(try open(input), offset: offset, limit: limit)
    case .service(let name): return ServiceOperator(name)
    }
  }
}
