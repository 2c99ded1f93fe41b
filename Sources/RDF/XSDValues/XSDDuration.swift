/// A value of `xsd:duration` or of one of its two subtypes
/// ([XSD 1.1 Part 2 §3.3.6](https://www.w3.org/TR/xmlschema11-2/#duration)): months, whose length
/// varies, and seconds.
///
/// `==` also tells the datatypes apart; ``compare(_:_:)`` does not.
public struct XSDDuration: Hashable, Sendable {
  /// The datatypes of durations.
  public enum Kind: Sendable {
    /// `xsd:duration`: months and seconds.
    case duration
    /// `xsd:yearMonthDuration`: months only.
    case yearMonth
    /// `xsd:dayTimeDuration`: seconds only.
    case dayTime
  }

  /// Which of the three datatypes the value belongs to.
  public let kind: Kind
  /// The months, twelve for a year; negative in negative durations.
  public let months: Int64
  /// The seconds, 86,400 for a day; negative in negative durations.
  ///
  /// They fit 64 bits but for their fraction.
  public let seconds: XSDDecimal

  init(unchecked kind: Kind, months: Int64, seconds: XSDDecimal) {
    self.kind = kind
    self.months = months
    self.seconds = seconds
  }

  /// An `xsd:yearMonthDuration`.
  ///
  /// - Throws: ``XSDError/overflow`` for `Int64.min`.
  public init(months: Int64) throws(XSDError) {
    guard months != .min else { throw .overflow }
    self.init(unchecked: .yearMonth, months: months, seconds: .zero)
  }

  /// An `xsd:dayTimeDuration`.
  ///
  /// - Throws: ``XSDError/overflow`` if the whole seconds do not fit 64 bits.
  public init(seconds: XSDDecimal) throws(XSDError) {
    guard Self.holds(seconds) else { throw .overflow }
    self.init(unchecked: .dayTime, months: 0, seconds: seconds)
  }

  static func holds(_ seconds: XSDDecimal) -> Bool {
    guard let whole = seconds.truncated.int64 else { return false }
    return whole > .min + 1
  }

  /// Whether the duration goes back in time.
  public var isNegative: Bool { months < 0 || seconds.isNegative }

  /// The value in another of the three datatypes; the subtypes drop what they do not have
  /// ([XPath Functions 3.1 §19.1.4](https://www.w3.org/TR/xpath-functions-31/#casting-to-durations)).
  public func cast(to kind: Kind) -> Self {
    Self(
      unchecked: kind, months: kind == .dayTime ? 0 : months,
      seconds: kind == .yearMonth ? .zero : seconds)
  }

  /// How the first duration stands to the second, whatever their datatypes.
  ///
  /// One is less if it ends earlier from each of four dates, between whose months lie the shortest
  /// and the longest; P1M and P30D are unordered
  /// ([XSD 1.1 Part 2 §3.3.6.1](https://www.w3.org/TR/xmlschema11-2/#duration-order)). Two
  /// durations of months only, or of seconds only, always have an order.
  public static func compare(_ left: Self, _ right: Self) -> XSDComparison {
    let bySeconds = XSDOrder(left.seconds, right.seconds)
    if left.months == right.months { return XSDComparison(bySeconds) }
    let byMonths: XSDOrder = left.months < right.months ? .less : .greater
    if bySeconds == .equal || bySeconds == byMonths { return XSDComparison(byMonths) }
    let orders = referenceDates.map { XSDOrder(left.end(from: $0), right.end(from: $0)) }
    // 4,800 months and 146,097 days are different values that end together from everywhere.
    guard orders[0] != .equal, orders.allSatisfy({ $0 == orders[0] }) else { return .unordered }
    return XSDComparison(orders[0])
  }

  /// Which of two durations ends first if both begin on 1 September 1696.
  ///
  /// A total order that agrees with ``compare(_:_:)`` wherever one of them is less there.
  package static func order(_ left: Self, _ right: Self) -> XSDOrder {
    XSDOrder(left.end(from: referenceDates[0]), right.end(from: referenceDates[0]))
  }

  private static let referenceDates = [
    GregorianDate(year: 1696, month: 9, day: 1), GregorianDate(year: 1697, month: 2, day: 1),
    GregorianDate(year: 1903, month: 3, day: 1), GregorianDate(year: 1903, month: 7, day: 1),
  ]

  /// Seconds from 1970 to the end of the duration that begins on the first of a month.
  private func end(from date: GregorianDate) -> XSDDecimal {
    // The calendar repeats after 4,800 months, so that no number of months is too large.
    let (cycles, rest) = months.dividedDown(by: 4_800)
    let days = date.adding(months: rest)?.dayNumber ?? date.dayNumber
    let seconds = XSDInteger(cycles) * XSDInteger(146_097 * 86_400) + XSDInteger(days * 86_400)
    return XSDDecimal(seconds) + self.seconds
  }
}
