import Claims
import Documents
import TestSupport
import Testing

@Suite("OpenDocument")
struct OpenDocumentTests {
  private typealias Sample = OfficeSamples

  /// A feature, the XML of a text, and the blocks it makes.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var body: String
    var blocks: [String]
    var automatic = ""
    var styles = ""
    var testDescription: String { name }
  }

  static func paragraph(_ text: String, _ style: String = "Standard") -> String {
    "<text:p text:style-name=\"\(style)\">\(text)</text:p>"
  }

  static func style(_ name: String, _ parent: String, _ more: String = "") -> String {
    "<style:style style:name=\"\(name)\" style:family=\"paragraph\" style:parent-style-name=\"\(parent)\">\(more)</style:style>"
  }

  static func cell(_ text: String, _ attributes: String = "") -> String {
    "<table:table-cell \(attributes)>\(paragraph(text))</table:table-cell>"
  }

  static let legal =
    "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-prefix=\"Pasal \"/><text:list-level-style-number text:level=\"2\" style:num-format=\"1\" style:num-prefix=\"(\" style:num-suffix=\")\"/><text:list-level-style-bullet text:level=\"3\" text:bullet-char=\"•\"/></text:list-style>"

  static let cases: [Case] = [
    Case(
      name: "headings by level and by style, title, quotation, caption",
      body: paragraph("Judul", "P1")
        + "<text:h text:outline-level=\"2\">Latar <text:span text:style-name=\"T\">belakang</text:span></text:h>"
        + paragraph("Tujuan", "Heading_20_3") + paragraph("Kami senang.", "Quotations")
        + paragraph("Kota", "Illustration"),
      blocks: [
        "h1: Judul", "h2: Latar belakang", "h3: Tujuan", "quote: Kami senang.", "caption: Kota",
      ], automatic: style("P1", "Title"), styles: style("Illustration", "Caption")),
    Case(
      name: "blanks, tabs and line breaks",
      body: paragraph(
        "\n  Kota<text:s text:c=\"999999999\"/>Bandung<text:tab/>maju<text:line-break/>terus.<text:line-break/><text:line-break/>Lagi."
      ),
      blocks: ["p: Kota Bandung maju terus.", "p: Lagi."]),
    Case(
      name: "fields as shown, page numbers, remarks and hidden text dropped",
      body: paragraph(
        "Lihat <text:bookmark-ref>Pasal 3</text:bookmark-ref><office:annotation><text:p>Catatan</text:p></office:annotation> hal<text:page-number>7</text:page-number>, <text:a>tautan</text:a><text:span text:style-name=\"X\">rahasia</text:span>."
      ) + "<text:section text:display=\"none\">\(paragraph("Tak tampak"))</text:section>"
        + "<text:section>\(paragraph("Tampak."))</text:section>" + paragraph("Gaib", "P2"),
      blocks: ["p: Lihat Pasal 3 hal, tautan.", "p: Tampak."],
      automatic:
        "<style:style style:name=\"X\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>"
        + style("P2", "Standard", "<style:text-properties text:display=\"none\"/>")),
    Case(
      name: "tracked changes: insertions kept, deletions dropped",
      body:
        "<text:tracked-changes><text:changed-region><text:deletion>\(paragraph("lama"))</text:deletion></text:changed-region></text:tracked-changes>"
        + paragraph("Kota <text:change-start/>baru<text:change-end/><text:change/> maju."),
      blocks: ["p: Kota baru maju."]),
    Case(
      name: "notes behind everything, without their marks",
      body: paragraph(
        "Isi<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>\(paragraph("Lihat UU."))</text:note-body></text:note> kota."
      ) + paragraph("Akhir."),
      blocks: ["p: Isi kota.", "p: Akhir.", "note: Lihat UU."]),
    Case(
      name: "text boxes and shapes behind their paragraph, pictures without their description",
      body: paragraph(
        "Awal <draw:frame><draw:text-box>\(paragraph("Kotak isi."))</draw:text-box></draw:frame><draw:custom-shape>\(paragraph("Bentuk isi."))</draw:custom-shape><draw:frame><draw:image/><svg:desc>Foto</svg:desc></draw:frame>akhir."
      ), blocks: ["p: Awal akhir.", "p: Kotak isi.", "p: Bentuk isi."]),
    Case(
      name: "indexes dropped, the list of works kept",
      body:
        "<text:table-of-content><text:index-body>\(paragraph("Bab 1"))</text:index-body></text:table-of-content>"
        + "<text:bibliography><text:bibliography-source><text:index-title-template>Pustaka</text:index-title-template></text:bibliography-source><text:index-body><text:index-title>\(paragraph("Pustaka"))</text:index-title>\(paragraph("Alam (2020)."))</text:index-body></text:bibliography>",
      blocks: ["h1: Pustaka", "bib: Alam (2020)."]),
    Case(
      name: "a caption by its sequence",
      body: paragraph("Grafik <text:sequence>1</text:sequence> Warga"),
      blocks: ["caption: Grafik 1 Warga"]),
    Case(
      name: "tables with covered and repeated cells, and rows",
      body:
        "<table:table><table:table-column table:number-columns-repeated=\"3\"/><table:table-header-rows><table:table-row>\(cell("Kota", "table:number-columns-spanned=\"2\""))<table:covered-table-cell>\(paragraph("tertutup"))</table:covered-table-cell>\(cell("Tahun"))</table:table-row></table:table-header-rows><table:table-row>\(cell("a", "table:number-columns-repeated=\"2\""))\(cell("", "table:number-columns-repeated=\"16384\""))</table:table-row><table:table-row table:number-rows-repeated=\"2\">\(cell("b"))\(cell("c"))</table:table-row></table:table>",
      blocks: ["row: Kota | Tahun", "row: a | a", "row: b | c", "row: b | c"]),
    Case(
      name: "a table of one column lays text out",
      body:
        "<table:table><table:table-column/><table:table-row><table:table-cell><text:h text:outline-level=\"2\">Kepala</text:h>\(paragraph("Isi."))</table:table-cell></table:table-row></table:table>",
      blocks: ["h2: Kepala", "p: Isi."]),
    Case(
      name: "lists: numbers that are text stay, marks do not",
      body:
        "<text:list text:style-name=\"L\" xml:id=\"l1\"><text:list-item>\(paragraph("Umum"))<text:list><text:list-item>\(paragraph("Ayat satu."))\(paragraph("Lanjutan."))<text:list><text:list-item>\(paragraph("butir"))</text:list-item></text:list></text:list-item><text:list-item>\(paragraph("Ayat dua."))</text:list-item></text:list></text:list-item></text:list>"
        + paragraph("Antara.")
        + "<text:list text:style-name=\"L\" text:continue-numbering=\"true\"><text:list-item>\(paragraph(""))</text:list-item></text:list>"
        + "<text:list text:continue-list=\"l1\"><text:list-header>\(paragraph("Kepala"))</text:list-header></text:list>"
        + "<text:list text:style-name=\"L\"><text:list-item text:start-value=\"9\">\(paragraph("Baru"))</text:list-item></text:list>",
      blocks: [
        "p: Pasal 1 Umum", "li: Ayat satu.", "li: Lanjutan.", "li: butir", "li: Ayat dua.",
        "p: Antara.", "h3: Pasal 2", "li: Kepala", "p: Pasal 9 Baru",
      ], automatic: legal),
    Case(
      name: "headings with the numbers of the outline",
      body:
        "<text:h text:outline-level=\"1\">Awal</text:h><text:h text:outline-level=\"2\">Latar</text:h><text:h text:outline-level=\"1\">Akhir</text:h>",
      blocks: ["h1: BAB I Awal", "h2: I.a Latar", "h1: BAB II Akhir"],
      styles:
        "<text:outline-style style:name=\"Outline\"><text:outline-level-style text:level=\"1\" style:num-format=\"I\" style:num-prefix=\"BAB \"/><text:outline-level-style text:level=\"2\" style:num-format=\"a\" text:display-levels=\"2\"/></text:outline-style>"
    ),
  ]

  @Test("reads", arguments: cases)
  func features(_ sample: Case) throws {
    let bytes = Sample.odt(sample.body, automatic: sample.automatic, styles: sample.styles)
    let document = try Sample.read(bytes)
    #expect(document.format == "odt")
    #expect(document.blocks.map(ReadingSamples.describe) == sample.blocks)
    #expect(document.blocks.allSatisfy { $0.part == "content.xml" })
    let xml = Sample.content(sample.body, sample.automatic)
    for block in document.blocks {
      let place = try #require(document.places.place(at: block.text.sourceRange.start))
      let found = try Sample.letters(at: try #require(place.locator), in: xml)
      let words = block.text.string.split(separator: " ").map { $0.filter(\.isLetter) }
      for word in words where !["BAB", "I", "II", "Ia", "Pasal"].contains(word) {
        #expect(found.contains(word))
      }
    }
  }

  @Test("reads the properties")
  func properties() throws {
    let meta =
      "<dc:title>Laporan</dc:title><meta:initial-creator>Siti</meta:initial-creator><dc:creator>Budi</dc:creator><dc:language>id-ID</dc:language><meta:creation-date>2019-05-06T01:02:03</meta:creation-date><meta:keyword>kota</meta:keyword><meta:keyword>sampah</meta:keyword>"
    let document = try Sample.read(Sample.odt(Self.paragraph("Isi."), meta: meta))
    #expect(document.metadata.title == "Laporan")
    #expect(document.metadata.authors == ["Siti"])
    #expect(document.metadata.language == "id-ID")
    #expect(document.metadata.date == "2019-05-06")
    #expect(document.metadata.keywords == ["kota", "sampah"])

    let flat =
      "<?xml version=\"1.0\"?>\n<!-- x --><office:document \(Sample.open) \(Sample.drawing) office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:meta>\(meta)</office:meta><office:automatic-styles>\(Self.legal)</office:automatic-styles><office:master-styles>\(Self.paragraph("Kepala halaman"))</office:master-styles><office:body><office:text><text:h text:outline-level=\"1\">Awal</text:h>\(Self.paragraph("Isi kota."))</office:text></office:body></office:document>"
    let same = try Sample.read(Array(flat.utf8), "a.xml")
    #expect(same.metadata == document.metadata)
    #expect(same.blocks.map(ReadingSamples.describe) == ["h1: Awal", "p: Isi kota."])
    #expect(
      same.places.place(at: 0)?.locator
        == "/office:document[1]/office:body[1]/office:text[1]/text:h[1]")
  }

  @Test("numbers pages where the file marks them")
  func pages() throws {
    let body =
      Self.paragraph("Satu.") + Self.paragraph("Dua <text:soft-page-break/>lanjut.")
      + "<text:soft-page-break/>" + Self.paragraph("Tiga.")
    let document = try Sample.read(Sample.odt(body))
    #expect(document.blocks.map(\.page) == [1, 1, 3])
    let second = document.blocks[1].text.sourceRange
    #expect(document.places.places(of: second.start..<second.end).map(\.page) == [1, 2])
  }
}
