/// A regulation while it is being read: from events to relations.
struct StatuteReading {
  let scan: StatuteScan
  let outline: StatuteOutline
  let parser: StatuteParser
  private(set) var statute: Statute
  private var positions: [String: Int] = [:]
  /// The last clause that says when the act comes into force.
  var force: StatuteForce?

  /// A reading; `named` is the act that the text is of, where the text does not say.
  init(scan: StatuteScan, outline: StatuteOutline, parser: StatuteParser, named: Citation) {
    self.scan = scan
    self.outline = outline
    self.parser = parser
    statute = Statute(
      own: outline.own.map { scan.citations[$0] } ?? named, parts: [], relations: [])
    for (part, events) in outline.parts {
      let end =
        events.upperBound < scan.events.count
        ? scan.events[events.upperBound].range.lowerBound : scan.text.bytes.count
      statute.parts.append((part, scan.events[events.lowerBound].range.lowerBound..<end))
    }
  }

  /// Reads every part.
  mutating func read() {
    for (part, events) in outline.parts {
      switch part {
      case .head: readTitle(events, part)
      case .considering, .legalBasis: readChains(events, part)
      case .enacting:
        readTitle(events, part)
        readClauses(events, part)
        readChains(events, part)
      case .body:
        readClauses(events, part)
        readForce(events)
        readChains(events, part)
      case .closing: readDates(events)
      case .elucidation: break
      }
    }
    if let title = outline.explainedTitle { readTitle(title, .head) }
    readPreamble(outline.preamble, basis: outline.basis)
    readDatesBehindForce()
  }

  /// Adds a relation; one that is there already gains what the new one knows better.
  ///
  /// A clause outranks a title, and a whole act its parts.
  mutating func add(
    _ kind: StatuteRelation.Kind, from subject: Int? = nil, to object: Int,
    scope: Range<Int>? = nil,
    _ part: StatutePart, clause: Range<Int>, isReason: Bool = false
  ) {
    let from = subject.map { scan.citations[$0] }
    let to = scan.citations[object]
    let place = statute.own.place
    let fromKey = (from ?? statute.own).key(defaultPlace: place) ?? ""
    guard let toKey = to.key(defaultPlace: place), !fromKey.isEmpty, fromKey != toKey,
      kind == .basedOn || to.year <= (from ?? statute.own).year,
      // An act cannot tell of one that came after it: a scanner misread the year.
      from.map({ $0.year <= statute.own.year }) ?? true
    else { return }
    let relation = StatuteRelation(
      kind: kind, subject: from, object: to, isPartial: scope != nil,
      articles: scan.articlesBefore(object), scope: scope, part: part, clause: clause,
      isReason: isReason)
    let identity = "\(kind.rawValue) \(fromKey) \(toKey)"
    guard let known = positions[identity] else {
      positions[identity] = statute.relations.count
      statute.relations.append(relation)
      return
    }
    let old = statute.relations[known]
    let outranks = old.part == .head && part != .head && part != .enacting
    if outranks, old.isReason == isReason {
      statute.relations[known] = relation
      statute.relations[known].isPartial = relation.isPartial && (old.isPartial || kind != .repeals)
    } else if old.isPartial, scope == nil {
      statute.relations[known].isPartial = false
      statute.relations[known].scope = nil
      statute.relations[known].articles = relation.articles
    } else if scope != nil, old.isPartial {
      for article in relation.articles where !old.articles.contains(article) {
        statute.relations[known].articles.append(article)
      }
    }
  }

  mutating func setEnacted(_ date: StatuteDate) {
    if statute.enacted == nil { statute.enacted = date }
  }

  mutating func setPromulgated(_ date: StatuteDate) {
    if statute.promulgated == nil { statute.promulgated = date }
  }

  mutating func setInForce(_ date: StatuteDate?) { statute.inForce = date }

  /// Whether no words stand between two places, single letters apart, so that they follow each other.
  func isBlank(_ range: Range<Int>) -> Bool {
    let text = scan.text.bytes
    let bytes = text.span
    guard range.lowerBound < range.upperBound else { return true }
    return !range.contains { bytes.isLetter($0) && bytes.isLetter($0 + 1) }
  }

  /// What is known of a citation's place in its clause.
  enum Role {
    /// The clause speaks of the act: it begins the clause, an item or a list, or goes on with one.
    case object
    /// A part of the act, `ketentuan … dalam`.
    case within
    /// The act only says what is spoken of: `peraturan pelaksanaan dari`, `berdasarkan`.
    case dependent
  }

