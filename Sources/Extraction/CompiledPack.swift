import Citations
import Claims
public import Diagnostics
import Documents
public import DomainPack

/// The domain pack made ready for reading: words numbered, names and rules compiled to automata.
///
/// Made once, shared by all documents.
public final class CompiledPack: Sendable {
  /// A name of the gazetteer as the phrase automaton tells it.
  struct NameRecord: Sendable {
    /// Position in the gazetteer's entries.
    var entry: Int
    var use: NameUse
    /// The name as written, for names that keep their capitals.
    var text: [UInt8]
    /// The name by which a place stands in the keys of its regulations, `kota-bandung`; nil for
    /// what issues none.
    var issuer: String?
    var isCountry: Bool
    /// Key of the country that the thing lies in; nil for what lies in none.
    var country: String?
    /// What speaks for the entry by itself.
    var weight: Int

    init(_ name: GazetteerEntry.Name, of entry: GazetteerEntry, number: Int) {
      self.entry = number
      use = name.use
      text = Array(name.text.utf8)
      let parts = entry.key.split(separator: "/")
      country = parts.count > 1 ? "country/\(parts[1])" : nil
      weight = min(Int(entry.attributes["population"] ?? "") ?? 0, 40_000_000) / 100
      isCountry = entry.entityClass.rawValue == "Country"
      if entry.entityClass.rawValue == "City", let level = entry.attributes["level"],
        let slug = parts.last
      {
        issuer = slug.hasPrefix("\(level)-") ? String(slug) : "\(level)-\(slug)"
      }
    }
  }

  let pack: DomainPack
  let words: WordTable
  /// By which misread words are told.
  let known: KnownWords
  let names: PhraseTrie
  let records: [NameRecord]
  /// The position in the gazetteer's entries of the place that issues local acts under a name in
  /// keys (``NameRecord/issuer``).
  let entryOfIssuer: [String: Int]
  let classes: [String: Int32]
  let classNames: [String]
  let layers: [RuleLayer: CompiledLayer]
  /// The rows of the tests of all layers.
  let rows: RowTable
  let frames: CompiledFrames
  let splitter: SentenceSplitter
  let temporal: TemporalReader
  let relativeTimes: RelativeTimeReader
  let cues: ModalityCues
  let stopWords: [(tag: String, words: WordSet)]
  let headings: HeadingWords
  let questionMark: Int32
  /// Folded words that are no names of things, though a rule may catch them as one.
  let neverLabels: Set<String>
  /// Classes of the things that titles of regulations name as what these are about.
  let titleClasses: Set<Int32>
  /// Classes whose names hold no other names.
  let opaqueClasses: Set<Int32>
  /// Classes whose names hold no cues of plans and denials.
  let cueFreeClasses: Set<Int32>
  let citations: CitationParser
  let regulations: RegulationReference
  let statutes: StatuteParser
  /// Agreement types that are papers to be signed, by their `type` attribute.
  let instrumentTypes: Set<String>

  /// The classes of values rather than things.
  static let valueClasses = ["Date", "Interval", "Duration"]

