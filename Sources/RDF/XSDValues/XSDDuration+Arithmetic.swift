/// Sums, multiples and ratios of durations
/// ([XPath Functions 3.1 §8.4](https://www.w3.org/TR/xpath-functions-31/#duration-arithmetic)).
///
/// They are defined within one of the two subtypes; what mixes months and seconds has no sum.
extension XSDDuration {
  /// The duration in the other direction.
  public static prefix func - (value: Self) -> Self {
    Self(unchecked: value.kind, months: -value.months, seconds: -value.seconds)
  }

  /// The sum of two durations of months or of two of seconds.
  ///
  /// - Throws: ``XSDError/noOperator`` for others, ``XSDError/overflow``.
  public func adding(_ other: Self) throws(XSDError) -> Self {
    guard kind == other.kind, kind != .duration else { throw .noOperator }
    let (months, overflow) = self.months.addingReportingOverflow(other.months)
    let seconds = self.seconds + other.seconds
    guard !overflow, months != .min, Self.holds(seconds) else { throw .overflow }
    return Self(unchecked: kind, months: months, seconds: seconds)
  }

  /// The difference of two durations of months or of two of seconds.
  ///
  /// - Throws: ``XSDError/noOperator`` for others, ``XSDError/overflow``.
  public func subtracting(_ other: Self) throws(XSDError) -> Self { try adding(-other) }

  /// A multiple: seconds exactly, months rounded to whole ones, halves up.
  ///
  /// A float or double counts as the shortest decimal that it is nearest to.
  /// - Throws: ``XSDError/noOperator`` for an `xsd:duration`, ``XSDError/notANumber`` and
  ///   ``XSDError/overflow``.
  public func multiplied(by factor: XSDNumber) throws(XSDError) -> Self {
    guard kind != .duration else { throw .noOperator }
    guard !factor.isNaN else { throw .notANumber }
    guard let factor = factor.asDecimal else { throw .overflow }
    return try scaled { $0 * factor }
  }

  /// A fraction: seconds with at least 18 digits, months rounded to whole ones, halves up.
  ///
  /// - Throws: ``XSDError/noOperator`` for an `xsd:duration`, ``XSDError/notANumber``,
  ///   ``XSDError/overflow`` for a divisor of 0 as for a result out of range.
  public func divided(by divisor: XSDNumber) throws(XSDError) -> Self {
    guard kind != .duration else { throw .noOperator }
    guard !divisor.isNaN else { throw .notANumber }
    guard let divisor = divisor.asDecimal else {
      return Self(unchecked: kind, months: 0, seconds: .zero)
    }
    guard !divisor.isZero else { throw .overflow }
    return try scaled { $0.dividedBy(divisor) ?? .zero }
  }

  /// How often another duration goes into this one, both of months or both of seconds.
  ///
  /// - Throws: ``XSDError/noOperator`` for others, ``XSDError/divisionByZero``.
  public func divided(by divisor: Self) throws(XSDError) -> XSDDecimal {
    guard kind == divisor.kind, kind != .duration else { throw .noOperator }
    let ratio =
      kind == .dayTime
      ? seconds.dividedBy(divisor.seconds)
      : XSDDecimal(XSDInteger(months)).dividedBy(XSDDecimal(XSDInteger(divisor.months)))
    guard let ratio else { throw .divisionByZero }
    return ratio
  }

  private func scaled(_ scale: (XSDDecimal) -> XSDDecimal) throws(XSDError) -> Self {
    guard kind == .yearMonth else { return try Self(seconds: scale(seconds)) }
    let months = scale(XSDDecimal(XSDInteger(self.months))).roundedHalfUp
    guard let months = months.int64 else { throw .overflow }
    return try Self(months: months)
  }
}
