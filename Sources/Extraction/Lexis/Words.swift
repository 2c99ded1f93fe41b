/// A hash table of words, numbered from 0 in the order in which they came.
struct Words: Sendable {
  private struct Slot {
    /// The first eight bytes of the word, zero behind its end.
    var prefix: UInt64 = 0
    var length: Int32 = 0
    /// Number of the word; -1 in a free slot.
    var id: Int32 = -1
  }

  private var bytes: [UInt8] = []
  /// Behind the last byte of each word.
  private(set) var ends: [Int32] = []
  private var slots = [Slot](repeating: Slot(), count: 1 << 8)

  /// What a word is looked up by.
  struct Sought {
    var hash: UInt64
    /// The first eight bytes of the word, zero behind its end.
    var prefix: UInt64

    /// What a word of some text is looked up by.
    @inline(__always)
    init(_ text: Span<UInt8>, _ word: Range<Int>, _ folding: WordTable.Folding) {
      (hash, prefix) = Words.hash(text, word, folding)
    }
  }

  /// Eight bytes of a word of some text from a place on, zero behind the word's end.
  @inline(__always)
  private static func chunk(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ folding: WordTable.Folding
  )
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
  private static func hash(_ text: Span<UInt8>, _ word: Range<Int>, _ folding: WordTable.Folding)
    -> (
      hash: UInt64, prefix: UInt64
    )
  {
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
    of sought: Sought, _ text: Span<UInt8>, _ word: Range<Int>, _ folding: WordTable.Folding
  ) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: sought.hash) & mask
    while true {
      let known = slots[slot]
      if known.id < 0 { return slot }
      if known.prefix == sought.prefix, Int(known.length) == word.count,
        word.count <= 8 || hasRest(known.id, text, word, folding)
      {
        return slot
      }
      slot = (slot + 1) & mask
    }
  }

  /// Whether a word of the same length and beginning is the same behind its first eight bytes.
  private func hasRest(
    _ id: Int32, _ text: Span<UInt8>, _ word: Range<Int>, _ folding: WordTable.Folding
  ) -> Bool {
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

  /// The number of a word of some text; -1 if it has none.
  @inline(__always)
  func find(
    _ sought: Sought, _ text: Span<UInt8>, _ word: Range<Int>, _ folding: WordTable.Folding
  ) -> Int32 {
    slots[slot(of: sought, text, word, folding)].id
  }

  /// Adds a word of some text that has no number yet, and tells the number.
  @inline(never)
  mutating func add(
    _ sought: Sought, _ text: Span<UInt8>, _ word: Range<Int>, _ folding: WordTable.Folding
  ) -> Int32 {
    if (ends.count + 1) * 2 > slots.count { grow() }
    let slot = slot(of: sought, text, word, folding)
    slots[slot] = Slot(
      prefix: sought.prefix, length: Int32(word.count), id: Int32(ends.count))
    let mask = UInt8(truncatingIfNeeded: folding.rawValue)
    for index in word { bytes.append(text[index] | mask) }
    ends.append(Int32(bytes.count))
    return slots[slot].id
  }

  /// Gives a folded word a number if it has none.
  mutating func intern(_ word: ArraySlice<UInt8>) {
    let text = word.span
    let sought = Sought(text, 0..<word.count, .none)
    if find(sought, text, 0..<word.count, .none) < 0 {
      _ = add(sought, text, 0..<word.count, .none)
    }
  }

  private mutating func grow() {
    let count = slots.count * 2
    slots = [Slot](repeating: Slot(), count: count)
    let known = bytes
    let text = known.span
    for id in ends.indices {
      let word = range(of: Int32(id))
      let sought = Sought(text, word, .none)
      var slot = Int(truncatingIfNeeded: sought.hash) & (count - 1)
      while slots[slot].id >= 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = Slot(prefix: sought.prefix, length: Int32(word.count), id: Int32(id))
    }
  }

  /// The folded word with this number.
  func word(_ id: Int32) -> ArraySlice<UInt8> { bytes[range(of: id)] }
}
