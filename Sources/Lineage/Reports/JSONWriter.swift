import RDF

/// Writes [JSON](https://www.rfc-editor.org/rfc/rfc8259), two spaces a level, members in the order in
/// which they are given.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  /// Whether each open object or array has a member yet.
  private var hasMembers: [Bool] = []
  private var isBehindName = false
  /// A line break with the spaces of sixteen levels.
  private static let lineBreak: StaticString =
    "\n                                "
  /// A text in the making.
  private var text: [UInt8] = []

  /// Takes what was written so far.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  mutating func array<Items: Sequence>(
    _ items: Items, _ write: (inout JSONWriter, Items.Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for item in items { write(&self, item) }
    close(UInt8(ascii: "]"))
  }

  /// An array of the values that are written.
  mutating func array(_ values: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "["))
    values(&self)
    close(UInt8(ascii: "]"))
  }

  mutating func open(_ bracket: UInt8) {
    startValue()
    bytes.append(bracket)
    hasMembers.append(false)
  }

  mutating func close(_ bracket: UInt8) {
    if hasMembers.removeLast() { newLine() }
    bytes.append(bracket)
  }

  /// The name of the next value; letters and digits only.
  mutating func name(_ name: String) {
    startValue()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    bytes.append(0x20)
    isBehindName = true
  }

  mutating func string(_ text: String) {
    startValue()
    append(text)
  }

  mutating func integer(_ value: Int) {
    startValue()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// A finite number.
  mutating func number(_ value: Double) {
    startValue()
    bytes.append(contentsOf: "\(value)".utf8)
  }

  /// A value that is written as JSON already.
  mutating func raw(_ value: Span<UInt8>) {
    startValue()
    bytes.append(copying: value)
  }

  mutating func member(_ name: String, _ text: String?) {
    guard let text else { return }
    self.name(name)
    string(text)
  }

  mutating func member(_ name: String, _ value: Int?) {
    guard let value else { return }
    self.name(name)
    integer(value)
  }

  /// A member whose text is the UTF-8 that is appended; none where nothing is said to have been.
  mutating func member(_ name: StaticString, _ append: (inout [UInt8]) -> Bool) {
    text.removeAll(keepingCapacity: true)
    guard append(&text) else { return }
    self.name(name)
    startValue()
    let text = text
    appendQuoted(text.span)
  }

  /// A string whose text is the UTF-8 that is appended.
  mutating func string(_ append: (inout [UInt8]) -> Void) {
    text.removeAll(keepingCapacity: true)
    append(&text)
    startValue()
    let text = text
    appendQuoted(text.span)
  }

  /// The name of the next value; letters and digits only.
  mutating func name(_ name: StaticString) {
    startValue()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append("\": ")
    isBehindName = true
  }

  /// A member whose text is given as canonical N-Triples has it: its escapes are those of JSON too.
  mutating func member(_ name: StaticString, escaped text: Span<UInt8>) {
    self.name(name)
    startValue()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(copying: text)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func startValue() {
    if isBehindName {
      isBehindName = false
      return
    }
    guard let hadMembers = hasMembers.last else { return }
    if hadMembers {
      bytes.append(UInt8(ascii: ","))
    } else {
      hasMembers[hasMembers.count - 1] = true
    }
    newLine()
  }

  private mutating func newLine() {
    var count = 1 + 2 * hasMembers.count
    Self.lineBreak.withUTF8Buffer { text in
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[..<min(count, text.count)]))
      count -= min(count, text.count)
    }
    for _ in 0..<count { bytes.append(0x20) }
  }

  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { appendQuoted($0.span) }
  }

  private mutating func appendQuoted(_ text: Span<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for offset in text.indices where Self.needsEscape(text[offset]) {
      bytes.append(copying: text.extracting(start..<offset))
      appendEscaped(text[offset])
      start = offset + 1
    }
    bytes.append(copying: text.extracting(start..<text.count))
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    default:
      bytes.append(contentsOf: "\\u00".utf8)
      for digit in [byte >> 4, byte & 0x0F] {
        bytes.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
      }
    }
  }
}
