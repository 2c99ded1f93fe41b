/// Text as UTF-8 bytes, written like a string: `"regulation/\(slug)-\(number)"`.
///
/// Interpolation appends to the bytes directly; no `String` is made.
package struct ByteText: Hashable, Sendable {
  /// The UTF-8 of the text.
  package var bytes: [UInt8]

  /// The text with these UTF-8 bytes.
  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// The text with its first letter in upper case, if that is an ASCII letter.
  package var capitalized: ByteText {
    guard let first = bytes.first, Self.isLowercase(first) else { return self }
    var result = self
    result.bytes[0] = first - 0x20
    return result
  }

  /// The text with its ASCII letters in upper case.
  package var uppercased: ByteText {
    ByteText(bytes: bytes.map { Self.isLowercase($0) ? $0 - 0x20 : $0 })
  }

  /// The text for an IRI: ASCII letters in lower case, digits, and a hyphen for every other
  /// character.
  package var slug: ByteText {
    ByteText(
      bytes: bytes.compactMap { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 0x20
        // A continuation byte: the byte that leads the character has given the hyphen.
        case 0x80...0xBF: nil
        default: UInt8(ascii: "-")
        }
      })
  }

  private static func isLowercase(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  /// The words of a text, which single spaces part.
  package static func words(_ text: ByteText) -> [ByteText] {
    text.bytes.split(separator: UInt8(ascii: " ")).map { ByteText(bytes: Array($0)) }
  }
}

extension ByteText: CustomStringConvertible {
  package var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension ByteText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { bytes = Array(value.utf8) }

  package init(stringInterpolation: Interpolation) { bytes = stringInterpolation.bytes }

  /// Collects the bytes of an interpolated literal.
  package struct Interpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + 24 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) {
      bytes.append(contentsOf: literal.utf8)
    }

    package mutating func appendInterpolation(_ text: ByteText) {
      bytes.append(contentsOf: text.bytes)
    }

    /// Appends a number in decimal digits.
    package mutating func appendInterpolation(_ number: Int) {
      bytes.appendDecimal(number)
    }

    /// Appends a number from 0 to 99 in two digits.
    package mutating func appendInterpolation(twoDigits number: Int) {
      bytes.append(UInt8(ascii: "0") + UInt8(number / 10))
      bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// Appends a number with a fixed count of digits after the point.
    package mutating func appendInterpolation(_ number: Double, decimals: Int) {
      bytes.appendFixedPoint(number, decimals: decimals)
    }
  }
}
