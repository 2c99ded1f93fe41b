public import QuadStore
import RDF

/// Answers queries over a store.
///
/// ```swift
/// let answer = try QueryEngine(store: store).answer(query)
/// if case .solutions(let solutions) = answer { print(solutions.count) }
/// ```
public struct QueryEngine: Sendable {
  /// What is asked.
  public let store: QuadStore

  /// An engine over a store.
  public init(store: QuadStore) { self.store = store }

  /// The answer to a query.
  ///
  /// - Parameters:
  ///   - query: What is asked.
  ///   - limits: What the query may use; without bounds if nothing is said.
  ///   - seed: Where `RAND`, `UUID` and the like start from; a new place if it is nil.
  ///   - report: Is handed what was done, with the rows and time of each part; nil not to measure.
  /// - Returns: solutions, yes or no, or a graph, as the form of the query has it.
  /// - Throws: ``QueryError`` where a bound is met, ``ExpressionError`` where an expression ends the
  ///   query, `SnapshotError` for a damaged store.
  public func answer(
    _ query: Query, limits: QueryLimits = .none, seed: UInt64? = nil,
    report: ((PlanReport) -> Void)? = nil
  ) throws -> QueryAnswer<Solutions> {
    try answer(query, limits: limits, functions: Self.functions(query, seed), report: report)
  }

  /// The same with what functions share, so that a moment can be given, and with the way to join.
  package func answer(
    _ query: Query, limits: QueryLimits = .none, functions: FunctionContext,
    joins strategy: JoinStrategy = .cheapest,
    report: ((PlanReport) -> Void)? = nil
  ) throws -> QueryAnswer<Solutions> {
    let store = try query.dataset.map { try self.store.restricted(to: $0) } ?? store
    let context = ExecutionContext(
      store, functions: functions, limits: limits, isMeasured: report != nil)
    let planner = Planner(context, strategy)
    let plan = try Self.plan(query, planner)
    defer {
      if let report { report(PlanReport(plan, names: planner.names, context)) }
    }
    let source = try plan.open(context, OperatorEnvironment())
    switch query.form {
    case .select(let variables):
      return .solutions(try Solutions(variables, source, context))
    case .ask: return .boolean(try source.next() != nil)
    case .construct(let template):
      return .graph(
        try GraphMaker(context, planner, slots: plan.slots).construct(template, source))
    case .describe(let terms):
      return .graph(try GraphMaker(context, planner, slots: plan.slots).describe(terms, source))
    }
  }

  /// The plan of a query, without running it.
  ///
  /// - Throws: `SnapshotError` for a damaged store.
  public func plan(_ query: Query) throws -> PlanReport {
    let store = try query.dataset.map { try self.store.restricted(to: $0) } ?? store
    let context = ExecutionContext(
      store, functions: Self.functions(query, 0), limits: .none, isMeasured: false)
    let planner = Planner(context)
    return PlanReport(try Self.plan(query, planner), names: planner.names, context)
  }

  /// The plan of a query, with the columns that its answer is made of.
  private static func plan(_ query: Query, _ planner: Planner) throws -> Plan {
    let plan = try planner.plan(query.pattern, in: Planner.Surroundings())
    switch query.form {
    case .select(let variables):
      let slots = variables.map { planner.slot($0) }
      return planner.project(plan.pruned(to: SlotSet(slots)), slots)
    case .ask: return plan.pruned(to: SlotSet())
    case .construct(let template):
      return plan.pruned(
        to: planner.slotSet(template.reduce(into: []) { $0.formUnion($1.variables) }))
    case .describe(let things):
      return plan.pruned(
        to: planner.slotSet(things.reduce(into: []) { $0.formUnion($1.variables) }))
    }
  }

  private static func functions(_ query: Query, _ seed: UInt64?) -> FunctionContext {
    // The parser has resolved the base, so that it is an absolute IRI.
    let base = query.baseIRI.map { BaseIRI(NamedNode(unchecked: $0)) }
    return FunctionContext(base: base, seed: seed)
  }
}

extension QuadStore {
  /// The same statements as a query's dataset sees them.
  func restricted(to dataset: Query.DatasetClause) throws -> QuadStore {
    func ids(_ nodes: [NamedNode]) throws -> [UInt32] {
      try nodes.compactMap { node in
        var bytes: [UInt8] = []
        CanonicalTerm.append(node, to: &bytes)
        return try terms.id(of: bytes.span)
      }
    }
    return try view(
      defaultGraphs: try ids(dataset.defaultGraphs), namedGraphs: try ids(dataset.namedGraphs))
  }
}
