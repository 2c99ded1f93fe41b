import Compression
import Diagnostics
import XML

extension DocumentReader {
  /// Reads a zip container, which must be a DOCX.
  func readContainer(_ bytes: [UInt8], fileName: String) throws(ReadingError) -> Document {
    let archive: ZipArchive
    do {
      archive = try ZipArchive(bytes, limits: ZipLimits(entryBytes: limits.partBytes))
    } catch {
      throw ReadingError(file: fileName, reason: error.message)
    }
    guard let body = try part("word/document.xml", of: archive, fileName) else {
      throw ReadingError(
        file: fileName,
        reason: Message(
          en: "a zip archive without word/document.xml; of these only DOCX is read",
          id: "arsip zip tanpa word/document.xml; dari jenis ini hanya DOCX yang dibaca"))
    }
    do {
      var styles = WordStyles()
      if let bytes = try part("word/styles.xml", of: archive, fileName) {
        styles = try WordStyles(bytes, file: "\(fileName)/word/styles.xml")
      }
      var reader = WordBody(styles, into: StructuredText())
      try reader.read(body, file: "\(fileName)/word/document.xml")
      var text = reader.text
      for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        guard let bytes = try part(name, of: archive, fileName) else { continue }
        var notes = WordBody(styles, into: text, part: name, fixed: .note)
        try notes.read(bytes, file: "\(fileName)/\(name)")
        text = notes.text
      }
      var metadata = DocumentMetadata()
      if let bytes = try part("docProps/core.xml", of: archive, fileName) {
        metadata = try WordProperties.read(bytes, file: "\(fileName)/docProps/core.xml")
      }
      var document = Document(
        fileName: fileName, format: "docx", rawText: text.raw, blocks: text.blocks(words),
        metadata: metadata)
      document.places = text.places
      return document
    } catch let error as SyntaxError {
      let place = error.description
      throw ReadingError(
        file: fileName,
        reason: Message(
          en: "damaged DOCX: \(place)", id: "DOCX rusak: \(error.rendered(in: .indonesian))"))
    } catch let error as ReadingError {
      throw error
    } catch {
      throw ReadingError(file: fileName, reason: Message(en: "\(error)", id: "\(error)"))
    }
  }

  private func part(
    _ name: String, of archive: ZipArchive, _ fileName: String
  ) throws(ReadingError) -> [UInt8]? {
    guard let entry = archive.entry(named: name) else { return nil }
    do {
      return try archive.contents(of: entry)
    } catch {
      throw ReadingError(file: fileName, reason: error.message)
    }
  }
}
