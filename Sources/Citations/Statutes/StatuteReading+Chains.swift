import DomainPack

extension StatuteReading {
  /// What chains say: the acts in them amend the act before them, or make it law.
  mutating func readChains(_ events: Range<Int>, _ part: StatutePart) {
    let links = chained(events)
    for (index, link) in links.sorted(by: { $0.key < $1.key }) {
      guard case .citation(let number) = scan.events[index].kind,
        scan.citations[link.base].byteRange.lowerBound < scan.citations[number].byteRange.lowerBound
      else { continue }
      let clause = span(scan.extents[link.base].lowerBound, scan.extents[number].upperBound)
      if link.enacts {
        if makesLaw(scan.citations[number], of: link.base) {
          add(.enacts, from: number, to: link.base, part, clause: clause)
        }
      } else if let amended = amended(by: number, link.base) {
        add(.amends, from: number, to: amended, part, clause: clause)
      }
    }
  }

  /// The act that a link of a chain amends: the one that the chain is behind, else the last one of
  /// its title that ranks as the amending act does; nil if none does.
  ///
  /// Acts are amended by acts of their own rank
  /// ([Law 12 of 2011, article 7](https://peraturan.bpk.go.id/Details/39188/uu-no-12-tahun-2011)), so
  /// that *Peraturan Pemerintah … tentang Pelaksanaan Undang-undang … sebagaimana telah diubah dengan
  /// Undang-undang …* tells of the law in the title.
  private func amended(by number: Int, _ base: Int) -> Int? {
    if ranksAlike(number, base) { return base }
    let title = scan.extents[base]
    return (base + 1..<max(base + 1, number)).last { other in
      scan.isNested[other] && title.contains(scan.citations[other].byteRange.lowerBound)
        && ranksAlike(number, other) && scan.citations[other].key != scan.citations[number].key
    }
  }

  /// Whether two acts have the same rank; acts beside the hierarchy rank as any.
  private func ranksAlike(_ number: Int, _ other: Int) -> Bool {
    guard let first = rank(scan.citations[number]), let second = rank(scan.citations[other]) else {
      return true
    }
    return first == second
  }

  /// The place of an act in the hierarchy; nil for one beside it.
  private func rank(_ citation: Citation) -> Int? {
    citation.key(defaultPlace: statute.own.place).flatMap {
      parser.citations.grammar.kinds.rank(ofKey: $0)
    }
  }

  /// Whether an act can make another a law: it ranks as the other, which is of another kind.
  func makesLaw(_ citation: Citation, of object: Int) -> Bool {
    let other = scan.citations[object]
    guard let first = rank(citation), let second = rank(other) else { return false }
    return first == second && citation.kind != other.kind
  }

  /// For each citation event in a range whether it stands in a chain behind another act
  /// (*sebagaimana telah diubah dengan*), and behind which one.
  func chained(_ events: Range<Int>) -> [Int: (base: Int, enacts: Bool)] {
    var chained: [Int: (base: Int, enacts: Bool)] = [:]
    var base: Int?
    var last: Int?
    var open: (base: Int, enacts: Bool)?
    var opener = events.lowerBound
    var hasLink = false
    for index in events {
      switch scan.events[index].kind {
      case .item, .article, .paragraph, .stop:
        base = nil
        last = nil
        open = nil
      case .cue(let cues):
        if let base, isOutsideTitle(index) {
          if cues.contains(.amendedBy) { open = (base, false) }
          if cues.contains(.enactedBy) { open = (last ?? base, true) }
          if !cues.isDisjoint(with: [.amendedBy, .enactedBy]) { opener = index }
          if !cues.isDisjoint(with: [.repealed, .revoked]), !cues.contains(.amendedBy) {
            open = nil
          }
        }
        if cues.contains(.repealed) { base = nil }
      case .citation(let number):
        guard !scan.isNested[number] else { continue }
        if let link = open, !startsAnew(number, index, behind: link.base),
          link.enacts
            ? isDirect(index, behind: opener)
            : !hasLink || isLinked(number, behind: last) || isListed(number, behind: last)
        {
          chained[index] = link
          hasLink = true
          if link.enacts { open = nil }
        } else {
          base = number
          open = nil
          hasLink = false
        }
        last = number
      }
    }
    return chained
  }

  /// Whether no more than *dengan* or *berdasarkan* stands between the words that make an act law
  /// and the act that does it; the titles of such acts end with these words too.
  private func isDirect(_ index: Int, behind cue: Int) -> Bool {
    guard case .citation(let number) = scan.events[index].kind else { return false }
    let gap = span(scan.events[cue].range.upperBound, scan.extents[number].lowerBound)
    return isFilled(gap, with: [.dependent, .derived, .joining])
      && !scan.text.bytes[gap].contains(UInt8(ascii: ":"))
  }

  /// Whether words such as *dan* or *terakhir dengan*, and no others, join an act to the link before
  /// it.
  private func isLinked(_ number: Int, behind link: Int?) -> Bool {
    // An act of which articles are named is spoken of for itself.
    guard let link, scan.articlesBefore(number).isEmpty else { return false }
    let gap = span(scan.extents[link].upperBound, scan.extents[number].lowerBound)
    return !isBlank(gap) && isFilled(gap, with: [.joining, .dependent, .amendedBy])
  }

  /// Whether an act without a title of its own follows a link of its kind behind a comma: *sebagaimana
  /// telah diubah dengan Undang-Undang Darurat Nomor 28 Tahun 1950 (…), Undang-Undang Darurat Nomor 11
  /// Tahun 1951 (…)*.
  private func isListed(_ number: Int, behind link: Int?) -> Bool {
    guard let link else { return false }
    let gap = span(scan.extents[link].upperBound, scan.extents[number].lowerBound)
    return scan.citations[number].about == nil
      && scan.citations[number].kind == scan.citations[link].kind && isBlank(gap)
      && scan.text.bytes[gap].contains(UInt8(ascii: ","))
      && !scan.text.bytes[gap].contains(UInt8(ascii: ";"))
  }

  /// Whether an act behind a chain is none of its links: it follows a semicolon, or it has a title
  /// of its own that is not that of an amendment.
  private func startsAnew(_ number: Int, _ event: Int, behind base: Int) -> Bool {
    let text = scan.text.bytes
    let bytes = text.span
    let begin = scan.extents[number].lowerBound
    if bytes.lastByte(before: begin) == UInt8(ascii: ";") { return true }
    let citation = scan.citations[number]
    if citation.year < scan.citations[base].year { return true }
    guard scan.events[event - 1].cues.contains(.joining),
      let about = citation.about
    else { return false }
    guard let cue = parser.phrases.match(bytes, at: about.byteRange.lowerBound) else { return true }
    return cue.value.isDisjoint(with: .titles)
  }
}
