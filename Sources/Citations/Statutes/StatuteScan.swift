import DomainPack

/// The events of a regulation's text in order: citations, phrases, and the marks that divide it.
struct StatuteScan {
  let text: StatuteText
  let citations: [Citation]
  private(set) var events: [StatuteEvent] = []
  /// For each citation where its articles, kind and number, title and gazette reference stand.
  private(set) var extents: [Range<Int>] = []
  /// For each citation whether it stands in the title of the one before it.
  private(set) var isNested: [Bool] = []

  init(_ text: StatuteText, parser: CitationParser, phrases: PhraseTrie<CueSet>) {
    self.text = text
    var found = parser.citations(in: text.bytes)
    Self.dropHeadings(from: &found, in: text)
    Self.dropOwnArticles(from: &found, in: text, phrases)
    citations = found
    measure(parser.grammar)
    divide(parser.grammar, phrases)
  }

  /// The articles of an act that stand before it: those behind it may belong to its title, as in
  /// *Pajak Penghasilan Pasal 21*.
  func articlesBefore(_ number: Int) -> [String] {
    let citation = citations[number]
    return citation.articles.filter { $0.byteRange.upperBound <= citation.byteRange.lowerBound }
      .map(\.text)
  }

  /// An article that is the heading above a clause is no article of the act that the clause begins
  /// with.
  private static func dropHeadings(from citations: inout [Citation], in text: StatuteText) {
    for index in citations.indices {
      let start = citations[index].byteRange.lowerBound
      citations[index].articles.removeAll { article in
        let block = text.block(at: article.byteRange.lowerBound)
        guard article.byteRange.upperBound <= start,
          article.byteRange.lowerBound == text.blocks[block].start
        else { return false }
        return text.range(ofBlock: block).upperBound <= article.byteRange.upperBound + 1
          || text.blocks[block].kind == .heading
      }
    }
  }

  /// *sebagaimana dimaksud dalam Pasal 1, Peraturan Pemerintah …*: with a comma behind it, an article
  /// that is referred to is one of the text's own.
  private static func dropOwnArticles(
    from citations: inout [Citation], in text: StatuteText, _ phrases: PhraseTrie<CueSet>
  ) {
    let bytes = text.bytes.span
    for index in citations.indices {
      let act = citations[index].byteRange.lowerBound
      let before = citations[index].articles.filter { $0.byteRange.upperBound <= act }
      guard let first = before.first, let last = before.last,
        (last.byteRange.upperBound..<act).contains(where: { bytes[$0] == UInt8(ascii: ",") }),
        refers(bytes, before: first.byteRange.lowerBound, phrases)
      else { continue }
      citations[index].articles.removeAll { $0.byteRange.upperBound <= act }
    }
  }

  /// Whether words such as *sebagaimana dimaksud dalam* stand right before a place.
  private static func refers(
    _ bytes: Span<UInt8>, before end: Int, _ phrases: PhraseTrie<CueSet>
  ) -> Bool {
    (max(0, end - 60)..<end).contains { start in
      guard bytes.isWordStart(start), let match = phrases.match(bytes, at: start),
        match.value.contains(.referring), match.end <= end
      else { return false }
      return bytes.skippingSpace(match.end) == end
    }
  }

  private mutating func measure(_ grammar: CitationGrammar) {
    let copy = text.bytes
    let bytes = copy.span
    var titleEnd = 0
    for citation in citations {
      isNested.append(citation.byteRange.lowerBound < titleEnd)
      let start = min(
        citation.byteRange.lowerBound, citation.articles.first?.byteRange.lowerBound ?? .max)
      var end = max(citation.byteRange.upperBound, citation.about?.byteRange.upperBound ?? 0)
      if citation.byteRange.lowerBound >= titleEnd { titleEnd = end }
      for _ in 0..<3 {
        let open = bytes.skippingSpace(end, and: ",\"*")
        guard bytes.byte(open) == UInt8(ascii: "("),
          let close = Self.close(bytes, from: open + 1)
        else { break }
        end = close
      }
      extents.append(start..<end)
    }
  }

