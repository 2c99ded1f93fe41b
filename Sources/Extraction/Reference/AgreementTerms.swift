import Claims

/// From when to when agreements ran, where the text tells the day of the signing and the end apart.
enum AgreementTerms {
  /// What such claims name as their rule.
  static let rule = "agreement/term"

  /// Adds a period to each agreement that has a date of signing and an end: *ditandatangani 12 Mei 2016
  /// … berakhir pada 2021* is 2016/2021.
  static func add(to drafts: inout [DraftClaim], _ reading: DocumentReading) {
    var signed: [Int: String] = [:]
    var ends: [Int: DraftClaim] = [:]
    for draft in drafts {
      let claim = draft.claim
      guard reading.entities.entities[claim.subject].entityClass == .agreement,
        case .value(let value, _) = claim.object
      else { continue }
      switch claim.predicate.rawValue {
      case "signedOn" where claim.status == nil:
        // Of several dates of one signing the most exact one counts.
        if value.count > signed[claim.subject]?.count ?? 0 { signed[claim.subject] = value }
      case "period" where value.hasPrefix("../"):
        if ends[claim.subject] == nil { ends[claim.subject] = draft }
      default: break
      }
    }
    for (agreement, draft) in ends.sorted(by: { $0.key < $1.key }) {
      guard let start = signed[agreement], case .value(let value, let type) = draft.claim.object
      else { continue }
      let end = value.dropFirst("../".count)
      // To the year where the end is told to the year only.
      let begin = end.count == yearLength ? start.prefix(yearLength) : start[...]
      guard begin < end else { continue }
      let claim = Claim(
        subject: agreement, predicate: draft.claim.predicate,
        object: .value("\(begin)/\(end)", type), within: draft.claim.within,
        confidence: draft.claim.confidence, rule: rule, evidence: draft.claim.evidence)
      drafts.append(
        DraftClaim(claim: claim, sentence: draft.sentence, isDefault: draft.isDefault))
    }
  }

  private static let yearLength = 4
}
