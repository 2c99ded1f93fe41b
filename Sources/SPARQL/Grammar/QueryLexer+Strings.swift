internal import Diagnostics
internal import RDF

/// Texts between quotes.
extension QueryLexer {
  /// `STRING_LITERAL1` [156] to `STRING_LITERAL_LONG2` [159], the escapes of `ECHAR` [160], and of code
  /// points, resolved.
  mutating func readString() throws(SPARQLSyntaxError) -> String {
    let start = position
    let quote = bytes[start]
    let isLong = byte(at: start + 1) == quote && byte(at: start + 2) == quote
    var value: [UInt8] = []
    var index = start + (isLong ? 3 : 1)
    while let byte = byte(at: index) {
      switch byte {
      case quote
      where !isLong || (self.byte(at: index + 1) == quote && self.byte(at: index + 2) == quote):
        position = index + (isLong ? 3 : 1)
        return String(decoding: value, as: UTF8.self)
      case UInt8(ascii: "\\"):
        if escapesCodePoints, let length = escapeLength(at: index) {
          value.append(contentsOf: try codePoint(at: index, length: length).utf8)
          index += 2 + length
          continue
        }
        guard let letter = self.byte(at: index + 1), let escaped = CharacterEscape.character(letter)
        else {
          throw mistake(
            index..<min(bytes.count, index + 1),
            Message(
              en: "a text may have one of tbnrf\\\"' behind a backslash",
              id: "setelah garis miring terbalik, teks boleh memuat salah satu dari tbnrf\\\"'"))
        }
        value.append(escaped)
        index += 2
      case 0x0A where !isLong, 0x0D where !isLong:
        throw mistake(
          start..<index,
          Message(
            en: "this text does not end in its line; expected the closing quote",
            id: "teks ini tidak berakhir pada barisnya; diharapkan tanda kutip penutup"))
      default:
        value.append(byte)
        index += 1
      }
    }
    throw mistake(
      start..<start + (isLong ? 3 : 1),
      Message(
        en: "the text that begins here does not end; expected the closing quote",
        id: "teks yang mulai di sini tidak berakhir; diharapkan tanda kutip penutup"))
  }
}
