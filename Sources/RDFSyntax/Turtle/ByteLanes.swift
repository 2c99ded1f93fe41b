/// Sixteen bytes of a text, looked at at once.
///
/// Only sums and bit operations are used: comparisons compile to loops over the bytes as soon as the
/// compiler does not see the whole of them.
struct ByteLanes {
  private let lanes: SIMD16<UInt8>

  /// The bytes from an offset on; the span's memory has to reach that far.
  @inline(__always)
  init(_ text: Span<UInt8>, at offset: Int) {
    lanes = text.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// Some of the bytes: those whose highest bit is set here; the other bits have no meaning.
  struct Selection {
    fileprivate var bits: SIMD16<UInt8>

    @inline(__always)
    static func | (left: Selection, right: Selection) -> Selection {
      Selection(bits: left.bits | right.bits)
    }

    /// The number of the first byte that is selected; 16 if none is.
    @inline(__always)
    var first: Int { Self.first(in: bits) }

    /// The number of the first byte that is not selected; 16 if all are.
    @inline(__always)
    var firstOther: Int { Self.first(in: ~bits) }

    /// How many bytes are selected.
    @inline(__always)
    var count: Int {
      let words = unsafeBitCast(bits, to: SIMD2<UInt64>.self)
      return (words.x & 0x8080_8080_8080_8080).nonzeroBitCount
        &+ (words.y & 0x8080_8080_8080_8080).nonzeroBitCount
    }

    @inline(__always)
    private static func first(in bits: SIMD16<UInt8>) -> Int {
      let words = unsafeBitCast(bits, to: SIMD2<UInt64>.self)
      let (low, high) = (words.x & 0x8080_8080_8080_8080, words.y & 0x8080_8080_8080_8080)
      if low != 0 { return low.trailingZeroBitCount >> 3 }
      return high != 0 ? 8 &+ high.trailingZeroBitCount >> 3 : 16
    }
  }

  /// The bytes that are this one.
  @inline(__always)
  func equal(_ byte: UInt8) -> Selection {
    let difference = lanes ^ SIMD16(repeating: byte)
    let low = difference & SIMD16(repeating: 0x7F)
    return Selection(bits: ~((low &+ SIMD16(repeating: 0x7F)) | difference))
  }

  /// The bytes in `first ..< first + count`, all of them ASCII.
  @inline(__always)
  func inRange(from first: UInt8, count: UInt8) -> Selection {
    Self.inRange(lanes, from: first, count: count)
  }

  /// The bytes `A`–`Z` and `a`–`z`.
  @inline(__always)
  var letters: Selection {
    Self.inRange(lanes | SIMD16(repeating: 0x20), from: UInt8(ascii: "a"), count: 26)
  }

  @inline(__always)
  private static func inRange(
    _ lanes: SIMD16<UInt8>, from first: UInt8, count: UInt8
  ) -> Selection {
    // The highest bit of a sum tells whether seven bits are as large as a limit.
    let ascii = lanes & SIMD16(repeating: 0x7F)
    let fromFirst = ascii &+ SIMD16(repeating: 0x80 &- first)
    let behindLast = ascii &+ SIMD16(repeating: 0x80 &- first &- count)
    return Selection(bits: fromFirst & ~behindLast & ~lanes)
  }
}
