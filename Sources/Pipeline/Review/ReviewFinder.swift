import Claims
package import Diagnostics
import DomainPack
package import Resolution

/// Finds what deserves a person's decision in a graph, the worst first.
package struct ReviewFinder {
  let decided: DecidedGraph
  let vocabulary: Vocabulary
  let gazetteer: Gazetteer
  let language: MessageLanguage
  let index: ReportIndex

  var graph: KnowledgeGraph { decided.graph }

  /// Facts below it are asked about.
  static let leastConfidence = 0.75
  /// Passages shown of one matter.
  private static let mostPassages = 4

  /// A finder in a graph.
  ///
  /// - Parameters:
  ///   - decided: the graph, and what became of the decisions so far.
  ///   - pack: the pack that the graph was made with.
  ///   - language: of the labels.
  package init(_ decided: DecidedGraph, pack: LoadedPack, language: MessageLanguage) {
    self.decided = decided
    vocabulary = pack.vocabulary
    gazetteer = pack.pack.gazetteer
    self.language = language
    index = ReportIndex(decided.graph)
  }

  /// Everything that deserves a decision and has none yet.
  package func items() -> [ReviewItem] {
    var items =
      idleDecisions() + conflicts() + duplicates() + plannedGifts() + unknownPlaces()
      + uncertainFacts()
    items.sort {
      ($1.urgency, $0.kind.rawValue, $0.id) < ($0.urgency, $1.kind.rawValue, $1.id)
    }
    // Two ways to one question ask it once.
    var seen: Set<String> = []
    return items.filter { seen.insert($0.id).inserted }
  }

  // MARK: Decisions and contradictions

  private func idleDecisions() -> [ReviewItem] {
    decided.outcomes.compactMap { outcome in
      guard let diagnostic = outcome.diagnostic else { return nil }
      let place = "\(outcome.decision.file):\(outcome.decision.position.line + 1)"
      return item(
        .idleDecision, [place, diagnostic.message.english], urgency: 1,
        Message(
          en: "\(place): \(diagnostic.message.english). Mend or remove it there.",
          id: "\(place): \(diagnostic.message.indonesian). Betulkan atau hapus di sana."))
    }
  }

  private func conflicts() -> [ReviewItem] {
    graph.conflicts.compactMap { conflict in
      let claims = conflict.claims.map { graph.claims[$0] }
      guard !claims.contains(where: \.isDecided) else { return nil }
      let chosen = graph.claims[conflict.chosen]
      let agreeing = conflict.claims.map { graph.agreesWithChosen($0, of: conflict) }
      let holding = zip(claims, agreeing).filter(\.1).map(\.0)
      let others = zip(claims, agreeing).filter { !$0.1 }.map(\.0)
      let best = { (claims: [ResolvedClaim]) in claims.map(\.claim.confidence).max() ?? 0 }
      let gap = abs(best(holding) - best(others))
      func said(_ claim: ResolvedClaim) -> Message {
        guard conflict.predicate == nil else {
          return Message(en: name(claim.object), id: name(claim.object))
        }
        let caption = caption(claim.claim.predicate)
        let (subject, object) = (name(claim.subject), name(claim.object))
        return Message(
          en: "“\(subject) \(caption.english) \(object)”",
          id: "“\(subject) \(caption.indonesian) \(object)”")
      }
      let rivals = Set(others.map(said)).sorted { $0.english < $1.english }
      let no: DecisionText =
        rivals.count == 1 ? .confirm(others.map(selector)) : .reject(holding.map(selector))
      let value = said(chosen)
      let captions = graph.predicates(of: conflict).map(caption)
      func list(_ messages: [Message], _ text: (Message) -> String, _ separator: String) -> String {
        messages.map(text).joined(separator: separator)
      }
      return item(
        .conflict, [conflict.path], urgency: 0.7 + 0.3 * (1 - gap),
        Message(
          en: """
            \(name(conflict.thing)), \(list(captions, \.english, " / ")): is it \(value.english) \
            and not \(list(rivals, \.english, ", "))?
            """,
          id: """
            \(name(conflict.thing)), \(list(captions, \.indonesian, " / ")): apakah \
            \(value.indonesian), bukan \(list(rivals, \.indonesian, ", "))?
            """),
        things: [conflict.thing], claims: holding.prefix(2) + others,
        yes: .confirm(holding.map(selector)), no: no)
    }
  }

  // MARK: Things

  private func duplicates() -> [ReviewItem] {
    NearDuplicates(graph, vocabulary: vocabulary).pairs(except: decided.distinct).map { pair in
      let paths = pair.things.map { graph.entities[$0].path }
      let names = pair.things.map { "“\(name($0))” (\(graph.entities[$0].path))" }
      let type =
        vocabulary.description(of: graph.entities[pair.things[0]].entityClass)?.label
        ?? Caption(id: "Entitas", en: "Thing")
      return item(
        .duplicate, paths.sorted(), urgency: 0.95 * pair.likeness,
        Message(
          en: "\(type.english): is \(names[0]) the same as \(names[1])?",
          id: "\(type.indonesian): apakah \(names[0]) sama dengan \(names[1])?"),
        things: pair.things, claims: pair.things.flatMap { index.claims(about: $0).prefix(2) },
        yes: .merge(paths, label: graph.entities[pair.things[0]].labels.first?.text),
        no: .distinct(paths))
    }
  }

  /// Places by name that have no key: perhaps the pack has them under another name.
  private func unknownPlaces() -> [ReviewItem] {
    let kinds = (vocabulary.description(of: Predicate(rawValue: "locatedIn"))?.range ?? []).filter {
      vocabulary.description(of: $0)?.identity == .name
    }
    var keys: [EntityClass: [String: [String]]] = [:]
    for entry in gazetteer.entries where kinds.contains(entry.entityClass) {
      for label in Set([entry.indonesianLabel, entry.englishLabel] + entry.names.map(\.text)) {
        keys[entry.entityClass, default: [:]][label, default: []].append(entry.key)
      }
    }
    return graph.entities.indices.compactMap { position in
      let entity = graph.entities[position]
      guard entity.key == nil, kinds.contains(entity.entityClass),
        !decided.confirmed.contains(position)
      else { return nil }
      let known = keys[entity.entityClass] ?? [:]
      let near = EditDistance.nearest(toName: name(position), among: known.keys).first
      let key = near.flatMap { known[$0] }?.min()
      let told = "“\(name(position))” (\(entity.path))"
      if let key, let near {
        return item(
          .unknownPlace, [entity.path], urgency: 0.55,
          Message(
            en: "The pack does not know \(told). Is it \(near) (\(key))?",
            id: "Paket tidak mengenal \(told). Apakah itu \(near) (\(key))?"),
          things: [position], claims: index.claims(about: position),
          yes: .correct(entity.path, key: key), no: .confirm(thing: entity.path))
      }
      return item(
        .unknownPlace, [entity.path], urgency: 0.5,
        Message(
          en: "The pack does not know \(told). Is there such a place?",
          id: "Paket tidak mengenal \(told). Apakah tempat itu ada?"),
        things: [position], claims: index.claims(about: position),
        yes: .confirm(thing: entity.path), no: .reject(thing: entity.path))
    }
  }

  // MARK: What they are built of

  func item(
    _ kind: ReviewItem.Kind, _ identity: [String], urgency: Double, _ question: Message,
    things: [Int] = [], claims: some Sequence<ResolvedClaim> = [ResolvedClaim](),
    yes: DecisionText? = nil, no: DecisionText? = nil
  ) -> ReviewItem {
    let text = ([kind.rawValue] + identity).joined(separator: "\u{1F}")
    return ReviewItem(
      id: String(SHA256.hexadecimal(of: text).prefix(12)), kind: kind,
      urgency: (urgency * 1000).rounded() / 1000, question: question,
      things: things.map { position in
        ReviewItem.Thing(
          path: graph.entities[position].path, type: graph.entities[position].entityClass.rawValue,
          label: name(position))
      }, passages: claims.prefix(Self.mostPassages).map(passage), yes: yes, no: no)
  }

  private func passage(_ claim: ResolvedClaim) -> ReviewItem.Passage {
    let (document, evidence) = (graph.documents[claim.document], claim.claim.evidence)
    return ReviewItem.Passage(
      document: document.key, file: document.fileName, page: evidence.page,
      start: evidence.passage.start, end: evidence.passage.end, quote: evidence.quote,
      claim: claim.claim.id, statement: statement(claim), confidence: claim.claim.confidence,
      rule: claim.claim.rule)
  }

  /// A claim by its digits and, in case they change, by what it says.
  func selector(_ claim: ResolvedClaim) -> ClaimSelector {
    var selector = ClaimSelector(id: claim.claim.id)
    selector.subject = ThingName(graph.entities[claim.subject].path)
    selector.predicate = claim.claim.predicate
    switch claim.object {
    case .entity(let object): selector.object = ThingName(graph.entities[object].path)
    case .concept(let concept): selector.object = ThingName(concept)
    // An empty value is none that a pattern could name.
    case .value(let value, _): selector.object = value.isEmpty ? nil : ThingName(value)
    }
    selector.document = graph.documents[claim.document].key
    return selector
  }

  func statement(_ claim: ResolvedClaim) -> String {
    "\(name(claim.subject)) \(claim.claim.predicate.rawValue) \(name(claim.object))"
  }

  func caption(_ predicate: Predicate) -> Message {
    guard let label = vocabulary.description(of: predicate)?.label else {
      return Message(en: predicate.rawValue, id: predicate.rawValue)
    }
    return Message(en: label.english, id: label.indonesian)
  }

  func name(_ position: Int) -> String {
    let labels = graph.entities[position].labels
    return (labels.first { $0.language == language.rawValue } ?? labels.first)?.text
      ?? graph.entities[position].path
  }

  func name(_ object: GraphObject) -> String {
    switch object {
    case .entity(let position): name(position)
    case .concept(let concept): concept
    case .value(let value, _): value
    }
  }
}
