import Diagnostics
import XML

extension DocumentReader {
  /// Reads an OpenDocument text.
  ///
  /// - Parameters:
  ///   - container: the package.
  ///   - type: the media type that the package names.
  /// - Returns: the document.
  /// - Throws: ``ReadingError`` if it is damaged, encrypted, or no text.
  func readOpenDocument(
    _ container: Container, type: String
  ) throws(ReadingError) -> Document {
    var container = container
    container.format = "ODT"
    try refuseOtherKind(String(type.dropFirst(OpenDocument.mediaType.count)), container)
    let manifest = ManifestContent()
    try container.parse(OpenDocument.manifestPart, with: manifest)
    guard !manifest.isEncrypted else {
      throw OfficeRefusals.password(file: container.fileName)
    }
    let content = OpenDocumentContent(flow: BlockFlow())
    content.beginPart("styles.xml")
    try container.parse("styles.xml", with: content)
    content.beginPart(OpenDocument.contentPart)
    guard try container.parse(OpenDocument.contentPart, with: content) else {
      throw container.refusal(
        "an OpenDocument package without content.xml", "paket OpenDocument tanpa content.xml")
    }
    let properties = CorePropertiesContent()
    try container.parse("meta.xml", with: properties)
    return document(
      content, format: "odt", fileName: container.fileName, metadata: properties.result)
  }

  /// Reads an OpenDocument text that is one XML file.
  func readFlatOpenDocument(
    _ bytes: [UInt8], fileName: String
  ) throws(ReadingError) -> Document {
    let content = OpenDocumentContent(flow: BlockFlow())
    try Container.parse(
      bytes, with: content, file: fileName, fileName: fileName, format: "FODT", limits: limits)
    return document(content, format: "odt", fileName: fileName, metadata: content.metadata)
  }

  private func document(
    _ content: OpenDocumentContent, format: String, fileName: String, metadata: DocumentMetadata
  ) -> Document {
    content.finish()
    let text = content.flow.text
    var document = Document(
      fileName: fileName, format: format, rawText: text.raw, blocks: text.blocks(words),
      metadata: metadata)
    document.places = text.places
    return document
  }

  private func refuseOtherKind(
    _ kind: String, _ container: Container
  ) throws(ReadingError) {
    if kind.hasPrefix("text") { return }
    if kind.hasPrefix("spreadsheet") {
      throw OfficeRefusals.spreadsheet("ODS", file: container.fileName)
    }
    if kind.hasPrefix("presentation") {
      throw OfficeRefusals.presentation("ODP", file: container.fileName)
    }
    throw container.refusal(
      "an OpenDocument file of the kind \(kind) is not read, only texts are",
      "berkas OpenDocument berjenis \(kind) tidak dibaca, hanya teks")
  }
}

/// Tells from the manifest of a package whether it is encrypted
/// ([OpenDocument 1.3 part 2 §3.4](https://docs.oasis-open.org/office/OpenDocument/v1.3/OpenDocument-v1.3-part2-packages.html)).
final class ManifestContent: XMLContentHandler {
  /// Whether any part is encrypted.
  private(set) var isEncrypted = false

  override func startElement(_ tag: XMLTag) {
    if String(cString: tag.name.local) == "encryption-data" { isEncrypted = true }
  }
}

/// Tells OpenDocument texts in one XML file.
enum FlatOpenDocument {
  /// Whether the first element of a file has the name of a flat OpenDocument file.
  static func recognises(_ bytes: [UInt8]) -> Bool {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // Most files are something else: a look at their first visible byte is enough.
    guard bytes[mark...].first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return false }
    let head = String(decoding: bytes.prefix(4_096), as: UTF8.self)
    var rest = head[...]
    if rest.first == "\u{FEFF}" { rest.removeFirst() }
    while true {
      rest = rest.drop(while: \.isWhitespace)
      guard rest.hasPrefix("<?") || rest.hasPrefix("<!--") else { break }
      let end = rest.hasPrefix("<?") ? "?>" : "-->"
      guard let range = rest.firstRange(of: end) else { return false }
      rest = rest[range.upperBound...]
    }
    guard rest.first == "<" else { return false }
    let name = rest.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    guard name == "document" || name.hasSuffix(":document") else { return false }
    return rest.contains(OpenDocument.office)
  }
}
