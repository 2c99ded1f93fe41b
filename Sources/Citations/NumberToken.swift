import DomainPack

/// The number of an act as it stands in a text: `23`, `8A`, `193/1652/PUOD`, `19 Prp`.
struct NumberToken {
  /// What stands between the slashes, upper case.
  var components: [String]
  /// Code of the kind that a mark such as `Prp` tells.
  var code: String?
  var range: Range<Int>
  var repair: CitationRepair?

  /// A year that the number itself holds: the last part, or in a long number any part.
  func ownYear() -> Year? {
    guard components.count >= 2, let last = components.last else { return nil }
    if let year = Year.value(last) { return Year(value: year, end: range.upperBound) }
    if components.count == 2 {
      guard code == nil, let short = Year.shortValue(last), components[0].allSatisfy(\.isNumber)
      else { return nil }
      return Year(value: short, end: range.upperBound, repair: .shortYear(written: last))
    }
    return components.dropFirst().compactMap(Year.value).last.map {
      Year(value: $0, end: range.upperBound)
    }
  }

  /// The number as it stands in the key, `-` between its parts.
  func number(kind: RegulationKind, year: Int) -> String {
    var parts = components
    if parts.count > 1, let last = parts.last,
      Year.value(last) == year || (last.count == 2 && Int(last) == year % 100)
    {
      parts.removeLast()
    }
    if kind.number == .leading { parts = [parts[0]] }
    if parts.count == 1 {
      let stripped = parts[0].drop { $0 == "0" }
      return stripped.isEmpty ? parts[0] : String(stripped)
    }
    return parts.joined(separator: "-")
  }
}

/// A year as it stands in a text.
struct Year {
  /// Common era.
  var value: Int
  /// Behind the last digit.
  var end: Int
  var repair: CitationRepair?

  /// The years in which an act may have been issued.
  static let possible = 1800...2099

  /// The year that four digits stand for.
  static func value(_ text: String) -> Int? {
    guard text.utf8.count == 4, let year = Int(text), possible.contains(year) else { return nil }
    return year
  }

  /// The year that two digits stand for: 1945 to 2029.
  static func shortValue(_ text: String) -> Int? {
    guard text.utf8.count == 2, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let digits = Int(text)
    else { return nil }
    if digits >= 45 { return 1900 + digits }
    return digits < 30 ? 2000 + digits : nil
  }
}

extension CitationParser {
  /// Numbers longer than this are none; in bytes.
  private static var longestNumber: Int { 64 }

  /// The number at an offset.
  ///
  /// Without a number word only plain digits begin one.
  func numberToken(
    _ text: Span<UInt8>, at start: Int, kind: RegulationKind, hasWord: Bool
  ) -> NumberToken? {
    guard text.isAlphanumeric(start), hasWord || text.isDigit(start) else { return nil }
    if hasWord, let token = brokenNumber(text, at: start) { return token }
    var parts: [Range<Int>] = []
    var code: String?
    var end = start
    var offset = start
    while parts.count < 10, offset - start < Self.longestNumber {
      let part = offset..<endOfPart(text, from: offset)
      guard !part.isEmpty else { break }
      parts.append(part)
      end = part.upperBound
      if let mark = suffix(text, at: end) {
        code = mark.value
        end = mark.end
      }
      let slash = text.skippingSpace(end)
      guard text.byte(slash) == UInt8(ascii: "/"), slash - end <= 1 else { break }
      offset = text.skippingSpace(slash + 1)
      if let mark = grammar.suffixes.match(text, at: offset) {
        code = mark.value
        end = mark.end
        guard text.byte(end) == UInt8(ascii: "/") else { break }
        offset = end + 1
      }
      if grammar.year.end(text, at: offset) != nil { break }
    }
    guard let first = parts.first,
      !text.isAlphanumeric(end) || grammar.year.end(text, at: end) != nil,
      var token = checked(text, first: first, parts: parts, kind: kind, hasWord: hasWord)
    else { return nil }
    token.code = code
    token.range = start..<end
    return token
  }

