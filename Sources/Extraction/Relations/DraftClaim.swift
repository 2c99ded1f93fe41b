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

  /// The claims without those that another one of the same passage says with more qualifiers.
  ///
  /// Two rules may see one statement, and only one of them how many or since when.
  static func withoutPoorer(_ drafts: [DraftClaim]) -> [DraftClaim] {
    struct Statement: Hashable {
      var subject: Int
      var predicate: Predicate
      var object: ClaimObject
      var status: Status?
      var within: Int?
      var passage: SourceRange

      init(_ claim: Claim) {
        subject = claim.subject
        predicate = claim.predicate
        object = claim.object
        status = claim.status
        within = claim.within
        passage = claim.evidence.passage
      }
    }
    var richer: [Statement: [[String: String]]] = [:]
    for draft in drafts where !draft.claim.qualifiers.isEmpty {
      richer[Statement(draft.claim), default: []].append(draft.claim.qualifiers)
    }
    return drafts.filter { draft in
      let own = draft.claim.qualifiers
      return !(richer[Statement(draft.claim)] ?? []).contains { other in
        other.count > own.count && own.allSatisfy { other[$0.key] == $0.value }
      }
    }
  }
}
