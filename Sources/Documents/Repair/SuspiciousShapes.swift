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
    guard let base = text.baseAddress else { return places }
    var before = Masks()
    var index = 0
    while index < text.count {
      let width = min(64, text.count - index)
      let masks =
        width == 64
        ? Masks(UnsafeRawPointer(base) + index) : Masks(text, from: index)
      let next = index + 64 < text.count ? Masks.letters(text, from: index + 64) : 0
      inside(masks, before, text, at: index, &places)
      words(masks, before, next, text, at: index, &places)
      before = masks
      index += 64
    }
    return places
  }

  /// What shapes the characters make within and across words, from masks shifted over each other.
  @inline(__always)
  private func inside(
    _ now: Masks, _ before: Masks, _ text: UnsafeBufferPointer<UInt8>, at base: Int,
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
    _ now: Masks, _ before: Masks, _ next: UInt64, _ text: UnsafeBufferPointer<UInt8>, at base: Int,
    _ places: inout [Int]
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

/// Which of 64 bytes are what, one bit for each, the first byte's lowest.
private struct Masks {
  var letters: UInt64 = 0
  var capitals: UInt64 = 0
  var digits: UInt64 = 0
  /// Everything else but blanks, controls and hyphens.
  var marks: UInt64 = 0

  init() {}

  /// The masks of 64 bytes in memory.
  @inline(__always)
  init(_ bytes: UnsafeRawPointer) {
    for step in 0..<8 {
      add(
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: step * 8, as: UInt64.self)), step)
    }
    finish()
  }

  /// The masks of the less than 64 bytes from one on; behind the last stand blanks.
  init(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    for step in 0..<8 {
      let first = start + step * 8
      var word = 0x20 &* Self.ones
      if first + 8 <= text.count {
        word = 0
        for offset in 0..<8 { word |= UInt64(text[first + offset]) << UInt64(offset * 8) }
      } else if first < text.count {
        for at in first..<text.count {
          let shift = UInt64((at - first) * 8)
          word = word & ~(0xFF << shift) | UInt64(text[at]) << shift
        }
      }
      add(word, step)
    }
    finish()
  }

  private static let high: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The highest bit of every byte as one byte.
  @inline(__always)
  private static func packed(_ found: UInt64, _ step: Int) -> UInt64 {
    ((((found & high) >> 7) &* 0x0102_0408_1020_4080) >> 56) << UInt64(step * 8)
  }

  @inline(__always)
  private mutating func add(_ bytes: UInt64, _ step: Int) {
    let plain = bytes & ~Self.high
    let small = plain | 0x20 &* Self.ones
    let letter = (small &+ 0x1F &* Self.ones) & ~(small &+ 0x05 &* Self.ones) & ~bytes
    let digit = (plain &+ 0x50 &* Self.ones) & ~(plain &+ 0x46 &* Self.ones) & ~bytes
    let blank = ~(plain &+ 0x5F &* Self.ones) & ~bytes
    let hyphen = ~((plain ^ (0x2D &* Self.ones)) &+ 0x7F &* Self.ones) & ~bytes
    letters |= Self.packed(letter, step)
    capitals |= Self.packed(letter & ~(bytes << 2), step)
    digits |= Self.packed(digit, step)
    marks |= Self.packed(blank | hyphen, step)
  }

  /// What is neither letter nor digit, blank or hyphen is a mark.
  @inline(__always)
  private mutating func finish() { marks = ~(marks | letters | digits) }

  /// Which of the up to eight bytes from one on are letters.
  @inline(__always)
  static func letters(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt64 {
    var letters: UInt64 = 0
    for index in start..<min(start + 8, text.count) where text[index].isASCIILetter {
      letters |= 1 << UInt64(index - start)
    }
    return letters
  }
}
