/// The datatypes that share one representation.
extension XSDDatatype {
  init(_ kind: XSDDateTime.Kind) {
    self =
      switch kind {
      case .dateTime: .dateTime
      case .date: .date
      case .time: .time
      case .gYearMonth: .gYearMonth
      case .gYear: .gYear
      case .gMonthDay: .gMonthDay
      case .gDay: .gDay
      case .gMonth: .gMonth
      }
  }

  init(_ kind: XSDDuration.Kind) {
    self =
      switch kind {
      case .duration: .duration
      case .yearMonth: .yearMonthDuration
      case .dayTime: .dayTimeDuration
      }
  }

  /// The kind of date or time that values of this datatype are; nil for other datatypes.
  var dateTimeKind: XSDDateTime.Kind? {
    switch self {
    case .dateTime, .dateTimeStamp: .dateTime
    case .date: .date
    case .time: .time
    case .gYearMonth: .gYearMonth
    case .gYear: .gYear
    case .gMonthDay: .gMonthDay
    case .gDay: .gDay
    case .gMonth: .gMonth
    default: nil
    }
  }

  /// The kind of duration that values of this datatype are; nil for other datatypes.
  var durationKind: XSDDuration.Kind? {
    switch self {
    case .duration: .duration
    case .yearMonthDuration: .yearMonth
    case .dayTimeDuration: .dayTime
    default: nil
    }
  }

  /// Whether values of this datatype are numbers.
  package var isNumeric: Bool {
    switch self {
    case .decimal, .integer, .float, .double, .nonPositiveInteger, .negativeInteger,
      .nonNegativeInteger, .positiveInteger, .long, .int, .short, .byte, .unsignedLong,
      .unsignedInt, .unsignedShort, .unsignedByte:
      true
    case .string, .anyURI, .boolean, .dateTime, .dateTimeStamp, .date, .time, .gYearMonth, .gYear,
      .gMonthDay, .gDay, .gMonth, .duration, .yearMonthDuration, .dayTimeDuration, .hexBinary,
      .base64Binary:
      false
    }
  }
}
