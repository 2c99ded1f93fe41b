import Claims
import DomainPack
import Resolution
import TestSupport
import Testing

@Suite("Identity of things")
struct IdentityTests {
  let vocabulary: Vocabulary

  init() throws { vocabulary = try .ofThePack() }

  private func resolve(_ documents: DocumentBuilder...) -> KnowledgeGraph {
    Resolver(vocabulary: vocabulary).resolve(documents.map(\.claims))
  }

  @Test("comes from the key where there is one")
  func keys() {
    var one = DocumentBuilder("a")
    _ = one.bandung()
    _ = one.add("Regulation", "UU 22/1999", key: "UU/1999/22")
    var two = DocumentBuilder("b")
    _ = two.add("City", "Bandung", key: "city/id/bandung")
    _ = two.add("Regulation", "Perda", key: "PERDA-KOTA-BANDUNG/2017/10")
    let graph = resolve(one, two)
    #expect(graph.paths("City") == ["city/id/bandung"])
    #expect(
      graph.paths("Regulation") == [
        "regulation/perda/kota-bandung/2017/10", "regulation/uu/1999/22",
      ])
    #expect(graph.paths("Document") == ["document/a", "document/b"])
  }

  @Test("of a government is the place that it governs")
  func governments() {
    var one = DocumentBuilder("a")
    let city = one.bandung()
    _ = one.add(
      "Government", "Pemerintah Kota Bandung", key: "government/id/kota-bandung",
      links: ["place": [city]])
    var two = DocumentBuilder("b")
    _ = two.add("Government", "Pemkot Bandung", links: ["place": [two.bandung()]])
    _ = two.add("Government", "City of Kawasaki", links: ["place": [two.kawasaki()]])
    #expect(
      resolve(one, two).paths("Government") == [
        "government/id/kota-bandung", "government/jp/kawasaki",
      ])
  }

  @Test("of an agency is its owner and its name, short where there is a short one")
  func agencies() {
    var one = DocumentBuilder("a")
    let government = one.add(
      "Government", "Pemkot", key: "government/id/kota-bandung", links: ["place": [one.bandung()]])
    _ = one.add(
      "Agency", "Dinas Lingkungan Hidup dan Kebersihan", aliases: ["DLHK"],
      links: ["owner": [government]])
    var two = DocumentBuilder("b")
    _ = two.add(
      "Agency", "Dinas Lingkungan Hidup dan Kebersihan", links: ["owner": [two.bandung()]])
    _ = two.add(
      "Agency", "Dinas Lingkungan Hidup dan Kebersihan", links: ["owner": [two.kawasaki()]])
    _ = two.add("Agency", "JICA", key: "agency/jp/jica")
    #expect(
      resolve(one, two).paths("Agency") == [
        "agency/id/kota-bandung/dlhk", "agency/jp/jica",
        "agency/jp/kawasaki/dinas-lingkungan-hidup-dan-kebersihan",
      ])
  }

  @Test("of an agency that every city has is never shared by documents that tell no city")
  func municipalAgencies() {
    func document(_ key: String) -> DocumentBuilder {
      var builder = DocumentBuilder(key)
      _ = builder.add(
        "Agency", "Dinas Pendidikan", aliases: ["Disdik"], attributes: ["scope": ["municipal"]])
      return builder
    }
    #expect(
      resolve(document("a"), document("b")).paths("Agency") == [
        "agency/a/dinas-pendidikan", "agency/b/dinas-pendidikan",
      ])
  }

  @Test("joins names that differ in case and spacing, and abbreviations")
  func names() {
    var one = DocumentBuilder("a")
    _ = one.add("Organization", "Badan Kerja Sama Kota", aliases: ["BKK"])
    var two = DocumentBuilder("b")
    _ = two.add("Organization", "BADAN KERJASAMA KOTA")
    var three = DocumentBuilder("c")
    _ = three.add("Organization", "BKK")
    let graph = resolve(one, two, three)
    #expect(graph.paths("Organization") == ["organization/badan-kerja-sama-kota"])
    let names = graph.entities.first { $0.entityClass.rawValue == "Organization" }
    #expect(names?.labels.map(\.text) == ["Badan Kerja Sama Kota"])
    #expect(names?.aliases == ["BADAN KERJASAMA KOTA", "BKK"])
  }

  @Test("is not joined by an abbreviation that two things share")
  func sharedAbbreviation() {
    var one = DocumentBuilder("a")
    _ = one.add("Organization", "Perusahaan Air Minum Bandung", aliases: ["PDAM"])
    _ = one.add("Organization", "Perusahaan Air Minum Bogor", aliases: ["PDAM"])
    var two = DocumentBuilder("b")
    _ = two.add("Organization", "PDAM")
    #expect(resolve(one, two).paths("Organization").count == 3)
  }

  @Test("of an agreement is parties, type and year; a year apart is the same one")
  func agreements() {
    var one = DocumentBuilder("a")
    _ = one.agreement(year: "2016")
    _ = one.agreement("LoI", year: "2015")
    var two = DocumentBuilder("b")
    _ = two.agreement("memorandum", year: "2016")
    _ = two.agreement("mou", year: "2017")
    _ = two.agreement(year: "2020")
    #expect(
      resolve(one, two).paths("Agreement") == [
        "agreement/bandung-kawasaki/loi/2015", "agreement/bandung-kawasaki/memorandum/2016",
        "agreement/bandung-kawasaki/mou/2016", "agreement/bandung-kawasaki/mou/2020",
      ])
  }

  @Test(
    "of an agreement dated twice: the label names the year of the identity, the other is an alias")
  func labelOfAnAgreementDatedTwice() {
    var one = DocumentBuilder("a")
    _ = one.agreement("LoI", year: "2015", label: "LoI Bandung-Kawasaki 2015")
    var two = DocumentBuilder("b", language: "en")
    _ = two.agreement("LoI", year: "2016", label: "LoI Bandung-Kawasaki 2016")
    let agreement = resolve(one, two).entities.first { $0.entityClass == .agreement }
    #expect(agreement?.labels.map(\.text) == ["LoI Bandung-Kawasaki 2015"])
    #expect(agreement?.aliases == ["LoI Bandung-Kawasaki 2016"])
  }

  @Test("of agreements a year apart differs where the text counts them or one renews the other")
  func successiveAgreements() {
    var counted = DocumentBuilder("a")
    _ = counted.agreement(year: "2016", ordinal: "1")
    _ = counted.agreement(year: "2016", ordinal: "2")
    #expect(
      resolve(counted).paths("Agreement") == [
        "agreement/bandung-kawasaki/mou/2016", "agreement/bandung-kawasaki/mou/2016-2",
      ])
    var renewed = DocumentBuilder("a")
    let old = renewed.agreement(year: "2016")
    let new = renewed.agreement(year: "2017")
    renewed.claim(new, "renews", .entity(old))
    #expect(resolve(renewed).paths("Agreement").count == 2)
  }

  @Test("of a renewal is not that of an agreement a year before, or of one without a year")
  func renewalsByName() {
    var one = DocumentBuilder("a")
    _ = one.agreement(year: "2016")
    var two = DocumentBuilder("b")
    _ = two.agreement(year: "2017", ordinal: "2")
    _ = two.agreement(ordinal: "3")
    #expect(
      resolve(one, two).paths("Agreement") == [
        "agreement/bandung-kawasaki/mou/2016", "agreement/bandung-kawasaki/mou/2017",
        "agreement/bandung-kawasaki/mou/undated",
      ])
  }

  @Test("of an agreement without a year is the only dated one of its kind, if there is one")
  func undatedAgreements() {
    var one = DocumentBuilder("a")
    _ = one.agreement()
    #expect(resolve(one).paths("Agreement") == ["agreement/bandung-kawasaki/mou/undated"])
    var two = DocumentBuilder("b")
    _ = two.agreement(year: "2016")
    #expect(resolve(one, two).paths("Agreement") == ["agreement/bandung-kawasaki/mou/2016"])
    var three = DocumentBuilder("c")
    _ = three.agreement(year: "2019")
    #expect(resolve(one, two, three).paths("Agreement").count == 3)
  }

  @Test("of agreements joins the party that is a city with its government and agencies")
  func partiesByPlace() {
    var one = DocumentBuilder("a")
    _ = one.agreement(year: "2016")
    var two = DocumentBuilder("b")
    let government = two.add(
      "Government", "Pemkot", key: "government/id/kota-bandung", links: ["place": [two.bandung()]])
    let agency = two.add("Agency", "DLHK", links: ["owner": [government]])
    _ = two.add(
      "Agreement", "MoU", attributes: ["type": ["MoU"], "year": ["2016"]],
      links: ["party": [two.kawasaki(), agency]])
    #expect(resolve(one, two).paths("Agreement") == ["agreement/bandung-kawasaki/mou/2016"])
  }

  @Test("of agreements with unknown parties never reaches beyond the document")
  func partyless() {
    var one = DocumentBuilder("a")
    _ = one.add("Agreement", "MoU", attributes: ["type": ["MoU"]])
    var two = DocumentBuilder("b")
    _ = two.add("Agreement", "MoU", attributes: ["type": ["MoU"]])
    #expect(resolve(one, two).paths("Agreement") == ["agreement/a/mou", "agreement/b/mou"])
  }

  @Test("of a cooperation without a type is the only named one of its parties")
  func unnamedCooperation() {
    var one = DocumentBuilder("a")
    _ = one.agreement("cooperation")
    var two = DocumentBuilder("b")
    _ = two.agreement("sister city")
    _ = two.agreement("cooperation")
    #expect(
      resolve(one, two).paths("Agreement") == [
        "agreement/bandung-kawasaki/cooperation/undated",
        "agreement/bandung-kawasaki/sister-city/undated",
      ])
    let graph = resolve(one, two)
    let untyped = graph.entities.firstIndex { $0.path.contains("sister-city") }
    #expect(graph.documents.map { $0.mentions.contains(untyped ?? -1) } == [true, true])
  }

  @Test("takes the owner from claims where no link tells it and the claims agree")
  func claimedOwners() {
    var one = DocumentBuilder("a")
    let (city, agreement) = (one.bandung(), one.agreement(year: "2016"))
    let program = one.add("Program", "Kota Hijau", links: ["place": [city]])
    one.claim(program, "programOf", .entity(agreement))
    let agency = one.add("Agency", "Dinas Pendidikan", attributes: ["scope": ["municipal"]])
    one.claim(agency, "partOf", .entity(city))
    let shared = one.add("Agency", "Dinas Kesehatan", attributes: ["scope": ["municipal"]])
    one.claim(shared, "partOf", .entity(city))
    one.claim(shared, "partOf", .entity(one.kawasaki()))
    let graph = resolve(one)
    #expect(graph.paths("Program") == ["program/bandung-kawasaki-mou-2016/kota-hijau"])
    #expect(
      graph.paths("Agency") == ["agency/a/dinas-kesehatan", "agency/id/bandung/dinas-pendidikan"])
  }

  @Test("of programs is owner and name: an agreement, else a place, else the document")
  func owned() {
    var one = DocumentBuilder("a")
    let agreement = one.agreement(year: "2016")
    let program = one.add("Program", "Kota Hijau", links: ["owner": [agreement]])
    _ = one.add("Program", "Kota Hijau", links: ["place": [one.bandung()]])
    _ = one.add("Program", "Kota Hijau")
    _ = one.add("Event", "Lokakarya", links: ["owner": [program]])
    var two = DocumentBuilder("b")
    _ = two.add("Program", "kota hijau", links: ["owner": [two.agreement(year: "2016")]])
    let graph = resolve(one, two)
    #expect(
      graph.paths("Program") == [
        "program/a/kota-hijau", "program/bandung-kawasaki-mou-2016/kota-hijau",
        "program/id-bandung/kota-hijau",
      ])
    #expect(
      graph.paths("Event") == ["event/bandung-kawasaki-mou-2016-kota-hijau/lokakarya"])
  }

  @Test("of things that own each other falls to the document")
  func circle() {
    var one = DocumentBuilder("a")
    let program = one.add("Program", "Satu", links: ["owner": [2]])
    _ = one.add("Event", "Dua", links: ["owner": [program]])
    let graph = resolve(one)
    #expect(graph.paths("Program") == ["program/a/satu"] && graph.paths("Event") == ["event/a/dua"])
  }

  private func person(_ key: String, role: String?, topic: Bool = false) -> DocumentBuilder {
    var builder = DocumentBuilder(key)
    let person = builder.add("Person", "Ridwan Kamil")
    if let role {
      let post = builder.add("Role", role, links: ["place": [builder.bandung()]])
      builder.claim(person, "holdsRole", .entity(post))
    }
    if topic { builder.claim(0, "about", .entity(builder.bandung())) }
    return builder
  }

  @Test("of namesakes is one only if they share a role or a topic")
  func persons() {
    let mayor = person("a", role: "Wali Kota Bandung")
    #expect(
      resolve(mayor, person("b", role: "Walikota Bandung")).paths("Person") == [
        "person/ridwan-kamil"
      ])
    #expect(resolve(mayor, person("b", role: nil)).paths("Person").count == 2)
    #expect(
      resolve(person("a", role: nil, topic: true), person("b", role: nil, topic: true))
        .paths("Person").count == 1)
  }

  @Test("gives every path to one thing only")
  func uniquePaths() {
    var one = DocumentBuilder("a")
    _ = one.add("Tool", "C++ alat")
    _ = one.add("Document", "a")
    let graph = resolve(one, person("b", role: nil), person("c", role: nil))
    #expect(Set(graph.entities.map(\.path)).count == graph.entities.count)
  }

  @Test("does not depend on the order of the documents")
  func order() {
    var one = DocumentBuilder("a")
    _ = one.agreement(year: "2016")
    var two = DocumentBuilder("b")
    _ = two.agreement(year: "2017")
    _ = two.add("Organization", "BKK")
    var three = DocumentBuilder("c")
    _ = three.add("Organization", "Badan Kerja Sama Kota", aliases: ["BKK"])
    let documents = [one, two, three, person("d", role: "Wali Kota"), person("e", role: nil)]
    let first = Resolver(vocabulary: vocabulary).resolve(documents.map(\.claims))
    for shift in 1..<documents.count {
      let turned = Array(documents[shift...] + documents[..<shift]).reversed()
      #expect(Resolver(vocabulary: vocabulary).resolve(turned.map(\.claims)) == first)
    }
  }
}
