import Diagnostics
import RDF

/// The part of a text that is in memory: what is not read yet, some hundred kilobytes as a rule.
///
/// What may be read is whole characters of well-formed UTF-8. Behind it stand zeros, so that loads
/// of sixteen bytes need no check and loops find an end.
struct TurtleWindow {
  /// The bytes that may be read, then at least ``padding`` others.
  private(set) var bytes: [UInt8]
  /// The offset behind the last byte that may be read.
  private(set) var end = 0
  /// Whether the text ends at ``end``.
  private(set) var isFinal = false
  /// Whether the byte at ``end`` is not UTF-8.
  private(set) var isMalformed = false
  /// The offset behind the last byte that was read from the source.
  private var filled = 0
  private var sourceHasEnded = false
  /// How many bytes are held at most.
  private(set) var limit: Int
  /// A place of the text that errors are counted from, and its offset here.
  private var place = LineCounter()
  private var placeOffset = 0

  /// The zeros behind the last byte.
  static let padding = 64
  /// How many bytes there is room for at first.
  static let initialCapacity = 1 << 18

  init(limit: Int) {
    self.limit = max(limit, 1)
    let capacity = min(Self.initialCapacity, self.limit)
    bytes = [UInt8](repeating: 0, count: capacity + Self.padding)
  }

  /// Lowers the bound, where it is above.
  mutating func bound(by limit: Int) { self.limit = min(self.limit, max(limit, 1)) }

  /// Whether all that may be held is taken by what is not read from an offset on.
  func isExhausted(from position: Int) -> Bool { filled - position >= limit }

  /// Drops what stands before a position and gets at least as much again as is left, or all that is
  /// left of the text.
  ///
  /// The doubling keeps the cost of a token that is read again each time linear in its length.
  mutating func fill(from source: any ByteSource, dropping position: Int) throws {
    advancePlace(to: position)
    let unread = filled - position
    if position > 0 {
      bytes.withUnsafeMutableBytes { buffer in
        UnsafeMutableRawBufferPointer(rebasing: buffer[..<unread])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[position..<position + unread]))
      }
      placeOffset = 0
      end -= position
      filled = unread
    }
    let target = min(max(2 * unread, 1), limit)
    if bytes.count < target + Self.padding {
      bytes.append(contentsOf: repeatElement(0, count: target + Self.padding - bytes.count))
    }
    let room = bytes.count - Self.padding
    defer { pad() }
    while filled < target, !sourceHasEnded {
      let start = filled
      let count = try bytes.withUnsafeMutableBytes { buffer in
        try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[start..<room]))
      }
      sourceHasEnded = count == 0
      filled += count
    }
    check()
  }

  /// Passes over the byte that is not UTF-8 as if a question mark stood there.
  mutating func passOverMalformedByte() {
    bytes[end] = UInt8(ascii: "?")
    check()
    pad()
  }

  /// Puts zeros behind what was read.
  ///
  /// Between ``end`` and them the first bytes of a character may stand, so a loop may pass the end by
  /// a few bytes, and whoever stops compares with it.
  private mutating func pad() {
    for offset in filled..<filled + Self.padding { bytes[offset] = 0 }
  }

  /// Moves ``end`` over the well-formed bytes behind it.
  private mutating func check() {
    var position = end
    isMalformed = false
    let bytes = bytes
    let text = bytes.span
    while position < filled {
      if position &+ 16 <= filled {
        let lanes = text.bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: position, as: SIMD2<UInt64>.self)
        if (lanes.x | lanes.y) & 0x8080_8080_8080_8080 == 0 {
          position &+= 16
          continue
        }
      }
      let lead = text[unchecked: position]
      if lead < 0x80 {
        position &+= 1
        continue
      }
      let rest = text.extracting(unchecked: position..<min(position &+ 4, filled))
      switch Self.character(at: rest) {
      case .whole(let length): position &+= length
      case .cut where !sourceHasEnded:
        end = position
        return
      case .cut, .malformed:
        end = position
        isMalformed = true
        return
      }
    }
    end = position
    isFinal = sourceHasEnded
  }

  private enum Character {
    case whole(Int)
    case cut
    case malformed
  }

  /// What up to four bytes are the beginning of
  /// ([Unicode 16 table 3-7](https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G27506)).
  @inline(__always)
  private static func character(at bytes: Span<UInt8>) -> Character {
    let lead = bytes[0]
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return .malformed
    }
    guard bytes.count > 1 else { return .cut }
    let second: ClosedRange<UInt8> =
      switch lead {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard second.contains(bytes[1]) else { return .malformed }
    var offset = 2
    while offset < length {
      guard offset < bytes.count else { return .cut }
      guard bytes[offset] & 0xC0 == 0x80 else { return .malformed }
      offset &+= 1
    }
    return .whole(length)
  }

  // MARK: Places

  /// The place of a range of bytes; ranges are asked for in the order of their beginnings.
  mutating func location(of range: Range<Int>) -> Range<TextPosition> {
    advancePlace(to: range.lowerBound)
    var other = place
    let bytes = bytes
    other.advance(over: bytes.span.extracting(range))
    let upper = other.position(before: byte(at: range.upperBound))
    return place.position(before: byte(at: range.lowerBound))..<upper
  }

  private mutating func advancePlace(to offset: Int) {
    guard offset > placeOffset else { return }
    let bytes = bytes
    place.advance(over: bytes.span.extracting(placeOffset..<offset))
    placeOffset = offset
  }

  private func byte(at offset: Int) -> UInt8? { offset < filled ? bytes[offset] : nil }
}
