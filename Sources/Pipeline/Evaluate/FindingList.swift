internal import Claims
import Diagnostics
internal import Resolution

/// Makes the list of misses and false alarms of one document.
struct FindingList {
  /// Name of the annotation file without its ending.
  let name: String
  let wanted: Annotations
  let found: Prediction
  let score: Score
  let measure: Measure
  let graph: KnowledgeGraph
  /// What the document says by itself; nil if it was not built.
  let claims: DocumentClaims?
  let passages: Passages?

  /// Misses of things, of statements, then false alarms in the same order.
  func findings() -> [Finding] {
    entityMisses + relationMisses + entityFalseAlarms + relationFalseAlarms
  }

  private var entityMisses: [Finding] {
    score.entityMisses.map { position in
      let entity = wanted.entities[position]
      let like = found.annotations.entities.first { other in
        other.entityClass != entity.entityClass
          && !names(of: entity, as: entity.entityClass).isDisjoint(
            with: names(of: other, as: entity.entityClass))
      }
      var finding = finding(.miss, .entity(entity.entityClass.rawValue), entity.label)
      finding.passage =
        passages?.passage(naming: entity.names) ?? evidence(naming: entity.id).map(Self.folded)
      finding.hint = like.map {
        Message(
          en: "found as \($0.entityClass.rawValue)",
          id: "ditemukan sebagai \($0.entityClass.rawValue)")
      }
      return finding
    }
  }

  private var entityFalseAlarms: [Finding] {
    score.entityFalseAlarms.map { position in
      let entity = found.annotations.entities[position]
      let like = wanted.entities.first { other in
        other.entityClass != entity.entityClass
          && !names(of: entity, as: entity.entityClass).isDisjoint(
            with: names(of: other, as: entity.entityClass))
      }
      var finding = finding(.falseAlarm, .entity(entity.entityClass.rawValue), entity.label)
      finding.passage = passage(of: entity)
      finding.hint = like.map {
        Message(
          en: "annotated as \($0.entityClass.rawValue)",
          id: "dianotasi sebagai \($0.entityClass.rawValue)")
      }
      return finding
    }
  }

  private var relationMisses: [Finding] {
    let hit = Set(score.entityHits.map { wanted.entities[$0.wanted].id })
    return score.relationMisses.compactMap { miss in
      guard let relation = miss.relations.first.map({ wanted.relations[$0] }) else { return nil }
      var finding = finding(
        .miss, .relation(miss.key.predicate.rawValue), statement(relation, in: wanted))
      finding.passage = relation.evidence.map(Self.folded)
      finding.hint = hint(for: miss.key, relation: relation, hit: hit)
      return finding
    }
  }

  private var relationFalseAlarms: [Finding] {
    score.relationFalseAlarms.compactMap { alarm in
      guard let relation = alarm.relations.first.map({ found.annotations.relations[$0] }) else {
        return nil
      }
      var finding = finding(
        .falseAlarm, .relation(alarm.key.predicate.rawValue),
        statement(relation, in: found.annotations))
      let claims = alarm.relations.flatMap { found.claims[$0] }
      // The first of the most confident claims.
      if let best = claims.min(by: {
        (-graph.claims[$0].claim.confidence, $0) < (-graph.claims[$1].claim.confidence, $1)
      }) {
        let claim = graph.claims[best].claim
        finding.passage = Self.folded(claim.evidence.quote)
        finding.rule = claim.rule
        finding.confidence = claim.confidence
      }
      finding.hint = hint(forFalse: alarm.key)
      return finding
    }
  }

  private func finding(
    _ kind: Finding.Kind, _ matter: Finding.Matter, _ statement: String
  ) -> Finding {
    Finding(
      kind: kind, matter: matter, document: name, statement: Self.folded(statement))
  }

  private func hint(
    for key: RelationKey, relation: Annotations.Relation, hit: Set<String>
  ) -> Message? {
    let hasSubject = isFound(relation.subject, hit)
    var hasObject = true
    if case .entity(let object) = relation.object { hasObject = isFound(object, hit) }
    switch (hasSubject, hasObject) {
    case (false, false):
      return Message(
        en: "subject and object were not found", id: "subjek dan objek tidak ditemukan")
    case (false, true):
      return Message(en: "the subject was not found", id: "subjek tidak ditemukan")
    case (true, false): return Message(en: "the object was not found", id: "objek tidak ditemukan")
    case (true, true): break
    }
    if let other = score.found.first(where: {
      $0.predicate != key.predicate
        && ($0.subject == key.subject && $0.object == key.object
          || $0.subject == key.object && $0.object == key.subject)
    }) {
      return Message(
        en: "found as \(other.predicate.rawValue)",
        id: "ditemukan sebagai \(other.predicate.rawValue)")
    }
    guard
      let other = score.found.first(where: {
        $0.predicate == key.predicate && $0.subject == key.subject
      })
    else { return nil }
    let text = text(of: other.object)
    return Message(en: "found with the object “\(text)”", id: "ditemukan dengan objek “\(text)”")
  }

  private func hint(forFalse key: RelationKey) -> Message? {
    func isUnknown(_ end: RelationKey.End) -> Bool {
      if case .found = end { return true }
      return false
    }
    switch (isUnknown(key.subject), isUnknown(key.object)) {
    case (true, true):
      return Message(
        en: "subject and object are not annotated", id: "subjek dan objek tidak dianotasi")
    case (true, false):
      return Message(en: "the subject is not annotated", id: "subjek tidak dianotasi")
    case (false, true):
      return Message(en: "the object is not annotated", id: "objek tidak dianotasi")
    case (false, false): return nil
    }
  }

  /// Whether a thing of the annotations was found; what is out of scope counts as found.
  private func isFound(_ id: String, _ hit: Set<String>) -> Bool {
    hit.contains(id) || !score.entityMisses.contains { wanted.entities[$0].id == id }
  }

  private func text(of end: RelationKey.End) -> String {
    switch end {
    case .annotated(let id): wanted.entities.first { $0.id == id }?.label ?? id
    case .found(let id): found.annotations.entities.first { $0.id == id }?.label ?? id
    case .value(let value): value
    }
  }

  private func statement(_ relation: Annotations.Relation, in annotations: Annotations) -> String {
    func label(_ id: String) -> String {
      annotations.entities.first { $0.id == id }?.label ?? id
    }
    let object =
      switch relation.object {
      case .entity(let id): label(id)
      case .value(let value): value
      }
    return "\(label(relation.subject)) – \(relation.predicate.rawValue) – \(object)"
  }

  /// The words of the first relation that has the thing at an end.
  private func evidence(naming id: String) -> String? {
    wanted.relations.first { $0.evidence != nil && ($0.subject == id || $0.object == .entity(id)) }?
      .evidence
  }

  /// The text around the first mention of a found thing.
  private func passage(of entity: Annotations.Entity) -> String? {
    let names = Set(entity.names)
    if let claims, let passages,
      let mention = claims.mentions.first(where: { mention in
        let local = claims.entities[mention.entity]
        return local.entityClass == entity.entityClass
          && (names.contains(local.label) || local.key.map { $0 == entity.id } ?? false)
      })
    {
      return passages.passage(around: mention.range, surface: mention.surface)
    }
    if let passage = passages?.passage(naming: entity.names) { return passage }
    // A document without a title is shown by its first words.
    return entity == found.annotations.entities.first ? passages?.beginning : nil
  }

  private func names(
    of entity: Annotations.Entity, as entityClass: EntityClass
  ) -> Set<String> {
    EntityMatcher(measure: measure).names(of: entity, as: entityClass)
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
