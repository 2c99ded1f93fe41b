import Claims
import DomainPack

/// Brings the namings of agreements in one document together: *kerja sama ini*, *MoU*, *MoU pertamanya*,
/// *the agreement between A and B* become the agreements that they stand for.
///
/// Two namings are one agreement if parties and type agree and neither year, ordinal nor name speaks
/// against it. A year may differ by one: authors date a signing by its ceremony or by its entry into force.
struct AgreementBinder {
  /// Namings of one agreement and what they say of it.
  struct Cluster {
    var parties: [Int]
    var type: String?
    var name: String?
    var years: [Int] = []
    var ordinal: Int?
    var isRenewal = false
    var isInstrument: Bool
    var members: [Int] = []
    /// The sentences that name it, in the order of the text.
    var sites: [Int]
    /// First sentence in which the parties stand beside it, else the first naming.
    var partySite: Int
    var arePartiesStated: Bool
  }

  /// The attribute of a reference that stands in the text, unlike those that claims make.
  static let inText = "inText"

  /// The pair that the document is mainly about; empty if it is about none.
  let topic: [Int]
  private let instruments: Set<String>
  /// The agreements found so far.
  private(set) var clusters: [Cluster] = []
  /// The clusters of the same parties, and the first one that each party has, by their positions.
  private var clustersOfParties: [[Int]: [Int]] = [:]
  private var firstClusterOfParty: [Int: Int] = [:]
  /// The city at home that the document names most.
  private var home: Int?
  /// The pairs that namings stand beside, in the order of the text.
  private var statedPairs: [(site: Int, parties: [Int])] = []

  init(topic: [Int], instruments: Set<String>) {
    self.topic = topic
    self.instruments = instruments
  }

  /// Rewrites entities and claims so that every agreement stands once; gives the claims of its parties.
  mutating func bind(_ reading: inout DocumentReading, drafts: inout [DraftClaim]) {
    collectSites(&reading)
    home = reading.mainCityAtHome()
    var years: [Int: Int] = [:]
    for draft in drafts where draft.claim.predicate.rawValue == "signedOn" {
      if case .value(let value, _) = draft.claim.object, let year = Int(value.prefix(4)),
        years[draft.claim.subject] == nil
      {
        years[draft.claim.subject] = year
      }
    }
    let namings = reading.descriptorSites.keys.sorted {
      (reading.descriptorSites[$0] ?? 0, $0) < (reading.descriptorSites[$1] ?? 0, $1)
    }
    var assigned: [Int: Int] = [:]
    // Those that say what they are first, so that a reference finds what is named only later on.
    let isReference = Dictionary(
      uniqueKeysWithValues: namings.map {
        ($0, reading.entities.entities[$0].attributes["reference"] != nil)
      })
    for naming in namings where isReference[naming] == false {
      assigned[naming] = cluster(of: naming, year: years[naming], in: reading)
    }
    if clusters.isEmpty { assumeCooperation(at: namings, in: reading) }
    // A cooperation that only the text refers to is one; claims that need one take what there is.
    let isInText = namings.filter { isReference[$0] == true }.partitioned {
      reading.entities.entities[$0].attributes[Self.inText] != nil
    }
    for naming in isInText.fulfilling + isInText.others {
      assigned[naming] = cluster(of: naming, year: years[naming], in: reading)
    }
    rewrite(&reading, &drafts, assigned)
  }

  /// A document that only refers to an agreement, *the agreement of both cities*, or calls it by the
  /// scheme, *kerja sama kota kembar*, and names no other is about the cooperation of the pair that it
  /// is mainly about.
  private mutating func assumeCooperation(at namings: [Int], in reading: DocumentReading) {
    let mentions = reading.sentences.lazy.flatMap(\.mentions).filter { $0.standing != .dropped }
    let mentioned = Set(mentions.flatMap(\.entities))
    let schemes = Set(
      (reading.pack.pack.words.members["scheme-tags"] ?? []).compactMap { reading.pack.classes[$0] }
    )
    let isScheme = mentions.contains { schemes.contains($0.tag) }
    guard let first = namings.first(where: { isScheme || mentioned.contains($0) }),
      isPairOfPlaces(topic, reading)
    else { return }
    _ = add(cooperationOf: topic, at: reading.descriptorSites[first] ?? 0, isStated: false)
  }

