/// Finds the places of a text where scanning may have made a mistake, without asking what words mean.
///
/// Clean text has hardly any, so the rules that look closer have nothing to do there.
struct SuspiciousShapes: Sendable {
  /// Bit n is set for the word of up to three letters with code n: it is a word.
  private var short = [UInt64](repeating: 0, count: 512)
  /// Bit n is set where a glued word may begin or end with the three letters of code n.
  private var heads = [UInt64](repeating: 0, count: 512)
  private var tails = [UInt64](repeating: 0, count: 512)
  /// Bit n is set where a formula's first three letters and its length have code n.
  private var formulas = [UInt64](repeating: 0, count: 512)

  /// The shapes by the words of up to three letters that are no fragments, the words that stand glued
  /// to others, and the phrases that stand glued.
  init(short words: some Sequence<String>, glued: Set<String>, formulas: Set<String>) {
    func set(_ table: inout [UInt64], _ letters: some Sequence<UInt8>) {
      guard let code = Self.code(letters) else { return }
      table[code >> 6] |= 1 << UInt64(code & 63)
    }
    for word in words { set(&short, word.utf8) }
    let numerals = Array("ivxlcdm".utf8)
    for first in numerals {
      for second in numerals {
        set(&short, [first, second])
        for third in numerals { set(&short, [first, second, third]) }
      }
    }
    for numeral in "ivxl".utf8 { set(&short, [numeral]) }
    // The last three letters of longer words are the ends of too many others.
    for word in glued where word.utf8.count >= 3 {
      set(&heads, word.utf8.prefix(3))
      if word.utf8.count == 3 { set(&tails, word.utf8) }
    }
    for formula in formulas {
      let letters = formula.utf8.filter(\.isASCIILetter)
      guard letters.count >= 8, let code = Self.code(letters.prefix(3)) else { continue }
      let slot = Self.slot(code, letters.count)
      self.formulas[slot >> 6] |= 1 << UInt64(slot & 63)
    }
  }

  /// `.`, `,`, `"`, `_`, `~`, `^`: what scanning sees inside words.
  static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2C, 0x22, 0x5F, 0x7E, 0x5E: true
    default: false
    }
  }

  private static func code(_ letters: some Sequence<UInt8>) -> Int? {
    var code = 0
    for byte in letters {
      guard byte.isASCIILetter else { return nil }
      code = code << 5 | Int(byte & 31)
    }
    return code
  }

  private static func slot(_ code: Int, _ length: Int) -> Int { (code &+ length &* 1_031) & 32_767 }

  /// Places within the suspicious words of a text: digit beside letter, mark or capital inside a word,
  /// a single letter between marks, fragments, and long words with a small word at an end.
  ///
  /// - Complexity: O(text)
  func places(in text: UnsafeBufferPointer<UInt8>) -> [Int] {
    var places: [Int] = []
    var before = ByteMasks()
    var masks = ByteMasks(text, from: 0)
    var index = 0
    while index < text.count {
      let next = ByteMasks(text, from: index + 64)
      inside(masks, before, text, at: index, &places)
      words(masks, before, next.letters, text, at: index, &places)
      before = masks
      masks = next
      index += 64
    }
    return places
  }

  /// What shapes the characters make within and across words, from masks shifted over each other.
  @inline(__always)
  private func inside(
    _ now: ByteMasks, _ before: ByteMasks, _ text: UnsafeBufferPointer<UInt8>, at base: Int,
    _ places: inout [Int]
  ) {
    func shifted(_ mask: UInt64, _ earlier: UInt64, by count: UInt64) -> UInt64 {
      mask << count | earlier >> (64 - count)
    }
    let letter1 = shifted(now.letters, before.letters, by: 1)
    let digit1 = shifted(now.digits, before.digits, by: 1)
    let mark1 = shifted(now.marks, before.marks, by: 1)
    let small1 = shifted(
      now.letters & ~now.capitals, before.letters & ~before.capitals, by: 1)
    let beside = now.letters & digit1 | now.digits & letter1
    let camel = now.capitals & small1
    let mark = now.letters & mark1 & shifted(now.letters, before.letters, by: 2)
    let single = now.marks & letter1 & shifted(now.marks, before.marks, by: 2)
    var found = beside | camel | mark | single
    while found != 0 {
      let bit = found & (0 &- found)
      found ^= bit
      let place = base + bit.trailingZeroBitCount - 1
      // A single letter is looked at only where it may be a one.
      if single & bit != 0, text[place] != 0x6C, text[place] != 0x49 { continue }
      places.append(place)
    }
  }

  /// Words of up to three letters that are none, and long words with a small word at an end.
  @inline(__always)
  private func words(
    _ now: ByteMasks, _ before: ByteMasks, _ next: UInt64, _ text: UnsafeBufferPointer<UInt8>,
    at base: Int, _ places: inout [Int]
  ) {
    func ahead(_ count: UInt64) -> UInt64 { now.letters >> count | next << (64 - count) }
    let starts = now.letters & ~(now.letters << 1 | before.letters >> 63)
    let (second, third) = (ahead(1), ahead(2))
    let four = second & third & ahead(3)
    var short = starts & ~four
    while short != 0 {
      let bit = UInt64(short.trailingZeroBitCount)
      short &= short - 1
      let hasSecond = second >> bit & 1
      let length = 1 + Int(hasSecond + (hasSecond & third >> bit))
      let start = base + Int(bit)
      if !isKnown(text, start, length), isFragment(text, start, start + length) {
        places.append(start)
      }
    }
    var long = starts & four & ahead(4) & ahead(5) & ahead(6) & ahead(7)
    while long != 0 {
      let bit = long.trailingZeroBitCount
      long &= long - 1
      var length = (~(now.letters >> UInt64(bit))).trailingZeroBitCount
      if bit + length >= 64 {
        while base + bit + length < text.count, text[base + bit + length].isASCIILetter {
          length += 1
        }
      }
      let start = base + bit
      let head = code(text, start)
      if has(heads, head) || has(tails, code(text, start + length - 3))
        || has(formulas, Self.slot(head, length))
      {
        places.append(start)
      }
    }
  }

  @inline(__always)
  private func has(_ table: [UInt64], _ code: Int) -> Bool {
    table[code >> 6] >> UInt64(code & 63) & 1 == 1
  }

  /// The code of three letters.
  @inline(__always)
  private func code(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    Int(text[at] & 31) << 10 | Int(text[at + 1] & 31) << 5 | Int(text[at + 2] & 31)
  }

  /// Whether a word of up to three letters is one.
  @inline(__always)
  private func isKnown(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int
  ) -> Bool {
    if start + 2 < text.count { return has(short, code(text, start) >> (5 * (3 - length))) }
    return has(short, text[start..<start + length].reduce(0) { $0 << 5 | Int($1 & 31) })
  }

  /// Whether blanks set a short word off as they do the parts of a broken one.
  private func isFragment(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let blankBefore = start == 0 || text[start - 1] == 0x20
    let blankBehind = end < text.count && text[end] == 0x20
    return end - start == 1 ? blankBefore && blankBehind : blankBefore || blankBehind
  }
}
