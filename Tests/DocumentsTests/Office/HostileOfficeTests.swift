import Documents
import TestSupport
import Testing

@Suite("Hostile office files")
struct HostileOfficeTests {
  private typealias Sample = OfficeSamples

  private static let body =
    Sample.styled("H", "Awal") + Sample.numbered(1, 0, "Kota “Bandung” – é.")
    + Sample.table(2, [[Sample.paragraph("a"), Sample.paragraph("b")]])
    + "<w:p>\(Sample.field("PAGE", Sample.run("7")))\(Sample.run("Akhir."))</w:p>"
  private static let word = Sample.docx(
    body, styles: Sample.style("H", "heading 1"), numbering: WordTests.legal)
  private static let open = Sample.odt(
    OpenDocumentTests.cases.map(\.body).joined(), automatic: OpenDocumentTests.legal)
  private static let book = Sample.epub([("a", "<h1>Awal</h1><p>Isi&nbsp;kota é.</p>")])
  private static let flat = Array(
    "<office:document \(Sample.open) \(Sample.drawing)><office:body><office:text>\(OpenDocumentTests.paragraph("Isi kota."))</office:text></office:body></office:document>"
      .utf8)

  private func refusal(_ bytes: [UInt8], _ reader: DocumentReader = ReadingSamples.reader) -> String
  {
    let error = #expect(throws: ReadingError.self) { try reader.read(bytes, fileName: "x.bin") }
    #expect(error?.file == "x.bin")
    return error?.description ?? ""
  }

  private static func package(_ xml: String) -> [UInt8] {
    ZipWriter.archive([Sample.file("word/document.xml", xml)])
  }

