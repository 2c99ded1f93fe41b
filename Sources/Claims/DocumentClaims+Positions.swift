extension DocumentClaims {
  /// The first position or range in it that leads nowhere, in words; nil if all are sound.
  ///
  /// What was decoded from a file need not be what an extraction gave.
  public var unsoundPosition: String? {
    guard entities.first?.entityClass == .document else {
      return "entities[0] is not of class Document"
    }
    func isEntity(_ position: Int) -> Bool { entities.indices.contains(position) }
    func isRange(_ range: SourceRange) -> Bool { 0 <= range.start && range.start <= range.end }
    for (number, entity) in entities.enumerated() {
      for (name, linked) in entity.links where !linked.allSatisfy(isEntity) {
        return "entities[\(number)].links.\(name)"
      }
    }
    for (number, mention) in mentions.enumerated() {
      guard isEntity(mention.entity) else { return "mentions[\(number)].entity" }
      guard isRange(mention.range) else { return "mentions[\(number)].range" }
    }
    for (number, claim) in claims.enumerated() {
      guard isEntity(claim.subject) else { return "claims[\(number)].subject" }
      if case .entity(let object) = claim.object, !isEntity(object) {
        return "claims[\(number)].object"
      }
      if let within = claim.within, !isEntity(within) { return "claims[\(number)].within" }
      guard isRange(claim.evidence.passage) else { return "claims[\(number)].evidence.passage" }
      guard (0...1).contains(claim.confidence) else { return "claims[\(number)].confidence" }
    }
    return nil
  }
}
