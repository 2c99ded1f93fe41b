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

  /// Copies printable ASCII, sixteen bytes at a time, up to what is none; that and the last few bytes
  /// are for the caller to look at.
  @inline(__always)
  private static func copyASCII(
    _ source: UnsafeBufferPointer<UInt8>, _ index: inout Int,
    to target: UnsafeMutableBufferPointer<Unicode.Scalar>, _ count: inout Int
  ) {
    guard let from = source.baseAddress.map(UnsafeRawPointer.init),
      let to = target.baseAddress.map(UnsafeMutableRawPointer.init)
    else { return }
    while index + 16 <= source.count {
      let bytes = from.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      // There is room for sixteen: no character so far took more than one for each of its bytes.
      to.storeBytes(
        of: SIMD16<UInt32>(truncatingIfNeeded: bytes), toByteOffset: count * 4,
        as: SIMD16<UInt32>.self)
      let code: SIMD16<UInt8> = bytes &- SIMD16<UInt8>(repeating: 0x20)
      let printable = (code .>= SIMD16<UInt8>(repeating: 0x60)).first
      index += printable
      count += printable
      guard printable == 16 else { return }
    }
  }

  /// Windows-1252 as the [Encoding Standard](https://encoding.spec.whatwg.org/#windows-1252) has it,
  /// refused where control characters show that this is no text.
  private static func decodeWindows1252(_ bytes: [UInt8], from start: Int) -> [Unicode.Scalar]? {
    var valid = true
    var strange = 0
    let scalars = [Unicode.Scalar](
      unsafeUninitializedCapacity: bytes.count - start
    ) { target, count in
      bytes.withUnsafeBufferPointer { source in
        var index = start
        while index < source.count {
          copyASCII(source, &index, to: target, &count)
          guard index < source.count else { break }
          let byte = source[index]
          let value = byte >= 0x80 && byte < 0xA0 ? upperHalf[Int(byte) - 0x80] : UInt16(byte)
          guard isTextByte(byte), let scalar = Unicode.Scalar(value) else {
            valid = false
            break
          }
          if value >= 0x80, value < 0xA0 { strange += 1 }
          target.initializeElement(at: count, to: scalar)
          index += 1
          count += 1
        }
      }
    }
    // Five places of the code page are empty; text has none of them, binary data many.
    return valid && strange * 200 <= scalars.count ? scalars : nil
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
    var valid = true
    let scalars = [Unicode.Scalar](
      unsafeUninitializedCapacity: (bytes.count - start) / 2
    ) { target, count in
      bytes.withUnsafeBufferPointer { source in
        func unit(_ index: Int) -> UInt32 {
          let (first, second) = (UInt32(source[index]), UInt32(source[index + 1]))
          return bigEndian ? first << 8 | second : second << 8 | first
        }
        var index = start
        while index < source.count {
          copyASCII(source, &index, bigEndian: bigEndian, to: target, &count)
          guard index < source.count else { break }
          var value = unit(index)
          index += 2
          if value & 0xFC00 == 0xD800, index < source.count, unit(index) & 0xFC00 == 0xDC00 {
            value = 0x10000 + (value & 0x3FF) << 10 + unit(index) & 0x3FF
            index += 2
          }
          guard let scalar = Unicode.Scalar(value),
            value >= 0x80 || isTextByte(UInt8(truncatingIfNeeded: value))
          else {
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

  /// Copies printable ASCII of UTF-16, eight units at a time; what is left is for the caller to look
  /// at.
  @inline(__always)
  private static func copyASCII(
    _ source: UnsafeBufferPointer<UInt8>, _ index: inout Int, bigEndian: Bool,
    to target: UnsafeMutableBufferPointer<Unicode.Scalar>, _ count: inout Int
  ) {
    guard let from = source.baseAddress.map(UnsafeRawPointer.init),
      let to = target.baseAddress.map(UnsafeMutableRawPointer.init)
    else { return }
    while index + 16 <= source.count {
      var units = from.loadUnaligned(fromByteOffset: index, as: SIMD8<UInt16>.self)
      if bigEndian == (1.littleEndian == 1) {
        let byte = SIMD8<UInt16>(repeating: 8)
        units = units &<< byte | units &>> byte
      }
      // A unit below 0x20 less 0x20 has its high bits set, and so has one above 0x7F.
      let less: SIMD8<UInt16> = units &- SIMD8<UInt16>(repeating: 0x20)
      let odd = unsafeBitCast(
        (units | less) & SIMD8<UInt16>(repeating: 0xFF80), to: SIMD2<UInt64>.self)
      guard odd[0] | odd[1] == 0 else { return }
      to.storeBytes(
        of: SIMD8<UInt32>(truncatingIfNeeded: units), toByteOffset: count * 4,
        as: SIMD8<UInt32>.self)
      index += 16
      count += 8
    }
  }

  /// Whether every other byte of the beginning is zero, and on which side; nil if it is not so.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    let head = min(bytes.count, 1_024)
    let first = bytes.prefix(head).withUnsafeBufferPointer { $0.firstIndex(of: 0) }
    var zeros = (even: 0, odd: 0)
    for index in first..<head where bytes[index] == 0 {
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
