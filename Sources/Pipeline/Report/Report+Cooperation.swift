import Claims
import Resolution

extension Report {
  /// Pairs of cities and provinces that are sisters.
  mutating func writeSisterCities() {
    var pairs: [Set<Int>: [Fact]] = [:]
    for fact in graph.facts where fact.predicate.rawValue == "sisterCityOf" {
      if case .entity(let other) = fact.object, other != fact.subject {
        pairs[[fact.subject, other], default: []].append(fact)
      }
    }
    section("Sister cities", "Kota kembar", isEmpty: pairs.isEmpty)
    guard !pairs.isEmpty else { return }
    let rows = pairs.keys.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
      .map { pair in
        let facts = pairs[Set(pair)] ?? []
        let agreements = agreements(between: pair)
        return [
          name(pair[0]), name(pair[1]), joined(years(of: facts, agreements)),
          names(agreements), sources(facts), quotation(facts),
        ]
      }
    out.table(
      [
        say("City", "Kota"), say("Sister city", "Kota kembar"), say("Years", "Tahun"),
        say("Agreements", "Perjanjian"), say("Source", "Sumber"), say("Passage", "Kutipan"),
      ], rows)
  }

  /// The periods that the claims state, and those of the agreements between the two.
  private func years(of facts: [Fact], _ agreements: [Int]) -> [String] {
    let claimed = facts.flatMap(\.claims).compactMap { graph.claims[$0].claim.period }
    let agreed = agreements.flatMap { index.facts(of: $0, "period", "signedOn") }
    return claimed.map(period) + agreed.map { object($0.object) }
  }

  /// The agreements to which both places, or those who govern them, are parties.
  private func agreements(between pair: [Int]) -> [Int] {
    let sides = pair.map { place in
      let bodies = index.facts(to: place, "governs").map(\.subject)
      return Set(([place] + bodies).flatMap { index.facts(of: $0, "partyTo") }.compactMap(entity))
    }
    return sides[0].intersection(sides[1]).sorted()
  }

  /// The thing at a fact's end.
  func entity(_ fact: Fact) -> Int? {
    if case .entity(let position) = fact.object { position } else { nil }
  }

  /// Agreements with what is known of each.
  mutating func writeAgreements() {
    let agreements = index.entities(of: .agreement)
    section("Agreements", "Perjanjian", isEmpty: agreements.isEmpty)
    guard !agreements.isEmpty else { return }
    let rows = agreements.map { agreement in
      let parties = index.facts(to: agreement, "partyTo")
      let own = index.facts(of: agreement)
      func told(_ predicates: String...) -> String {
        objects(own.filter { predicates.contains($0.predicate.rawValue) })
      }
      return [
        name(agreement), names(parties.map(\.subject)), told("agreementType"), told("signedOn"),
        told("period"), told("covers"), told("status"), told("renews"), told("basedOn"),
        sources(parties + own), quotation(own.isEmpty ? parties : own),
      ]
    }
    out.table(
      [
        say("Agreement", "Perjanjian"), say("Parties", "Pihak"), say("Type", "Jenis"),
        say("Signed", "Ditandatangani"), say("Period", "Masa berlaku"), say("Fields", "Bidang"),
        say("Status", "Status"), say("Renews", "Memperpanjang"), say("Legal basis", "Dasar hukum"),
        say("Source", "Sumber"), say("Passage", "Kutipan"),
      ], rows)
  }

  /// Gifts that were given, and apart from them those only planned.
  mutating func writeGifts() {
    let gifts = index.entities(of: EntityClass(rawValue: "Donation"))
    let given = gifts.filter(isGiven)
    section("Tools given", "Alat yang dihibahkan", isEmpty: given.isEmpty)
    writeGiftTable(given)
    let planned = gifts.filter { !isGiven($0) }
    section("Tools planned only", "Alat yang baru direncanakan", isEmpty: planned.isEmpty)
    writeGiftTable(planned)
  }

  private func isGiven(_ gift: Int) -> Bool {
    index.facts(of: gift, "status").allSatisfy { fact in
      guard case .concept(let word) = fact.object else { return false }
      return Status(rawValue: word)?.hasHappened == true
    }
  }

  private mutating func writeGiftTable(_ gifts: [Int]) {
    guard !gifts.isEmpty else { return }
    let rows = gifts.map { gift in
      let facts = index.facts(of: gift)
      func told(_ predicate: String) -> String {
        objects(facts.filter { $0.predicate.rawValue == predicate })
      }
      return [
        told("gift"), told("giver"), told("recipient"), told("quantity"), told("givenOn"),
        told("status"), sources(facts), quotation(facts),
      ]
    }
    out.table(
      [
        say("Tool", "Alat"), say("Giver", "Pemberi"), say("Receiver", "Penerima"),
        say("Quantity", "Jumlah"), say("When", "Waktu"), say("Status", "Status"),
        say("Source", "Sumber"), say("Passage", "Kutipan"),
      ], rows)
  }
}
