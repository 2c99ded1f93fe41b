import Claims
import Documents
import TestSupport
import Testing
import XML

/// Office documents built from XML.
enum OfficeSamples {
  static let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
  static let compatibility =
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
  static let open = ["office", "text", "table", "style", "meta"].map {
    "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
  }.joined(separator: " ")
  static let drawing =
    "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""

  static func file(_ name: String, _ text: String) -> ZipWriter.File {
    .init(name: name, content: Array(text.utf8), isDeflated: true)
  }

  // MARK: DOCX

  /// A package whose parts lie where only its relationships lead.
  static func docx(
    _ body: String, styles: String = "", numbering: String = "", footnotes: String = "",
    core: String = "", type: String = "wordprocessingml.document"
  ) -> [UInt8] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let relation = { (id: Int, type: String, target: String) in
      "<Relationship Id=\"r\(id)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"/>"
    }
    let relations = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
    return ZipWriter.archive([
      file(
        "[Content_Types].xml",
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Override PartName="/isi/utama.xml" ContentType="application/vnd.openxmlformats-officedocument.\(type).main+xml"/></Types>
        """),
      file(
        "_rels/.rels",
        "<Relationships \(relations)>\(relation(1, "officeDocument", "isi/utama.xml"))\(relation(2, "metadata/core-properties", "/sifat.xml"))</Relationships>"
      ),
      file(
        "isi/_rels/utama.xml.rels",
        "<Relationships \(relations)>\(relation(1, "styles", "gaya.xml"))\(relation(2, "numbering", "../nomor.xml"))\(relation(3, "footnotes", "/isi/kaki.xml"))<Relationship Type=\"\(office)/hyperlink\" Target=\"https://example.org/\" TargetMode=\"External\"/></Relationships>"
      ),
      file(
        "isi/utama.xml",
        "<?xml version=\"1.0\"?>\n<w:document \(word) \(compatibility)><w:body>\(body)</w:body></w:document>"
      ),
      file("isi/gaya.xml", "<w:styles \(word)>\(styles)</w:styles>"),
      file("nomor.xml", "<w:numbering \(word)>\(numbering)</w:numbering>"),
      file("isi/kaki.xml", "<w:footnotes \(word)>\(footnotes)</w:footnotes>"),
      file("sifat.xml", core.isEmpty ? "<core/>" : core),
    ])
  }

  static func style(_ id: String, _ name: String, _ more: String = "") -> String {
    "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>\(more)</w:style>"
  }

  static func run(_ text: String) -> String {
    "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  static func paragraph(_ text: String, _ properties: String = "") -> String {
    let properties = properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>"
    return "<w:p>\(properties)\(run(text))</w:p>"
  }

  static func styled(_ style: String, _ text: String) -> String {
    paragraph(text, "<w:pStyle w:val=\"\(style)\"/>")
  }

  static func numbered(_ number: Int, _ level: Int, _ text: String) -> String {
    paragraph(
      text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(number)\"/></w:numPr>")
  }

  static func field(_ instruction: String, _ result: String) -> String {
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> \(instruction) </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(result)<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
  }

  static func table(_ columns: Int, _ rows: [[String]]) -> String {
    let grid = String(repeating: "<w:gridCol/>", count: columns)
    let body = rows.map { row in "<w:tr>\(row.map { "<w:tc>\($0)</w:tc>" }.joined())</w:tr>" }
    return "<w:tbl><w:tblGrid>\(grid)</w:tblGrid>\(body.joined())</w:tbl>"
  }

  // MARK: ODT

  static func content(_ body: String, _ automatic: String = "") -> String {
    "<?xml version=\"1.0\"?><office:document-content \(open) \(drawing)><office:automatic-styles>\(automatic)</office:automatic-styles><office:body><office:text>\(body)</office:text></office:body></office:document-content>"
  }

  static func odt(
    _ body: String, automatic: String = "", styles: String = "", meta: String = "",
    manifest: String = "", type: String = "text"
  ) -> [UInt8] {
    ZipWriter.archive([
      .init(
        name: "mimetype", content: Array("application/vnd.oasis.opendocument.\(type)".utf8)),
      file("content.xml", content(body, automatic)),
      file(
        "styles.xml",
        "<office:document-styles \(open)><office:styles>\(styles)</office:styles></office:document-styles>"
      ),
      file(
        "meta.xml",
        "<office:document-meta \(open) \(drawing)><office:meta>\(meta)</office:meta></office:document-meta>"
      ),
      file("META-INF/manifest.xml", "<manifest>\(manifest)</manifest>"),
    ])
  }

  // MARK: EPUB

  static func epub(
    _ pages: [(name: String, body: String)], metadata: String = "", prolog: String = "",
    encryption: String? = nil
  ) -> [UInt8] {
    let items = pages.map {
      "<item id=\"\($0.name)\" href=\"text/\($0.name).xhtml\" media-type=\"application/xhtml+xml\"/>"
    }
    let references = pages.map { "<itemref idref=\"\($0.name)\"/>" }
    var files = [
      ZipWriter.File(name: "mimetype", content: Array("application/epub+zip".utf8)),
      file(
        "META-INF/container.xml",
        "<container><rootfiles><rootfile full-path=\"OEBPS/isi.opf\"/></rootfiles></container>"),
      file(
        "OEBPS/isi.opf",
        "<package xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata>\(metadata)</metadata><manifest><item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\(items.reversed().joined())</manifest><spine><itemref idref=\"nav\"/>\(references.joined())</spine></package>"
      ),
      file("OEBPS/nav.xhtml", "<html><body><h1>Isi</h1></body></html>"),
    ]
    for page in pages {
      files.append(
        file(
          "OEBPS/text/\(page.name).xhtml",
          "\(prolog)<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Bukan isi</title></head><body>\(page.body)</body></html>"
        ))
    }
    if let encryption { files.append(file("META-INF/encryption.xml", encryption)) }
    return ZipWriter.archive(files)
  }

  // MARK: Checks

  static func read(_ bytes: [UInt8], _ name: String = "a.bin") throws -> Document {
    let document = try ReadingSamples.reader.read(bytes, fileName: name)
    expectQuotes(document)
    return document
  }

  static func blocks(_ bytes: [UInt8]) throws -> [String] {
    try read(bytes).blocks.map(ReadingSamples.describe)
  }

  /// The raw range of every block, repaired, is its text; and every block has its place.
  static func expectQuotes(_ document: Document) {
    for block in document.blocks {
      let range = block.text.sourceRange
      let again = ReadingSamples.reader.repair(document.quote(range), markup: false)
      #expect(again == block.text.string)
      let place = document.places.place(at: range.start)
      #expect(place?.locator?.hasPrefix("/") == true)
      #expect(place?.part == block.part)
    }
  }

  /// The letters of the element that a locator leads to, told by local names alone.
  static func letters(at locator: String, in xml: String) throws -> String {
    let wanted = locator.split(separator: "/").map { String($0.split(separator: ":").last ?? "") }
    var reader = try XMLPullReader(Array(xml.utf8))
    var counts: [[String: Int]] = [[:]]
    var steps: [String] = []
    var letters = ""
    while let event = try reader.next() {
      switch event {
      case .start(let name, _):
        let position = (counts[counts.count - 1][name.local] ?? 0) + 1
        counts[counts.count - 1][name.local] = position
        steps.append("\(name.local)[\(position)]")
        counts.append([:])
      case .end:
        steps.removeLast()
        counts.removeLast()
      case .text(let text):
        if steps.starts(with: wanted) { letters += text.filter(\.isLetter) }
      }
    }
    return letters
  }
}
