/// The characters that no rule of ``InlineRepair`` looks at.
struct PlainCharacters {
  /// Bit n is set where ASCII character n (n < 64) is plain: all but controls, space, `!`, `*`,
  /// `-`, `<`, `>`.
  private static let low: UInt64 =
    0xFFFF_FFFF_0000_0000 & ~(1 << 32 | 1 << 33 | 1 << 42 | 1 << 45 | 1 << 60 | 1 << 62)
  /// The same for characters 64…127.
  private let high: UInt64

  /// The plain characters of a text; `[` is none, and in Markdown neither are `\`, `]`, `_`, `` ` ``.
  init(markup: Bool) {
    let marks: UInt64 = markup ? 1 << 28 | 1 << 29 | 1 << 31 | 1 << 32 : 0
    high = ~(1 << 27 | 1 << 63 | marks)
  }

  /// Where the plain text that begins at an index ends.
  ///
  /// A single space between plain characters and a hyphen before one are part of it.
  func end(of raw: UnsafeBufferPointer<Unicode.Scalar>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      let value = raw[index].value
      if contains(value) {
        index += 1
      } else if (value == 0x20 && index > start) || value == 0x2D, index + 1 < end,
        contains(raw[index + 1].value)
      {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  @inline(__always)
  private func contains(_ value: UInt32) -> Bool {
    guard value >= 0x80 else {
      let bits = value & 64 == 0 ? Self.low : high
      return bits >> UInt64(value & 63) & 1 == 1
    }
    switch value {
    case 0xC0..<0x300, 0x2012...0x2027, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF,
      0x410...0x44F:
      return true
    default:
      return false
    }
  }
}
