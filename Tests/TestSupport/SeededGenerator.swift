import Foundation

/// Numbers that look random and that a seed gives again on every machine (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  /// The seed to print beside a failure.
  public let seed: UInt64
  private var state: UInt64

  /// Numbers of a seed; of `$SIMPUL_SEED`, or else of a new one, if none is given.
  public init(seed: UInt64? = nil) {
    let environment = ProcessInfo.processInfo.environment["SIMPUL_SEED"].flatMap { UInt64($0) }
    self.seed = seed ?? environment ?? UInt64.random(in: 0...UInt64.max)
    state = self.seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in 0 ..< bound.
  public mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
