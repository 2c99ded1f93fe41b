public import Documents
public import DomainPack

extension ReadingLexicon {
  /// Everything that the readers take from a pack.
  public init(_ pack: DomainPack) {
    self.init(headings: pack.languages.map(\.headings))
    sentences = SentenceWords(pack.languages)
    languages = pack.languages.map {
      LanguageWords(tag: $0.tag, words: $0.stopWords + $0.functionWords)
    }
    scanning = ScanWords(pack)
  }
}

extension SentenceWords {
  /// The words of several languages by which their sentences are divided.
  public init(_ languages: [LanguageData]) {
    self.init()
    for language in languages {
      abbreviations.formUnion(language.abbreviations)
      numberAbbreviations.formUnion(language.numberAbbreviations)
      closingAbbreviations.formUnion(language.closingAbbreviations)
      months.formUnion(language.months.keys)
      starters.formUnion(language.stopWords + language.functionWords)
      chapterWords.formUnion(language.headings["chapter"] ?? [])
    }
  }
}

extension ScanWords {
  /// The words of a pack by which the mistakes of scanning are told.
  public init(_ pack: DomainPack) {
    self.init()
    known = pack.lexicon
    for language in pack.languages {
      func words(_ name: String) -> [String] { language.scanning[name] ?? [] }
      known.formUnion(language.stopWords + language.functionWords)
      numbered.formUnion(words("numbered"))
      dated.formUnion(words("dated"))
      // The short forms of months are words of other meanings too.
      dated.formUnion(language.months.keys.filter { $0.utf8.count > 3 })
      bracketed.formUnion(words("bracketed"))
      counts.merge(language.numbers) { first, _ in first }
      for word in words("hundreds") { counts[word] = 100 }
      glued.formUnion(words("glued"))
      formulas.formUnion(words("formulas"))
    }
    for entry in pack.gazetteer.entries {
      for name in [entry.indonesianLabel, entry.englishLabel] + entry.names.map(\.text) {
        for word in name.utf8.split(whereSeparator: { ($0 | 0x20) < 0x61 || ($0 | 0x20) > 0x7A }) {
          names.insert(String(decoding: word, as: UTF8.self).lowercased())
        }
      }
    }
  }
}
