import DomainPack

extension CitationParser {
  /// The short references to acts in a text.
  ///
  /// What is a citation is none: neither the kind in *Undang-Undang Nomor 23 Tahun 2014 tersebut* nor
  /// that in a title. A wrong name of a kind makes none.
  ///
  /// - Parameter text: UTF-8 of one block, repaired.
  /// - Returns: the references in text order, none overlapping another.
  /// - Complexity: O(bytes).
  public func shortCitations(in text: [UInt8]) -> [ShortCitation] {
    let text = text.span
    var found: [ShortCitation] = []
    var offset = 0
    while offset < text.count {
      guard text.isWordStart(offset) else {
        offset += 1
        continue
      }
      if let short = short(text, at: offset) {
        found.append(short)
        offset = short.byteRange.upperBound
      } else {
        offset = text.endOfLetters(offset)
      }
    }
    return found
  }

  private func short(_ text: Span<UInt8>, at start: Int) -> ShortCitation? {
    if let before = grammar.referenceBefore.match(text, at: start),
      let name = kind(text, at: text.skippingSpace(before.end)), !isNumbered(text, name.end)
    {
      return short(name.kind, start..<name.end, isOwn: before.value)
    }
    guard let name = kind(text, at: start) else { return nil }
    let next = text.skippingSpace(name.end)
    guard next > name.end, let after = grammar.referenceAfter.match(text, at: next) else {
      return nil
    }
    return short(name.kind, start..<after.end, isOwn: after.value)
  }

  private func short(_ kind: RegulationKind?, _ range: Range<Int>, isOwn: Bool) -> ShortCitation {
    ShortCitation(
      byteRange: range, kind: kind?.code, isOfAnyIssuer: kind?.issue == .unnamed, isOwn: isOwn)
  }

  /// The kind, or the word for any, that begins at an offset; of two the longer name counts.
  private func kind(_ text: Span<UInt8>, at start: Int) -> (kind: RegulationKind?, end: Int)? {
    let any = grammar.anyKind.end(text, at: start)
    guard let match = grammar.kindName(text, at: start), match.end >= any ?? 0,
      !match.value.isMisnomer
    else { return any.map { (nil, $0) } }
    let name = match.value.name
    // The word that points tells what longer names in small letters are: *the said law*.
    guard
      !name.needsCapitals || name.text.utf8.count > 2
        || CitationGrammar.hasCapitals(of: name.text, text, start..<match.end)
    else { return any.map { (nil, $0) } }
    return (grammar.kinds.kinds[match.value.kind], match.end)
  }

  /// Whether a number follows a kind, so that it is a citation.
  private func isNumbered(_ text: Span<UInt8>, _ end: Int) -> Bool {
    let next = text.skippingSpace(end)
    return text.isDigit(next) || grammar.number.end(text, at: next) != nil
  }
}
