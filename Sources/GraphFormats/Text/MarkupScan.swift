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
      let words: SIMD2<UInt64> = unsafeBitCast(stops, to: SIMD2<UInt64>.self)
      if words.x != 0 { return position &+ words.x.trailingZeroBitCount &>> 3 }
      if words.y != 0 { return position &+ 8 &+ words.y.trailingZeroBitCount &>> 3 }
      position &+= 16
    }
    while position < text.count, !isStop(text[position]) { position &+= 1 }
    return position
  }

  private static func isStop(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte | 2 == 0x3E || byte == 0x22 || byte == 0x26 || byte == 0x5C || byte == 0xEF
  }
}
