public import DomainPack

/// Finds citations of regulations in running text.
///
/// One pass over the bytes; every step back or ahead is bounded.
public struct CitationParser: Sendable {
  let grammar: CitationGrammar
  let known: KnownRegulations
  /// Canonical keys of known acts by the keys of their other citations.
  private(set) var aliases: [String: String] = [:]

  /// A parser that knows the words and the acts of a pack.
  public init(kinds: RegulationKinds, known: KnownRegulations) {
    grammar = CitationGrammar(kinds)
    self.known = known
    var keys: [String: String] = [:]
    for entry in known.entries {
      for name in entry.names {
        guard let key = wholeCitation(name)?.key, key != entry.key else { continue }
        keys[key] = entry.key
      }
    }
    aliases = keys
  }

  /// The citations of a text, in text order.
  ///
  /// - Parameter text: UTF-8 of one block (a paragraph, a heading, a cell), repaired.
  /// - Returns: each citation with its place, none overlapping another.
  /// - Complexity: O(bytes).
  public func citations(in text: [UInt8]) -> [Citation] { citations(in: text.span) }

  /// The citations of a text, in text order.
  ///
  /// - Parameter text: UTF-8 of one block (a paragraph, a heading, a cell), repaired.
  /// - Returns: each citation with its place, none overlapping another.
  /// - Complexity: O(bytes).
  public func citations(in text: Span<UInt8>) -> [Citation] {
    var found: [Citation] = []
    /// Articles that wait for the act behind them.
    var waiting: ArticleGroup?
    /// Where the last citation and its title end.
    var tail = 0
    var offset = 0
    while offset < text.count {
      guard text.isWordStart(offset) else {
        offset += 1
        continue
      }
      if let group = articles(text, at: offset) {
        if grammar.kindName(text, at: endOfLink(text, from: group.end)) != nil {
          waiting = group
        } else if !found.isEmpty, endOfLink(text, from: tail) == offset {
          found[found.count - 1].articles += group.articles
          tail = group.end
        }
        offset = group.end
      } else if var acts = acts(text, at: offset) {
        if let group = waiting, endOfLink(text, from: group.end) == offset {
          acts.citations[0].articles = group.articles + acts.citations[0].articles
        }
        waiting = nil
        found += acts.citations
        tail = acts.tail
        offset = acts.end
      } else {
        offset = text.endOfLetters(offset)
      }
    }
    return found
  }

  /// The act whose citation is the whole text, articles and title included; nil if there is none
  /// or more than one.
  func wholeCitation(_ text: String) -> Citation? {
    let found = citations(in: Array(text.utf8))
    guard let first = found.first, found.count == 1 else { return nil }
    return first
  }

  /// Citations that share one kind.
  struct Acts {
    var citations: [Citation]
    /// Behind the last year.
    var end: Int
    /// Behind the title.
    var tail: Int
  }

  /// The act or the list of acts whose kind begins at the offset.
  private func acts(_ text: Span<UInt8>, at start: Int) -> Acts? {
    guard let match = grammar.kindName(text, at: start) else { return nil }
    let name = match.value
    let kind = grammar.kinds.kinds[name.kind]
    if case .none(let years) = kind.number {
      return numberless(text, kind, years: years, range: start..<match.end)
    }
    let hasCapitals =
      !name.name.needsCapitals
      || CitationGrammar.hasCapitals(of: name.name.text, text, start..<match.end)
    let head = head(text, kind: kind, name: name.name, range: start..<match.end)
    guard let numbers = numbers(text, at: head.end, kind: kind),
      hasCapitals || numbers[0].form == .words
    else { return nil }
    let end = numbers[numbers.count - 1].range.upperBound
    let title = title(text, at: end)
    var citations: [Citation] = []
    for (position, number) in numbers.enumerated() {
      let isLast = position == numbers.count - 1
      let begin = position == 0 ? head.start : number.range.lowerBound
      guard
        let citation = resolved(
          number, name: name, written: text.string(start..<match.end), place: head.place,
          range: begin..<number.range.upperBound, title: isLast ? title : nil)
      else { continue }
      citations.append(citation)
    }
    guard !citations.isEmpty else { return nil }
    return Acts(citations: citations, end: end, tail: title?.byteRange.upperBound ?? end)
  }

  /// The constitution and its like, told by their year, which may stand before the name.
  private func numberless(
    _ text: Span<UInt8>, _ kind: RegulationKind, years: [Int], range: Range<Int>
  ) -> Acts? {
    var end = text.skippingSpace(range.upperBound)
    if let filler = grammar.filler.end(text, at: end) { end = text.skippingSpace(filler) }
    if let word = grammar.year.end(text, at: end) { end = text.skippingSpace(word) }
    let digits = end..<text.endOfDigits(end)
    var start = range.lowerBound
    var found = years.first { text.integer(digits) == $0 || text.integer(digits) == $0 % 100 }
    if found == nil {
      var before = start
      while before > 0, start - before < 3, !text.isDigit(before - 1), text.byte(before - 1) == 0x20
      {
        before -= 1
      }
      end = range.upperBound
      guard before >= 4, !text.isDigit(before - 5) else { return nil }
      found = years.first { text.integer(before - 4..<before) == $0 && text.isDigit(before - 4) }
      start = before - 4
    } else {
      end = digits.upperBound
    }
    guard let year = found else { return nil }
    let key = RegulationReference.key(kind: kind.code, place: nil, year: year, number: nil)
    let citation = Citation(
      byteRange: start..<end, key: key, kind: kind.code, number: nil, year: year, place: nil,
      placeNeeds: .nothing, about: nil, articles: [], repair: nil, confidence: 0.97)
    return Acts(citations: [citation], end: end, tail: end)
  }

  /// Skips what may stand between an article and its act: a comma and words such as *of*.
  func endOfLink(_ text: Span<UInt8>, from start: Int) -> Int {
    var offset = text.skippingSpace(start, and: ",")
    for _ in 0..<2 {
      guard let end = grammar.articleLink.end(text, at: offset) else { break }
      offset = text.skippingSpace(end)
    }
    return offset
  }
}
