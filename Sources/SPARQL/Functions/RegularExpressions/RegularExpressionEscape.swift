/// What a backslash and a letter stand for in a regular expression
/// ([XSD 1.1 Part 2 §G.4.2](https://www.w3.org/TR/xmlschema11-2/#cces)).
enum RegularExpressionEscape {
  /// One character.
  case character(Unicode.Scalar)
  /// Some characters, as PCRE2 has them within brackets.
  case set(String)

  /// The escape of a letter or sign; nil if it is none.
  init?(_ letter: Unicode.Scalar) {
    switch letter {
    case "n": self = .character("\n")
    case "r": self = .character("\r")
    case "t": self = .character("\t")
    case "\\", "|", ".", "?", "*", "+", "(", ")", "{", "}", "-", "[", "]", "^", "$":
      self = .character(letter)
    case "d": self = .set("\\p{Nd}")
    case "D": self = .set("\\P{Nd}")
    // All but punctuation, separators and others: what is left of the categories.
    case "w": self = .set("\\p{L}\\p{M}\\p{N}\\p{S}")
    case "W": self = .set("\\p{P}\\p{Z}\\p{C}")
    case "s": self = .set(Self.items(of: Self.whitespace))
    case "S": self = .set(Self.items(of: Self.complement(of: Self.whitespace)))
    case "i": self = .set(Self.items(of: Self.nameStart))
    case "I": self = .set(Self.items(of: Self.complement(of: Self.nameStart)))
    case "c": self = .set(Self.items(of: Self.name))
    case "C": self = .set(Self.items(of: Self.complement(of: Self.name)))
    default: return nil
    }
  }

  /// The categories of Unicode that `\p` takes.
  static let categories: Set<String> = [
    "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc",
    "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Z", "Zs", "Zl", "Zp", "S", "Sm", "Sc", "Sk", "So", "C",
    "Cc", "Cf", "Co", "Cn",
  ]

  private static let whitespace: [ClosedRange<UInt32>] = [0x09...0x0A, 0x0D...0x0D, 0x20...0x20]

  /// `NameStartChar` ([XML 1.1 §2.3](https://www.w3.org/TR/xml11/#NT-NameStartChar)), in order.
  private static let nameStart: [ClosedRange<UInt32>] = [
    0x3A...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF,
    0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF,
    0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x1_0000...0xE_FFFF,
  ]

  /// `NameChar`, in order.
  private static let name: [ClosedRange<UInt32>] =
    (nameStart + [0x2D...0x2E, 0x30...0x39, 0xB7...0xB7, 0x300...0x36F, 0x203F...0x2040])
    .sorted { $0.lowerBound < $1.lowerBound }

  /// All code points that lie in none of the ranges.
  private static func complement(of ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var rest: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if next < range.lowerBound { rest.append(next...range.lowerBound - 1) }
      next = range.upperBound + 1
    }
    rest.append(next...0x10_FFFF)
    return rest
  }

  private static func items(of ranges: [ClosedRange<UInt32>]) -> String {
    ranges.map { range in
      let (first, last) = (range.lowerBound, range.upperBound)
      return "\\x{\(String(first, radix: 16))}-\\x{\(String(last, radix: 16))}"
    }.joined()
  }
}
