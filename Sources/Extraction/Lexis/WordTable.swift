/// Folded words as small numbers: the pack's words first, then those of the document being read.
///
/// A word is looked up by its first eight bytes, taken as one number, and its length; only of longer
/// words are the other bytes compared.
package struct WordTable: Sendable {
  private struct Slot {
    /// The first eight bytes of the word, zero behind its end.
    var prefix: UInt64 = 0
    var length: Int32 = 0
    /// Number of the word; -1 in a free slot.
    var id: Int32 = -1
  }

  private var bytes: [UInt8] = []
  private var ends: [Int32] = []
  private var slots: [Slot]

  /// A table of no words.
  package init() { slots = [Slot](repeating: Slot(), count: 1 << 12) }

  /// How many words are known.
  package var count: Int { ends.count }

  /// How letters of a word that is looked up are compared.
  enum Folding: UInt64 {
    /// As they are.
    case none = 0
    /// ASCII capitals as small letters; the word is one of ASCII letters, digits, dots and commas.
    case ascii = 0x2020_2020_2020_2020
  }

  /// Eight bytes of a word of some text from a place on, zero behind the word's end.
  @inline(__always)
  private static func chunk(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ folding: Folding)
    -> UInt64
  {
    let length = end - start
    if start + 8 <= text.count {
      // All bytes up to 8 from the start stand in the text.
      let all = UInt64(
        littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
      return (all | folding.rawValue) & (length >= 8 ? .max : (1 << UInt64(length * 8)) - 1)
    }
    var chunk: UInt64 = 0
    for offset in 0..<min(length, 8) {
      chunk |=
        UInt64(text[start + offset] | UInt8(truncatingIfNeeded: folding.rawValue))
        << UInt64(offset * 8)
    }
    return chunk
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ chunk: UInt64) -> UInt64 {
    let product = (hash ^ chunk) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 32)
  }

  /// The hash of a word and its first eight bytes.
  @inline(__always)
  private static func hash(_ text: Span<UInt8>, _ word: Range<Int>, _ folding: Folding) -> (
    hash: UInt64, prefix: UInt64
  ) {
    guard !word.isEmpty else { return (0, 0) }
    let prefix = chunk(text, word.lowerBound, word.upperBound, folding)
    var hash = mixed(UInt64(word.count), prefix)
    var start = word.lowerBound + 8
    while start < word.upperBound {
      hash = mixed(hash, chunk(text, start, word.upperBound, folding))
      start += 8
    }
    return (hash, prefix)
  }

  /// The slot of a word, or the free one where it would stand.
  @inline(__always)
  private func slot(
    of hash: UInt64, _ prefix: UInt64, _ text: Span<UInt8>, _ word: Range<Int>, _ folding: Folding
  ) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let known = slots[slot]
      if known.id < 0 { return slot }
      if known.prefix == prefix, Int(known.length) == word.count,
        word.count <= 8 || hasRest(known.id, text, word, folding)
      {
        return slot
      }
      slot = (slot + 1) & mask
    }
  }

  /// Whether a word of the same length and beginning is the same behind its first eight bytes.
  private func hasRest(_ id: Int32, _ text: Span<UInt8>, _ word: Range<Int>, _ folding: Folding)
    -> Bool
  {
    let known = range(of: id)
    let mask = UInt8(truncatingIfNeeded: folding.rawValue)
    for offset in 8..<word.count
    where bytes[known.lowerBound + offset] != text[word.lowerBound + offset] | mask {
      return false
    }
    return true
  }

  private func range(of id: Int32) -> Range<Int> {
    (id == 0 ? 0 : Int(ends[Int(id) - 1]))..<Int(ends[Int(id)])
  }

  /// The number of a word of some text, which it is given if it had none.
  @inline(__always)
  mutating func intern(_ text: Span<UInt8>, _ word: Range<Int>, _ folding: Folding) -> Int32 {
    let (hash, prefix) = Self.hash(text, word, folding)
    let slot = slot(of: hash, prefix, text, word, folding)
    if slots[slot].id >= 0 { return slots[slot].id }
    return add(text, word, folding, hash, Slot(prefix: prefix, length: Int32(word.count)))
  }

  @inline(never)
  private mutating func add(
    _ text: Span<UInt8>, _ word: Range<Int>, _ folding: Folding, _ hash: UInt64, _ new: Slot
  ) -> Int32 {
    if (ends.count + 1) * 2 > slots.count { grow() }
    let slot = slot(of: hash, new.prefix, text, word, folding)
    slots[slot] = new
    slots[slot].id = Int32(ends.count)
    let mask = UInt8(truncatingIfNeeded: folding.rawValue)
    for index in word { bytes.append(text[index] | mask) }
    ends.append(Int32(bytes.count))
    return slots[slot].id
  }

  private mutating func grow() {
    let count = slots.count * 2
    slots = [Slot](repeating: Slot(), count: count)
    let known = bytes
    let text = known.span
    for id in ends.indices {
      let word = range(of: Int32(id))
      let (hash, prefix) = Self.hash(text, word, .none)
      var slot = Int(truncatingIfNeeded: hash) & (count - 1)
      while slots[slot].id >= 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = Slot(prefix: prefix, length: Int32(word.count), id: Int32(id))
    }
  }

  /// The number of a folded word; nil if it is not known.
  package func id(of word: ArraySlice<UInt8>) -> Int32? {
    let text = word.span
    let (hash, prefix) = Self.hash(text, 0..<word.count, .none)
    let id = slots[slot(of: hash, prefix, text, 0..<word.count, .none)].id
    return id < 0 ? nil : id
  }

  /// The number of a folded word, which it is given if it had none.
  package mutating func intern(_ word: ArraySlice<UInt8>) -> Int32 {
    intern(word.span, 0..<word.count, .none)
  }

  /// The folded word with this number.
  package func word(_ id: Int32) -> ArraySlice<UInt8> { bytes[range(of: id)] }

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
