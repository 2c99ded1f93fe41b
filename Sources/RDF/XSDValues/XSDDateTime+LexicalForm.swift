/// Reading and writing of dates and times.
extension XSDDateTime {
  /// The value that a lexical form stands for; nil if it is none
  /// ([XSD 1.1 Part 2 §D.3](https://www.w3.org/TR/xmlschema11-2/#rf-lexicalMappings-datetime)).
  ///
  /// - Throws: ``XSDError/overflow`` for a year of more than eleven digits.
  public init?(lexicalForm text: Span<UInt8>, kind: Kind) throws(XSDError) {
    var at = 0
    var date = GregorianDate(year: 1972, month: 12, day: 31)
    var overflows = false
    if kind.hasYear {
      guard let year = Self.readYear(text, at: &at) else { return nil }
      // Whether the rest is a lexical form matters more than the size of the year.
      overflows = !GregorianDate.years.contains(year)
      date.year = overflows ? 2000 + year % 400 : year
    } else if kind != .time {
      guard text.skip("-", at: &at) else { return nil }
    }
    if kind.hasMonth {
      guard text.skip("-", at: &at), let month = text.readDigits(2, at: &at),
        (1...12).contains(month)
      else { return nil }
      date.month = month
    } else if kind == .gDay {
      guard text.skip("-", at: &at) else { return nil }
    }
    if kind.hasDay {
      let length = GregorianDate.daysInMonth(date.month, of: date.year)
      guard text.skip("-", at: &at), let day = text.readDigits(2, at: &at),
        (1...length).contains(day)
      else { return nil }
      date.day = day
    }
    if kind == .dateTime, !text.skip("T", at: &at) { return nil }
    var time = (secondOfDay: Int64(0), fraction: XSDDecimal.zero)
    if kind.hasTime {
      guard let read = Self.readTime(text, at: &at) else { return nil }
      time = read
    }
    var timezone: XSDTimezone?
    if at < text.count {
      guard let read = XSDTimezone(text, at: &at), at == text.count else { return nil }
      timezone = read
    }
    if time.secondOfDay == 86_400 {
      // 24:00:00 is the midnight that ends the day.
      time.secondOfDay = 0
      if kind == .dateTime { date = GregorianDate(dayNumber: date.dayNumber + 1) }
    }
    guard !overflows,
      let value = Self(
        kind, date: date, secondOfDay: time.secondOfDay, fraction: time.fraction,
        timezone: timezone)
    else { throw .overflow }
    self = value
  }

  /// `yearFrag`: at least four digits, no leading zero in more; out of ``GregorianDate/years`` if
  /// it does not fit 64 bits.
  private static func readYear(_ text: Span<UInt8>, at offset: inout Int) -> Int64? {
    let isNegative = text.skip("-", at: &offset)
    let start = offset
    offset = text.endOfDigits(from: start)
    guard offset - start == 4 || (offset - start > 4 && text[start] != UInt8(ascii: "0")) else {
      return nil
    }
    if let year = text.readInt64(start..<offset) { return isNegative ? -year : year }
    // The last four digits tell whether it is a leap year.
    let last = text.readInt64(offset - 4..<offset) ?? 0
    let huge = 1_000_000_000_000_000 + last
    return isNegative ? -huge : huge
  }

  /// `hh:mm:ss(.s+)?`, up to `24:00:00`.
  private static func readTime(
    _ text: Span<UInt8>, at offset: inout Int
  ) -> (secondOfDay: Int64, fraction: XSDDecimal)? {
    guard let hours = text.readDigits(2, at: &offset), text.skip(":", at: &offset),
      let minutes = text.readDigits(2, at: &offset), minutes < 60, text.skip(":", at: &offset),
      let seconds = text.readDigits(2, at: &offset), seconds < 60
    else { return nil }
    var fraction = XSDDecimal.zero
    if text.skip(".", at: &offset) {
      let start = offset
      offset = text.endOfDigits(from: start)
      guard offset > start else { return nil }
      fraction = XSDDecimal(fraction: text.extracting(start..<offset))
    }
    let total = Int64(hours * 3_600 + minutes * 60 + seconds)
    guard total < 86_400 || (total == 86_400 && fraction.isZero && hours == 24) else { return nil }
    return (total, fraction)
  }

  /// The canonical form: the time zone as given, `Z` for UTC, no zeros behind the seconds
  /// ([XSD 1.1 Part 2 §E.3.6](https://www.w3.org/TR/xmlschema11-2/#sec-dt-canfragmaps)).
  public var canonicalForm: String {
    var text = ""
    let date = date
    if kind.hasYear {
      if date.year < 0 { text.append("-") }
      text.appendDigits(abs(date.year), atLeast: 4)
    } else if kind != .time {
      text.append("-")
    }
    if kind.hasMonth {
      text.append("-")
      text.appendDigits(Int64(date.month), atLeast: 2)
    } else if kind == .gDay {
      text.append("-")
    }
    if kind.hasDay {
      text.append("-")
      text.appendDigits(Int64(date.day), atLeast: 2)
    }
    if kind == .dateTime { text.append("T") }
    if kind.hasTime {
      text.appendDigits(secondOfDay / 3_600, atLeast: 2)
      text.append(":")
      text.appendDigits(secondOfDay / 60 % 60, atLeast: 2)
      text.append(":")
      text.appendDigits(secondOfDay % 60, atLeast: 2)
      fraction.writeFraction(to: &text)
    }
    timezone?.write(to: &text)
    return text
  }
}