  private func collectSites(_ reading: inout DocumentReading) {
    for (number, sentence) in reading.sentences.enumerated() {
      for mention in sentence.mentions where mention.standing != .dropped {
        for entity in mention.entities
        where reading.entities.entities[entity].entityClass == .agreement {
          if reading.descriptorSites[entity] == nil { reading.descriptorSites[entity] = number }
        }
      }
    }
  }

  /// The cluster that a naming belongs to; nil if it refers to nothing known.
  private mutating func cluster(of naming: Int, year: Int?, in reading: DocumentReading) -> Int? {
    let entity = reading.entities.entities[naming]
    let site = reading.descriptorSites[naming] ?? 0
    func attribute(_ name: String) -> String? { entity.attributes[name]?.first }
    if let reference = attribute("reference") {
      let isInText = attribute(Self.inText) != nil
      guard let found = referred(by: reference, isInText: isInText, at: site, in: reading)
      else { return nil }
      clusters[found].members.append(naming)
      return found
    }
    let (parties, areStated) = parties(of: naming, at: site, in: reading)
    let isRenewal = attribute("renewal") != nil
    let isInstrument = isRenewal || attribute("type").map { instruments.contains($0) } ?? true
    // A paper with a date and one party is one, though the text names no other that is known.
    let isOneSided = parties.count == 1 && areStated && isInstrument && year != nil
    guard parties.count > 1 || isOneSided || attribute("name") != nil else { return nil }
    if isOneSided || (areStated && isPairOfPlaces(parties, reading)) {
      statedPairs.append((site, parties))
    }
    var wanted = Cluster(
      parties: parties, type: attribute("type"), name: attribute("name"),
      years: [year ?? attribute("year").flatMap { Int($0.prefix(4)) }].compactMap { $0 },
      ordinal: attribute("ordinal").flatMap { Int($0) } ?? (isRenewal ? 2 : nil),
      isRenewal: isRenewal, isInstrument: isInstrument,
      members: [naming], sites: [site], partySite: site, arePartiesStated: areStated)
    if isRenewal, wanted.type == nil {
      wanted.type = (clustersOfParties[parties] ?? [])
        .filter { clusters[$0].isInstrument && !clusters[$0].isRenewal }
        .compactMap { known in lastSite(of: known, upTo: site).map { ($0, known) } }
        .max { $0 < $1 }.flatMap { clusters[$0.1].type }
    }
    let same = (clustersOfParties[parties] ?? []).filter { isSame(clusters[$0], wanted) }
    if let known = same.min(by: { distance($0, site) < distance($1, site) }) {
      merge(wanted, into: known)
      return known
    }
    return add(wanted)
  }

  private mutating func add(_ cluster: Cluster) -> Int {
    let new = clusters.count
    clusters.append(cluster)
    clustersOfParties[cluster.parties, default: []].append(new)
    for party in cluster.parties where firstClusterOfParty[party] == nil {
      firstClusterOfParty[party] = new
    }
    return new
  }

  private func distance(_ cluster: Int, _ site: Int) -> Int {
    clusters[cluster].sites.last.map { abs($0 - site) } ?? .max
  }

  /// The last sentence up to a site that names an agreement; nil if all do so behind it.
  ///
  /// What a sentence renews is not yet the renewal.
  private func lastSite(of cluster: Int, upTo site: Int) -> Int? {
    clusters[cluster].sites.last { $0 < site || ($0 == site && !clusters[cluster].isRenewal) }
  }

