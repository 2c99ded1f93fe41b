import Claims
import Diagnostics
import DomainPack
import Lineage
import Mapping
import Resolution

/// What a build found, told to a person: `report.md`.
///
/// The same graph gives the same bytes; nothing in it depends on time or place.
struct Report {
  let index: ReportIndex
  let vocabulary: Vocabulary
  let gazetteer: Gazetteer
  let description: DatasetDescription
  let reading: ReadingResult
  let language: MessageLanguage
  /// What became of the decisions of people; nil if there is no file of them.
  var decisions: [DecisionOutcome]?
  /// The regulations and how they are related; nil if nobody looked.
  var lineage: LineageGraph?
  /// Whether the things that decisions are about may be named.
  var namesDecidedThings = true
  /// The file beside the report that shows the graph; nil if there is none.
  var picture: String?
  var out = MarkdownText()

  var graph: KnowledgeGraph { index.graph }

  init(
    graph: KnowledgeGraph, description: DatasetDescription, reading: ReadingResult,
    pack: LoadedPack, language: MessageLanguage
  ) {
    index = ReportIndex(graph)
    vocabulary = pack.vocabulary
    gazetteer = pack.pack.gazetteer
    self.description = description
    self.reading = reading
    self.language = language
  }

  /// The whole report.
  func markdown() -> String {
    var report = self
    report.out.heading(say("What the documents say", "Apa kata dokumen"), level: 1)
    report.writeHead()
    report.out.paragraph(
      say(
        """
        Numbers in brackets name the documents of the first table. Quotations are shortened; the \
        full passages stand in graph.nq.
        """,
        """
        Angka dalam kurung siku menunjuk dokumen pada tabel pertama. Kutipan dipersingkat; \
        bagian lengkapnya ada di graph.nq.
        """))
    report.writePictures()
    report.writeDocuments()
    report.writeClasses()
    report.writeSisterCities()
    report.writeAgreements()
    report.writeGifts()
    report.writePrograms()
    report.writeRegulations()
    report.writeRegulationPicture()
    report.writeLineageFindings()
    report.writePeople()
    report.writeEffects()
    report.writeConflicts()
    report.writeDecisions()
    report.writeSkipped()
    return report.out.text
  }

  // MARK: Words

  /// A text in the language of the report.
  func say(_ english: String, _ indonesian: String) -> String {
    Message(en: english, id: indonesian).text(in: language)
  }

  func caption(_ caption: Caption) -> String {
    switch language {
    case .english: caption.english
    case .indonesian: caption.indonesian
    }
  }

  /// A section with what it holds, or a line that it holds nothing.
  mutating func section(_ english: String, _ indonesian: String, isEmpty: Bool) {
    out.heading(say(english, indonesian), level: 2)
    if isEmpty { out.paragraph(say("None found.", "Tidak ditemukan.")) }
  }

  // MARK: Things

  /// The name of a thing in the language of the report, escaped.
  func name(_ position: Int) -> String { MarkdownText.escaped(plainName(position)) }

  /// The name of a thing in the language of the report.
  func plainName(_ position: Int) -> String {
    let entity = graph.entities[position]
    if !entity.hasGivenLabels, let entry = entity.key.flatMap({ gazetteer.entry(forKey: $0) }) {
      let label = entry.label(in: language.rawValue)
      if !label.isEmpty { return label }
    }
    let label = entity.labels.first { $0.language == language.rawValue } ?? entity.labels.first
    return label?.text ?? entity.path
  }

  /// Several names, sorted, each once, separated by semicolons; a dash for none.
  func names(_ positions: some Sequence<Int>) -> String {
    joined(Set(positions).map(name))
  }

  /// Several texts, sorted, each once, separated by semicolons; a dash for none.
  func joined(_ texts: some Sequence<String>) -> String {
    let sorted = Set(texts).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return sorted.isEmpty ? "–" : sorted.joined(separator: "; ")
  }

  /// The objects of some facts by their names.
  func objects(_ facts: [Fact]) -> String { joined(facts.map { object($0.object) }) }

  /// What stands as an object, escaped.
  func object(_ object: GraphObject) -> String {
    switch object {
    case .entity(let position): name(position)
    case .concept(let word): concept(word)
    case .value(let value, .period), .value(let value, .duration): period(value)
    case .value(let value, _): MarkdownText.escaped(value)
    }
  }

  /// An EDTF interval or a length of time as a person writes it, escaped.
  func period(_ value: String) -> String {
    MarkdownText.escaped(Timespan.told(value, in: language))
  }

  func concept(_ word: String) -> String {
    if let status = Status(rawValue: word) { return self.status(status) }
    return vocabulary.agreementType(word).map { MarkdownText.escaped(caption($0.label)) }
      ?? MarkdownText.escaped(word)
  }

  func status(_ status: Status) -> String {
    vocabulary.description(of: status).map { caption($0.label) } ?? status.rawValue
  }

  func predicate(_ predicate: Predicate) -> String {
    MarkdownText.escaped(
      vocabulary.description(of: predicate).map { caption($0.label) } ?? predicate.rawValue)
  }

  // MARK: Sources

  /// The documents behind some facts: `[1] [3]`.
  func sources(_ facts: [Fact]) -> String { sources(index.documents(of: facts)) }

  func sources(_ documents: [Int]) -> String {
    documents.isEmpty ? "–" : documents.map { "\\[\($0 + 1)\\]" }.joined(separator: " ")
  }

  /// The best passage that speaks of a thing, shortened.
  func quotation(about thing: Int) -> String {
    let best = index.claims(about: thing).enumerated().max {
      ($0.element.claim.confidence, $1.offset) < ($1.element.claim.confidence, $0.offset)
    }
    return best.map { MarkdownText.quotation($0.element.claim.evidence.quote) } ?? "–"
  }

  /// The documents that name a thing.
  func naming(_ thing: Int) -> [Int] {
    graph.documents.indices.filter { graph.documents[$0].mentions.contains(thing) }
  }

  /// The best passage behind some facts, shortened.
  func quotation(_ facts: [Fact]) -> String {
    index.bestClaim(of: facts).map { MarkdownText.quotation($0.claim.evidence.quote) } ?? "–"
  }
}
