/// Numbers keys, each of some terms, from 0 in order of their first appearance.
struct KeyTable {
  /// How many terms a key has.
  let width: Int
  /// The terms of all keys, one behind the other.
  private(set) var keys: [TermID] = []
  /// How many keys are numbered.
  private(set) var count = 0
  /// By hash, in open addressing: the number of a key plus one; 0 where nothing is.
  private var slots = [UInt32](repeating: 0, count: 64)

  init(width: Int) { self.width = width }

  /// How many bytes are held, about.
  var memory: Int { (keys.count + slots.count) * 4 }

  /// The number of the key that stands in some columns of a row, and whether it is a new one.
  @inline(__always)
  mutating func number(
    _ columns: [Int], of batch: borrowing Batch, _ row: Int
  ) -> (number: Int, isNew: Bool) {
    var hash = Self.start
    for column in columns { hash = Self.mix(hash, batch.columns[column][row]) }
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count &- 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) &- 1
      if isKey(number, columns, of: batch, row) { return (number, false) }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    for column in columns { keys.append(batch.columns[column][row]) }
    return (add(at: slot), true)
  }

  /// The number of a key of at most three terms, and whether it is a new one.
  @inline(__always)
  mutating func number(_ key: SIMD3<TermID>) -> (number: Int, isNew: Bool) {
    var hash = Self.start
    for place in 0..<width { hash = Self.mix(hash, key[place]) }
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count &- 1)
    search: while slots[slot] != 0 {
      let number = Int(slots[slot]) &- 1
      for place in 0..<width where keys[number &* width &+ place] != key[place] {
        slot = (slot &+ 1) & (slots.count &- 1)
        continue search
      }
      return (number, false)
    }
    for place in 0..<width { keys.append(key[place]) }
    return (add(at: slot), true)
  }

  /// The number of the key that stands in some columns of a row; nil if it has none.
  @inline(__always)
  func find(_ columns: [Int], of batch: borrowing Batch, _ row: Int) -> Int? {
    var hash = Self.start
    for column in columns { hash = Self.mix(hash, batch.columns[column][row]) }
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count &- 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) &- 1
      if isKey(number, columns, of: batch, row) { return number }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  @inline(__always)
  private func isKey(
    _ number: Int, _ columns: [Int], of batch: borrowing Batch, _ row: Int
  ) -> Bool {
    var place = number &* width
    for column in columns {
      if keys[place] != batch.columns[column][row] { return false }
      place &+= 1
    }
    return true
  }

  /// Numbers the key that was appended.
  private mutating func add(at slot: Int) -> Int {
    slots[slot] = UInt32(truncatingIfNeeded: count &+ 1)
    count += 1
    if count * 3 > slots.count * 2 { grow() }
    return count - 1
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    for number in 0..<count {
      var hash = Self.start
      for place in number * width..<(number + 1) * width { hash = Self.mix(hash, keys[place]) }
      var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = UInt32(truncatingIfNeeded: number + 1)
    }
    slots = larger
  }

  private static var start: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ id: TermID) -> UInt64 {
    let product = (hash ^ UInt64(id)) &* 0xD6E8_FEB8_6659_FD93
    return product ^ (product >> 32)
  }
}
