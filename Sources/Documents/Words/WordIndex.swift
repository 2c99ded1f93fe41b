/// Words with what is known of each, to be asked by bytes or characters without making strings.
///
/// Letters of ASCII are compared without regard to case; what is known of a word is a set of bits
/// whose meaning is its owner's. Words are hashed and compared eight bytes at a time.
struct WordIndex: Sendable {
  /// A word that is known.
  private struct Entry {
    /// Its first eight bytes.
    var head: UInt64
    /// What is known of it.
    var bits: UInt32
    /// Its length in bytes.
    var count: Int32
    /// Where its further bytes begin among the tails.
    var tail: Int32
  }

  private var entries: [Entry] = []
  /// The bytes of words behind their first eight, eight in a number.
  private var tails: [UInt64] = []
  /// The number of the entry in each slot, -1 for none.
  private var slots: [Int32]
  /// For the lower five bits of the first two bytes: the lengths of the words that begin so, a bit for
  /// each; the highest for all lengths from 31 on.
  private var lengths = [UInt32](repeating: 0, count: 1_024)

  /// An index of no words.
  init() { slots = [Int32](repeating: -1, count: 64) }

  /// How many words are known.
  var count: Int { entries.count }

  /// Adds bits to what is known of a word.
  mutating func add(_ word: some StringProtocol, _ bits: UInt32) {
    let key = Array(word.utf8)
    guard !key.isEmpty else { return }
    key.withUnsafeBufferPointer { key in
      func piece(_ offset: Int) -> UInt64 { Self.piece(key, offset, key.count) }
      let slot = slot(key.count, piece)
      if slots[slot] >= 0 {
        entries[Int(slots[slot])].bits |= bits
        return
      }
      let beginning = Self.beginning(key[0], key.count > 1 ? key[1] : 0)
      lengths[beginning] |= 1 << UInt32(min(key.count, 31))
      slots[slot] = Int32(entries.count)
      entries.append(
        Entry(head: piece(0), bits: bits, count: Int32(key.count), tail: Int32(tails.count)))
      for offset in stride(from: 8, to: key.count, by: 8) { tails.append(piece(offset)) }
    }
    if entries.count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (number, entry) in entries.enumerated() {
      let tail = Int(entry.tail) - 1
      let slot = slot(Int(entry.count)) { $0 == 0 ? entry.head : tails[tail + $0 / 8] }
      slots[slot] = Int32(number)
    }
  }

  /// What is known of the word in a range of a text; 0 for an unknown one.
  ///
  /// - Complexity: O(range)
  @inline(__always)
  func bits(of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32 {
    guard !range.isEmpty else { return 0 }
    let second = range.count > 1 ? text[range.lowerBound + 1] : 0
    guard mayBeKnown(text[range.lowerBound], second, range.count) else { return 0 }
    return bits(range.count) { Self.piece(text, range.lowerBound + $0, range.upperBound) }
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
    guard !range.isEmpty else { return 0 }
    func byte(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: text[index].value) }
    let second = range.count > 1 ? byte(range.lowerBound + 1) : 0
    guard mayBeKnown(byte(range.lowerBound), second, range.count) else { return 0 }
    return bits(range.count) { Self.piece(text, range.lowerBound + $0, range.upperBound) }
  }

  /// Whether any word is so long and may begin with two bytes: most words of a text are told by this.
  @inline(__always)
  private func mayBeKnown(_ first: UInt8, _ second: UInt8, _ count: Int) -> Bool {
    lengths[Self.beginning(first, second)] >> UInt32(min(count, 31)) & 1 == 1
  }

  @inline(__always)
  private static func beginning(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) << 5 | Int(second & 31)
  }

  /// What is known of a word of some bytes that come in pieces.
  @inline(__always)
  private func bits(_ count: Int, _ piece: (Int) -> UInt64) -> UInt32 {
    let number = slots[slot(count, piece)]
    return number < 0 ? 0 : entries[Int(number)].bits
  }

  /// The slot that a word of some bytes has or would get, the bytes given in pieces of eight by the
  /// offset at which each begins.
  @inline(__always)
  private func slot(_ count: Int, _ piece: (Int) -> UInt64) -> Int {
    let head = piece(0)
    var hash = (head ^ UInt64(truncatingIfNeeded: count)) &* Self.factor
    var offset = 8
    while offset < count {
      hash = (hash ^ (hash >> 32) ^ piece(offset)) &* Self.factor
      offset += 8
    }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.head == head, Int(entry.count) == count, hasTail(entry, piece) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Whether the pieces of a word behind the first are those of an entry as long as it.
  @inline(__always)
  private func hasTail(_ entry: Entry, _ piece: (Int) -> UInt64) -> Bool {
    let tail = Int(entry.tail) - 1
    var offset = 8
    while offset < Int(entry.count) {
      guard tails[tail + offset / 8] == piece(offset) else { return false }
      offset += 8
    }
    return true
  }

  /// An odd number whose bits are spread: the golden ratio's.
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  // MARK: Pieces

  /// The up to eight bytes of a text from an index on and before an end, capitals made small; zeros
  /// behind them.
  @inline(__always)
  private static func piece(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
  ) -> UInt64 {
    if let base = text.baseAddress, index + 8 <= text.count {
      let bytes = UInt64(
        littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
      let beyond = UInt64(max(0, index + 8 - end)) * 8
      return folded((bytes << beyond) >> beyond)
    }
    var bytes: UInt64 = 0
    for at in index..<end { bytes |= UInt64(text[at]) << UInt64((at - index) * 8) }
    return folded(bytes)
  }

  /// The same of characters, all of ASCII.
  @inline(__always)
  private static func piece(_ text: [Unicode.Scalar], _ index: Int, _ end: Int) -> UInt64 {
    var bytes: UInt64 = 0
    for at in index..<min(index + 8, end) {
      bytes |= UInt64(text[at].value) << UInt64((at - index) * 8)
    }
    return folded(bytes)
  }

  /// Eight bytes with ASCII capitals made small.
  @inline(__always)
  private static func folded(_ bytes: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones << 7
    let plain = bytes & ~high
    // The highest bit of a byte is set where it is at least `A`, and not above `Z`.
    let capitals = (plain &+ 0x3F &* ones) & ~(plain &+ 0x25 &* ones) & ~bytes & high
    return bytes | capitals >> 2
  }

  /// A byte with ASCII capitals made small.
  @inline(__always)
  static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
