internal import Claims
internal import Diagnostics
internal import DomainPack

/// Applies what people decided about things: which are one, which are several, what they are.
///
/// Identity builds on identity: an agreement is told by its parties. So decisions are applied in
/// rounds. In each, names are looked up in the grouping so far, those decisions are applied that
/// touch different things, and everything is grouped anew with what they make one. A decision may
/// name what an earlier one made, and what it replaced.
struct ThingDecisions {
  /// The documents, with what was split.
  private(set) var documents: [DocumentClaims]
  let vocabulary: Vocabulary
  private(set) var grouping: Grouping
  /// What became of the decisions about things, by their positions.
  private(set) var effects: [Int: DecisionOutcome.Effect] = [:]
  /// Names given, each with a member of its thing.
  private(set) var labels: [(member: LocalReference, labels: [Decision.Label])] = []
  /// Places given, each with a member of its thing.
  private(set) var coordinates: [(member: LocalReference, place: Coordinates)] = []
  /// Members of things that are none.
  private(set) var rejected: [LocalReference] = []
  /// Members of things that are right as they are.
  private(set) var confirmed: [LocalReference] = []
  /// Members of things of which no two are one.
  private(set) var distinct: [[LocalReference]] = []

  private var pins = PinnedThings()
  /// Paths that things had in any round, each with a member.
  private var former: [String: LocalReference] = [:]
  private var crowdedOut: [LocalReference: String]
  /// The paths of things that were split off, by what they were split from and their labels.
  var splitPaths: [String: String] = [:]

  /// The things of documents in order of their keys, before any decision.
  init(documents: [DocumentClaims], vocabulary: Vocabulary) {
    self.documents = documents
    self.vocabulary = vocabulary
    grouping = Grouping(documents: documents, vocabulary: vocabulary)
    grouping.groupAll()
    crowdedOut = grouping.crowdedOut
  }

  /// A finder of the things as they are now.
  var finder: ThingFinder { ThingFinder(grouping, former: former, given: labels) }

  /// Applies the decisions about things; those about claims are passed over.
  mutating func apply(_ decisions: [Decision]) {
    var pending = decisions.indices.filter { decisions[$0].isAboutThings }
    while !pending.isEmpty {
      var round = Round(finder: finder)
      var missed: [Int: ThingFinder.Miss] = [:]
      let before = pending.count
      pending = pending.filter { index in
        do throws(Halt) {
          effects[index] = .applied(try apply(decisions[index].action, &round))
          return false
        } catch {
          if case .missed(let miss) = error { missed[index] = miss }
          return true
        }
      }
      if round.hasChanges { regroup() }
      // Only what is done can make another name lead to a thing.
      guard pending.count == before else { continue }
      for index in pending {
        guard let miss = missed[index] else {
          preconditionFailure("a decision waits only for one that was applied in its round")
        }
        effects[index] = .none(miss.reason, nearest: miss.nearest)
      }
      return
    }
  }

  private mutating func regroup() {
    for group in grouping.groups {
      if former[group.path] == nil, let member = group.members.first { former[group.path] = member }
    }
    grouping = Grouping(
      documents: documents, vocabulary: vocabulary, decided: pins.things, crowdedOut: crowdedOut)
    grouping.groupAll()
  }

  // MARK: What the kinds of decision share

  /// Decisions that are applied to the same grouping.
  struct Round {
    let finder: ThingFinder
    /// Groups that have changed: whoever names them waits for the next round.
    var touched: Set<Int> = []
    var hasChanges = false

    mutating func touch(_ groups: some Sequence<Int>) {
      touched.formUnion(groups)
      hasChanges = true
    }
  }

  /// Why a decision is not applied in a round.
  enum Halt: Error {
    /// It names what the round has changed.
    case waits
    case missed(ThingFinder.Miss)
  }

  /// The things of some names.
  func find(_ names: [ThingName], _ round: Round) throws(Halt) -> [Int] {
    var groups: [Int] = []
    for name in names {
      let group: Int
      do throws(ThingFinder.Miss) { group = try round.finder.group(name) } catch {
        throw .missed(error)
      }
      guard !round.touched.contains(group) else { throw .waits }
      groups.append(group)
    }
    return groups
  }

