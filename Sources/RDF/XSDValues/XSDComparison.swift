/// What is known about how one value stands to another, of any datatypes.
public enum XSDComparison: Sendable, Hashable {
  /// The first is less.
  case less
  /// Both are equal.
  case equal
  /// The first is greater.
  case greater
  /// Not equal, and neither is less: NaN and anything, a month and 30 days.
  case unordered
  /// The answer depends on a time zone that is not known.
  case indeterminate
  /// The datatypes have no values in common and no order: not equal.
  case disjoint

  /// The answer for two values of a total order.
  init(_ order: XSDOrder) {
    switch order {
    case .less: self = .less
    case .equal: self = .equal
    case .greater: self = .greater
    }
  }

  /// What `=` answers; nil for a type error.
  ///
  /// Values of different known datatypes are unequal, as the test `date-2` of the W3C's
  /// `open-world` suite asks.
  public var isEqual: Bool? {
    switch self {
    case .equal: true
    case .less, .greater, .unordered, .disjoint: false
    case .indeterminate: nil
    }
  }

  /// What `<` answers; nil for a type error.
  public var isLess: Bool? { answer(self == .less) }

  /// What `>` answers; nil for a type error.
  public var isGreater: Bool? { answer(self == .greater) }

  /// What `<=` answers; nil for a type error.
  public var isLessOrEqual: Bool? { answer(self == .less || self == .equal) }

  /// What `>=` answers; nil for a type error.
  public var isGreaterOrEqual: Bool? { answer(self == .greater || self == .equal) }

  private func answer(_ isSo: Bool) -> Bool? {
    switch self {
    case .less, .equal, .greater, .unordered: isSo
    case .indeterminate, .disjoint: nil
    }
  }
}
