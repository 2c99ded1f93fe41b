/// A day of the proleptic Gregorian calendar with a year 0, as XSD counts
/// ([XSD 1.1 Part 2 §D.2.1](https://www.w3.org/TR/xmlschema11-2/#theSevenPropertyModel)).
struct GregorianDate {
  var year: Int64
  /// 1 … 12.
  var month: Int
  /// 1 … the length of the month.
  var day: Int

  /// The years that are reckoned with: their seconds fit 64 bits, with room for every sum of one.
  static let years: ClosedRange<Int64> = -99_999_999_999...99_999_999_999

  init(year: Int64, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that is this many days after 1 January 1970.
  init(dayNumber: Int64) {
    // In years that begin in March the leap day is the last, and 400 years have 146,097 days.
    let (era, dayOfEra) = (dayNumber + 719_468).dividedDown(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
    year = era * 400 + yearOfEra + (month < 3 ? 1 : 0)
  }

  /// Days since 1 January 1970.
  var dayNumber: Int64 {
    let (era, yearOfEra) = (month < 3 ? year - 1 : year).dividedDown(by: 400)
    let monthFromMarch = Int64(month < 3 ? month + 9 : month - 3)
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  static func daysInMonth(_ month: Int, of year: Int64) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The same day so many months later, or the last of that month if it is shorter; nil beyond
  /// ``years``.
  func adding(months: Int64) -> GregorianDate? {
    let (total, overflow) = (year * 12 + Int64(month - 1)).addingReportingOverflow(months)
    let (year, monthFromZero) = total.dividedDown(by: 12)
    guard !overflow, Self.years.contains(year) else { return nil }
    let month = Int(monthFromZero) + 1
    return GregorianDate(
      year: year, month: month, day: min(day, Self.daysInMonth(month, of: year)))
  }
}

extension Int64 {
  /// Quotient, rounded down, and the remainder, which is never negative.
  ///
  /// - Precondition: `divisor` is positive.
  func dividedDown(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
