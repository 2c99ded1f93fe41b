package import DomainPack

/// Finds expressions of time whose year the text around them tells: *Rabu (15/5)*, *Mei lalu*,
/// *5 November tahun lalu*, *tiga tahun kemudian*, *next year*.
///
/// Its words are classes of the pack: `time-past-year` and `time-coming-year` stand for the years
/// beside that of the document, `time-past` and `time-coming` beside a month choose its year, and
/// `time-later` counts a length of time from the year spoken of.
package struct RelativeTimeReader: Sendable {
  /// What such expressions are counted from.
  package struct Anchors: Sendable {
    /// The day that the document tells of itself.
    package var told: (year: Int, month: Int, day: Int)?
    /// The year spoken of last.
    package var spoken: Int?

    package init(told: (year: Int, month: Int, day: Int)? = nil, spoken: Int? = nil) {
      self.told = told
      self.spoken = spoken
    }
  }

  private enum Cue: Int32, CaseIterable {
    case pastYear
    case comingYear
    case past
    case coming
    case later

    /// The class of `words.yaml` that holds its words.
    var wordClass: String {
      switch self {
      case .pastYear: "time-past-year"
      case .comingYear: "time-coming-year"
      case .past: "time-past"
      case .coming: "time-coming"
      case .later: "time-later"
      }
    }
  }

  private let times: TemporalReader
  private var phrases = PhraseTrie()
  private let slash: Int32
  private let opening: Int32
  private let closing: Int32
  /// Words behind a count of years within which a date that stands there makes the count needless.
  private static let reach = 4

  /// A reader that knows the words of a pack.
  package init(pack: DomainPack, times: TemporalReader, words: inout WordTable) {
    func id(_ text: String, _ words: inout WordTable) -> Int32 {
      words.intern(ArraySlice(Tokenizer.fold(text)))
    }
    self.times = times
    slash = id("/", &words)
    opening = id("(", &words)
    closing = id(")", &words)
    for cue in Cue.allCases {
      for member in pack.words.members[cue.wordClass] ?? [] {
        for phrase in RuleCompiler.phrases(of: member, pack: pack, words: &words) {
          phrases.insert(phrase, payload: cue.rawValue)
        }
      }
    }
  }

  /// The expression that begins at a token; nil if there is none, or nothing to count it from.
  package func finding(
    at start: Int, in tokens: [Token], upTo end: Int, anchors: Anchors,
    numberAt: @escaping (Int) -> Int?
  ) -> TemporalReader.Finding? {
    if let told = anchors.told {
      if let date = dayInBrackets(start, tokens, end, told.year, numberAt) { return date }
      if let date = dayOrMonth(start, tokens, end, told, numberAt) { return date }
      if let (cue, length) = cue(at: start, tokens, end) {
        let before = start > 0 ? tokens[start - 1] : nil
        let isCounted = before.map { times.isCount($0) || $0.look.contains(.number) } ?? false
        let shift = cue == .pastYear ? -1 : cue == .comingYear ? 1 : 0
        if shift != 0, !isCounted {
          return TemporalReader.Finding(length: length, kind: "Date", value: "\(told.year + shift)")
        }
      }
    }
    return anchors.spoken.flatMap { yearsLater(start, tokens, end, $0, numberAt) }
  }

  /// The cue that begins at a token, and how many tokens it covers; the longest of several.
  private func cue(at index: Int, _ tokens: [Token], _ end: Int) -> (Cue, length: Int)? {
    guard index < end, phrases.canBegin(with: tokens[index].word) else { return nil }
    let match = phrases.matches(from: index, in: tokens, upTo: end).max { $0.length < $1.length }
    return match.flatMap { match in
      match.payloads.first.flatMap { Cue(rawValue: $0) }.map { ($0, match.length) }
    }
  }

  /// `15/5` in brackets.
  private func dayInBrackets(
    _ start: Int, _ tokens: [Token], _ end: Int, _ year: Int, _ numberAt: (Int) -> Int?
  ) -> TemporalReader.Finding? {
    guard start > 0, start + 3 < end, tokens[start - 1].word == opening,
      tokens[start + 1].word == slash, tokens[start + 3].word == closing,
      let day = numberAt(start), (1...31).contains(day), let month = numberAt(start + 2),
      (1...12).contains(month)
    else { return nil }
    return TemporalReader.Finding(
      length: 3, kind: "Date", value: TemporalReader.value(year, month, day))
  }

  /// `5 November tahun lalu`, `Mei lalu`, `last November`, `November next year`.
  private func dayOrMonth(
    _ start: Int, _ tokens: [Token], _ end: Int, _ told: (year: Int, month: Int, day: Int),
    _ numberAt: (Int) -> Int?
  ) -> TemporalReader.Finding? {
    guard times.canBegin(with: tokens[start]) || phrases.canBegin(with: tokens[start].word) else {
      return nil
    }
    var index = start
    let leading = cue(at: index, tokens, end)
    if let leading { index += leading.length }
    var day: Int?
    if leading == nil, tokens[index].look.contains(.number), let number = numberAt(index),
      (1...31).contains(number)
    {
      day = number
      index += 1
    }
    guard index < end, let month = times.month(named: tokens[index].word) else { return nil }
    index += 1
    var found = leading?.0
    if found == nil, let trailing = cue(at: index, tokens, end) {
      found = trailing.0
      index += trailing.length
    }
    if index < end, tokens[index].look.contains(.year) { return nil }
    let isBefore = (month, day ?? 1) < (told.month, day == nil ? 1 : told.day)
    let year: Int
    switch found {
    case .pastYear: year = told.year - 1
    case .comingYear: year = told.year + 1
    case .past: year = isBefore ? told.year : told.year - 1
    case .coming: year = isBefore || month == told.month ? told.year + 1 : told.year
    case .later, nil: return nil
    }
    return TemporalReader.Finding(
      length: index - start, kind: "Date", value: TemporalReader.value(year, month, day))
  }

  /// `tiga tahun kemudian`, `a year later`: in no clause that tells the date itself.
  private func yearsLater(
    _ start: Int, _ tokens: [Token], _ end: Int, _ spoken: Int, _ numberAt: @escaping (Int) -> Int?
  ) -> TemporalReader.Finding? {
    guard times.canBegin(with: tokens[start]),
      let length = times.finding(at: start, in: tokens, upTo: end, numberAt: numberAt),
      length.kind == "Duration", length.value.hasSuffix("Y"),
      let years = Int(length.value.dropFirst().dropLast()),
      let (cue, width) = cue(at: start + length.length, tokens, end), cue == .later
    else { return nil }
    let next = start + length.length + width
    for index in next..<max(next, min(end, next + Self.reach))
    where times.canBegin(with: tokens[index]) {
      let own = times.finding(at: index, in: tokens, upTo: end, numberAt: numberAt)
      if let own, own.kind != "Duration" { return nil }
    }
    return TemporalReader.Finding(
      length: next - start, kind: "Date", value: "\(spoken + years)")
  }
}
