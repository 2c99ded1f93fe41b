public import RDF

/// A made-up dataset of the domain for tests of size and looks: cities that cooperate, with
/// agreements, programs, tools, regulations and people around them, and a claim for every fact.
public struct CooperationSample {
  /// Facts in the default graph, claims in the graphs of seven documents.
  public private(set) var quads: [Quad] = []
  private var generator: SeededGenerator

  private static let namespace = "https://w3id.org/simpul/ns#"
  private static let base = "https://w3id.org/simpul/id/"
  private static let cities = [
    "Kota Bandung", "Hamamatsu", "Kawasaki", "Braunschweig", "Suwon", "Kota Bogor", "Kisarazu",
    "Kota Surabaya", "Kochi", "Kitakyushu", "Busan", "Kota Semarang", "Brisbane", "Kota Medan",
    "Ichikawa", "Kota Padang", "Hildesheim", "Kota Yogyakarta", "Kyoto", "Kota Makassar",
  ]
  private static let sectors = [
    "pendidikan", "pengelolaan sampah", "lingkungan hidup", "pariwisata", "kebudayaan",
    "perdagangan", "transportasi", "kesehatan", "penanggulangan bencana", "ekonomi kreatif",
    "tata kota", "olahraga",
  ]
  private static let tools = [
    "truk sampah", "alat pengompos", "mobil pemadam kebakaran", "insinerator", "alat uji air",
    "komputer sekolah", "biodigester", "mesin pencacah plastik", "ambulans", "bus wisata",
  ]

  /// The dataset of a seed with this many cooperating pairs; each pair brings about a dozen things.
  public init(pairs: Int, seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    for (number, sector) in Self.sectors.enumerated() {
      add("Sector", "sector/\(number)", sector)
    }
    for (number, city) in Self.cities.enumerated() { add("City", "city/\(number)", city) }
    for year in 0..<10 {
      let issue = 1999 + year * 2
      add("Regulation", "regulation/\(year)", "UU Nomor \(year * 3 + 2) Tahun \(issue)")
      if year > 1 {
        state("regulation/\(year)", "amends", "regulation/\(generator.below(year))", document: 0)
      }
    }
    for pair in 0..<pairs { addPair(pair) }
  }

  private mutating func addPair(_ number: Int) {
    // A few cities take part in most of the cooperation.
    let first = generator.below(2) == 0 ? generator.below(4) : generator.below(Self.cities.count)
    let second = (first + 1 + generator.below(Self.cities.count - 1)) % Self.cities.count
    let names = (Self.cities[first], Self.cities[second])
    let (own, other) = ("city/\(first)", "city/\(second)")
    let document = number % 7
    let agreement = "agreement/\(number)"
    let year = 1995 + generator.below(28)
    let kind = number % 3 == 0 ? "Surat Pernyataan Kehendak" : "Nota Kesepahaman"
    add("Agreement", agreement, "\(kind) \(names.0)–\(names.1) \(year)")
    quads.append(
      quad(agreement, "signedOn", .literal(Literal("\(year)", datatype: XSD.gYear))))
    state(own, "sisterCityOf", other, document: document)
    state(own, "partyTo", agreement, document: document)
    state(other, "partyTo", agreement, document: document)
    state(agreement, "basedOn", "regulation/\(generator.below(10))", document: document)
    for _ in 0..<(1 + generator.below(3)) {
      state(
        agreement, "covers", "sector/\(generator.below(Self.sectors.count))", document: document)
    }
    for part in 0..<(1 + generator.below(3)) {
      let program = "program/\(number)-\(part)"
      let sector = Self.sectors[generator.below(Self.sectors.count)]
      add("Program", program, "Program \(sector) \(names.0) dan \(names.1)")
      state(program, "programOf", agreement, document: document)
      let office = "agency/\(first)-\(part)"
      add("Agency", office, "Dinas \(sector.capitalizedWords) \(names.0)")
      state(office, "runsProgram", program, document: document)
      addOutcome(of: program, number: number, part: part, document: document)
    }
    addGift(number, from: other, to: own, document: document)
  }

  private mutating func addOutcome(of program: String, number: Int, part: Int, document: Int) {
    switch generator.below(4) {
    case 0:
      add(
        "Outcome", "outcome/\(number)-\(part)",
        "timbulan sampah berkurang \(generator.below(30)) persen")
      state(program, "produces", "outcome/\(number)-\(part)", document: document)
    case 1:
      add("Obstacle", "obstacle/\(number)-\(part)", "anggaran terbatas dan perbedaan bahasa")
      state("obstacle/\(number)-\(part)", "hampers", program, document: document)
    case 2:
      add(
        "Training", "training/\(number)-\(part)",
        "pelatihan tenaga teknis tahun \(2000 + number % 20)")
      state("training/\(number)-\(part)", "supports", program, document: document)
    default:
      let who = generator.below(24)
      let person = "person/\(who)"
      add("Person", person, "Tokoh \(who)")
      state(person, "participatesIn", program, document: document)
    }
  }

  private mutating func addGift(
    _ number: Int, from giver: String, to receiver: String, document: Int
  ) {
    guard generator.below(3) > 0 else { return }
    let tool = "tool/\(number)"
    add(
      "Tool", tool,
      "\(2 + generator.below(9)) unit \(Self.tools[generator.below(Self.tools.count)])")
    let isPlanned = generator.below(2) == 0
    let status = isPlanned ? "Planned" : "Realised"
    state(
      giver, isPlanned ? "plannedDonation" : "donates", tool, document: document, status: status)
    state(
      tool, isPlanned ? "plannedRecipient" : "donatedTo", receiver, document: document,
      status: status)
  }

  private func node(_ path: String) -> NamedNode { NamedNode(unchecked: Self.base + path) }

  private func term(_ name: String) -> NamedNode { NamedNode(unchecked: Self.namespace + name) }

  private func quad(_ subject: String, _ predicate: String, _ object: Term) -> Quad {
    Quad(Triple(.namedNode(node(subject)), term(predicate), object))
  }

  private mutating func add(_ entityClass: String, _ path: String, _ label: String) {
    let subject = Subject.namedNode(node(path))
    quads.append(Quad(Triple(subject, RDFVocabulary.type, .namedNode(term(entityClass)))))
    quads.append(Quad(Triple(subject, RDFS.label, .literal(Literal(label, language: "id")))))
  }

  /// A fact and the claim behind it.
  private mutating func state(
    _ subject: String, _ predicate: String, _ object: String, document: Int,
    status: String = "Realised"
  ) {
    quads.append(quad(subject, predicate, .namedNode(node(object))))
    let graph = GraphName.namedNode(node("document/laporan-\(document)"))
    let claim = Subject.namedNode(node("claim/\(quads.count)"))
    let confidence = "0.\(60 + generator.below(39))"
    let parts: [(NamedNode, Term)] = [
      (RDFVocabulary.type, .namedNode(term("Claim"))),
      (RDFVocabulary.subject, .namedNode(node(subject))),
      (RDFVocabulary.predicate, .namedNode(term(predicate))),
      (RDFVocabulary.object, .namedNode(node(object))),
      (
        term("quote"),
        .literal(
          Literal("Kalimat yang menyatakan \(predicate) di laporan \(document).", language: "id"))
      ),
      (term("confidence"), .literal(Literal(confidence, datatype: XSD.decimal))),
      (term("status"), .namedNode(term(status))),
    ]
    quads += parts.map { Quad(Triple(claim, $0.0, $0.1), in: graph) }
  }
}

extension String {
  fileprivate var capitalizedWords: String {
    split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}
