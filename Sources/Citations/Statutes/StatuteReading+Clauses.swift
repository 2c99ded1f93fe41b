extension StatuteReading {
  /// The clauses by which the act ends or changes others.
  mutating func readClauses(_ range: Range<Int>, _ part: StatutePart) {
    let links = chained(range)
    var start = range.lowerBound
    /// Whether the words are those of a changed act, quoted.
    var isQuoted = false
    var ownArticle = 0
    let isRoman = hasRomanArticles(range)
    for index in range {
      let event = scan.events[index]
      if event.endsClause { start = index }
      switch event.kind {
      case .article(.roman): isQuoted = false
      case .article(.arabic(let number)):
        if isRoman {
          isQuoted = true
        } else if number > ownArticle, !isQuoted || number <= ownArticle + 2 {
          ownArticle = number
          isQuoted = false
        }
      case .citation, .paragraph, .item, .stop: break
      case .cue(let cues):
        guard isOutsideTitle(index) else { continue }
        if cues.contains(.reading), !isRoman { isQuoted = part == .body }
        guard !isQuoted || isRoman && part != .body else { continue }
        if cues.contains(.repealed) || cues.contains(.revoked) {
          readPassive(.repeals, at: index, from: start, range, links, part)
          start = index
        } else if cues.contains(.amended), !cues.contains(.amendedBy) {
          readPassive(.amends, at: index, from: start, range, links, part)
        }
        if cues.contains(.repealing) {
          readActive(.repeals, at: index, from: start, range, links, part)
        } else if cues.contains(.amending) {
          readActive(.amends, at: index, from: start, range, links, part)
        }
      }
    }
  }

  /// Whether the articles have Roman numbers, as in acts that change another: the first one has, and
  /// another; a scanner makes *Pasal I* of a single *Pasal 1*.
  private func hasRomanArticles(_ range: Range<Int>) -> Bool {
    var blocks: Set<Int> = []
    var isFirst = true
    for index in range {
      guard case .article(let number) = scan.events[index].kind else { continue }
      if isFirst, number != .roman { return false }
      isFirst = false
      if number == .roman { blocks.insert(scan.events[index].range.lowerBound) }
    }
    return blocks.count > 1
  }

  /// A verb behind the acts it is said of, or before a colon and a list of them.
  private mutating func readPassive(
    _ kind: StatuteRelation.Kind, at index: Int, from start: Int, _ range: Range<Int>,
    _ links: [Int: (base: Int, enacts: Bool)], _ part: StatutePart
  ) {
    let text = scan.text.bytes
    let bytes = text.span
    let verb = scan.events[index]
    if index > 0, scan.events[index - 1].cues.contains(.notYet),
      isBlank(span(scan.events[index - 1].range.upperBound, verb.range.lowerBound))
    {
      return
    }
    let next = bytes.skippingSpace(verb.range.upperBound)
    if bytes.byte(next) == UInt8(ascii: ":"), kind == .repeals {
      readList(kind, behind: index, from: start, range, links, part)
      return
    }
    if kind == .repeals, index + 1 < scan.events.count {
      let after = scan.events[index + 1]
      if after.cues.contains(.aside), isBlank(span(verb.range.upperBound, after.range.lowerBound)),
        bytes.byte(next) != UInt8(ascii: ","), bytes.byte(next) != UInt8(ascii: ".")
      {
        return
      }
    }
    if kind == .repeals, isInverted(index, from: start) {
      readObjects(kind, behind: index, range, links, part, from: beginning(ofClauseAt: start))
      return
    }
    let isWeak = !verb.cues.contains(.repealed) && kind == .repeals
    var first = start
    if isWeak || kind == .amends {
      guard let close = firstClose(index, from: start, links) else { return }
      first = close
    }
    let clause = span(beginning(ofClauseAt: start), verb.range.upperBound)
    let narrowing = kind == .repeals ? narrowing(ofListBefore: index, from: start) : nil
    for event in first..<index {
      guard var object = object(at: event, from: start, links), !(isWeak && object.scope != nil)
      else { continue }
      if let narrowing, object.scope == nil {
        guard !isWeak else { continue }
        object.scope = narrowing
      }
      add(
        kind, to: object.number, scope: kind == .repeals ? object.scope : nil, part,
        clause: clause)
    }
  }

  /// Whether a verb follows the words for the begin of the act at once, so that what it is said of
  /// stands behind it: *Dengan berlakunya Undang-undang ini dicabut Undang-undang …*.
  private func isInverted(_ index: Int, from start: Int) -> Bool {
    guard index > start else { return false }
    let before = scan.events[index - 1]
    let text = scan.text.bytes
    let gap = span(before.range.upperBound, scan.events[index].range.lowerBound)
    guard before.cues.contains(.this), isBlank(gap),
      !gap.contains(where: { text[$0] == UInt8(ascii: ".") || text[$0] == UInt8(ascii: ";") })
    else { return false }
    return (start..<index).contains { event in
      switch scan.events[event].kind {
      case .citation: false
      default: !scan.events[event].cues.isDisjoint(with: [.inForce, .dependent])
      }
    } && !(start..<index).contains { object(at: $0, from: start, [:]) != nil }
  }

  /// The first of the acts that a verb follows without other words between them, or chains behind
  /// them; nil if none stands so close.
  private func firstClose(
    _ index: Int, from start: Int, _ links: [Int: (base: Int, enacts: Bool)]
  ) -> Int? {
    var first: Int?
    var place = scan.events[index].range.lowerBound
    var hasItem = false
    var isListed = false
    for event in stride(from: index - 1, through: start, by: -1) {
      if case .item = scan.events[event].kind { hasItem = true }
      guard case .citation(let number) = scan.events[event].kind, !scan.isNested[number] else {
        continue
      }
      let end = scan.extents[number].upperBound
      guard
        end > place || isListed
          || isFilled(end..<place, with: [.joining, .provision, .within], inList: hasItem)
      else { break }
      if let link = links[event] {
        place = min(place, scan.extents[link.base].upperBound)
      } else {
        first = event
        place = min(place, scan.extents[number].lowerBound)
      }
      hasItem = false
      isListed = isMember(number)
    }
    return first
  }

  /// The words that make all acts of a list before a verb parts: *sepanjang …* behind the mark that
  /// ends its last item, or *ketentuan-ketentuan dalam:* before it; nil if there are none.
  private func narrowing(ofListBefore index: Int, from start: Int) -> Range<Int>? {
    let text = scan.text.bytes
    let bytes = text.span
    let firstItem = (start..<index).first { event in
      if case .item = scan.events[event].kind {
        bytes.lastByte(before: scan.events[event].range.lowerBound) == UInt8(ascii: ":")
      } else {
        false
      }
    }
    guard let firstItem else { return nil }
    let last = (firstItem..<index).last { event in
      if case .citation(let number) = scan.events[event].kind {
        !scan.isNested[number]
      } else {
        false
      }
    }
    if let last, case .citation(let number) = scan.events[last].kind {
      let end = scan.extents[number].upperBound
      let isEnded = bytes.byte(bytes.skippingSpace(end)) == UInt8(ascii: ";")
      let isNarrowed = (last..<index).contains {
        scan.events[$0].cues.contains(.narrowed) && scan.events[$0].range.lowerBound >= end
      }
      if isEnded, isNarrowed { return end + 1..<max(end + 1, scan.events[index].range.lowerBound) }
    }
    guard firstItem > start else { return nil }
    let head = scan.events[firstItem - 1]
    guard !head.cues.isDisjoint(with: [.provision, .within]),
      isBlank(span(head.range.upperBound, scan.events[firstItem].range.lowerBound))
    else { return nil }
    return head.range
  }

  /// The act that a clause speaks of at an event.
  private func object(
    at event: Int, from start: Int, _ links: [Int: (base: Int, enacts: Bool)]
  ) -> ClauseObject? {
    guard case .citation(let number) = scan.events[event].kind, !scan.isNested[number],
      links[event] == nil, scan.citations[number].key != statute.own.key
    else { return nil }
    switch role(at: event, from: start) {
    case .dependent: return nil
    case .within:
      guard speaksOfProvisions(before: event, from: start) else { return nil }
      return ClauseObject(number: number, scope: scope(before: event, number, from: start))
    case .object:
      return ClauseObject(number: number, scope: part(number, event, from: start))
    }
  }

  /// The words that say which part of an act is meant; nil if the whole is.
  private func part(_ number: Int, _ event: Int, from start: Int) -> Range<Int>? {
    if !scan.articlesBefore(number).isEmpty { return scope(before: event, number, from: start) }
    let begin = scan.extents[number].lowerBound
    if event > start, scan.events[event - 1].cues.contains(.provision),
      !isOwnArticle(scan.events[event - 1], before: begin),
      isBlank(min(scan.events[event - 1].range.upperBound, begin)..<begin)
    {
      return scope(before: event, number, from: start)
    }
    var end = scan.extents[number].upperBound
    var next = event + 1
    // What narrows the last of several acts joined by *jo.* narrows them all.
    while next < scan.events.count {
      if scan.events[next].range.lowerBound < end {
        next += 1
      } else if case .citation(let other) = scan.events[next].kind, !scan.isNested[other],
        isFilled(end..<max(end, scan.extents[other].lowerBound), with: .joining)
      {
        end = scan.extents[other].upperBound
        next += 1
      } else if scan.events[next].cues.contains(.joining) {
        next += 1
      } else {
        break
      }
    }
    guard next < scan.events.count, scan.events[next].cues.contains(.narrowed),
      isBlank(span(end, scan.events[next].range.lowerBound))
    else { return nil }
    var close = next + 1
    while close < scan.events.count - 1, !isEndOfItem(close) { close += 1 }
    return scan.events[next].range.lowerBound..<scan.events[close].range.lowerBound
  }

  /// The words of an item before the act in it.
  private func scope(before event: Int, _ number: Int, from start: Int) -> Range<Int> {
    let end = scan.citations[number].byteRange.lowerBound
    var index = event - 1
    while index > start, !isEndOfItem(index), !scan.events[index].cues.contains(.this),
      !scan.events[index].cues.contains(.inForce)
    {
      if case .citation = scan.events[index].kind { break }
      index -= 1
    }
    let begin = index >= start ? self.end(of: scan.events[index]) : end
    return min(begin, end)..<end
  }

  private func isEndOfItem(_ index: Int) -> Bool {
    let event = scan.events[index]
    if case .item = event.kind { return true }
    return event.endsClause || event.cues.contains(.repealed) || event.cues.contains(.revoked)
  }

  /// Whether the words before an act in its item are *ketentuan*, an article or their like.
  private func speaksOfProvisions(before event: Int, from start: Int) -> Bool {
    var index = event - 1
    while index >= start {
      let earlier = scan.events[index]
      if case .item = earlier.kind { return false }
      if case .citation = earlier.kind { return false }
      if earlier.cues.contains(.derived) { return false }
      if earlier.cues.contains(.provision) || earlier.cues.contains(.article) {
        return !isDependent(index, from: start)
      }
      index -= 1
    }
    return false
  }

  /// Whether words such as *sesuai dengan* stand before an event, other words for a provision between
  /// at most: *sesuai dengan ketentuan yang termaktub dalam Pasal 6*.
  private func isDependent(_ index: Int, from start: Int) -> Bool {
    var event = index
    while event > start {
      let before = scan.events[event - 1]
      let gap = span(before.range.upperBound, scan.events[event].range.lowerBound)
      guard isFilled(gap, with: [.titleFiller, .filler]) else { return false }
      if before.cues.contains(.dependent), !before.cues.contains(.within) { return true }
      guard !before.cues.isDisjoint(with: [.within, .provision]) else { return false }
      event -= 1
    }
    return false
  }

  /// The acts behind a verb and a colon.
  private mutating func readList(
    _ kind: StatuteRelation.Kind, behind index: Int, from start: Int, _ range: Range<Int>,
    _ links: [Int: (base: Int, enacts: Bool)], _ part: StatutePart
  ) {
    let end = endOfList(behind: index, range)
    let clause = span(beginning(ofClauseAt: start), self.end(ofEvents: index..<end))
    for event in index + 1..<end {
      guard let object = object(at: event, from: index + 1, links) else { continue }
      add(
        kind, to: object.number, scope: kind == .repeals ? object.scope : nil, part,
        clause: clause)
    }
  }

  /// Where a list behind a verb ends: at the next article or paragraph, at the end of a sentence
  /// that no item follows, or at another verb.
  private func endOfList(behind index: Int, _ range: Range<Int>) -> Int {
    for event in index + 1..<range.upperBound {
      switch scan.events[event].kind {
      case .article, .paragraph: return event
      case .stop:
        if event + 1 < range.upperBound, case .item = scan.events[event + 1].kind { continue }
        return event
      case .cue(let cues):
        if !cues.isDisjoint(with: [.establishing, .repealing, .amending, .repealed]),
          isOutsideTitle(event)
        {
          return event
        }
      case .citation, .item: continue
      }
    }
    return range.upperBound
  }

  /// A verb that begins a clause, with the acts behind it: `Mencabut Peraturan Pemerintah …`.
  mutating func readActive(
    _ kind: StatuteRelation.Kind, at index: Int, from start: Int, _ range: Range<Int>,
    _ links: [Int: (base: Int, enacts: Bool)], _ part: StatutePart
  ) {
    let verb = scan.events[index]
    let isFirst =
      part == .enacting
      || isFilled(
        span(scan.events[start].range.upperBound, verb.range.lowerBound), with: [.joining, .this])
    guard isFirst else { return }
    readObjects(kind, behind: index, range, links, part, from: verb.range.lowerBound)
  }

  /// The acts right behind a verb; the clause begins at `beginning`.
  private mutating func readObjects(
    _ kind: StatuteRelation.Kind, behind index: Int, _ range: Range<Int>,
    _ links: [Int: (base: Int, enacts: Bool)], _ part: StatutePart, from beginning: Int
  ) {
    let end = endOfList(behind: index, range)
    guard index + 1 < end else { return }
    let clause = span(beginning, self.end(ofEvents: index..<end))
    var isAdjacent = false
    for event in index + 1..<end {
      guard case .citation(let number) = scan.events[event].kind else { continue }
      if !isAdjacent {
        let mark = (index + 1..<event).last {
          if case .item = scan.events[$0].kind { true } else { false }
        }
        let from = scan.events[mark ?? index].range.upperBound
        guard
          isFilled(
            from..<max(from, scan.extents[number].lowerBound),
            with: [.filler, .joining, .provision])
        else { return }
        isAdjacent = true
      }
      guard let object = object(at: event, from: index, links) else { continue }
      add(
        kind, to: object.number, scope: kind == .repeals ? object.scope : nil, part,
        clause: clause)
    }
  }
}

/// An act that a clause speaks of.
struct ClauseObject {
  /// Position among the citations.
  var number: Int
  /// The words that say which part of it is meant; nil if the whole is.
  var scope: Range<Int>?
}