  /// Behind the bracket that closes, at most 400 bytes on.
  private static func close(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var depth = 1
    for offset in start..<min(bytes.count, start + 400) {
      if bytes[offset] == UInt8(ascii: "(") { depth += 1 }
      if bytes[offset] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return offset + 1 }
    }
    return nil
  }

  private mutating func divide(_ grammar: CitationGrammar, _ phrases: PhraseTrie<CueSet>) {
    let copy = text.bytes
    let bytes = copy.span
    var next = 0
    var block = 0
    var offset = 0
    while offset < bytes.count {
      while block < text.blocks.count, text.blocks[block].start <= offset {
        if text.blocks[block].start == offset, open(block, grammar) {
          offset = text.range(ofBlock: block).upperBound
        }
        block += 1
      }
      while next < citations.count, citations[next].byteRange.lowerBound < offset { next += 1 }
      if next < citations.count, citations[next].byteRange.lowerBound == offset {
        let range = citations[next].byteRange
        events.append(StatuteEvent(kind: .citation(next), range: range))
        next += 1
        offset = range.upperBound
        continue
      }
      if bytes.isWordStart(offset) {
        if let heading = inlineHeading(bytes, offset, grammar) {
          events.append(StatuteEvent(kind: .article(heading.number), range: offset..<heading.end))
          offset = heading.end
        } else if let match = phrases.match(bytes, at: offset) {
          let end = end(of: match.value, offset..<match.end, next: next)
          events.append(StatuteEvent(kind: .cue(match.value), range: offset..<end))
          offset = end
        } else if isItemMark(bytes, offset) {
          events.append(StatuteEvent(kind: .item, range: offset..<offset + 2))
          offset += 2
        } else {
          offset = bytes.endOfLetters(offset)
        }
        continue
      }
      mark(bytes, offset, citationEnd: next > 0 ? extents[next - 1].upperBound : 0)
      offset += 1
    }
    events.append(StatuteEvent(kind: .stop, range: bytes.count..<bytes.count))
  }

  /// Where a phrase ends: before the act whose name its last words begin, where they say what an act
  /// became (*ditetapkan menjadi Undang-Undang Nomor …*).
  private func end(of cues: CueSet, _ range: Range<Int>, next: Int) -> Int {
    guard cues.contains(.enactedBy), next < citations.count,
      range.contains(citations[next].byteRange.lowerBound)
    else { return range.upperBound }
    return citations[next].byteRange.lowerBound
  }

  /// Notes what a block is at its beginning; true if it is the heading of an article and no more.
  private mutating func open(_ position: Int, _ grammar: CitationGrammar) -> Bool {
    let range = text.range(ofBlock: position)
    switch text.blocks[position].kind {
    case .item: events.append(StatuteEvent(kind: .item, range: range.lowerBound..<range.lowerBound))
    case .heading, .other:
      if let heading = blockHeading(range, grammar) {
        events.append(StatuteEvent(kind: .article(heading), range: range))
        return true
      }
    }
    return false
  }

  /// The number of the article that a block is the heading of, alone or before its text.
  private func blockHeading(
    _ range: Range<Int>, _ grammar: CitationGrammar
  ) -> StatuteEvent.ArticleNumber? {
    let bytes = text.bytes.span
    guard let word = grammar.article.end(bytes, at: range.lowerBound),
      let number = articleNumber(bytes, at: bytes.skippingSpace(word))
    else { return nil }
    let rest = bytes.skippingSpace(number.end, and: ".")
    return rest >= range.upperBound ? number.number : nil
  }

  /// `Pasal 3` with a full stop or a colon before it and a capital or a full stop behind it, as old
  /// copies run articles on.
  private func inlineHeading(
    _ bytes: Span<UInt8>, _ offset: Int, _ grammar: CitationGrammar
  ) -> (number: StatuteEvent.ArticleNumber, end: Int)? {
    guard bytes.isCapital(offset), let word = grammar.article.end(bytes, at: offset),
      let number = articleNumber(bytes, at: bytes.skippingSpace(word))
    else { return nil }
    var before = offset - 1
    while before >= 0, bytes[before] <= 0x20 { before -= 1 }
    let mark = bytes.byte(before)
    let block = text.blocks[text.block(at: offset)]
    if block.kind == .item, block.start == offset { return nil }
    let isFirst = before < 0 || block.start == offset
    guard isFirst || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "\"") else { return nil }
    let next = bytes.skippingSpace(number.end)
    if bytes.byte(next) == UInt8(ascii: ".") || bytes.byte(next) == UInt8(ascii: "(") {
      return (number.number, number.end)
    }
    guard bytes.isCapital(next), grammar.kindName(bytes, at: next) == nil else { return nil }
    return (number.number, number.end)
  }

  private func articleNumber(
    _ bytes: Span<UInt8>, at start: Int
  ) -> (number: StatuteEvent.ArticleNumber, end: Int)? {
    var end = bytes.endOfDigits(start)
    if end > start, end - start <= 3, let value = bytes.integer(start..<end) {
      if bytes.isCapital(end), !bytes.isLetter(end + 1) { end += 1 }
      return (.arabic(value), end)
    }
    end = start
    while "IVXLl".utf8.contains(bytes.byte(end)) { end += 1 }
    guard end > start, end - start <= 6, !bytes.isAlphanumeric(end) else { return nil }
    return (.roman, end)
  }

  /// A letter or a Roman numeral with a dot or a bracket behind it, where a list goes on in a line:
  /// behind a semicolon, a colon or a line break.
  private func isItemMark(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    guard !bytes.isLetter(offset + 1),
      bytes.byte(offset + 1) == UInt8(ascii: ".") || bytes.byte(offset + 1) == UInt8(ascii: ")")
    else { return false }
    return isListPlace(bytes, before: offset)
  }

  private func isListPlace(_ bytes: Span<UInt8>, before offset: Int) -> Bool {
    var before = offset - 1
    while before >= 0, bytes[before] == 0x20 { before -= 1 }
    switch bytes.byte(before) {
    case UInt8(ascii: ";"), UInt8(ascii: ":"), 0x0A: return true
    case UInt8(ascii: ","): return !bytes.isDigit(offset)
    default: break
    }
    // `…; dan b. …`
    return before >= 3 && bytes.string(before - 2..<before + 1) == "dan"
  }

  /// The marks that divide: ends of sentences, numbers of paragraphs and of items.
  private mutating func mark(_ bytes: Span<UInt8>, _ offset: Int, citationEnd: Int) {
    switch bytes[offset] {
    case UInt8(ascii: ";"):
      let isWithinAct = citationEnd > offset
      if !isWithinAct, bytes.byte(offset + 1) <= 0x20,
        bytes.isCapital(bytes.skippingSpace(offset + 1))
      {
        events.append(StatuteEvent(kind: .item, range: offset..<offset + 1))
      }
    case UInt8(ascii: "."):
      if isStop(bytes, offset) {
        events.append(StatuteEvent(kind: .stop, range: offset..<offset + 1))
      }
    case UInt8(ascii: "("):
      let digits = offset + 1..<bytes.endOfDigits(offset + 1)
      guard !digits.isEmpty, digits.count <= 2,
        bytes.byte(digits.upperBound) == UInt8(ascii: ")")
      else { return }
      var before = offset - 1
      while before >= 0, bytes[before] == 0x20 { before -= 1 }
      let mark = bytes.byte(before)
      if before < 0 || mark == 0x0A || mark == UInt8(ascii: ".") {
        events.append(StatuteEvent(kind: .paragraph, range: offset..<digits.upperBound + 1))
      }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      guard !bytes.isDigit(offset - 1), isListPlace(bytes, before: offset) else { return }
      let end = bytes.endOfDigits(offset)
      guard end - offset <= 2,
        bytes.byte(end) == UInt8(ascii: ".") || bytes.byte(end) == UInt8(ascii: ")"),
        bytes.byte(end + 1) == 0x20
      else { return }
      events.append(StatuteEvent(kind: .item, range: offset..<end + 1))
    default:
      break
    }
  }

  /// Whether a dot ends a sentence: a word of four letters, a year or a bracket before it, and the
  /// end of the block or a capital behind it.
  private func isStop(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    var before = offset - 1
    while before > 0, bytes[before] == 0x20 { before -= 1 }
    let last = bytes.byte(before)
    var start = before
    while start > 0, bytes.isLetter(start) || bytes.isDigit(start) { start -= 1 }
    let isWord =
      last == UInt8(ascii: ")") || last == UInt8(ascii: "\"") || before - start >= 4
      || bytes.byte(before) == UInt8(ascii: "]")
    guard isWord else {
      // A short last word ends a sentence with the block.
      return bytes.byte(offset + 1) == 0x0A && before - start >= 2 && bytes.isLetter(before)
    }
    let next = bytes.skippingSpace(offset + 1)
    return bytes.byte(offset + 1) <= 0x20
      && (bytes.isCapital(next) || bytes.byte(next) == UInt8(ascii: "(") || next >= bytes.count
        || bytes.isDigit(next))
  }
}
