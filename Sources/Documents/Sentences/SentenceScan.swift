/// One pass over a text that stops at the end of every sentence.
struct SentenceScan {
  let text: UnsafeBufferPointer<UInt8>
  let words: WordIndex
  /// First byte of the sentence being read.
  private(set) var start = 0
  private var index = 0

  init(text: UnsafeBufferPointer<UInt8>, words: WordIndex) {
    self.text = text
    self.words = words
    skipBlanks()
  }

  private mutating func skipBlanks() {
    while start < text.count, text[start] <= 0x20 { start += 1 }
    index = start
  }

  /// The next sentence; nil at the end of the text.
  mutating func next() -> Range<Int>? {
    let count = text.count
    while index < count {
      guard Self.mayEnd(text[index]), let mark = markEnd() else {
        index += 1
        skipPlain()
        continue
      }
      let end = behindClosers(mark)
      if end >= count || isEnd(mark: index..<mark, closed: end) {
        defer {
          start = end
          skipBlanks()
        }
        return start..<end
      }
      index = end
    }
    guard start < count else { return nil }
    var end = count
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    defer { start = count }
    return start..<end
  }

  /// Steps over eight bytes at a time as long as none of them may end a sentence.
  @inline(__always)
  private mutating func skipPlain() {
    guard let base = text.baseAddress else { return }
    let ones: UInt64 = 0x0101_0101_0101_0101
    while index + 8 <= text.count {
      let bytes = UInt64(
        littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
      var found: UInt64 = 0
      func look(for byte: UInt64) {
        let zeroed = bytes ^ (byte &* ones)
        found |= (zeroed &- ones) & ~zeroed
      }
      look(for: 0x2E)
      look(for: 0x21)
      look(for: 0x3F)
      look(for: 0xE2)
      found &= 0x8080_8080_8080_8080
      if found != 0 {
        index += found.trailingZeroBitCount / 8
        return
      }
      index += 8
    }
  }

  /// Bit n is set where the ASCII character n is `!`, `.` or `?`.
  private static let enders: UInt64 = 1 << 0x21 | 1 << 0x2E | 1 << 0x3F

  @inline(__always)
  private static func mayEnd(_ byte: UInt8) -> Bool {
    byte < 64 ? enders >> UInt64(byte) & 1 == 1 : byte == 0xE2
  }

  /// Behind the run of `.`, `!`, `?` and `…` at the index; nil if none stands there.
  private func markEnd() -> Int? {
    var end = index
    while end < text.count {
      if text[end] < 64, Self.mayEnd(text[end]) {
        end += 1
      } else if isEllipsis(end) {
        end += 3
      } else {
        break
      }
    }
    return end > index ? end : nil
  }

  private func isEllipsis(_ at: Int) -> Bool {
    at + 2 < text.count && text[at] == 0xE2 && text[at + 1] == 0x80 && text[at + 2] == 0xA6
  }

  /// Behind the quotes, brackets and further marks that stand close behind a mark.
  private func behindClosers(_ mark: Int) -> Int {
    var end = mark
    while end < text.count {
      switch text[end] {
      case 0x22, 0x27, 0x29, 0x5D, 0x2E, 0x21, 0x3F: end += 1
      case 0xC2 where end + 1 < text.count && text[end + 1] == 0xBB: end += 2
      case 0xE2 where isClosingQuote(end): end += 3
      default: return end
      }
    }
    return end
  }

  /// `’`, `”`, `›`.
  private func isClosingQuote(_ at: Int) -> Bool {
    guard at + 2 < text.count, text[at + 1] == 0x80 else { return false }
    return text[at + 2] == 0x99 || text[at + 2] == 0x9D || text[at + 2] == 0xBA
  }

  // MARK: What follows

  /// What stands behind a mark and its closing quotes.
  private enum Following {
    case lower, digit, capital(Range<Int>), other
  }

  /// Looks past blanks and opening marks.
  private func following(_ end: Int) -> Following {
    var next = end
    var opened = false
    while next < text.count {
      switch text[next] {
      case 0x09...0x0D, 0x20: next += 1
      case 0x22, 0x27, 0x28, 0x2A, 0x2D, 0x5B:
        opened = true
        next += 1
      case 0xC2 where next + 1 < text.count && text[next + 1] == 0xAB:
        opened = true
        next += 2
      case 0xE2 where next + 2 < text.count && text[next + 1] == 0x80 && text[next + 2] < 0xA0:
        opened = true
        next += 3
      case 0x30...0x39: return .digit
      case 0x61...0x7A: return .lower
      case 0x41...0x5A:
        var last = next
        while last < text.count, text[last].isASCIILetter { last += 1 }
        return .capital(next..<last)
      case 0x2C, 0x3A, 0x3B: return opened ? .other : .lower
      case 0xC3 where next + 1 < text.count && text[next + 1] >= 0x9F: return .lower
      default: return .other
      }
    }
    return .other
  }

  /// Whether a run of marks ends a sentence, given the place behind the quotes and brackets that
  /// close behind it.
  private func isEnd(mark: Range<Int>, closed: Int) -> Bool {
    let isSingleDot = mark.count == 1 && text[mark.lowerBound] == 0x2E
    guard text[closed] <= 0x20 else {
      return isSingleDot && closed == mark.upperBound
        && GluedSentence.begins(behindDot: mark.lowerBound, in: text, from: start)
    }
    let following = following(closed)
    if case .lower = following { return false }
    // An ellipsis in brackets stands for words left out.
    if mark.count > 1 || text[mark.lowerBound] == 0xE2 {
      return mark.lowerBound == 0
        || !(text[mark.lowerBound - 1] == 0x5B
          || text[mark.lowerBound - 1] == 0x28)
    }
    guard isSingleDot else { return true }
    return isEnd(dot: mark.lowerBound, closed: closed, following)
  }

  // MARK: The word before a dot

  private func isEnd(dot: Int, closed: Int, _ following: Following) -> Bool {
    var first = dot
    while first > start, isInWord(first - 1) { first -= 1 }
    let word = first..<dot
    guard !word.isEmpty else { return true }
    if isListNumber(word) { return false }
    if closed > dot + 1 { return true }
    if isNumber(word) {
      if case .capital(let next) = following {
        return words.bits(of: text, next) & SentenceSplitter.Mark.month == 0
      }
      return true
    }
    let known = bits(of: word)
    if known & SentenceSplitter.Mark.abbreviation != 0 { return false }
    if known & SentenceSplitter.Mark.beforeNumber != 0 {
      switch following {
      case .digit: return false
      case .capital(let next): return !isNumeral(next)
      case .lower, .other: return true
      }
    }
    if known & SentenceSplitter.Mark.closing != 0 {
      guard case .capital(let next) = following else {
        if case .digit = following { return false }
        return true
      }
      return words.bits(of: text, next) & SentenceSplitter.Mark.closing == 0
    }
    if isInitials(word) {
      guard case .capital(let next) = following else { return !isLetter(word) }
      return next.count > 1 && words.bits(of: text, next) & SentenceSplitter.Mark.starter != 0
    }
    return true
  }

  /// Letters, digits, the dots and hyphens between them, and the commas of numbers.
  private func isInWord(_ at: Int) -> Bool {
    let byte = text[at]
    return byte.isASCIILetter || byte &- 0x30 < 10 || byte == 0x2E || byte == 0x2D || byte >= 0x80
      || (byte == 0x2C && at + 1 < text.count && text[at + 1] &- 0x30 < 10)
  }

  private func isLetter(_ word: Range<Int>) -> Bool {
    word.count == 1 && text[word.lowerBound].isASCIILetter
  }

  /// What is known of a word as it is written.
  private func bits(of word: Range<Int>) -> UInt32 {
    let bits = words.bits(of: text, word)
    return text[word.lowerBound].isASCIISmall ? bits >> SentenceSplitter.Mark.small : bits & 0xFF
  }

  /// Digits with dots and commas between them.
  private func isNumber(_ word: Range<Int>) -> Bool {
    for index in word
    where !(text[index] &- 0x30 < 10 || text[index] == 0x2E || text[index] == 0x2C) {
      return false
    }
    return true
  }

  /// A Roman numeral or a single letter.
  private func isNumeral(_ word: Range<Int>) -> Bool {
    if word.count == 1 { return true }
    for index in word {
      switch text[index] {
      case 0x43, 0x44, 0x49, 0x4C, 0x4D, 0x56, 0x58: continue
      default: return false
      }
    }
    return true
  }

  /// A number or letter at the start of a sentence, of an item (`: 1.`), or of a chapter (`BAB II.`).
  private func isListNumber(_ word: Range<Int>) -> Bool {
    guard word.count <= 6, isNumber(word) || isLetter(word) || isNumeral(word) else { return false }
    if word.lowerBound == start { return true }
    guard text[word.lowerBound - 1] <= 0x20 else { return false }
    var before = word.lowerBound - 1
    while before > start, text[before - 1] <= 0x20 { before -= 1 }
    guard before > start else { return true }
    if text[before - 1] == 0x3A || text[before - 1] == 0x3B { return true }
    guard text[before - 1].isASCIILetter else { return false }
    var first = before
    while first > start, text[first - 1].isASCIILetter { first -= 1 }
    return first == start
      && words.bits(of: text, first..<before) & SentenceSplitter.Mark.chapter != 0
  }

  /// `J`, `S.H`, `M.Si`, `Ph.D`, `e.g`: groups that begin with a capital and have at most four
  /// letters, or single small letters.
  private func isInitials(_ word: Range<Int>) -> Bool {
    var group = 0
    var groups = 1
    var longest = 0
    for index in word {
      let byte = text[index]
      if byte == 0x2E {
        if group == 0 { return false }
        group = 0
        groups += 1
        continue
      }
      guard byte.isASCIILetter else { return false }
      if group == 0 {
        if byte.isASCIISmall, groups == 1, word.count == 1 { return true }
      } else if text[index - group].isASCIISmall || group >= 4 {
        return false
      }
      group += 1
      longest = max(longest, group)
    }
    return groups > 1 || longest == 1
  }
}

extension UInt8 {
  /// A letter of ASCII.
  @inline(__always) var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// A capital of ASCII.
  @inline(__always) var isASCIICapital: Bool { self &- 0x41 < 26 }
  /// A small letter of ASCII.
  @inline(__always) var isASCIISmall: Bool { self &- 0x61 < 26 }
}
