/// Finds the words that one letter more, less, other or swapped makes of another.
///
/// Two words within one edit have a form in common once at most one letter of each is left out
/// ([symmetric deletion](https://github.com/wolfgarbe/SymSpell)), so each word stands here under all
/// its forms and looking one up takes as many steps as it has letters.
package struct EditNeighbours: Sendable {
  private struct Entry: Sendable {
    var hash: UInt64
    var word: Int32
    /// The entry before this one in the same slot; -1 for none.
    var next: Int32
  }

  private var entries: [Entry] = []
  /// The last entry of each slot; -1 for none.
  private var slots = [Int32](repeating: -1, count: 1 << 10)

  /// No words.
  package init() {}

  /// Adds a word of some letters.
  ///
  /// - Complexity: O(letters)
  package mutating func insert(_ word: Int32, _ letters: ArraySlice<UInt8>) {
    Self.forEachForm(of: letters) { hash in
      if entries.count >= slots.count { grow() }
      let slot = slot(of: hash)
      entries.append(Entry(hash: hash, word: word, next: slots[slot]))
      slots[slot] = Int32(entries.count - 1)
    }
  }

  /// Hands on the words that have a form in common with some letters: those within one edit, and
  /// perhaps others; a word may come more than once.
  package func forEachCandidate(near letters: ArraySlice<UInt8>, _ body: (Int32) -> Void) {
    Self.forEachForm(of: letters) { hash in
      var number = slots[slot(of: hash)]
      while number >= 0 {
        let entry = entries[Int(number)]
        if entry.hash == hash { body(entry.word) }
        number = entry.next
      }
    }
  }

  private func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in entries.indices {
      let slot = slot(of: entries[number].hash)
      entries[number].next = slots[slot]
      slots[slot] = Int32(number)
    }
  }

  /// Hands on the hashes of a word and of what is left of it without each of its letters.
  private static func forEachForm(of letters: ArraySlice<UInt8>, _ body: (UInt64) -> Void) {
    var all: UInt64 = 0
    for letter in letters { all = all &* base &+ UInt64(letter) &+ 1 }
    body(all)
    // The letters behind the one left out count from the end, so only their sum is needed.
    var (tail, power): (UInt64, UInt64) = (0, 1)
    var head = all
    for index in letters.indices.reversed() {
      let value = (UInt64(letters[index]) &+ 1) &* power
      head = head &- value
      // What stands before the letter moves up by one place.
      body(head &* inverse &+ tail)
      tail = tail &+ value
      power = power &* base
    }
  }

  private static let base: UInt64 = 0x100_0000_01B3

  /// The number by which ``base`` is multiplied to give 1, modulo 2⁶⁴.
  private static let inverse: UInt64 = {
    // Each step doubles the number of right bits (Newton); an odd number is right in three itself.
    var inverse = base
    for _ in 0..<5 { inverse = inverse &* (2 &- base &* inverse) }
    return inverse
  }()
}
