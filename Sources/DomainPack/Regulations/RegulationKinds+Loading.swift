public import Diagnostics

extension RegulationKinds {
  private static let kindKeys: Set<String> = [
    "key", "label", "short", "rank", "rank-by-level", "eli", "local", "number", "years", "numerals",
    "generic", "names",
  ]

  /// Reads `regulation-kinds.yaml`.
  ///
  /// - Throws: ``SyntaxError`` at the first entry that is not as the head of that file says.
  public static func load(_ root: PackNode) throws(SyntaxError) -> RegulationKinds {
    try root.allowOnly([
      "kinds", "families", "issuers", "misnamed", "suffixes", "words", "levels", "place-fillers",
      "place-stops",
      "provinces", "pages",
    ])
    var result = RegulationKinds()
    for node in try root.required("kinds").items() {
      try node.allowOnly(kindKeys)
      result.add(try kind(node, issuer: nil))
    }
    let issuers = try root.required("issuers").items()
    for issuer in issuers {
      try issuer.allowOnly(["code", "short", "title-id", "title-en", "id", "en", "extra"])
      let names = try Issuer(issuer)
      for family in try root.required("families").items() {
        try family.allowOnly(kindKeys)
        result.add(try kind(family, issuer: names))
      }
    }
    for node in try root.required("misnamed").items() {
      result.misnamed += try result.marks(node)
    }
    for node in try root.required("suffixes").items() {
      result.suffixes += try result.marks(node)
    }
    result.words = try CitationWords.load(try root.required("words"))
    for node in try root.required("levels").items() {
      try node.allowOnly(["level", "names", "after"])
      result.levels.append(
        PlaceLevel(
          level: try node.required("level").text(), before: try node.required("names").texts(),
          after: try node.required("after").texts()))
    }
    result.placeFillers = try root.required("place-fillers").texts()
    result.placeStops = try root.required("place-stops").texts()
    for node in try root.required("provinces").items() {
      try node.allowOnly(["place", "names"])
      let place = try node.required("place").text()
      for name in try node.required("names").texts() { result.provinces.append((name, place)) }
    }
    for node in try root.optional("pages")?.items() ?? [] {
      result.pages.append(try RegulationPages.load(node, kinds: result))
    }
    try result.checkLevels(of: root)
    return result
  }

  /// Refuses ranks for levels that no place has.
  private func checkLevels(of root: PackNode) throws(SyntaxError) {
    let known = levels.map(\.level)
    for list in ["kinds", "families"] {
      for node in try root.required(list).items() {
        for (level, _) in try node.optional("rank-by-level")?.entries() ?? [] {
          let name = try level.text()
          guard !known.contains(name) else { continue }
          let names = known.joined(separator: ", ")
          throw level.error(
            Message(
              en: "unknown level “\(name)”; expected one of: \(names)",
              id: "tingkat “\(name)” tidak dikenal; diharapkan salah satu dari: \(names)"))
        }
      }
    }
  }

  /// A place in the hierarchy: a whole number from 1.
  private static func rank(_ node: PackNode) throws(SyntaxError) -> Int {
    let number = try node.number()
    guard let rank = Int(exactly: number), rank >= 1 else {
      throw node.error(
        Message(
          en: "expected a rank: a whole number from 1, which is the highest",
          id: "diharapkan peringkat: bilangan bulat mulai 1, yang tertinggi"))
    }
    return rank
  }

  private func marks(_ node: PackNode) throws(SyntaxError) -> [(name: RegulationName, code: String)]
  {
    try node.allowOnly(["names", "key"])
    let code = try node.required("key").text()
    guard kind(withCode: code) != nil else {
      throw try node.required("key").error(
        Message(en: "no kind has the key “\(code)”", id: "tidak ada jenis dengan kunci “\(code)”"))
    }
    return try node.required("names").texts().map { (RegulationName($0), code) }
  }

  /// The names of a body that issues acts of every family.
  private struct Issuer {
    var code: String
    var short: String
    var titles: (indonesian: String, english: String)
    var indonesian: [String]
    var english: [String]
    var extra: [String: [String]] = [:]

    init(_ node: PackNode) throws(SyntaxError) {
      code = try node.required("code").text()
      short = try node.required("short").text()
      titles = (try node.required("title-id").text(), try node.required("title-en").text())
      indonesian = try node.required("id").texts()
      english = try node.required("en").texts()
      for (key, names) in try node.optional("extra")?.entries() ?? [] {
        extra[try key.text()] = try names.texts()
      }
    }

