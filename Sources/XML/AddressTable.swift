/// Numbers pairs of addresses, each different pair once, in order of their first appearance.
///
/// The addresses are those of strings in a parser's dictionary, where one address is always one
/// string; so this is how names are told apart without looking at their letters.
struct AddressTable {
  private struct Pair: Equatable {
    var first: UnsafePointer<UInt8>
    var second: UnsafePointer<UInt8>?
  }

  /// By number.
  private var pairs: [Pair] = []
  /// Numbers from 1 in open addressing with steps of one, at most half of them taken; 0 where
  /// nothing is.
  private var slots = [UInt32](repeating: 0, count: 64)

  /// How many pairs are numbered.
  var count: Int { pairs.count }

  /// The number of a pair; nil if it has none.
  func number(of first: UnsafePointer<UInt8>, _ second: UnsafePointer<UInt8>? = nil) -> Int? {
    let number = slots[slot(of: Pair(first: first, second: second))]
    return number == 0 ? nil : Int(number) - 1
  }

  /// Gives a pair the next number.
  ///
  /// - Precondition: it has none yet.
  mutating func add(_ first: UnsafePointer<UInt8>, _ second: UnsafePointer<UInt8>? = nil) -> Int {
    if pairs.count * 2 >= slots.count { grow() }
    let pair = Pair(first: first, second: second)
    let slot = slot(of: pair)
    pairs.append(pair)
    slots[slot] = UInt32(pairs.count)
    return pairs.count - 1
  }

  /// Where a pair stands, or would stand.
  private func slot(of pair: Pair) -> Int {
    let mask = slots.count &- 1
    let second = UInt(bitPattern: pair.second)
    let key = UInt(bitPattern: pair.first) ^ (second << 32 | second >> 32)
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[slot] != 0, pairs[Int(slots[slot]) - 1] != pair { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (index, pair) in pairs.enumerated() { slots[slot(of: pair)] = UInt32(index + 1) }
  }
}
