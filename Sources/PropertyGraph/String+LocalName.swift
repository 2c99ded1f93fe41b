extension String {
  /// The end of an IRI, after the last `#`, `/` or `:` that has anything behind it, with percent
  /// signs decoded where they make UTF-8; the whole where there is no such end.
  package var localName: String {
    let bytes = Array(utf8)
    var end = bytes.count
    while end > 0, Self.isSeparator(bytes[end - 1]) { end -= 1 }
    guard end > 0 else { return self }
    let start = (bytes[..<end].lastIndex(where: Self.isSeparator) ?? -1) + 1
    return Self.percentDecoded(bytes[start..<end])
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":")
  }

  private static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> String {
    var decoded: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
        let high = Character(UnicodeScalar(bytes[index + 1])).hexDigitValue,
        let low = Character(UnicodeScalar(bytes[index + 2])).hexDigitValue
      {
        decoded.append(UInt8(high * 16 + low))
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(validating: decoded, as: UTF8.self) ?? String(decoding: bytes, as: UTF8.self)
  }

  /// In order of UTF-8, which is the same on every system.
  package func precedesInUTF8(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
