public import Claims

/// Text after repair, with the way back to the characters it came from.
///
/// Offsets into the repaired text are in bytes of its UTF-8; offsets into the original are in
/// characters (code points) of the document's raw text.
public struct RepairedText: Hashable, Sendable {
  /// A stretch of repaired text that stands in the raw text character for character, one repaired
  /// character that stands for several raw ones, or several that stand for one.
  ///
  /// Texts have less than 2³² bytes and characters: ``ReadingLimits/fileBytes`` is far below.
  struct Segment: Hashable, Sendable {
    /// First byte of the stretch in the repaired text.
    var byte: UInt32
    /// The raw character that its first character stands for.
    var character: UInt32
    /// Raw characters behind each repaired one; above 1 the stretch is a single character, at 0 all
    /// of it stands for one raw character.
    var width: UInt32

    init(byte: Int, character: Int, width: Int) {
      self.byte = UInt32(byte)
      self.character = UInt32(character)
      self.width = UInt32(width)
    }
  }

  /// Longest stretch in bytes, so that a look-up inside one is bounded.
  private static let longestSegment = 256

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
    open(range)
    Self.encode(scalar) { bytes.append($0) }
    nextCharacter = range.count == 1 ? range.upperBound : -1
    end = range.upperBound
  }

  /// Appends raw characters as they are.
  mutating func append(_ raw: [Unicode.Scalar], _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    open(range.lowerBound..<range.lowerBound + 1)
    var room = Self.longestSegment - (bytes.count - Int(segments.last?.byte ?? 0))
    raw.withUnsafeBufferPointer { raw in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longestSegment + 16) { piece in
        var index = range.lowerBound
        while true {
          let count = Self.encode(raw, &index, range.upperBound, into: piece, room: room)
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: piece[..<count]))
          guard index < range.upperBound else { break }
          segments.append(Segment(byte: bytes.count, character: index, width: 1))
          room = Self.longestSegment
        }
      }
    }
    nextCharacter = range.upperBound
    end = range.upperBound
  }

  /// Writes characters as UTF-8 until there is no more room, and gives the bytes written.
  @inline(__always)
  private static func encode(
    _ raw: UnsafeBufferPointer<Unicode.Scalar>, _ index: inout Int, _ end: Int,
    into piece: UnsafeMutableBufferPointer<UInt8>, room: Int
  ) -> Int {
    var count = 0
    while index < end, count < room {
      copySixteens(raw, &index, end, to: piece, &count, room: room)
      guard index < end, count < room else { break }
      let value = raw[index].value
      if value < 0x80 {
        piece[count] = UInt8(truncatingIfNeeded: value)
        count += 1
      } else {
        encode(raw[index]) { byte in
          piece[count] = byte
          count += 1
        }
      }
      index += 1
    }
    return count
  }

  /// Copies ASCII, sixteen characters at a time; what is left is for the caller to encode.
  ///
  /// Where the text goes on, characters behind the end are written too, and not counted.
  @inline(__always)
  private static func copySixteens(
    _ raw: UnsafeBufferPointer<Unicode.Scalar>, _ index: inout Int, _ end: Int,
    to piece: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int, room: Int
  ) {
    guard let from = raw.baseAddress, let to = piece.baseAddress.map(UnsafeMutableRawPointer.init)
    else { return }
    while index < end, count < room, index + 16 <= raw.count,
      let bytes = SixteenScalars(from, at: index).ascii
    {
      to.storeBytes(of: bytes, toByteOffset: count, as: SIMD16<UInt8>.self)
      let copied = min(16, end - index, room - count)
      index += copied
      count += copied
    }
  }

  /// Appends the text of another cell of a table row, with ` | ` before all but the first.
  ///
  /// - Parameters:
  ///   - cell: the text of the cell.
  ///   - separator: the raw character that divides the cells.
  mutating func appendCell(_ cell: RepairedText, separator: Int) {
    if !bytes.isEmpty {
      segments.append(Segment(byte: bytes.count, character: separator, width: 0))
      bytes.append(contentsOf: " | ".utf8)
    }
    let base = UInt32(bytes.count)
    for var segment in cell.segments {
      segment.byte += base
      segments.append(segment)
    }
    bytes.append(contentsOf: cell.bytes)
    nextCharacter = -1
    end = max(end, cell.end)
  }

  /// Appends a stretch of another text, given by its bytes.
  mutating func append(_ other: RepairedText, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    var next = other.segments.partitioningIndex { $0.byte > range.lowerBound }
    segments.append(
      Segment(
        byte: bytes.count, character: other.character(atByte: range.lowerBound),
        width: next > 0 ? Int(other.segments[next - 1].width) : 1))
    while next < other.segments.count, other.segments[next].byte < range.upperBound {
      let segment = other.segments[next]
      segments.append(
        Segment(
          byte: bytes.count + Int(segment.byte) - range.lowerBound,
          character: Int(segment.character), width: Int(segment.width)))
      next += 1
    }
    bytes.append(contentsOf: other.bytes[range])
    nextCharacter = -1
    end = max(end, other.sourceRange(of: range).end)
  }

  /// Lets the text end at a later raw character, behind markup that closes what the text opened.
  mutating func extend(to character: Int) {
    if !bytes.isEmpty { end = max(end, character) }
  }

  /// Whether the text has anything but punctuation of ASCII and dots.
  var hasWords: Bool {
    bytes.contains { $0 >= 0x30 && $0 <= 0x39 || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
      || (bytes.contains { $0 >= 0x80 } && string.unicodeScalars.contains(where: \.isLetter))
  }

  /// Makes room for a number of bytes that come in a number of lines.
  mutating func reserve(_ count: Int, lines: Int) {
    bytes.reserveCapacity(count)
    segments.reserveCapacity(lines + count / Self.longestSegment + 1)
  }

  private mutating func open(_ range: Range<Int>) {
    if range.count == 1, range.lowerBound == nextCharacter, let last = segments.last,
      bytes.count - Int(last.byte) < Self.longestSegment
    {
      return
    }
    segments.append(
      Segment(byte: bytes.count, character: range.lowerBound, width: max(1, range.count)))
  }

  /// Gives the bytes of a character's UTF-8 one by one.
  @inline(__always)
  private static func encode(_ scalar: Unicode.Scalar, _ write: (UInt8) -> Void) {
    let value = scalar.value
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (value >> shift) & 0x3F) }
    switch value {
    case ..<0x80:
      write(UInt8(value))
    case ..<0x800:
      write(UInt8(0xC0 | value >> 6))
      write(tail(0))
    case ..<0x10000:
      write(UInt8(0xE0 | value >> 12))
      write(tail(6))
      write(tail(0))
    default:
      write(UInt8(0xF0 | value >> 18))
      write(tail(12))
      write(tail(6))
      write(tail(0))
    }
  }

  /// The repaired text as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The raw characters from the first to the last that the text stands for.
  public var sourceRange: SourceRange {
    let start = segments.first.map { Int($0.character) } ?? 0
    return SourceRange(start: start, end: max(start, end))
  }

  /// The raw character that a byte of the repaired text came from.
  ///
  /// - Complexity: O(log segments)
  public func character(atByte byte: Int) -> Int { characters(atByte: byte).lowerBound }

  /// The raw characters behind the repaired character that a byte belongs to.
  private func characters(atByte byte: Int) -> Range<Int> {
    let low = segments.partitioningIndex { $0.byte > byte }
    guard low > 0 else { return 0..<0 }
    let segment = segments[low - 1]
    var character = Int(segment.character)
    guard segment.width == 1 else { return character..<character + max(1, Int(segment.width)) }
    if byte > segment.byte {
      for index in (Int(segment.byte) + 1)...byte
      where index < bytes.count && bytes[index] & 0xC0 != 0x80 {
        character += 1
      }
    }
    return byte < bytes.count ? character..<character + 1 : end..<end
  }

  /// The raw characters that a range of bytes of the repaired text came from.
  ///
  /// An empty range gives an empty range at the character of its byte.
  public func sourceRange(of range: Range<Int>) -> SourceRange {
    let start = character(atByte: range.lowerBound)
    guard !range.isEmpty else { return SourceRange(start: start, end: start) }
    let finish =
      range.upperBound >= bytes.count ? end : characters(atByte: range.upperBound - 1).upperBound
    return SourceRange(start: start, end: max(start, finish))
  }
}

extension Array {
  /// The first position at which a condition holds that holds from there on.
  ///
  /// - Complexity: O(log count)
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
