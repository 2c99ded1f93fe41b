import Claims
import Diagnostics
import DomainPack
import Resolution
import TestSupport
import Testing

@Suite("Decisions of people on the graph")
struct DecisionTests {
  let vocabulary: Vocabulary

  init() throws { vocabulary = try .ofThePack() }

  private func decide(_ documents: [DocumentBuilder], _ yaml: String) throws -> DecidedGraph {
    let decisions = try Decisions.load(yaml, file: "d.yaml", vocabulary: vocabulary).entries
    let claims = documents.map(\.claims)
    let decided = Resolver(vocabulary: vocabulary).resolve(claims, decisions: decisions)
    // The order of the documents never matters.
    #expect(
      Resolver(vocabulary: vocabulary).resolve(claims.reversed(), decisions: decisions) == decided)
    return decided
  }

  private func problems(_ decided: DecidedGraph) -> [String] {
    decided.outcomes.compactMap { $0.diagnostic?.rendered(in: .english) }
  }

  private func entity(_ path: String, in decided: DecidedGraph) throws -> Entity {
    try #require(decided.graph.entities.first { $0.path == path })
  }

  // MARK: One thing

  /// A city under a name that the pack does not know, party to an agreement, in one document; the
  /// same agreement of the city in another.
  private func oldName() -> [DocumentBuilder] {
    var one = DocumentBuilder("a")
    let old = one.add("City", "Kota Kembang")
    let kawasaki = one.kawasaki()
    let agreement = one.add(
      "Agreement", "nota", attributes: ["type": ["MoU"], "year": ["2016"]],
      links: ["party": [old, kawasaki]])
    one.claim(old, "partyTo", .entity(agreement))
    var two = DocumentBuilder("b")
    let known = two.agreement(year: "2016")
    two.claim(1, "partyTo", .entity(known))
    return [one, two]
  }

  @Test("a merge is one thing under the first name, and what its identity decides follows")
  func merge() throws {
    #expect(try decide(oldName(), "").graph.paths("Agreement").count == 2)
    let decided = try decide(
      oldName(), "- merge: [city/id/bandung, Kota Kembang]\n  label: Bandung Raya")
    #expect(problems(decided) == [])
    #expect(decided.graph.paths("City") == ["city/id/bandung", "city/jp/kawasaki"])
    #expect(decided.graph.paths("Agreement") == ["agreement/bandung-kawasaki/mou/2016"])
    #expect(
      decided.graph.facts("partyTo") == ["city/id/bandung agreement/bandung-kawasaki/mou/2016"])
    let city = try entity("city/id/bandung", in: decided)
    #expect(city.labels == [.init(text: "Bandung Raya", language: nil)] && city.hasGivenLabels)
    #expect(city.aliases == ["Kota Bandung", "Kota Kembang"])
    #expect(city.key == "city/id/bandung")
  }

  @Test("merges may follow from each other in any order, and name what is gone by then")
  func chain() throws {
    var one = DocumentBuilder("a")
    for name in ["Alfa", "Beta", "Gama", "Delta"] { _ = one.add("Organization", name) }
    let merges = [
      "- merge: [Alfa, Beta]", "- merge: [organization/beta, Gama]",
      "- merge: [{thing: Gama, class: Organization}, https://x.example/id/organization/delta]",
      "- merge: [organization/delta, organization/alfa]",
    ]
    for order in [[0, 1, 2, 3], [2, 0, 1, 3], [3, 2, 1, 0]] {
      let decided = try decide([one], order.map { merges[$0] }.joined(separator: "\n"))
      #expect(problems(decided) == [])
      #expect(decided.graph.paths("Organization").count == 1, "\(order)")
    }
  }

  @Test("documents that were read are never one")
  func readDocuments() throws {
    let decided = try decide(
      [DocumentBuilder("a"), DocumentBuilder("b")], "- merge: [document/a, document/b]")
    #expect(decided.graph.paths("Document") == ["document/a", "document/b"])
    #expect(problems(decided).first?.contains("documents that were read cannot be one") == true)
  }

  @Test("a cited work may be a document that was read")
  func citedWork() throws {
    var one = DocumentBuilder("a")
    let cited = one.add("Document", "Sebuah Tesis")
    one.claim(0, "cites", .entity(cited))
    let decided = try decide(
      [one, DocumentBuilder("b")], "- merge: [Sebuah Tesis, document/b]")
    #expect(problems(decided) == [])
    #expect(decided.graph.paths("Document") == ["document/a", "document/b"])
    #expect(decided.graph.facts("cites") == ["document/a document/b"])
  }

  // MARK: Several things

  @Test("a split moves the name, and what its passages claim, to another thing")
  func split() throws {
    var one = DocumentBuilder("a")
    let city = one.add(
      "City", "Kota Kawasaki", key: "city/jp/kawasaki", aliases: ["Kawasaki"])
    let tool = one.add("Tool", "motor")
    let other = one.add("Tool", "truk")
    var document = one.claims
    // One passage names the company, another the city.
    func passage(_ start: Int) -> Evidence {
      Evidence(passage: SourceRange(start: start, end: start + 100), quote: "…")
    }
    document.mentions = [
      Mention(entity: city, range: SourceRange(start: 1000, end: 1008), surface: "Kawasaki"),
      Mention(entity: tool, range: SourceRange(start: 1010, end: 1015), surface: "motor"),
      Mention(entity: city, range: SourceRange(start: 2000, end: 2013), surface: "Kota Kawasaki"),
      Mention(entity: other, range: SourceRange(start: 2020, end: 2024), surface: "truk"),
    ]
    document.claims = [(tool, 1000), (other, 2000)].map { object, start in
      Claim(
        subject: city, predicate: Predicate(rawValue: "donates"), object: .entity(object),
        confidence: 0.8, rule: "test/rule", evidence: passage(start))
    }
    document = document.sealed()
    let yaml = """
      - split: Kawasaki
        document: a
        from: city/jp/kawasaki
        label: Kawasaki Heavy Industries
        class: Organization
      """
    let decisions = try Decisions.load(yaml, file: "d.yaml", vocabulary: vocabulary).entries
    let decided = Resolver(vocabulary: vocabulary).resolve([document], decisions: decisions)
    #expect(problems(decided) == [])
    #expect(
      decided.graph.facts("donates") == [
        "city/jp/kawasaki tool/truk", "organization/kawasaki-heavy-industries tool/motor",
      ])
    #expect(decided.graph.claims.map(\.claim.id).sorted() == document.claims.map(\.id).sorted())
  }

  @Test("a split of the same class stands beside the thing, one for all documents that say so")
  func splitWithinClass() throws {
    func document(_ key: String) -> DocumentBuilder {
      var builder = DocumentBuilder(key)
      _ = builder.add("Organization", "Forum Kota")
      return builder
    }
    let documents = ["a", "b", "c"].map(document)
    let splits = ["a", "b"].map {
      "- {split: Forum Kota, document: \($0), label: Forum Kota Sehat}"
    }
    let decided = try decide(documents, splits.joined(separator: "\n"))
    #expect(problems(decided) == [])
    #expect(
      decided.graph.paths("Organization") == [
        "organization/forum-kota", "organization/forum-kota-sehat",
      ])
    let new = try entity("organization/forum-kota-sehat", in: decided)
    #expect(new.labels.map(\.text) == ["Forum Kota Sehat"] && new.aliases == ["Forum Kota"])
  }

  @Test("a split may mean a thing that is known")
  func splitIntoKnown() throws {
    var one = DocumentBuilder("a")
    let agency = one.add("Organization", "DLHK")
    one.claim(agency, "partyTo", .entity(one.agreement(year: "2016")))
    var two = DocumentBuilder("b")
    _ = two.add("Organization", "Dana Lingkungan")
    let decided = try decide(
      [one, two], "- {split: DLHK, document: a.txt, is: organization/dana-lingkungan}")
    #expect(problems(decided) == [])
    #expect(decided.graph.paths("Organization") == ["organization/dana-lingkungan"])
    #expect(
      decided.graph.facts("partyTo") == [
        "organization/dana-lingkungan agreement/bandung-kawasaki/mou/2016"
      ])
  }

  @Test("things held to be different come apart where their names had joined them")
  func distinct() throws {
    var one = DocumentBuilder("a")
    _ = one.add("Organization", "Asosiasi Pemerintah Kota", aliases: ["Forum Kota"])
    var two = DocumentBuilder("b")
    _ = two.add("Organization", "Forum Kota")
    #expect(try decide([one, two], "").graph.paths("Organization").count == 1)
    let decided = try decide([one, two], "- distinct: [Asosiasi Pemerintah Kota, Forum Kota]")
    #expect(problems(decided) == [])
    #expect(
      decided.graph.paths("Organization") == [
        "organization/asosiasi-pemerintah-kota", "organization/forum-kota",
      ])
    #expect(decided.distinct.count == 1)
  }

  // MARK: Corrections, rejections, confirmations

  @Test("a thing is what a person says: label, class, key and place")
  func correctThing() throws {
    var one = DocumentBuilder("a")
    let place = one.add("Organization", "Kota Kembang")
    one.claim(place, "partyTo", .entity(one.agreement(year: "2016")))
    let decided = try decide(
      [one],
      """
      - correct: Kota Kembang
        class: City
        key: city/id/bandung
        label: {en: Bandung City}
        coordinates: {lat: -6.9, lon: 107.6}
      """)
    #expect(problems(decided) == [])
    #expect(decided.graph.paths("Organization") == [])
    #expect(decided.graph.paths("City") == ["city/id/bandung", "city/jp/kawasaki"])
    let city = try entity("city/id/bandung", in: decided)
    #expect(city.labels == [.init(text: "Bandung City", language: "en")])
    #expect(city.coordinates == Coordinates(latitude: "-6.9", longitude: "107.6"))
    #expect(decided.graph.facts("partyTo").first?.hasPrefix("city/id/bandung ") == true)
  }

  @Test("a thing rejected is gone with all that is said of it")
  func rejectThing() throws {
    var one = DocumentBuilder("a")
    let agreement = one.agreement(year: "2016")
    one.claim(1, "partyTo", .entity(agreement))
    one.claim(1, "sisterCityOf", .entity(2))
    let decided = try decide([one], "- reject: agreement/bandung-kawasaki/mou/2016")
    #expect(problems(decided) == [])
    #expect(decided.graph.paths("Agreement") == [])
    #expect(decided.graph.claims.count == 1 && decided.graph.facts("partyTo") == [])
    #expect(decided.graph.documents[0].mentions.count == 2)
  }

  private func dated() -> [DocumentBuilder] {
    var one = DocumentBuilder("a")
    let first = one.agreement(year: "2016")
    one.claim(first, "signedOn", .value("2015", .year), confidence: 0.9)
    var two = DocumentBuilder("b")
    let second = two.agreement(year: "2016")
    two.claim(second, "signedOn", .value("2016", .year), confidence: 0.6)
    return [one, two]
  }

  @Test("a claim confirmed wins over a more confident one, and the contradiction stays visible")
  func confirm() throws {
    let path = "agreement/bandung-kawasaki/mou/2015"
    #expect(try decide(dated(), "").graph.facts("signedOn") == ["\(path) 2015 year"])
    let decided = try decide(
      dated(), "- confirm: {subject: \(path), predicate: signedOn, object: 2016}")
    #expect(problems(decided) == [])
    #expect(decided.graph.facts("signedOn") == ["\(path) 2016 year"])
    let fact = try #require(
      decided.graph.facts.first { $0.predicate.rawValue == "signedOn" })
    #expect(fact.confidence == 1)
    #expect(decided.graph.conflicts.count == 1)
    #expect(decided.graph.claims[decided.graph.conflicts[0].chosen].document == 1)
  }

  @Test("a claim rejected by its digits or by what it says is gone", arguments: [true, false])
  func rejectClaim(byDigits: Bool) throws {
    let id = try #require(dated()[0].claims.claims.first?.id)
    let pattern =
      "{subject: agreement/bandung-kawasaki/mou/2015, predicate: signedOn, document: a}"
    let decided = try decide(dated(), "- reject: \(byDigits ? id : pattern)")
    #expect(problems(decided) == [])
    #expect(decided.graph.claims.count == 1 && decided.graph.conflicts == [])
    #expect(
      decided.graph.facts("signedOn") == ["agreement/bandung-kawasaki/mou/2015 2016 year"])
  }

  @Test("what was rejected is gone for the decisions below")
  func order() throws {
    let pattern = "{subject: agreement/bandung-kawasaki/mou/2015, predicate: signedOn, document: a}"
    let decided = try decide(dated(), "- reject: \(pattern)\n- confirm: \(pattern)")
    #expect(problems(decided).count == 1)
    #expect(problems(decided).first?.contains("signedOn 2016 (b)") == true)
    #expect(decided.graph.claims.map(\.isDecided) == [false])
  }

  @Test("thousands of decisions on thousands of things are applied in one go")
  func many() throws {
    var document = DocumentBuilder("a")
    var yaml = ""
    for number in 0..<2000 {
      let thing = document.add("Organization", "Forum \(number)")
      document.claim(thing, "partOf", .value("x", .string))
      yaml +=
        number % 2 == 0
        ? "- merge: [Forum \(number), Forum \(number + 1)]\n"
        : "- reject: {subject: Forum \(number), predicate: partOf}\n"
    }
    let decisions = try Decisions.load(yaml, file: "d.yaml", vocabulary: vocabulary).entries
    let decided = Resolver(vocabulary: vocabulary).resolve(
      [document.claims], decisions: decisions)
    #expect(problems(decided) == [])
    #expect(decided.graph.paths("Organization").count == 1000)
    #expect(decided.graph.claims.isEmpty)
  }

  @Test("a claim whose passage has moved is found by what it says")
  func changedPassage() throws {
    let decided = try decide(
      dated(),
      """
      - reject:
          claim: 0123456789abcdef
          subject: agreement/bandung-kawasaki/mou/2015
          predicate: signedOn
          object: 2015
          document: a.txt
      """)
    #expect(problems(decided) == [])
    #expect(decided.graph.claims.count == 1)
  }

  @Test("a claim says what a person corrects it to: object, status and date")
  func correctClaim() throws {
    var one = DocumentBuilder("a")
    let (bandung, kawasaki) = (one.bandung(), one.kawasaki())
    let suwon = one.add("City", "Suwon", key: "city/kr/suwon")
    let tool = one.add("Tool", "truk")
    one.claim(bandung, "sisterCityOf", .entity(suwon))
    one.claim(kawasaki, "donates", .entity(tool), status: .realised)
    let decided = try decide(
      [one],
      """
      - correct: {subject: Suwon, predicate: sisterCityOf, object: Kota Bandung}
        object: city/jp/kawasaki
        date: 1960/..
      - correct: {subject: Kawasaki, predicate: donates}
        status: NotRealised
      """)
    #expect(problems(decided) == [])
    #expect(decided.graph.facts("sisterCityOf") == ["city/id/bandung city/jp/kawasaki"])
    #expect(decided.graph.facts("donates") == [])
    #expect(decided.graph.claims.map(\.claim.period) == ["1960/..", nil])
    #expect(decided.graph.claims.allSatisfy { $0.isDecided && $0.claim.confidence == 1 })
  }

  @Test("a status confirmed stands before one that is further along")
  func confirmedStatus() throws {
    var one = DocumentBuilder("a")
    let program = one.add("Program", "Bank Sampah")
    one.claim(program, "status", .concept("Realised"), confidence: 0.9)
    one.claim(program, "status", .concept("Planned"), confidence: 0.6)
    let decided = try decide(
      [one], "- confirm: {subject: Bank Sampah, predicate: status, object: Planned}")
    #expect(decided.graph.facts("status") == ["program/a/bank-sampah Planned"])
  }

  // MARK: Decisions without effect

  static let stale = [
    (
      "- merge: [Kota Bandug, Kawasaki]",
      "d.yaml:1:3: warning: the decision has no effect: nothing is named “Kota Bandug”; "
        + "nearest: Kota Bandung"
    ),
    ("- reject: city/id/bandng", "nothing is named “city/id/bandng”; nearest: city/id/bandung"),
    ("- reject: {thing: Kawasaki, class: Program}", "(Program); nearest: city/jp/kawasaki"),
    ("- confirm: Nota", "“Nota” names several things; name one by its path or add its class; nea"),
    ("- {split: Bandung, document: c}", "no document is named “c”"),
    ("- {split: Kota Bandng, document: a}", "a has no “Kota Bandng”; nearest: Kota Bandung"),
    ("- distinct: [Kota Bandung, city/id/bandung]", "the documents use these names for one thing"),
    ("- reject: 0123456789abcdef", "no claim has the digits 0123456789abcdef"),
    (
      "- reject: {subject: Kota Bandung, predicate: sisterCityOf, object: Suwon}",
      "no claim is of this pattern; nearest: city/id/bandung sisterCityOf city/jp/kawasaki (a)"
    ),
    ("- reject: {subject: Kota Bandung, predicate: donates}", "no document says anything of that"),
    ("- reject: document/a", "document/a is a document that was read; leave it out of the inputs"),
  ]

  @Test(
    "a decision without effect is told with its place and the nearest there is", arguments: stale)
  func staleDecision(yaml: String, message: String) throws {
    var one = DocumentBuilder("a")
    _ = one.agreement(year: "2016", label: "Nota")
    one.claim(1, "sisterCityOf", .entity(2))
    var two = DocumentBuilder("b")
    _ = two.agreement("LoI", year: "2010", label: "Nota")
    let found = problems(try decide([one, two], "\(yaml)\n- confirm: Kota Bandung"))
    #expect(found.count == 1)
    #expect(found.first?.contains(message) == true, "\(found)")
  }

  @Test("what nobody decided on is as it was")
  func untouched() throws {
    let documents = oldName()
    let plain = Resolver(vocabulary: vocabulary).resolve(documents.map(\.claims))
    let decided = try decide(documents, "- confirm: Kota Kembang")
    #expect(decided.graph == plain)
    #expect(decided.confirmed.count == 1)
  }
}
