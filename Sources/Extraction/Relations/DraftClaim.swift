import Claims

/// A claim while agreements are not yet brought together.
struct DraftClaim {
  var claim: Claim
  /// Position in the document's sentences.
  var sentence: Int
  /// Whether it is a guess that gives way to any other statement of the same predicate on its subject.
  var isDefault = false

  /// The claims without the guesses that others make needless.
  static func withoutNeedlessDefaults(_ drafts: [DraftClaim]) -> [DraftClaim] {
    struct Matter: Hashable {
      var subject: Int
      var predicate: Predicate
    }
    let stated = Set(
      drafts.filter { !$0.isDefault }.map {
        Matter(subject: $0.claim.subject, predicate: $0.claim.predicate)
      })
    return drafts.filter { draft in
      !draft.isDefault
        || !stated.contains(
          Matter(subject: draft.claim.subject, predicate: draft.claim.predicate))
    }
  }
}
