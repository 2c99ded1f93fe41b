import Claims
import Documents
import Extraction
import Testing

@Suite("Extraction from small texts")
struct ExtractorTests {
  /// The claims of a text of paragraphs, `subject predicate object`, with the status where one is told.
  private func claims(_ text: String) throws -> [String] {
    let result = try read(text)
    return result.claims.map { claim in
      let object =
        switch claim.object {
        case .entity(let entity): result.entities[entity].label
        case .concept(let concept): ":\(concept)"
        case .value(let value, _): value
        }
      let status = claim.status.map { " (\($0.rawValue))" } ?? ""
      let subject = result.entities[claim.subject].label
      return "\(subject) \(claim.predicate.rawValue) \(object)\(status)"
    }
  }

  private func read(_ text: String) throws -> DocumentClaims {
    let document = try RealPack.reader().read(Array(text.utf8), fileName: "text.txt")
    return try RealPack.extractor().claims(of: document, key: "text")
  }

  private func predicates(_ text: String) throws -> Set<String> {
    Set(try read(text).claims.map(\.predicate.rawValue))
  }

  @Test("finds the pair, the paper and its date, and binds what refers to them")
  func agreement() throws {
    let claims = try claims(
      """
      Kota Semarang dan Kota Brisbane menandatangani nota kesepahaman pada 13 Januari 1993. \
      Nota kesepahaman tersebut berlaku selama lima tahun.
      """)
    #expect(claims.contains("MoU Brisbane-Semarang 1993 signedOn 1993-01-13"))
    #expect(claims.contains("MoU Brisbane-Semarang 1993 period P5Y"))
    #expect(claims.contains("Kota Semarang partyTo MoU Brisbane-Semarang 1993"))
    #expect(claims.contains("Brisbane partyTo MoU Brisbane-Semarang 1993"))
    #expect(claims.contains("MoU Brisbane-Semarang 1993 agreementType :MoU"))
  }

  @Test(
    "knows a city that keeps its capitals with the marks of its name and without",
    arguments: ["Villa María", "Villa Maria"])
  func spellings(name: String) throws {
    let result = try read(
      "Kota Bandung dan Kota \(name) di Argentina menandatangani MoU pada 2015.")
    #expect(result.entities.contains { $0.key == "city/ar/villa-maria" }, "\(result.entities)")
  }

  @Test("takes two papers of one pair for two, told apart by kind and year")
  func twoPapers() throws {
    let result = try read(
      """
      Kota Bandung dan Kota Kawasaki menandatangani Letter of Intent pada tahun 2015. \
      Kota Bandung dan Kota Kawasaki menandatangani nota kesepahaman pada tahun 2017.
      """)
    let papers = result.entities.filter { $0.entityClass == .agreement }.map(\.label)
    #expect(Set(papers).isSuperset(of: ["LoI Bandung-Kawasaki 2015", "MoU Bandung-Kawasaki 2017"]))
  }

