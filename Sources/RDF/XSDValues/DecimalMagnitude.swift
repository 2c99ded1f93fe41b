/// A natural number of any size, in limbs of nine decimal digits.
///
/// XSD numbers come and go as decimal digits and are scaled by powers of ten, so the base is 10⁹:
/// reading, writing and scaling need no division.
struct DecimalMagnitude: Hashable, Sendable {
  private static let base: UInt64 = 1_000_000_000

  /// Least significant first, without leading zeros; empty for 0.
  private(set) var limbs: [UInt32]

  private init(limbs: [UInt32]) {
    self.limbs = limbs
    while self.limbs.last == 0 { self.limbs.removeLast() }
  }

  init(_ value: UInt64) {
    self.init(limbs: [
      UInt32(value % Self.base), UInt32(value / Self.base % Self.base),
      UInt32(value / Self.base / Self.base),
    ])
  }

  /// The number that ASCII digits write; leading zeros do no harm.
  init(digits: [UInt8]) {
    var limbs: [UInt32] = []
    var end = digits.count
    while end > 0 {
      let start = max(0, end - 9)
      limbs.append(digits[start..<end].reduce(0) { $0 * 10 + UInt32($1 - 0x30) })
      end = start
    }
    self.init(limbs: limbs)
  }

  var isZero: Bool { limbs.isEmpty }

  /// ASCII digits without leading zeros; `0` for 0.
  var digits: [UInt8] {
    guard let top = limbs.last else { return [0x30] }
    var text = Array(String(top).utf8)
    for limb in limbs.dropLast().reversed() {
      let part = String(limb).utf8
      text.append(contentsOf: repeatElement(0x30, count: 9 - part.count))
      text.append(contentsOf: part)
    }
    return text
  }

  /// The number, if it fits.
  var uint64: UInt64? {
    var value: UInt64 = 0
    for limb in limbs.reversed() {
      let (product, overflow) = value.multipliedReportingOverflow(by: Self.base)
      let (sum, carry) = product.addingReportingOverflow(UInt64(limb))
      if overflow || carry { return nil }
      value = sum
    }
    return value
  }

  static func < (left: Self, right: Self) -> Bool {
    guard left.limbs.count == right.limbs.count else { return left.limbs.count < right.limbs.count }
    return left.limbs.reversed().lexicographicallyPrecedes(right.limbs.reversed())
  }

  static func + (left: Self, right: Self) -> Self {
    var sum: [UInt32] = []
    var carry: UInt64 = 0
    for index in 0..<max(left.limbs.count, right.limbs.count) {
      carry += UInt64(left[index]) + UInt64(right[index])
      sum.append(UInt32(carry % base))
      carry /= base
    }
    sum.append(UInt32(carry))
    return Self(limbs: sum)
  }

  /// - Precondition: `right` is not the larger.
  static func - (left: Self, right: Self) -> Self {
    var difference: [UInt32] = []
    var borrow: UInt64 = 0
    for index in left.limbs.indices {
      let value = base + UInt64(left[index]) - UInt64(right[index]) - borrow
      difference.append(UInt32(value % base))
      borrow = value < base ? 1 : 0
    }
    precondition(borrow == 0, "a natural number is not less than what is taken from it")
    return Self(limbs: difference)
  }

  static func * (left: Self, right: Self) -> Self {
    var product = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (i, a) in left.limbs.enumerated() {
      var carry: UInt64 = 0
      for (j, b) in right.limbs.enumerated() {
        carry += UInt64(product[i + j]) + UInt64(a) * UInt64(b)
        product[i + j] = UInt32(carry % base)
        carry /= base
      }
      product[i + right.limbs.count] = UInt32(carry)
    }
    return Self(limbs: product)
  }

