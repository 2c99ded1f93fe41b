import Claims

/// The claims that say who the parties of agreements are and which cities are sisters, to be asked by
/// agreement and by pair.
struct PartyClaims {
  private var ofAgreement: [Int: [(subject: Int, status: Status?)]] = [:]
  private var sisters: Set<Set<Int>> = []

  /// The claims among some drafts.
  init(_ drafts: [DraftClaim]) { for draft in drafts { add(draft.claim) } }

  /// Takes in one more claim, if it is of these.
  mutating func add(_ claim: Claim) {
    guard case .entity(let object) = claim.object else { return }
    switch claim.predicate.rawValue {
    case "partyTo": ofAgreement[object, default: []].append((claim.subject, claim.status))
    case "sisterCityOf": sisters.insert([claim.subject, object])
    default: break
    }
  }

  /// Whether two cities are claimed to be sisters, whichever is named first.
  func areSisters(_ pair: [Int]) -> Bool { sisters.contains(Set(pair)) }

  /// Whether a party, or the government of one, is claimed to be party to an agreement.
  func has(_ party: Int, of agreement: Int, in reading: DocumentReading) -> Bool {
    ofAgreement[agreement]?.contains { claim in
      claim.subject == party
        || reading.entities.follow("place", from: claim.subject).contains(party)
    } ?? false
  }

  /// The status that all claims of the parties of an agreement agree in; nil if they do not, or have
  /// none: cities whose agreement is only planned are no sisters yet.
  func status(of agreement: Int) -> Status? {
    let statuses = Set((ofAgreement[agreement] ?? []).map(\.status))
    return statuses.count == 1 ? statuses.first ?? nil : nil
  }
}
