/// Which of 64 bytes are what, one bit for each, the first byte's lowest.
struct ByteMasks {
  var letters: UInt64 = 0
  var capitals: UInt64 = 0
  var digits: UInt64 = 0
  /// Everything else but blanks, controls and hyphens.
  var marks: UInt64 = 0

  /// No bytes, or 64 blanks.
  init() {}

  /// The masks of the up to 64 bytes of a text from one on; behind the last stand blanks.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.init()
    Self.withBytes(of: text, from: start) { bytes in
      for step in 0..<4 { add(Self.vector(bytes, step), step) }
    }
  }

  /// Which of the up to 64 bytes of a text from one on are letters.
  @inline(__always)
  static func letters(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt64 {
    var letters: UInt64 = 0
    withBytes(of: text, from: start) { bytes in
      for step in 0..<4 { letters |= packed(areLetters(vector(bytes, step)), step) }
    }
    return letters
  }

  /// Gives 64 bytes of a text from one on, with blanks behind the last.
  @inline(__always)
  private static func withBytes(
    of text: UnsafeBufferPointer<UInt8>, from start: Int, _ body: (UnsafeRawPointer) -> Void
  ) {
    guard start < text.count, let base = text.baseAddress else { return }
    if start + 64 <= text.count { return body(UnsafeRawPointer(base + start)) }
    withUnsafeTemporaryAllocation(byteCount: 64, alignment: 16) { copy in
      for step in 0..<4 {
        copy.storeBytes(
          of: SIMD16(repeating: 0x20), toByteOffset: step * 16, as: SIMD16<UInt8>.self)
      }
      copy.copyMemory(
        from: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text[start...])))
      if let bytes = copy.baseAddress { body(UnsafeRawPointer(bytes)) }
    }
  }

  @inline(__always)
  private static func vector(_ bytes: UnsafeRawPointer, _ step: Int) -> SIMD16<UInt8> {
    bytes.loadUnaligned(fromByteOffset: step * 16, as: SIMD16<UInt8>.self)
  }

  private typealias Mask = SIMDMask<SIMD16<Int8>>

  /// Sixteen times the same byte, of a named type for the sake of ``SixteenScalars``'s reason.
  @inline(__always)
  private static func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16<UInt8>(repeating: byte) }

  @inline(__always)
  private static func areLetters(_ bytes: SIMD16<UInt8>) -> Mask {
    let small: SIMD16<UInt8> = (bytes | all(0x20)) &- all(0x61)
    return small .< all(26)
  }

  /// One bit for each of sixteen bytes.
  @inline(__always)
  private static func packed(_ mask: Mask, _ step: Int) -> UInt64 {
    // Of each byte one bit is left, in its place among those of the eight; the product adds them up.
    let (low, high) = mask.words
    let places: UInt64 = 0x8040_2010_0804_0201
    let ones: UInt64 = 0x0101_0101_0101_0101
    let bits = ((low & places) &* ones) >> 56 | (((high & places) &* ones) >> 56) << 8
    return bits << UInt64(step * 16)
  }

  @inline(__always)
  private mutating func add(_ bytes: SIMD16<UInt8>, _ step: Int) {
    let letter = Self.areLetters(bytes)
    let capital = letter .& (bytes .< Self.all(0x60))
    let number: SIMD16<UInt8> = bytes &- Self.all(0x30)
    let digit = number .< Self.all(10)
    let mark = .!(letter .| digit .| bytes .< Self.all(0x21) .| bytes .== Self.all(0x2D))
    letters |= Self.packed(letter, step)
    capitals |= Self.packed(capital, step)
    digits |= Self.packed(digit, step)
    marks |= Self.packed(mark, step)
  }
}
