internal import Claims
internal import Diagnostics
internal import DomainPack

/// Applies what people decided about claims to those of a graph, before facts are made of them.
struct ClaimDecisions {
  let vocabulary: Vocabulary
  let finder: ThingFinder
  /// The position of a group among the graph's entities; nil for a thing that was rejected.
  let position: (Int) -> Int?
  /// Claims that documents do not make: positions.
  private(set) var rejected: Set<Int> = []

  // Positions of claims, ascending; those rejected too.
  private var byID: [String: [Int]] = [:]
  private var bySubject: [Int: [Int]] = [:]
  /// Those of symmetric predicates by their objects, also by such as they had before corrections.
  private var byObject: [Int: [Int]] = [:]

  /// Decisions on the claims of a graph.
  init(
    vocabulary: Vocabulary, finder: ThingFinder, position: @escaping (Int) -> Int?,
    graph: KnowledgeGraph
  ) {
    self.vocabulary = vocabulary
    self.finder = finder
    self.position = position
    for (index, claim) in graph.claims.enumerated() {
      byID[claim.claim.id, default: []].append(index)
      bySubject[claim.subject, default: []].append(index)
      note(index, claim)
    }
  }

  private mutating func note(_ index: Int, _ claim: ResolvedClaim) {
    if isSymmetric(claim), case .entity(let object) = claim.object {
      byObject[object, default: []].append(index)
    }
  }

  /// Applies one decision; those about things are passed over.
  mutating func apply(_ decision: Decision, to graph: inout KnowledgeGraph)
    -> DecisionOutcome.Effect
  {
    do throws(ThingFinder.Miss) {
      switch decision.action {
      case .rejectClaim(let selector):
        let found = try claims(selector, in: graph)
        rejected.formUnion(found)
        return .applied(found.count)
      case .confirmClaim(let selector):
        let found = try claims(selector, in: graph)
        for claim in found { decide(&graph.claims[claim]) }
        return .applied(found.count)
      case .correctClaim(let selector, let correction):
        let found = try claims(selector, in: graph)
        // Each is looked at before any is changed, so that a decision is applied whole or not at all.
        let changed = try found.map { claim throws(ThingFinder.Miss) in
          try corrected(graph.claims[claim], correction)
        }
        for (claim, new) in zip(found, changed) {
          graph.claims[claim] = new
          note(claim, new)
        }
        return .applied(found.count)
      case .merge, .distinct, .split, .correctThing, .rejectThing, .confirmThing:
        return .applied(0)
      }
    } catch {
      return .none(error.reason, nearest: error.nearest)
    }
  }

  private func decide(_ claim: inout ResolvedClaim) {
    claim.isDecided = true
    claim.claim.confidence = 1
  }

  // MARK: Which claims

  /// The claims that a selector means, at least one, ascending.
  private func claims(
    _ selector: ClaimSelector, in graph: KnowledgeGraph
  ) throws(ThingFinder.Miss) -> [Int] {
    if let id = selector.id {
      let found = (byID[id] ?? []).filter { !rejected.contains($0) }
      if !found.isEmpty { return found }
      guard selector.hasPattern else {
        throw ThingFinder.Miss(
          reason: Message(
            en: "no claim has the digits \(id); the document may have changed",
            id: "tidak ada klaim dengan digit \(id); dokumennya mungkin berubah"))
      }
    }
    let subject = try selector.subject.map { name throws(ThingFinder.Miss) in try thing(name) }
    let concerned =
      subject.map { Set((bySubject[$0] ?? []) + (byObject[$0] ?? [])).sorted() }
      ?? Array(graph.claims.indices)
    let near = concerned.filter { index in
      let claim = graph.claims[index]
      guard !rejected.contains(index),
        selector.predicate == nil || claim.claim.predicate == selector.predicate
      else {
        return false
      }
      return subject == nil || claim.subject == subject
        || isSymmetric(claim) && claim.object == subject.map(GraphObject.entity)
    }
    let found = near.filter { index in
      let claim = graph.claims[index]
      return (selector.document.map { isDocument($0, claim.document, in: graph) } ?? true)
        && (selector.object.map { isObject($0, of: claim, subject: subject) } ?? true)
    }
    guard found.isEmpty else { return found }
    throw ThingFinder.Miss(
      reason: Message(
        en: near.isEmpty ? "no document says anything of that kind" : "no claim is of this pattern",
        id: near.isEmpty
          ? "tidak ada dokumen yang menyatakan hal semacam itu" : "tidak ada klaim berpola ini"),
      nearest: nearest(to: selector, near.isEmpty ? about(subject, in: graph) : near, in: graph))
  }

