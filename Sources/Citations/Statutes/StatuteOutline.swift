/// Where the parts of a regulation stand among the events of its text.
struct StatuteOutline {
  /// Position among the citations of the one that names the act itself; nil if none does.
  var own: Int?
  /// The events between the title block and the enacting word: reasons and legal bases.
  var preamble: Range<Int>
  /// The event that opens the legal bases; nil if the copy lost it.
  var basis: Int?
  /// The events of the title in the heading of the explanation, where the copy lost the title block;
  /// nil where it has one, or nothing explains it.
  var explainedTitle: Range<Int>?
  /// Events of each part, in text order.
  var parts: [(part: StatutePart, events: Range<Int>)] = []

  /// Longest title block, in bytes.
  private static let longestHead = 4000
  /// Longest title in the heading of an explanation, in bytes.
  private static let longestTitle = 1000

  /// Finds the parts; nil if the text is no regulation, or names none and is not named otherwise.
  init?(_ scan: StatuteScan, isNamed: Bool) {
    let events = scan.events
    let bytes = scan.text.bytes.span
    let title = Self.titleBlock(scan)
    let named = title ?? Self.explained(scan)
    guard named != nil || isNamed else { return nil }
    own = named
    let first =
      events.firstIndex { event in
        if case .citation(let number) = event.kind { number == named } else { false }
      } ?? 0
    // A copy without a title block is named by its explanation, which stands at its end.
    let head = title != nil ? first + 1 : 0
    if title == nil, named != nil { explainedTitle = Self.title(at: first, scan) }
    func opens(_ cue: CueSet, from start: Int) -> Int? {
      (start..<events.count).first { index in
        events[index].cues.contains(cue)
          && (Self.isOpening(events[index].range, scan, bytes) || Self.leads(index, scan)
            // In capitals the word stands for itself, wherever a copy has put it.
            || cue == .enacting && Self.isLarge(events[index].range, scan))
      }
    }
    let considering = opens(.considering, from: head)
    basis = opens(.legalBasis, from: considering ?? head)
    let enacting =
      opens(.enacting, from: basis ?? considering ?? head)
      ?? opens(.establishing, from: basis ?? considering ?? head)
    let body =
      ((enacting ?? basis ?? considering ?? head)..<events.count).first { index in
        if case .article = events[index].kind { true } else { false }
      } ?? events.count
    let ends = Self.closing(scan, from: body < events.count ? body : enacting ?? head)
    guard considering != nil || basis != nil || enacting != nil || ends.isPublished else {
      return nil
    }
    let end = min(enacting ?? body, ends.closing)
    let reason =
      (head..<max(head, end)).first { events[$0].cues.contains(.reason) } ?? end
    let start = min(considering ?? basis ?? reason, reason, end)
    preamble = start..<end
    if let found = basis, !preamble.contains(found) { basis = nil }
    var marks: [(StatutePart, Int)] = [(.head, 0)]
    if let basis, basis > start {
      marks += [(.considering, start), (.legalBasis, basis)]
    } else {
      marks.append((basis == nil ? .considering : .legalBasis, start))
    }
    if let enacting { marks.append((.enacting, enacting)) }
    marks += [(.body, body), (.closing, ends.closing), (.elucidation, ends.elucidation)]
    for (position, mark) in marks.enumerated() {
      let next = position + 1 < marks.count ? marks[position + 1].1 : events.count
      if mark.1 < next { parts.append((mark.0, mark.1..<next)) }
    }
  }

  /// The first act named at the beginning of the text in capitals or as the beginning of a heading
  /// or paragraph; an act that a sentence names is not the text's own.
  private static func titleBlock(_ scan: StatuteScan) -> Int? {
    let bytes = scan.text.bytes.span
    for (number, citation) in scan.citations.enumerated() {
      let start = citation.byteRange.lowerBound
      guard start < longestHead, !isWithinTitle(start, scan) else { return nil }
      let letters = (start..<citation.byteRange.upperBound).filter { bytes.isLetter($0) }.prefix(12)
      if letters.count > 2, letters.allSatisfy({ bytes.isCapital($0) }) { return number }
      let block = scan.text.block(at: start)
      switch scan.text.blocks[block].kind {
      case .item: return nil
      case .heading, .other: if scan.text.blocks[block].start == start { return number }
      }
    }
    return nil
  }

  /// Whether a title begins before a place in its block: the act named there is the one changed by
  /// an act whose own number cannot be read.
  private static func isWithinTitle(_ place: Int, _ scan: StatuteScan) -> Bool {
    let start = scan.text.blocks[scan.text.block(at: place)].start
    return scan.events.contains { event in
      start..<place ~= event.range.lowerBound
        && !event.cues.isDisjoint(with: [.reason, CueSet.titles])
    }
  }

