/// Fractions of a second, as dates and durations have them.
extension XSDDecimal {
  static var zero: Self { Self(XSDInteger(0)) }

  /// The number less than 1 with these digits behind its point.
  init(fraction digits: Span<UInt8>) {
    self.init(
      XSDInteger(isNegative: false, digits: digits, from: 0, pointAt: nil), scale: digits.count)
  }

  /// Appends the point and the digits behind it, if there are any.
  func writeFraction(to text: inout String) {
    guard scale > 0 else { return }
    let digits = String(decoding: coefficient.magnitude.digits.suffix(scale), as: UTF8.self)
    text.append(".")
    for _ in digits.utf8.count..<scale { text.append("0") }
    text.append(digits)
  }
}
