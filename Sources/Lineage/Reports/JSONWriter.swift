import RDF

/// Writes [JSON](https://www.rfc-editor.org/rfc/rfc8259), two spaces a level, members in the order in
/// which they are given.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  /// Whether each open object or array has a member yet.
  private var hasMembers: [Bool] = []
  private var isBehindName = false

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

  /// A member whose text is given as canonical N-Triples has it: its escapes are those of JSON too.
  mutating func member(_ name: String, escaped text: Span<UInt8>) {
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
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * hasMembers.count))
  }

  private mutating func append(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { text in
      var start = 0
      for (offset, byte) in text.enumerated() where Self.needsEscape(byte) {
        bytes.append(contentsOf: text[start..<offset])
        appendEscaped(byte)
        start = offset + 1
      }
      bytes.append(contentsOf: text[start...])
    }
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
