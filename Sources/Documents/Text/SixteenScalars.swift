/// Sixteen characters of a text, looked at together.
///
/// Comparisons have vectors of a named type on both sides, and masks are read as numbers: otherwise
/// the compiler takes them lane by lane, which is slower than no vectors at all.
struct SixteenScalars {
  private let wide: SIMD16<UInt32>

  /// The characters from an index of a text on, of which there are as many.
  @inline(__always)
  init(_ text: UnsafePointer<Unicode.Scalar>, at index: Int) {
    wide = UnsafeRawPointer(text + index).loadUnaligned(as: SIMD16<UInt32>.self)
  }

  /// The characters as bytes; nil unless all are ASCII.
  var ascii: SIMD16<UInt8>? {
    @inline(__always) get {
      let half = wide.lowHalf | wide.highHalf
      let quarter = unsafeBitCast(half.lowHalf | half.highHalf, to: SIMD2<UInt64>.self)
      guard (quarter[0] | quarter[1]) & 0xFFFF_FF80_FFFF_FF80 == 0 else { return nil }
      return SIMD16(truncatingIfNeeded: wide)
    }
  }

  /// Whether any of the characters is a given one.
  @inline(__always)
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let found = unsafeBitCast(
      wide .== SIMD16<UInt32>(repeating: scalar.value), to: SIMD8<UInt64>.self)
    let half = found.lowHalf | found.highHalf
    let quarter = half.lowHalf | half.highHalf
    return quarter[0] | quarter[1] != 0
  }
}

extension UnsafeBufferPointer where Element == Unicode.Scalar {
  /// The first index in a range at which a character stands; the end of the range if there is none.
  @inline(__always)
  func firstIndex(of scalar: Unicode.Scalar, in range: Range<Int>) -> Int {
    guard let base = baseAddress else { return range.upperBound }
    var index = range.lowerBound
    while index + 16 <= range.upperBound, !SixteenScalars(base, at: index).contains(scalar) {
      index += 16
    }
    while index < range.upperBound, base[index] != scalar { index += 1 }
    return index
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first index at which a byte stands; the count if there is none.
  @inline(__always)
  func firstIndex(of byte: UInt8) -> Int {
    guard let base = baseAddress.map(UnsafeRawPointer.init) else { return 0 }
    var index = 0
    while index + 16 <= count {
      let bytes = base.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      let place = (bytes .== SIMD16<UInt8>(repeating: byte)).first
      index += place
      if place < 16 { return index }
    }
    while index < count, self[index] != byte { index += 1 }
    return index
  }
}

extension SIMDMask<SIMD16<Int8>> {
  /// One byte for each lane, the first lane's lowest: all ones where the mask is set.
  var words: (low: UInt64, high: UInt64) {
    @inline(__always) get {
      let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
      return (words[0], words[1])
    }
  }

  /// The first lane that is set; 16 if none is.
  var first: Int {
    @inline(__always) get {
      let (low, high) = words
      if low != 0 { return low.trailingZeroBitCount / 8 }
      return high == 0 ? 16 : 8 + high.trailingZeroBitCount / 8
    }
  }
}
