/// The characters that no rule of ``InlineRepair`` looks at.
struct PlainCharacters {
  /// Bit n is set where ASCII character n (n < 64) is plain: all but controls, space, `!`, `*`,
  /// `-`, `<`, `>`.
  private static let low: UInt64 =
    0xFFFF_FFFF_0000_0000 & ~(1 << 32 | 1 << 33 | 1 << 42 | 1 << 45 | 1 << 60 | 1 << 62)
  /// The same for characters 64…127.
  private let high: UInt64
  private let markup: Bool

  /// The plain characters of a text; `[` is none, and in Markdown neither are `\`, `]`, `_`, `` ` ``.
  init(markup: Bool) {
    let marks: UInt64 = markup ? 1 << 28 | 1 << 29 | 1 << 31 | 1 << 32 : 0
    high = ~(1 << 27 | 1 << 63 | marks)
    self.markup = markup
  }

  /// Where the plain text that begins at an index ends.
  ///
  /// A single space between plain characters and a hyphen before one are part of it.
  func end(of raw: UnsafeBufferPointer<Unicode.Scalar>, _ start: Int, _ end: Int) -> Int {
    guard let base = raw.baseAddress else { return start }
    var index = start
    while index < end {
      if index > start {
        skipSixteens(base, &index, end, raw.count)
        guard index < end else { break }
      }
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

  /// Steps over plain text of ASCII, sixteen characters at a time, from behind a plain character on;
  /// what it stops at is for the caller to look at.
  ///
  /// Where the text goes on, characters behind the end are looked at too, for nothing is gained by
  /// going one by one before it.
  @inline(__always)
  private func skipSixteens(
    _ text: UnsafePointer<Unicode.Scalar>, _ index: inout Int, _ end: Int, _ count: Int
  ) {
    while index < end, index + 16 <= count, let bytes = SixteenScalars(text, at: index).ascii {
      let plain = markup ? Self.plain(bytes, markup: true) : Self.plain(bytes, markup: false)
      guard index + plain < end else {
        // A space or hyphen that ends the text has nothing behind it that would make it plain.
        let last = text[end - 1].value
        index = last == 0x20 || last == 0x2D ? end - 1 : end
        return
      }
      index += plain
      if plain < 15 { return }
    }
  }

  /// How many of sixteen characters are plain text; a space or hyphen at the end is not, since what
  /// follows it is not seen.
  ///
  /// `markup` is a literal, so that marks of Markdown cost nothing elsewhere.
  @inline(__always)
  private static func plain(_ bytes: SIMD16<UInt8>, markup: Bool) -> Int {
    func equal(_ byte: UInt8) -> SIMDMask<SIMD16<Int8>> { bytes .== SIMD16<UInt8>(repeating: byte) }
    var marks = bytes .< SIMD16<UInt8>(repeating: 0x20)
    marks .|= equal(0x7F) .| equal(0x21) .| equal(0x2A) .| equal(0x3C) .| equal(0x3E) .| equal(0x5B)
    if markup { marks .|= equal(0x5C) .| equal(0x5D) .| equal(0x5F) .| equal(0x60) }
    let joins = equal(0x20) .| equal(0x2D)
    let (join, other) = (joins.words, (joins .| marks).words)
    // A space or hyphen ends plain text where another such character or a mark follows.
    let low = other.low & ~join.low | join.low & (other.low >> 8 | other.high << 56)
    let high = other.high & ~join.high | join.high & (other.high >> 8 | 0xFF << 56)
    if low != 0 { return low.trailingZeroBitCount / 8 }
    return high == 0 ? 16 : 8 + high.trailingZeroBitCount / 8
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
