import Claims
import Diagnostics
import Documents
import DomainPack
import Extraction
import TestSupport
import Testing

@Suite("Claims of a table")
struct TableClaimsTests {
  private static let vocabulary = Result { try Vocabulary.load(folder: TestPlaces.ontologyPath) }

  private func document(_ table: String) throws -> Document {
    try DocumentReader(lexicon: ReadingLexicon()).read(Array(table.utf8), fileName: "daftar.csv")
  }

  private func claims(_ table: String, _ mapping: String) throws -> TableClaims {
    let root = try PackNode.parse(mapping, file: "daftar.map.yaml")
    return try RealPack.extractor().claims(
      of: document(table), key: "daftar",
      mapping: TableMapping.load(root, vocabulary: Self.vocabulary.get()))
  }

  /// The claims as text: subject, predicate, object, status.
  private func statements(_ said: TableClaims) -> [String] {
    let entities = said.claims.entities
    return said.claims.claims.map { claim in
      let object =
        switch claim.object {
        case .entity(let entity): entities[entity].label
        case .concept(let concept): ":\(concept)"
        case .value(let value, let type): "\(value)^\(type.rawValue)"
        }
      let subject = entities[claim.subject].label
      return "\(subject) \(claim.predicate.rawValue) \(object)"
        + (claim.status.map { " [\($0.rawValue)]" } ?? "")
    }
  }

  private func problems(_ said: TableClaims) -> [String] {
    said.diagnostics.map { diagnostic in
      let place = diagnostic.location?.lowerBound ?? .start
      return "\(place.line + 1):\(place.column + 1): \(diagnostic.message.english)"
    }
  }

  private static let mapping = """
    language: id
    rows:
      agreement: {class: Agreement, type: "{Jenis}", parties: [home, partner], label: "{Judul}"}
      home: {class: City, column: Kota}
      partner: {class: City, column: Mitra, country: Negara}
      tool: {class: Tool, column: Hibah, split: ";"}
    claims:
      - "agreement signedOn {Tanggal}"
      - "agreement period {Mulai}/{Berakhir}"
      - "agreement covers {Bidang}; split=,"
      - "partner donates tool"
      - "agreement status {Status}; values={aktif: Ongoing, berakhir: Realised}"

    """
  private static let header =
    "Judul,Jenis,Kota,Mitra,Negara,Tanggal,Mulai,Berakhir,Bidang,Hibah,Status\n"

