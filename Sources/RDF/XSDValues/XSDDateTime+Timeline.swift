/// Dates and times on the time line.
extension XSDDateTime {
  /// The `xsd:dateTime` of an instant on a clock in a time zone; `NOW` needs it
  /// ([SPARQL 1.1 §17.4.5.1](https://www.w3.org/TR/sparql11-query/#func-now)).
  ///
  /// - Throws: ``XSDError/overflow`` beyond the years that are reckoned with.
  public init(
    secondsSince1970 seconds: XSDDecimal, in timezone: XSDTimezone = .utc
  ) throws(XSDError) {
    let epoch = Self(unchecked: .dateTime, clock: 0, timezone: .utc)
    self = try epoch.adding(XSDDuration(seconds: seconds)).adjusted(to: timezone)
  }

  /// How the first value stands to the second in time.
  ///
  /// Values without a time zone are taken to be in the implicit one. Without that, they stand in a
  /// definite order to one with a time zone only if every time zone, 14 hours either way, gives the
  /// same answer ([XSD 1.1 Part 2 §3.3.7.4](https://www.w3.org/TR/xmlschema11-2/#dateTime-order)).
  /// Values of different datatypes are ``XSDComparison/disjoint``.
  public static func compare(
    _ left: Self, _ right: Self, implicitTimezone: XSDTimezone? = nil
  ) -> XSDComparison {
    guard left.kind == right.kind else { return .disjoint }
    switch (left.timezone ?? implicitTimezone, right.timezone ?? implicitTimezone) {
    case (let a?, let b?): return XSDComparison(order(left, in: a, right, in: b))
    case (nil, nil): return XSDComparison(order(left, in: .utc, right, in: .utc))
    case (let a?, nil):
      if order(left, in: a, right, in: .first) == .less { return .less }
      return order(left, in: a, right, in: .last) == .greater ? .greater : .indeterminate
    case (nil, let b?):
      if order(left, in: .last, right, in: b) == .less { return .less }
      return order(left, in: .first, right, in: b) == .greater ? .greater : .indeterminate
    }
  }

  private static func order(
    _ left: Self, in a: XSDTimezone, _ right: Self, in b: XSDTimezone
  ) -> XSDOrder {
    let (first, second) = (left.instant(in: a), right.instant(in: b))
    return first == second ? XSDOrder(left.fraction, right.fraction) : XSDOrder(first, second)
  }

  /// Seconds since 1970-01-01T00:00:00Z, without the fraction.
  private func instant(in timezone: XSDTimezone) -> Int64 { clock - Int64(timezone.minutes) * 60 }

  /// The time from an earlier value of the same datatype, one of `xsd:dateTime`, `xsd:date` and
  /// `xsd:time` ([XPath Functions 3.1 §9.7](https://www.w3.org/TR/xpath-functions-31/#dateTime-arithmetic)).
  ///
  /// - Throws: ``XSDError/noOperator`` for other datatypes; ``XSDError/missingTimezone`` if only one
  ///   of the values has a time zone and there is no implicit one.
  public func subtracting(
    _ earlier: Self, implicitTimezone: XSDTimezone? = nil
  ) throws(XSDError) -> XSDDuration {
    guard kind == earlier.kind, kind.isReckonedWith else { throw .noOperator }
    let zones: (XSDTimezone, XSDTimezone)
    switch (timezone ?? implicitTimezone, earlier.timezone ?? implicitTimezone) {
    case (let a?, let b?): zones = (a, b)
    case (nil, nil): zones = (.utc, .utc)
    case (nil, _?), (_?, nil): throw .missingTimezone
    }
    let whole = instant(in: zones.0) - earlier.instant(in: zones.1)
    return try XSDDuration(
      seconds: XSDDecimal(XSDInteger(whole)) + (fraction - earlier.fraction))
  }

  /// The value so much later: first the months, to the last day of a month that is too short, then
  /// the seconds
  /// ([XSD 1.1 Part 2 §E.3.3](https://www.w3.org/TR/xmlschema11-2/#vp-dt-dateTimePlusDuration)).
  ///
  /// A date moves from its midnight to the day in which that ends; a time goes round the clock.
  /// - Throws: ``XSDError/noOperator`` for a datatype but `xsd:dateTime`, `xsd:date` and `xsd:time`,
  ///   and for a time with months; ``XSDError/overflow``.
  public func adding(_ duration: XSDDuration) throws(XSDError) -> Self {
    guard kind.isReckonedWith, kind != .time || duration.kind == .dayTime else {
      throw .noOperator
    }
    var clock = clock
    if duration.months != 0 {
      guard let moved = date.adding(months: duration.months) else { throw .overflow }
      clock = moved.dayNumber * 86_400 + secondOfDay
    }
    var fraction = fraction + duration.seconds
    let whole = fraction.floor
    fraction = fraction - XSDDecimal(whole)
    guard let seconds = whole.int64 else { throw .overflow }
    let (sum, overflow) = clock.addingReportingOverflow(seconds)
    guard !overflow else { throw .overflow }
    return try reading(clock: sum, fraction: fraction, timezone: timezone)
  }

  /// The value so much earlier; see ``adding(_:)``.
  ///
  /// - Throws: what ``adding(_:)`` throws.
  public func subtracting(_ duration: XSDDuration) throws(XSDError) -> Self {
    try adding(-duration)
  }

  /// The same instant on a clock in another time zone, or without one
  /// ([XPath Functions 3.1 §9.6](https://www.w3.org/TR/xpath-functions-31/#func-adjust-dateTime-to-timezone)).
  ///
  /// A value without a time zone gets the new one, and keeps its reading. A date moves with its
  /// midnight.
  /// - Throws: ``XSDError/noOperator`` for a datatype but `xsd:dateTime`, `xsd:date` and `xsd:time`;
  ///   ``XSDError/overflow``.
  public func adjusted(to target: XSDTimezone?) throws(XSDError) -> Self {
    guard kind.isReckonedWith else { throw .noOperator }
    let shift =
      if let timezone, let target { Int64(target.minutes - timezone.minutes) * 60 } else {
        Int64(0)
      }
    return try reading(clock: clock + shift, fraction: fraction, timezone: target)
  }

  /// A value of the same kind whose clock shows this, as far as the kind shows it.
  private func reading(
    clock: Int64, fraction: XSDDecimal, timezone: XSDTimezone?
  ) throws(XSDError) -> Self {
    let (dayNumber, secondOfDay) = clock.dividedDown(by: 86_400)
    guard
      let value = Self(
        kind, date: GregorianDate(dayNumber: dayNumber), secondOfDay: secondOfDay,
        fraction: fraction, timezone: timezone)
    else { throw .overflow }
    return value
  }
}

extension XSDDateTime.Kind {
  /// Whether durations are added to values of this datatype.
  fileprivate var isReckonedWith: Bool { self == .dateTime || self == .date || self == .time }
}
