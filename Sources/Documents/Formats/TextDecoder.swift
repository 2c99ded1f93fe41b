/// Bytes of a text file to characters, with the encoding told by the content.
enum TextDecoder {
  /// Decoded text and how the file writes it.
  struct Decoded {
    var text: [Unicode.Scalar]
    var encoding: TextEncoding
    /// Bytes of the byte order mark.
    var markBytes = 0
  }

  /// The characters, or nil if the bytes are no text in an encoding known here: UTF-8 and UTF-16
  /// (with or without byte order mark), Windows-1252.
  ///
  /// A byte order mark is part of the file and stays out of the text.
  static func decode(_ bytes: [UInt8]) -> Decoded? {
    func utf16(_ bigEndian: Bool, _ mark: Int) -> Decoded? {
      decodeUTF16(bytes, from: mark, bigEndian: bigEndian).map {
        Decoded(
          text: $0, encoding: bigEndian ? .utf16BigEndian : .utf16LittleEndian, markBytes: mark)
      }
    }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if mark == 0 {
      if bytes.starts(with: [0xFF, 0xFE]) { return utf16(false, 2) }
      if bytes.starts(with: [0xFE, 0xFF]) { return utf16(true, 2) }
      if let bigEndian = looksLikeUTF16(bytes) { return utf16(bigEndian, 0) }
    }
    if let text = decodeUTF8(bytes, from: mark) {
      return Decoded(text: text, encoding: .utf8, markBytes: mark)
    }
    return decodeWindows1252(bytes, from: mark).map {
      Decoded(text: $0, encoding: .windows1252, markBytes: mark)
    }
  }

  /// UTF-8 by [Unicode table 3-7](https://www.unicode.org/versions/latest/core-spec/chapter-3/#G27506);
  /// nil where a sequence is ill formed or a control character shows that this is no text.
  private static func decodeUTF8(_ bytes: [UInt8], from start: Int) -> [Unicode.Scalar]? {
    var valid = true
    let scalars = [Unicode.Scalar](unsafeUninitializedCapacity: bytes.count) { target, count in
      bytes.withUnsafeBufferPointer { source in
        var index = start
        let end = source.count
        func tail(_ at: Int) -> UInt32? {
          guard at < end, source[at] & 0xC0 == 0x80 else { return nil }
          return UInt32(source[at] & 0x3F)
        }
        while index < end {
          copyASCII(source, &index, to: target, &count)
          guard index < end else { break }
          let byte = source[index]
          let value: UInt32
          if byte < 0x80 {
            guard isTextByte(byte) else {
              valid = false
              break
            }
            value = UInt32(byte)
            index += 1
          } else if byte < 0xE0 {
            guard byte >= 0xC2, let second = tail(index + 1) else {
              valid = false
              break
            }
            value = UInt32(byte & 0x1F) << 6 | second
            index += 2
          } else if byte < 0xF0 {
            guard let second = tail(index + 1), let third = tail(index + 2) else {
              valid = false
              break
            }
            value = UInt32(byte & 0x0F) << 12 | second << 6 | third
            guard value >= 0x800 else {
              valid = false
              break
            }
            index += 3
          } else {
            guard byte < 0xF5, let second = tail(index + 1), let third = tail(index + 2),
              let fourth = tail(index + 3)
            else {
              valid = false
              break
            }
            value = UInt32(byte & 0x07) << 18 | second << 12 | third << 6 | fourth
            guard value >= 0x10000 else {
              valid = false
              break
            }
            index += 4
          }
          guard let scalar = Unicode.Scalar(value) else {
            valid = false
            break
          }
          target.initializeElement(at: count, to: scalar)
          count += 1
        }
      }
    }
    return valid ? scalars : nil
  }

