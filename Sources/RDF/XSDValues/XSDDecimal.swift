/// A value of `xsd:decimal`, of any size and precision
/// ([XSD 1.1 Part 2 §3.3.3](https://www.w3.org/TR/xmlschema11-2/#decimal)).
public struct XSDDecimal: Hashable, Comparable, Sendable {
  /// The value without its point.
  let coefficient: XSDInteger
  /// How many digits of the coefficient stand behind the point; as few as serve.
  let scale: Int

  /// A whole number.
  public init(_ value: XSDInteger) {
    coefficient = value
    scale = 0
  }

  /// `coefficient` × 10 to the power of −`scale`.
  ///
  /// - Precondition: `scale` is not negative.
  public init(_ coefficient: XSDInteger, scale: Int) {
    precondition(scale >= 0, "a decimal has no negative number of digits behind its point")
    var coefficient = coefficient
    var scale = scale
    if scale > 0, coefficient.isZero { scale = 0 }
    if let small = coefficient.int64 {
      var value = small
      while scale > 0, value % 10 == 0 {
        value /= 10
        scale -= 1
      }
      coefficient = XSDInteger(value)
    } else if scale > 0 {
      let digits = coefficient.magnitude.digits
      let zeros = min(scale, digits.reversed().prefix { $0 == 0x30 }.count)
      if zeros > 0 {
        coefficient = XSDInteger(
          isNegative: coefficient.isNegative, DecimalMagnitude(digits: digits.dropLast(zeros)))
        scale -= zeros
      }
    }
    self.coefficient = coefficient
    self.scale = scale
  }

  /// The value that a lexical form stands for; nil if it is none.
  public init?(lexicalForm: Span<UInt8>) {
    var at = 0
    let isNegative = lexicalForm.readSign(at: &at)
    let point = lexicalForm.endOfDigits(from: at)
    let hasPoint = point < lexicalForm.count
    let end = hasPoint ? lexicalForm.endOfDigits(from: point + 1) : point
    guard end == lexicalForm.count, end - at > (hasPoint ? 1 : 0) else { return nil }
    if hasPoint, lexicalForm[point] != UInt8(ascii: ".") { return nil }
    self.init(
      XSDInteger(
        isNegative: isNegative, digits: lexicalForm, from: at, pointAt: hasPoint ? point : nil),
      scale: hasPoint ? end - point - 1 : 0)
  }

  /// Whether the value is below 0.
  public var isNegative: Bool { coefficient.isNegative }

  /// Whether the value is 0.
  public var isZero: Bool { coefficient.isZero }

  /// The value as an integer; nil if it has a fraction.
  public var integer: XSDInteger? { scale == 0 ? coefficient : nil }

  /// The whole part, rounded towards zero.
  public var truncated: XSDInteger {
    scale > 0 ? coefficient.scaledDown(by: scale) : coefficient
  }

  /// The largest integer that is not larger.
  public var floor: XSDInteger {
    let whole = truncated
    return scale > 0 && isNegative ? whole - XSDInteger(1) : whole
  }

  /// The smallest integer that is not smaller.
  public var ceiling: XSDInteger { -(-self).floor }

  /// The nearest integer, the larger of two
  /// ([XPath Functions 3.1 §4.4.4](https://www.w3.org/TR/xpath-functions-31/#func-round)).
  public var roundedHalfUp: XSDInteger { (self + Self(XSDInteger(5), scale: 1)).floor }

  /// The canonical lexical form: no point in whole numbers, no zeros that say nothing
  /// ([XSD 1.1 Part 2 §E.1](https://www.w3.org/TR/xmlschema11-2/#f-decimalCanmap)).
  public var canonicalForm: String {
    guard scale > 0 else { return coefficient.canonicalForm }
    var digits = coefficient.magnitude.digits
    if digits.count <= scale {
      digits.insert(contentsOf: repeatElement(0x30, count: scale + 1 - digits.count), at: 0)
    }
    digits.insert(0x2E, at: digits.count - scale)
    return (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self)
  }

  /// The nearest double, if it is the quotient of two doubles that are exact; nil if it takes more
  /// to find it.
  var exactQuotient: Double? {
    guard let coefficient = coefficient.int64, coefficient.magnitude < 1 << 53,
      scale < Self.exactPowersOfTen.count
    else { return nil }
    return Double(coefficient) / Self.exactPowersOfTen[scale]
  }

  /// The powers of ten that are doubles: up to 10²².
  private static let exactPowersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The coefficient as it is with more digits behind the point.
  private func coefficient(at wanted: Int) -> XSDInteger {
    wanted == scale ? coefficient : coefficient.scaledUp(by: wanted - scale)
  }

  /// In numeric order.
  public static func < (left: Self, right: Self) -> Bool {
    let scale = max(left.scale, right.scale)
    return left.coefficient(at: scale) < right.coefficient(at: scale)
  }

  /// The value with the other sign.
  public static prefix func - (value: Self) -> Self {
    Self(-value.coefficient, scale: value.scale)
  }

  /// The exact sum.
  public static func + (left: Self, right: Self) -> Self {
    let scale = max(left.scale, right.scale)
    return Self(left.coefficient(at: scale) + right.coefficient(at: scale), scale: scale)
  }

  /// The exact difference.
  public static func - (left: Self, right: Self) -> Self { left + -right }

  /// The exact product.
  public static func * (left: Self, right: Self) -> Self {
    Self(left.coefficient * right.coefficient, scale: left.scale + right.scale)
  }

  /// The quotient with at least 18 significant digits and 18 digits behind the point, the last
  /// rounded half to even; nil for a divisor of 0.
  ///
  /// The precision is the implementation's choice
  /// ([XPath Functions 3.1 §4.2.4](https://www.w3.org/TR/xpath-functions-31/#func-numeric-divide)).
  public func dividedBy(_ divisor: Self) -> Self? {
    func wholeDigits(_ value: Self) -> Int {
      value.coefficient.magnitude.digits.count - value.scale
    }
    let fraction = 18 + max(0, wholeDigits(divisor) - wholeDigits(self))
    // (a / 10^s) / (b / 10^t) × 10^f = a × 10^(f + t − s) / b
    let shift = fraction + divisor.scale - scale
    let dividend = shift > 0 ? coefficient.scaledUp(by: shift) : coefficient
    let by = shift < 0 ? divisor.coefficient.scaledUp(by: -shift) : divisor.coefficient
    guard let (quotient, remainder) = dividend.dividedBy(by) else { return nil }
    let twice = remainder.magnitude + remainder.magnitude
    let isOdd = (quotient.magnitude.digits.last ?? 0x30) % 2 == 1
    guard by.magnitude < twice || (by.magnitude == twice && isOdd) else {
      return Self(quotient, scale: fraction)
    }
    let step = XSDInteger(isNegative == divisor.isNegative ? 1 : -1)
    return Self(quotient + step, scale: fraction)
  }
}
