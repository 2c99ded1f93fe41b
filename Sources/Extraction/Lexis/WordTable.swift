/// Folded words as small numbers: the pack's words first, then those of the document being read.
package struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []
  private var slots: [Int32]
  private var mask: Int

  /// A table of no words.
  package init() {
    slots = [Int32](repeating: -1, count: 1 << 12)
    mask = (1 << 12) - 1
  }

  /// How many words are known.
  package var count: Int { ends.count }

  private static func hash(_ word: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 29))
  }

  private func isEqual(_ id: Int32, _ word: ArraySlice<UInt8>) -> Bool {
    let start = id == 0 ? 0 : Int(ends[Int(id) - 1])
    let end = Int(ends[Int(id)])
    guard end - start == word.count else { return false }
    return bytes[start..<end].elementsEqual(word)
  }

  /// The number of a word; nil if it is not known.
  package func id(of word: ArraySlice<UInt8>) -> Int32? {
    var slot = Self.hash(word) & mask
    while slots[slot] >= 0 {
      if isEqual(slots[slot], word) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The number of a word, which it is given if it had none.
  package mutating func intern(_ word: ArraySlice<UInt8>) -> Int32 {
    if let known = id(of: word) { return known }
    if (ends.count + 1) * 2 > slots.count { grow() }
    let id = Int32(ends.count)
    bytes.append(contentsOf: word)
    ends.append(Int32(bytes.count))
    var slot = Self.hash(word) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = id
    return id
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for id in ends.indices {
      let start = id == 0 ? 0 : Int(ends[id - 1])
      var slot = Self.hash(bytes[start..<Int(ends[id])]) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(id)
    }
  }

  /// The folded word with this number.
  package func word(_ id: Int32) -> ArraySlice<UInt8> {
    bytes[(id == 0 ? 0 : Int(ends[Int(id) - 1]))..<Int(ends[Int(id)])]
  }

  /// The value of a number without marks inside, of nine digits at most; nil for others.
  func number(_ token: Token) -> Int? {
    var value = 0
    guard token.look.contains(.number), token.range.count < 10 else { return nil }
    for byte in word(token.word) {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
