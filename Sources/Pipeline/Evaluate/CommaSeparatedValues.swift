import Diagnostics

/// Reads comma-separated values ([RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)), with line ends
/// of any system.
enum CommaSeparatedValues {
  /// One record.
  struct Record: Hashable {
    /// The line that it begins on, counted from 1.
    var line: Int
    /// At least one; of an empty line one empty field.
    var fields: [String]
  }

  /// The records of a text in UTF-8, with or without a byte order mark.
  ///
  /// - Throws: ``SyntaxError`` for a quotation mark that is not closed, or has text beside it.
  static func records(of bytes: [UInt8], file: String) throws(SyntaxError) -> [Record] {
    let quote = UInt8(ascii: "\"")
    var records: [Record] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var line = 1
    var begin = 1
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func mistake(_ message: Message) -> SyntaxError {
      let place = TextPosition(line: line - 1, column: 0, offset: index)
      return SyntaxError(message, at: place..<place, file: file)
    }
    func finishField() {
      fields.append(String(decoding: field, as: UTF8.self))
      field = []
    }
    func finishRecord() {
      finishField()
      records.append(Record(line: begin, fields: fields))
      fields = []
    }
    while index < bytes.count {
      switch bytes[index] {
      case quote where field.isEmpty:
        index += 1
        while true {
          guard index < bytes.count else {
            throw mistake(
              Message(en: "a quotation mark is not closed", id: "tanda petik tidak ditutup"))
          }
          if bytes[index] == quote {
            guard index + 1 < bytes.count, bytes[index + 1] == quote else { break }
            index += 1
          } else if bytes[index] == UInt8(ascii: "\n") {
            line += 1
          }
          field.append(bytes[index])
          index += 1
        }
        index += 1
        guard index == bytes.count || [0x2C, 0x0A, 0x0D].contains(bytes[index]) else {
          throw mistake(
            Message(
              en: "expected a comma or the end of the line behind a quotation mark",
              id: "diharapkan koma atau akhir baris setelah tanda petik"))
        }
      case UInt8(ascii: ","):
        finishField()
        index += 1
        // A comma at the end of the text leaves an empty field.
        if index == bytes.count { finishRecord() }
      case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        let isPair =
          bytes[index] == UInt8(ascii: "\r") && index + 1 < bytes.count
          && bytes[index + 1] == UInt8(ascii: "\n")
        index += isPair ? 2 : 1
        finishRecord()
        line += 1
        begin = line
      default:
        field.append(bytes[index])
        index += 1
      }
    }
    if !field.isEmpty || !fields.isEmpty { finishRecord() }
    return records
  }
}
