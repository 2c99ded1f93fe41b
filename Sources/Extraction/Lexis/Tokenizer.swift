import Foundation

/// Splits repaired text into tokens, each folded (lower case, marks dropped) and numbered.
package struct Tokenizer {
  /// Letters and digits run together into one token; a dot or comma between digits stays inside.
  package static func tokens(of text: [UInt8], words: inout WordTable) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(text.count / 5)
    var folded: [UInt8] = []
    var index = 0
    var glued = false
    while index < text.count {
      let byte = text[index]
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        index += 1
        glued = false
        continue
      }
      let start = index
      folded.removeAll(keepingCapacity: true)
      var look: Token.Look = []
      if byte < 0x80 ? isASCIIWord(byte) : isWord(text, at: index) {
        look = readWord(text, &index, &folded)
      } else {
        look = .mark
        readMark(text, &index, &folded)
      }
      if glued { look.insert(.glued) }
      tokens.append(Token(range: start..<index, word: words.intern(folded[...]), look: look))
      glued = true
    }
    return tokens
  }

  private static func isASCIIWord(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

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
        if properties.isAlphabetic
          || (index > start && properties.generalCategory == .nonspacingMark)
        {
          letters += 1
          if properties.isUppercase { capitals += 1 }
        } else if letters == 0, properties.numericType != nil {
          // Such as ½ and ²; behind letters it stands for itself, as in m².
          digits += 1
        } else {
          break
        }
        isPlain = false
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
