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

  /// The name of the next value.
  mutating func name(_ name: String) {
    startValue()
    append(name)
    bytes += [UInt8(ascii: ":"), UInt8(ascii: " ")]
    isBehindName = true
  }

  mutating func string(_ text: String) {
    startValue()
    append(text)
  }

  mutating func integer(_ value: Int) {
    startValue()
    bytes += String(value).utf8
  }

  /// A finite number.
  mutating func number(_ value: Double) {
    startValue()
    bytes += "\(value)".utf8
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

  private mutating func startValue() {
    if isBehindName {
      isBehindName = false
      return
    }
    guard let hadMembers = hasMembers.last else { return }
    if hadMembers { bytes.append(UInt8(ascii: ",")) }
    hasMembers[hasMembers.count - 1] = true
    newLine()
  }

  private mutating func newLine() {
    bytes.append(0x0A)
    for _ in 0..<hasMembers.count { bytes += [0x20, 0x20] }
  }

  private mutating func append(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case 0..<0x20, 0x7F:
        bytes += "\\u00".utf8
        for digit in [byte >> 4, byte & 0x0F] {
          bytes.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
        }
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