    /// A template with the issuer's names in it; several where the issuer has several names.
    func filled(_ template: String) -> [String] {
      for (mark, names) in [("{id}", indonesian), ("{en}", english), ("{short}", [short])] {
        guard let range = template.range(of: mark) else { continue }
        return names.map { template.replacing(range, with: $0) }
      }
      return [template]
    }

    func titled(_ template: String) -> String {
      let pairs = [
        ("{code}", code), ("{title-id}", titles.indonesian), ("{title-en}", titles.english),
        ("{short}", short),
      ]
      return pairs.reduce(template) { text, pair in
        text.range(of: pair.0).map { text.replacing($0, with: pair.1) } ?? text
      }
    }
  }

  private static func kind(_ node: PackNode, issuer: Issuer?) throws(SyntaxError) -> RegulationKind
  {
    func titled(_ text: String) -> String { issuer?.titled(text) ?? text }
    let code = titled(try node.required("key").text())
    let label = try node.required("label")
    var names = try node.required("names").texts()
    if let issuer {
      names = names.flatMap(issuer.filled) + (issuer.extra[code] ?? [])
    }
    var rank: Int?
    if let value = try node.optional("rank") { rank = try Self.rank(value) }
    var rankByLevel: [String: Int] = [:]
    for (level, value) in try node.optional("rank-by-level")?.entries() ?? [] {
      rankByLevel[try level.text()] = try Self.rank(value)
    }
    return RegulationKind(
      code: code,
      indonesianLabel: titled(try label.required("id").text()),
      englishLabel: titled(try label.required("en").text()),
      shortLabel: titled(try node.required("short").text()), names: names.map(RegulationName.init),
      rank: rank, rankByLevel: rankByLevel, eliType: try node.required("eli").text(),
      issue: try issue(node), number: try number(node), numerals: try numerals(node))
  }

  private static func issue(_ node: PackNode) throws(SyntaxError) -> RegulationKind.Issue {
    if let level = try node.optional("local")?.text() {
      return .local(level: level == "any" ? nil : level)
    }
    if let generic = try node.optional("generic"), try generic.flag() { return .unnamed }
    return .national
  }

  private static func numerals(
    _ node: PackNode
  ) throws(SyntaxError) -> RegulationKind.Numerals {
    guard let written = try node.optional("numerals") else { return .arabic }
    guard let numerals = RegulationKind.Numerals(rawValue: try written.text()) else {
      throw written.error(
        Message(en: "expected arabic or roman", id: "diharapkan arabic atau roman"))
    }
    return numerals
  }

  private static func number(_ node: PackNode) throws(SyntaxError) -> RegulationKind.Number {
    guard let form = try node.optional("number") else { return .whole }
    switch try form.text() {
    case "whole": return .whole
    case "leading": return .leading
    case "none":
      var years: [Int] = []
      for year in try node.required("years").items() { years.append(Int(try year.number())) }
      return .none(years: years)
    case let other:
      throw form.error(
        Message(
          en: "expected whole, leading or none, found “\(other)”",
          id: "diharapkan whole, leading, atau none, ditemukan “\(other)”"))
    }
  }
}

extension CitationWords {
  private static var lists: [(key: String, path: WritableKeyPath<CitationWords, [String]>)] {
    [
      ("number", \.number), ("year", \.year), ("dated", \.dated), ("about", \.about),
      ("and", \.and), ("article", \.article), ("paragraph", \.paragraph), ("letter", \.letter),
      ("item", \.item), ("article-link", \.articleLink), ("filler", \.filler),
      ("about-end", \.aboutEnd), ("about-small", \.aboutSmall), ("gazette", \.gazette),
    ]
  }

  /// The words of short references, which a pack may leave out.
  private static var referenceLists: [(key: String, path: WritableKeyPath<CitationWords, [String]>)]
  {
    [
      ("any-kind", \.anyKind), ("this-after", \.thisAfter), ("this-before", \.thisBefore),
      ("that-after", \.thatAfter), ("that-before", \.thatBefore),
    ]
  }

  static func load(_ node: PackNode) throws(SyntaxError) -> CitationWords {
    try node.allowOnly(Set((lists + referenceLists).map(\.key)))
    var words = CitationWords()
    for (key, path) in lists { words[keyPath: path] = try node.required(key).texts() }
    for (key, path) in referenceLists {
      if let list = try node.optional(key) { words[keyPath: path] = try list.texts() }
    }
    return words
  }
}

extension String {
  /// The range of the first occurrence of a marker.
  fileprivate func range(of marker: String) -> Range<Index>? { firstRange(of: marker) }

  fileprivate func replacing(_ range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
