internal import Claims
internal import DomainPack

/// What tells one agreement of a document from others.
private struct AgreementTraits {
  var reference: LocalReference
  /// Groups of the parties' places, in order of their paths.
  var parties: [Int]
  /// Slug of the type's notation; nil if the text tells none.
  var type: String?
  /// Years claimed, ascending.
  var years: [Int]
  /// Which of several of its kind; nil if the text does not count.
  var ordinal: String?
  /// Whether the text calls it a renewal.
  var isRenewal: Bool

  /// Whether another of its kind came before it.
  var isLater: Bool { isRenewal || (ordinal ?? "1") != "1" }
}

/// Agreements taken for one.
private struct AgreementCluster {
  var year: Int?
  private(set) var members: [AgreementTraits] = []
  /// The ordinals that its members tell.
  private(set) var ordinals: Set<String> = []
  private(set) var isLater = false

  init(year: Int?, _ first: AgreementTraits) {
    self.year = year
    append(first)
  }

  mutating func append(_ traits: AgreementTraits) {
    members.append(traits)
    if let ordinal = traits.ordinal { ordinals.insert(ordinal) }
    if traits.isLater { isLater = true }
  }
}

extension Grouping {
  /// Agreements: by the parties' places, the type and the year.
  ///
  /// Years that differ by one at most are one agreement's, told differently, unless the texts count
  /// the agreements or say that one is a renewal. An agreement without a year is the only dated
  /// one of its parties and type, if there is only one in its document or else at all. With less
  /// than two parties it is compared with others of its document only.
  mutating func groupAgreements() {
    let references = ungrouped { identity(of: $0) == .agreement }
    guard !references.isEmpty else { return }
    let renewals = renewals()
    let said = said(of: Set(references))
    var scopes: [String: [AgreementTraits]] = [:]
    for traits in named(references.map { traits(of: $0, said[$0] ?? Said()) }) {
      let parties = traits.parties.map { groups[$0].path }.joined(separator: " ")
      let label =
        traits.parties.count < 2
        ? "\(traits.reference.document)\u{1F}\(Slug.folded(local(traits.reference).label))" : ""
      scopes["\(parties)\u{1F}\(traits.type ?? "")\u{1F}\(label)", default: []].append(traits)
    }
    for (scope, members) in scopes.sorted(by: { $0.key < $1.key }) {
      for cluster in clusters(of: members, renewals: renewals) {
        makeAgreement(cluster, scope: scope)
      }
    }
  }

  /// The same with a cooperation that a document does not name by type taken for the only named
  /// cooperation of its parties (sister city and the like), unless its document tells the two apart.
  private func named(_ agreements: [AgreementTraits]) -> [AgreementTraits] {
    var cooperations: [[Int]: [String: Set<Int>]] = [:]
    for traits in agreements {
      guard traits.parties.count > 1, let type = traits.type,
        vocabulary.agreementType(type)?.isInstrument == false
      else { continue }
      cooperations[traits.parties, default: [:]][type, default: []].insert(
        traits.reference.document)
    }
    return agreements.map { traits in
      guard let type = traits.type, vocabulary.agreementType(type) == nil,
        let known = cooperations[traits.parties], known.count == 1,
        let (name, documents) = known.first, !documents.contains(traits.reference.document)
      else { return traits }
      var traits = traits
      traits.type = name
      return traits
    }
  }

  private func clusters(
    of members: [AgreementTraits], renewals: [LocalReference: Set<LocalReference>]
  ) -> [AgreementCluster] {
    func fits(_ traits: AgreementTraits, _ cluster: AgreementCluster) -> Bool {
      if let ordinal = traits.ordinal, cluster.ordinals.contains(where: { $0 != ordinal }) {
        return false
      }
      // In the same year a text may leave out that it is the second one.
      if traits.years.first != cluster.year, traits.isLater != cluster.isLater { return false }
      guard let renewed = renewals[traits.reference] else { return true }
      return !cluster.members.contains { renewed.contains($0.reference) }
    }
    var clusters: [AgreementCluster] = []
    let dated = members.filter { !$0.years.isEmpty }.sorted {
      ($0.years[0], $0.reference) < ($1.years[0], $1.reference)
    }
    for traits in dated {
      let near = clusters.firstIndex {
        traits.years[0] - ($0.year ?? Int.min / 2) <= 1 && fits(traits, $0)
      }
      if let near {
        clusters[near].append(traits)
      } else {
        clusters.append(AgreementCluster(year: traits.years[0], traits))
      }
    }
    let datedClusters = clusters.count
    for traits in members where traits.years.isEmpty {
      let fitting = clusters.indices.prefix(datedClusters).filter { fits(traits, clusters[$0]) }
      let ofDocument = fitting.filter { index in
        clusters[index].members.contains { $0.reference.document == traits.reference.document }
      }
      if ofDocument.count == 1 {
        clusters[ofDocument[0]].append(traits)
      } else if fitting.count == 1 {
        clusters[fitting[0]].append(traits)
      } else if let undated = clusters.indices.dropFirst(datedClusters).first(where: {
        fits(traits, clusters[$0])
      }) {
        clusters[undated].append(traits)
      } else {
        clusters.append(AgreementCluster(year: nil, traits))
      }
    }
    return clusters
  }

