/// Numbers without a pattern that a seed gives again on every machine: SplitMix64 of Steele, Lea
/// and Flood, [Fast Splittable Pseudorandom Number Generators](https://doi.org/10.1145/2660193.2660195).
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number in 0 ..< bound.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int(mixed.multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// The first places of an order without a pattern of 0 ..< bound.
  mutating func sample(_ count: Int, below bound: Int) -> [Int] {
    var order = Array(0..<bound)
    for place in 0..<min(count, bound) {
      order.swapAt(place, place + below(bound - place))
    }
    return Array(order.prefix(count))
  }

  /// A direction in the plane, of length 1.
  mutating func direction() -> Point {
    while true {
      let point = Point(
        x: Double(below(1 << 20) - (1 << 19)), y: Double(below(1 << 20) - (1 << 19)))
      let length = point.length
      // Only points in the disc, so that no direction is more likely than another.
      if length > 0, length <= Double(1 << 19) { return point * (1 / length) }
    }
  }
}
