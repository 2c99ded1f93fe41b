import Foundation

/// Splits repaired text into tokens, each folded (lower case, marks dropped) and numbered.
package struct Tokenizer {
  /// Letters and digits run together into one token; a dot or comma between digits stays inside.
  package static func tokens(of text: [UInt8], words: inout WordTable) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(text.count / 5)
    let bytes = text.span
    var index = 0
    var glued: Token.Look = []
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        index += 1
        glued = []
        continue
      }
      let start = index
      var token: Token
      if isASCIIWord(byte), let (end, look) = asciiWord(bytes, from: start) {
        index = end
        token = Token(
          range: start..<end, word: words.intern(bytes, start..<end, .ascii), look: look)
      } else if byte < 0x80, !isASCIIWord(byte), byte != 0x27, byte != 0x60 {
        index += 1
        token = Token(
          range: start..<index, word: words.intern(bytes, start..<index, .none), look: .mark)
      } else {
        token = other(text, &index, &words)
      }
      token.look.formUnion(glued)
      tokens.append(token)
      glued = .glued
    }
    return tokens
  }

  @inline(__always)
  private static func isASCIIWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// The end and the look of a word or number of ASCII; nil if it may go on with other letters.
  @inline(__always)
  private static func asciiWord(_ text: Span<UInt8>, from start: Int) -> (Int, Token.Look)? {
    var index = start
    var (letters, capitals) = (0, 0)
    while index < text.count {
      let byte = text[index]
      if isLetter(byte) {
        letters += 1
        if byte & 0x20 == 0 { capitals += 1 }
      } else if !isDigit(byte) {
        if byte >= 0x80 { return nil }
        // A dot or comma between digits.
        guard byte == 0x2E || byte == 0x2C, letters == 0, index + 1 < text.count,
          isDigit(text[index + 1])
        else { break }
      }
      index += 1
    }
    guard letters > 0 else {
      return (index, isYear(text.extracting(start..<index)) ? [.number, .year] : .number)
    }
    var look: Token.Look = .word
    if isLetter(text[start]), text[start] & 0x20 == 0 { look.insert(.capital) }
    if capitals == letters, letters > 1 { look.insert(.upper) }
    return (index, look)
  }

  private static func isYear(_ digits: Span<UInt8>) -> Bool {
    var value = 0
    guard digits.count < 10 else { return false }
    for index in digits.indices {
      guard isDigit(digits[index]) else { return false }
      value = value * 10 + Int(digits[index] - 0x30)
    }
    return (1900...2099).contains(value)
  }

  /// A mark, or a word that is not of ASCII letters and digits alone.
  @inline(never)
  private static func other(_ text: [UInt8], _ index: inout Int, _ words: inout WordTable) -> Token
  {
    let start = index
    var folded: [UInt8] = []
    let look: Token.Look
    if isASCIIWord(text[index]) || text[index] >= 0x80 && isWord(text, at: index) {
      look = readWord(text, &index, &folded)
    } else {
      look = .mark
      readMark(text, &index, &folded)
    }
    return Token(range: start..<index, word: words.intern(folded[...]), look: look)
  }

  /// The scalar at a place of valid UTF-8 and its length in bytes.
  private static func scalar(_ text: [UInt8], at index: Int) -> (Unicode.Scalar, Int) {
    let first = UInt32(text[index])
    func next(_ offset: Int) -> UInt32 {
      index + offset < text.count ? UInt32(text[index + offset] & 0x3F) : 0
    }
    let (value, length): (UInt32, Int) =
      if first < 0x80 {
        (first, 1)
      } else if first < 0xE0 {
        ((first & 0x1F) << 6 | next(1), 2)
      } else if first < 0xF0 {
        ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
      } else {
        ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
      }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", min(length, text.count - index))
  }

  private static func isWord(_ text: [UInt8], at index: Int) -> Bool {
    let properties = scalar(text, at: index).0.properties
    return properties.isAlphabetic || properties.numericType != nil
  }

  private static func readWord(
    _ text: [UInt8], _ index: inout Int, _ folded: inout [UInt8]
  ) -> Token.Look {
    let start = index
    var capitals = 0
    var letters = 0
    var digits = 0
    var isPlain = true
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if isDigit(byte) {
          digits += 1
        } else if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A {
          letters += 1
          if byte & 0x20 == 0 { capitals += 1 }
        } else if byte == 0x2E || byte == 0x2C, letters == 0, digits > 0, index + 1 < text.count,
          isDigit(text[index + 1])
        {
          folded.append(byte)
          index += 1
          continue
        } else {
          break
        }
        folded.append(isDigit(byte) ? byte : byte | 0x20)
        index += 1
      } else {
        let (scalar, length) = scalar(text, at: index)
        let properties = scalar.properties
        if properties.isAlphabetic || properties.generalCategory == .nonspacingMark {
          letters += 1
        } else if properties.numericType != nil {
          digits += 1
        } else {
          break
        }
        isPlain = false
        if scalar.properties.isUppercase { capitals += 1 }
        index += length
      }
    }
    if !isPlain {
      folded.removeAll(keepingCapacity: true)
      folded.append(contentsOf: fold(String(decoding: text[start..<index], as: UTF8.self)))
    }
    if letters == 0 { return .number }
    var look: Token.Look = .word
    let first = scalar(text, at: start).0
    if first.properties.isUppercase { look.insert(.capital) }
    if capitals == letters, letters > 1 { look.insert(.upper) }
    return look
  }

  /// Lower case with marks dropped, as UTF-8.
  package static func fold(_ text: String) -> [UInt8] {
    let scalars = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
    return Array(
      String(
        String.UnicodeScalarView(
          scalars.filter { $0.properties.generalCategory != .nonspacingMark })
      ).utf8)
  }

  private static func readMark(_ text: [UInt8], _ index: inout Int, _ folded: inout [UInt8]) {
    let (scalar, length) = scalar(text, at: index)
    index += length
    switch scalar.properties.generalCategory {
    case .dashPunctuation: folded.append(UInt8(ascii: "-"))
    case .initialPunctuation, .finalPunctuation: folded.append(UInt8(ascii: "\""))
    default:
      if scalar == "`" || scalar == "'" {
        folded.append(UInt8(ascii: "\""))
      } else {
        folded.append(contentsOf: Array(String(Character(scalar)).utf8))
      }
    }
  }
}
