import Diagnostics
import XML

extension DocumentReader {
  /// Reads a Word document: its main part is the one that the package names, whatever its path.
  func readWord(_ container: Container) throws(ReadingError) -> Document {
    var container = container
    container.format = "DOCX"
    let package = RelationshipsContent()
    try container.parse("_rels/.rels", with: package)
    let main = package.target(ofType: "officeDocument", from: "") ?? Self.usualMain
    try refuseOtherOffice(main, container)
    let related = RelationshipsContent()
    let steps = main.split(separator: "/")
    let folder = steps.dropLast().map { $0 + "/" }.joined()
    try container.parse("\(folder)_rels/\(steps.last ?? "").rels", with: related)
    func part(_ type: String) -> String {
      related.target(ofType: type, from: main) ?? "\(folder)\(type).xml"
    }

    let styles = WordStylesContent()
    try container.parse(part("styles"), with: styles)
    let numbering = WordNumberingContent()
    try container.parse(part("numbering"), with: numbering)
    var flow = BlockFlow()
    flow.part = main
    let body = WordContent(styles: styles.result, numbering: numbering.result, flow: flow)
    guard try container.parse(main, with: body) else {
      throw container.refusal(
        "a zip archive without \(main); of these only DOCX, ODT and EPUB are read",
        "arsip zip tanpa \(main); dari jenis ini hanya DOCX, ODT, dan EPUB yang dibaca")
    }
    flow = body.finish()
    var counted = body.numbering
    for type in ["footnotes", "endnotes"] {
      flow.part = part(type)
      flow.forgetPage()
      let notes = WordContent(
        styles: styles.result, numbering: counted, flow: flow, fixed: .note)
      guard try container.parse(part(type), with: notes) else { continue }
      flow = notes.finish()
      counted = notes.numbering
    }

    let properties = CorePropertiesContent()
    try container.parse(
      package.target(ofType: "core-properties", from: "") ?? "docProps/core.xml", with: properties)
    var document = Document(
      fileName: container.fileName, format: "docx", rawText: flow.text.raw,
      blocks: flow.text.blocks(words), metadata: properties.result)
    document.places = flow.text.places
    return document
  }

  /// Path of the main part where the package does not name it.
  private static let usualMain = "word/document.xml"

  /// Refuses spreadsheets and presentations by the type of their main part.
  private func refuseOtherOffice(
    _ main: String, _ container: Container
  ) throws(ReadingError) {
    let types = ContentTypesContent()
    try container.parse("[Content_Types].xml", with: types)
    guard let type = types.type(of: main) else { return }
    if type.contains("spreadsheetml") || type.contains("ms-excel") {
      throw OfficeRefusals.spreadsheet("XLSX", file: container.fileName)
    }
    if type.contains("presentationml") || type.contains("ms-powerpoint") {
      throw OfficeRefusals.presentation("PPTX", file: container.fileName)
    }
    guard type.contains("wordprocessingml") || type.contains("ms-word") else {
      throw container.refusal(
        "an office file of the type \(type); of these only Word documents are read",
        "berkas perkantoran berjenis \(type); dari jenis ini hanya dokumen Word yang dibaca")
    }
  }
}
