public import Diagnostics

/// What is wrong in the text of a query, and where.
public struct SPARQLSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What stood there, what was expected, and where it helps, what may have been meant.
  public let message: Message
  /// The offending piece of text; line and column of its places from 0, columns in code points.
  public let location: Range<TextPosition>
  /// The line in which the piece begins, or the part of a long line around it.
  public let line: String
  /// Where the piece begins in ``line``, in code points from 0.
  public let caret: Int

  /// How much of a long line is shown, in code points.
  private static let widest = 100

  /// An error in a range of bytes of a text.
  init(_ message: Message, at range: Range<Int>, in text: [UInt8]) {
    self.message = message
    let start = TextPosition(offset: range.lowerBound, in: text)
    location = start..<TextPosition(offset: max(range.lowerBound, range.upperBound), in: text)
    var end = range.lowerBound
    while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
    let lineStart = text[..<range.lowerBound].lastIndex { $0 == 0x0A || $0 == 0x0D }
    let whole = String(decoding: text[(lineStart.map { $0 + 1 } ?? 0)..<end], as: UTF8.self)
      .unicodeScalars
    let from = max(0, start.column - Self.widest / 2)
    line = String(whole.dropFirst(from).prefix(Self.widest))
    caret = start.column - from
  }

  /// `file:line:column: message`, counted from 1, and below it the line with a caret.
  public func rendered(in language: MessageLanguage, file: String? = nil) -> String {
    let place = "\(location.lowerBound.line + 1):\(location.lowerBound.column + 1)"
    // A tab takes as much room below as it does above.
    let indent = line.unicodeScalars.prefix(caret).map { $0 == "\t" ? "\t" : " " }.joined()
    return "\(file.map { "\($0):" } ?? "")\(place): \(message.text(in: language))\n"
      + "  \(line)\n  \(indent)^"
  }

  /// The error in English.
  public var description: String { rendered(in: .english) }
}

extension TextPosition {
  /// The place at a byte of a text; lines end with LF, CR or both.
  fileprivate init(offset: Int, in text: [UInt8]) {
    var line = 0
    var column = 0
    for index in 0..<min(offset, text.count) {
      let byte = text[index]
      if byte == 0x0A || (byte == 0x0D && (index + 1 == text.count || text[index + 1] != 0x0A)) {
        line += 1
        column = 0
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.init(line: line, column: column, offset: offset)
  }
}
