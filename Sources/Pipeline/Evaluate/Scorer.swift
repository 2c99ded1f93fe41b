internal import Claims

/// Holds what a build found in a document against annotations of the same document.
package struct Scorer: Sendable {
  private let measure: Measure

  /// A scorer that measures by this measure.
  package init(measure: Measure) { self.measure = measure }

  /// What was right, wrong and missed.
  package func score(_ found: Annotations, against wanted: Annotations) -> Score {
    let matcher = EntityMatcher(measure: measure)
    func isInScope(_ entity: Annotations.Entity) -> Bool {
      wanted.scopeClasses.isEmpty || wanted.scopeClasses.contains(entity.entityClass)
    }
    var score = Score()
    // Things out of scope still tell which statement is meant.
    let all = matcher.match(wanted.entities, found.entities)
    let wantedInScope = wanted.entities.indices.filter { isInScope(wanted.entities[$0]) }
    let foundInScope = found.entities.indices.filter { isInScope(found.entities[$0]) }
    var scoped = all
    if !wanted.scopeClasses.isEmpty {
      scoped = [:]
      let matches = matcher.match(
        wantedInScope.map { wanted.entities[$0] }, foundInScope.map { found.entities[$0] })
      for (one, other) in matches { scoped[foundInScope[one]] = wantedInScope[other] }
    }
    let ignored = Set(wanted.ignored.map { measure.normalised($0) })
    for position in foundInScope {
      let entity = found.entities[position]
      if let match = scoped[position] {
        score.entityHits.append(Score.EntityHit(found: position, wanted: match))
      } else if ignored.contains(measure.normalised(entity.label))
        || !matcher.names(of: entity, as: entity.entityClass).isDisjoint(with: ignored)
      {
        score.ignored.insert(position)
      } else {
        score.entityFalseAlarms.append(position)
      }
    }
    let hit = Set(scoped.values)
    score.entityMisses = wantedInScope.filter { !hit.contains($0) }
    scoreRelations(of: found, against: wanted, matches: all, into: &score)
    for entity in score.entityHits {
      score.entities[wanted.entities[entity.wanted].entityClass, default: Tally()].hits += 1
    }
    for position in score.entityFalseAlarms {
      score.entities[found.entities[position].entityClass, default: Tally()].falseAlarms += 1
    }
    for position in score.entityMisses {
      score.entities[wanted.entities[position].entityClass, default: Tally()].misses += 1
    }
    return score
  }

  private func scoreRelations(
    of found: Annotations, against wanted: Annotations, matches: [Int: Int], into score: inout Score
  ) {
    let folding = RelationFolding(measure: measure, annotations: wanted)
    var demanded: [RelationKey: [Int]] = [:]
    var neutral: Set<RelationKey> = []
    for (position, relation) in wanted.relations.enumerated() {
      guard let key = folding.key(of: relation, end: { .annotated($0) }) else { continue }
      if relation.isNeutral {
        neutral.insert(key)
      } else {
        demanded[key, default: []].append(position)
      }
    }
    var ends: [String: RelationKey.End] = [:]
    for (position, entity) in found.entities.enumerated() {
      ends[entity.id] =
        matches[position].map { .annotated(wanted.entities[$0].id) } ?? .found(entity.id)
    }
    let dropped = Set(score.ignored.map { found.entities[$0].id })
    func isDropped(_ relation: Annotations.Relation) -> Bool {
      if dropped.contains(relation.subject) { return true }
      guard case .entity(let object) = relation.object else { return false }
      return dropped.contains(object)
    }
    func isInScope(_ key: RelationKey) -> Bool {
      wanted.scopePredicates.isEmpty || wanted.scopePredicates.contains(key.predicate)
    }
    var made: [RelationKey: [Int]] = [:]
    score.verdicts = found.relations.enumerated().map { position, relation in
      guard !isDropped(relation),
        let key = folding.key(of: relation, end: { ends[$0] ?? .found($0) }), isInScope(key),
        demanded[key] != nil || !neutral.contains(key)
      else { return .notScored }
      made[key, default: []].append(position)
      return demanded[key] != nil ? .right : .wrong
    }
    score.found = made.keys.sorted()
    for (key, positions) in made.sorted(by: { $0.key < $1.key }) {
      if demanded[key] == nil {
        score.relationFalseAlarms.append(Score.RelationFinding(key: key, relations: positions))
        score.relations[key.predicate, default: Tally()].falseAlarms += 1
      } else {
        score.relations[key.predicate, default: Tally()].hits += 1
      }
    }
    for (key, positions) in demanded.sorted(by: { $0.key < $1.key })
    where made[key] == nil && isInScope(key) {
      score.relationMisses.append(Score.RelationFinding(key: key, relations: positions))
      score.relations[key.predicate, default: Tally()].misses += 1
    }
  }
}