  /// Files, and what the refusal says of them.
  static let refusals: [(String, [UInt8], String)] = {
    let zeros = [UInt8](repeating: 0x20, count: 4 << 20)
    let bomb =
      "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\">\((0..<12).map { "<!ENTITY a\($0) \"\(String(repeating: $0 == 0 ? "&a;" : "&a\($0 - 1);", count: 10))\">" }.joined())]>"
    let external = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
    func compound(_ stream: String) -> [UInt8] {
      var bytes = [UInt8](repeating: 0, count: 2_048)
      bytes.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
      for (index, byte) in stream.utf8.enumerated() { bytes[1_152 + index * 2] = byte }
      return bytes
    }
    let document = "<w:document \(Sample.word)/>"
    return [
      (
        "zip bomb",
        ZipWriter.archive([
          .init(name: "word/document.xml", content: zeros, isDeflated: true)
        ]), "exceeds the limit of 500 for compression ratio (word/document.xml)"
      ),
      (
        "lie about a size",
        ZipWriter.archive([
          .init(
            name: "word/document.xml", content: Array(document.utf8), isDeflated: true,
            claimedSize: 9)
        ]), "does not match its checksum or size (word/document.xml)"
      ),
      (
        "entry above the archive", ZipWriter.archive([.init(name: "../x", content: [1])]),
        "unsafe or repeated name (../x)"
      ),
      (
        "absolute entry", ZipWriter.archive([.init(name: "/etc/x", content: [1])]),
        "unsafe or repeated name (/etc/x)"
      ),
      (
        "archive in an archive", ZipWriter.archive([.init(name: "a.zip", content: word)]),
        "without word/document.xml"
      ),
      (
        "archive as the main part",
        ZipWriter.archive([.init(name: "word/document.xml", content: word)]),
        "damaged DOCX: x.bin/word/document.xml:1:1"
      ),
      (
        "encrypted entry",
        ZipWriter.archive([
          .init(name: "word/document.xml", content: Array(document.utf8), flags: 1)
        ]), "protected by a password (word/document.xml)"
      ),
      ("entity bomb in DOCX", package("\(bomb)<a>&a11;</a>"), "entities are not read"),
      ("external entity in DOCX", package("\(external)<a>&e;</a>"), "entities are not read"),
      (
        "document type in ODT",
        ZipWriter.archive([
          .init(name: "mimetype", content: Array("application/vnd.oasis.opendocument.text".utf8)),
          Sample.file("content.xml", "\(bomb)<a>&a11;</a>"),
        ]), "damaged ODT: x.bin/content.xml"
      ),
      (
        "entity bomb in EPUB",
        Sample.epub([("a", "<p>&a11;</p>")], prolog: bomb), "damaged EPUB: x.bin/OEBPS/text/a.xhtml"
      ),
      (
        "external entity in EPUB",
        Sample.epub([("a", "<p>&e;</p>")], prolog: external), "external entities"
      ),
      ("other root", package("<workbook/>"), "not that of a Word document"),
      (
        "tables nested too deeply",
        Sample.docx(
          String(repeating: "<w:tbl><w:tr><w:tc>", count: 200)
            + String(repeating: "</w:tc></w:tr></w:tbl>", count: 200)),
        "nested deeper than 512 elements"
      ),
      (
        "a cell repeated without end",
        Sample.odt(
          "<table:table><table:table-row>\(OpenDocumentTests.cell("a", "table:number-columns-repeated=\"2000000000\""))</table:table-row></table:table>"
        ), "repeated cells and rows add more than 1048576 bytes"
      ),
      (
        "rows repeated within repeated rows",
        Sample.odt(
          String(
            repeating:
              "<table:table><table:table-row table:number-rows-repeated=\"40\"><table:table-cell>",
            count: 5) + OpenDocumentTests.paragraph("a")
            + String(repeating: "</table:table-cell></table:table-row></table:table>", count: 5)),
        "repeated cells and rows add more than 1048576 bytes"
      ),
      (
        "XLSX", Sample.docx("", type: "spreadsheetml.sheet"),
        "a spreadsheet (XLSX) is not read as a document; save its sheet as CSV"
      ),
      (
        "PPTX", Sample.docx("", type: "presentationml.presentation"),
        "a presentation (PPTX) is not read"
      ),
      ("ODS", Sample.odt("", type: "spreadsheet"), "a spreadsheet (ODS) is not read as a document"),
      ("ODP", Sample.odt("", type: "presentation"), "a presentation (ODP) is not read"),
      ("ODG", Sample.odt("", type: "graphics"), "of the kind graphics is not read"),
      (
        "flat spreadsheet",
        Array(
          "<office:document \(Sample.open)><office:body><office:spreadsheet/></office:body></office:document>"
            .utf8), "the file holds a spreadsheet and no text"
      ),
      (
        "encrypted ODT",
        Sample.odt("", manifest: "<file-entry><encryption-data/></file-entry>"),
        "the document is protected by a password"
      ),
      ("encrypted DOCX", compound("EncryptedPackage"), "the document is protected by a password"),
      ("Word 97", compound("WordDocument"), "Word 97 (.doc) files are not read; save"),
      ("Excel 97", compound("Workbook"), "Excel 97 (.xls) files are not read"),
    ]
  }()

  @Test("are refused with the reason", arguments: refusals.map(\.0))
  func refused(_ name: String) throws {
    let (_, bytes, reason) = try #require(Self.refusals.first { $0.0 == name })
    let found = refusal(bytes)
    #expect(found.contains(reason), "\(name): \(found)")
  }

  @Test("a part larger than the bound is refused")
  func bound() {
    let reader = DocumentReader(lexicon: ReadingLexicon(), limits: ReadingLimits(partBytes: 300))
    #expect(refusal(Self.word, reader).contains("exceeds the limit of 300 for bytes of an entry"))
  }

  @Test("XML larger than the bound on it is refused with the part and a remedy")
  func xmlBound() {
    let limits = ReadingLimits(xmlPartBytes: 300)
    let reader = DocumentReader(lexicon: ReadingLexicon(), limits: limits)
    for (bytes, part) in [
      (Self.word, "x.bin/"), (Self.open, "x.bin/"), (Self.flat, "x.bin has "),
    ] {
      let found = refusal(bytes, reader)
      #expect(found.contains(part), "\(found)")
      #expect(found.contains("bytes of XML; at most 300 are read of one part: divide"))
    }
  }

  @Test("tiny paragraphs beyond the bound on XML are refused before they are read")
  func tinyParagraphs() {
    let bytes = Sample.docx(String(repeating: "<w:p><w:r><w:t>a</w:t></w:r></w:p>", count: 2 << 20))
    #expect(refusal(bytes).contains("bytes of XML; at most 67108864 are read of one part"))
  }

  @Test("files cut at every tenth byte are refused")
  func cut() throws {
    for whole in [Self.word, Self.open, Self.book] {
      let count = try Sample.read(whole).blocks.count
      #expect(count > 0)
      for end in stride(from: 10, to: whole.count, by: 10) {
        #expect(refusal(Array(whole[..<end])).hasPrefix("x.bin: damaged zip archive"))
      }
    }
    let start = Sample.open.utf8.count
    for end in stride(from: start, to: Self.flat.count, by: 10) {
      #expect(refusal(Array(Self.flat[..<end])).contains("damaged FODT: x.bin:1:"))
    }
  }

  @Test("parts cut at every tenth byte are refused")
  func cutParts() {
    let xml = Array("<w:document \(Sample.word)><w:body>\(Self.body)</w:body></w:document>".utf8)
    for end in stride(from: 0, to: xml.count, by: 10) {
      let bytes = ZipWriter.archive([
        .init(name: "word/document.xml", content: Array(xml[..<end]))
      ])
      #expect(refusal(bytes).contains("damaged DOCX: x.bin/word/document.xml:1:"))
    }
  }

  @Test("mutated files are read or refused, and what is read keeps its places")
  func mutated() throws {
    var random = SeededGenerator()
    let word = Array(
      "<w:document \(Sample.word) \(Sample.compatibility)><w:body>\(WordTests.cases.map(\.body).joined())</w:body></w:document>"
        .utf8)
    let numbering = Array("<w:numbering \(Sample.word)>\(WordTests.legal)</w:numbering>".utf8)
    let open = Array(Sample.content(OpenDocumentTests.cases.map(\.body).joined()).utf8)
    print("seed of the mutations: \(random.seed)")
    var readCount = 0
    for _ in 0..<400 {
      let isWord = Bool.random(using: &random)
      let xml = Self.shuffle(isWord ? word : open, &random)
      var files = [
        ZipWriter.File(name: isWord ? "word/document.xml" : "content.xml", content: xml)
      ]
      if isWord {
        files.append(.init(name: "word/numbering.xml", content: numbering))
      } else {
        files.append(
          .init(name: "mimetype", content: Array("application/vnd.oasis.opendocument.text".utf8)))
      }
      do throws(ReadingError) {
        let document = try ReadingSamples.reader.read(ZipWriter.archive(files), fileName: "x")
        Sample.expectQuotes(document)
        readCount += 1
      } catch {
        #expect(error.file == "x")
      }
    }
    #expect(readCount > 20, "too few of the mutated files could be read")
  }

  /// Takes elements away, doubles them, or swaps a few bytes.
  private static func shuffle(_ xml: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var xml = xml
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let starts = xml.indices.filter { xml[$0] == UInt8(ascii: "<") }
      guard let start = starts.randomElement(using: &random) else { break }
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        xml[Int.random(in: 0..<xml.count, using: &random)] = UInt8.random(
          in: 0x20...0x7E, using: &random)
      case 1:
        guard let end = xml[start...].firstIndex(of: UInt8(ascii: ">")) else { break }
        // An empty element, or a start tag with its end, so that what is left may be well formed.
        if xml[end - 1] == UInt8(ascii: "/") { xml.removeSubrange(start...end) }
      case 2:
        guard let end = xml[start...].firstIndex(of: UInt8(ascii: ">")),
          xml[end - 1] == UInt8(ascii: "/"),
          let other = starts.randomElement(using: &random)
        else { break }
        xml.insert(contentsOf: Array(xml[start...end]), at: other)
      default:
        guard let end = xml[start...].firstIndex(of: UInt8(ascii: ">")), end + 1 < xml.count else {
          break
        }
        xml.insert(contentsOf: Array("kota maju ".utf8), at: end + 1)
      }
    }
    return xml
  }
}
