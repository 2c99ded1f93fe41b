import QuadStore

/// How many solutions patterns have.
extension Planner {
  /// A unit of a triple pattern, with its exact count.
  func unit(of pattern: PlanPattern) throws -> JoinUnit {
    func constant(_ term: PlanTerm) -> TermID {
      if case .constant(let id) = term { return id }
      return 0
    }
    let (s, p, o) = (
      constant(pattern.subject), constant(pattern.predicate), constant(pattern.object)
    )
    let (scope, share) = counted(pattern.graph)
    let count = Double(try context.count(s, p, o, in: scope)) * share
    let known = statistics(scope).of(p)
    let (subjects, objects) = nodes(scope)
    var distinct: [Slot: Double] = [:]
    func note(_ term: PlanTerm, _ most: Int) {
      guard let slot = term.slot else { return }
      distinct[slot] = max(1, min(count, Double(most)))
    }
    note(pattern.subject, known?.subjects ?? subjects)
    note(pattern.object, known?.objects ?? objects)
    note(pattern.predicate, statistics(scope).count)
    if case .named(let graph) = pattern.graph { note(graph, context.namedGraphs.names.count) }
    return JoinUnit(
      kind: .pattern(pattern), slots: pattern.slots, count: count, distinct: distinct)
  }

  /// How many solutions a pattern has by itself; nil if that is not told by counting rows.
  func exactCount(of pattern: PlanPattern) throws -> Int? {
    let terms = [pattern.subject, pattern.predicate, pattern.object]
    let slots = terms.compactMap(\.slot)
    guard SlotSet(slots).count == slots.count else { return nil }
    let ids = terms.map { term -> TermID in
      if case .constant(let id) = term { return id }
      return 0
    }
    switch pattern.graph {
    case .current: return nil
    case .named(.variable(let slot)) where slots.contains(slot): return nil
    case .defaultGraph, .named:
      return try context.count(ids[0], ids[1], ids[2], in: counted(pattern.graph).0)
    }
  }

  /// A unit of a path; how far closures reach is a guess.
  func unit(of pattern: PlanPathPattern) throws -> JoinUnit {
    let (scope, share) = counted(pattern.graph)
    let (subjects, objects) = nodes(scope)
    let steps = Double(try count(of: pattern.path, scope)) * share
    let starts = max(1, min(steps, Double(subjects)))
    let ends = max(1, min(steps, Double(objects)))
    let reach = pattern.path.isClosure ? max(2, steps / starts) * 3 : max(1, steps / starts)
    var distinct: [Slot: Double] = [:]
    var count = starts * reach
    switch (pattern.subject.slot, pattern.object.slot) {
    case (nil, nil): count = 1
    case (nil, let slot?):
      count = reach * 4
      distinct[slot] = count
    case (let slot?, nil):
      count = reach * 4
      distinct[slot] = count
    case (let subject?, let object?):
      distinct[subject] = starts
      distinct[object] = ends
    }
    return JoinUnit(
      kind: .path(pattern), slots: pattern.slots, count: count, distinct: distinct)
  }

  /// How many steps there are that ways along a path are made of.
  private func count(of path: PlanPath, _ scope: GraphScope) throws -> Int {
    switch path {
    case .property(let id, _): try context.count(0, id, 0, in: scope)
    case .sequence(let first, let second), .alternative(let first, let second):
      try count(of: first, scope) + count(of: second, scope)
    case .zeroOrOne(let inner), .zeroOrMore(let inner), .oneOrMore(let inner):
      try count(of: inner, scope)
    case .negated: try context.count(0, 0, 0, in: scope)
    }
  }

  /// What is counted for a graph, and which part of that it has.
  private func counted(_ graph: PlanGraph) -> (GraphScope, Double) {
    switch graph {
    case .defaultGraph: (.defaultGraph, 1)
    case .named(.constant(let id)): (.named(id), 1)
    case .named(.variable): (.anyNamed, 1)
    case .current: (.anyNamed, 1 / Double(max(context.namedGraphs.names.count, 1)))
    }
  }

  private func statistics(_ scope: GraphScope) -> [PredicateStatistics] {
    if case .defaultGraph = scope { return context.defaultGraph.statistics }
    return context.namedGraphs.statistics
  }

  private func nodes(_ scope: GraphScope) -> (subjects: Int, objects: Int) {
    if case .defaultGraph = scope {
      return (context.defaultGraph.subjects, context.defaultGraph.objects)
    }
    return (context.namedGraphs.subjects, context.namedGraphs.objects)
  }
}

extension PlanPath {
  /// Whether the way can be of any length.
  fileprivate var isClosure: Bool {
    switch self {
    case .property, .negated: false
    case .zeroOrMore, .oneOrMore: true
    case .zeroOrOne(let inner): inner.isClosure
    case .sequence(let first, let second), .alternative(let first, let second):
      first.isClosure || second.isClosure
    }
  }
}
