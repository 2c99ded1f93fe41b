import DomainPack

extension CitationParser {
  /// How number and year are written.
  enum NumberForm: Hashable {
    /// With a number word and a year word or a date: `Nomor 23 Tahun 2014`.
    case words
    /// Anything shorter: `23/2014`, `No. 23/2014`, `23 Tahun 2014`.
    case short
  }

  /// The number and the year of one act.
  struct NumberAndYear {
    /// As it stands in the key.
    var number: String
    var year: Int
    /// Code of the kind that a mark behind the number tells.
    var code: String?
    var range: Range<Int>
    var form: NumberForm
    var repair: CitationRepair?
  }

  /// Number, year, and what a date or the number itself tells of it.
  private struct Run {
    var tokens: [NumberToken]
    var year: Year
    var end: Int
    var form: NumberForm
  }

  /// The numbers and years behind a kind: one, or a list such as `22 dan 25 Tahun 1999`.
  func numbers(_ text: Span<UInt8>, at start: Int, kind: RegulationKind) -> [NumberAndYear]? {
    guard let first = yearFirst(text, at: start, kind: kind) ?? run(text, at: start, kind: kind)
    else { return nil }
    var result = acts(first, kind: kind)
    var end = first.end
    while result.count < 32, let next = separator(text, at: end),
      let more = run(text, at: next, kind: kind)
    {
      result += acts(more, kind: kind)
      end = more.end
    }
    return result
  }

  private func acts(_ run: Run, kind: RegulationKind) -> [NumberAndYear] {
    run.tokens.enumerated().map { position, token in
      let isLast = position == run.tokens.count - 1
      return NumberAndYear(
        number: token.number(kind: kind, year: run.year.value), year: run.year.value,
        code: token.code,
        range: token.range.lowerBound..<(isLast ? run.end : token.range.upperBound),
        form: run.form, repair: token.repair ?? run.year.repair)
    }
  }

  /// `Tahun 1947 Nomor 22`, `tanggal 26 April 1993 Nomor 193`.
  private func yearFirst(_ text: Span<UInt8>, at start: Int, kind: RegulationKind) -> Run? {
    let offset = text.skippingSpace(start)
    guard let year = writtenYear(text, at: offset),
      let word = grammar.number.end(text, at: text.skippingSpace(year.end, and: ",")),
      let token = numberToken(
        text, at: text.skippingSpace(word, and: ".,:"), kind: kind, hasWord: true)
    else { return nil }
    return Run(tokens: [token], year: year, end: token.range.upperBound, form: .words)
  }

  /// Numbers that share a year.
  private func run(_ text: Span<UInt8>, at start: Int, kind: RegulationKind) -> Run? {
    var tokens: [NumberToken] = []
    var hasWord = false
    var offset = text.skippingSpace(start)
    while tokens.count < 16 {
      let place = text.skippingSpace(offset, and: tokens.isEmpty ? ",:." : "")
      if let word = grammar.number.end(text, at: place) {
        hasWord = true
        offset = text.skippingSpace(word, and: ".,:")
      } else if tokens.isEmpty, text.byte(offset) == UInt8(ascii: "."), text.isDigit(place),
        text.skippingSpace(offset + 1) == place
      {
        // `UU. 12/2011`
        offset = place
      }
      guard let token = numberToken(text, at: offset, kind: kind, hasWord: hasWord) else {
        return nil
      }
      tokens.append(token)
      let end = token.range.upperBound
      if let year = writtenYear(text, at: text.skippingSpace(end, and: ".,/")) {
        return Run(tokens: tokens, year: year, end: year.end, form: hasWord ? .words : .short)
      }
      if let year = token.ownYear() {
        return Run(tokens: tokens, year: year, end: end, form: .short)
      }
      guard let next = separator(text, at: end) else { return nil }
      offset = next
    }
    return nil
  }
}
