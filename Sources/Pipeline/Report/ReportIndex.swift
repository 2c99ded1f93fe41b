import Claims
import Resolution

/// Finds the facts about a thing, from either end.
struct ReportIndex {
  let graph: KnowledgeGraph
  private var bySubject: [Int: [Fact]] = [:]
  private var byObject: [Int: [Fact]] = [:]
  private var claimsAbout: [Int: [ResolvedClaim]] = [:]

  init(_ graph: KnowledgeGraph) {
    self.graph = graph
    for fact in graph.facts {
      bySubject[fact.subject, default: []].append(fact)
      if case .entity(let object) = fact.object { byObject[object, default: []].append(fact) }
    }
    for claim in graph.claims {
      claimsAbout[claim.subject, default: []].append(claim)
      if case .entity(let object) = claim.object, object != claim.subject {
        claimsAbout[object, default: []].append(claim)
      }
    }
  }

  /// The claims with a thing at either end, also those that made no fact, in their order.
  func claims(about thing: Int) -> [ResolvedClaim] { claimsAbout[thing] ?? [] }

  /// The things of a class, in order of their paths.
  func entities(of entityClass: EntityClass) -> [Int] {
    graph.entities.indices.filter { graph.entities[$0].entityClass == entityClass }
  }

  /// The facts that say something of a thing; with predicates, only those.
  func facts(of subject: Int, _ predicates: String...) -> [Fact] {
    let all = bySubject[subject] ?? []
    return predicates.isEmpty ? all : all.filter { predicates.contains($0.predicate.rawValue) }
  }

  /// The facts that lead to a thing; with predicates, only those.
  func facts(to object: Int, _ predicates: String...) -> [Fact] {
    let all = byObject[object] ?? []
    return predicates.isEmpty ? all : all.filter { predicates.contains($0.predicate.rawValue) }
  }

  /// The documents behind some facts, ascending, each once.
  func documents(of facts: [Fact]) -> [Int] {
    Set(facts.flatMap(\.claims).map { graph.claims[$0].document }).sorted()
  }

  /// The most confident claim behind some facts, the earliest of equals.
  func bestClaim(of facts: [Fact]) -> ResolvedClaim? {
    var best: ResolvedClaim?
    for position in Set(facts.flatMap(\.claims)).sorted() {
      let claim = graph.claims[position]
      if claim.claim.confidence > best?.claim.confidence ?? -1 { best = claim }
    }
    return best
  }
}
