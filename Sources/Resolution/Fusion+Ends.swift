internal import Claims
internal import DomainPack

extension Fusion {
  /// Takes back what is said of the ends of things where better sources contradict it, and keeps the
  /// contradictions as conflicts.
  ///
  /// Contradictory are that one thing ends and changes another, that several end one, and that one
  /// is changed in a later year than that of its end; what is narrowed to a part contradicts
  /// nothing. What a person decided on stands before what a thing's own text says that it does, this
  /// before what others say, and of these the better supported. Texts that each speak of their own
  /// thing do not contradict each other: a thing may be ended twice, as laws sometimes are.
  func weighEnds(in graph: inout KnowledgeGraph) {
    var weighing = EndWeighing(fusion: self, graph: graph)
    weighing.run()
    graph.conflicts += weighing.conflicts
    graph.facts = graph.facts.enumerated().filter { !weighing.lost.contains($0.offset) }
      .map(\.element)
  }
}

/// One use of ``Fusion/weighEnds(in:)``.
private struct EndWeighing {
  /// A fact that tells what becomes of its object.
  struct Deed {
    /// Position among the facts.
    var fact: Int
    var subject: Int
    var effect: ObjectEffect
    /// Whether a text of the subject says so.
    var isOwn: Bool
    /// Whether a person confirmed it.
    var isDecided: Bool
  }

  /// Deeds that can hold together.
  struct Side {
    var deeds: [Deed]
    var confidence: Double

    var isDecided: Bool { deeds.contains(where: \.isDecided) }
    var isOwn: Bool { deeds.contains(where: \.isOwn) }
    /// Smaller is better: by decision, own text, support, then ends before changes.
    var order: (Int, Int, Double, Int, Int) {
      (
        isDecided ? 0 : 1, isOwn ? 0 : 1, -confidence,
        deeds.contains { $0.effect == .ends } ? 0 : 1, deeds[0].fact
      )
    }
  }

  let fusion: Fusion
  let graph: KnowledgeGraph
  /// Positions of the facts that do not stand.
  private(set) var lost: Set<Int> = []
  private(set) var conflicts: [Conflict] = []
  private var deedsOfObject: [Int: [Deed]] = [:]
  /// The first thing that another is one with.
  private var joined: [Int: Int] = [:]
  private var yearOfThing: [Int: Int] = [:]

  init(fusion: Fusion, graph: KnowledgeGraph) {
    self.fusion = fusion
    self.graph = graph
    let texts = Self.texts(in: graph)
    for (index, fact) in graph.facts.enumerated() {
      guard let description = fusion.vocabulary.description(of: fact.predicate) else { continue }
      if description.object == .date, case .value(let text, _) = fact.object,
        let year = Int(text.prefix(4))
      {
        yearOfThing[fact.subject] = max(year, yearOfThing[fact.subject] ?? year)
      }
      guard let effect = description.effect, case .entity(let object) = fact.object else {
        continue
      }
      guard effect != .joins else {
        join(fact.subject, object)
        continue
      }
      let own = fact.claims.filter {
        texts[graph.claims[$0].document]?.contains(fact.subject) == true
      }
      let isPartial = (own.isEmpty ? fact.claims : own).allSatisfy { claim in
        fusion.vocabulary.partialQualifiers.contains {
          graph.claims[claim].claim.qualifiers[$0] != nil
        }
      }
      if isPartial { continue }
      deedsOfObject[object, default: []].append(
        Deed(
          fact: index, subject: fact.subject, effect: effect, isOwn: !own.isEmpty,
          isDecided: fact.claims.contains { graph.claims[$0].isDecided }))
    }
  }

  /// The things that each document is the text of: what it is about, if it says that it is
  /// legislation, or says nothing of what it is.
  private static func texts(in graph: KnowledgeGraph) -> [Int: Set<Int>] {
    var texts: [Int: Set<Int>] = [:]
    for claim in graph.claims where claim.claim.predicate == .about {
      let document = graph.documents[claim.document].entity
      let types = graph.entities[document].attributes["publicationType"] ?? []
      guard claim.subject == document, case .entity(let object) = claim.object,
        types.isEmpty || types.contains("legislation")
      else { continue }
      texts[claim.document, default: []].insert(object)
    }
    return texts
  }

