/// A value of `xsd:dateTime`, `xsd:date`, `xsd:time` or of one of the five types that name a part of
/// the calendar, such as `xsd:gYear`
/// ([XSD 1.1 Part 2 §D.2](https://www.w3.org/TR/xmlschema11-2/#d-t-values)).
///
/// The calendar is the proleptic Gregorian one with a year 0; years run from −99,999,999,999 to
/// 99,999,999,999. `==` is identity: the same reading of the same kind of clock in the same time
/// zone; ``compare(_:_:implicitTimezone:)`` compares in time.
public struct XSDDateTime: Hashable, Sendable {
  /// The datatypes of dates and times.
  public enum Kind: Sendable, CaseIterable {
    /// `xsd:dateTime`, with its subtype `xsd:dateTimeStamp`.
    case dateTime
    /// `xsd:date`.
    case date
    /// `xsd:time`.
    case time
    /// `xsd:gYearMonth`.
    case gYearMonth
    /// `xsd:gYear`.
    case gYear
    /// `xsd:gMonthDay`.
    case gMonthDay
    /// `xsd:gDay`.
    case gDay
    /// `xsd:gMonth`.
    case gMonth

    var hasYear: Bool { hasYearAndDay || self == .gYear || self == .gYearMonth }
    var hasMonth: Bool { self != .time && self != .gYear && self != .gDay }
    var hasDay: Bool { hasYearAndDay || self == .gMonthDay || self == .gDay }
    var hasTime: Bool { self == .dateTime || self == .time }
    private var hasYearAndDay: Bool { self == .dateTime || self == .date }
  }

  /// Which of the datatypes the value belongs to.
  public let kind: Kind
  /// The time zone; nil where none is given.
  public let timezone: XSDTimezone?
  /// What a clock in the value's time zone shows, as seconds since 1970-01-01T00:00:00 there.
  ///
  /// What the datatype lacks is filled in the same way in all its values
  /// ([XSD 1.1 Part 2 §E.3.4](https://www.w3.org/TR/xmlschema11-2/#vp-dt-timeOnTimeline)): the
  /// leap year 1972, December, the last day of the month, midnight.
  let clock: Int64
  /// The fraction of the second, from 0 and less than 1.
  let fraction: XSDDecimal

  init(
    unchecked kind: Kind, clock: Int64, fraction: XSDDecimal = .zero, timezone: XSDTimezone?
  ) {
    self.kind = kind
    self.clock = clock
    self.fraction = fraction
    self.timezone = timezone
  }

  /// A value of a kind with the parts of a date and a time that the kind has; nil beyond the years.
  init?(
    _ kind: Kind, date: GregorianDate, secondOfDay: Int64 = 0, fraction: XSDDecimal = .zero,
    timezone: XSDTimezone?
  ) {
    guard GregorianDate.years.contains(date.year) else { return nil }
    var date = date
    if !kind.hasYear { date.year = 1972 }
    if !kind.hasMonth { date.month = 12 }
    if !kind.hasDay { date.day = GregorianDate.daysInMonth(date.month, of: date.year) }
    self.init(
      unchecked: kind, clock: date.dayNumber * 86_400 + (kind.hasTime ? secondOfDay : 0),
      fraction: kind.hasTime ? fraction : .zero, timezone: timezone)
  }

  var date: GregorianDate { GregorianDate(dayNumber: clock.dividedDown(by: 86_400).quotient) }

  var secondOfDay: Int64 { clock.dividedDown(by: 86_400).remainder }

  /// The year, negative before the year 0; nil in datatypes without one.
  public var year: Int? { kind.hasYear ? Int(date.year) : nil }

  /// The month, 1 … 12; nil in datatypes without one.
  public var month: Int? { kind.hasMonth ? date.month : nil }

  /// The day of the month, 1 … 31; nil in datatypes without one.
  public var day: Int? { kind.hasDay ? date.day : nil }

  /// The hour, 0 … 23; nil in datatypes without one.
  public var hours: Int? { kind.hasTime ? Int(secondOfDay / 3_600) : nil }

  /// The minute, 0 … 59; nil in datatypes without one.
  public var minutes: Int? { kind.hasTime ? Int(secondOfDay / 60 % 60) : nil }

  /// The second with its fraction, from 0 and less than 60; nil in datatypes without one.
  public var seconds: XSDDecimal? {
    kind.hasTime ? XSDDecimal(XSDInteger(secondOfDay % 60)) + fraction : nil
  }

  /// The time zone as SPARQL's `TZ` gives it; empty where there is none.
  public var tz: String { timezone?.canonicalForm ?? "" }

  /// The value in another datatype; nil if that asks for a part that this one lacks
  /// ([XPath Functions 3.1 §19.1.5](https://www.w3.org/TR/xpath-functions-31/#casting-to-datetimes)).
  public func cast(to target: Kind) -> Self? {
    if target == kind { return self }
    switch (kind, target) {
    case (.dateTime, _), (.date, .dateTime), (.date, .gYearMonth), (.date, .gYear),
      (.date, .gMonthDay), (.date, .gDay), (.date, .gMonth):
      return Self(
        target, date: date, secondOfDay: secondOfDay, fraction: fraction, timezone: timezone)
    default:
      return nil
    }
  }
}