  func miss(_ english: String, _ indonesian: String, nearest: [String] = []) -> Halt {
    .missed(ThingFinder.Miss(reason: Message(en: english, id: indonesian), nearest: nearest))
  }

  /// Whether a thing is a document that was read: what it says cannot be another's.
  func isRead(_ group: Int) -> Bool {
    grouping.groups[group].members.contains { $0.entity == 0 }
  }

  func refuseRead(_ group: Int) throws(Halt) {
    guard isRead(group) else { return }
    throw miss(
      "\(grouping.groups[group].path) is a document that was read; leave it out of the inputs instead",
      "\(grouping.groups[group].path) adalah dokumen yang dibaca; keluarkan dari masukan")
  }

  /// Makes some local entities one thing from now on; what people decided earlier about any of
  /// them, or about the thing of that path, is part of it.
  mutating func pin(
    path: String, entityClass: EntityClass, key: String?, members: [LocalReference]
  ) {
    let thing = pins.pin(
      DecidedThing(path: path, entityClass: entityClass, key: key, members: members))
    for member in thing.members {
      documents[member.document].entities[member.entity].entityClass = entityClass
    }
  }

  /// Takes local entities out of what they were decided to be.
  mutating func unpin(_ members: Set<LocalReference>) { pins.unpin(members) }

  mutating func addEntity(_ entity: LocalEntity, to document: Int) -> LocalReference {
    documents[document].entities.append(entity)
    return LocalReference(document: document, entity: documents[document].entities.count - 1)
  }

  mutating func change(_ member: LocalReference, _ change: (inout LocalEntity) -> Void) {
    change(&documents[member.document].entities[member.entity])
  }

  /// Lets a mention and what its passage claims be of another entity of the same document.
  mutating func move(_ mentions: [Int], from old: LocalReference, to new: LocalReference) {
    for mention in mentions { documents[old.document].mentions[mention].entity = new.entity }
    let document = documents[old.document]
    func isNamed(_ entity: Int, in passage: SourceRange) -> Bool {
      document.mentions.contains { $0.entity == entity && passage.contains($0.range) }
    }
    for index in document.claims.indices {
      let claim = document.claims[index]
      let passage = claim.evidence.passage
      guard isNamed(new.entity, in: passage), !isNamed(old.entity, in: passage) else { continue }
      if claim.subject == old.entity { documents[old.document].claims[index].subject = new.entity }
      if claim.object == .entity(old.entity) {
        documents[old.document].claims[index].object = .entity(new.entity)
      }
      if claim.within == old.entity { documents[old.document].claims[index].within = new.entity }
    }
  }

  // MARK: The kinds that change no identity

  private mutating func apply(_ action: Decision.Action, _ round: inout Round) throws(Halt) -> Int {
    switch action {
    case .merge(let names, let labels): return try merge(names, labels: labels, &round)
    case .distinct(let names): return try keepApart(names, &round)
    case .split(let split): return try apply(split, &round)
    case .correctThing(let name, let correction): return try correct(name, correction, &round)
    case .rejectThing(let name):
      let group = try find([name], round)[0]
      try refuseRead(group)
      rejected.append(grouping.groups[group].members[0])
      return 1
    case .confirmThing(let name):
      confirmed.append(grouping.groups[try find([name], round)[0]].members[0])
      return 1
    case .correctClaim, .rejectClaim, .confirmClaim: return 0
    }
  }

  mutating func give(_ labels: [Decision.Label], to group: Int) {
    if !labels.isEmpty { self.labels.append((grouping.groups[group].members[0], labels)) }
  }

  mutating func give(_ place: Coordinates?, to group: Int) {
    if let place { coordinates.append((grouping.groups[group].members[0], place)) }
  }

  mutating func holdApart(_ members: [LocalReference]) { distinct.append(members) }
}

extension Decision {
  /// Whether it is about things rather than claims.
  var isAboutThings: Bool {
    switch action {
    case .merge, .distinct, .split, .correctThing, .rejectThing, .confirmThing: true
    case .correctClaim, .rejectClaim, .confirmClaim: false
    }
  }
}
