/// Numbers of any size with six significant digits.
enum ShortNumber {
  /// The number in decimal digits, with an exponent where it is very small or large; the same on
  /// every machine, since it is rounded by multiplication alone.
  static func text(of value: Double) -> String {
    guard value != 0, value.isFinite else { return "0" }
    var scale = 1.0
    while value.magnitude * scale < 100_000, scale < 1e18 { scale *= 10 }
    return String((value * scale).rounded() / scale)
  }
}
