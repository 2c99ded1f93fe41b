internal import Claims
internal import DomainPack

extension Fusion {
  /// Gives each thing one status.
  ///
  /// Claims about the status itself count before the statuses that describing claims carry (a
  /// planned `covers` makes its agreement planned). What is further along stands, since a thing that
  /// is done was planned once; only "not realised" against a realisation is a contradiction, and
  /// then the better supported stands. What a person decided on stands before all others.
  func fuseStatuses(in graph: inout KnowledgeGraph) {
    var told: [Int: [Status: [Int]]] = [:]
    var carried: [Int: [Status: [Int]]] = [:]
    for (index, claim) in graph.claims.enumerated() {
      if claim.claim.predicate == .status {
        guard case .concept(let name) = claim.object, let status = Status(rawValue: name),
          hasStatus(claim.subject, in: graph)
        else { continue }
        told[claim.subject, default: [:]][status, default: []].append(index)
      } else if let status = claim.claim.status,
        vocabulary.description(of: claim.claim.predicate)?.kind == .describes,
        let bearer = bearer(of: claim, in: graph)
      {
        carried[bearer, default: [:]][status, default: []].append(index)
      }
    }
    for (subject, statuses) in carried.merging(told, uniquingKeysWith: { $1 }) {
      choose(statuses, of: subject, in: &graph)
    }
  }

  private func choose(
    _ statuses: [Status: [Int]], of subject: Int, in graph: inout KnowledgeGraph
  ) {
    let slot = Statement.Slot(subject: subject, predicate: .status)
    var facts = statuses.map { status, claims in
      (
        status,
        fact(
          Statement(subject: subject, predicate: .status, object: .concept(status.rawValue)),
          claims, in: graph)
      )
    }
    let isContradictory =
      statuses[.notRealised] != nil && statuses.keys.contains(where: \.hasHappened)
    func isDecided(_ fact: Fact) -> Bool { fact.claims.contains { graph.claims[$0].isDecided } }
    let decided = Set(facts.filter { isDecided($0.1) }.map(\.0))
    facts.sort { left, right in
      if decided.contains(left.0) != decided.contains(right.0) { return decided.contains(left.0) }
      if isContradictory && left.1.confidence != right.1.confidence {
        return left.1.confidence > right.1.confidence
      }
      return progress(left.0) > progress(right.0)
    }
    graph.facts.append(facts[0].1)
    guard isContradictory else { return }
    graph.conflicts.append(
      conflict(
        of: slot, statuses.values.flatMap { $0 }, choosing: facts[0].1.claims, in: graph))
  }

  private func progress(_ status: Status) -> Int {
    switch status {
    case .planned: 0
    case .notRealised: 1
    case .ongoing: 2
    case .partlyRealised: 3
    case .realised: 4
    }
  }

  /// Whether things of its class have a status of their own, by the domain of `status`.
  ///
  /// A sector or
  /// a city has one only within an agreement.
  private func hasStatus(_ entity: Int, in graph: KnowledgeGraph) -> Bool {
    let domain = vocabulary.description(of: .status)?.domain ?? []
    return domain.contains(graph.entities[entity].entityClass)
  }

  /// What the status of a describing claim is about: its subject, else its object.
  private func bearer(of claim: ResolvedClaim, in graph: KnowledgeGraph) -> Int? {
    if hasStatus(claim.subject, in: graph) { return claim.subject }
    guard case .entity(let object) = claim.object, hasStatus(object, in: graph) else { return nil }
    return object
  }
}
