internal import Claims
internal import DomainPack

/// Makes facts of claims: those that say the same support one fact, those that contradict make a
/// conflict and the better supported one the fact.
struct Fusion {
  let vocabulary: Vocabulary

  /// Adds the facts and conflicts of a graph's claims.
  func fuse(_ graph: inout KnowledgeGraph) {
    var claimsOfStatement: [Statement: [Int]] = [:]
    var datesOfSubject: [Statement.Slot: [Int]] = [:]
    for (index, claim) in graph.claims.enumerated() {
      guard let description = vocabulary.description(of: claim.claim.predicate),
        makesFact(claim, description)
      else { continue }
      if description.object == .date || description.isFunctional {
        let slot = Statement.Slot(subject: claim.subject, predicate: claim.claim.predicate)
        datesOfSubject[slot, default: []].append(index)
        continue
      }
      var statement = Statement(
        subject: claim.subject, predicate: claim.claim.predicate, object: claim.object)
      if description.isSymmetric { statement = statement.inOrder() }
      claimsOfStatement[statement, default: []].append(index)
    }
    for (statement, claims) in claimsOfStatement {
      graph.facts.append(fact(statement, claims, in: graph))
    }
    graph.facts.sort { $0.claims[0] < $1.claims[0] }
    for (slot, claims) in datesOfSubject { fuseValues(of: slot, claims, in: &graph) }
    weighEnds(in: &graph)
    fuseStatuses(in: &graph)
    graph.conflicts.sort { $0.path < $1.path }
  }

  /// Whether a claim says that something is so.
  ///
  /// Statuses are weighed apart.
  private func makesFact(_ claim: ResolvedClaim, _ description: PredicateDescription) -> Bool {
    guard claim.claim.predicate != .status, claim.object != .entity(claim.subject) else {
      return false
    }
    return switch description.kind {
    case .describes: true
    case .asserts: claim.claim.modality == nil && claim.claim.status?.hasHappened ?? true
    case .annotation: false
    }
  }

  func fact(_ statement: Statement, _ claims: [Int], in graph: KnowledgeGraph) -> Fact {
    Fact(
      subject: statement.subject, predicate: statement.predicate, object: statement.object,
      claims: claims.sorted(), confidence: confidence(of: claims, in: graph))
  }

  // MARK: Values of which a thing has one, and dates

  /// A coarse date that a finer one refines speaks for the finer one.
  ///
  /// If values are left that
  /// exclude each other and the predicate is functional, the best supported is the fact, of
  /// several the most exact, then the earliest.
  private func fuseValues(
    of slot: Statement.Slot, _ claims: [Int], in graph: inout KnowledgeGraph
  ) {
    let claimsOfValue = Dictionary(grouping: claims) { graph.claims[$0].object }
    let values = claimsOfValue.keys.sorted()
    let isFunctional = vocabulary.description(of: slot.predicate)?.isFunctional == true
    // What a person decided on is not weighed against what nobody did.
    let decided = values.filter { value in
      (claimsOfValue[value] ?? []).contains { graph.claims[$0].isDecided }
    }
    let eligible = isFunctional && !decided.isEmpty ? decided : values
    let finest = eligible.filter { value in !eligible.contains { refines($0, value) } }
    var candidates = finest.map { value in
      let support = values.filter { $0 == value || refines(value, $0) }
      return fact(
        Statement(subject: slot.subject, predicate: slot.predicate, object: value),
        support.flatMap { claimsOfValue[$0] ?? [] }, in: graph)
    }
    let speaksAgainst = values.contains { value in
      !candidates.contains {
        $0.object == value || refines($0.object, value) || refines(value, $0.object)
      }
    }
    if isFunctional, candidates.count > 1 || speaksAgainst {
      candidates.sort { left, right in
        if left.confidence != right.confidence { return left.confidence > right.confidence }
        let (leftLength, rightLength) = (exactness(left.object), exactness(right.object))
        return leftLength != rightLength ? leftLength > rightLength : left.object < right.object
      }
      let chosen = candidates[0]
      graph.conflicts.append(
        conflict(of: slot, claims, choosing: claimsOfValue[chosen.object] ?? [], in: graph))
      candidates = [chosen]
    }
    graph.facts += candidates
  }

  private func refines(_ fine: GraphObject, _ coarse: GraphObject) -> Bool {
    guard case .value(let fineText, let fineType) = fine,
      case .value(let coarseText, let coarseType) = coarse,
      isDate(fineType), isDate(coarseType)
    else { return false }
    return fineText.utf8.count > coarseText.utf8.count && fineText.hasPrefix("\(coarseText)-")
  }

  private func isDate(_ type: ValueType) -> Bool {
    switch type {
    case .year, .yearMonth, .date: true
    case .string, .integer, .duration, .period: false
    }
  }

  private func exactness(_ object: GraphObject) -> Int {
    guard case .value(let text, let type) = object, isDate(type) else { return 0 }
    return text.utf8.count
  }

  /// A conflict about a value of a thing.
  func conflict(
    of slot: Statement.Slot, _ claims: [Int], choosing best: [Int], in graph: KnowledgeGraph
  ) -> Conflict {
    conflict(about: slot.subject, slot.predicate, claims, choosing: best, in: graph)
  }

  /// A conflict about a thing: about its values of a predicate, or, where that is nil, about what is
  /// done to it.
  func conflict(
    about thing: Int, _ predicate: Predicate?, _ claims: [Int], choosing best: [Int],
    in graph: KnowledgeGraph
  ) -> Conflict {
    let ids = claims.map { graph.claims[$0].claim.id }.sorted()
    let text = ([graph.entities[thing].path, predicate?.rawValue ?? ""] + ids)
      .joined(separator: "\u{1F}")
    let folder = vocabulary.description(of: .conflict)?.folder ?? "conflict"
    let chosen = best.min {
      let (left, right) = (graph.claims[$0].claim, graph.claims[$1].claim)
      return (-left.confidence, left.id) < (-right.confidence, right.id)
    }
    return Conflict(
      path: "\(folder)/\(SHA256.hexadecimal(of: text).prefix(16))", thing: thing,
      predicate: predicate, claims: claims.sorted(), chosen: chosen ?? claims[0])
  }
}

/// A statement that claims may share.
struct Statement: Hashable {
  var subject: Int
  var predicate: Predicate
  var object: GraphObject

  /// What a statement says something about.
  struct Slot: Hashable {
    var subject: Int
    var predicate: Predicate
  }

  /// The same with the ends of a symmetric predicate in the order of their positions.
  func inOrder() -> Statement {
    guard case .entity(let end) = object, end < subject else { return self }
    return Statement(subject: end, predicate: predicate, object: .entity(subject))
  }
}

/// How sure one can be of what some claims say together: noisy-or over the documents, each counted
/// once at its best, at most 0.99; 1 where a person decided on one of them.
func confidence(of claims: [Int], in graph: KnowledgeGraph) -> Double {
  if claims.contains(where: { graph.claims[$0].isDecided }) { return 1 }
  var best: [Int: Double] = [:]
  for claim in claims {
    let (document, value) = (graph.claims[claim].document, graph.claims[claim].claim.confidence)
    best[document] = max(best[document] ?? 0, min(max(value, 0), 1))
  }
  // The order of the factors is fixed, so that rounding is.
  let doubt = best.sorted { $0.key < $1.key }.reduce(1) { $0 * (1 - $1.value) }
  return min(1 - doubt, 0.99)
}