  /// Copies printable ASCII, eight bytes at a time; what is left is for the caller to look at.
  @inline(__always)
  private static func copyASCII(
    _ source: UnsafeBufferPointer<UInt8>, _ index: inout Int,
    to target: UnsafeMutableBufferPointer<Unicode.Scalar>, _ count: inout Int
  ) {
    guard let from = source.baseAddress.map(UnsafeRawPointer.init),
      let to = target.baseAddress.map(UnsafeMutableRawPointer.init)
    else { return }
    let ones: UInt64 = 0x0101_0101_0101_0101
    while index + 8 <= source.count {
      let word = from.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // The high bit of a byte is set where the byte is above 0x7F or below 0x20.
      guard (word | (word &- ones &* 0x20)) & (ones &* 0x80) == 0 else { return }
      let bytes = from.loadUnaligned(fromByteOffset: index, as: SIMD8<UInt8>.self)
      to.storeBytes(
        of: SIMD8<UInt32>(truncatingIfNeeded: bytes), toByteOffset: count * 4,
        as: SIMD8<UInt32>.self)
      index += 8
      count += 8
    }
  }

  /// Windows-1252 as the [Encoding Standard](https://encoding.spec.whatwg.org/#windows-1252) has it,
  /// refused where control characters show that this is no text.
  private static func decodeWindows1252(_ bytes: [UInt8], from start: Int) -> [Unicode.Scalar]? {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(bytes.count)
    var strange = 0
    for byte in bytes[start...] {
      guard isTextByte(byte) else { return nil }
      if byte >= 0x80 && byte < 0xA0 {
        guard let scalar = Unicode.Scalar(upperHalf[Int(byte) - 0x80]) else { return nil }
        if scalar.value < 0xA0 { strange += 1 }
        scalars.append(scalar)
      } else {
        scalars.append(Unicode.Scalar(byte))
      }
    }
    // Five places of the code page are empty; text has none of them, binary data many.
    return strange * 200 > scalars.count ? nil : scalars
  }

  /// The characters of Windows-1252 for the bytes 0x80…0x9F.
  static let upperHalf: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// UTF-16; nil for an odd number of bytes, a lone surrogate or a control character.
  private static func decodeUTF16(
    _ bytes: [UInt8], from start: Int, bigEndian: Bool
  ) -> [Unicode.Scalar]? {
    guard (bytes.count - start).isMultiple(of: 2) else { return nil }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity((bytes.count - start) / 2)
    var high: UInt32?
    for index in stride(from: start, to: bytes.count, by: 2) {
      let first = UInt32(bytes[index])
      let second = UInt32(bytes[index + 1])
      let unit = bigEndian ? first << 8 | second : second << 8 | first
      if let lead = high {
        guard (0xDC00...0xDFFF).contains(unit) else { return nil }
        guard let scalar = Unicode.Scalar(0x10000 + (lead - 0xD800) << 10 + unit - 0xDC00) else {
          return nil
        }
        scalars.append(scalar)
        high = nil
      } else if (0xD800...0xDBFF).contains(unit) {
        high = unit
      } else {
        guard let scalar = Unicode.Scalar(unit) else { return nil }
        if unit < 0x80, !isTextByte(UInt8(unit)) { return nil }
        scalars.append(scalar)
      }
    }
    return high == nil ? scalars : nil
  }

  /// Whether every other byte of the beginning is zero, and on which side; nil if it is not so.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    let head = min(bytes.count, 1_024)
    var zeros = (even: 0, odd: 0)
    for index in 0..<head where bytes[index] == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    if zeros.even * 4 >= head && zeros.odd == 0 { return true }
    if zeros.odd * 4 >= head && zeros.even == 0 { return false }
    return nil
  }

  /// Whether an ASCII byte occurs in text; U+001A ends files of old systems.
  @inline(__always)
  private static func isTextByte(_ byte: UInt8) -> Bool {
    byte >= 0x20 || (byte >= 0x07 && byte <= 0x0D) || byte == 0x1A || byte == 0x1B || byte == 0x1E
      || byte == 0x1F || byte == 0x02 || byte == 0x03
  }
}
