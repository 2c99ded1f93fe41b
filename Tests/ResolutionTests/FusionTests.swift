import Claims
import DomainPack
import Resolution
import TestSupport
import Testing

@Suite("Fusion of claims")
struct FusionTests {
  let vocabulary: Vocabulary

  init() throws { vocabulary = try .ofThePack() }

  private func resolve(_ documents: [DocumentBuilder]) -> KnowledgeGraph {
    Resolver(vocabulary: vocabulary).resolve(documents.map(\.claims))
  }

  private func twins(_ key: String, _ confidence: Double..., turned: Bool = false)
    -> DocumentBuilder
  {
    var builder = DocumentBuilder(key)
    let (one, other) = (builder.bandung(), builder.kawasaki())
    for value in confidence {
      builder.claim(
        turned ? other : one, "sisterCityOf", .entity(turned ? one : other), confidence: value)
    }
    return builder
  }

  private func dates(_ values: [(String, ValueType, Double)]) -> [DocumentBuilder] {
    values.enumerated().map { index, value in
      var builder = DocumentBuilder("d\(index)")
      let agreement = builder.agreement(year: String(value.0.prefix(4)))
      builder.claim(agreement, "signedOn", .value(value.0, value.1), confidence: value.2)
      return builder
    }
  }

  @Test("counts each document once, at its best, and joins documents by noisy-or")
  func confidence() {
    let graph = resolve([twins("a", 0.5, 0.6), twins("b", 0.5, turned: true)])
    #expect(graph.facts("sisterCityOf") == ["city/id/bandung city/jp/kawasaki"])
    #expect(graph.facts.map(\.claims) == [[0, 1, 2]])
    #expect(abs(graph.facts[0].confidence - 0.8) < 1e-9)
    #expect(resolve(["a", "b", "c"].map { twins($0, 0.95) }).facts[0].confidence == 0.99)
  }

  @Test("makes no fact of what is only planned, expected or said of a thing and itself")
  func noFacts() {
    var builder = DocumentBuilder("a")
    let (city, tool) = (builder.bandung(), builder.add("Tool", "Mesin"))
    let outcome = builder.add("Outcome", "Kota bersih")
    builder.claim(city, "donates", .entity(tool), status: .planned)
    builder.claim(city, "produces", .entity(outcome), modality: "expected")
    builder.claim(city, "sisterCityOf", .entity(city))
    builder.claim(city, "mentions", .entity(tool))
    builder.claim(city, "status", .concept("Planned"), within: builder.agreement())
    let graph = resolve([builder])
    #expect(graph.claims.count == 5)
    #expect(
      graph.facts.filter { graph.entities[$0.subject].entityClass.rawValue != "Donation" } == [])
  }

  @Test("states what describes whatever its status, and gives the thing the status")
  func describing() {
    var builder = DocumentBuilder("a")
    let agreement = builder.agreement(year: "2016")
    let sector = builder.add("Sector", "Pendidikan")
    builder.claim(agreement, "covers", .entity(sector), status: .planned)
    builder.claim(builder.bandung(), "partyTo", .entity(agreement), status: .planned)
    let graph = resolve([builder])
    #expect(graph.facts("covers") == ["agreement/bandung-kawasaki/mou/2016 sector/pendidikan"])
    #expect(graph.facts("status") == ["agreement/bandung-kawasaki/mou/2016 Planned"])
  }

  @Test("lets a claim about the status count before the statuses of other claims")
  func statuses() {
    var builder = DocumentBuilder("a")
    let agreement = builder.agreement(year: "2016")
    builder.claim(
      agreement, "covers", .entity(builder.add("Sector", "Pendidikan")), status: .planned)
    builder.claim(agreement, "status", .concept("Ongoing"))
    let graph = resolve([builder])
    #expect(graph.facts("status") == ["agreement/bandung-kawasaki/mou/2016 Ongoing"])
    #expect(graph.conflicts == [])
  }

  @Test("finds a conflict in realised against not realised and takes the better supported")
  func statusConflict() {
    let documents = [("a", "Realised"), ("b", "NotRealised"), ("c", "NotRealised")].map {
      var builder = DocumentBuilder($0)
      builder.claim(builder.agreement(year: "2016"), "status", .concept($1), confidence: 0.6)
      return builder
    }
    let graph = resolve(documents)
    #expect(graph.facts("status") == ["agreement/bandung-kawasaki/mou/2016 NotRealised"])
    #expect(graph.conflicts.map(\.claims) == [[0, 1, 2]])
  }

  @Test("takes the more precise date without a conflict")
  func refinedDates() {
    let graph = resolve(
      dates([("2016", .year, 0.9), ("2016-11", .yearMonth, 0.5), ("2016-11-18", .date, 0.5)]))
    #expect(graph.facts("signedOn") == ["agreement/bandung-kawasaki/mou/2016 2016-11-18 date"])
    #expect(graph.facts[0].claims == [0, 1, 2] && graph.conflicts == [])
  }

  @Test("names all claims of a conflict of dates, and the better supported value is the fact")
  func conflictingDates() {
    let graph = resolve(dates([("2015", .year, 0.6), ("2016", .year, 0.5), ("2016", .year, 0.5)]))
    #expect(graph.facts("signedOn") == ["agreement/bandung-kawasaki/mou/2015 2016 year"])
    #expect(graph.conflicts.map(\.claims) == [[0, 1, 2]])
    #expect(graph.conflicts.map { graph.claims[$0.chosen].object } == [.value("2016", .year)])
  }

  @Test("prefers the more precise and then the earlier of dates that are equally supported")
  func ties() {
    #expect(
      resolve(dates([("2015", .year, 0.6), ("2016-11", .yearMonth, 0.6)])).facts("signedOn") == [
        "agreement/bandung-kawasaki/mou/2015 2016-11 yearMonth"
      ])
    #expect(
      resolve(dates([("2016", .year, 0.6), ("2015", .year, 0.6)])).facts("signedOn") == [
        "agreement/bandung-kawasaki/mou/2015 2015 year"
      ])
  }

  @Test("does not take month 1 for a coarse form of month 10 or 2016 for one of 20165")
  func prefixes() {
    let graph = resolve(dates([("2016-01", .yearMonth, 0.6), ("2016-10-01", .date, 0.5)]))
    #expect(graph.conflicts.count == 1)
  }
}

