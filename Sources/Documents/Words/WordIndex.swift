/// Words with what is known of each, to be asked by bytes or characters without making strings.
///
/// Letters of ASCII are compared without regard to case; what is known of a word is a set of bits
/// whose meaning is its owner's.
struct WordIndex: Sendable {
  private var bytes: [UInt8] = []
  /// Behind the last byte of each word.
  private var ends: [Int32] = [0]
  private var marks: [UInt32] = []
  private var slots: [Int32]
  /// For the lower five bits of a first byte: the lengths of the words that begin so, a bit for each;
  /// the highest for all lengths from 63 on.
  private var lengths = [UInt64](repeating: 0, count: 32)

  /// An index of no words.
  init() { slots = [Int32](repeating: -1, count: 64) }

  /// How many words are known.
  var count: Int { marks.count }

  /// Adds bits to what is known of a word.
  mutating func add(_ word: some StringProtocol, _ bits: UInt32) {
    let key = word.utf8.map(Self.folded)
    guard !key.isEmpty else { return }
    let slot = slot(key.count) { key[$0] }
    if slots[slot] >= 0 {
      marks[Int(slots[slot])] |= bits
      return
    }
    lengths[Int(key[0] & 31)] |= 1 << UInt64(min(key.count, 63))
    slots[slot] = Int32(marks.count)
    bytes.append(contentsOf: key)
    ends.append(Int32(bytes.count))
    marks.append(bits)
    if marks.count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for word in marks.indices {
      let start = Int(ends[word])
      slots[slot(Int(ends[word + 1]) - start) { bytes[start + $0] }] = Int32(word)
    }
  }

  /// What is known of the word in a range of a text; 0 for an unknown one.
  ///
  /// - Complexity: O(range)
  @inline(__always)
  func bits(of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32 {
    guard !range.isEmpty, mayBeKnown(text[range.lowerBound], range.count) else { return 0 }
    return bits(atSlot: slot(range.count) { Self.folded(text[range.lowerBound + $0]) })
  }

  /// What is known of a word.
  func bits(of word: [UInt8]) -> UInt32 {
    word.withUnsafeBufferPointer { bits(of: $0, 0..<$0.count) }
  }

  /// What is known of the word in a range of characters; 0 for an unknown one.
  ///
  /// A word that is not all ASCII is compared in the form that ``ScalarText/key(of:)`` gives it.
  ///
  /// - Complexity: O(range)
  func bits(of text: [Unicode.Scalar], _ range: Range<Int>) -> UInt32 {
    guard text[range].allSatisfy({ $0.value < 0x80 }) else {
      return bits(of: Array(ScalarText.key(of: text[range]).utf8))
    }
    guard !range.isEmpty,
      mayBeKnown(UInt8(truncatingIfNeeded: text[range.lowerBound].value), range.count)
    else { return 0 }
    return bits(
      atSlot: slot(range.count) {
        Self.folded(UInt8(truncatingIfNeeded: text[range.lowerBound + $0].value))
      })
  }

  /// Whether any word is so long and may begin with a byte: most words of a text are told by this.
  @inline(__always)
  private func mayBeKnown(_ first: UInt8, _ count: Int) -> Bool {
    lengths[Int(first & 31)] >> UInt64(min(count, 63)) & 1 == 1
  }

  @inline(__always)
  private func bits(atSlot slot: Int) -> UInt32 {
    let word = slots[slot]
    return word < 0 ? 0 : marks[Int(word)]
  }

  /// The slot that a word of some bytes, given one by one with capitals made small, has or would get.
  @inline(__always)
  private func slot(_ count: Int, _ byte: (Int) -> UInt8) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in 0..<count { hash = (hash ^ UInt64(byte(offset))) &* 0x100_0000_01B3 }
    hash ^= hash >> 29
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let word = Int(slots[slot])
      let start = Int(ends[word])
      if Int(ends[word + 1]) - start == count {
        var offset = 0
        while offset < count, bytes[start + offset] == byte(offset) { offset += 1 }
        if offset == count { return slot }
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// A byte with ASCII capitals made small.
  @inline(__always)
  static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