  /// Compiles a pack.
  ///
  /// - Throws: ``SyntaxError`` at the first rule that names a word class or an entity class that is unknown.
  public init(_ pack: DomainPack) throws(SyntaxError) {
    var words = WordTable()
    var names = PhraseTrie()
    var records: [NameRecord] = []
    var classes: [String: Int32] = [:]
    var classNames: [String] = []
    func number(_ name: String) {
      guard classes[name] == nil else { return }
      classes[name] = Int32(classNames.count)
      classNames.append(name)
    }
    for name in Self.valueClasses + ["Document", "Regulation"] { number(name) }
    for entry in pack.gazetteer.entries { number(entry.entityClass.rawValue) }
    for rule in pack.rules + pack.frames.map(\.rule) {
      for entity in rule.entities.map(\.entity) + [rule.entity].compactMap({ $0 }) {
        number(entity.entityClass)
        if let tag = entity.tag { number(tag) }
      }
    }
    var layers: [RuleLayer: CompiledLayer] = [:]
    var shapes = ShapeWords(pack: pack, words: &words)
    shapes.softClasses = Set((pack.words.members["soft-classes"] ?? []).compactMap { classes[$0] })
    var rows = RowTable(shapes: shapes)
    for layer in RuleLayer.allCases {
      let rules = pack.rules.filter { $0.layer == layer }
      var compiler = RuleCompiler(pack: pack, classes: classes)
      var introductions = RuleCompiler(pack: pack, classes: classes)
      for (number, rule) in rules.enumerated() {
        try compiler.add(rule, number: number, words: &words)
        try introductions.addIntroductions(of: rule, number: number, words: &words)
      }
      layers[layer] = CompiledLayer(
        rules: rules, matcher: RuleMatcher(program: compiler.program, rows: &rows),
        introductions: RuleMatcher(program: introductions.program, rows: &rows))
    }
    rows.finish()
    frames = try CompiledFrames(pack, classes: classes, shapes: shapes, words: &words)
    splitter = SentenceSplitter(SentenceWords(pack.languages))
    temporal = TemporalReader(languages: pack.languages, words: &words)
    relativeTimes = RelativeTimeReader(pack: pack, times: temporal, words: &words)
    cues = ModalityCues(pack: pack, words: &words)
    headings = HeadingWords(languages: pack.languages, words: &words)
    stopWords = pack.languages.map { language in
      (
        language.tag,
        WordSet(language.stopWords.map { words.intern(ArraySlice(Tokenizer.fold($0))) })
      )
    }
    questionMark = words.intern([UInt8(ascii: "?")])
    let neverNames = Set(
      (pack.words.members["never-names"] ?? []).map {
        Tokenizer.tokens(of: Array($0.utf8), words: &words).map(\.word)
      })
    for word in pack.lexicon { _ = words.intern(ArraySlice(word.utf8)) }
    let trusted = words.count
    var nameWords: Set<Int32> = []
    for (position, entry) in pack.gazetteer.entries.enumerated() {
      let labels = [entry.indonesianLabel, entry.englishLabel].map {
        GazetteerEntry.Name(text: $0, use: .plain)
      }
      var seen: [[Int32]: NameRecord] = [:]
      for (place, name) in (entry.names + labels).enumerated() {
        let phrase = Tokenizer.tokens(of: Array(name.text.utf8), words: &words).map(\.word)
        guard !phrase.isEmpty, !neverNames.contains(phrase) else { continue }
        var record = NameRecord(name, of: entry, number: position)
        if let known = seen[phrase] {
          // A label whose use the names column restricts is not let in again by the back door. Of a
          // name that keeps its capitals, each spelling in that column counts, with its marks or
          // without.
          guard place < entry.names.count, known.use == .exactCase, known.text != record.text else {
            continue
          }
          record.use = .exactCase
        }
        seen[phrase] = seen[phrase] ?? record
        nameWords.formUnion(phrase)
        names.insert(phrase, payload: Int32(records.count))
        records.append(record)
      }
    }
    let common = Set(pack.commonWords.map { words.intern(ArraySlice($0.utf8)) })
    known = KnownWords(words, trusted: trusted, names: nameWords, common: common, pack: pack)
    instrumentTypes = Set(pack.words.members["instrument-types"] ?? [])
    citations = CitationParser(kinds: pack.regulationKinds, known: pack.knownRegulations)
    regulations = RegulationReference(parser: citations)
    statutes = StatuteParser(
      citations: citations, words: pack.statuteWords, languages: pack.languages)
    titleClasses = Set((pack.words.members["title-classes"] ?? []).compactMap { classes[$0] })
    cueFreeClasses = Set(
      (pack.words.members["cue-free-classes"] ?? []).compactMap { classes[$0] })
    opaqueClasses = Set((pack.words.members["opaque-classes"] ?? []).compactMap { classes[$0] })
    neverLabels = Set((pack.words.members["never-labels"] ?? []).map(EntityTable.foldedLabel))
    self.pack = pack
    self.words = WordTable(sharing: words)
    self.names = names
    self.records = records
    entryOfIssuer = Self.entriesOfIssuers(records, pack)
    self.classes = classes
    self.classNames = classNames
    self.layers = layers
    self.rows = rows
  }
}

extension CompiledPack {
  /// The positions in the gazetteer's entries of the places that issue local acts, by their names in
  /// keys: those of cities and regencies, and provinces, of the level of those that the kinds of acts
  /// name.
  private static func entriesOfIssuers(_ records: [NameRecord], _ pack: DomainPack) -> [String: Int]
  {
    var entries = Dictionary(
      records.compactMap { record in record.issuer.map { ($0, record.entry) } },
      uniquingKeysWith: { first, _ in first })
    let levels = Set(pack.regulationKinds.provinces.map { $0.place.prefix { $0 != "-" } })
    for (number, entry) in pack.gazetteer.entries.enumerated()
    where entry.entityClass.rawValue == "Province" {
      guard let slug = entry.key.split(separator: "/").last else { continue }
      for name in levels.map({ "\($0)-\(slug)" }) where entries[name] == nil {
        entries[name] = number
      }
    }
    return entries
  }
}

extension ShapeWords {
  /// The words of a pack's classes for shapes.
  package init(pack: DomainPack, words: inout WordTable) {
    self.init()
    func set(_ name: String) -> Set<Int32> {
      Set(
        (pack.words.members[name] ?? []).flatMap {
          RuleCompiler.phrases(of: $0, pack: pack, words: &words)
        }
        .filter { $0.count == 1 }.joined())
    }
    phraseStops = set("phrase-stop")
    clauseStops = set("clause-stop")
    separators = set("separator")
    phraseMarks = set("phrase-mark")
    gapStops = set("gap-stop")
  }
}
