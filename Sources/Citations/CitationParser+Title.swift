extension CitationParser {
  /// Titles longer than this are cut off here; in bytes.
  private static var longestTitle: Int { 600 }

  /// The title that follows a citation: up to the closing quotation mark, the gazette reference or
  /// the end of the clause.
  func title(_ text: Span<UInt8>, at start: Int) -> Citation.Title? {
    let offset = text.skippingSpace(start, and: ",")
    guard let word = grammar.about.end(text, at: offset) else { return nil }
    let begin = text.skippingSpace(word, and: ":")
    if let quote = Quote(text, at: begin),
      let close = quote.close(
        text, from: begin + quote.width, limit: begin + Self.longestTitle)
    {
      return title(text, begin + quote.width..<close)
    }
    return title(text, begin..<endOfTitle(text, from: begin))
  }

  private func title(_ text: Span<UInt8>, _ range: Range<Int>) -> Citation.Title? {
    var end = range.upperBound
    while end > range.lowerBound,
      text.byte(end - 1) <= 0x20 || text.byte(end - 1) == UInt8(ascii: ",")
    { end -= 1 }
    guard end > range.lowerBound else { return nil }
    var bytes: [UInt8] = []
    for offset in range.lowerBound..<end {
      let byte = text[offset]
      if byte == UInt8(ascii: "*") { continue }
      if byte > 0x20 { bytes.append(byte) } else if bytes.last != 0x20 { bytes.append(0x20) }
    }
    return Citation.Title(
      text: String(decoding: bytes, as: UTF8.self), byteRange: range.lowerBound..<end)
  }

  /// The end of a title without quotation marks.
  private func endOfTitle(_ text: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset < min(text.count, start + Self.longestTitle) {
      if text.isWordStart(offset) {
        if endsTitle(text, word: offset) || isPlainWord(text, offset, behind: start) {
          return offset
        }
        if let word = grammar.number.end(text, at: offset) {
          // The dot of `No. 22` ends no sentence.
          offset = text.skippingSpace(word, and: ".:")
          continue
        }
        offset = text.endOfLetters(offset)
        continue
      }
      switch text[offset] {
      case UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "\""):
        return offset
      case UInt8(ascii: ".") where text.byte(offset + 1) <= 0x20 || offset + 1 == text.count:
        return offset
      case UInt8(ascii: "-") where text.byte(offset - 1) == 0x20 && text.byte(offset + 1) == 0x20:
        return offset
      case 0xE2 where Quote.isTypographic(text, offset) || Quote.isDash(text, offset):
        return offset
      case UInt8(ascii: "\n") where text.byte(offset + 1) == UInt8(ascii: "\n"):
        return offset
      case UInt8(ascii: "("):
        guard let close = bracketWithinTitle(text, at: offset) else { return offset }
        offset = close
      case UInt8(ascii: ","):
        let next = text.skippingSpace(offset + 1)
        guard continuesTitle(text, behindComma: next) else { return offset }
        offset = next
      default:
        offset += 1
      }
    }
    while offset < text.count, offset > start, text[offset] & 0xC0 == 0x80 { offset -= 1 }
    return min(offset, text.count)
  }

  /// Whether a word ends the title: a word of the list in small letters with none in capitals behind
  /// it (*yang memberikan*, not *yang Bersih*), a phrase of the list, an article, or *dan* with
  /// another act or article behind it.
  private func endsTitle(_ text: Span<UInt8>, word offset: Int) -> Bool {
    if let end = grammar.aboutEnd.end(text, at: offset) {
      let next = text.skippingSpace(end)
      let isPhrase = text.endOfLetters(offset) < end
      return isPhrase
        || !text.isCapital(offset)
          && (!text.isCapital(next) || grammar.kindName(text, at: next) != nil)
    }
    if let article = grammar.article.end(text, at: offset) {
      return text.isDigit(text.skippingSpace(article))
    }
    guard let and = grammar.and.end(text, at: offset) else { return false }
    let next = text.skippingSpace(and, and: ".")
    return grammar.kindName(text, at: next) != nil || grammar.number.end(text, at: next) != nil
      || grammar.article.end(text, at: next) != nil || grammar.item.end(text, at: next) != nil
  }

  /// Whether a word in small letters goes on with the sentence behind a title written in capitals.
  private func isPlainWord(_ text: Span<UInt8>, _ offset: Int, behind start: Int) -> Bool {
    offset > start && text.isCapital(start) && !text.isCapital(offset) && !text.isDigit(offset)
      && text.byte(offset - 1) <= 0x20
      && grammar.aboutSmall.end(text, at: offset) == nil
      && grammar.kindName(text, at: offset) == nil && grammar.number.end(text, at: offset) == nil
      && grammar.year.end(text, at: offset) == nil && grammar.and.end(text, at: offset) == nil
  }

  /// A title goes on behind a comma with a capital, or with *dan* and a capital.
  private func continuesTitle(_ text: Span<UInt8>, behindComma offset: Int) -> Bool {
    if grammar.kindName(text, at: offset) != nil || grammar.gazette.end(text, at: offset) != nil
      || grammar.article.end(text, at: offset) != nil
    {
      return false
    }
    if text.isCapital(offset) { return true }
    guard let and = grammar.and.end(text, at: offset) else { return false }
    let next = text.skippingSpace(and)
    return text.isCapital(next) && grammar.kindName(text, at: next) == nil
  }

  /// The end of a bracket that belongs to the title; nil for a gazette reference, for a source in
  /// brackets (which holds a year) and for one that does not close.
  private func bracketWithinTitle(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard grammar.gazette.end(text, at: text.skippingSpace(start + 1)) == nil else { return nil }
    var offset = start + 1
    while offset < min(text.count, start + 120) {
      if text[offset] == UInt8(ascii: ")") { return offset + 1 }
      if text.isDigit(offset) { return nil }
      offset += 1
    }
    return nil
  }
}

/// An opening quotation mark and the marks that close it.
private struct Quote {
  /// Bytes of the mark.
  var width: Int
  private var isDouble: Bool

  init?(_ text: Span<UInt8>, at offset: Int) {
    if text.byte(offset) == UInt8(ascii: "\"") {
      width = 1
      isDouble = true
    } else if text.byte(offset) == UInt8(ascii: "'") {
      width = 1
      isDouble = false
    } else if Self.isTypographic(text, offset) {
      width = 3
      isDouble = text.byte(offset + 2) >= 0x9C
    } else {
      return nil
    }
  }

  /// Whether one of ‘ ’ ‚ ‛ “ ” „ ‟ (U+2018 to U+201F) begins here.
  static func isTypographic(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    text.byte(offset) == 0xE2 && text.byte(offset + 1) == 0x80
      && (0x98...0x9F).contains(text.byte(offset + 2))
  }

  /// Whether an en dash or an em dash begins here.
  static func isDash(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    text.byte(offset) == 0xE2 && text.byte(offset + 1) == 0x80
      && (0x93...0x94).contains(text.byte(offset + 2))
  }

  /// Where the closing mark stands; nil if none does before the limit.
  func close(_ text: Span<UInt8>, from start: Int, limit: Int) -> Int? {
    var offset = start
    while offset < min(text.count, limit) {
      if text[offset] == (isDouble ? UInt8(ascii: "\"") : UInt8(ascii: "'")),
        !text.isLetter(offset + 1)
      {
        return offset
      }
      if Self.isTypographic(text, offset), (text.byte(offset + 2) >= 0x9C) == isDouble {
        return offset
      }
      offset += 1
    }
    return nil
  }
}
