/// Code points read from UTF-8 and written to it.
package enum UTF8Scalar {
  /// The code point at a byte, and its length in bytes.
  ///
  /// - Precondition: the bytes are well-formed UTF-8 and `position` is the first byte of a code
  ///   point. Elsewhere the result is meaningless, though still within bounds.
  package static func decode(_ bytes: Span<UInt8>, at position: Int) -> (UInt32, length: Int) {
    let lead = bytes[position]
    func tail(_ offset: Int) -> UInt32 {
      position + offset < bytes.count ? UInt32(bytes[position + offset] & 0x3F) : 0
    }
    switch lead {
    case 0..<0x80: return (UInt32(lead), 1)
    case 0x80..<0xE0: return (UInt32(lead & 0x1F) << 6 | tail(1), 2)
    case 0xE0..<0xF0: return (UInt32(lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
    default: return (UInt32(lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }
  }

  /// Appends a code point.
  package static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: scalar.utf8)
  }

  /// The offset of the first byte beyond ASCII, sixteen looked at at a time.
  @inline(__always)
  private static func endOfASCII(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var position = start
    let raw = bytes.bytes
    while position &+ 16 <= bytes.count {
      let words = raw.unsafeLoadUnaligned(
        fromUncheckedByteOffset: position, as: SIMD2<UInt64>.self)
      guard (words[0] | words[1]) & 0x8080_8080_8080_8080 == 0 else { break }
      position &+= 16
    }
    while position < bytes.count, bytes[unchecked: position] < 0x80 { position &+= 1 }
    return position
  }

  /// The offset of the first byte that is not well-formed UTF-8; nil if all are
  /// ([Unicode 16 table 3-7](https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G27506)).
  ///
  /// - Complexity: O(n), one pass.
  package static func firstMalformedByte(in bytes: Span<UInt8>) -> Int? {
    var position = 0
    while position < bytes.count {
      let lead = bytes[position]
      if lead < 0x80 {
        position = endOfASCII(bytes, from: position + 1)
        continue
      }
      let second: ClosedRange<UInt8>
      let length: Int
      switch lead {
      case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
      case 0xE0: (second, length) = (0xA0...0xBF, 3)
      case 0xED: (second, length) = (0x80...0x9F, 3)
      case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
      case 0xF0: (second, length) = (0x90...0xBF, 4)
      case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
      case 0xF4: (second, length) = (0x80...0x8F, 4)
      default: return position
      }
      guard position + length <= bytes.count, second.contains(bytes[position + 1]) else {
        return position
      }
      for offset in 2..<max(length, 2) where bytes[position + offset] & 0xC0 != 0x80 {
        return position
      }
      position += length
    }
    return nil
  }
}