  private func isSame(_ left: Cluster, _ right: Cluster) -> Bool {
    guard left.parties == right.parties, left.isInstrument == right.isInstrument else {
      return false
    }
    if let first = left.type, let second = right.type, first != second {
      // A cooperation is named by its kind or just so; instruments keep theirs.
      if left.isInstrument { return false }
    }
    if let first = left.name, let second = right.name,
      EntityTable.foldedLabel(first) != EntityTable.foldedLabel(second)
    {
      return false
    }
    let (first, second) = (
      left.ordinal ?? (left.isRenewal ? 2 : nil), right.ordinal ?? (right.isRenewal ? 2 : nil)
    )
    if let first, let second, first != second { return false }
    // A second paper is another than the one that was named without a number.
    let isUndated = left.years.isEmpty || right.years.isEmpty
    if left.isInstrument, first == nil, (second ?? 1) > 1, isUndated { return false }
    guard left.isInstrument, let year = right.years.first, let other = left.years.first else {
      // Without a year, a naming that is no renewal does not join one, nor the other way round.
      return !left.isInstrument || left.isRenewal == right.isRenewal || first == second
    }
    return abs(year - other) <= 1
  }

  private mutating func merge(_ new: Cluster, into known: Int) {
    clusters[known].members += new.members
    clusters[known].sites += new.sites
    for year in new.years where !clusters[known].years.contains(year) {
      clusters[known].years.append(year)
    }
    // Any name of its kind tells more than that it is a cooperation.
    if clusters[known].type == nil || clusters[known].type == AgreementName.unnamedType {
      clusters[known].type = new.type ?? clusters[known].type
    }
    if clusters[known].name == nil { clusters[known].name = new.name }
    if clusters[known].ordinal == nil { clusters[known].ordinal = new.ordinal }
    if new.isRenewal { clusters[known].isRenewal = true }
    if new.arePartiesStated, !clusters[known].arePartiesStated {
      clusters[known].arePartiesStated = true
      clusters[known].partySite = new.partySite
    }
  }

  /// The parties as places, and whether the text beside the naming says so.
  private func parties(of naming: Int, at site: Int, in reading: DocumentReading) -> ([Int], Bool) {
    let stated = reading.parties(of: naming)
    let places = Array(Set(stated.map { reading.entities.follow("place", from: $0).first ?? $0 }))
      .sorted()
    if places.count > 1 { return (places, true) }
    var cities = reading.partyPlaces(inSentence: site)
    for place in places where !cities.contains(place) && isPlace(place, reading) {
      cities.append(place)
    }
    if cities.count == 2, places.allSatisfy({ cities.contains($0) }),
      reading.country(of: cities[0]) != reading.country(of: cities[1])
    {
      return (cities.sorted(), true)
    }
    if cities.isEmpty, places.isEmpty,
      let near = pairSpokenOf(before: site, within: Self.nearness)
    {
      return (near, false)
    }
    if cities.isEmpty { cities = reading.partners(inHeadingAbove: site) }
    if cities.isEmpty, places.isEmpty, let near = pairSpokenOf(before: site) {
      return (near, false)
    }
    let one = places.first ?? (cities.count == 1 ? cities[0] : nil)
    guard let one, !topic.contains(one) else {
      return (topic, cities.contains { topic.contains($0) })
    }
    if reading.country(of: one) == reading.homeCountry { return ([one], true) }
    guard
      let other = reading.placeAtHome(nearBefore: site)
        ?? topic.first(where: { reading.country(of: $0) == reading.homeCountry }) ?? home,
      reading.country(of: other) != reading.country(of: one)
    else { return (topic, false) }
    return ([one, other].sorted(), places.first != nil)
  }

  private func isPlace(_ entity: Int, _ reading: DocumentReading) -> Bool {
    ["City", "Province"].contains(reading.entities.entities[entity].entityClass.rawValue)
  }

  /// Whether parties are two cities or provinces in different countries.
  private func isPairOfPlaces(_ parties: [Int], _ reading: DocumentReading) -> Bool {
    parties.count == 2 && parties.allSatisfy { isPlace($0, reading) }
      && reading.country(of: parties[0]) != reading.country(of: parties[1])
  }