  private static func smallPowerOfTen(_ exponent: Int) -> UInt64 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// The number times ten to this power, in linear time.
  func scaledUp(by exponent: Int) -> Self {
    let factor = Self.smallPowerOfTen(exponent % 9)
    var scaled = [UInt32](repeating: 0, count: exponent / 9)
    var carry: UInt64 = 0
    for limb in limbs {
      carry += UInt64(limb) * factor
      scaled.append(UInt32(carry % Self.base))
      carry /= Self.base
    }
    scaled.append(UInt32(carry))
    return Self(limbs: scaled)
  }

  /// The number divided by ten to this power, rounded down, in linear time.
  func scaledDown(by exponent: Int) -> Self {
    let whole = Self(limbs: Array(limbs.dropFirst(exponent / 9)))
    return whole.dividedBySmall(Self.smallPowerOfTen(exponent % 9)).quotient
  }

  /// Quotient and remainder (Knuth, The Art of Computer Programming 4.3.1, algorithm D).
  ///
  /// - Precondition: `divisor` is not 0.
  func dividedBy(_ divisor: Self) -> (quotient: Self, remainder: Self) {
    precondition(!divisor.isZero, "nothing is divided by zero")
    if self < divisor { return (Self(limbs: []), self) }
    if divisor.limbs.count == 1 {
      let (quotient, remainder) = dividedBySmall(UInt64(divisor.limbs[0]))
      return (quotient, Self(remainder))
    }
    // Both are scaled so that the estimate of each digit is at most two too large.
    let factor = Self.base / (UInt64(divisor.limbs[divisor.limbs.count - 1]) + 1)
    let v = (divisor * Self(factor)).limbs
    var u = (self * Self(factor)).limbs
    u += repeatElement(0, count: limbs.count + 1 - u.count)
    let n = v.count
    var quotient = [UInt32](repeating: 0, count: u.count - n)
    for j in quotient.indices.reversed() {
      let top = UInt64(u[j + n]) * Self.base + UInt64(u[j + n - 1])
      var estimate = top / UInt64(v[n - 1])
      var rest = top % UInt64(v[n - 1])
      while rest < Self.base,
        estimate >= Self.base
          || estimate * UInt64(v[n - 2]) > rest * Self.base + UInt64(u[j + n - 2])
      {
        estimate -= 1
        rest += UInt64(v[n - 1])
      }
      if Self.subtract(v, times: estimate, from: &u, at: j) {
        estimate -= 1
        Self.add(v, to: &u, at: j)
      }
      quotient[j] = UInt32(estimate)
    }
    return (Self(limbs: quotient), Self(limbs: u).dividedBySmall(factor).quotient)
  }

  private subscript(index: Int) -> UInt32 { index < limbs.count ? limbs[index] : 0 }

  private func dividedBySmall(_ divisor: UInt64) -> (quotient: Self, remainder: UInt64) {
    var quotient = limbs
    var rest: UInt64 = 0
    for index in limbs.indices.reversed() {
      rest = rest * Self.base + UInt64(limbs[index])
      quotient[index] = UInt32(rest / divisor)
      rest %= divisor
    }
    return (Self(limbs: quotient), rest)
  }

  /// Whether the result fell below zero and wrapped.
  private static func subtract(
    _ v: [UInt32], times factor: UInt64, from u: inout [UInt32], at offset: Int
  ) -> Bool {
    var carry: UInt64 = 0
    for index in 0...v.count {
      carry += factor * UInt64(index < v.count ? v[index] : 0)
      let value = base + UInt64(u[offset + index]) - carry % base
      u[offset + index] = UInt32(value % base)
      carry = carry / base + (value < base ? 1 : 0)
    }
    return carry != 0
  }

  private static func add(_ v: [UInt32], to u: inout [UInt32], at offset: Int) {
    var carry: UInt64 = 0
    for index in 0...v.count {
      carry += UInt64(u[offset + index]) + UInt64(index < v.count ? v[index] : 0)
      u[offset + index] = UInt32(carry % base)
      carry /= base
    }
  }
}
