extension [UInt8] {
  /// Appends an integer in decimal digits.
  mutating func appendDecimal(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    appendDigits(UInt128(number.magnitude), atLeast: 1)
  }

  /// Appends a number with `decimals` digits (1 to 15) after the point, as C's `%.*f` prints it: the
  /// exact binary value, rounded to the nearest, a half to the even digit.
  ///
  /// The magnitude of the number must be below 2⁵³.
  mutating func appendFixedPoint(_ number: Double, decimals: Int) {
    precondition(number.magnitude < 0x1p53 && (1...15).contains(decimals), "out of range")
    let unit = (0..<decimals).reduce(UInt128(1)) { power, _ in power * 10 }
    let units = Self.roundedProduct(number.magnitude, unit)
    if number.sign == .minus { append(UInt8(ascii: "-")) }
    appendDigits(units / unit, atLeast: 1)
    append(UInt8(ascii: "."))
    appendDigits(units % unit, atLeast: decimals)
  }

  /// `magnitude` times `factor`, rounded to the nearest integer, a half to the even one.
  private static func roundedProduct(_ magnitude: Double, _ factor: UInt128) -> UInt128 {
    guard magnitude.isNormal else { return 0 }
    let hiddenBit = UInt128(1) << Double.significandBitCount
    let significand = UInt128(magnitude.significandBitPattern) | hiddenBit
    // The magnitude is the significand divided by two to the power of `shift`.
    let shift = Double.significandBitCount - Int(magnitude.exponent)
    let product = significand * factor
    guard shift > 0 else { return product }
    guard shift < 127 else { return 0 }
    let quotient = product >> shift
    let remainder = product & ((1 << shift) - 1)
    let half = UInt128(1) << (shift - 1)
    let roundsUp = remainder > half || (remainder == half && quotient & 1 == 1)
    return roundsUp ? quotient + 1 : quotient
  }

  private mutating func appendDigits(_ number: UInt128, atLeast minimum: Int) {
    let start = count
    var rest = number
    while rest > 0 || count - start < minimum {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    }
    self[start...].reverse()
  }
}