@Suite("Donations")
struct DonationTests {
  let vocabulary: Vocabulary

  init() throws { vocabulary = try .ofThePack() }

  private func gift(
    _ key: String, planned: Bool = false, giver: Bool = true, quantity: String? = nil,
    year: String? = nil
  ) -> DocumentBuilder {
    var builder = DocumentBuilder(key)
    let tool = builder.add("Tool", "Mesin Kompos")
    let qualifiers = quantity.map { ["quantity": $0] } ?? [:]
    if giver {
      builder.claim(
        builder.kawasaki(), planned ? "plannedDonation" : "donates", .entity(tool),
        status: planned ? .planned : .realised, period: year, qualifiers: qualifiers)
    }
    builder.claim(
      tool, planned ? "plannedRecipient" : "donatedTo", .entity(builder.bandung()),
      status: planned ? .planned : .realised)
    return builder
  }

  private func resolve(_ documents: DocumentBuilder...) -> KnowledgeGraph {
    Resolver(vocabulary: vocabulary).resolve(documents.map(\.claims))
  }

  private let path = "donation/kawasaki-bandung-mesin-kompos"

  @Test("bring giver, gift, recipient, quantity, date and status together")
  func whole() {
    let graph = resolve(gift("a", quantity: "12", year: "2018-03"))
    #expect(graph.paths("Donation") == [path])
    #expect(graph.facts("giver") == ["\(path) city/jp/kawasaki"])
    #expect(graph.facts("gift") == ["\(path) tool/mesin-kompos"])
    #expect(graph.facts("recipient") == ["\(path) city/id/bandung"])
    #expect(graph.facts("quantity") == ["\(path) 12 integer"])
    #expect(graph.facts("givenOn") == ["\(path) 2018-03 yearMonth"])
    #expect(graph.facts("status") == ["\(path) Realised"])
    #expect(graph.facts("donates") == ["city/jp/kawasaki tool/mesin-kompos"])
  }

  @Test("that are planned are never told as done")
  func planned() {
    let graph = resolve(gift("a", planned: true))
    #expect(graph.facts("status").contains("\(path) Planned"))
    #expect(graph.facts("donates") == [] && graph.facts("donatedTo") == [])
    #expect(graph.facts("plannedDonation") == ["city/jp/kawasaki tool/mesin-kompos"])
  }

  @Test("of several documents are one, also where one tells no giver or only the plan")
  func several() {
    let graph = resolve(gift("a", planned: true), gift("b"), gift("c", giver: false))
    #expect(graph.paths("Donation") == [path])
    #expect(graph.facts("status").contains("\(path) Realised"))
  }

  @Test("of one kind of thing by two givers stay two")
  func twoGivers() {
    var builder = DocumentBuilder("a")
    let tool = builder.add("Tool", "Buku")
    let (giver, other) = (builder.kawasaki(), builder.add("City", "Kobe", key: "city/jp/kobe"))
    let (bandung, bogor) = (builder.bandung(), builder.add("City", "Bogor", key: "city/id/bogor"))
    builder.claim(giver, "donates", .entity(tool), passage: 1)
    builder.claim(tool, "donatedTo", .entity(bandung), passage: 1)
    builder.claim(other, "donates", .entity(tool), passage: 2)
    builder.claim(tool, "donatedTo", .entity(bogor), passage: 2)
    #expect(
      resolve(builder).paths("Donation") == [
        "donation/kawasaki-bandung-buku", "donation/kobe-bogor-buku",
      ])
  }
}