  private mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (whole(one), whole(other))
    if first != second { joined[max(first, second)] = min(first, second) }
  }

  /// The first of the things that one is one with.
  private func whole(_ thing: Int) -> Int {
    var whole = thing
    while let next = joined[whole] { whole = next }
    return whole
  }

  mutating func run() {
    for object in deedsOfObject.keys.sorted() {
      guard let deeds = deedsOfObject[object], deeds.count > 1 else { continue }
      // One thing either ends or changes another.
      for (_, ofOne) in Dictionary(grouping: deeds, by: \.subject).sorted(by: { $0.key < $1.key }) {
        weigh(
          [ofOne.filter { $0.effect == .ends }, ofOne.filter { $0.effect == .changes }], object)
      }
      // A thing ends once.
      let ends = standing(deeds).filter { $0.effect == .ends }
      let byWhole = Dictionary(grouping: ends) { whole($0.subject) }
      weigh(byWhole.sorted { $0.key < $1.key }.map(\.value), object)
      // Nothing changes what has ended.
      for end in standing(deeds) where end.effect == .ends {
        guard let last = lastYear(of: end) else { continue }
        let changes = standing(deeds).filter { deed in
          guard deed.effect == .changes, let year = keyYear(of: deed.subject) else { return false }
          return year > last
        }
        weigh([[end], changes], object)
        // Where the texts of both sides say so of themselves, what others say of changes falls.
        let others = standing(changes).filter { !$0.isOwn && !$0.isDecided }
        if !lost.contains(end.fact), !others.isEmpty { weigh([[end], others], object) }
      }
    }
  }

  private func standing(_ deeds: [Deed]) -> [Deed] { deeds.filter { !lost.contains($0.fact) } }

  /// Keeps the best side; of the others those stand that a person confirmed, and beside what another
  /// text says of itself those that speak of themselves.
  private mutating func weigh(_ rivals: [[Deed]], _ object: Int) {
    let sides = rivals.filter { !$0.isEmpty }.map { deeds in
      Side(
        deeds: deeds,
        confidence: confidence(of: deeds.flatMap { graph.facts[$0.fact].claims }, in: graph))
    }.sorted { $0.order < $1.order }
    guard let best = sides.first, let deed = best.deeds.min(by: { rank($0) < rank($1) }) else {
      return
    }
    let losers = sides.dropFirst().filter { side in
      !side.isDecided && (!side.isOwn || best.isDecided)
    }.flatMap(\.deeds)
    guard !losers.isEmpty else { return }
    lost.formUnion(losers.map(\.fact))
    // What else holds beside the best deed is no part of the contradiction.
    conflicts.append(
      fusion.conflict(
        about: object, nil, ([deed] + losers).flatMap { graph.facts[$0.fact].claims },
        choosing: graph.facts[deed.fact].claims, in: graph))
  }

  /// Smaller is better, as between sides.
  private func rank(_ deed: Deed) -> (Int, Int, Double, Int) {
    (
      deed.isDecided ? 0 : 1, deed.isOwn ? 0 : 1,
      -confidence(of: graph.facts[deed.fact].claims, in: graph), deed.fact
    )
  }

  // MARK: Years

  /// The last year in which a thing can have done what it does: that of its number, of its dates and
  /// of the claims' periods; nil if nothing tells.
  private func lastYear(of deed: Deed) -> Int? {
    let periods = graph.facts[deed.fact].claims.compactMap { claim in
      graph.claims[claim].claim.period.flatMap { Int($0.prefix(4)) }
    }
    return (periods + [keyYear(of: deed.subject), yearOfThing[deed.subject]].compactMap { $0 })
      .max()
  }

  /// The year in the key of a thing, `UU/1999/22`; nil if there is none.
  private func keyYear(of thing: Int) -> Int? {
    let parts = graph.entities[thing].key?.split(separator: "/") ?? []
    return parts.count == 3 ? Int(parts[1]) : nil
  }
}
