internal import RDF

/// Functions on numbers and on dates and times
/// ([SPARQL 1.1 §17.4.4](https://www.w3.org/TR/sparql11-query/#func-numerics),
/// [§17.4.5](https://www.w3.org/TR/sparql11-query/#func-date-time)).
extension FunctionContext {
  func callOnNumbers(
    _ function: BuiltInFunction, _ arguments: [Term]
  ) throws(ExpressionError) -> Term {
    let number = try TermOperators.number(of: arguments[0])
    let result =
      switch function {
      case .abs: number.absolute
      case .round: number.rounded
      case .ceil: number.ceiling
      case .floor: number.floor
      default: preconditionFailure("\(function.rawValue) is no function on numbers")
      }
    return .literal(XSDValue.number(result).literal())
  }

  func callOnTimes(
    _ function: BuiltInFunction, _ arguments: [Term]
  ) throws(ExpressionError) -> Term {
    guard case .dateTime(let time) = try TermOperators.value(of: arguments[0]) else {
      throw .wrongType
    }
    let part: Int?
    switch function {
    case .year: part = time.year
    case .month: part = time.month
    case .day: part = time.day
    case .hours: part = time.hours
    case .minutes: part = time.minutes
    case .seconds:
      guard let seconds = time.seconds else { throw .wrongType }
      return .literal(XSDValue.number(.decimal(seconds)).literal())
    case .timezone:
      guard let timezone = time.timezone else { throw .value(.missingTimezone) }
      return .literal(XSDValue.duration(timezone.duration).literal())
    case .tz: return .literal(Literal(time.tz))
    default: preconditionFailure("\(function.rawValue) is no function on dates and times")
    }
    guard let part else { throw .wrongType }
    return .literal(XSDValue.number(.integer(XSDInteger(Int64(part)))).literal())
  }
}
