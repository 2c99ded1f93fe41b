package import Documents

/// What has to hold of every file, whatever its bytes: it is read or refused, a refusal names file
/// and reason, and what is read stands in the file.
///
/// The changed files of the test suite and the fuzzer are held against the same rules.
package struct DocumentCheck {
  private let reader: DocumentReader

  /// The rules, for files read by a reader.
  package init(_ reader: DocumentReader) { self.reader = reader }

  /// Reads a file and holds the outcome against every rule.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: its name.
  /// - Returns: the document; nil if the file was refused.
  /// - Throws: ``DocumentViolation`` for the first rule that is broken.
  @discardableResult
  package func check(_ bytes: [UInt8], name: String) throws(DocumentViolation) -> Document? {
    let document: Document
    do throws(ReadingError) {
      document = try reader.read(bytes, fileName: name)
    } catch {
      guard error.file == name else {
        throw DocumentViolation("a refusal of \(name) names \(error.file)")
      }
      guard !error.reason.english.isEmpty, !error.reason.indonesian.isEmpty else {
        throw DocumentViolation("a refusal of \(name) without a reason")
      }
      return nil
    }
    if let offsets = document.byteOffsets() {
      let range = offsets.bytes(of: 0..<document.rawText.count)
      guard range == document.markBytes..<bytes.count else {
        throw DocumentViolation("the raw text is bytes \(range) of \(bytes.count)")
      }
    }
    for block in document.blocks { try check(block, of: document) }
    return document
  }

  private func check(_ block: Block, of document: Document) throws(DocumentViolation) {
    guard let text = String(validating: block.text.bytes, as: UTF8.self), !text.isEmpty else {
      throw DocumentViolation("a block (\(block.kind)) without text, or none of UTF-8")
    }
    let shown = "\(document.format), \(block.kind): \(text.prefix(80))"
    let range = block.text.sourceRange
    guard range.start < range.end, range.start >= 0, range.end <= document.rawText.count else {
      throw DocumentViolation("range outside of the raw text: \(shown)")
    }
    guard block.page ?? 1 >= 1 else { throw DocumentViolation("page below 1: \(shown)") }
    if document.encoding == nil {
      guard !document.places.places(of: range.start..<range.end).isEmpty else {
        throw DocumentViolation("no place in the file: \(shown)")
      }
      // The cells of a row are divided by what the raw text need not have.
      guard block.kind == .tableRow || reader.repair(document.quote(range), markup: false) == text
      else { throw DocumentViolation("the raw text, repaired again, is another: \(shown)") }
    }
    try checkWords(of: block, shown)
    try checkSentences(of: block, shown)
  }

  /// Each word stands within the block's range.
  private func checkWords(of block: Block, _ shown: String) throws(DocumentViolation) {
    let whole = block.text.sourceRange
    let bytes = block.text.bytes
    for word in bytes.indices.split(whereSeparator: { bytes[$0] == 0x20 }) {
      guard let first = word.first, let last = word.last else { continue }
      let range = block.text.sourceRange(of: first..<last + 1)
      guard range.start >= whole.start, range.end <= whole.end, range.start < range.end else {
        throw DocumentViolation("a word outside of its block: \(shown)")
      }
    }
  }

  /// Sentences follow each other within the block.
  private func checkSentences(of block: Block, _ shown: String) throws(DocumentViolation) {
    var end = 0
    for sentence in reader.splitter.sentences(of: block) {
      guard sentence.lowerBound >= end, !sentence.isEmpty,
        sentence.upperBound <= block.text.bytes.count
      else { throw DocumentViolation("sentences out of order: \(shown)") }
      end = sentence.upperBound
    }
  }
}