  /// A number with a gap in it and the year word behind it, `2 1 Tahun`: a scanner's gap.
  private func brokenNumber(_ text: Span<UInt8>, at start: Int) -> NumberToken? {
    let middle = text.endOfDigits(start)
    guard middle > start, middle - start <= 2, text.byte(middle) == 0x20,
      text.byte(start) != UInt8(ascii: "0")
    else { return nil }
    let end = text.endOfDigits(middle + 1)
    guard end > middle + 1, end - middle <= 3, text.byte(end) == 0x20,
      grammar.year.end(text, at: end + 1) != nil
    else { return nil }
    let written = text.string(start..<end)
    var token = NumberToken(
      components: [written.filter { $0 != " " }], range: start..<end)
    token.repair = .digits(written: written)
    return token
  }

  /// The mark that follows a number, with a space or a dot before it: `19 Prp.`.
  private func suffix(_ text: Span<UInt8>, at end: Int) -> PhraseTrie<String>.Match? {
    guard var mark = grammar.suffixes.match(text, at: text.skippingSpace(end, and: ".,-")) else {
      return nil
    }
    if text.byte(mark.end) == UInt8(ascii: ".") { mark.end += 1 }
    return mark
  }

  /// The end of the letters, digits, dots and hyphens up to a slash, a space, or a word of the
  /// citation that was written without a space.
  private func endOfPart(_ text: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset - start < Self.longestNumber {
      if text.isAlphanumeric(offset) {
        if text.isWordStart(offset), offset > start,
          grammar.year.end(text, at: offset) != nil
            || grammar.suffixes.match(text, at: offset) != nil
            || grammar.dated.end(text, at: offset) != nil
        {
          return offset
        }
        offset += 1
      } else if offset > start,
        text.byte(offset) == UInt8(ascii: ".") || text.byte(offset) == UInt8(ascii: "-"),
        text.isAlphanumeric(offset + 1), grammar.year.end(text, at: offset + 1) == nil,
        grammar.suffixes.match(text, at: offset + 1) == nil
      {
        offset += 1
      } else {
        break
      }
    }
    return offset
  }

  /// The token if its first part is a number: digits, digits with a letter, digits as a scanner
  /// misreads them, a Roman numeral where the kind or a slash expects one, or a code with a digit.
  private func checked(
    _ text: Span<UInt8>, first: Range<Int>, parts: [Range<Int>], kind: RegulationKind, hasWord: Bool
  ) -> NumberToken? {
    var components = parts.map { text.string($0).uppercased() }
    let token = NumberToken(components: components, range: first)
    let digits = first.lowerBound..<text.endOfDigits(first.lowerBound)
    if digits == first {
      let isSound = first.count <= 6 && !first.allSatisfy { text[$0] == UInt8(ascii: "0") }
      return isSound ? token : nil
    }
    let isRomanNumeral = first.count <= 8 && first.allSatisfy { isRoman(text[$0]) }
    if isRomanNumeral, kind.numerals == .roman || parts.count > 1 { return token }
    let hasPunctuation = first.contains { !text.isAlphanumeric($0) }
    if let read = scannedDigits(text, first), !hasPunctuation,
      hasWord || text.isDigit(first.lowerBound),
      first.count <= 4, !read.hasPrefix("0")
    {
      var repaired = token
      components[0] = read
      repaired.components = components
      repaired.repair = .digits(written: text.string(first))
      return repaired
    }
    if digits.count > 0, digits.count <= 4, digits.upperBound + 1 == first.upperBound {
      return token
    }
    let hasDigit = parts.contains { part in part.contains { text.isDigit($0) } }
    return hasWord && hasDigit && (hasPunctuation || parts.count > 1) ? token : nil
  }

  /// Digits as scanners misread them: `2Ol2`; nil if another letter stands among them.
  func scannedDigits(_ text: Span<UInt8>, _ range: Range<Int>) -> String? {
    var digits = ""
    for offset in range {
      switch text[offset] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.unicodeScalars.append(Unicode.Scalar(text[offset]))
      case UInt8(ascii: "O"), UInt8(ascii: "o"), UInt8(ascii: "C"), UInt8(ascii: "Q"):
        digits += "0"
      case UInt8(ascii: "I"), UInt8(ascii: "l"), UInt8(ascii: "i"), UInt8(ascii: "L"): digits += "1"
      case UInt8(ascii: "Z"), UInt8(ascii: "z"): digits += "2"
      case UInt8(ascii: "S"), UInt8(ascii: "s"): digits += "5"
      default: return nil
      }
    }
    return digits
  }
}
