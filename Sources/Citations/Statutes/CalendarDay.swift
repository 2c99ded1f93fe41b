/// A day of the Gregorian calendar, without time.
struct CalendarDay: Hashable, CustomStringConvertible {
  var year: Int
  var month: Int
  var day: Int

  /// A day; nil if the calendar has none such.
  init?(year: Int, month: Int, day: Int) {
    guard 1...12 ~= month, day >= 1, day <= Self.days(month, of: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A day written as `1999-05-07`; nil for other texts.
  init?(_ text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  /// `1999-05-07`.
  var description: String {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func days(_ month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The day some days (`D`), weeks (`W`), months (`M`) or years (`Y`) later.
  ///
  /// In a shorter month it is the last day; nil for another unit and for a negative number.
  func adding(_ count: Int, _ unit: String) -> CalendarDay? {
    guard count >= 0 else { return nil }
    var result = self
    switch unit {
    case "D", "W":
      for _ in 0..<(unit == "W" ? count * 7 : count) {
        result.day += 1
        if result.day > Self.days(result.month, of: result.year) {
          result.day = 1
          result.month += 1
          if result.month > 12 {
            result.month = 1
            result.year += 1
          }
        }
      }
    case "M", "Y":
      let months = result.month - 1 + (unit == "Y" ? count * 12 : count)
      result.year += months / 12
      result.month = months % 12 + 1
      result.day = min(result.day, Self.days(result.month, of: result.year))
    default:
      return nil
    }
    return result
  }
}
