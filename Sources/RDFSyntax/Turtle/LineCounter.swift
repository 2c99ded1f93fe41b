import Diagnostics

/// Counts lines and columns over pieces of a text; a line ends with LF, CR or both.
struct LineCounter {
  private var place = TextPosition.start
  /// Whether the last byte was a CR, which ends a line unless a LF follows.
  private var endsWithCR = false

  /// The place behind what was counted, before a byte; nil at the end of the text.
  func position(before next: UInt8?) -> TextPosition {
    guard endsWithCR, next != 0x0A else { return place }
    return TextPosition(line: place.line + 1, column: 0, offset: place.offset)
  }

  /// Counts a piece of well-formed UTF-8.
  mutating func advance(over bytes: Span<UInt8>) {
    var position = 0
    var lineStart: Int?
    while position < bytes.count {
      if !endsWithCR, position &+ 16 <= bytes.count {
        let lanes = ByteLanes(bytes, at: position)
        let skipped = (lanes.equal(0x0A) | lanes.equal(0x0D)).first
        position &+= skipped
        if skipped == 16 { continue }
      }
      let byte = bytes[position]
      if endsWithCR, byte != 0x0A {
        place.line += 1
        lineStart = position
      }
      endsWithCR = byte == 0x0D
      position &+= 1
      if byte == 0x0A {
        place.line += 1
        lineStart = position
      }
    }
    if lineStart != nil { place.column = 0 }
    place.column += Self.characters(in: bytes.extracting((lineStart ?? 0)...))
    place.offset += bytes.count
  }

  private static func characters(in bytes: Span<UInt8>) -> Int {
    var count = 0
    for offset in bytes.indices where bytes[offset] & 0xC0 != 0x80 { count &+= 1 }
    return count
  }
}
