/// The one change that makes a word of a misread one.
package struct SingleEdit: Equatable {
  /// What is to be replaced, in letters of the misread word.
  package var range: Range<Int>
  /// The letters that take its place.
  package var letters: [UInt8]
  /// Whether scanners often make this mistake: a letter that looks like the right one, or one read
  /// twice.
  package var isFrequent: Bool

  /// The change of one letter that makes a word of a misread one: another letter, one more, one
  /// less, or two swapped; nil if it takes more than that or nothing.
  package init?(
    from misread: ArraySlice<UInt8>, to word: ArraySlice<UInt8>, _ alike: LookAlikes
  ) {
    let (first, second) = (misread.startIndex, word.startIndex)
    guard abs(misread.count - word.count) <= 1 else { return nil }
    let shorter = min(misread.count, word.count)
    var head = 0
    while head < shorter, misread[first + head] == word[second + head] { head += 1 }
    var tail = 0
    while tail < shorter - head,
      misread[misread.endIndex - 1 - tail] == word[word.endIndex - 1 - tail]
    {
      tail += 1
    }
    let wrong = misread[first + head..<misread.endIndex - tail]
    let right = word[second + head..<word.endIndex - tail]
    switch (wrong.count, right.count) {
    case (1, 1): isFrequent = alike.contains(wrong, right)
    case (0, 1): isFrequent = false
    case (1, 0):
      // Of two equal letters the second is taken out.
      isFrequent = head > 0 && misread[first + head - 1] == misread[first + head]
    case (2, 2):
      guard wrong.first == right.last, wrong.last == right.first else { return nil }
      isFrequent = false
    default: return nil
    }
    range = head..<misread.count - tail
    letters = Array(right)
  }

  /// A change of some letters for others that look like them.
  init(_ range: Range<Int>, _ letters: [UInt8]) {
    self.range = range
    self.letters = letters
    isFrequent = true
  }
}

/// Letters that scanners take for one another.
package struct LookAlikes: Sendable {
  /// Bit `b` of word `a`: letter or digit `a` looks like `b`.
  private var single = [UInt64](repeating: 0, count: 36)
  /// Two letters that look like one, or like two others, both ways.
  private(set) var several: [(from: [UInt8], to: [UInt8])] = []

  /// The look-alikes of a pack: `i l`, `rn m`; each counts both ways.
  package init(_ pairs: [String]) {
    for pair in pairs {
      let sides = pair.utf8.split(separator: 0x20).map(Array.init)
      guard sides.count == 2 else { continue }
      if sides.allSatisfy({ $0.count == 1 }), let left = Self.number(sides[0][0]),
        let right = Self.number(sides[1][0])
      {
        single[left] |= 1 << UInt64(right)
        single[right] |= 1 << UInt64(left)
      } else {
        several += [(sides[0], sides[1]), (sides[1], sides[0])]
      }
    }
  }

  private static func number(_ letter: UInt8) -> Int? {
    switch letter {
    case 0x61...0x7A: Int(letter - 0x61)
    case 0x30...0x39: Int(letter - 0x30) + 26
    default: nil
    }
  }

  /// Whether one letter looks like another.
  func contains(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    guard let left = left.first.flatMap(Self.number), let right = right.first.flatMap(Self.number)
    else { return false }
    return single[left] >> UInt64(right) & 1 == 1
  }
}
