package import Diagnostics

/// What the pack knows of one language: `languages/NAME.yaml`.
public struct LanguageData: Sendable {
  /// BCP 47 tag.
  public var tag: String
  /// ISO 3166-1 alpha-2 code, lower case, of the country whose cities documents in it are mostly about.
  public var homeCountry: String?
  /// Month names and their abbreviations → 1…12.
  public var months: [String: Int]
  /// Number words → value.
  public var numbers: [String: Int]
  /// Words for units of time → the letter of an ISO 8601 duration: Y, M, W, D.
  public var timeUnits: [String: String]
  /// Words that introduce a year, such as *tahun*.
  public var yearWords: [String]
  /// Words that introduce a day, such as *tanggal*.
  public var dayWords: [String]
  /// Words that stand between the ends of an interval.
  public var rangeWords: [String]
  /// Words after which a dot does not end a sentence.
  public var abbreviations: [String]
  /// Words after which a dot does not end a sentence if a number follows.
  public var numberAbbreviations: [String]
  /// Words whose dot may end a sentence as well.
  public var closingAbbreviations: [String]
  /// Frequent small words that tell the language.
  public var stopWords: [String]
  /// Further frequent small words; with the stop words they tell the language of a text.
  public var functionWords: [String]
  /// Lists of words by name that tell the mistakes of scanning: `numbered`, `dated`, `bracketed`,
  /// `hundreds`, `glued`, `formulas`.
  public var scanning: [String: [String]]
  /// Patterns of derived forms: `me{N}kan`, `di{}`, where `{}` is the stem and `{N}` the stem with its nasal.
  public var affixes: [String]
  /// Patterns like the affixes, by what a form that they make tells: active, passive, noun or
  /// participle.
  public var voices: [FrameVoice: [String]]
  /// Beginning of a stem → what stands there after the nasal prefix: `t` → `n`, `p` → `m`, `b` → `mb`.
  public var nasals: [(initial: String, nasal: String)]
  /// Lists of words by name for the readers and the title finder: `bibliography`, `chapter` and so
  /// on.
  public var headings: [String: [String]]
  /// Lists of words by name by which title pages and entries of lists of works cited are read:
  /// `by`, `accessed`, `volume` and so on.
  public var works: [String: [String]]
  /// How labels are put together: `agreement`, `cooperation`, `renewal`, `join`.
  public var templates: [String: String]

  /// Reads a language's file.
  ///
  /// - Throws: ``SyntaxError`` at the first mistake.
  package static func load(_ root: PackNode) throws(SyntaxError) -> LanguageData {
    try root.allowOnly([
      "language", "homeCountry", "months", "numbers", "timeUnits", "yearWords", "dayWords",
      "rangeWords",
      "abbreviations", "numberAbbreviations", "closingAbbreviations", "functionWords", "scanning",
      "stopWords", "affixes", "voices", "nasals", "headings", "works", "templates", "note",
    ])
    func texts(_ key: String) throws(SyntaxError) -> [String] {
      try root.optional(key)?.texts() ?? []
    }
    func numbers(_ key: String) throws(SyntaxError) -> [String: Int] {
      var table: [String: Int] = [:]
      for (name, value) in try root.optional(key)?.entries() ?? [] {
        table[try name.text()] = Int(try value.number())
      }
      return table
    }
    func pairs(_ key: String) throws(SyntaxError) -> [(String, String)] {
      var table: [(String, String)] = []
      for (name, value) in try root.optional(key)?.entries() ?? [] {
        table.append((try name.text(), try value.text()))
      }
      return table
    }
    func lists(_ key: String) throws(SyntaxError) -> [String: [String]] {
      var table: [String: [String]] = [:]
      for (name, value) in try root.optional(key)?.entries() ?? [] {
        table[try name.text()] = try value.texts()
      }
      return table
    }
    var voices: [FrameVoice: [String]] = [:]
    for (key, value) in try root.optional("voices")?.entries() ?? [] {
      guard let voice = FrameVoice(rawValue: try key.text()) else {
        let known = FrameVoice.allCases.map(\.rawValue).joined(separator: ", ")
        throw key.error(
          Message(
            en: "unknown voice; expected one of: \(known)",
            id: "ragam tidak dikenal; diharapkan salah satu dari: \(known)"))
      }
      voices[voice] = try value.texts()
    }
    return LanguageData(
      tag: try root.required("language").text(),
      homeCountry: try root.optional("homeCountry")?.text(), months: try numbers("months"),
      numbers: try numbers("numbers"),
      timeUnits: Dictionary(try pairs("timeUnits")) { first, _ in first },
      yearWords: try texts("yearWords"), dayWords: try texts("dayWords"),
      rangeWords: try texts("rangeWords"), abbreviations: try texts("abbreviations"),
      numberAbbreviations: try texts("numberAbbreviations"),
      closingAbbreviations: try texts("closingAbbreviations"), stopWords: try texts("stopWords"),
      functionWords: try texts("functionWords"), scanning: try lists("scanning"),
      affixes: try texts("affixes"), voices: voices,
      nasals: try pairs("nasals").map { (initial: $0.0, nasal: $0.1) },
      headings: try lists("headings"),
      works: try lists("works"),
      templates: Dictionary(try pairs("templates")) { first, _ in first })
  }

  /// Every form that the language's affixes make of a stem, the stem itself first.
  public func forms(of stem: String) -> [String] { [stem] + forms(of: stem, by: affixes) }

  /// The forms of a stem that tell a doing in a voice.
  package func forms(of stem: String, voice: FrameVoice) -> [String] {
    forms(of: stem, by: voices[voice] ?? [])
  }

  private func forms(of stem: String, by affixes: [String]) -> [String] {
    let nasal =
      nasals.first { stem.hasPrefix($0.initial) }.map {
        $0.nasal + stem.dropFirst($0.initial.count)
      } ?? stem
    return affixes.compactMap { affix in
      if let place = affix.range(of: "{N}") {
        return affix.replacingCharacters(in: place, with: nasal)
      }
      return affix.range(of: "{}").map { affix.replacingCharacters(in: $0, with: stem) }
    }
  }
}

extension String {
  /// The first place where a text stands in this one.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }

  fileprivate func replacingCharacters(in place: Range<Index>, with text: String) -> String {
    String(self[..<place.lowerBound]) + text + String(self[place.upperBound...])
  }
}
