import Claims
import Documents
import DomainPack

/// Puts the result of a document together: things that nothing speaks of are left out, the rest
/// renumbered, mentions and claims in the order of the text.
struct ClaimAssembler {
  let reading: DocumentReading
  let drafts: [DraftClaim]
  let documentKey: String
  let title: String

  func assembled() -> DocumentClaims {
    var claims = drafts.map(\.claim)
    var mentions = self.mentions(spokenOf: Self.subjects(of: claims))
    let numbers = numbering(mentions, claims)
    let curves = reading.pack.pack.confidences
    mentions = mentions.map { mention in
      var mention = mention
      mention.entity = numbers[mention.entity] ?? 0
      return mention
    }
    claims = claims.map { claim in
      var claim = claim
      claim.subject = numbers[claim.subject] ?? 0
      if case .entity(let object) = claim.object { claim.object = .entity(numbers[object] ?? 0) }
      claim.within = claim.within.flatMap { numbers[$0] }
      claim.confidence = curves.worth(of: claim.confidence, by: claim.rule)
      return claim
    }
    let kept = numbers.keys.sorted { (numbers[$0] ?? 0) < (numbers[$1] ?? 0) }
    let entities = kept.map { old in
      var entity = reading.entities.entities[old]
      entity.attributes["short"] = nil
      for (name, links) in entity.links { entity.links[name] = links.compactMap { numbers[$0] } }
      return entity
    }
    return DocumentClaims(
      documentKey: documentKey, fileName: reading.document.fileName, title: title,
      language: reading.language,
      entities: entities,
      mentions: mentions.sorted { ($0.range, $0.entity) < ($1.range, $1.entity) },
      claims: claims.enumerated().sorted {
        ($0.element.evidence.passage, $0.offset) < ($1.element.evidence.passage, $1.offset)
      }
      .map(\.element)
    ).sealed()
  }

  /// The entities that claims speak of.
  private static func subjects(of claims: [Claim]) -> Set<Int> {
    var subjects: Set<Int> = []
    for claim in claims {
      subjects.insert(claim.subject)
      if case .entity(let object) = claim.object { subjects.insert(object) }
      if let within = claim.within { subjects.insert(within) }
    }
    return subjects
  }

  /// The mentions of the text.
  ///
  /// Words that are no names, and names in a list of works cited, count only where a claim speaks
  /// of what they name.
  private func mentions(spokenOf subjects: Set<Int>) -> [Mention] {
    let claimedOnly = Set(reading.pack.pack.words.members["claimed-only-classes"] ?? [])
    var seen: Set<Mention> = []
    var mentions: [Mention] = []
    for sentence in reading.sentences {
      for mention in sentence.mentions where mention.standing != .dropped {
        let range = reading.range(mention.tokens, inBlock: sentence.block)
        let surface = reading.text(mention.tokens, inBlock: sentence.block)
        for entity in mention.entities {
          let entityClass = reading.entities.entities[entity].entityClass.rawValue
          if sentence.context == .bibliography || claimedOnly.contains(entityClass),
            !subjects.contains(entity)
          {
            continue
          }
          let found = Mention(entity: entity, range: range, surface: surface)
          if seen.insert(found).inserted { mentions.append(found) }
        }
      }
    }
    return mentions
  }

  /// Old position → new one, for the document, what is mentioned or claimed of, and what those link to.
  private func numbering(_ mentions: [Mention], _ claims: [Claim]) -> [Int: Int] {
    var wanted: Set<Int> = [0]
    var open = mentions.map(\.entity)
    for claim in claims {
      open.append(claim.subject)
      if case .entity(let object) = claim.object { open.append(object) }
      if let within = claim.within { open.append(within) }
    }
    while let entity = open.popLast() {
      guard wanted.insert(entity).inserted || entity == 0 else { continue }
      guard entity != 0 else { continue }
      for links in reading.entities.entities[entity].links.values {
        open += links.filter { !wanted.contains($0) }
      }
    }
    return Dictionary(uniqueKeysWithValues: wanted.sorted().enumerated().map { ($1, $0) })
  }
}
