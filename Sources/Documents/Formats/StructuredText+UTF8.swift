extension StructuredText {
  /// Adds a block of UTF-8, as the other way to add does with characters.
  mutating func add(
    _ kind: BlockKind, utf8 bytes: [UInt8], part: String? = nil, locator: String? = nil,
    language: String? = nil
  ) {
    add(
      kind, Self.scalars(bytes), part: part, locator: locator, language: language)
  }

  /// The characters of UTF-8; U+FFFD for what is ill formed.
  private static func scalars(_ bytes: [UInt8]) -> [Unicode.Scalar] {
    [Unicode.Scalar](unsafeUninitializedCapacity: bytes.count) { target, count in
      bytes.withUnsafeBufferPointer { bytes in
        var index = 0
        while index < bytes.count {
          let byte = bytes[index]
          if byte < 0x80 {
            target.initializeElement(at: count, to: Unicode.Scalar(byte))
            index += 1
          } else {
            let (scalar, width) = decode(bytes, at: index)
            target.initializeElement(at: count, to: scalar)
            index += width
          }
          count += 1
        }
      }
    }
  }

  /// A character of several bytes and how many they are.
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