  @Test("name the same things as running text, with the row for evidence and the cell for mention")
  func row() throws {
    let row =
      "MoU Pengelolaan Sampah,Nota Kesepahaman,Kota Bandung,Kawasaki,Jepang,14/8/2023,2023,,\"lingkungan hidup, pendidikan\",kamera termal; pompa,aktif"
    let said = try claims(Self.header + row + "\n", Self.mapping)
    #expect(problems(said) == [])
    #expect(
      statements(said).sorted() == [
        "Kawasaki donates kamera termal", "Kawasaki donates pompa",
        "Kawasaki partyTo MoU Pengelolaan Sampah", "Kota Bandung partyTo MoU Pengelolaan Sampah",
        "MoU Pengelolaan Sampah agreementType :MoU",
        "MoU Pengelolaan Sampah covers lingkungan hidup",
        "MoU Pengelolaan Sampah covers pendidikan",
        "MoU Pengelolaan Sampah period 2023/..^period",
        "MoU Pengelolaan Sampah signedOn 2023-08-14^date",
        "MoU Pengelolaan Sampah status :Ongoing",
      ])
    let keys = said.claims.entities.compactMap(\.key)
    #expect(keys.contains("city/id/bandung") && keys.contains("city/jp/kawasaki"))
    #expect(keys.contains { $0.hasPrefix("sector/") })
    let start = Self.header.unicodeScalars.count
    for claim in said.claims.claims {
      #expect(claim.evidence.quote == row)
      #expect(
        claim.evidence.passage == SourceRange(start: start, end: start + row.unicodeScalars.count))
      #expect(claim.rule.hasPrefix("table/") && claim.confidence == 0.95)
    }
    let raw = try document(Self.header + row + "\n")
    #expect(!said.claims.mentions.isEmpty)
    for mention in said.claims.mentions { #expect(raw.quote(mention.range) == mention.surface) }
  }

  @Test("that cannot be read are told with line and column, and the others of the row stay")
  func faults() throws {
    let said = try claims(
      Self.header + """
        A,MoU,Bandung,Kawasaki,Jepang,31/2/2023,2023,2020,,,aktif
        B,MuU,Bandug,Kochi,Jepang,kemarin,,,,-,tidak jelas
        "C",LoI,Surabaya,"Kitakyushu",Jepan,2016,,,,,

        """, Self.mapping)
    #expect(
      problems(said).map { $0.split(separator: ";").first.map(String.init) ?? "" } == [
        "2:31: Tanggal: “31/2/2023” is no date",
        "2:41: Mulai: the period ends (2020) before it begins (2023)",
        "3:7: Kota: the gazetteer knows no City “Bandug”",
        "3:3: Jenis: “MuU” is no type of agreement",
        "3:27: Tanggal: “kemarin” is no date", "3:40: Status: “tidak jelas” is no status",
        "4:31: Negara: the gazetteer knows no Country “Jepan”",
      ])
    #expect(said.diagnostics[2].message.english.hasSuffix("did you mean “Bandung”?"))
    let stated = statements(said)
    #expect(stated.contains("A status :Ongoing"))
    #expect(stated.contains("Kochi partyTo B"))
    #expect(stated.contains("Kitakyushu partyTo C"))
    #expect(stated.contains("C signedOn 2016^year"))
  }

  @Test(
    "read dates in every form that a spreadsheet or a clerk writes",
    arguments: [
      ("14/8/2023", "2023-08-14^date"), ("14-08-2023", "2023-08-14^date"),
      ("14 Agustus 2023", "2023-08-14^date"), ("August 14, 2023", "2023-08-14^date"),
      ("2023-08-14", "2023-08-14^date"), ("2023/08/14", "2023-08-14^date"),
      ("2023-08-14 00:00:00", "2023-08-14^date"), ("Agustus 2023", "2023-08^yearMonth"),
      ("2023-08", "2023-08^yearMonth"), ("2016", "2016^year"), ("29/2/2020", "2020-02-29^date"),
      ("29/2/2021", nil), ("8/14/2023", nil), ("14/8/23", nil), ("2016-2018", nil),
      ("5 tahun", nil),
    ])
  func dates(cell: String, value: String?) throws {
    let said = try claims(
      "Judul,Tanggal\nMoU Sampah,\"\(cell)\"\n",
      "rows: {a: {class: Agreement, column: Judul}}\nclaims: ['a signedOn {Tanggal}']")
    #expect(statements(said) == (value.map { ["MoU Sampah signedOn \($0)"] } ?? []))
    #expect(said.diagnostics.count == (value == nil ? 1 : 0))
  }

  @Test(
    "read periods in one cell or in two",
    arguments: [
      ("2016-2018,", "{A}", "2016/2018^period"), ("5 tahun,", "{A}", "P5Y^duration"),
      ("2016,", "{A}", "2016^period"), ("2016,2018", "{A}/{B}", "2016/2018^period"),
      (",Mei 2018", "{A}/{B}", "../2018-05^period"),
      ("1/2/2016,2016", "{A}/{B}", "2016-02-01/2016^period"), (",", "{A}/{B}", nil),
      ("2016,-", "{A}/{B}", "2016/..^period"),
    ])
  func periods(cells: String, template: String, value: String?) throws {
    let said = try claims(
      "Judul,A,B\nMoU Sampah,\(cells)\n",
      "rows: {a: {class: Agreement, column: Judul}}\nclaims: ['a period \(template)']")
    #expect(statements(said) == (value.map { ["MoU Sampah period \($0)"] } ?? []))
  }

  static let places: [(cells: String, key: String?)] = [
    ("Bandung,", "city/id/bandung"), ("Kota Bandung,", "city/id/bandung"),
    ("KOTA BANDUNG,", "city/id/bandung"), ("bandung,", "city/id/bandung"),
    ("Kabupaten Bandung,", "city/id/kabupaten-bandung"), ("Kota Kawasaki,", "city/jp/kawasaki"),
    ("City of Kawasaki,", "city/jp/kawasaki"), ("\"Kawasaki, Jepang\",", "city/jp/kawasaki"),
    ("Kawasaki (Jepang),", "city/jp/kawasaki"), ("Kawasaki,Jepang", "city/jp/kawasaki"),
    ("Kawasaki,Japan", "city/jp/kawasaki"), ("Darwin,", "city/au/darwin"),
    ("Zzyzx,Jepang", "city/jp/zzyzx"), ("Kota Zzyzx,Jepang", "city/jp/zzyzx"),
    ("Bandung,Jepang", "city/jp/bandung"), ("Zzyzx,", nil), ("Wali Kota Bandung,", nil),
  ]

  @Test("find a city by its name, its country and the way it is written", arguments: places)
  func cities(cells: String, key: String?) throws {
    let said = try claims(
      "Kota,Negara\n\(cells)\n",
      "language: id\nrows: {c: {class: City, column: Kota, country: Negara}}\nclaims: ['$document about c']"
    )
    #expect(said.claims.entities.dropFirst().compactMap(\.key) == (key.map { [$0] } ?? []))
    #expect(said.diagnostics.count == (key == nil ? 1 : 0), "\(problems(said))")
  }

  @Test("find regulations by their citations, those of a place by the place")
  func regulations() throws {
    let said = try claims(
      "Dasar,Kota\nUU Nomor 23 Tahun 2014; Perda Nomor 10 Tahun 2017,Bandung\nsurat biasa,Bandung\n",
      """
      rows:
        city: {class: City, column: Kota}
        act: {class: Regulation, column: Dasar, split: ";", of: city}
      claims: ["act regulates city"]
      """)
    #expect(
      said.claims.entities.compactMap(\.key).filter { !$0.contains("city") && !$0.contains("doc") }
        == ["UU/2014/23", "PERDA-KOTA-BANDUNG/2017/10"])
    #expect(problems(said).count == 1)
    #expect(problems(said)[0].hasPrefix("3:1: Dasar: “surat biasa” cites no regulation"))
  }

  @Test("tell apart things of one name that belong to different owners")
  func owners() throws {
    let said = try claims(
      "Kota,Dinas,Program\nBandung,Dinas Lingkungan Hidup,Pelatihan\nSurabaya,Dinas Lingkungan Hidup,Pelatihan\nBandung,Dinas Lingkungan Hidup,Pelatihan\n",
      """
      language: id
      rows:
        city: {class: City, column: Kota}
        government: {class: Government, label: "Pemerintah Kota {Kota}", of: city}
        agency: {class: Agency, column: Dinas, of: city}
        program: {class: Program, column: Program}
      claims: ["agency partOf government", "program programOf city", "government governs city"]
      """)
    let entities = said.claims.entities
    func count(_ name: String) -> Int { entities.count { $0.entityClass.rawValue == name } }
    #expect(count("Agency") == 2 && count("Program") == 2 && count("Government") == 2)
    #expect(
      Set(entities.compactMap(\.key)).isSuperset(of: [
        "government/id/kota-bandung", "government/id/kota-surabaya",
      ]))
    #expect(problems(said) == [])
  }

  @Test("say what is planned under its status, and make sisters of cities in two countries")
  func statuses() throws {
    let said = try claims(
      "Kota,Mitra,Jenis,Status,Tanggal\nBandung,Kawasaki,Sister City,Planned,2025\nBandung,Suwon,Sister City,Ongoing,1997\nBandung,Surabaya,Sister City,Ongoing,1997\n",
      """
      language: id
      rows:
        home: {class: City, column: Kota}
        partner: {class: City, column: Mitra}
        a: {class: Agreement, type: "{Jenis}", parties: [home, partner]}
      claims: ["a status {Status}", "a signedOn {Tanggal}"]
      """)
    let stated = statements(said)
    #expect(stated.contains("Kota Bandung sisterCityOf Kawasaki [Planned]"))
    #expect(stated.contains("Kota Bandung sisterCityOf Suwon"))
    #expect(!stated.contains { $0.contains("sisterCityOf Kota Surabaya") })
    #expect(stated.contains { $0.hasSuffix("signedOn 2025^year [Planned]") })
    #expect(stated.contains("Kerja sama sister city Bandung-Suwon signedOn 1997^year"))
  }

  @Test("need the columns that the mapping names, and tell where it does")
  func columns() throws {
    let error = #expect(throws: SyntaxError.self) {
      try claims("Kota,Negara\nBandung,Indonesia\n", "rows: {c: {class: City, column: Kotta}}")
    }
    #expect(
      error?.description
        == "daftar.map.yaml:1:33: the table has no column “Kotta”; did you mean “Kota”?")
    #expect(
      try claims("NAMA KOTA\nBandung\n", "rows: {c: {class: City, column: Nama kota}}")
        .claims.entities.count == 2)
  }

  @Test("are the same whenever they are made")
  func repeated() throws {
    let table = Self.header + "A,MoU,Bandung,Kawasaki,Jepang,2016,,,kebersihan,pompa,aktif\n"
    #expect(try claims(table, Self.mapping).claims == claims(table, Self.mapping).claims)
  }

  @Test("of twenty thousand rows are as many times those of one")
  func large() throws {
    var table = Self.header
    for number in 0..<20_000 {
      table +=
        "MoU \(number),MoU,Bandung,Kawasaki,Jepang,\(number % 28 + 1)/8/2023,,,bidang \(number),alat \(number),aktif\n"
    }
    let said = try claims(table, Self.mapping)
    #expect(problems(said) == [])
    // Two parties, type, day, field, gift and status in each row; the gift is from one city.
    #expect(said.claims.claims.count == 20_000 * 7)
    #expect(said.claims.entities.count == 1 + 2 + 3 * 20_000)
  }

  @Test("tell a bounded number of mistakes one by one")
  func manyMistakes() throws {
    let rows = String(repeating: "MoU,kemarin\n", count: 1_000)
    let said = try claims(
      "Judul,Tanggal\n\(rows)",
      "rows: {a: {class: Agreement, column: Judul}}\nclaims: ['a signedOn {Tanggal}']")
    #expect(said.diagnostics.count == 101)
    #expect(
      said.diagnostics.last?.message.english
        == "900 further cells could not be read as the mapping says")
  }
}
