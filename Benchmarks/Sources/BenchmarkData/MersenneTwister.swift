/// The generator MT19937 with 53-bit numbers, as Python's `random.Random(seed).random()` gives them.
///
/// Source: [Matsumoto and Nishimura 1998](https://doi.org/10.1145/272991.272995), with the
/// initialisation by an array of 2002.
package struct MersenneTwister: Sendable {
  private static let size = 624
  private static let distance = 397

  private var state: [UInt32]
  private var next = size

  /// A generator whose sequence the seed decides.
  package init(seed: UInt64) {
    state = Self.linearState(seed: 19_650_218)
    let low = UInt32(truncatingIfNeeded: seed)
    let high = UInt32(seed >> 32)
    mix(key: high == 0 ? [low] : [low, high])
  }

  /// The next number, from 0 to below 1.
  package mutating func unit() -> Double {
    let high = word() >> 5
    let low = word() >> 6
    return (Double(high) * 0x1p26 + Double(low)) * 0x1p-53
  }

  /// The state that a linear congruential generator fills.
  private static func linearState(seed: UInt32) -> [UInt32] {
    var state = [seed]
    state.reserveCapacity(size)
    for index in 1..<size {
      let previous = state[index - 1]
      state.append(1_812_433_253 &* (previous ^ (previous >> 30)) &+ UInt32(index))
    }
    return state
  }

  /// Mixes the words of the key into the state, in two rounds.
  private mutating func mix(key: [UInt32]) {
    var index = 1
    for round in 0..<max(Self.size, key.count) {
      let position = round % key.count
      state[index] = mixture(at: index, factor: 1_664_525) &+ key[position] &+ UInt32(position)
      advance(&index)
    }
    for _ in 1..<Self.size {
      state[index] = mixture(at: index, factor: 1_566_083_941) &- UInt32(index)
      advance(&index)
    }
    state[0] = 0x8000_0000
  }

  /// A word of the state mixed with the one before it.
  private func mixture(at index: Int, factor: UInt32) -> UInt32 {
    let previous = state[index - 1]
    return state[index] ^ ((previous ^ (previous >> 30)) &* factor)
  }

  /// Goes to the next word of the state; at the end to the second one, after the last has been
  /// copied into the first.
  private mutating func advance(_ index: inout Int) {
    index += 1
    guard index == Self.size else { return }
    state[0] = state[Self.size - 1]
    index = 1
  }

  /// The next 32 random bits.
  private mutating func word() -> UInt32 {
    if next == Self.size {
      renew()
      next = 0
    }
    var bits = state[next]
    next += 1
    bits ^= bits >> 11
    bits ^= (bits << 7) & 0x9D2C_5680
    bits ^= (bits << 15) & 0xEFC6_0000
    return bits ^ (bits >> 18)
  }

  /// Replaces the whole state by the one that follows it.
  private mutating func renew() {
    for index in 0..<Self.size {
      let following = state[(index + 1) % Self.size]
      let joined = (state[index] & 0x8000_0000) | (following & 0x7FFF_FFFF)
      let twist: UInt32 = joined & 1 == 1 ? 0x9908_B0DF : 0
      state[index] = state[(index + Self.distance) % Self.size] ^ (joined >> 1) ^ twist
    }
  }
}
