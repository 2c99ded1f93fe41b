extension StructuredText {
  /// Appends the characters of UTF-8, with U+FFFD for each byte of what is ill formed
  /// ([Unicode table 3-7](https://www.unicode.org/versions/latest/core-spec/chapter-3/#G27506)).
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to raw: inout [Unicode.Scalar]) {
    withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: bytes.count) { target in
      var index = 0
      var count = 0
      while index < bytes.count {
        copyASCII(bytes, &index, to: target, &count)
        guard index < bytes.count else { break }
        let (scalar, width) = decode(bytes, at: index)
        target.initializeElement(at: count, to: scalar)
        index += width
        count += 1
      }
      raw.append(contentsOf: UnsafeBufferPointer(rebasing: target[..<count]))
    }
  }

  /// Copies ASCII, sixteen bytes at a time and then one by one.
  @inline(__always)
  private static func copyASCII(
    _ source: UnsafeBufferPointer<UInt8>, _ index: inout Int,
    to target: UnsafeMutableBufferPointer<Unicode.Scalar>, _ count: inout Int
  ) {
    guard let from = source.baseAddress.map(UnsafeRawPointer.init),
      let to = target.baseAddress.map(UnsafeMutableRawPointer.init)
    else { return }
    while index + 16 <= source.count {
      let words = from.loadUnaligned(fromByteOffset: index, as: SIMD2<UInt64>.self)
      guard (words[0] | words[1]) & 0x8080_8080_8080_8080 == 0 else { break }
      to.storeBytes(
        of: SIMD16<UInt32>(truncatingIfNeeded: unsafeBitCast(words, to: SIMD16<UInt8>.self)),
        toByteOffset: count * 4, as: SIMD16<UInt32>.self)
      index += 16
      count += 16
    }
    while index < source.count, source[index] < 0x80 {
      target.initializeElement(at: count, to: Unicode.Scalar(source[index]))
      index += 1
      count += 1
    }
  }

  /// A character and how many bytes it has.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (Unicode.Scalar, Int) {
    let first = bytes[index]
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    guard width > 1, index + width <= bytes.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
    for position in index + 1..<index + width {
      guard bytes[position] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(bytes[position] & 0x3F)
    }
    let least: UInt32 = width == 2 ? 0x80 : width == 3 ? 0x800 : 0x10000
    guard value >= least, let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
    return (scalar, width)
  }
}
