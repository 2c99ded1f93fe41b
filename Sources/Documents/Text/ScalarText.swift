/// What a scalar is to the readers, told without the Unicode tables for the common ones.
extension Unicode.Scalar {
  /// Space, tab, no-break space and the other blanks that stand for one space.
  @inline(__always) var isBlank: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0xA0: true
    case ..<0x1680: false
    case 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// A letter in lower case.
  @inline(__always) var isLower: Bool {
    value < 0x80 ? value >= 0x61 && value <= 0x7A : properties.isLowercase
  }

  /// A letter in upper case.
  @inline(__always) var isUpper: Bool {
    value < 0x80 ? value >= 0x41 && value <= 0x5A : properties.isUppercase
  }

  /// A digit 0…9.
  @inline(__always) var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// A letter of any script.
  @inline(__always) var isLetter: Bool {
    value < 0x80 ? (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A : properties.isAlphabetic
  }

  /// A character without width that text is better without.
  @inline(__always) var isInvisible: Bool {
    switch value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
    case 0x7F...0x84, 0x86...0x9F: true
    default: value < 0x20 && !(value >= 0x09 && value <= 0x0D)
    }
  }

  /// A mark that belongs to the character before it.
  var attaches: Bool {
    guard value >= 0x300 else { return false }
    switch value {
    case ..<0x370: return true
    case 0x1160...0x11FF: return true
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }
}

/// Short questions about stretches of scalars.
enum ScalarText {
  /// The form in which words are compared: lower case, single spaces, no colon or dot at the end,
  /// no Markdown marks.
  static func key(of scalars: some Sequence<Unicode.Scalar>) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(scalars.underestimatedCount)
    var pendingSpace = false
    for scalar in scalars {
      if scalar.isBlank {
        pendingSpace = !key.isEmpty
        continue
      }
      if scalar.isInvisible || scalar == "*" || scalar == "#" || scalar == "\\" { continue }
      if scalar == "_" && pendingSpace { continue }
      if pendingSpace {
        key.append(0x20)
        pendingSpace = false
      }
      if scalar.value < 0x80 {
        key.append(WordIndex.folded(UInt8(scalar.value)))
      } else {
        key.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    while let last = key.last, last == 0x3A || last == 0x2E || last == 0x20 || last == 0x5F {
      key.removeLast()
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// Whether a word is a number: digits, or a Roman numeral in one case.
  static func isNumber(_ word: some Collection<Unicode.Scalar>) -> Bool {
    guard !word.isEmpty, word.count <= 8 else { return false }
    if word.allSatisfy(\.isDigit) { return word.count <= 4 }
    return word.allSatisfy { isRoman($0.value) }
      || word.allSatisfy { isRoman($0.value & ~0x20) && $0.isLower }
  }

  /// Whether a character is one of `IVXLCDM`.
  private static func isRoman(_ value: UInt32) -> Bool {
    switch value {
    case 0x43, 0x44, 0x49, 0x4C, 0x4D, 0x56, 0x58: true
    default: false
    }
  }
}
