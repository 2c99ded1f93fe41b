/// The encoding of a text file, as its content tells it.
public enum TextEncoding: String, Hashable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// Also for ISO 8859-1: what differs are control characters that text does not have.
  case windows1252 = "windows-1252"

  /// The bytes of a character in the encoding.
  @inline(__always)
  func width(_ scalar: Unicode.Scalar) -> Int {
    switch self {
    case .utf8: UTF8.width(scalar)
    case .utf16LittleEndian, .utf16BigEndian: UTF16.width(scalar) * 2
    case .windows1252: 1
    }
  }
}

/// From the characters of a raw text to the bytes of the text file it was decoded from.
public struct ByteOffsets: Sendable {
  private let text: [Unicode.Scalar]
  private let encoding: TextEncoding
  /// The byte of every 512th character.
  private var marks: [Int] = []
  private static let stride = 512

  /// The offsets of a text.
  ///
  /// - Parameters:
  ///   - text: the decoded text.
  ///   - encoding: how the file writes it.
  ///   - start: bytes of the byte order mark before it.
  /// - Complexity: O(text)
  init(_ text: [Unicode.Scalar], encoding: TextEncoding, start: Int) {
    self.text = text
    self.encoding = encoding
    var byte = start
    for (index, scalar) in text.enumerated() {
      if index.isMultiple(of: Self.stride) { marks.append(byte) }
      byte += encoding.width(scalar)
    }
    if text.count.isMultiple(of: Self.stride) { marks.append(byte) }
  }

  /// The bytes of the file, counted from 0, that a range of its raw text was decoded from.
  ///
  /// - Precondition: the range lies in the text.
  public func bytes(of range: Range<Int>) -> Range<Int> {
    byte(at: range.lowerBound)..<byte(at: range.upperBound)
  }

  private func byte(at character: Int) -> Int {
    let mark = character / Self.stride
    var byte = marks[mark]
    for index in mark * Self.stride..<character { byte += encoding.width(text[index]) }
    return byte
  }
}
