import Documents
import TestSupport
import Testing

@Suite("Formats")
struct FormatTests {
  private func read(_ bytes: [UInt8], _ name: String = "a.txt") throws -> Document {
    try ReadingSamples.reader.read(bytes, fileName: name)
  }

  @Test("tells encodings by the content")
  func encodings() throws {
    let wanted = "Kota “Bandung” – é"
    let utf16 = wanted.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let windows = wanted.unicodeScalars.map { scalar -> UInt8 in
      switch scalar {
      case "“": 0x93
      case "”": 0x94
      case "–": 0x96
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
    let all: [[UInt8]] = [
      Array(wanted.utf8), [0xEF, 0xBB, 0xBF] + Array(wanted.utf8), utf16, [0xFF, 0xFE] + utf16,
      [0xFE, 0xFF] + wanted.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, windows,
    ]
    for bytes in all {
      let document = try read(bytes)
      #expect(document.blocks.map(\.text.string) == [wanted])
      #expect(document.quote(document.blocks[0].text.sourceRange) == wanted)
    }
  }

  @Test("decodes a character of several bytes and a line break wherever they stand")
  func decoding() throws {
    let line = "Kota Bandung dan Kota Kawasaki bekerja sama."
    for place in 0..<line.utf8.count {
      for character in ["é", "\n", "\t"] {
        let wanted = String(line.prefix(place)) + character + String(line.dropFirst(place))
        let units = Array(wanted.utf16)
        let encoded: [[UInt8]] = [
          Array(wanted.utf8), wanted.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) },
          [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
          [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
        ]
        for bytes in encoded {
          #expect(try read(bytes).rawText == Array(wanted.unicodeScalars))
        }
      }
    }
  }

  static let binary =
    "the content is binary and of no format that is read (see simpul read --help)"

  @Test(
    "refuses what is no text, and says what it is",
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Word 97 (.doc) files are not read"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D], "PNG files are not read"),
      ([0, 1, 2, 3, 0xFF, 0xFE, 0x80], FormatTests.binary),
      ([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00], FormatTests.binary),
    ])
  func refusals(_ bytes: [UInt8], _ reason: String) {
    let error = #expect(throws: ReadingError.self) { try read(bytes, "b.txt") }
    #expect(error?.description == "b.txt: \(reason)")
  }

  @Test("an empty file is a document without blocks")
  func empty() throws {
    #expect(try read([]).blocks.isEmpty)
    #expect(try read(Array(" \n\n\t".utf8)).blocks.isEmpty)
  }

  @Test("bounds the size of a file")
  func size() {
    let reader = DocumentReader(lexicon: ReadingLexicon(), limits: ReadingLimits(fileBytes: 3))
    #expect(throws: ReadingError.self) { try reader.read(Array("abcd".utf8), fileName: "a.txt") }
  }

  @Test(
    "stays linear on crafted text",
    arguments: ["[", "*", "_", "<a", "((", "- ", "# ", "|", "-1-", ">", "a-\n"])
  func crafted(_ piece: String) throws {
    let text = String(repeating: piece, count: 200_000)
    for name in ["a.md", "a.txt"] { _ = try read(Array(text.utf8), name) }
  }

  // MARK: HTML

  @Test("finds the text of a page and leaves menus out")
  func html() throws {
    let page = """
      <!DOCTYPE html><html lang="id"><head><title>Judul - Situs</title>
      <meta name="author" content="Siti"><meta property="og:title" content="Judul">
      <meta property="article:published_time" content="2020-03-04T10:00:00+07:00"></head>
      <body><header><a href="/">Beranda</a></header><nav><ul><li>Satu</li></ul></nav>
      <div class="main-menu">Menu samping</div>
      <div><h1>Bandung &amp; Kawasaki</h1><div class="share-buttons">Bagikan</div>
      <p>Pemerintah Kota Bandung menandatangani <i>memorandum</i>
      pada&nbsp;2016.<sup><a href="#f1">[1]</a></sup></p>
      <ul><li>Limbah <b>padat</b></li><li>Air</li></ul><blockquote>Kami senang.</blockquote>
      <table><caption>Alat</caption><tr><th>Alat</th><th>Jumlah</th></tr><tr><td>Truk</td><td></td><td>2</td></tr></table>
      <p>Kerja sama ini berlangsung lama sekali di kota itu dan<br>dikenal luas oleh warga.</p>
      <h2>References</h2><p>Alam (2020). Kota.</p></div>
      <aside>Iklan</aside><footer>Hak cipta</footer><script>var x = "<p>no</p>";</script></body></html>
      """
    let document = try read(Array(page.utf8), "a.txt")
    #expect(document.format == "html")
    #expect(
      document.blocks.map(ReadingSamples.describe) == [
        "h1: Bandung & Kawasaki", "p: Pemerintah Kota Bandung menandatangani memorandum pada 2016.",
        "li: Limbah padat", "li: Air", "quote: Kami senang.", "caption: Alat", "row: Alat | Jumlah",
        "row: Truk | 2",
        "p: Kerja sama ini berlangsung lama sekali di kota itu dan dikenal luas oleh warga.",
        "h2: References", "bib: Alam (2020). Kota.",
      ])
    #expect(document.metadata.title == "Judul")
    #expect(document.metadata.authors == ["Siti"])
    #expect(document.metadata.language == "id")
    #expect(document.metadata.date == "2020-03-04")
    for block in document.blocks {
      let quote = document.quote(block.text.sourceRange)
      #expect(ReadingSamples.reader.repair(quote, markup: false) == block.text.string)
    }
  }