  private mutating func makeAgreement(_ cluster: AgreementCluster, scope: String) {
    let first = cluster.members[0]
    let entityClass = local(first.reference).entityClass
    var path = folder(of: entityClass)
    if first.parties.count < 2 {
      let document = group(of: LocalReference(document: first.reference.document, entity: 0))
      path += "/\(segment(document))/\(Slug.of(local(first.reference).label))"
    } else {
      let names = first.parties.map { pathInFolder($0).split(separator: "/").last ?? "" }.sorted()
      path += "/\(names.joined(separator: "-"))/\(first.type ?? "agreement")"
      path += "/\(cluster.year.map(String.init) ?? "undated")"
      if let ordinal = cluster.ordinals.min(), isTaken(path) { path += "-\(Slug.of(ordinal))" }
    }
    let members = cluster.members.map(\.reference).sorted()
    _ = make(
      path: path, entityClass: entityClass, members: members,
      identity: "\(scope)\u{1F}\(cluster.ordinals.sorted())")
  }

  /// What claims say of an agreement.
  private struct Said {
    var types: [String] = []
    var years: [Int] = []
  }

  /// What the claims say of some agreements; nothing for those that no claim types or dates.
  ///
  /// - Complexity: O(claims), however many agreements there are.
  private func said(of agreements: Set<LocalReference>) -> [LocalReference: Said] {
    var said: [LocalReference: Said] = [:]
    for (index, document) in documents.enumerated() {
      for claim in document.claims {
        let subject = LocalReference(document: index, entity: claim.subject)
        switch (claim.predicate, claim.object) {
        case (.agreementType, .concept(let concept)) where agreements.contains(subject):
          said[subject, default: Said()].types.append(concept)
        case (.signedOn, .value(let value, _))
        where (claim.status?.hasHappened ?? true) && agreements.contains(subject):
          if let year = year(value) { said[subject, default: Said()].years.append(year) }
        default: break
        }
      }
    }
    return said
  }

  private func traits(of reference: LocalReference, _ said: Said) -> AgreementTraits {
    let entity = local(reference)
    let parties = Set(linked(reference, "party").map { place(behind: $0) })
    let words = (entity.attributes["type"] ?? []) + said.types
    let years = Set((entity.attributes["year"] ?? []).compactMap(year) + said.years)
    let types = words.map { word in (word, vocabulary.agreementType(word)) }
    let instrument = types.first { $0.1?.isInstrument == true } ?? types.first
    return AgreementTraits(
      reference: reference, parties: parties.sorted { groups[$0].path < groups[$1].path },
      type: instrument.map { Slug.of($0.1?.notation ?? $0.0) }, years: years.sorted(),
      ordinal: entity.attributes["ordinal"]?.sorted().first,
      isRenewal: entity.attributes["renewal"] != nil)
  }

  /// The year that a date begins with.
  private func year(_ date: String) -> Int? {
    let digits = date.prefix { $0 != "-" && $0 != "/" }
    return digits.count == 4 ? Int(digits) : nil
  }

  /// For each agreement that renews another or is renewed: the others.
  private func renewals() -> [LocalReference: Set<LocalReference>] {
    var pairs: [LocalReference: Set<LocalReference>] = [:]
    for (index, document) in documents.enumerated() {
      for claim in document.claims where claim.predicate == .renews {
        guard case .entity(let object) = claim.object else { continue }
        let (newer, older) = (
          LocalReference(document: index, entity: claim.subject),
          LocalReference(document: index, entity: object)
        )
        pairs[newer, default: []].insert(older)
        pairs[older, default: []].insert(newer)
      }
    }
    return pairs
  }
}
