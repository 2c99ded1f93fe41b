import Claims
import Documents
import TestSupport
import Testing

@Suite("DOCX")
struct WordTests {
  private typealias Sample = OfficeSamples

  /// A feature, the XML of a body, and the blocks it makes.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var body: String
    var blocks: [String]
    var styles = ""
    var numbering = ""
    var testDescription: String { name }
  }

  static let cases: [Case] = {
    typealias S = OfficeSamples
    let heading = S.style("H", "heading 2")
    let box = { (text: String) in "<w:txbxContent>\(S.paragraph(text))</w:txbxContent>" }
    return [
      Case(
        name: "headings by style, by outline and not by an outline of running text",
        body: S.styled("H", "Latar") + S.styled("Anak", "Tujuan") + S.styled("Bukan", "Isi teks.")
          + S.paragraph("Manfaat", "<w:outlineLvl w:val=\"2\"/>")
          + S.paragraph("Isi lain.", "<w:pStyle w:val=\"H\"/><w:outlineLvl w:val=\"9\"/>"),
        blocks: ["h2: Latar", "h2: Tujuan", "p: Isi teks.", "h3: Manfaat", "p: Isi lain."],
        styles: heading + S.style("Anak", "Anak", "<w:basedOn w:val=\"H\"/>")
          + S.style(
            "Bukan", "Bukan",
            "<w:basedOn w:val=\"H\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>")),
      Case(
        name: "title, caption, quotation and bibliography by style",
        body: S.styled("T", "Judul") + S.styled("C", "Kota") + S.styled("Q", "Kami senang.")
          + S.styled("B", "Alam (2020)."),
        blocks: ["h1: Judul", "caption: Kota", "quote: Kami senang.", "bib: Alam (2020)."],
        styles: S.style("T", "Title") + S.style("C", "caption") + S.style("Q", "Intense Quote")
          + S.style("B", "Bibliography")),
      Case(
        name: "tracked changes: insertions kept, deletions and moved text dropped",
        body:
          "<w:p>\(S.run("Kota "))<w:ins>\(S.run("Bandung"))</w:ins><w:del>\(S.run("X"))</w:del><w:moveFrom>\(S.run("Y"))</w:moveFrom><w:moveTo>\(S.run(" maju"))</w:moveTo><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>.</w:t></w:r></w:p>",
        blocks: ["p: Kota Bandung maju."]),
      Case(
        name: "a deleted end of a paragraph joins it with the next",
        body: S.paragraph("Kota ", "<w:rPr><w:del/></w:rPr>") + S.paragraph("Bandung.")
          + S.paragraph("Lain.", "<w:rPr><w:ins/></w:rPr>")
          + S.paragraph("Akhir", "<w:rPr><w:del/></w:rPr>"),
        blocks: ["p: Kota Bandung.", "p: Lain.", "p: Akhir"]),
      Case(
        name: "deleted rows and cells",
        body:
          "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>\(S.paragraph("a"))</w:tc><w:tc>\(S.paragraph("b"))</w:tc></w:tr><w:tr><w:tc>\(S.paragraph("c"))</w:tc><w:tc><w:tcPr><w:cellDel/></w:tcPr>\(S.paragraph("d"))</w:tc><w:tc>\(S.paragraph("e"))</w:tc></w:tr></w:tbl>",
        blocks: ["row: c | e"]),
      Case(
        name: "a text box once and behind its paragraph",
        body:
          "<w:p>\(S.run("Awal "))<w:r><mc:AlternateContent><mc:Choice>\(box("Kotak isi."))</mc:Choice><mc:Fallback>\(box("Kotak isi."))</mc:Fallback></mc:AlternateContent></w:r>\(S.run("akhir."))</w:p>"
          + "<w:p><w:r><w:pict>\(box("Kotak lama."))</w:pict></w:r></w:p>",
        blocks: ["p: Awal akhir.", "p: Kotak isi.", "p: Kotak lama."]),
      Case(
        name: "the older version where there is no other",
        body:
          "<w:p><w:r><mc:AlternateContent><mc:Fallback>\(box("Hanya ini."))</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        blocks: ["p: Hanya ini."]),
      Case(
        name: "hyphens, symbols, blanks, formulas and hidden text",
        body:
          "<w:p><w:r><w:t>ber</w:t><w:softHyphen/><w:t>sama</w:t><w:tab/><w:t>sister</w:t><w:noBreakHyphen/><w:t>city</w:t><w:br/><w:t xml:space=\"preserve\">suhu </w:t><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>rahasia</w:t></w:r><m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>x=2</m:t></m:r></m:oMath></w:p>",
        blocks: ["p: bersama sister-city suhu ≥✓x=2"]),
      Case(
        name: "two line breaks, or a page break, divide a paragraph",
        body:
          "<w:p><w:r><w:t>Satu</w:t><w:br/><w:br/><w:t>Dua</w:t><w:br w:type=\"page\"/><w:t>Tiga</w:t></w:r></w:p>",
        blocks: ["p: Satu", "p: Dua", "p: Tiga"]),
      Case(
        name: "links and cross references as shown, page numbers dropped",
        body:
          "<w:p><w:hyperlink>\(S.run("Lihat "))</w:hyperlink>\(S.field("REF _Ref1 \\h", S.run("Pasal 3")))\(S.run(" halaman "))\(S.field("PAGE", S.run("7")))<w:fldSimple w:instr=\" NUMPAGES \">\(S.run("9"))</w:fldSimple><w:fldSimple w:instr=\"AUTHOR\">\(S.run("Siti"))</w:fldSimple></w:p>",
        blocks: ["p: Lihat Pasal 3 halaman Siti"]),
      Case(
        name: "a table of contents in a field, in a control and by its style",
        body:
          "<w:p>\(S.run("Awal "))<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TO</w:instrText></w:r><w:r><w:instrText>C \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(S.run("Bab satu 1"))</w:p>\(S.paragraph("Bab dua 2"))<w:p>\(S.run("x"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\(S.run("lalu."))</w:p>"
          + "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>\(S.paragraph("Daftar"))<w:sdt><w:sdtContent>\(S.paragraph("Dalam"))</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
          + S.styled("D", "Bab tiga 3")
          + "<w:sdt><w:sdtContent>\(S.paragraph("Isi."))</w:sdtContent></w:sdt>",
        blocks: ["p: Awal", "p: lalu.", "p: Isi."], styles: S.style("D", "toc 1")),
      Case(
        name: "a field that never ends loses nothing",
        body:
          "<w:p>\(S.run("Awal. "))<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r></w:p>\(S.paragraph("Isi kota."))",
        blocks: ["p: Awal.", "p: Isi kota."]),
      Case(
        name: "a caption by its sequence field",
        body:
          "<w:p>\(S.run("Grafik "))\(S.field("SEQ Grafik", S.run("1")))\(S.run(" Warga"))</w:p>",
        blocks: ["caption: Grafik 1 Warga"]),
      Case(
        name: "merged cells stand once, empty cells are left out",
        body: "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>"
          + "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr>\(S.paragraph("Kota kembar"))</w:tc></w:tr>"
          + "<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>\(S.paragraph("Jepang"))</w:tc><w:tc>\(S.paragraph("Kawasaki"))\(S.paragraph("Hamamatsu"))</w:tc><w:tc>\(S.paragraph(""))</w:tc></w:tr>"
          + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>\(S.paragraph("Osaka"))</w:tc><w:tc>\(S.paragraph("2016"))</w:tc></w:tr></w:tbl>",
        blocks: ["row: Kota kembar", "row: Jepang | Kawasaki Hamamatsu", "row: Osaka | 2016"]),
      Case(
        name: "a nested table behind the row around it",
        body: S.table(
          2,
          [
            [
              S.paragraph("Luar") + S.table(2, [[S.paragraph("a"), S.paragraph("b")]])
                + S.paragraph("kiri"), S.paragraph("kanan"),
            ], [S.paragraph("c"), S.paragraph("d")],
          ]),
        blocks: ["row: Luar kiri | kanan", "row: a | b", "row: c | d"]),
      Case(
        name: "tables that lay text out",
        body: S.table(1, [[S.styled("H", "Kepala") + S.paragraph("Isi kotak.")]])
          + S.table(
            2,
            [
              [
                (1...4).map {
                  S.paragraph("Alinea panjang \($0) " + String(repeating: "kata ", count: 30))
                }
                .joined(), S.paragraph("Kanan"),
              ]
            ]),
        blocks: ["h2: Kepala", "p: Isi kotak."]
          + (1...4).map { "p: Alinea panjang \($0)" + String(repeating: " kata", count: 30) }
          + ["p: Kanan"], styles: heading),
      Case(
        name: "numbers that are text stay, marks of list items do not",
        body: S.numbered(1, 0, "KETENTUAN UMUM") + S.numbered(1, 1, "")
          + S.numbered(1, 2, "Kota ini maju.")
          + S.numbered(1, 2, "Warga senang.") + S.numbered(1, 3, "sampah;") + S.numbered(1, 1, "")
          + S.numbered(1, 2, "Awal lagi.") + S.numbered(3, 0, "Butir") + S.numbered(2, 1, "Klausul")
          + S.numbered(2, 1, "Lagi"),
        blocks: [
          "h1: BAB I KETENTUAN UMUM", "h3: Pasal 1", "li: Kota ini maju.", "li: Warga senang.",
          "li: sampah;", "h3: Pasal 2", "li: Awal lagi.", "li: Butir", "li: 1.1 Klausul",
          "li: 1.2 Lagi",
        ], numbering: Self.legal),
      Case(
        name: "headings with the numbers of their style",
        body: S.styled("H1", "Pendahuluan") + S.styled("H2", "Latar") + S.styled("H2", "Tujuan")
          + S.styled("H1", "Penutup") + S.styled("H2", "Simpulan")
          + S.paragraph(
            "Lampiran", "<w:pStyle w:val=\"H1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
        blocks: [
          "h1: BAB I Pendahuluan", "h2: 1.1. Latar", "h2: 1.2. Tujuan", "h1: BAB II Penutup",
          "h2: 2.1. Simpulan", "h1: Lampiran",
        ],
        styles: S.style(
          "H1", "heading 1", "<w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr>")
          + S.style(
            "H2", "heading 2",
            "<w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr>"),
        numbering:
          "<w:abstractNum w:abstractNumId=\"7\">\(Self.level(0, "upperRoman", "BAB %1"))<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:lvlText w:val=\"%1.%2.\"/></w:lvl></w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"7\"/></w:num>"
      ),
    ]
  }()

  static func level(_ index: Int, _ format: String, _ text: String, start: Int = 1) -> String {
    "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"\(start)\"/><w:numFmt w:val=\"\(format)\"/><w:lvlText w:val=\"\(text)\"/></w:lvl>"
  }

  static let legal =
    "<w:abstractNum w:abstractNumId=\"0\">\(level(0, "upperRoman", "BAB %1"))<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlRestart w:val=\"0\"/><w:suff w:val=\"nothing\"/><w:lvlText w:val=\"Pasal %2\"/></w:lvl>\(level(2, "decimal", "(%3)"))\(level(3, "lowerLetter", "%4."))</w:abstractNum>"
    + "<w:abstractNum w:abstractNumId=\"1\">\(level(0, "decimal", "%1."))\(level(1, "decimal", "%1.%2"))</w:abstractNum>"
    + "<w:abstractNum w:abstractNumId=\"2\">\(level(0, "bullet", "\u{F0B7}"))</w:abstractNum>"
    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"3\"><w:abstractNumId w:val=\"2\"/></w:num>"

  @Test("reads", arguments: cases)
  func features(_ sample: Case) throws {
    let bytes = Sample.docx(sample.body, styles: sample.styles, numbering: sample.numbering)
    #expect(try Sample.blocks(bytes) == sample.blocks)
  }

  @Test("keeps the marks of list items in the raw text, as shown")
  func marks() throws {
    let letters = (1...28).map { _ in Sample.numbered(1, 0, "Isi") }.joined()
    let numbering =
      "<w:abstractNum w:abstractNumId=\"0\">\(Self.level(0, "lowerLetter", "%1)", start: 25))\(Self.level(1, "lowerRoman", "(%2)", start: 8))</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"3\"/></w:lvlOverride></w:num>"
    let body =
      letters + Sample.numbered(1, 1, "Dalam") + Sample.numbered(1, 1, "Dalam")
      + Sample.numbered(2, 0, "Ulang") + Sample.numbered(2, 0, "Ulang")
    let document = try Sample.read(Sample.docx(body, numbering: numbering))
    let lines = String(String.UnicodeScalarView(document.rawText)).split(separator: "\n")
    #expect(lines.prefix(4) == ["y) Isi", "z) Isi", "aa) Isi", "bb) Isi"])
    #expect(lines.suffix(4) == ["(viii) Dalam", "(ix) Dalam", "c) Ulang", "d) Ulang"])
    #expect(document.blocks.allSatisfy { $0.kind == .listItem })
  }

  @Test("reads the parts that the package names, notes last, and the properties")
  func package() throws {
    let core = """
      <cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc" xmlns:dcterms="urn:t">
      <dc:title> Laporan  kerja sama </dc:title><dc:creator>Siti; Budi </dc:creator>
      <dc:language>id-ID</dc:language><cp:keywords>kota, sampah</cp:keywords>
      <dcterms:created>2019-05-06T01:02:03Z</dcterms:created></cp:coreProperties>
      """
    let notes =
      "<w:footnote w:type=\"separator\">\(Sample.paragraph("garis"))</w:footnote><w:footnote w:id=\"2\">\(Sample.paragraph("Lihat UU."))</w:footnote>"
    let document = try Sample.read(
      Sample.docx(Sample.paragraph("Isi kota."), footnotes: notes, core: core))
    #expect(document.blocks.map(ReadingSamples.describe) == ["p: Isi kota.", "note: Lihat UU."])
    #expect(document.blocks.map(\.part) == ["isi/utama.xml", "isi/kaki.xml"])
    #expect(document.metadata.title == "Laporan kerja sama")
    #expect(document.metadata.authors == ["Siti", "Budi"])
    #expect(document.metadata.language == "id-ID")
    #expect(document.metadata.date == "2019-05-06")
    #expect(document.metadata.keywords == ["kota", "sampah"])
  }

  @Test("every block stands where its locator leads", arguments: cases)
  func locators(_ sample: Case) throws {
    let xml =
      "<w:document \(Sample.word) \(Sample.compatibility)><w:body>\(sample.body)</w:body></w:document>"
    let document = try Sample.read(
      Sample.docx(sample.body, styles: sample.styles, numbering: sample.numbering))
    // A paragraph that two were joined to stands where the second does.
    for block in document.blocks where !sample.name.hasPrefix("a deleted end") {
      let place = try #require(document.places.place(at: block.text.sourceRange.start))
      let locator = try #require(place.locator)
      #expect(locator.hasPrefix("/w:document[1]/w:body[1]/"))
      let found = try Sample.letters(at: locator, in: xml)
      // Labels of numberings stand in another part; symbols are attributes.
      let words = block.text.string.split(separator: " ").map { $0.filter(\.isLetter) }
      let known = words.filter { !$0.isEmpty && !["BAB", "I", "II", "Pasal"].contains($0) }
      for word in known where sample.numbering.isEmpty || word.count > 2 {
        #expect(found.contains(word) || word == "suhu", "\(word) at \(locator)")
      }
    }
  }

  @Test("numbers pages where the file marks them, within paragraphs too")
  func pages() throws {
    let mark = "<w:r><w:lastRenderedPageBreak/></w:r>"
    let body =
      Sample.paragraph("Satu.") + "<w:p>\(Sample.run("Dua "))\(mark)\(Sample.run("lanjut."))</w:p>"
      + "<w:p>\(mark)\(Sample.run("Tiga."))</w:p>"
      + Sample.table(2, [[Sample.paragraph("a"), Sample.paragraph("b")]])
    let document = try Sample.read(Sample.docx(body))
    #expect(document.blocks.map(\.page) == [1, 1, 3, 3])
    let second = document.blocks[1].text.sourceRange
    #expect(document.places.places(of: second.start..<second.end).map(\.page) == [1, 2])
    #expect(try Sample.read(Sample.docx(Sample.paragraph("Satu."))).blocks.map(\.page) == [nil])
  }
}
