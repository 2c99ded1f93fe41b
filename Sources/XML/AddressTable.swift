/// Numbers pairs of addresses, each different pair once, in order of their first appearance.
///
/// The addresses are those of strings in a parser's dictionary, where one address is always one
/// string; so this is how names are told apart without looking at their letters.
struct AddressTable {
  private struct Slot {
    /// Nil where nothing is.
    var first: UnsafePointer<UInt8>?
    var second: UnsafePointer<UInt8>?
    var number = 0
  }

  /// How many pairs are numbered.
  private(set) var count = 0
  /// Open addressing with steps of one, at most half of them taken.
  private var slots = [Slot](repeating: Slot(), count: 64)

  /// The number of a pair; nil if it has none.
  @inline(__always)
  func number(of first: UnsafePointer<UInt8>, _ second: UnsafePointer<UInt8>? = nil) -> Int? {
    let mask = slots.count &- 1
    var index = Self.hash(first, second) & mask
    while let found = slots[index].first {
      if found == first, slots[index].second == second { return slots[index].number }
      index = (index &+ 1) & mask
    }
    return nil
  }

  /// Gives a pair the next number.
  ///
  /// - Precondition: it has none yet.
  mutating func add(_ first: UnsafePointer<UInt8>, _ second: UnsafePointer<UInt8>? = nil) -> Int {
    if count * 2 >= slots.count { grow() }
    insert(Slot(first: first, second: second, number: count))
    count += 1
    return count - 1
  }

  private mutating func insert(_ slot: Slot) {
    guard let first = slot.first else { return }
    let mask = slots.count - 1
    var index = Self.hash(first, slot.second) & mask
    while slots[index].first != nil { index = (index + 1) & mask }
    slots[index] = slot
  }

  @inline(__always)
  private static func hash(
    _ first: UnsafePointer<UInt8>, _ second: UnsafePointer<UInt8>?
  ) -> Int {
    let second = UInt(bitPattern: second)
    let key = UInt(bitPattern: first) ^ (second << 32 | second >> 32)
    return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old { insert(slot) }
  }
}
