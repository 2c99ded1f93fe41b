extension String {
  /// Appends a natural number in decimal, with zeros before it up to a length of at most 18.
  mutating func appendDigits(_ value: Int64, atLeast length: Int) {
    var power: Int64 = 10
    for _ in 1..<length {
      if value < power { append("0") }
      power *= 10
    }
    append(String(value))
  }
}
