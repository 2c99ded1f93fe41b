import Claims
import Diagnostics

extension DocumentReader {
  /// Reads a PDF through poppler: its text in the order of reading, with page and box of each word.
  func readPDF(_ bytes: [UInt8], fileName: String) throws(ReadingError) -> Document {
    let tools = try PDFTools(
      bytes, fileName: fileName, programs: programs, limits: limits.programs)
    let information = PDFInformation(
      try tools.information(), placeholders: words.lexicon.placeholderNames)
    if information.pages == 0 {
      throw ReadingError(file: fileName, reason: PDFTools.noPages)
    }
    let (xml, complaint) = try tools.layout()
    let pages: [PDFPage]
    do throws(SyntaxError) {
      pages = try PDFPageReader.pages(of: xml)
    } catch {
      throw ReadingError(
        file: fileName,
        reason: Message(
          en: "pdftotext wrote no layout that can be read: \(error.description)",
          id: "tata letak dari pdftotext tidak dapat dibaca: \(error.rendered(in: .indonesian))"))
    }
    if let reason = Self.lackOfText(pages) { throw ReadingError(file: fileName, reason: reason) }
    let layout = PDFLayout(pages, words: words)
    let blocks = PDFBlockBuilder.blocks(of: layout, words: words)
    let text = PDFText(blocks, words: words)
    var document = Document(
      fileName: fileName, format: "pdf", rawText: text.raw, blocks: text.blocks,
      metadata: information.metadata,
      diagnostics: Self.diagnostics(pages, complaint, fileName: fileName))
    document.places = text.places
    if document.metadata.title == nil { document.metadata.title = Self.title(blocks, text) }
    return document
  }

  /// Share of characters without a meaning, in percent, from which on the text is none.
  private static let mostUnknown = 30

  /// Why pages have no text that can be read; nil if they have.
  private static func lackOfText(_ pages: [PDFPage]) -> Message? {
    var known = 0
    var unknown = 0
    for scalar in pages.lazy.flatMap(\.lines).joined().lazy.flatMap(\.text) {
      switch scalar.value {
      case 0xFFFD, 0xE000...0xF8FF, 0xF0000...: unknown += 1
      default: known += 1
      }
    }
    if known + unknown == 0 {
      return Message(
        en: "the PDF has no text layer, as scans have none; run OCR first, e.g. ocrmypdf",
        id: "PDF tidak memiliki lapisan teks, seperti hasil pindai; jalankan OCR dahulu, "
          + "misalnya ocrmypdf")
    }
    guard unknown * 100 >= (known + unknown) * mostUnknown else { return nil }
    return Message(
      en: "the fonts of the PDF do not tell their characters; run OCR, e.g. ocrmypdf --force-ocr",
      id: "fon PDF tidak menyebutkan hurufnya; jalankan OCR, misalnya ocrmypdf --force-ocr")
  }

  /// The largest heading of the first page.
  private static func title(_ blocks: [PDFBlock], _ text: PDFText) -> String? {
    let headings = blocks.filter {
      if case .heading = $0.kind { $0.lines[0].page == 1 } else { false }
    }
    guard let size = headings.map({ $0.lines[0].size }).max(),
      let line = headings.first(where: { $0.lines[0].size == size })?.lines[0]
    else { return nil }
    let box = line.words[0].box
    let block = text.blocks.first { block in
      block.page == 1 && text.places.place(at: block.text.sourceRange.start)?.box == box
    }
    return block?.text.string
  }

  private static func diagnostics(
    _ pages: [PDFPage], _ complaint: [UInt8], fileName: String
  ) -> [Diagnostic] {
    var result: [Diagnostic] = []
    let empty = pages.filter(\.lines.isEmpty).map(\.number)
    if !empty.isEmpty {
      let list = empty.prefix(20).map(String.init).joined(separator: ", ")
      let more = empty.count > 20 ? ", …" : ""
      result.append(
        Diagnostic(
          id: "document.page-without-text", severity: .warning,
          message: Message(
            en: "pages without a text layer: \(list)\(more)",
            id: "halaman tanpa lapisan teks: \(list)\(more)"), file: fileName))
    }
    if String(decoding: complaint, as: UTF8.self).contains("Syntax Error") {
      let words = PDFTools.firstComplaint(complaint)
      result.append(
        Diagnostic(
          id: "document.damaged", severity: .warning,
          message: Message(
            en: "the PDF is damaged, and parts of it may be missing: \(words)",
            id: "PDF rusak, dan sebagian isinya mungkin hilang: \(words)"), file: fileName))
    }
    return result
  }
}
