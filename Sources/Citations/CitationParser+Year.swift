extension CitationParser {
  /// A year behind its word (`Tahun 2014`, `of 2014`) or at the end of a date
  /// (`tanggal 26 April 1993`).
  func writtenYear(_ text: Span<UInt8>, at start: Int) -> Year? {
    if let word = grammar.year.end(text, at: start) {
      return year(text, at: text.skippingSpace(word, and: ".,:^"))
    }
    guard let word = grammar.dated.end(text, at: start) else { return nil }
    return yearOfDate(text, from: word)
  }

  /// The four digits of a date, within 40 bytes: `26 April 1993`, `26-4-1993`.
  private func yearOfDate(_ text: Span<UInt8>, from start: Int) -> Year? {
    var offset = start
    while offset < min(text.count, start + 40) {
      if text.isDigit(offset) {
        let end = text.endOfDigits(offset)
        if end - offset == 4, let value = text.integer(offset..<end), Year.possible.contains(value)
        {
          return Year(value: value, end: end)
        }
        guard end - offset <= 2 else { return nil }
        offset = end
      } else if text[offset] == UInt8(ascii: ";") || text[offset] == UInt8(ascii: ")") {
        return nil
      } else {
        offset += 1
      }
    }
    return nil
  }

  /// Four digits, two digits of the last century, or four as a scanner misreads them (`2C 14`).
  func year(_ text: Span<UInt8>, at start: Int) -> Year? {
    let end = text.endOfDigits(start)
    if end - start == 4, !isPartOfNumber(text, at: end), let value = text.integer(start..<end) {
      return Year.possible.contains(value) ? Year(value: value, end: end) : nil
    }
    if let scanned = scannedYear(text, at: start) { return scanned }
    guard end - start == 2, !text.isLetter(end), let value = text.integer(start..<end), value >= 45,
      !isPartOfNumber(text, at: end)
    else { return nil }
    return Year(
      value: 1900 + value, end: end, repair: .shortYear(written: text.string(start..<end)))
  }

  /// Whether the digits before the offset go on as a number or a range of years.
  private func isPartOfNumber(_ text: Span<UInt8>, at end: Int) -> Bool {
    switch text.byte(end) {
    case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ","):
      text.isDigit(end + 1)
    default: false
    }
  }

  /// Four signs, one gap among them at most, two of them digits, that stand for a year after 1900.
  private func scannedYear(_ text: Span<UInt8>, at start: Int) -> Year? {
    var signs: [UInt8] = []
    var offset = start
    var digits = 0
    var gaps = 0
    while signs.count < 4 {
      if text.isAlphanumeric(offset) {
        if text.isDigit(offset) { digits += 1 }
        signs.append(text[offset])
        offset += 1
      } else {
        guard text.byte(offset) == 0x20, gaps == 0, !signs.isEmpty else { return nil }
        gaps += 1
        offset += 1
      }
    }
    guard digits >= 2, !text.isAlphanumeric(offset),
      let read = scannedDigits(signs.span, 0..<4), let value = Int(read),
      1900...2099 ~= value
    else { return nil }
    return Year(value: value, end: offset, repair: .digits(written: text.string(start..<offset)))
  }
}
