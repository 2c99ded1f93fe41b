extension StatuteReading {
  /// What stands between the title block and the enacting word: reasons and legal bases.
  ///
  /// The words that open the two are often lost in copies of two columns: then what begins with
  /// *bahwa* is a reason, and the acts listed behind the last reason are the bases.
  mutating func readPreamble(_ range: Range<Int>, basis: Int?) {
    let links = chained(range)
    var hasReason = false
    for item in items(range) {
      let isBehindMark = basis.map { item.lowerBound >= $0 || item.contains($0) } ?? false
      let reason = item.first { scan.events[$0].cues.contains(.reason) && isOutsideTitle($0) }
      if let reason, !isBehindMark || !namesAct(item.lowerBound..<reason) {
        hasReason = true
        readImplemented(reason..<item.upperBound)
        readReplaced(reason..<item.upperBound)
      } else if isBehindMark {
        readBases(max(item.lowerBound, basis ?? 0)..<item.upperBound, links)
      } else if basis == nil, hasReason, namesActFirst(item) {
        readBases(item, links)
      }
      readRepeals(item, links)
    }
  }

  /// `Dengan mencabut Peraturan Pemerintah …`, which old acts say behind their legal bases.
  private mutating func readRepeals(
    _ item: Range<Int>, _ links: [Int: (base: Int, enacts: Bool)]
  ) {
    let text = scan.text.bytes
    for index in item
    where scan.events[index].cues.contains(.repealing) && isOutsideTitle(index)
      && text.span.isCapital(scan.events[index].range.lowerBound)
    {
      readActive(.repeals, at: index, from: index, item, links, .enacting)
    }
  }

  private func namesAct(_ range: Range<Int>) -> Bool {
    range.contains { index in
      if case .citation = scan.events[index].kind { true } else { false }
    }
  }

  /// Whether an item begins with an act or an article of one.
  private func namesActFirst(_ item: Range<Int>) -> Bool {
    for index in item {
      switch scan.events[index].kind {
      case .citation: return true
      case .cue(let cues):
        guard cues.contains(.provision) || cues.contains(.joining) else { return false }
      case .item, .stop, .article, .paragraph: continue
      }
    }
    return false
  }

  /// The legal bases: the acts that an item names, without those in titles and chains.
  private mutating func readBases(
    _ item: Range<Int>, _ links: [Int: (base: Int, enacts: Bool)]
  ) {
    let clause = span(beginning(ofClauseAt: item.lowerBound), end(ofEvents: item))
    // From left to right, so that what an act needs to know of the one before it is known.
    var parts: [Int: ListPart] = [:]
    for index in item {
      guard case .citation(let number) = scan.events[index].kind else { continue }
      let part = self.part(of: index, number, from: item.lowerBound, behind: parts)
      parts[index] = part
      guard !scan.isNested[number], links[index] == nil, part.isBasis else { continue }
      add(.basedOn, to: number, .legalBasis, clause: clause)
    }
  }

  /// What an act among the legal bases is.
  private struct ListPart {
    /// Whether it goes on with a list of acts of which the first one is no basis.
    var goesOn: Bool
    /// Whether it is a basis itself.
    var isBasis: Bool
  }

  /// What an act among the legal bases is, those before it in its item being known.
  private func part(
    of index: Int, _ number: Int, from start: Int, behind known: [Int: ListPart]
  ) -> ListPart {
    let goesOn = goesOnWithList(index, number, from: start, behind: known)
    return ListPart(goesOn: goesOn, isBasis: !goesOn && standsAlone(index, number, from: start))
  }

  /// Whether no word before an act makes it part of what is said of another.
  private func standsAlone(_ index: Int, _ number: Int, from start: Int) -> Bool {
    let begin = scan.extents[number].lowerBound
    guard
      let before = (start..<index).last(where: { scan.events[$0].range.upperBound <= begin })
    else { return true }
    let last = scan.events[before]
    if last.cues.contains(.legalBasis) { return true }
    guard isBlank(min(last.range.upperBound, begin)..<begin) else { return true }
    let cues = last.cues
    guard !cues.contains(.joining), !cues.contains(.within) else { return true }
    return cues.isDisjoint(
      with: [
        .dependent, .derived, .titleFiller, .amendedBy, .enactedBy, .amending, .repealing,
        CueSet.titles,
      ])
  }

  /// Whether an act goes on with a list of acts of which the first one is no basis, in a title or
  /// behind *diubah dengan*: *tentang Penetapan Undang-Undang Darurat Nomor 4 Tahun 1956 (Lembaran
  /// Negara …), Undang-Undang Darurat Nomor 5 Tahun 1956 …*.
  private func goesOnWithList(
    _ index: Int, _ number: Int, from start: Int, behind known: [Int: ListPart]
  ) -> Bool {
    var begin = scan.extents[number].lowerBound
    for event in stride(from: index - 1, through: start, by: -1) {
      let before = scan.events[event]
      if case .citation(let other) = before.kind {
        let end = scan.extents[other].upperBound
        let isListed =
          end <= begin && isBlank(end..<begin)
          && !scan.text.bytes[end..<begin].contains(UInt8(ascii: ";"))
        guard isListed, scan.citations[other].kind == scan.citations[number].kind else {
          return false
        }
        guard let part = known[event] else { return scan.isNested[other] }
        return scan.isNested[other] || part.goesOn
          || scan.citations[number].about == nil && !part.isBasis
      }
      guard before.range.lowerBound < begin else { continue }
      guard before.cues.contains(.joining), isBlank(span(before.range.upperBound, begin)) else {
        // What stands in the brackets of a gazette reference is passed over.
        if (0..<number).contains(where: { scan.extents[$0].contains(before.range.lowerBound) }) {
          continue
        }
        return false
      }
      begin = before.range.lowerBound
    }
    return false
  }

  /// The stretches between the marks of a list.
  func items(_ range: Range<Int>) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = range.lowerBound
    for index in range {
      if case .item = scan.events[index].kind, index > start {
        items.append(start..<index)
        start = index
      }
    }
    if start < range.upperBound { items.append(start..<range.upperBound) }
    return items
  }

  /// `untuk melaksanakan ketentuan Pasal 12 Undang-undang Nomor 22 Tahun 1999 dan Pasal …`.
  private mutating func readImplemented(_ item: Range<Int>) {
    let clause = span(beginning(ofClauseAt: item.lowerBound), end(ofEvents: item))
    for index in item
    where scan.events[index].cues.contains(.implementing) && isOutsideTitle(index) {
      var before = scan.events[index].range.upperBound
      var isFirst = true
      let links = chained(index..<item.upperBound)
      for event in index + 1..<item.upperBound {
        guard case .citation(let number) = scan.events[event].kind, !scan.isNested[number] else {
          continue
        }
        let begin = scan.extents[number].lowerBound
        if links[event] != nil {
          before = scan.extents[number].upperBound
          continue
        }
        let between: CueSet =
          isFirst ? [.filler, .joining] : [.filler, .joining, .implementing, .amendedBy]
        guard begin >= before, isFilled(before..<begin, with: between) else { break }
        add(.implements, to: number, .considering, clause: clause, isReason: true)
        isFirst = false
        before = scan.extents[number].upperBound
      }
    }
  }

  /// `bahwa Undang-undang … tidak sesuai lagi … sehingga perlu diganti`.
  private mutating func readReplaced(_ item: Range<Int>) {
    let cues = item.reduce(into: CueSet()) { cues, index in
      if isOutsideTitle(index) { cues.formUnion(scan.events[index].cues) }
    }
    guard cues.contains(.toReplace) || cues.isSuperset(of: [.guideline, .unfit]) else { return }
    let clause = span(beginning(ofClauseAt: item.lowerBound), end(ofEvents: item))
    let links = chained(item)
    let verb = item.first { scan.events[$0].cues.contains(.toReplace) }
    for index in item {
      guard case .citation(let number) = scan.events[index].kind, !scan.isNested[number],
        links[index] == nil, scan.citations[number].key != statute.own.key
      else { continue }
      let isObject: Bool
      if let verb, index > verb {
        let range = span(scan.events[verb].range.upperBound, scan.extents[number].lowerBound)
        isObject = isFilled(range, with: [.filler])
      } else {
        isObject = role(at: index, from: item.lowerBound) == .object
      }
      if isObject, scan.citations[number].articles.isEmpty {
        add(.replaces, to: number, .considering, clause: clause, isReason: true)
      }
    }
  }
}
