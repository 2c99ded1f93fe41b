/// A set of variables by number; small numbers stand in one machine word.
struct SlotSet: Hashable {
  private var low: UInt64 = 0
  private var high: Set<Slot> = []

  init() {}

  init(_ slots: some Sequence<Slot>) {
    for slot in slots { insert(slot) }
  }

  var isEmpty: Bool { low == 0 && high.isEmpty }
  var count: Int { low.nonzeroBitCount + high.count }

  func contains(_ slot: Slot) -> Bool {
    slot < 64 ? low >> UInt64(slot) & 1 == 1 : high.contains(slot)
  }

  mutating func insert(_ slot: Slot) {
    if slot < 64 { low |= 1 << UInt64(slot) } else { high.insert(slot) }
  }

  mutating func formUnion(_ other: SlotSet) {
    low |= other.low
    if !other.high.isEmpty { high.formUnion(other.high) }
  }

  func union(_ other: SlotSet) -> SlotSet {
    var result = self
    result.formUnion(other)
    return result
  }

  func intersection(_ other: SlotSet) -> SlotSet {
    var result = SlotSet()
    result.low = low & other.low
    if !high.isEmpty { result.high = high.intersection(other.high) }
    return result
  }

  func subtracting(_ other: SlotSet) -> SlotSet {
    var result = SlotSet()
    result.low = low & ~other.low
    if !high.isEmpty { result.high = high.subtracting(other.high) }
    return result
  }

  func isSubset(of other: SlotSet) -> Bool {
    low & ~other.low == 0 && (high.isEmpty || high.isSubset(of: other.high))
  }

  func isDisjoint(with other: SlotSet) -> Bool {
    low & other.low == 0 && (high.isEmpty || high.isDisjoint(with: other.high))
  }

  /// The numbers in ascending order.
  var slots: [Slot] { (0..<64).filter { low >> UInt64($0) & 1 == 1 } + high.sorted() }
}
