import Claims
import Diagnostics
import DomainPack
import TestSupport
import Testing

@Suite("Mapping of a table")
struct TableMappingTests {
  private static let vocabulary = Result { try Vocabulary.load(folder: TestPlaces.ontologyPath) }

  private func load(_ text: String) throws -> TableMapping {
    try TableMapping.load(
      try PackNode.parse(text, file: "list.map.yaml"), vocabulary: try Self.vocabulary.get())
  }

  private static let rows = """
    rows:
      agreement: {class: Agreement, type: MoU, parties: [home, partner], label: "{Judul}"}
      home: {class: City, column: Kota}
      partner: {class: City, column: Mitra, country: Negara}
      tool: {class: Tool, column: Hibah, split: ";"}

    """

  @Test("is read with things behind those that they name, claims in order")
  func whole() throws {
    let mapping = try load(
      "language: id\nconfidence: 0.9\n" + Self.rows + """
        claims:
          - "agreement signedOn {Tanggal}"
          - "agreement period {Mulai}/{Berakhir}"
          - "agreement covers {Bidang}; split=,"
          - "partner donates tool; planned=plannedDonation; quantity={Jumlah}"
          - "agreement status {Status}; values={aktif: Ongoing, berakhir: Terwujud}"
          - {claim: "home donates tool", status: "{Status}", values: {"a, b": Planned}}
        """)
    #expect(mapping.things.map(\.name) == ["home", "partner", "agreement", "tool"])
    #expect(mapping.things[2].parties == [0, 1])
    #expect(mapping.confidence == 0.9)
    #expect(
      mapping.claims.map(\.rule) == [
        "table/agreement-signedOn", "table/agreement-period", "table/agreement-covers",
        "table/partner-donates", "table/agreement-status", "table/home-donates",
      ])
    #expect(mapping.claims[2].split == ",")
    #expect(mapping.claims[3].planned == Predicate(rawValue: "plannedDonation"))
    guard case .concept(let status) = mapping.claims[4].object else {
      Issue.record("no concept")
      return
    }
    #expect(status.names["aktif"] == "Ongoing")
    #expect(status.names["berakhir"] == "Realised")
    #expect(status.names[Slug.folded("Sedang berjalan")] == "Ongoing")
    #expect(mapping.claims[5].status?.names["ab"] == "Planned")
    #expect(
      mapping.columns.map(\.name) == [
        "Kota", "Mitra", "Negara", "Judul", "Hibah", "Tanggal", "Mulai", "Berakhir", "Bidang",
        "Jumlah", "Status", "Status",
      ])
  }

  @Test("takes a semicolon for what divides a cell", arguments: ["split=;", "split=\";\""])
  func semicolon(qualifier: String) throws {
    let mapping = try load(Self.rows + "claims: ['agreement covers {Bidang}; \(qualifier)']")
    #expect(mapping.claims[0].split == ";")
  }

  @Test("lets a program belong to the agreement that a claim names")
  func owners() throws {
    let mapping = try load(
      Self.rows + "  program: {class: Program, column: Program}\n"
        + "claims: [\"program programOf agreement\"]")
    #expect(mapping.things.last?.owner == mapping.things.firstIndex { $0.name == "agreement" })
  }

  static let mistakes: [(text: String, message: String)] = [
    ("rows: {}", "1:7: expected the things of a row"),
    ("claims: []", "1:1: the key “rows” is missing"),
    (
      "row: {}",
      "1:1: unknown key “row”; expected one of: claims, confidence, language, note, rows, title"
    ),
    (
      "rows:\n  a: {class: Citty, column: Kota}",
      "2:14: unknown class “Citty”; did you mean “City”?"
    ),
    ("rows:\n  a: {class: Claim, column: Kota}", "2:14: unknown class “Claim”"),
    ("rows:\n  a: {class: City}", "2:6: “a” has no name; expected “column” or “label”"),
    (
      "rows:\n  a: {class: City, column: A, label: B}",
      "2:38: expected “column” or “label”, not both"
    ),
    (
      "rows:\n  a: {class: City, label: \"{A\"}", "2:28: the brace is not closed; expected {column}"
    ),
    (
      "rows:\n  a: {class: City, label: \"A {}\"}",
      "2:30: expected the name of a column in the braces"
    ),
    ("rows:\n  a: {class: City, column: A, split: ''}", "2:38: expected what divides the names"),
    (
      "rows:\n  a: {class: City, label: \"{A} {B}\", split: ','}",
      "2:45: only the cell of one column"
    ),
    ("rows:\n  a: {class: City, column: A, type: MoU}", "2:37: the key “type” is for agreements"),
    (
      "rows:\n  a: {class: Agreement, type: MuO}",
      "2:31: unknown type of agreement “MuO”; did you mean “MoU”?"
    ),
    ("rows:\n  a: {class: Agreement, parties: [b]}", "2:35: unknown thing “b”"),
    (
      "rows:\n  a: {class: Agreement, parties: [b]}\n  b: {class: Tool, column: T}",
      "2:35: “b” is a Tool; parties are: City, Province"
    ),
    (
      "rows:\n  a: {class: Agency, column: A, of: b}\n  b: {class: Agency, column: B, of: a}",
      "3:37: “a” names what is named by it"
    ),
    (
      "rows:\n  a b: {class: City, column: A}",
      "2:3: “a b” is no name of a thing; expected one word"
    ),
    (
      rows + "claims: [\"agreement signdOn {T}\"]",
      "6:21: unknown predicate “signdOn”; did you mean “signedOn”?"
    ),
    (
      rows + "claims: [\"agreemnt signedOn {T}\"]",
      "6:11: unknown thing “agreemnt”; did you mean “agreement”?"
    ),
    (
      rows + "claims: [\"home signedOn {T}\"]",
      "6:11: “home” is a City; signedOn is said of: Agreement, Regulation, Document"
    ),
    (
      rows + "claims: [\"partner donates home\"]",
      "6:27: “home” is a City; donates is related to: Tool, Facility"
    ),
    (rows + "claims: [\"agreement signedOn\"]", "6:11: expected a claim: subject predicate object"),
    (
      rows + "claims: [\"$document mentions home\"]",
      "6:21: “mentions” is written by the program itself"
    ),
    (
      rows + "claims: [\"$document about {Kota}\"]",
      "6:27: about takes a thing; name it under “rows”"
    ),
    (
      rows + "claims: [\"agreement status {S}; values={aktif: Onging}\"]",
      "6:48: unknown status “Onging”; did you mean “Ongoing”?"
    ),
    (
      rows + "claims: [\"agreement status Onging\"]",
      "6:28: unknown status “Onging”; did you mean “Ongoing”?"
    ),
    (
      rows + "claims: [\"agreement signedOn {T}; values={a: Ongoing}\"]",
      "6:35: values are for a status"
    ),
    (
      rows + "claims: [\"agreement signedOn {T}; splt=,\"]",
      "6:35: unknown qualifier “splt”; did you mean “split”?"
    ),
    (
      rows + "claims: [\"agreement signedOn {T}; confidence=2\"]",
      "6:46: expected a number from 0 to 1"
    ),
    ("confidence: 7\n" + rows, "1:13: expected a number from 0 to 1"),
  ]

  @Test("tells line, column and what was expected of a mistake", arguments: mistakes)
  func mistake(text: String, message: String) throws {
    let error = #expect(throws: SyntaxError.self) { try load(text) }
    #expect(
      error?.description.hasPrefix("list.map.yaml:\(message)") == true,
      "\(error?.description ?? "")")
  }

  @Test(
    "finds the name that was meant, and none that differs too much",
    arguments: [
      ("Bandug", "Bandung"), ("bandung", "Bandung"), ("Kawasakki", "Kawasaki"), ("Rom", nil),
    ])
  func nearest(written: String, expected: String?) {
    #expect(EditDistance.nearest(to: written, among: ["Kawasaki", "Bandung"]).first == expected)
  }
}