  @Test("takes tables that only lay a page out for running text")
  func layoutTables() throws {
    let page =
      "<html><body><table><tr><td>Menu kiri</td><td><table><tr><td><p>Isi berita kota.</p></td></tr></table></td></tr></table></body></html>"
    #expect(
      try read(Array(page.utf8)).blocks.map(ReadingSamples.describe)
        == ["p: Menu kiri", "p: Isi berita kota."])
  }

  @Test("refuses a page nested 100,000 deep and reads one nested 900 deep")
  func deep() throws {
    func page(_ depth: Int) -> [UInt8] {
      Array(("<html><body>" + String(repeating: "<div>", count: depth) + "Isi kota.").utf8)
    }
    let error = #expect(throws: ReadingError.self) { try read(page(100_000), "d.html") }
    #expect(error?.description == "d.html: elements are nested deeper than 1000")
    #expect(try read(page(900)).blocks.map(\.text.string) == ["Isi kota."])
  }

  // MARK: DOCX

  private static let main =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

  private func docx(_ body: String, _ others: [ZipWriter.File] = []) -> [UInt8] {
    let document = "<w:document \(Self.main)><w:body>\(body)</w:body></w:document>"
    return ZipWriter.archive(
      [.init(name: "word/document.xml", content: Array(document.utf8), isDeflated: true)] + others)
  }

  private func paragraph(_ text: String, style: String? = nil) -> String {
    let properties = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
    return "<w:p>\(properties)<w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  @Test("reads headings, lists, tables, notes and properties of a DOCX")
  func word() throws {
    let styles = """
      <w:styles \(Self.main)>
      <w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="heading 1"/></w:style>
      <w:style w:type="paragraph" w:styleId="Anak"><w:name w:val="Sendiri"/><w:basedOn w:val="Judul1"/></w:style>
      <w:style w:type="paragraph" w:styleId="Butir"><w:name w:val="List Bullet"/></w:style>
      </w:styles>
      """
    let notes = """
      <w:footnotes \(Self.main)><w:footnote w:type="separator" w:id="-1">\(paragraph("garis"))</w:footnote>
      <w:footnote w:id="1">\(paragraph("Lihat undang-undang."))</w:footnote></w:footnotes>
      """
    let core = """
      <cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:title>Laporan</dc:title>
      <dc:creator>Siti; Budi</dc:creator><dc:language>id</dc:language></cp:coreProperties>
      """
    let cell = { (text: String) in "<w:tc>\(self.paragraph(text))</w:tc>" }
    let body =
      paragraph("Pertama", style: "Judul1") + paragraph("Kedua", style: "Anak")
      + "<w:p><w:r><w:t>Kota </w:t></w:r><w:del><w:r><w:delText>lama</w:delText></w:r></w:del><w:r><w:t xml:space=\"preserve\">Ban</w:t><w:softHyphen/><w:t>dung</w:t><w:tab/><w:t>maju.</w:t></w:r></w:p>"
      + paragraph("Butir satu", style: "Butir")
      + "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Butir dua</w:t></w:r></w:p>"
      + paragraph("1. Butir tiga")
      + "<w:tbl><w:tr>\(cell("Kota"))\(cell("Tahun"))</w:tr><w:tr>\(cell("Suwon"))\(cell(""))\(cell("1997"))</w:tr></w:tbl>"
      + paragraph("BAB II") + paragraph("PEMBAHASAN") + paragraph("DAFTAR PUSTAKA")
      + paragraph("Alam (2020). Kota.")
    let document = try read(
      docx(
        body,
        [
          .init(name: "word/styles.xml", content: Array(styles.utf8)),
          .init(name: "word/footnotes.xml", content: Array(notes.utf8)),
          .init(name: "docProps/core.xml", content: Array(core.utf8)),
        ]), "a.txt")
    #expect(document.format == "docx")
    #expect(
      document.blocks.map(ReadingSamples.describe) == [
        "h1: Pertama", "h1: Kedua", "p: Kota Bandung maju.", "li: Butir satu", "li: Butir dua",
        "li: Butir tiga", "row: Kota | Tahun", "row: Suwon | 1997", "h1: BAB II PEMBAHASAN",
        "h1: DAFTAR PUSTAKA", "bib: Alam (2020). Kota.", "note: Lihat undang-undang.",
      ])
    #expect(document.blocks.last?.part == "word/footnotes.xml")
    #expect(document.metadata.title == "Laporan")
    #expect(document.metadata.authors == ["Siti", "Budi"])
    #expect(document.metadata.language == "id")
  }

  @Test("refuses damaged and foreign containers")
  func damaged() {
    let foreign = ZipWriter.archive([.init(name: "a.txt", content: [1])])
    let broken = ZipWriter.archive([
      .init(name: "word/document.xml", content: Array("<w:document".utf8))
    ])
    let doctype = ZipWriter.archive([
      .init(
        name: "word/document.xml", content: Array("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>".utf8))
    ])
    for (bytes, part) in [
      (foreign, "without word/document.xml"), (broken, "damaged DOCX"),
      (doctype, "entities are not read"), (Array(foreign.dropLast(5)), "damaged zip"),
    ] {
      let error = #expect(throws: ReadingError.self) { try read(bytes, "c.docx") }
      #expect(error?.description.contains(part) == true, "\(String(describing: error))")
      #expect(error?.file == "c.docx")
    }
  }
}
