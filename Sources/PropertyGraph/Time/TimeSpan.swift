/// A stretch of time whose ends may be open.
public struct TimeSpan: Hashable, Sendable {
  /// The first day; nil where it is open or unknown.
  public var first: CalendarDay?
  /// The last day; nil where it is open or unknown.
  public var last: CalendarDay?

  /// A stretch of time.
  public init(first: CalendarDay?, last: CalendarDay?) {
    self.first = first
    self.last = last
  }

  /// The stretch that a date or an interval names; nil for anything else.
  ///
  /// Dates are years, months, days and moments of XML Schema and of
  /// [EDTF level 0](https://www.loc.gov/standards/datetime/), with the signs `?`, `~` and `%` of
  /// level 1 passed over; intervals are two of them with `/` between, an end being open where it
  /// is empty or `..`.
  public init?(_ text: String) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    switch ends.count {
    case 1:
      guard let days = Self.days(ends[0]) else { return nil }
      self.init(first: days.first, last: days.last)
    case 2:
      let (from, to) = (Self.end(ends[0]), Self.end(ends[1]))
      guard let from, let to, from.first != nil || to.last != nil else { return nil }
      if let first = from.first, let last = to.last, last < first { return nil }
      self.init(first: from.first, last: to.last)
    default: return nil
    }
  }

  private static func end(_ text: Substring) -> TimeSpan? {
    if text.isEmpty || text == ".." { return TimeSpan(first: nil, last: nil) }
    return days(text).map { TimeSpan(first: $0.first, last: $0.last) }
  }

  private static func days(_ text: Substring) -> (first: CalendarDay, last: CalendarDay)? {
    var rest = text.prefix { $0 != "T" && $0 != "Z" && $0 != "+" }
    while let sign = rest.last, "?~%".contains(sign) { rest.removeLast() }
    let isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
    guard let digits = parts.first, digits.count >= 4, digits.count <= 9,
      digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let magnitude = Int(digits)
    else { return nil }
    let year = isNegative ? -magnitude : magnitude
    func two(_ part: Substring, _ range: ClosedRange<Int>) -> Int? {
      guard part.utf8.count == 2, part.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let value = Int(part),
        range.contains(value)
      else { return nil }
      return value
    }
    guard parts.count > 1 else {
      return (
        CalendarDay(year: year, month: 1, day: 1), CalendarDay(year: year, month: 12, day: 31)
      )
    }
    guard let month = two(parts[1], 1...12) else { return nil }
    let length = CalendarDay.dayCount(year: year, month: month)
    guard parts.count > 2 else {
      return (
        CalendarDay(year: year, month: month, day: 1),
        CalendarDay(year: year, month: month, day: length)
      )
    }
    // A time zone may follow: `2017-08-31-07:00`.
    guard let day = two(parts[2], 1...length) else { return nil }
    let date = CalendarDay(year: year, month: month, day: day)
    return (date, date)
  }

  /// Whether any day of the stretch lies in these years.
  public func touches(_ years: ClosedRange<Int>) -> Bool {
    (first?.year ?? .min) <= years.upperBound && (last?.year ?? .max) >= years.lowerBound
  }

  /// The days that both have; nil if there are none.
  public func intersected(with other: TimeSpan) -> TimeSpan? {
    let first = [first, other.first].compactMap(\.self).max()
    let last = [last, other.last].compactMap(\.self).min()
    if let first, let last, last < first { return nil }
    return TimeSpan(first: first, last: last)
  }
}
