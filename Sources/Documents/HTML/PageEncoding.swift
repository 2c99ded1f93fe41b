import XML

/// The text of a page in UTF-8, its encoding told by the content first and by what it declares last.
enum PageEncoding {
  /// The page in UTF-8, without a byte order mark and without zero bytes, which a parser would stop
  /// at.
  ///
  /// A mark tells, then zeros that show UTF-16; what is UTF-8 throughout is that, whatever the page
  /// declares. Otherwise the declared encoding is believed, and without one that is known the page
  /// is Windows-1252, or UTF-8 with damage if most of its characters are well formed
  /// ([HTML Standard §13.2.3](https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding)).
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    if let bigEndian = utf16(bytes) {
      return withoutZeros(decodeUTF16(bytes, bigEndian: bigEndian))
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = start == 0 ? bytes : Array(bytes[start...])
    let declared = declaration(text)
    if declared?.hasPrefix("iso-2022-") == true, let name = declared,
      let converted = TextConversion.utf8(text, encoding: name)
    {
      return withoutZeros(converted)
    }
    if String(validating: text, as: UTF8.self) != nil { return withoutZeros(text) }
    return withoutZeros(convert(text, declared))
  }

  /// Whether a file is UTF-16 and which byte comes first; nil if it is not.
  static func utf16(_ bytes: [UInt8]) -> Bool? {
    if bytes.starts(with: [0xFF, 0xFE]) { return false }
    if bytes.starts(with: [0xFE, 0xFF]) { return true }
    guard bytes.count >= 8 else { return nil }
    if bytes[0] == 0, bytes[1] != 0, bytes[2] == 0, bytes[3] != 0, bytes[4] == 0 { return true }
    if bytes[1] == 0, bytes[0] != 0, bytes[3] == 0, bytes[2] != 0, bytes[5] == 0 { return false }
    return nil
  }

  /// UTF-16 as UTF-8, with U+FFFD for what is ill formed.
  static func decodeUTF16(_ bytes: [UInt8], bigEndian: Bool) -> [UInt8] {
    let start = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? 2 : 0
    let units = (bytes.count - start) / 2
    func unit(_ number: Int) -> UInt32 {
      let (first, second) = (bytes[start + number * 2], bytes[start + number * 2 + 1])
      return bigEndian
        ? UInt32(first) << 8 | UInt32(second) : UInt32(second) << 8 | UInt32(first)
    }
    var text: [UInt8] = []
    text.reserveCapacity(units)
    var number = 0
    while number < units {
      var value = unit(number)
      number += 1
      if value & 0xFC00 == 0xD800, number < units, unit(number) & 0xFC00 == 0xDC00 {
        value = 0x10000 + (value & 0x3FF) << 10 + unit(number) & 0x3FF
        number += 1
      }
      if value < 0x80 {
        text.append(UInt8(value))
      } else if let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) {
        text.append(contentsOf: encoded)
      } else {
        text.append(contentsOf: UTF8.encodedReplacementCharacter)
      }
    }
    return text
  }

  private static func convert(_ bytes: [UInt8], _ declared: String?) -> [UInt8] {
    switch declared {
    case "utf-8", "utf8", nil:
      if isMostlyUTF8(bytes) { return Array(String(decoding: bytes, as: UTF8.self).utf8) }
    case "iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252", "iso8859-1":
      break
    case let name?:
      if let converted = TextConversion.utf8(bytes, encoding: name) { return converted }
    }
    return windows1252(bytes)
  }

  /// Whether well-formed characters of several bytes outnumber the bytes that belong to none.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var (good, bad) = (0, 0)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte >= 0x80 else { continue }
      let tail = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC2 ? 1 : 0
      if tail > 0, index + tail <= bytes.count,
        bytes[index..<index + tail].allSatisfy({ $0 & 0xC0 == 0x80 })
      {
        good += 1
        index += tail
      } else {
        bad += 1
      }
    }
    return good > bad || (good == 0 && bad <= 3 && index == bytes.count && endsInCharacter(bytes))
  }

  /// Whether the only damage is a character cut off at the end.
  private static func endsInCharacter(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.lastIndex(where: { $0 >= 0xC2 }), bytes.count - first <= 3 else {
      return false
    }
    return bytes[..<first].allSatisfy { $0 < 0x80 }
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      if byte >= 0x80, byte < 0xA0 {
        text.append(Unicode.Scalar(TextDecoder.upperHalf[Int(byte) - 0x80]) ?? "\u{FFFD}")
      } else {
        text.append(Unicode.Scalar(byte))
      }
    }
    return Array(String(text).utf8)
  }

  private static func withoutZeros(_ bytes: [UInt8]) -> [UInt8] {
    bytes.contains(0) ? bytes.filter { $0 != 0 } : bytes
  }

  /// The name behind the first `charset=` of the head of the page, in lower case; nil if there is
  /// none.
  private static func declaration(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4_096)
    let name = Array("charset".utf8)
    var index = 0
    while index + name.count < head.count {
      guard head[index] | 0x20 == name[0],
        zip(name, head[index...]).allSatisfy({ $0 == $1 | 0x20 })
      else {
        index += 1
        continue
      }
      index += name.count
      while index < head.count, head[index] <= 0x20 { index += 1 }
      guard index < head.count, head[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < head.count,
        head[index] <= 0x20 || head[index] == 0x22 || head[index] == 0x27
      {
        index += 1
      }
      let value = head[index...].prefix {
        $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x3E && $0 != 0x2F
      }
      return value.isEmpty ? nil : String(decoding: value, as: UTF8.self).lowercased()
    }
    return nil
  }
}