  /// The role of the citation at an event.
  func role(at event: Int, from start: Int) -> Role {
    let text = scan.text.bytes
    let bytes = text.span
    guard case .citation(let number) = scan.events[event].kind else { return .dependent }
    if isMember(number), let first = (start..<event).last(where: { isCitation($0, number - 1) }) {
      return role(at: first, from: start)
    }
    var begin = scan.extents[number].lowerBound
    var index = event - 1
    /// Whether a word such as *dan* joins it to what stands before.
    var isJoined = false
    // The words of its own articles stand between.
    while index >= start, scan.events[index].range.lowerBound >= begin { index -= 1 }
    while true {
      var before = begin - 1
      while before >= 0, bytes.byte(before) <= 0x20 || bytes.byte(before) == UInt8(ascii: "\"") {
        before -= 1
      }
      guard index >= start, before >= 0 else { return .object }
      if isJoined { index = holder(of: index, from: start) }
      let last = scan.events[index]
      let end = self.end(of: last)
      guard isBlank(min(end, begin)..<begin) else {
        let mark = bytes.byte(before)
        return mark == UInt8(ascii: ",") || mark == UInt8(ascii: ":") || mark == UInt8(ascii: ";")
          ? .object : .dependent
      }
      switch last.kind {
      case .article, .paragraph, .stop, .item: return .object
      case .citation(let other):
        return scan.isNested[other] ? .dependent : role(at: index, from: start)
      case .cue(let cues):
        if !cues.isDisjoint(with: [.repealing, .amending, .repealed, .inForce, .this]) {
          return .object
        }
        if isOwnArticle(last, before: begin) { return .object }
        if !cues.isDisjoint(with: [.joining, .provision, .reason]) {
          isJoined = isJoined || cues.contains(.joining)
          begin = last.range.lowerBound
          index -= 1
          while index >= start, scan.events[index].range.lowerBound >= begin { index -= 1 }
          continue
        }
        let mark = bytes.byte(before)
        // *Pada saat Undang-Undang ini berlaku, Undang-Undang …*: a comma ends what depends.
        if cues.contains(.dependent), mark == UInt8(ascii: ",") { return .object }
        if !cues.isDisjoint(with: [.dependent, .derived, CueSet.titles]) { return .dependent }
        if cues.contains(.within) { return .within }
        return mark == UInt8(ascii: ",") || mark == UInt8(ascii: ":") ? .object : .dependent
      }
    }
  }

  /// The event of the act in whose title or gazette reference an event stands; the event itself if it
  /// stands in none.
  private func holder(of index: Int, from start: Int) -> Int {
    let place = scan.events[index].range.lowerBound
    let act = (start..<index).last { event in
      if case .citation(let number) = scan.events[event].kind {
        !scan.isNested[number]
      } else {
        false
      }
    }
    guard let act, case .citation(let number) = scan.events[act].kind,
      scan.extents[number].upperBound > place
    else { return index }
    return act
  }

  /// Whether an act shares its kind with the one before it, as in a list of numbers.
  func isMember(_ number: Int) -> Bool {
    guard number > 0, scan.citations[number - 1].kind == scan.citations[number].kind else {
      return false
    }
    let start = scan.citations[number].byteRange.lowerBound
    return parser.citations.grammar.kindName(scan.text.bytes.span, at: start) == nil
  }

  private func isCitation(_ event: Int, _ number: Int) -> Bool {
    if case .citation(let other) = scan.events[event].kind { other == number } else { false }
  }

  /// Whether a word for an article or a part of one stands with its number and a comma before an act,
  /// without being read as one of its articles: it is an article of the text.
  func isOwnArticle(_ event: StatuteEvent, before begin: Int) -> Bool {
    guard event.cues.contains(.provision) else { return false }
    let gap = scan.text.bytes[span(event.range.upperBound, begin)]
    guard let comma = gap.firstIndex(of: UInt8(ascii: ",")) else { return false }
    return gap[..<comma].contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  /// The range between two places; empty at the second one where it lies before the first.
  func span(_ start: Int, _ end: Int) -> Range<Int> { min(start, end)..<end }

  /// Where the clause begins that an event opens: behind the full stop of the one before it.
  func beginning(ofClauseAt event: Int) -> Int {
    switch scan.events[event].kind {
    case .stop, .item:
      scan.text.bytes.span.skippingSpace(scan.events[event].range.upperBound)
    case .cue, .citation, .article, .paragraph: scan.events[event].range.lowerBound
    }
  }

  /// Where what an event names ends, title and gazette reference of an act included.
  func end(of event: StatuteEvent) -> Int {
    if case .citation(let number) = event.kind { return scan.extents[number].upperBound }
    return event.range.upperBound
  }

  /// Whether an event stands outside the titles of the acts cited.
  func isOutsideTitle(_ index: Int) -> Bool {
    let place = scan.events[index].range.lowerBound
    var event = index - 1
    while event >= 0, index - event < 24 {
      if case .citation(let number) = scan.events[event].kind, !scan.isNested[number] {
        return scan.citations[number].about?.byteRange.contains(place) != true
      }
      event -= 1
    }
    return true
  }
}
