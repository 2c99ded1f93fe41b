/// A number of one of the four types that SPARQL reckons with
/// ([SPARQL 1.1 §17.3](https://www.w3.org/TR/sparql11-query/#OperatorMapping)).
///
/// Operands of different types are promoted: integer to decimal to float to double
/// ([XPath 3.1 §B.1](https://www.w3.org/TR/xpath-31/#promotion)).
public enum XSDNumber: Sendable {
  /// An `xsd:integer`.
  case integer(XSDInteger)
  /// An `xsd:decimal`.
  case decimal(XSDDecimal)
  /// An `xsd:float`.
  case float(Float)
  /// An `xsd:double`.
  case double(Double)

  private enum Pair {
    case integers(XSDInteger, XSDInteger)
    case decimals(XSDDecimal, XSDDecimal)
    case floats(Float, Float)
    case doubles(Double, Double)
  }

  /// The canonical lexical form in the number's own type.
  public var canonicalForm: String {
    switch self {
    case .integer(let value): value.canonicalForm
    case .decimal(let value): value.canonicalForm
    case .float(let value): XSDFloatingPoint.canonicalForm(value)
    case .double(let value): XSDFloatingPoint.canonicalForm(value)
    }
  }

  /// The number as an `xsd:double`: the nearest one.
  public var asDouble: Double {
    switch self {
    case .integer(let value): value.int64.map { Double($0) } ?? Self.nearest(value.canonicalForm)
    case .decimal(let value): value.exactQuotient ?? Self.nearest(value.canonicalForm)
    case .float(let value): Double(value)
    case .double(let value): value
    }
  }

  /// The number as an `xsd:float`: the nearest one.
  public var asFloat: Float {
    switch self {
    case .integer(let value): value.int64.map { Float($0) } ?? Float(value.canonicalForm) ?? .nan
    case .decimal(let value): Float(value.canonicalForm) ?? .nan
    case .float(let value): value
    case .double(let value): Float(value)
    }
  }

  /// The number as an `xsd:decimal`; nil for infinities and NaN.
  ///
  /// A float or double becomes the shortest decimal that it is nearest to, so that `0.1E0` is 0.1
  /// ([XPath Functions 3.1 §19.1.2.3](https://www.w3.org/TR/xpath-functions-31/#casting-to-decimal)).
  public var asDecimal: XSDDecimal? {
    switch self {
    case .integer(let value): XSDDecimal(value)
    case .decimal(let value): value
    case .float(let value): XSDFloatingPoint.decimal(value.description, isFinite: value.isFinite)
    case .double(let value): XSDFloatingPoint.decimal(value.description, isFinite: value.isFinite)
    }
  }

  /// The number as an `xsd:integer`, rounded towards zero; nil for infinities and NaN
  /// ([XPath Functions 3.1 §19.1.2.4](https://www.w3.org/TR/xpath-functions-31/#casting-to-integer)).
  public var asInteger: XSDInteger? { asDecimal?.truncated }

  /// How the first number stands to the second; nil if either is NaN.
  public static func order(_ left: Self, _ right: Self) -> XSDOrder? {
    switch promote(left, right) {
    case .integers(let a, let b): XSDOrder(a, b)
    case .decimals(let a, let b): XSDOrder(a, b)
    case .floats(let a, let b): a.isNaN || b.isNaN ? nil : XSDOrder(a, b)
    case .doubles(let a, let b): a.isNaN || b.isNaN ? nil : XSDOrder(a, b)
    }
  }

  /// The sum.
  public static func + (left: Self, right: Self) -> Self {
    switch promote(left, right) {
    case .integers(let a, let b): .integer(a + b)
    case .decimals(let a, let b): .decimal(a + b)
    case .floats(let a, let b): .float(a + b)
    case .doubles(let a, let b): .double(a + b)
    }
  }

  /// The difference.
  public static func - (left: Self, right: Self) -> Self {
    switch promote(left, right) {
    case .integers(let a, let b): .integer(a - b)
    case .decimals(let a, let b): .decimal(a - b)
    case .floats(let a, let b): .float(a - b)
    case .doubles(let a, let b): .double(a - b)
    }
  }

  /// The product.
  public static func * (left: Self, right: Self) -> Self {
    switch promote(left, right) {
    case .integers(let a, let b): .integer(a * b)
    case .decimals(let a, let b): .decimal(a * b)
    case .floats(let a, let b): .float(a * b)
    case .doubles(let a, let b): .double(a * b)
    }
  }

  /// The quotient, of integers a decimal; nil where an integer or decimal is divided by 0
  /// ([XPath Functions 3.1 §4.2.4](https://www.w3.org/TR/xpath-functions-31/#func-numeric-divide)).
  public static func / (left: Self, right: Self) -> Self? {
    switch promote(left, right) {
    case .integers(let a, let b): XSDDecimal(a).dividedBy(XSDDecimal(b)).map { .decimal($0) }
    case .decimals(let a, let b): a.dividedBy(b).map { .decimal($0) }
    case .floats(let a, let b): .float(a / b)
    case .doubles(let a, let b): .double(a / b)
    }
  }

  /// The number with the other sign.
  public static prefix func - (value: Self) -> Self {
    switch value {
    case .integer(let number): .integer(-number)
    case .decimal(let number): .decimal(-number)
    case .float(let number): .float(-number)
    case .double(let number): .double(-number)
    }
  }

  private static func nearest(_ text: String) -> Double { Double(text) ?? .nan }

  private static func promote(_ left: Self, _ right: Self) -> Pair {
    switch (left, right) {
    case (.integer(let a), .integer(let b)): .integers(a, b)
    case (.double, _), (_, .double): .doubles(left.asDouble, right.asDouble)
    case (.float, _), (_, .float): .floats(left.asFloat, right.asFloat)
    case (.integer(let a), .decimal(let b)): .decimals(XSDDecimal(a), b)
    case (.decimal(let a), .integer(let b)): .decimals(a, XSDDecimal(b))
    case (.decimal(let a), .decimal(let b)): .decimals(a, b)
    }
  }
}

/// How one value stands to another.
public enum XSDOrder: Sendable, Hashable {
  /// The first is less.
  case less
  /// Both are the same value.
  case equal
  /// The first is greater.
  case greater

  /// The order of two values that have one.
  init<Value: Comparable>(_ left: Value, _ right: Value) {
    self = left < right ? .less : right < left ? .greater : .equal
  }
}
