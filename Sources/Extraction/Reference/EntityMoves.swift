import Claims

extension DocumentReading {
  /// Lets other entities stand for some: in claims, mentions and links.
  ///
  /// - Parameters:
  ///   - drafts: the claims so far; one whose subject or object is nowhere, or that joins an entity
  ///     with itself, is dropped.
  ///   - moved: the entity that stands for one, by their positions; nil for none.
  mutating func moveEntities(drafts: inout [DraftClaim], _ moved: (Int) -> Int?) {
    drafts = drafts.compactMap { draft in
      var draft = draft
      guard let subject = moved(draft.claim.subject) else { return nil }
      draft.claim.subject = subject
      if case .entity(let object) = draft.claim.object {
        guard let object = moved(object), object != subject else { return nil }
        draft.claim.object = .entity(object)
      }
      draft.claim.within = draft.claim.within.flatMap(moved)
      return draft
    }
    for number in sentences.indices {
      for index in sentences[number].mentions.indices {
        sentences[number].mentions[index].entities =
          sentences[number].mentions[index].entities.compactMap(moved)
      }
    }
    for position in entities.entities.indices {
      entities.update(position) { entity in
        for (name, links) in entity.links { entity.links[name] = links.compactMap(moved) }
      }
    }
  }
}
