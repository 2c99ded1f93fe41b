public import Claims

/// Text after repair, with the way back to the characters it came from.
///
/// Offsets into the repaired text are in bytes of its UTF-8; offsets into the original are in
/// characters (code points) of the document's raw text.
public struct RepairedText: Hashable, Sendable {
  /// A stretch of repaired text that stands in the raw text character for character.
  struct Segment: Hashable, Sendable {
    /// First byte of the stretch in the repaired text.
    var byte: Int
    /// The raw character that it stands for.
    var character: Int
  }

  /// UTF-8, NFC, no line breaks, single spaces.
  public private(set) var bytes: [UInt8] = []
  private var segments: [Segment] = []
  private var end = 0
  private var nextCharacter = -1

  /// An empty text.
  public init() {}

  /// Appends one character that stands for the raw characters of a range (one, or several that the
  /// repair made one: a ligature taken apart gives several calls with the same range).
  public mutating func append(_ scalar: Unicode.Scalar, from range: Range<Int>) {
    if range.lowerBound != nextCharacter {
      segments.append(Segment(byte: bytes.count, character: range.lowerBound))
    }
    bytes.append(contentsOf: Array(String(Character(scalar)).utf8))
    nextCharacter = range.upperBound == range.lowerBound + 1 ? range.upperBound : -1
    end = range.upperBound
  }

  /// The repaired text as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The raw character that a byte of the repaired text came from.
  ///
  /// - Complexity: O(log segments + length of the segment)
  public func character(atByte byte: Int) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].byte <= byte { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let segment = segments[low - 1]
    var character = segment.character
    for index in segment.byte..<byte where index < bytes.count && bytes[index] & 0xC0 != 0x80 {
      character += 1
    }
    return character
  }

  /// The raw characters that a range of bytes of the repaired text came from.
  public func sourceRange(of range: Range<Int>) -> SourceRange {
    guard !range.isEmpty else {
      let start = character(atByte: range.lowerBound)
      return SourceRange(start: start, end: start)
    }
    let start = character(atByte: range.lowerBound)
    var last = range.upperBound - 1
    while last > range.lowerBound, last < bytes.count, bytes[last] & 0xC0 == 0x80 { last -= 1 }
    let finish = range.upperBound >= bytes.count ? end : character(atByte: last) + 1
    return SourceRange(start: start, end: max(start, finish))
  }
}
