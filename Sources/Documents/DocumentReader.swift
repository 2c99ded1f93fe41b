import Diagnostics

/// Reads the bytes of a file as a document.
///
/// ```swift
/// let reader = DocumentReader(lexicon: ReadingLexicon())
/// let document = try reader.read(Array("Kota Bandung.\n".utf8), fileName: "a.txt")
/// ```
public struct DocumentReader: Sendable {
  let words: LineWords
  /// The bounds within which it reads.
  public let limits: ReadingLimits
  let programs: ExternalPrograms
  /// Divides the text of blocks into sentences.
  public let splitter: SentenceSplitter
  /// Tells the language of blocks.
  let languages: LanguageTeller
  /// Puts right what scanning got wrong.
  let scanRepair: ScanRepair

  /// A reader that recognises the parts of a document by the words of a lexicon.
  public init(
    lexicon: ReadingLexicon, limits: ReadingLimits = .init(), programs: ExternalPrograms = .init()
  ) {
    words = LineWords(lexicon)
    splitter = SentenceSplitter(lexicon.sentences)
    languages = LanguageTeller(lexicon.languages)
    scanRepair = ScanRepair(lexicon.scanning)
    self.limits = limits
    self.programs = programs
  }

  /// The document that the bytes of a file make.
  ///
  /// The format is told by the content: plain text (UTF-8, UTF-16 or Windows-1252), Markdown, HTML,
  /// XML (JATS, TEI, Akoma Ntoso, DocBook or any other), DOCX, ODT, EPUB, PDF, CSV or TSV. For text,
  /// Markdown and tables the raw text is the decoded file; for the others it is the reader's own, one
  /// line per block, and for PDF one line per line of the pages.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - fileName: name without folders; its ending decides only between plain text, Markdown
  ///     and tables.
  /// - Returns: the document; without blocks if the file has no text.
  /// - Throws: ``ReadingError`` if the content is binary, damaged or of an unknown format, or
  ///   exceeds the limits.
  public func read(_ bytes: [UInt8], fileName: String) throws(ReadingError) -> Document {
    finished(try readFormat(bytes, fileName: fileName))
  }

  /// A document with the mistakes of scanning put right and the languages told.
  func finished(_ document: consuming Document) -> Document {
    for index in document.blocks.indices {
      let edits = scanRepair.edits(of: document.blocks[index].text.bytes)
      guard !edits.isEmpty else { continue }
      document.blocks[index].text = document.blocks[index].text.applying(edits)
    }
    languages.tell(&document)
    return document
  }

  /// The document as its format gives it.
  private func readFormat(
    _ bytes: [UInt8], fileName: String
  ) throws(ReadingError) -> Document {
    guard bytes.count <= limits.fileBytes else {
      throw ReadingError(
        file: fileName, reason: Self.tooLarge(bytes: bytes.count, limit: limits.fileBytes))
    }
    switch ContentFormat.ofBytes(bytes) {
    case .refused(let reason): throw ReadingError(file: fileName, reason: reason)
    case .zip: return try readContainer(bytes, fileName: fileName)
    case .flatOpenDocument: return try readFlatOpenDocument(bytes, fileName: fileName)
    case .pdf: return try readPDF(bytes, fileName: fileName)
    case .text, .markdown, nil: break
    }
    if let document = try readMarkup(bytes, fileName: fileName) { return document }
    guard let decoded = TextDecoder.decode(bytes) else {
      throw ReadingError(
        file: fileName,
        reason: Message(
          en: "the content is binary and of no format that is read (see simpul read --help)",
          id: "isinya biner dan bukan format yang dapat dibaca (lihat simpul read --help)"))
    }
    if let document = readTable(decoded, fileName: fileName) { return document }
    switch ContentFormat.ofText(decoded.text, fileName: fileName) {
    case .markdown: return readText(decoded, fileName: fileName, markup: true)
    case .text, .zip, .flatOpenDocument, .pdf, .refused:
      return readText(decoded, fileName: fileName, markup: false)
    }
  }

  func readText(
    _ decoded: TextDecoder.Decoded, fileName: String, markup: Bool
  ) -> Document {
    let raw = decoded.text
    let front = markup ? FrontMatter(raw) : nil
    let blocks = TextReader.blocks(
      of: raw, in: (front?.end ?? 0)..<raw.count, words: words, markup: markup)
    var document = Document(
      fileName: fileName, format: markup ? "markdown" : "text", rawText: raw, blocks: blocks,
      metadata: front?.metadata ?? DocumentMetadata())
    document.encoding = decoded.encoding
    document.markBytes = decoded.markBytes
    return document
  }

  /// The text of a stretch that is known to be one block, as the reader would repair it.
  package func repair(_ quote: String, markup: Bool) -> String {
    let raw = Array(quote.unicodeScalars)
    let lines = TextLine.lines(of: raw, in: 0..<raw.count).compactMap { line -> Range<Int>? in
      var start = line.content.lowerBound
      if markup { start = LineMarks.afterBlockMarks(raw, line.content) }
      start = LineMarks.afterDebris(raw, start..<line.content.upperBound, markup: markup)
      return start < line.content.upperBound ? start..<line.content.upperBound : nil
    }
    let text = InlineRepair.repair(raw, lines: lines, markup: markup, words: words)
    return (scanRepair.repaired(text) ?? text).string
  }
}
