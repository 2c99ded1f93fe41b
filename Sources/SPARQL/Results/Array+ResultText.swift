extension [UInt8] {
  /// Appends a text as it is.
  mutating func append(text: some StringProtocol) {
    append(contentsOf: text.utf8)
  }

  /// Appends a text as a JSON string with its quotes
  /// ([RFC 8259 §7](https://www.rfc-editor.org/rfc/rfc8259#section-7)).
  mutating func append(jsonString text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0x0A: append(text: #"\n"#)
      case 0x0D: append(text: #"\r"#)
      case 0x09: append(text: #"\t"#)
      case 0..<0x20:
        append(text: #"\u00"#)
        append(text: byte < 0x10 ? "0" : "1")
        append(text: String(byte & 0x0F, radix: 16, uppercase: true))
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }
}
