import Diagnostics

extension DocumentReader {
  /// Reads a document that is a zip archive; the format is told by what the archive holds.
  ///
  /// - Throws: ``ReadingError`` if the archive is damaged, beyond the limits, protected by a
  ///   password, or of a format that is not read.
  func readContainer(_ bytes: [UInt8], fileName: String) throws(ReadingError) -> Document {
    let container = try Container(bytes, fileName: fileName, limits: limits)
    if let type = try mediaType(of: container) {
      if type == EPUB.mediaType { return try readEPUB(container) }
      if type.hasPrefix(OpenDocument.mediaType) {
        return try readOpenDocument(container, type: type)
      }
    }
    if container.has(EPUB.containerPart) { return try readEPUB(container) }
    if container.has(OpenDocument.contentPart), container.has(OpenDocument.manifestPart) {
      return try readOpenDocument(container, type: OpenDocument.mediaType + "text")
    }
    return try readWord(container)
  }

  /// What the entry `mimetype` says; nil if there is none
  /// ([OpenDocument 1.3 part 2 §3.3](https://docs.oasis-open.org/office/OpenDocument/v1.3/OpenDocument-v1.3-part2-packages.html),
  /// [EPUB 3.3 §4.2.6.3](https://www.w3.org/TR/epub-33/#sec-zip-container-mime)).
  private func mediaType(of container: Container) throws(ReadingError) -> String? {
    guard let bytes = try container.contents(of: "mimetype"), bytes.count < 256 else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).first
      .map(String.init)
  }
}
