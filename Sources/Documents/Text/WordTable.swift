/// Finds what words are for without making strings of them.
struct WordTable: Sendable {
  /// Up to sixteen letters of ASCII in lower case.
  private struct Letters: Hashable {
    var first: UInt64 = 0
    var second: UInt64 = 0

    /// A number that spreads the words over a table.
    var spread: Int {
      let mixed = (first ^ second &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
      return Int(truncatingIfNeeded: mixed >> 32)
    }

    /// The letters of a word; nil if it has others or too many.
    init?(_ raw: [Unicode.Scalar], _ range: Range<Int>) {
      var count = 0
      for index in range {
        let scalar = raw[index]
        let folded = scalar.value | 0x20
        guard folded &- 0x61 < 26, scalar.value < 0x80, count < 16 else { return nil }
        if count < 8 {
          first = first << 8 | UInt64(folded)
        } else {
          second = second << 8 | UInt64(folded)
        }
        count += 1
      }
    }
  }

  /// Open addressing; a slot without uses is empty.
  private var slots: [(letters: Letters, uses: WordUses)] = []
  /// Words that are not made of a few letters of ASCII.
  private var others: [String: WordUses] = [:]

  /// A table of words, normalised, by their use.
  init(_ lists: [(words: Set<String>, use: WordUses)]) {
    var known: [Letters: WordUses] = [:]
    for (words, use) in lists {
      for word in words {
        if let letters = Letters(Array(word.unicodeScalars), 0..<word.unicodeScalars.count) {
          known[letters, default: []].insert(use)
        } else {
          others[word, default: []].insert(use)
        }
      }
    }
    var size = 16
    while size < known.count * 4 { size *= 2 }
    guard let none = Letters([], 0..<0) else { return }
    slots = Array(repeating: (none, []), count: size)
    for (letters, uses) in known {
      var slot = letters.spread & (size - 1)
      while !slots[slot].uses.isEmpty { slot = (slot + 1) & (size - 1) }
      slots[slot] = (letters, uses)
    }
  }

  /// The uses of a word in the raw text; marks at its ends do not count.
  func uses(_ raw: [Unicode.Scalar], _ word: Range<Int>) -> WordUses {
    var (start, end) = (word.lowerBound, word.upperBound)
    while start < end, isMark(raw[start]) { start += 1 }
    while end > start, isMark(raw[end - 1]) { end -= 1 }
    guard start < end else { return [] }
    guard let letters = Letters(raw, start..<end) else {
      return others.isEmpty ? [] : others[ScalarText.key(of: raw[start..<end])] ?? []
    }
    var slot = letters.spread & (slots.count - 1)
    while !slots[slot].uses.isEmpty {
      if slots[slot].letters == letters { return slots[slot].uses }
      slot = (slot + 1) & (slots.count - 1)
    }
    return []
  }

  /// What ``ScalarText/key(of:)`` leaves out at the ends of a word.
  @inline(__always)
  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x23, 0x2A, 0x2E, 0x3A, 0x5C, 0x5F: true
    default: false
    }
  }
}
