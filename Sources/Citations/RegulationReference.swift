import DomainPack

/// What a person types to name an act, and how an act is usually written.
public struct RegulationReference: Sendable {
  private let parser: CitationParser
  private let kinds: RegulationKinds
  private let keysByName: [String: String]

  /// References to the acts of a pack.
  public init(parser: CitationParser) {
    self.parser = parser
    kinds = parser.grammar.kinds
    var keys: [String: String] = [:]
    for entry in parser.known.entries {
      for name in entry.names + [entry.indonesianTitle, entry.englishTitle] {
        let folded = Self.folded(name)
        guard !folded.isEmpty else { continue }
        // A name of two acts names none of them.
        keys[folded] = keys[folded] == nil || keys[folded] == entry.key ? entry.key : ""
      }
    }
    keysByName = keys.filter { !$0.value.isEmpty }
  }

  /// The canonical key of the act that a text names: a citation in any form and any capitals
  /// (`uu 23/2014`), a key (`UU/2014/23`), or the name or title of a known act.
  ///
  /// - Parameters:
  ///   - text: what the user typed.
  ///   - defaultPlace: slug of the place whose local acts are meant where the text names none
  ///     (`kota-bandung`).
  /// - Returns: the key; nil if the text names no act.
  public func parse(_ text: String, defaultPlace: String? = nil) -> String? {
    let upper = text.uppercased()
    if let key = asKey(upper) { return parser.aliases[key] ?? key }
    if let key = keysByName[Self.folded(text)] { return key }
    for attempt in [text, upper] {
      if let citation = parser.wholeCitation(attempt) {
        return citation.key(defaultPlace: defaultPlace)
      }
    }
    return nil
  }

  /// The canonical keys of the acts that a text names one after another (`UU No. 22 dan 25 Tahun
  /// 1999`).
  ///
  /// - Parameter text: what the user typed.
  /// - Returns: each key once, in text order; none if the text names no act.
  public func keys(in text: String) -> [String] {
    if let key = parse(text) { return [key] }
    for attempt in [text, text.uppercased()] {
      var keys: [String] = []
      for key in parser.citations(in: Array(attempt.utf8)).compactMap({ $0.key(defaultPlace: nil) })
      where !keys.contains(key) {
        keys.append(key)
      }
      if !keys.isEmpty { return keys }
    }
    return []
  }

  /// The canonical key of an act from its parts; `place` is a slug, `number` has `-` for `/`.
  public static func key(kind: String, place: String?, year: Int, number: String?) -> String {
    let head = place.map { "\(kind)-\($0.uppercased())" } ?? kind
    return number.map { "\(head)/\(year)/\($0)" } ?? "\(head)/\(year)"
  }

  /// How the act with a canonical key is cited in full: `Undang-Undang Nomor 23 Tahun 2014`; nil
  /// for a key of no known kind.
  public func rendered(_ key: String) -> String? {
    parts(key).map { parts in
      let words = kinds.words
      let head = parts.kind.indonesianLabel + place(parts)
      guard let number = parts.number else { return "\(head) \(parts.year)" }
      return
        "\(head) \(capitalised(words.number)) \(number) \(capitalised(words.year)) \(parts.year)"
    }
  }

  /// How the act with a canonical key is cited in short: `UU 23/2014`; nil for a key of no known
  /// kind.
  public func renderedShort(_ key: String) -> String? {
    parts(key).map { parts in
      let head = parts.kind.shortLabel + place(parts)
      guard let number = parts.number else { return "\(head) \(parts.year)" }
      guard number.contains("-") else { return "\(head) \(number)/\(parts.year)" }
      let words = kinds.words
      return
        "\(head) \(capitalised(words.number)) \(number) \(capitalised(words.year)) \(parts.year)"
    }
  }

  private struct Parts {
    var kind: RegulationKind
    var place: String?
    var year: Int
    var number: String?
  }

  private func parts(_ key: String) -> Parts? {
    let pieces = key.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard pieces.count == 2 || pieces.count == 3, let year = Year.value(pieces[1]),
      let found = kinds.kindAndPlace(ofKey: key)
    else { return nil }
    guard pieces.count == 3 else {
      guard case .none(let years) = found.kind.number, years.contains(year) else { return nil }
      return Parts(kind: found.kind, place: found.place, year: year, number: nil)
    }
    guard !pieces[2].isEmpty, !found.kind.isLocal || found.place != nil else { return nil }
    return Parts(kind: found.kind, place: found.place, year: year, number: pieces[2])
  }

  /// The act with a canonical key as if a text had cited it at its beginning; nil for a key of no
  /// known kind.
  func citation(ofKey key: String) -> Citation? {
    parts(key).map { parts in
      Citation(
        byteRange: 0..<0, key: key, kind: parts.kind.code, number: parts.number, year: parts.year,
        place: parts.place, placeNeeds: .nothing, about: nil, articles: [], repair: nil,
        confidence: 0.9)
    }
  }

  private func asKey(_ text: String) -> String? { parts(text) == nil ? nil : text }

  /// The place with a space before it, without its level where the kind tells that.
  private func place(_ parts: Parts) -> String {
    guard var slug = parts.place else { return "" }
    if case .local(let level?) = parts.kind.issue, slug.hasPrefix("\(level)-") {
      slug.removeFirst(level.count + 1)
    }
    return slug.split(separator: "-").reduce("") {
      $0 + " " + $1.prefix(1).uppercased() + $1.dropFirst()
    }
  }

  private func capitalised(_ words: [String]) -> String {
    let word = words.first ?? ""
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Letters and digits in lower case, single spaces between words.
  private static func folded(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}
