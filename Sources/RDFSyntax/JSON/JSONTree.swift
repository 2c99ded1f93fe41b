import RDF

/// JSON that is about to be written.
indirect enum JSONTree {
  /// A string, in UTF-8 without quotes and escapes.
  case text([UInt8])
  /// Bytes that are JSON already.
  case raw([UInt8])
  case array([JSONTree])
  /// Members in the order in which they are written.
  case object([(name: [UInt8], value: JSONTree)])

  /// A string.
  static func text(_ text: String) -> JSONTree { .text(Array(text.utf8)) }

  /// How wide a value may be that stands on one line.
  private static let width = 88

  /// Appends the value as a person likes to read it: on one line if it is short, else its members
  /// on lines of their own, two spaces further in.
  func append(to bytes: inout [UInt8], indent: Int = 0) {
    var line: [UInt8] = []
    if appendLine(to: &line, atMost: Self.width - indent) {
      bytes += line
      return
    }
    switch self {
    case .text, .raw: bytes += line
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (place, element) in elements.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.appendLineEnd(indent: indent + 2, to: &bytes)
        element.append(to: &bytes, indent: indent + 2)
      }
      Self.appendLineEnd(indent: indent, to: &bytes)
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (place, member) in members.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.appendLineEnd(indent: indent + 2, to: &bytes)
        CanonicalJSON.appendString(member.name.span, to: &bytes)
        CanonicalTerm.append(": ", to: &bytes)
        member.value.append(to: &bytes, indent: indent + 2)
      }
      Self.appendLineEnd(indent: indent, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Appends the value on one line; false if it grows wider than asked, and what was appended is
  /// not all.
  ///
  /// Texts and raw JSON are appended whole, however wide.
  private func appendLine(to line: inout [UInt8], atMost width: Int) -> Bool {
    switch self {
    case .text(let text): CanonicalJSON.appendString(text.span, to: &line)
    case .raw(let raw): line += raw
    case .array(let elements):
      line.append(UInt8(ascii: "["))
      for (place, element) in elements.enumerated() {
        if place > 0 { CanonicalTerm.append(", ", to: &line) }
        guard element.appendLine(to: &line, atMost: width) else { return false }
      }
      line.append(UInt8(ascii: "]"))
    case .object(let members):
      line.append(UInt8(ascii: "{"))
      for (place, member) in members.enumerated() {
        if place > 0 { CanonicalTerm.append(", ", to: &line) }
        CanonicalJSON.appendString(member.name.span, to: &line)
        CanonicalTerm.append(": ", to: &line)
        guard member.value.appendLine(to: &line, atMost: width) else { return false }
      }
      line.append(UInt8(ascii: "}"))
    }
    return line.count <= width
  }

  private static func appendLineEnd(indent: Int, to bytes: inout [UInt8]) {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }
}
