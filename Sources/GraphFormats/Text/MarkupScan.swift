/// Finds the next byte of a text that XML cannot hold as it is, sixteen at a time.
enum MarkupScan {
  // Every operand is a vector of a named type: with a scalar, or with types left to be inferred, the
  // standard library's generic operators are taken, which go lane by lane.
  private typealias Bytes = SIMD16<UInt8>
  private typealias Mask = SIMDMask<SIMD16<Int8>>

  /// The first byte from `start` that is `"`, `&`, `<`, `>`, `\`, a control character, or 0xEF, with
  /// which U+FFFE and U+FFFF begin; the end of the text if there is none.
  static func endOfPlainText(_ text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position &+ 16 <= text.count {
      let words = stops(text, at: position)
      if words.x != 0 { return position &+ words.x.trailingZeroBitCount &>> 3 }
      if words.y != 0 { return position &+ 8 &+ words.y.trailingZeroBitCount &>> 3 }
      position &+= 16
    }
    guard position < text.count else { return position }
    if text.count >= 16 {
      // The last sixteen, of which the first ones were seen before.
      let last = text.count &- 16
      var words = stops(text, at: last)
      let seen = UInt64(truncatingIfNeeded: (position &- last) &* 8)
      words.x &= UInt64.max << seen
      words.y &= seen <= 64 ? UInt64.max : UInt64.max << (seen &- 64)
      if words.x != 0 { return last &+ words.x.trailingZeroBitCount &>> 3 }
      if words.y != 0 { return last &+ 8 &+ words.y.trailingZeroBitCount &>> 3 }
      return text.count
    }
    while position < text.count, !isStop(text[position]) { position &+= 1 }
    return position
  }

  /// Sixteen bytes, all bits of a byte set where it is one to stop at.
  @inline(__always)
  private static func stops(_ text: Span<UInt8>, at position: Int) -> SIMD2<UInt64> {
    let bytes: Bytes = text.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: position, as: Bytes.self)
    let controls: Mask = bytes .< Bytes(repeating: 0x20)
    // `<` and `>` differ in one bit.
    let brackets: Mask = (bytes | Bytes(repeating: 2)) .== Bytes(repeating: 0x3E)
    let quotes: Mask = bytes .== Bytes(repeating: 0x22)
    let ampersands: Mask = bytes .== Bytes(repeating: 0x26)
    let backslashes: Mask = bytes .== Bytes(repeating: 0x5C)
    let beginnings: Mask = bytes .== Bytes(repeating: 0xEF)
    let signs: Mask = controls .| brackets .| quotes
    let others: Mask = ampersands .| backslashes .| beginnings
    let stops: Mask = signs .| others
    return unsafeBitCast(stops, to: SIMD2<UInt64>.self)
  }

  private static func isStop(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte | 2 == 0x3E || byte == 0x22 || byte == 0x26 || byte == 0x5C || byte == 0xEF
  }
}