  private func thing(_ name: ThingName) throws(ThingFinder.Miss) -> Int {
    guard let position = position(try finder.group(name)) else {
      throw ThingFinder.Miss(
        reason: Message(
          en: "“\(name.text)” was rejected", id: "“\(name.text)” sudah ditolak"))
    }
    return position
  }

  private func isSymmetric(_ claim: ResolvedClaim) -> Bool {
    vocabulary.description(of: claim.claim.predicate)?.isSymmetric == true
  }

  private func isDocument(_ name: String, _ document: Int, in graph: KnowledgeGraph) -> Bool {
    let (key, file) = (graph.documents[document].key, graph.documents[document].fileName)
    return name == key || name == file || name.hasSuffix("document/\(key)")
  }

  private func isObject(_ name: ThingName, of claim: ResolvedClaim, subject: Int?) -> Bool {
    switch claim.object {
    case .value(let value, _): return value == name.text
    case .concept(let concept): return concept == self.concept(name.text)
    case .entity(let object):
      guard let thing = positionIfThere(name) else { return false }
      let isTurned = isSymmetric(claim) && claim.subject != subject && subject != nil
      return thing == (isTurned ? claim.subject : object)
    }
  }

  private func positionIfThere(_ name: ThingName) -> Int? {
    do throws(ThingFinder.Miss) { return try thing(name) } catch { return nil }
  }

  private func concept(_ word: String) -> String {
    Status(rawValue: word)?.rawValue ?? vocabulary.agreementType(word)?.id ?? word
  }

  // MARK: What there is instead

  private func about(_ subject: Int?, in graph: KnowledgeGraph) -> [Int] {
    (subject.flatMap { bySubject[$0] } ?? []).filter { !rejected.contains($0) }
  }

  private func nearest(
    to selector: ClaimSelector, _ claims: [Int], in graph: KnowledgeGraph
  ) -> [String] {
    var texts: [String] = []
    for index in claims {
      let claim = graph.claims[index]
      let object =
        switch claim.object {
        case .entity(let entity): graph.entities[entity].path
        case .concept(let concept): concept
        case .value(let value, _): value
        }
      let text = [graph.entities[claim.subject].path, claim.claim.predicate.rawValue, object]
        .joined(
          separator: " ")
      let told = "\(text) (\(graph.documents[claim.document].key))"
      if !texts.contains(told) { texts.append(told) }
      if texts.count == 3 { break }
    }
    return texts
  }

  // MARK: Corrections

  private func corrected(
    _ claim: ResolvedClaim, _ correction: Decision.ClaimCorrection
  ) throws(ThingFinder.Miss) -> ResolvedClaim {
    var claim = claim
    let kind = vocabulary.description(of: claim.claim.predicate)?.object
    if let object = correction.object {
      switch kind {
      case .entity: claim.object = .entity(try thing(object))
      case .concept: claim.object = .concept(concept(object.text))
      case .date, .period:
        guard EDTFDate.isPeriod(object.text) else {
          throw ThingFinder.Miss(
            reason: Message(
              en: "“\(object.text)” is no date", id: "“\(object.text)” bukan tanggal"))
        }
        claim.object = .value(object.text, EDTFDate.type(of: object.text) ?? .period)
      case .literal, nil:
        var type = ValueType.string
        if case .value(_, let old) = claim.object { type = old }
        claim.object = .value(object.text, type)
      }
    }
    if let date = correction.date {
      switch kind {
      case .date, .period: claim.object = .value(date, EDTFDate.type(of: date) ?? .period)
      case .entity, .concept, .literal, nil: claim.claim.period = date
      }
    }
    if let status = correction.status {
      if claim.claim.predicate == .status {
        claim.object = .concept(status.rawValue)
      } else {
        claim.claim.status = status
      }
    }
    decide(&claim)
    return claim
  }
}
