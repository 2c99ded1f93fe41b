import DomainPack

extension CitationParser {
  /// A place as the text names it.
  struct Place {
    /// `kota-bandung`, or `bandung` without a level.
    var slug: String
    var hasLevel: Bool
    /// From the level or the name to the other.
    var range: Range<Int>
  }

  /// What stands before the number.
  struct Head {
    var start: Int
    var end: Int
    var place: Place?
  }

  /// Reads what stands between the kind and the number: *Republik Indonesia*, an abbreviation in
  /// brackets, the place of a local act.
  func head(
    _ text: Span<UInt8>, kind: RegulationKind, name: RegulationName, range: Range<Int>
  ) -> Head {
    var head = Head(start: range.lowerBound, end: range.upperBound, place: nil)
    for _ in 0..<5 {
      let offset = text.skippingSpace(head.end)
      if text.byte(offset) == UInt8(ascii: "("),
        let inner = grammar.kindName(text, at: text.skippingSpace(offset + 1))
      {
        let close = text.skippingSpace(inner.end, and: ".")
        guard text.byte(close) == UInt8(ascii: ")") else { break }
        head.end = close + 1
      } else if let filler = grammar.filler.end(text, at: offset) {
        head.end = filler
      } else if case .local(let level) = kind.issue, head.place == nil,
        let place = placeBehind(text, at: offset, level: level)
      {
        head.place = place
        head.end = place.range.upperBound
      } else {
        break
      }
    }
    if case .local(let level) = kind.issue, head.place == nil, name.place == .beforeOrBehind,
      let place = placeBefore(text, end: range.lowerBound, level: level)
    {
      head.place = place
      head.start = place.range.lowerBound
    }
    return head
  }

  /// The place whose level or name begins at the offset.
  private func placeBehind(_ text: Span<UInt8>, at start: Int, level kindLevel: String?) -> Place? {
    var offset = start
    var level: String?
    for _ in 0..<3 {
      if let match = grammar.levelBefore.match(text, at: offset), level == nil {
        level = match.value
        offset = text.skippingSpace(match.end, and: ".")
      } else if let end = grammar.placeFiller.end(text, at: offset) {
        offset = text.skippingSpace(end, and: ".")
      } else {
        break
      }
    }
    let expected = level ?? kindLevel
    if expected == nil || expected == "provinsi", let province = grammar.provinces.match(text, at: offset)
    {
      return Place(slug: province.value, hasLevel: true, range: start..<province.end)
    }
    guard let words = nameWords(text, at: offset, anyCase: level != nil) else { return nil }
    var end = words.end
    let behind = text.skippingSpace(end)
    if level == nil, let after = grammar.levelAfter.match(text, at: behind) {
      level = after.value
      end = after.end
    }
    let slug = words.slugs.joined(separator: "-")
    guard let full = level ?? kindLevel else {
      return Place(slug: slug, hasLevel: false, range: start..<end)
    }
    return Place(slug: "\(full)-\(slug)", hasLevel: true, range: start..<end)
  }

  /// One to four words of a name; they end before a number, a level or the words of a citation.
  private func nameWords(
    _ text: Span<UInt8>, at start: Int, anyCase: Bool
  ) -> (slugs: [String], end: Int)? {
    var slugs: [String] = []
    var end = start
    var offset = start
    while slugs.count < 4, text.isWordStart(offset), anyCase || text.isCapital(offset),
      !isCitationWord(text, at: offset),
      slugs.isEmpty || grammar.levelAfter.match(text, at: offset) == nil
    {
      end = text.endOfLetters(offset)
      slugs.append(text.string(offset..<end).lowercased())
      offset = text.skippingSpace(end)
      if text.byte(offset) == UInt8(ascii: "-") { offset += 1 }
    }
    return slugs.isEmpty ? nil : (slugs, end)
  }

  /// Whether a word of the citation itself begins at the offset, so that no name does.
  private func isCitationWord(_ text: Span<UInt8>, at offset: Int) -> Bool {
    grammar.number.end(text, at: offset) != nil || grammar.year.end(text, at: offset) != nil
      || grammar.about.end(text, at: offset) != nil || grammar.article.end(text, at: offset) != nil
      || grammar.dated.end(text, at: offset) != nil
      || grammar.kindName(text, at: offset) != nil
  }

  /// The place that stands before the kind, as in `Bandung City Regional Regulation`: up to three
  /// words with capitals, the last of them the level unless the kind tells it.
  private func placeBefore(_ text: Span<UInt8>, end: Int, level kindLevel: String?) -> Place? {
    var starts: [Int] = []
    var ends: [Int] = []
    var stop = end
    while starts.count < 4 {
      var wordEnd = stop
      while wordEnd > 0, stop - wordEnd < 3, text.byte(wordEnd - 1) <= 0x20 { wordEnd -= 1 }
      var start = wordEnd
      while start > 0, wordEnd - start < 32, text.isLetter(start - 1) { start -= 1 }
      guard start < wordEnd, text.isCapital(start), grammar.placeStop.end(text, at: start) == nil
      else { break }
      starts.append(start)
      ends.append(wordEnd)
      stop = start
    }
    var level = kindLevel
    if let first = starts.first, let match = grammar.levelAfter.match(text, at: first) {
      level = match.value
      starts.removeFirst()
      ends.removeFirst()
    }
    guard let start = starts.last else { return nil }
    if level == nil || level == "provinsi" {
      for begin in starts.reversed() {
        guard let province = grammar.provinces.match(text, at: begin), province.end == ends[0] else {
          continue
        }
        return Place(slug: province.value, hasLevel: true, range: begin..<end)
      }
    }
    guard let level else { return nil }
    let slugs = zip(starts, ends).reversed().map { text.string($0..<$1).lowercased() }
    return Place(
      slug: "\(level)-\(slugs.joined(separator: "-"))", hasLevel: true, range: start..<end)
  }
}
