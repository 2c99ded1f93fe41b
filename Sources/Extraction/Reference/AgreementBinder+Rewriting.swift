import Claims
import DomainPack

extension AgreementBinder {
  /// Gives the entities and claims the agreements that the namings were assigned to, by their positions.
  mutating func rewrite(
    _ reading: inout DocumentReading, _ drafts: inout [DraftClaim], _ assigned: [Int: Int]
  ) {
    var representative: [Int: Int] = [:]
    for (naming, cluster) in assigned {
      representative[naming] = clusters[cluster].members.min() ?? naming
    }
    for cluster in clusters { describe(cluster, &reading) }
    let agreements = Set(
      reading.entities.entities.indices.filter {
        reading.entities.entities[$0].entityClass == .agreement
      })
    reading.moveEntities(drafts: &drafts) {
      agreements.contains($0) ? representative[$0] : $0
    }
    claimTopic(reading, &drafts)
    var known = PartyClaims(drafts)
    claimSisters(reading, &drafts, &known)
    for cluster in clusters where cluster.parties.count > 1 {
      guard let agreement = cluster.members.min() else { continue }
      let evidence = reading.evidence(reading.sentences[cluster.partySite])
      for party in cluster.parties where !known.has(party, of: agreement, in: reading) {
        let claim = Claim(
          subject: party, predicate: Predicate(rawValue: "partyTo"), object: .entity(agreement),
          confidence: cluster.arePartiesStated ? 0.85 : 0.6, rule: "agreement/parties",
          evidence: evidence)
        known.add(claim)
        drafts.append(DraftClaim(claim: claim, sentence: cluster.partySite))
      }
    }
  }

  /// The document is about the cooperation of the pair it names most, unless a rule has found what it is about.
  private func claimTopic(_ reading: DocumentReading, _ drafts: inout [DraftClaim]) {
    let isKnown = drafts.contains { draft in
      guard draft.claim.predicate.rawValue == "about", draft.claim.subject == 0,
        case .entity(let object) = draft.claim.object
      else { return false }
      return reading.entities.entities[object].entityClass == .agreement
    }
    guard !isKnown,
      let main = clusters.filter({ $0.parties == topic && !topic.isEmpty }).min(by: {
        !$0.isInstrument && $1.isInstrument
      }),
      let agreement = main.members.min()
    else { return }
    let claim = Claim(
      subject: 0, predicate: Predicate(rawValue: "about"), object: .entity(agreement),
      confidence: 0.6,
      rule: "document/topic", evidence: reading.evidence(reading.sentences[main.partySite]))
    drafts.append(DraftClaim(claim: claim, sentence: main.partySite))
  }

  /// What a sister-city agreement of two cities abroad from each other makes of them, where no rule has said so.
  private func claimSisters(
    _ reading: DocumentReading, _ drafts: inout [DraftClaim], _ known: inout PartyClaims
  ) {
    let sisterTypes = Set(reading.pack.pack.words.members["sister-types"] ?? [])
    for cluster in clusters
    where cluster.parties.count == 2 && cluster.type.map({ sisterTypes.contains($0) }) ?? false {
      let (first, second) = (cluster.parties[0], cluster.parties[1])
      let arePlaces = cluster.parties.allSatisfy {
        ["City", "Province"].contains(reading.entities.entities[$0].entityClass.rawValue)
      }
      guard arePlaces, reading.country(of: first) != reading.country(of: second) else { continue }
      guard !known.areSisters(cluster.parties) else { continue }
      var claim = Claim(
        subject: first, predicate: Predicate(rawValue: "sisterCityOf"), object: .entity(second),
        confidence: 0.7,
        rule: "agreement/sisters", evidence: reading.evidence(reading.sentences[cluster.partySite]))
      claim.status = cluster.members.min().flatMap { known.status(of: $0) }
      known.add(claim)
      drafts.append(DraftClaim(claim: claim, sentence: cluster.partySite))
    }
  }

  /// Whether words that refer to an agreement also serve as its name where it has no other: *hubungan
  /// kedua kota*, but not *kerja sama ini*.
  private func isName(_ words: String, _ reading: DocumentReading) -> Bool {
    let members = reading.pack.pack.words.members
    let pointing = Set(
      ["demonstrative", "demonstrative-before"].flatMap { members[$0] ?? [] })
    return words.split(separator: " ").allSatisfy { !pointing.contains($0.lowercased()) }
  }

  /// Gives the first naming the label, names and descriptors of the whole.
  private func describe(_ cluster: Cluster, _ reading: inout DocumentReading) {
    guard let position = cluster.members.min() else { return }
    let language = reading.language ?? "id"
    let naming = AgreementName(
      type: cluster.type, parties: cluster.parties.map { reading.entities.entities[$0] },
      year: cluster.isInstrument ? cluster.years.min() : nil, language: language,
      pack: reading.pack)
    var aliases: [String] = []
    let members = cluster.members.map { reading.entities.entities[$0] }
    for member in members where member.attributes["reference"] == nil {
      aliases += [member.label] + member.aliases
    }
    if aliases.isEmpty { aliases = members.flatMap(\.aliases).filter { isName($0, reading) } }
    if cluster.isRenewal { aliases += ["renewal", "renewalShort"].compactMap(naming.filled) }
    // A renewal without a year must not go by the name of what it renews.
    let ofRenewal =
      cluster.isRenewal && cluster.years.isEmpty ? naming.filled("renewal") : nil
    let label = cluster.name ?? ofRenewal ?? naming.label(isInstrument: cluster.isInstrument)
    reading.entities.update(position) { entity in
      entity.label = label
      entity.language = language
      entity.aliases = []
      entity.attributes = entity.attributes.filter { !["reference", Self.inText].contains($0.key) }
      entity.attributes["type"] = cluster.type.map { [$0] }
      if !cluster.years.isEmpty {
        entity.attributes["year"] = cluster.years.sorted().map { "\($0)" }
      }
      if let ordinal = cluster.ordinal { entity.attributes["ordinal"] = ["\(ordinal)"] }
      if cluster.isRenewal { entity.attributes["renewal"] = ["yes"] }
      entity.links["party"] = cluster.parties
    }
    for alias in aliases where EntityTable.foldedLabel(alias) != EntityTable.foldedLabel(label) {
      reading.entities.addAlias(alias, to: position)
    }
  }
}
