import DomainPack

extension StatuteReading {
  /// What the title of the act says that it does, and what the titles within that title say of the
  /// acts that they belong to.
  mutating func readTitle(_ range: Range<Int>, _ part: StatutePart) {
    guard let first = titleStart(range, part) else { return }
    let clause = span(scan.events[first].range.lowerBound, end(ofEvents: range))
    /// What the last word of the title is about to say, and of which act.
    var pending: (kind: StatuteRelation.Kind, subject: Int?, end: Int)?
    var said: (kind: StatuteRelation.Kind, subject: Int?)?
    var last: Int?
    for index in first..<range.upperBound {
      let event = scan.events[index]
      switch event.kind {
      case .cue(let cues):
        if !cues.isDisjoint(with: [.publishing, .otherRecital, .repealing]), part == .enacting {
          return
        }
        if let last, cues.contains(.amendedBy) {
          pending = nil
          said = nil
          chain(from: index, behind: last, until: range.upperBound, clause, part)
          return
        }
        if let kind = Self.kind(ofTitle: cues) {
          pending = (kind, last, event.range.upperBound)
        }
      case .citation(let number):
        if number == outline.own || scan.citations[number].key == statute.own.key { continue }
        let begin = scan.extents[number].lowerBound
        if let open = pending,
          isFilled(span(open.end, begin), with: [.titleFiller, .filler, .joining])
        {
          say(open.kind, from: open.subject, to: number, part, clause)
          said = (open.kind, open.subject)
        } else if let said, let last, follows(number, index, last) {
          say(said.kind, from: said.subject, to: number, part, clause)
        } else {
          said = nil
        }
        pending = nil
        last = number
      case .article, .paragraph, .item: if part == .enacting { return }
      case .stop: if last != nil, part == .enacting { return }
      }
    }
  }

  private func titleStart(_ range: Range<Int>, _ part: StatutePart) -> Int? {
    if part == .enacting {
      return range.first { scan.events[$0].cues.contains(.establishing) }
    }
    return range.first { index in
      if case .citation(let number) = scan.events[index].kind {
        number == outline.own
      } else {
        false
      }
    }
  }

  private static func kind(ofTitle cues: CueSet) -> StatuteRelation.Kind? {
    if cues.contains(.amendingTitle) { return .amends }
    if cues.contains(.repealingTitle) { return .repeals }
    if cues.contains(.enactingTitle) { return .enacts }
    return cues.contains(.implementingTitle) ? .implements : nil
  }

  /// Only what ranks as a law and is none becomes one.
  private mutating func say(
    _ kind: StatuteRelation.Kind, from subject: Int?, to object: Int, _ part: StatutePart,
    _ clause: Range<Int>
  ) {
    if kind == .enacts {
      let from = subject.map { scan.citations[$0] } ?? statute.own
      guard makesLaw(from, of: object) else { return }
    }
    add(kind, from: subject, to: object, part, clause: clause)
  }

  /// Whether an act stands beside the one before it: `… dan (atas) Peraturan Pemerintah …`.
  private func follows(_ number: Int, _ index: Int, _ last: Int) -> Bool {
    var event = index - 1
    var begin = scan.extents[number].lowerBound
    while event >= 0 {
      let before = scan.events[event]
      guard isBlank(min(before.range.upperBound, begin)..<begin) else { return false }
      if before.cues.contains(.joining) { return true }
      if case .citation(let other) = before.kind { return other == last }
      guard before.cues.contains(.titleFiller) else { return false }
      begin = before.range.lowerBound
      event -= 1
    }
    return false
  }

  /// The acts behind *sebagaimana telah diubah dengan* in a title.
  private mutating func chain(
    from index: Int, behind base: Int, until end: Int, _ clause: Range<Int>, _ part: StatutePart
  ) {
    for event in index..<end {
      if case .citation(let number) = scan.events[event].kind, number != outline.own {
        let bareTitle = scan.isNested[number] && part == .enacting
        if !bareTitle, scan.citations[number].year >= scan.citations[base].year {
          add(.amends, from: number, to: base, part, clause: clause)
        }
        return
      }
    }
  }

  /// Whether the words between two places are all of some kinds; a full stop or a semicolon ends
  /// them, save in a list, where they stand behind the marks of items.
  func isFilled(_ range: Range<Int>, with cues: CueSet, inList: Bool = false) -> Bool {
    let text = scan.text.bytes
    let bytes = text.span
    var offset = range.lowerBound
    let grammar = parser.citations.grammar
    while offset < range.upperBound {
      guard bytes.isWordStart(offset) else {
        if !inList, bytes[offset] == UInt8(ascii: ".") || bytes[offset] == UInt8(ascii: ";") {
          return false
        }
        offset += 1
        continue
      }
      if let match = parser.phrases.match(bytes, at: offset), !match.value.isDisjoint(with: cues) {
        offset = match.end
      } else if let article = parser.citations.articles(bytes, at: offset) {
        offset = article.end
      } else if let word = grammar.paragraph.end(bytes, at: offset)
        ?? grammar.letter.end(bytes, at: offset) ?? grammar.item.end(bytes, at: offset)
      {
        offset = word
      } else if bytes.endOfLetters(offset) - offset <= 4, isNumeral(offset) {
        offset = bytes.endOfLetters(offset)
      } else {
        return false
      }
    }
    return true
  }

  /// Whether a letter of an item or a Roman numeral stands here.
  private func isNumeral(_ offset: Int) -> Bool {
    let text = scan.text.bytes
    let bytes = text.span
    let end = bytes.endOfLetters(offset)
    return end == offset + 1 || (offset..<end).allSatisfy { parser.citations.isRoman(bytes[$0]) }
  }

  /// Where the last event of a range ends.
  func end(ofEvents range: Range<Int>) -> Int {
    range.upperBound < scan.events.count
      ? scan.events[range.upperBound].range.lowerBound : scan.text.bytes.count
  }
}
