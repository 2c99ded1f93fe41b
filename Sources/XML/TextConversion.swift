internal import CLibXML2

/// Converts text in the many older encodings that libxml2 and the system's iconv know.
public enum TextConversion {
  /// The text of bytes in UTF-8, with U+FFFD for bytes that the encoding does not have.
  ///
  /// - Parameters:
  ///   - bytes: text in the encoding.
  ///   - encoding: name of the encoding as the
  ///     [IANA registry](https://www.iana.org/assignments/character-sets) has it, in any case.
  /// - Returns: the text; nil if the encoding is not known, or if more than one byte in fifty is
  ///   none of it.
  public static func utf8(_ bytes: [UInt8], encoding: String) -> [UInt8]? {
    xmlInitParser()
    guard let handler = xmlFindCharEncodingHandler(encoding) else { return nil }
    defer { xmlCharEncCloseFunc(handler) }
    guard let source = xmlBufferCreateSize(pieceSize * 2),
      let target = xmlBufferCreateSize(pieceSize * 6)
    else { return nil }
    defer {
      xmlBufferFree(source)
      xmlBufferFree(target)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 2)
    var index = 0
    var wrong = 0
    while index < bytes.count || xmlBufferLength(source) > 0 {
      let piece = bytes[index..<min(bytes.count, index + Int(pieceSize))]
      index = piece.endIndex
      piece.withUnsafeBufferPointer { buffer in
        _ = xmlBufferAdd(source, buffer.baseAddress, Int32(buffer.count))
      }
      var isDone = false
      while !isDone {
        let before = xmlBufferLength(source)
        let status = xmlCharEncInFunc(handler, target, source)
        result.append(
          contentsOf: UnsafeBufferPointer(
            start: xmlBufferContent(target), count: Int(xmlBufferLength(target))))
        xmlBufferEmpty(target)
        let rest = xmlBufferLength(source)
        if rest == 0 {
          isDone = true
        } else if status < 0 || rest == before {
          // The beginning of a character waits for the next piece; what else stays is none.
          if index < bytes.count, rest < longestCharacter { break }
          result.append(contentsOf: "\u{FFFD}".utf8)
          xmlBufferShrink(source, 1)
          wrong += 1
          if wrong > 16 + bytes.count / 50 { return nil }
          isDone = xmlBufferLength(source) == 0
        }
      }
    }
    return result
  }

  /// Bytes that are converted at once.
  private static let pieceSize: Int = 4_096
  /// Most bytes of a character, with the shifts before it.
  private static let longestCharacter: Int32 = 8
}
