import TestSupport

/// Random lexical forms, with a liking for the ends of months, days and ranges.
enum RandomXSD {
  /// An `xsd:dateTime` near 2000 or far from it, with or without a time zone.
  static func dateTime(_ generator: inout SeededGenerator) -> String {
    date(&generator) + "T" + time(&generator) + timezone(&generator)
  }

  /// An `xsd:date` without a time zone.
  static func date(_ generator: inout SeededGenerator) -> String {
    let year =
      switch generator.below(4) {
      case 0: generator.below(20_000) - 10_000
      case 1: generator.below(200_000_000) * 400 - 40_000_000_000
      default: 1_996 + generator.below(10)
      }
    let month = 1 + generator.below(12)
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    let day = generator.below(2) == 0 ? length : 1 + generator.below(length)
    return (year < 0 ? "-" : "") + padded(abs(year), 4) + "-" + padded(month, 2) + "-"
      + padded(day, 2)
  }

  /// An `xsd:time` without a time zone.
  static func time(_ generator: inout SeededGenerator) -> String {
    guard generator.below(20) > 0 else { return "24:00:00" }
    let second = generator.below(3) == 0 ? 0 : generator.below(86_400)
    let text = [second / 3_600, second / 60 % 60, second % 60].map { padded($0, 2) }
      .joined(separator: ":")
    return text + fraction(&generator)
  }

  /// An offset, `Z`, or nothing.
  static func timezone(_ generator: inout SeededGenerator) -> String {
    let minutes = generator.below(841)
    return switch generator.below(3) {
    case 0: ""
    case 1: "Z"
    default:
      ["+", "-"][generator.below(2)] + padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2)
    }
  }

  /// An `xsd:dayTimeDuration`.
  static func dayTime(_ generator: inout SeededGenerator) -> String {
    let bound = [10, 100_000, 4_000_000_000][generator.below(3)]
    let days = generator.below(bound)
    let sign = ["", "-"][generator.below(2)]
    return "\(sign)P\(days)DT\(generator.below(90_000))\(fraction(&generator))S"
  }

  /// An `xsd:yearMonthDuration`.
  static func yearMonth(_ generator: inout SeededGenerator) -> String {
    ["", "-"][generator.below(2)] + "P\(generator.below(3_000))Y\(generator.below(30))M"
  }

  /// Nothing, or a point and up to 25 digits.
  private static func fraction(_ generator: inout SeededGenerator) -> String {
    guard generator.below(2) == 0 else { return "" }
    return "." + (0..<1 + generator.below(25)).map { _ in String(generator.below(10)) }.joined()
  }

  private static func padded(_ number: Int, _ length: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, length - digits.count)) + digits
  }
}
