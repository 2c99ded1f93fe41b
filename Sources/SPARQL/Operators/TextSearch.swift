/// Seeks a text within others, sixteen places at a time.
///
/// A place is looked at where the first byte fits and, as far behind it as it should, the last.
struct TextSearch {
  private let wanted: [UInt8]
  private let foldsCase: Bool
  private let first: SIMD16<UInt8>
  private let last: SIMD16<UInt8>
  /// What is set in each byte before it is compared: of two letters that differ in this bit only one
  /// is small.
  private let firstBit: SIMD16<UInt8>
  private let lastBit: SIMD16<UInt8>
  /// Whether a letter beyond ASCII becomes one of ``wanted`` when it is made small.
  private let hasFoldedLetter: Bool

  /// A search for a text; with `foldsCase` ASCII letters of the others are taken as small ones, as
  /// all of `wanted` have to be.
  init(_ wanted: [UInt8], foldsCase: Bool) {
    self.wanted = wanted
    self.foldsCase = foldsCase
    func bit(_ byte: UInt8) -> SIMD16<UInt8> {
      SIMD16(repeating: foldsCase && byte >= 0x61 && byte <= 0x7A ? 0x20 : 0)
    }
    let (first, last) = (wanted.first ?? 0, wanted.last ?? 0)
    self.first = SIMD16(repeating: first)
    self.last = SIMD16(repeating: last)
    firstBit = bit(first)
    lastBit = bit(last)
    hasFoldedLetter = foldsCase && wanted.contains { $0 == 0x69 || $0 == 0x6B }
  }

  /// What the bytes of a text say.
  enum Finding {
    case found, missing
    /// A letter beyond ASCII can make it found or not.
    case unclear
  }

  /// Seeks in a text that has no escapes, or none that matter.
  func find(in text: Span<UInt8>) -> Finding {
    guard !wanted.isEmpty else { return .found }
    let reach = wanted.count &- 1
    let places = text.count &- reach
    // All bytes of the text, one set of bits over the other, where the search goes by them all.
    var seen = SIMD16<UInt8>(repeating: places >= max(16, reach) ? 0 : 0x80)
    if isIn(text, places, reach, &seen) { return .found }
    let halves = unsafeBitCast(seen, to: SIMD2<UInt64>.self)
    guard hasFoldedLetter, (halves[0] | halves[1]) & 0x8080_8080_8080_8080 != 0,
      LiteralBytes.hasLetterThatFoldsToASCII(text)
    else { return .missing }
    return .unclear
  }

  @inline(__always)
  private func isIn(
    _ text: Span<UInt8>, _ places: Int, _ reach: Int, _ seen: inout SIMD16<UInt8>
  ) -> Bool {
    guard places > 0 else { return false }
    var place = 0
    while place &+ 16 <= places {
      if isFound(in: text, near: place, reach, &seen) { return true }
      place &+= 16
    }
    if place < places, places >= 16 { return isFound(in: text, near: places &- 16, reach, &seen) }
    while place < places {
      if begins(text, at: place) { return true }
      place &+= 1
    }
    return false
  }

  /// Whether it begins at one of sixteen places; the bytes looked at are added to `seen`.
  @inline(__always)
  private func isFound(
    in text: Span<UInt8>, near place: Int, _ reach: Int, _ seen: inout SIMD16<UInt8>
  ) -> Bool {
    let bytes = text.bytes
    let start = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: SIMD16<UInt8>.self)
    let end = bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: place &+ reach, as: SIMD16<UInt8>.self)
    seen |= start | end
    let fits = ((start | firstBit) .== first) .& ((end | lastBit) .== last)
    let halves = unsafeBitCast(fits, to: SIMD2<UInt64>.self)
    guard halves[0] | halves[1] != 0 else { return false }
    for half in 0..<2 {
      var lanes = halves[half]
      while lanes != 0 {
        let lane = lanes.trailingZeroBitCount >> 3
        if begins(text, at: place &+ half &* 8 &+ lane) { return true }
        lanes &= ~(0xFF << UInt64(lane &* 8))
      }
    }
    return false
  }

  private func begins(_ text: Span<UInt8>, at place: Int) -> Bool {
    var offset = 0
    while offset < wanted.count {
      let byte = text[place &+ offset]
      let folded = foldsCase && byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      guard folded == wanted[offset] else { return false }
      offset &+= 1
    }
    return true
  }
}
