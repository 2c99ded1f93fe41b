import Diagnostics
import XML

extension DocumentReader {
  /// Reads a file of HTML or XML; nil if it is neither.
  ///
  /// - Throws: ``ReadingError`` if it exceeds the limits or is XML that is not well formed.
  func readMarkup(_ bytes: [UInt8], fileName: String) throws(ReadingError) -> Document? {
    switch MarkupSniffer.kind(of: bytes, fileName: fileName) {
    case .html: try readHTML(bytes, fileName: fileName)
    case .xml: try readXML(bytes, fileName: fileName)
    case nil: nil
    }
  }

  /// Reads XML by the table of its format, which the first elements tell.
  private func readXML(_ bytes: [UInt8], fileName: String) throws(ReadingError) -> Document {
    do throws(SyntaxError) {
      let beginning = MarkupBeginning()
      do throws(SyntaxError) {
        try parse(bytes, beginning, fileName)
      } catch {
        // Only what came before the second element counts here; the rest is read again.
        guard beginning.isKnown else { throw error }
      }
      let walker: MarkupWalker
      let format: MarkupFormat
      if let known = MarkupFormat.of(beginning.found) {
        format = known
        walker = MarkupWalker(known)
      } else {
        let names = InlineNames()
        try parse(bytes, names, fileName)
        format = .generic
        walker = MarkupWalker(format, inlineNames: names.found)
      }
      try parse(bytes, walker, fileName)
      var document = Document(
        fileName: fileName, format: format.name, rawText: walker.text.raw,
        blocks: walker.text.blocks(words), metadata: walker.fields.result)
      document.places = walker.text.places
      return document
    } catch {
      throw Self.error(error, fileName)
    }
  }

  private func parse(
    _ bytes: [UInt8], _ handler: XMLContentHandler, _ fileName: String
  ) throws(SyntaxError) {
    var parser = try XMLPushParser(
      handler: handler, file: fileName,
      limits: XMLLimits(bytes: limits.fileBytes, admitsEntities: false))
    try parser.parse(bytes[...])
    try parser.finish()
  }

  private static func error(_ error: SyntaxError, _ fileName: String) -> ReadingError {
    let place = error.location.lowerBound
    let (line, column) = (place.line + 1, place.column + 1)
    return ReadingError(
      file: fileName,
      reason: Message(
        en: "line \(line), column \(column): \(error.message.english)",
        id: "baris \(line), kolom \(column): \(error.message.indonesian)"))
  }
}
