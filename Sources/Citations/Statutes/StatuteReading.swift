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
      case .head: readTitle(events)
      case .considering, .legalBasis: readChains(events, part)
      case .enacting:
        readTitle(events)
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
      kind == .basedOn || to.year <= (from ?? statute.own).year
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
    var begin = scan.extents[number].lowerBound
    var index = event - 1
    // The words of its own articles stand between.
    while index >= start, scan.events[index].range.lowerBound >= begin { index -= 1 }
    while true {
      var before = begin - 1
      while before >= 0, bytes.byte(before) <= 0x20 || bytes.byte(before) == UInt8(ascii: "\"") {
        before -= 1
      }
      guard index >= start, before >= 0 else { return .object }
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
        if !cues.isDisjoint(with: [.joining, .provision, .reason]) {
          begin = last.range.lowerBound
          index -= 1
          while index >= start, scan.events[index].range.lowerBound >= begin { index -= 1 }
          continue
        }
        if !cues.isDisjoint(with: [.dependent, .derived, CueSet.titles]) { return .dependent }
        if cues.contains(.within) { return .within }
        let mark = bytes.byte(before)
        return mark == UInt8(ascii: ",") || mark == UInt8(ascii: ":") ? .object : .dependent
      }
    }
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

  /// For each citation event in a range whether it stands in a chain behind another act
  /// (*sebagaimana telah diubah dengan*), and behind which one.
  func chained(_ events: Range<Int>) -> [Int: (base: Int, enacts: Bool)] {
    var chained: [Int: (base: Int, enacts: Bool)] = [:]
    var base: Int?
    var open: (base: Int, enacts: Bool)?
    var hasLink = false
    for index in events {
      switch scan.events[index].kind {
      case .item, .article, .paragraph, .stop:
        base = nil
        open = nil
      case .cue(let cues):
        if let base, isOutsideTitle(index) {
          if cues.contains(.amendedBy) { open = (base, false) }
          if cues.contains(.enactedBy) { open = (base, true) }
          if !cues.isDisjoint(with: [.repealed, .revoked]), !cues.contains(.amendedBy) {
            open = nil
          }
        }
        if cues.contains(.repealed) { base = nil }
      case .citation(let number):
        guard !scan.isNested[number] else { continue }
        if let link = open, !startsAnew(number, index, behind: link.base),
          !hasLink || isLinked(index)
        {
          chained[index] = link
          hasLink = true
          if link.enacts { open = nil }
        } else {
          base = number
          open = nil
          hasLink = false
        }
      }
    }
    return chained
  }

  /// Whether a word such as *dan* or *terakhir dengan* joins an act to the link before it.
  private func isLinked(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let last = scan.events[index - 1]
    return !last.cues.isDisjoint(with: [.joining, .dependent, .amendedBy])
      && isBlank(span(last.range.upperBound, scan.events[index].range.lowerBound))
  }

  /// Whether an act behind a chain is none of its links: it follows a semicolon, or it has a title
  /// of its own that is not that of an amendment.
  private func startsAnew(_ number: Int, _ event: Int, behind base: Int) -> Bool {
    let text = scan.text.bytes
    let bytes = text.span
    let begin = scan.extents[number].lowerBound
    var before = begin - 1
    while before >= 0, bytes.byte(before) <= 0x20 { before -= 1 }
    if bytes.byte(before) == UInt8(ascii: ";") { return true }
    let citation = scan.citations[number]
    if citation.year < scan.citations[base].year { return true }
    guard scan.events[event - 1].cues.contains(.joining),
      let about = citation.about
    else { return false }
    guard let cue = parser.phrases.match(bytes, at: about.byteRange.lowerBound) else { return true }
    return cue.value.isDisjoint(with: .titles)
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

  /// What chains say: the acts in them amend the act before them, or make it law.
  private mutating func readChains(_ events: Range<Int>, _ part: StatutePart) {
    let links = chained(events)
    for (index, link) in links.sorted(by: { $0.key < $1.key }) {
      guard case .citation(let number) = scan.events[index].kind,
        scan.citations[link.base].byteRange.lowerBound < scan.citations[number].byteRange.lowerBound
      else { continue }
      let clause = span(scan.extents[link.base].lowerBound, scan.extents[number].upperBound)
      add(link.enacts ? .enacts : .amends, from: number, to: link.base, part, clause: clause)
    }
  }
}
