/// The runs of ASCII letters in a text, in order.
struct LetterRuns {
  private let text: UnsafeBufferPointer<UInt8>
  /// Where no further run begins.
  private let limit: Int
  /// The first of the 64 bytes at hand.
  private var base = 0
  /// Which of them are letters and not passed yet, the first byte's bit the lowest.
  private var letters: UInt64 = 0

  /// The runs that begin before an index.
  init(_ text: UnsafeBufferPointer<UInt8>, startingBefore limit: Int) {
    self.text = text
    self.limit = min(limit, text.count)
    letters = ByteMasks.letters(text, from: 0)
  }

  /// The next run; nil if there is none.
  @inline(__always)
  mutating func next() -> Range<Int>? {
    while letters == 0 {
      base += 64
      guard base < limit else { return nil }
      letters = ByteMasks.letters(text, from: base)
    }
    let start = base + letters.trailingZeroBitCount
    guard start < limit else { return nil }
    var end = Self.end(of: letters, from: start - base)
    while end == 64 {
      base += 64
      letters = ByteMasks.letters(text, from: base)
      end = Self.end(of: letters, from: 0)
    }
    letters = (letters >> UInt64(end)) << UInt64(end)
    return start..<base + end
  }

  /// Behind the run of bits that are set from a given one on.
  @inline(__always)
  private static func end(of bits: UInt64, from first: Int) -> Int {
    min(64, first + (~(bits >> UInt64(first))).trailingZeroBitCount)
  }
}
