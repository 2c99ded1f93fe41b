import QuadStore
import RDF

/// What the things that are joined are made of.
extension Planner {
  /// Takes a pattern apart into what can be joined in any order, and the filters that may then stand
  /// anywhere.
  func collect(
    _ pattern: GraphPattern, in surroundings: Surroundings, units: inout [JoinUnit],
    filters: inout [Expression]
  ) throws {
    switch pattern {
    case .basic(let triples):
      for triple in triples { try append(triple, surroundings.graph, to: &units) }
    case .path(let subject, let path, let object):
      let (subject, object) = (
        try term(subject, to: &units), try term(object, to: &units)
      )
      try append(subject, path, object, surroundings.graph, to: &units)
    case .join(let left, let right):
      try collect(left, in: surroundings, units: &units, filters: &filters)
      try collect(right, in: surroundings, units: &units, filters: &filters)
    case .filter(let expression, let inner)
    where surroundings.isSubstituted
      || (!expression.hasPattern && expression.variables.isSubset(of: inner.certainVariables)):
      // All that the expression sees is bound within, so that joining more changes nothing of it.
      try collect(inner, in: surroundings, units: &units, filters: &filters)
      filters += expression.conjuncts
    case .graph(let name, let inner):
      try collect(graph: name, inner, in: surroundings, units: &units, filters: &filters)
    case .filter, .leftJoin, .union, .minus, .extend, .service, .values, .group, .orderBy,
      .project, .distinct, .reduced, .slice:
      var apart = surroundings
      apart.seed = nil
      if surroundings.isSubstituted, let seed = surroundings.seed {
        // Expressions within see the terms that are put in for variables.
        apart.seed = seed
      }
      units.append(unit(of: try plan(pattern, in: apart)))
    }
  }

  /// A unit of a plan.
  private func unit(of plan: Plan) -> JoinUnit {
    JoinUnit(kind: .plan(plan), slots: plan.slotSet, count: plan.estimate, distinct: [:])
  }

  private func collect(
    graph name: TermPattern, _ inner: GraphPattern, in surroundings: Surroundings,
    units: inout [JoinUnit], filters: inout [Expression]
  ) throws {
    var within = surroundings
    switch name {
    case .term(let term):
      let id = try context.id(of: term)
      guard context.namedGraphs.names.contains(id) else {
        let slots = inner.variables.map { slot($0) }.sorted()
        units.append(
          unit(of: Plan(.values([]), slots: slots, certain: SlotSet(slots), estimate: 0)))
        return
      }
      within.graph = .named(.constant(id))
      try collect(inner, in: within, units: &units, filters: &filters)
    case .variable(let variable):
      let slot = slot(variable)
      if inner.isOfTriples {
        within.graph = .named(.variable(slot))
        try collect(inner, in: within, units: &units, filters: &filters)
        return
      }
      within.graph = .current
      within.seed = nil
      let plan = try plan(inner, in: within)
      let slots = plan.slots.contains(slot) ? plan.slots : plan.slots + [slot]
      units.append(
        unit(
          of: Plan(
            .eachGraph(plan, slot), slots: slots, certain: plan.certain.union(SlotSet([slot])),
            estimate: plan.estimate * Double(max(context.namedGraphs.names.count, 1)))))
    case .tripleTerm:
      units.append(unit(of: Plan(.values([]), slots: [], certain: SlotSet(), estimate: 0)))
    }
  }

  /// The place of a plan; a triple term with variables becomes a variable that is taken apart.
  private func term(_ pattern: TermPattern, to units: inout [JoinUnit]) throws -> PlanTerm {
    switch pattern {
    case .term(let term): return .constant(try context.id(of: term))
    case .variable(let variable): return .variable(slot(variable))
    case .tripleTerm(let triple):
      let whole = newSlot()
      let parts = PlanTripleTerm(
        subject: try term(triple.subject, to: &units),
        predicate: try term(triple.predicate, to: &units),
        object: try term(triple.object, to: &units), whole: whole)
      let slots = SlotSet(
        [parts.subject, parts.predicate, parts.object].compactMap(\.slot) + [whole])
      units.append(JoinUnit(kind: .takeApart(parts), slots: slots, count: 1, distinct: [:]))
      return .variable(whole)
    }
  }

  private func append(
    _ triple: TriplePattern, _ graph: PlanGraph, to units: inout [JoinUnit]
  ) throws {
    let pattern = PlanPattern(
      subject: try term(triple.subject, to: &units),
      predicate: try term(triple.predicate, to: &units),
      object: try term(triple.object, to: &units), graph: graph)
    units.append(try unit(of: pattern))
  }

  /// The steps of a path: sequences are taken apart, what is a single step is a triple pattern.
  private func append(
    _ subject: PlanTerm, _ path: PropertyPath, _ object: PlanTerm, _ graph: PlanGraph,
    to units: inout [JoinUnit]
  ) throws {
    switch path {
    case .property(let node):
      let pattern = PlanPattern(
        subject: subject, predicate: .constant(try context.id(of: .namedNode(node))),
        object: object, graph: graph)
      units.append(try unit(of: pattern))
    case .inverse(let inner): try append(object, inner, subject, graph, to: &units)
    case .sequence(let first, let second):
      let middle = PlanTerm.variable(newSlot())
      try append(subject, first, middle, graph, to: &units)
      try append(middle, second, object, graph, to: &units)
    case .alternative, .zeroOrOne, .zeroOrMore, .oneOrMore, .negatedSet:
      let pattern = PlanPathPattern(
        subject: subject, path: try planned(path), object: object, graph: graph)
      units.append(try unit(of: pattern))
    }
  }

  private func planned(_ path: PropertyPath) throws -> PlanPath {
    func ids(_ nodes: [NamedNode]?) throws -> [TermID]? {
      try nodes?.map { try context.id(of: .namedNode($0)) }
    }
    switch path {
    case .property(let node):
      return .property(try context.id(of: .namedNode(node)), isReversed: false)
    case .inverse(let inner): return try planned(inner).reversed
    case .sequence(let first, let second):
      return .sequence(try planned(first), try planned(second))
    case .alternative(let one, let other):
      return .alternative(try planned(one), try planned(other))
    case .zeroOrOne(let inner): return .zeroOrOne(try planned(inner))
    case .zeroOrMore(let inner): return .zeroOrMore(try planned(inner))
    case .oneOrMore(let inner): return .oneOrMore(try planned(inner))
    case .negatedSet(let forward, let backward):
      return .negated(forward: try ids(forward), backward: try ids(backward))
    }
  }
}

extension GraphPattern {
  /// Whether there is at least one triple pattern, and nothing else is joined.
  fileprivate var isOfTriples: Bool {
    switch self {
    case .basic(let triples): !triples.isEmpty
    case .join(let left, let right): left.isOfTriples && right.isOfTriples
    default: false
    }
  }
}
