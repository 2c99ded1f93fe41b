/// The operators of SPARQL on values
/// ([SPARQL 1.1 §17.3](https://www.w3.org/TR/sparql11-query/#OperatorMapping)), with those that XPath
/// adds for dates, times and durations
/// ([XPath 3.1 §B.2](https://www.w3.org/TR/xpath-31/#mapping)).
extension XSDValue {
  /// How the first value stands to the second: numbers by value after promotion, texts by code
  /// points, `false` before `true`, dates and times in time, durations by length, bytes in order.
  ///
  /// A value without a time zone is taken to be in the implicit one; see
  /// ``XSDDateTime/compare(_:_:implicitTimezone:)``.
  public static func compare(
    _ left: Self, _ right: Self, implicitTimezone: XSDTimezone? = nil
  ) -> XSDComparison {
    switch (left, right) {
    case (.number(let a), .number(let b)):
      XSDNumber.order(a, b).map { XSDComparison($0) } ?? .unordered
    case (.string(let a), .string(let b)), (.anyURI(let a), .anyURI(let b)):
      compare(a, b)
    case (.boolean(let a), .boolean(let b)): XSDComparison(XSDOrder(a ? 1 : 0, b ? 1 : 0))
    case (.dateTime(let a), .dateTime(let b)):
      XSDDateTime.compare(a, b, implicitTimezone: implicitTimezone)
    case (.duration(let a), .duration(let b)): XSDDuration.compare(a, b)
    case (.hexBinary(let a), .hexBinary(let b)), (.base64Binary(let a), .base64Binary(let b)):
      compare(a, b)
    case (.string, _), (.anyURI, _), (.boolean, _), (.number, _), (.dateTime, _), (.duration, _),
      (.hexBinary, _), (.base64Binary, _):
      .disjoint
    }
  }

  /// The sum of numbers, of a date or time and a duration in either order, or of durations.
  ///
  /// - Throws: ``XSDError/noOperator`` for others; ``XSDError/overflow``.
  public func adding(_ other: Self) throws(XSDError) -> Self {
    switch (self, other) {
    case (.number(let a), .number(let b)): return .number(a + b)
    case (.dateTime(let moment), .duration(let duration)),
      (.duration(let duration), .dateTime(let moment)):
      return .dateTime(try moment.adding(duration))
    case (.duration(let a), .duration(let b)): return .duration(try a.adding(b))
    default: throw .noOperator
    }
  }

  /// The difference of numbers, of a date or time and a duration, of two durations, or the duration
  /// between two dates or times.
  ///
  /// - Throws: ``XSDError/noOperator`` for others; ``XSDError/overflow``;
  ///   ``XSDError/missingTimezone`` if one of two dates has a time zone and there is no implicit one.
  public func subtracting(
    _ other: Self, implicitTimezone: XSDTimezone? = nil
  ) throws(XSDError) -> Self {
    switch (self, other) {
    case (.number(let a), .number(let b)): return .number(a - b)
    case (.dateTime(let moment), .duration(let duration)):
      return .dateTime(try moment.subtracting(duration))
    case (.dateTime(let a), .dateTime(let b)):
      return .duration(try a.subtracting(b, implicitTimezone: implicitTimezone))
    case (.duration(let a), .duration(let b)): return .duration(try a.subtracting(b))
    default: throw .noOperator
    }
  }

  /// The product of numbers, or of a duration and a number in either order.
  ///
  /// - Throws: ``XSDError/noOperator`` for others; what ``XSDDuration/multiplied(by:)`` throws.
  public func multiplied(by other: Self) throws(XSDError) -> Self {
    switch (self, other) {
    case (.number(let a), .number(let b)): return .number(a * b)
    case (.duration(let duration), .number(let factor)),
      (.number(let factor), .duration(let duration)):
      return .duration(try duration.multiplied(by: factor))
    default: throw .noOperator
    }
  }

  /// The quotient of numbers, of a duration and a number, or of two durations.
  ///
  /// - Throws: ``XSDError/divisionByZero`` for an integer, decimal or duration as divisor;
  ///   ``XSDError/noOperator`` for others; what ``XSDDuration/divided(by:)-(XSDNumber)`` throws.
  public func divided(by other: Self) throws(XSDError) -> Self {
    switch (self, other) {
    case (.number(let a), .number(let b)):
      guard let quotient = a / b else { throw .divisionByZero }
      return .number(quotient)
    case (.duration(let duration), .number(let divisor)):
      return .duration(try duration.divided(by: divisor))
    case (.duration(let a), .duration(let b)): return .number(.decimal(try a.divided(by: b)))
    default: throw .noOperator
    }
  }

  /// The number with the other sign.
  ///
  /// - Throws: ``XSDError/noOperator`` unless the value is a number.
  public func negated() throws(XSDError) -> Self {
    guard case .number(let number) = self else { throw .noOperator }
    return .number(-number)
  }

  /// By code points, which UTF-8 keeps the order of.
  private static func compare(_ left: String, _ right: String) -> XSDComparison {
    var (left, right) = (left, right)
    return left.withUTF8 { a in right.withUTF8 { b in compare(a, b) } }
  }

  private static func compare(_ left: [UInt8], _ right: [UInt8]) -> XSDComparison {
    left.withUnsafeBufferPointer { a in right.withUnsafeBufferPointer { b in compare(a, b) } }
  }

  private static func compare(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> XSDComparison {
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      return left[index] < right[index] ? .less : .greater
    }
    return XSDComparison(XSDOrder(left.count, right.count))
  }
}
