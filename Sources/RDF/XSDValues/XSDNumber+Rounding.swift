/// `ABS`, `CEIL`, `FLOOR` and `ROUND`: the result has the type of the operand
/// ([SPARQL 1.1 §17.4.4](https://www.w3.org/TR/sparql11-query/#func-numerics)).
extension XSDNumber {
  /// Whether the number is NaN.
  public var isNaN: Bool {
    switch self {
    case .integer, .decimal: false
    case .float(let value): value.isNaN
    case .double(let value): value.isNaN
    }
  }

  /// Whether the number is 0, of either sign.
  public var isZero: Bool {
    switch self {
    case .integer(let value): value.isZero
    case .decimal(let value): value.isZero
    case .float(let value): value.isZero
    case .double(let value): value.isZero
    }
  }

  /// The number without its sign.
  public var absolute: Self {
    switch self {
    case .integer(let value): value.isNegative ? -self : self
    case .decimal(let value): value.isNegative ? -self : self
    case .float(let value): .float(value.magnitude)
    case .double(let value): .double(value.magnitude)
    }
  }

  /// The smallest whole number that is not smaller.
  public var ceiling: Self {
    switch self {
    case .integer: self
    case .decimal(let value): .decimal(XSDDecimal(value.ceiling))
    case .float(let value): .float(-Self.roundedDown(-value))
    case .double(let value): .double(-Self.roundedDown(-value))
    }
  }

  /// The largest whole number that is not larger.
  public var floor: Self {
    switch self {
    case .integer: self
    case .decimal(let value): .decimal(XSDDecimal(value.floor))
    case .float(let value): .float(Self.roundedDown(value))
    case .double(let value): .double(Self.roundedDown(value))
    }
  }

  /// The nearest whole number, the larger of two; −0 where a negative number becomes 0.
  public var rounded: Self {
    switch self {
    case .integer: self
    case .decimal(let value): .decimal(XSDDecimal(value.roundedHalfUp))
    case .float(let value): .float(Self.roundedHalfUp(value))
    case .double(let value): .double(Self.roundedHalfUp(value))
    }
  }

  private static func roundedHalfUp<Value: BinaryFloatingPoint>(_ value: Value) -> Value {
    let below = roundedDown(value)
    guard value - below >= 0.5 else { return below }
    return value < 0 && below == -1 ? -0.0 : below + 1
  }

  /// The standard library's `rounded` calls the C library's mathematics, which a program without
  /// Foundation is not linked to.
  private static func roundedDown<Value: BinaryFloatingPoint>(_ value: Value) -> Value {
    // Numbers with larger steps are whole, and no others exceed 64 bits.
    guard value.isFinite, value.ulp < 1 else { return value }
    let truncated = Value(Int64(value))
    if truncated > value { return truncated - 1 }
    return truncated == 0 && value.sign == .minus ? -0.0 : truncated
  }
}