  /// The pair of cities that the text above named last, if that is near.
  private func pairSpokenOf(before site: Int, within reach: Int = Self.reach) -> [Int]? {
    // They stand in the order of their sites; the first of those at one site counts.
    var end = statedPairs.partitioningIndex { $0.site > site }
    guard end > 0, site - statedPairs[end - 1].site <= reach else { return nil }
    end -= 1
    while end > 0, statedPairs[end - 1].site == statedPairs[end].site { end -= 1 }
    return statedPairs[end].parties
  }

  /// Sentences over which a pair stays the one spoken of, and over which it does so whatever heading
  /// stands above.
  private static let reach = 6
  private static let nearness = 1

  private mutating func referred(
    by reference: String, isInText: Bool, at site: Int, in reading: DocumentReading
  ) -> Int? {
    let wanted = reference != "agreement"
    let isOriginal = reference == "original"
    // A partner named beside the reference or heading its section decides; else it is what the
    // document is about.
    let beside = reading.cities(inSentence: site).filter {
      reading.country(of: $0) != reading.homeCountry
    }
    let above = beside.isEmpty ? reading.partners(inHeadingAbove: site) : []
    let partners = beside.isEmpty ? above : beside
    let near = partners.isEmpty ? pairSpokenOf(before: site) : nil
    let known = partners.count == 1 ? firstClusterOfParty[partners[0]] : nil
    let unknown =
      known == nil ? unknownPair(above, isPaper: wanted, at: site, in: reading) : nil
    let parties = near ?? known.map { clusters[$0].parties } ?? unknown ?? topic
    let ofParties = clustersOfParties[parties] ?? []
    let candidates = ofParties.filter {
      clusters[$0].isInstrument == wanted
        && !(isOriginal && (clusters[$0].isRenewal || (clusters[$0].ordinal ?? 1) > 1))
    }
    // A renewal without a date is hoped for; what is spoken of is the paper that it would renew.
    let topical = candidates.filter { !(clusters[$0].isRenewal && clusters[$0].years.isEmpty) }
    let found =
      topical.compactMap { known in lastSite(of: known, upTo: site).map { (known, $0) } }
      .max { $0.1 < $1.1 }?.0 ?? topical.first
    if let found { return found }
    if let hoped = candidates.first {
      return isInText && clusters[hoped].type != nil ? add(renewedBy: hoped, at: site) : hoped
    }
    guard !isOriginal else { return nil }
    if isInText, !wanted, !ofParties.isEmpty, isPairOfPlaces(parties, reading) {
      return add(cooperationOf: parties, at: site, isStated: false)
    }
    return ofParties.first
      ?? unknown.map { add(cooperationOf: $0, at: site, isStated: above.isEmpty) }
  }

  /// The pair whose cooperation is only referred to: the partner that heads the section and the city
  /// at home, or the two cities beside a paper that is spoken of; nil if there is none.
  private func unknownPair(
    _ above: [Int], isPaper: Bool, at site: Int, in reading: DocumentReading
  ) -> [Int]? {
    var pair = isPaper && above.isEmpty ? reading.partyPlaces(inSentence: site) : above
    if let home = topic.first(where: { reading.country(of: $0) == reading.homeCountry }) ?? home,
      pair.count == 1
    {
      pair.append(home)
    }
    pair.sort()
    return isPairOfPlaces(pair, reading) ? pair : nil
  }

  /// Adds the paper that a renewal would renew and that the text only refers to.
  private mutating func add(renewedBy renewal: Int, at site: Int) -> Int {
    add(
      Cluster(
        parties: clusters[renewal].parties, type: clusters[renewal].type, isInstrument: true,
        sites: [site], partySite: site, arePartiesStated: false))
  }

  /// Adds a cooperation whose kind the text does not name.
  private mutating func add(cooperationOf parties: [Int], at site: Int, isStated: Bool) -> Int {
    add(
      Cluster(
        parties: parties, type: AgreementName.unnamedType, isInstrument: false, sites: [site],
        partySite: site, arePartiesStated: isStated))
  }
}
