/// A value of `xsd:integer`, of any size
/// ([XSD 1.1 Part 2 §3.4.13](https://www.w3.org/TR/xmlschema11-2/#integer)).
///
/// Values that fit 64 bits need no memory of their own.
public struct XSDInteger: Hashable, Comparable, Sendable {
  private enum Storage: Hashable {
    case small(Int64)
    /// Only what does not fit 64 bits.
    case large(isNegative: Bool, DecimalMagnitude)
  }

  private let storage: Storage

  /// A value that fits 64 bits.
  public init(_ value: Int64) { storage = .small(value) }

  init(isNegative: Bool, _ magnitude: DecimalMagnitude) {
    if let value = magnitude.uint64 {
      if !isNegative, let small = Int64(exactly: value) {
        storage = .small(small)
        return
      }
      if isNegative, value <= Int64.min.magnitude {
        storage = .small(Int64(truncatingIfNeeded: 0 &- value))
        return
      }
    }
    storage = .large(isNegative: isNegative, magnitude)
  }

  /// The value that a lexical form stands for; nil if it is none.
  public init?(lexicalForm: Span<UInt8>) {
    var at = 0
    let isNegative = lexicalForm.readSign(at: &at)
    guard at < lexicalForm.count else { return nil }
    for index in at..<lexicalForm.count where !lexicalForm.isDigit(at: index) { return nil }
    self.init(isNegative: isNegative, digits: lexicalForm, from: at, pointAt: nil)
  }

  /// The number of the digits of a text from an offset to its end, a point among them left out.
  init(isNegative: Bool, digits text: Span<UInt8>, from start: Int, pointAt point: Int?) {
    if text.count - start <= 18 {
      var value: Int64 = 0
      for index in start..<text.count where index != point {
        value = value * 10 + Int64(text[index] - 0x30)
      }
      self.init(isNegative ? -value : value)
    } else {
      var digits: [UInt8] = []
      digits.reserveCapacity(text.count)
      for index in start..<text.count where index != point { digits.append(text[index]) }
      self.init(isNegative: isNegative, DecimalMagnitude(digits: digits))
    }
  }

  /// The value if it fits 64 bits.
  public var int64: Int64? {
    if case .small(let value) = storage { value } else { nil }
  }

  /// Whether the value is below 0.
  public var isNegative: Bool {
    switch storage {
    case .small(let value): value < 0
    case .large(let isNegative, _): isNegative
    }
  }

  /// Whether the value is 0.
  public var isZero: Bool { storage == .small(0) }

  var magnitude: DecimalMagnitude {
    switch storage {
    case .small(let value): DecimalMagnitude(value.magnitude)
    case .large(_, let magnitude): magnitude
    }
  }

  /// The canonical lexical form
  /// ([XSD 1.1 Part 2 §E.1](https://www.w3.org/TR/xmlschema11-2/#f-decimalCanmap)).
  public var canonicalForm: String {
    switch storage {
    case .small(let value): String(value)
    case .large(let isNegative, let magnitude):
      (isNegative ? "-" : "") + String(decoding: magnitude.digits, as: UTF8.self)
    }
  }

  /// In numeric order.
  public static func < (left: Self, right: Self) -> Bool {
    if case .small(let a) = left.storage, case .small(let b) = right.storage { return a < b }
    guard left.isNegative == right.isNegative else { return left.isNegative }
    return left.isNegative ? right.magnitude < left.magnitude : left.magnitude < right.magnitude
  }

  /// The value with the other sign.
  public static prefix func - (value: Self) -> Self {
    if case .small(let small) = value.storage, small != .min { return Self(-small) }
    return Self(isNegative: !value.isNegative, value.magnitude)
  }

  /// The sum.
  public static func + (left: Self, right: Self) -> Self {
    if case .small(let a) = left.storage, case .small(let b) = right.storage {
      let (sum, overflow) = a.addingReportingOverflow(b)
      if !overflow { return Self(sum) }
    }
    let (a, b) = (left.magnitude, right.magnitude)
    if left.isNegative == right.isNegative { return Self(isNegative: left.isNegative, a + b) }
    return a < b
      ? Self(isNegative: right.isNegative, b - a) : Self(isNegative: left.isNegative, a - b)
  }

  /// The difference.
  public static func - (left: Self, right: Self) -> Self { left + -right }

  /// The product.
  public static func * (left: Self, right: Self) -> Self {
    if case .small(let a) = left.storage, case .small(let b) = right.storage {
      let (product, overflow) = a.multipliedReportingOverflow(by: b)
      if !overflow { return Self(product) }
    }
    return Self(
      isNegative: left.isNegative != right.isNegative, left.magnitude * right.magnitude)
  }

  /// Quotient, rounded towards zero, and remainder, with the sign of the dividend; nil for a
  /// divisor of 0.
  public func dividedBy(_ divisor: Self) -> (quotient: Self, remainder: Self)? {
    guard !divisor.isZero else { return nil }
    if case .small(let a) = storage, case .small(let b) = divisor.storage {
      let (quotient, overflow) = a.dividedReportingOverflow(by: b)
      if !overflow { return (Self(quotient), Self(a % b)) }
    }
    let (quotient, remainder) = magnitude.dividedBy(divisor.magnitude)
    return (
      Self(isNegative: isNegative != divisor.isNegative, quotient),
      Self(isNegative: isNegative, remainder)
    )
  }

  /// The value times ten to a power, which must not be negative.
  func scaledUp(by exponent: Int) -> Self {
    if case .small(let small) = storage, exponent <= 18 {
      let (product, overflow) = small.multipliedReportingOverflow(by: Self.powersOfTen[exponent])
      if !overflow { return Self(product) }
    }
    return Self(isNegative: isNegative, magnitude.scaledUp(by: exponent))
  }

  /// The value divided by ten to a power, which must not be negative, rounded towards zero.
  func scaledDown(by exponent: Int) -> Self {
    if case .small(let small) = storage {
      return Self(exponent <= 18 ? small / Self.powersOfTen[exponent] : 0)
    }
    return Self(isNegative: isNegative, magnitude.scaledDown(by: exponent))
  }

  /// The powers of ten that fit 64 bits.
  private static let powersOfTen: [Int64] = (0...18).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
