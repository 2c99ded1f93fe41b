import Diagnostics
import XML

extension DocumentReader {
  /// Reads an EPUB: its pages in reading order, without the table of contents.
  func readEPUB(_ container: Container) throws(ReadingError) -> Document {
    var container = container
    container.format = "EPUB"
    let encryption = EPUBEncryptionContent()
    try container.parse(EPUB.encryptionPart, with: encryption)
    guard !encryption.hidesText else {
      throw container.refusal(
        "the book is protected against copying and cannot be read",
        "buku dilindungi terhadap penyalinan dan tidak dapat dibaca")
    }
    let root = EPUBContainerContent()
    guard try container.parse(EPUB.containerPart, with: root) else {
      throw container.refusal(
        "an EPUB without \(EPUB.containerPart)", "EPUB tanpa \(EPUB.containerPart)")
    }
    let package = EPUBPackageContent()
    guard let path = root.package,
      try container.parse(path, with: package, allowsDoctype: true)
    else {
      throw container.refusal(
        "an EPUB without the package document that \(EPUB.containerPart) names",
        "EPUB tanpa dokumen paket yang disebut \(EPUB.containerPart)")
    }
    var flow = BlockFlow()
    for reference in package.pages {
      guard let part = Container.path(reference, from: path), container.has(part) else {
        throw container.refusal(
          "the page \(reference) of the book is missing", "halaman buku \(reference) tidak ada")
      }
      flow.part = part
      let content = EPUBContent(flow: flow)
      try container.parse(part, with: content, allowsDoctype: true)
      flow = content.finish()
    }
    var document = Document(
      fileName: container.fileName, format: "epub", rawText: flow.text.raw,
      blocks: flow.text.blocks(words), metadata: package.metadata)
    document.places = flow.text.places
    return document
  }
}