  @Test("takes two namings of one paper for one, though the years differ by one")
  func oneYearApart() throws {
    let result = try read(
      """
      Kota Bandung dan Kota Kawasaki menandatangani nota kesepahaman pada tahun 2016. \
      MoU Bandung dan Kawasaki tahun 2017 memuat lima bidang.
      """)
    #expect(
      result.entities.filter { $0.entityClass == .agreement && $0.attributes["type"] == ["MoU"] }
        .count == 1)
  }

  @Test("tells a gift that was made from one that is planned")
  func gifts() throws {
    let made = try claims(
      "Pemerintah Kota Hamamatsu menghibahkan 2 detektor kebocoran kepada Kota Bandung. "
        + "Alat itu dipakai sejak itu.")
    #expect(made.contains("Pemerintah Hamamatsu donates detektor kebocoran"))
    #expect(made.contains("detektor kebocoran donatedTo Kota Bandung"))
    for planned in [
      "Pemerintah Kota Hamamatsu akan menghibahkan 2 detektor kebocoran kepada Kota Bandung.",
      "Pemerintah Kota Hamamatsu berencana memberikan 2 pompa air kepada Kota Bandung tahun depan.",
      "Hamamatsu promised that it will give 2 leak detectors to Bandung.",
      "Hamamatsu plans to donate leak detectors to Bandung.",
    ] {
      let predicates = try predicates(planned)
      #expect(predicates.isDisjoint(with: ["donates", "donatedTo"]), "\(planned)")
      #expect(predicates.isSuperset(of: ["plannedDonation", "plannedRecipient"]), "\(planned)")
    }
    let statuses = try read(
      "Pemerintah Kota Hamamatsu akan menghibahkan 2 detektor kebocoran kepada Kota Bandung."
    ).claims.filter { $0.predicate.rawValue == "plannedDonation" }.map(\.status)
    #expect(statuses == [.planned])
  }

  @Test(
    "states nothing of what is asked, supposed or denied",
    arguments: [
      "Apakah Kota Hamamatsu menghibahkan 2 detektor kebocoran kepada Kota Bandung?",
      "Jika Kota Hamamatsu menghibahkan 2 detektor kebocoran kepada Kota Bandung, warga terbantu.",
      "Kota Hamamatsu tidak pernah menghibahkan 2 detektor kebocoran kepada Kota Bandung.",
      "If Hamamatsu donated leak detectors to Bandung, the pipes would be safe.",
      "Did Hamamatsu donate leak detectors to Bandung?",
    ])
  func unstated(text: String) throws {
    let predicates = try predicates(text)
    #expect(
      predicates.isDisjoint(with: ["donates", "donatedTo", "plannedDonation", "plannedRecipient"]))
  }

  @Test("binds what refers to the two cities and to the programme named last")
  func references() throws {
    let claims = try claims(
      """
      Sister city antara Kota Surabaya dan Kota Busan berjalan baik. \
      Program Kampung Bersih dijalankan oleh kedua kota. \
      Program tersebut berjalan sejak tahun 2016.
      """)
    #expect(claims.contains("Kampung Bersih period 2016/.."))
    #expect(claims.contains("Kota Surabaya runsProgram Kampung Bersih"))
    #expect(claims.contains("Busan runsProgram Kampung Bersih"))
  }

  @Test("takes the title from a heading, and leads short citations to the works cited")
  func titleAndCitations() throws {
    let result = try read(
      """
      # Kerja Sama Kota Bandung dan Suwon

      Diplomasi kota tumbuh cepat (Hapsari, 2019).

      # Daftar Pustaka

      Hapsari, D. R. (2019). Diplomasi kota pesisir. Jurnal Kota, 3(2), 11-20.
      """)
    #expect(result.title == "Kerja Sama Kota Bandung dan Suwon")
    let works = result.entities.filter { $0.entityClass == .document }.map(\.label)
    #expect(works.contains("Diplomasi kota pesisir"))
    let cited = result.claims.filter { $0.predicate.rawValue == "cites" }
    #expect(Set(cited.map(\.object)).count == 1)
    #expect(cited.count == 2)
  }

  @Test("takes the first line for the title where the first heading is that of the abstract")
  func titleBeforeAbstract() throws {
    let title = "City Networks and Coastal Learning: The Case of Parepare"
    #expect(try read("\(title)\n\nAbstract\n\nThis article tells of a partnership.").title == title)
  }

  @Test("takes no line for the title that only tells the kind of text")
  func titleBelowKicker() throws {
    let title = "Bengkulu and Halmstad open joint laboratory"
    let text = "MEDIA STATEMENT\n\n\(title)\n\nThe cities opened a laboratory today."
    #expect(try read(text).title == title)
  }

  @Test("takes no city for a party where something is only signed")
  func placeOfSigning() throws {
    let claims = try claims(
      """
      Kota Parepare dan Kota Uijeongbu bersahabat. Kota Parepare dan Kota Uijeongbu saling \
      berkunjung. Letter of Intent dengan Kota Uijeongbu ditandatangani di Seoul.
      """)
    #expect(!claims.contains { $0.hasPrefix("Seoul partyTo") })
    #expect(claims.contains { $0.hasPrefix("Uijeongbu partyTo LoI") })
  }

  @Test("takes an agreement that is only referred to for that of the pair the text is about")
  func agreementReferredTo() throws {
    let claims = try claims(
      """
      Petani Kota Pangkalpinang memakai alat buatan Kota Haikou. Kesepakatan tersebut \
      membuka pintu bagi anak muda.
      """)
    #expect(claims.contains("Haikou partyTo Kerja sama Haikou-Pangkalpinang"))
  }

  @Test("lets a name that needs a context stand alone once it had one")
  func confirmedOnce() throws {
    let text = "The City of Ube sent a choir. Ube Lane is short. Later Ube sent engineers."
    let alone = "Ube Lane is short. Later Ube sent engineers."
    #expect(try read(text).mentions.count { $0.surface == "Ube" } >= 2)
    #expect(try read(alone).mentions.count { $0.surface == "Ube" } == 0)
  }

  @Test("knows what a first line is that no heading marks")
  func headline() throws {
    let result = try read(
      "Surabaya dan Busan Bertukar Penari\n\nKota Surabaya menyambut penari dari Busan. Acara itu meriah.\n"
    )
    #expect(result.title == "Surabaya dan Busan Bertukar Penari")
  }

  @Test("makes no claim of a text that says nothing of the field, and none of an empty one")
  func nothing() throws {
    #expect(try claims("Hujan turun sepanjang pagi. Kucing tidur di teras.").isEmpty)
    #expect(try read("").claims.isEmpty)
  }
}
