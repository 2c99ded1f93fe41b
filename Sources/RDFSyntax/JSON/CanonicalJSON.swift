import RDF

/// Canonical JSON ([RFC 8785](https://www.rfc-editor.org/rfc/rfc8785)): the text of JSON literals.
package enum CanonicalJSON {
  /// Appends a value.
  ///
  /// - Returns: the number of a value that has no canonical form, since it is a number beyond all
  ///   doubles; nil where all went well.
  static func append(
    _ index: Int, of document: JSONDocument, to bytes: inout [UInt8]
  ) -> Int? {
    switch document.kind(index) {
    case .null: CanonicalTerm.append("null", to: &bytes)
    case .truth: CanonicalTerm.append("true", to: &bytes)
    case .falsehood: CanonicalTerm.append("false", to: &bytes)
    case .number:
      guard
        let number = JSONLDNumber.canonical(document.withBytes(index) { Array(copying: $0) })
      else { return index }
      bytes += number
    case .string, .escaped: document.withBytes(index) { appendString($0, to: &bytes) }
    case .array:
      bytes.append(UInt8(ascii: "["))
      for (place, element) in document.elements(index).enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        if let failure = append(element, of: document, to: &bytes) { return failure }
      }
      bytes.append(UInt8(ascii: "]"))
    case .object:
      let members = document.members(index)
        .map { (name: Array(document.string($0.name).utf16), member: $0) }
        .sorted { $0.name.lexicographicallyPrecedes($1.name) }
      bytes.append(UInt8(ascii: "{"))
      for (place, entry) in members.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        document.withBytes(entry.member.name) { appendString($0, to: &bytes) }
        bytes.append(UInt8(ascii: ":"))
        if let failure = append(entry.member.value, of: document, to: &bytes) { return failure }
      }
      bytes.append(UInt8(ascii: "}"))
    }
    return nil
  }

  /// Appends a string with its quotes; only what has to be is escaped.
  package static func appendString(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for offset in text.indices {
      let byte = text[offset]
      switch byte {
      case 0x08: CanonicalTerm.append("\\b", to: &bytes)
      case 0x09: CanonicalTerm.append("\\t", to: &bytes)
      case 0x0A: CanonicalTerm.append("\\n", to: &bytes)
      case 0x0C: CanonicalTerm.append("\\f", to: &bytes)
      case 0x0D: CanonicalTerm.append("\\r", to: &bytes)
      case UInt8(ascii: "\""): CanonicalTerm.append("\\\"", to: &bytes)
      case UInt8(ascii: "\\"): CanonicalTerm.append("\\\\", to: &bytes)
      case 0..<0x20:
        CanonicalTerm.append("\\u00", to: &bytes)
        bytes.append(UInt8(ascii: "0") + byte >> 4)
        let low = byte & 0x0F
        bytes.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
