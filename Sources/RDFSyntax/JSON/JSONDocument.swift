import Diagnostics
import RDF

/// A JSON text and where its values lie in it ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)).
///
/// Values are numbered in the order of the text, the members of an object as name, value, name,
/// value. A value costs eight bytes beside the text; numbers keep their form, and names their order.
/// A class, so that a reader can look into it while it changes itself.
final class JSONDocument: Sendable {
  /// What a value is.
  enum Kind: UInt32, Sendable {
    case null
    case falsehood
    case truth
    case number
    /// A text without escapes.
    case string
    /// A text with escapes.
    case escaped
    case array
    case object
  }

  /// A value: its kind, its place, and what belongs to the kind.
  struct Entry: Sendable {
    /// The offset of the first byte in the text; of a string, the one behind the quote.
    var start: UInt32
    /// The kind in the upper bits; below them the length in bytes of a number or of a string, the
    /// number of a string with escapes, or the number behind the last value within a container.
    var rest: UInt32

    init(_ kind: Kind, start: Int, _ value: Int) {
      self.start = UInt32(truncatingIfNeeded: start)
      rest = kind.rawValue << Self.bits | UInt32(truncatingIfNeeded: value)
    }

    var kind: Kind { Kind(rawValue: rest >> Self.bits) ?? .null }
    var value: Int { Int(rest & Self.mask) }

    private static let bits: UInt32 = 29
    private static let mask: UInt32 = (1 << bits) - 1
    /// What ``value`` holds at most.
    static var limit: Int { Int(mask) }
  }

  /// The text as it was given, and zeros behind it.
  let text: [UInt8]
  /// The length of the text without the zeros.
  let length: Int
  /// The values.
  let entries: [Entry]
  /// The strings that have escapes, without these, one behind the other.
  let unescaped: [UInt8]
  /// Where they lie in ``unescaped``.
  let unescapedRanges: [Range<Int>]
  /// The name of the file in errors.
  let file: String?

  init(
    text: [UInt8], length: Int, entries: [Entry], unescaped: [UInt8],
    unescapedRanges: [Range<Int>], file: String?
  ) {
    self.text = text
    self.length = length
    self.entries = entries
    self.unescaped = unescaped
    self.unescapedRanges = unescapedRanges
    self.file = file
  }

  /// How many zeros stand behind the text, so that scans need not ask for its end.
  static let padding = 16

  // MARK: Values

  /// The kind of a value.
  @inline(__always) func kind(_ index: Int) -> Kind { entries[index].kind }

  /// The number behind a value and all that it holds.
  @inline(__always) func end(_ index: Int) -> Int {
    switch entries[index].kind {
    case .array, .object: entries[index].value
    case .null, .falsehood, .truth, .number, .string, .escaped: index + 1
    }
  }

  /// Whether a value is a string.
  @inline(__always) func isString(_ index: Int) -> Bool {
    let kind = entries[index].kind
    return kind == .string || kind == .escaped
  }

  /// Hands on the bytes of a string without escapes, or of a number as it is written.
  @inline(__always) func withBytes<Result>(_ index: Int, _ body: (Span<UInt8>) -> Result) -> Result
  {
    let entry = entries[index]
    // Spans need values that stay where they are.
    if entry.kind == .escaped {
      let unescaped = unescaped
      return body(unescaped.span.extracting(unescapedRanges[entry.value]))
    }
    let start = Int(entry.start)
    let text = text
    return body(text.span.extracting(start..<start + entry.value))
  }

  /// The text of a string, or a number as it is written.
  func string(_ index: Int) -> String { withBytes(index) { String(copying: $0) } }

  /// Whether the string is this one.
  func isString(_ index: Int, _ text: StaticString) -> Bool {
    isString(index)
      && withBytes(index) { bytes in
        guard bytes.count == text.utf8CodeUnitCount else { return false }
        for offset in 0..<bytes.count where bytes[offset] != text.utf8Start[offset] { return false }
        return true
      }
  }

  /// The names of an object with their values, in the order of the text.
  func members(_ index: Int) -> [(name: Int, value: Int)] {
    var members: [(name: Int, value: Int)] = []
    var position = index + 1
    let end = end(index)
    while position < end {
      members.append((position, position + 1))
      position = self.end(position + 1)
    }
    return members
  }

  /// The values of an array.
  func elements(_ index: Int) -> [Int] {
    var elements: [Int] = []
    var position = index + 1
    let end = end(index)
    while position < end {
      elements.append(position)
      position = self.end(position)
    }
    return elements
  }

  /// The value of a name in an object; nil if there is none.
  func member(_ name: StaticString, of index: Int) -> Int? {
    guard kind(index) == .object else { return nil }
    var position = index + 1
    let end = end(index)
    while position < end {
      if isString(position, name) { return position + 1 }
      position = self.end(position + 1)
    }
    return nil
  }

  // MARK: Places

  /// A mistake at a value.
  func error(_ message: Message, at index: Int) -> SyntaxError {
    var start = Int(entries[index].start)
    if isString(index) { start -= 1 }
    let end =
      switch kind(index) {
      case .number, .string: Int(entries[index].start) + entries[index].value
      case .null, .truth: start + 4
      case .falsehood: start + 5
      case .escaped, .array, .object: start + 1
      }
    let text = text
    return Self.error(message, in: text.span, from: start, to: end, file: file)
  }

  /// A mistake at a place of a text.
  static func error(
    _ message: Message, in text: Span<UInt8>, from start: Int, to end: Int, file: String?
  ) -> SyntaxError {
    let first = position(of: start, in: text, after: .start)
    return SyntaxError(message, at: first..<position(of: end, in: text, after: first), file: file)
  }

  private static func position(
    of offset: Int, in text: Span<UInt8>, after start: TextPosition
  ) -> TextPosition {
    var position = start
    while position.offset < offset {
      let byte = text[position.offset]
      position.offset += 1
      let isFirstOfTwo =
        byte == 0x0D && position.offset < text.count && text[position.offset] == 0x0A
      if byte == 0x0A || byte == 0x0D && !isFirstOfTwo {
        position.line += 1
        position.column = 0
      } else if byte & 0xC0 != 0x80 {
        position.column += 1
      }
    }
    return position
  }
}