  /// The act that the official explanation names in its heading.
  private static func explained(_ scan: StatuteScan) -> Int? {
    let bytes = scan.text.bytes.span
    for index in 0..<scan.events.count - 1
    where scan.events[index].cues.contains(.elucidation) && isLarge(scan.events[index].range, scan)
    {
      let gap = scan.events[index].range.upperBound..<scan.events[index + 1].range.lowerBound
      if case .citation(let number) = scan.events[index + 1].kind,
        !gap.contains(where: { bytes.isLetter($0) })
      {
        return number
      }
    }
    return nil
  }

  /// The events of a title from that of its act on: up to the end of a sentence, an article or an item.
  private static func title(at first: Int, _ scan: StatuteScan) -> Range<Int> {
    let end = scan.events[first].range.lowerBound + longestTitle
    let last = (first + 1..<scan.events.count).first { index in
      switch scan.events[index].kind {
      case .article, .paragraph, .item, .stop: true
      case .cue, .citation: scan.events[index].range.lowerBound > end
      }
    }
    return first..<(last ?? scan.events.count)
  }

  /// Whether a word opens a part: it has a capital, and a colon follows it or it begins a block.
  private static func isOpening(
    _ range: Range<Int>, _ scan: StatuteScan, _ bytes: Span<UInt8>
  ) -> Bool {
    guard bytes.isCapital(range.lowerBound) else { return false }
    let next = bytes.skippingSpace(range.upperBound, and: "-;.")
    if bytes.byte(next) == UInt8(ascii: ":") { return true }
    let block = scan.text.block(at: range.lowerBound)
    return scan.text.blocks[block].start == range.lowerBound
      && (next >= scan.text.range(ofBlock: block).upperBound
        || bytes.byte(range.upperBound) <= 0x20)
  }

  /// Whether a word in the middle of a line opens a part: a reason or a legal basis follows it.
  private static func leads(_ index: Int, _ scan: StatuteScan) -> Bool {
    let bytes = scan.text.bytes.span
    let event = scan.events[index]
    guard index + 1 < scan.events.count, bytes.isCapital(event.range.lowerBound) else {
      return false
    }
    let next = scan.events[index + 1]
    let gap = event.range.upperBound..<max(event.range.upperBound, next.range.lowerBound)
    guard !gap.contains(where: { bytes.isLetter($0) && bytes.isLetter($0 + 1) }) else {
      return false
    }
    if event.cues.contains(.considering) { return next.cues.contains(.reason) }
    guard event.cues.contains(.legalBasis), bytes.isCapital(next.range.lowerBound) else {
      return false
    }
    if case .citation = next.kind { return true }
    return next.cues.contains(.provision)
  }

  /// The events at which the closing and the elucidation begin, and whether the act orders its
  /// publication.
  private static func closing(
    _ scan: StatuteScan, from start: Int
  ) -> (closing: Int, elucidation: Int, isPublished: Bool) {
    let events = scan.events
    let bytes = scan.text.bytes.span
    let elucidation =
      (start..<events.count).first { index in
        events[index].cues.contains(.elucidation) && isLarge(events[index].range, scan)
      } ?? events.count
    let capitals = (start..<elucidation).filter { bytes.isCapital(events[$0].range.lowerBound) }
    // Articles may hold the words of these formulas too; the formula of publication is the surer one.
    if let published = capitals.last(where: { events[$0].cues.contains(.publishing) }) {
      return (published, elucidation, true)
    }
    let dated = capitals.first { index in
      !events[index].cues.isDisjoint(with: [.enacted, .promulgated]) && isDated(scan, from: index)
    }
    return (dated ?? elucidation, elucidation, false)
  }

  /// Whether the word for a day stands close behind: `Disahkan di Jakarta pada tanggal 7 Mei 1999`.
  private static func isDated(_ scan: StatuteScan, from index: Int) -> Bool {
    let end = scan.events[index].range.upperBound
    var next = index + 1
    while next < scan.events.count, scan.events[next].range.lowerBound < end + 60 {
      if scan.events[next].cues.contains(.day) { return true }
      next += 1
    }
    return false
  }

  /// Whether a word is written in capitals.
  private static func isLarge(_ range: Range<Int>, _ scan: StatuteScan) -> Bool {
    let bytes = scan.text.bytes.span
    return bytes.isCapital(range.lowerBound) && bytes.isCapital(range.lowerBound + 1)
      && bytes.isCapital(range.upperBound - 1)
  }
}
