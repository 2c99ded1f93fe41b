/// Words of ASCII letters, marks and digits with what is known of each, to be asked by bytes.
///
/// Letters are compared without regard to case; what is known of a word is a set of bits whose
/// meaning is its owner's.
struct WordIndex: Sendable {
  private var bytes: [UInt8] = []
  /// Behind the last byte of each word.
  private var ends: [Int32] = [0]
  private var marks: [UInt32] = []
  private var slots: [Int32]

  /// An index of no words.
  init() { slots = [Int32](repeating: -1, count: 64) }

  /// How many words are known.
  var count: Int { marks.count }

  /// Adds bits to what is known of a word.
  mutating func add(_ word: some StringProtocol, _ bits: UInt32) {
    let key = word.utf8.map(Self.folded)
    guard !key.isEmpty else { return }
    let slot = key.withUnsafeBufferPointer { self.slot(of: $0, 0..<$0.count) }
    if slots[slot] >= 0 {
      marks[Int(slots[slot])] |= bits
      return
    }
    slots[slot] = Int32(marks.count)
    bytes.append(contentsOf: key)
    ends.append(Int32(bytes.count))
    marks.append(bits)
    if marks.count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for word in marks.indices {
      let slot = bytes.withUnsafeBufferPointer {
        self.slot(of: $0, Int(ends[word])..<Int(ends[word + 1]))
      }
      slots[slot] = Int32(word)
    }
  }

  /// What is known of the word in a range of a text; 0 for an unknown one.
  ///
  /// - Complexity: O(range)
  @inline(__always)
  func bits(of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32 {
    let word = slots[slot(of: text, range)]
    return word < 0 ? 0 : marks[Int(word)]
  }

  /// What is known of a word.
  func bits(of word: [UInt8]) -> UInt32 {
    word.withUnsafeBufferPointer { bits(of: $0, 0..<$0.count) }
  }

  /// The slot that a word has or would get.
  @inline(__always)
  private func slot(of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(Self.folded(text[index]))) &* 0x100_0000_01B3 }
    hash ^= hash >> 29
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let word = Int(slots[slot])
      let start = Int(ends[word])
      if Int(ends[word + 1]) - start == range.count {
        var offset = 0
        while offset < range.count,
          bytes[start + offset] == Self.folded(text[range.lowerBound + offset])
        {
          offset += 1
        }
        if offset == range.count { return slot }
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// A byte with ASCII capitals made small.
  @inline(__always)
  static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
