import Claims
import Documents
import Testing

@Suite("XML formats")
struct MarkupFormatTests {
  private func document(_ text: String, _ name: String = "a.xml") throws -> Document {
    let document = try ReadingSamples.reader.read(Array(text.utf8), fileName: name)
    MarkupSamples.checkBlocks(document)
    return document
  }

  private func locators(_ document: Document) -> [String] {
    document.blocks.map { document.places.place(at: $0.text.sourceRange.start)?.locator ?? "" }
  }

  @Test("reads JATS: sections, captions, tables, notes, works cited and the article's own data")
  func jats() throws {
    let document = try document(MarkupSamples.jats)
    #expect(document.format == "jats")
    #expect(
      document.blocks.map(ReadingSamples.describe) == [
        "h1: Sister cities", "h1: Abstract", "p: We study cities.", "p: Kami meneliti kota.",
        "h1: 1 Introduction", "p: Bandung and Kawasaki signed in 2016. They work.",
        "note: See the memorandum.", "li: Waste", "li: Water", "h2: Detail", "quote: We are glad.",
        "caption: Table 1 Partners By year.", "row: City | Year", "row: Suwon | 1997",
        "h1: References", "bib: Alam N. Cities. 2020.", "bib: Moleong, L. (2008). Method.",
      ])
    let metadata = document.metadata
    #expect(metadata.title == "Sister cities")
    #expect(metadata.authors == ["Nur Alam"])
    #expect(metadata.date == "2020-03-04")
    #expect(metadata.language == "en")
    #expect(metadata.url == "https://doi.org/10.1/x")
    #expect(document.blocks.map(\.language).compactMap(\.self) == ["id"])
    let found = locators(document)
    #expect(found[5] == "/article[1]/body[1]/sec[1]/p[1]")
    #expect(found[6] == "/article[1]/body[1]/sec[1]/p[1]/fn[1]/p[1]")
    #expect(found[8] == "/article[1]/body[1]/sec[1]/list[1]/list-item[2]/p[1]")
    #expect(found[13] == "/article[1]/body[1]/sec[1]/table-wrap[1]/table[1]/tbody[1]/tr[1]")
  }

  @Test("reads TEI")
  func tei() throws {
    let document = try document(MarkupSamples.tei)
    #expect(document.format == "tei")
    #expect(
      document.blocks.map(ReadingSamples.describe) == [
        "h1: Pertama", "p: Kota Bandung maju. Sekali.", "note: Ibu kota.", "li: Satu", "li: Dua",
        "quote: Kami senang.", "caption: Mitra", "row: Suwon | 1997", "h2: Kedua",
        "p: Satu baris dua baris", "h1: Daftar Pustaka", "bib: Alam. Kota. 2020.",
        "bib: Budi, Desa, 2001",
      ])
    #expect(document.metadata.title == "Surat kota")
    #expect(document.metadata.authors == ["Siti Aminah"])
    #expect(document.metadata.date == "1999-05-01")
    #expect(document.metadata.language == "id")
  }

  @Test("reads Akoma Ntoso with the numbers of its articles and paragraphs")
  func akomaNtoso() throws {
    let document = try document(MarkupSamples.akomaNtoso)
    #expect(document.format == "akoma-ntoso")
    #expect(
      document.blocks.map(ReadingSamples.describe) == [
        "h1: Peraturan Daerah Nomor 10 tentang Kerja Sama Daerah",
        "li: a. bahwa kota perlu bekerja sama;", "p: Menetapkan:", "h1: BAB I KETENTUAN UMUM",
        "h2: Pasal 1", "li: (1) Kota adalah Bandung.", "li: (2) Mitra terdiri atas:",
        "li: a. kota; dan", "h2: Pasal 2 Tujuan", "p: Tujuannya jelas.", "note: Lihat naskah.",
      ])
    #expect(document.metadata.title == "Kerja Sama Daerah")
    #expect(document.metadata.date == "2017-08-01")
    #expect(document.metadata.language == "id")
    #expect(
      locators(document)[5]
        == "/akomaNtoso[1]/act[1]/body[1]/chapter[1]/article[1]/paragraph[1]/content[1]/p[1]")
  }

  @Test("takes the alias of an act for its title where the text has none")
  func alias() throws {
    let text = """
      <akomaNtoso><act><meta><identification><FRBRWork><FRBRalias value="Perda Kerja Sama"/><FRBRname value="perda"/></FRBRWork></identification></meta>
      <body><article><num>Pasal 1</num><heading>Umum</heading><content><p>Isi.</p></content></article></body></act></akomaNtoso>
      """
    #expect(try document(text).metadata.title == "Perda Kerja Sama")
  }

  @Test("reads DocBook 5")
  func docBook5() throws {
    let document = try document(MarkupSamples.docBook)
    #expect(document.format == "docbook")
    #expect(
      document.blocks.map(ReadingSamples.describe) == [
        "h1: Twin towns", "p: Intro “text” here.", "note: A note.", "h1: One", "li: Waste",
        "li: City", "li: Suwon", "caption: Partners", "row: Suwon | 1997", "quote: We are glad.",
        "h1: References", "bib: Alam. Cities. 2020.",
      ])
    #expect(document.metadata.title == "Twin towns")
    #expect(document.metadata.authors == ["Nur Alam"])
    #expect(document.metadata.date == "2020-03-04")
    #expect(document.metadata.language == "en")
  }

  @Test("reads DocBook 4, whose external DTD stays unread")
  func docBook4() throws {
    let text = """
      <?xml version="1.0"?><!DOCTYPE book PUBLIC "-//OASIS//DTD DocBook XML V4.5//EN" "http://www.oasis-open.org/docbook/xml/4.5/docbookx.dtd">
      <book lang="id"><bookinfo><title>Buku Kota</title><author><firstname>Siti</firstname><surname>Aminah</surname></author><pubdate>2001</pubdate></bookinfo>
      <chapter><title>Awal</title><sect1><title>Latar</title><para>Kota <emphasis>maju</emphasis>.</para></sect1></chapter></book>
      """
    let document = try document(text)
    #expect(
      document.blocks.map(ReadingSamples.describe) == [
        "h1: Buku Kota", "h1: Awal", "h2: Latar", "p: Kota maju.",
      ])
    #expect(document.metadata.authors == ["Siti Aminah"])
    #expect(document.metadata.date == "2001")
    #expect(document.metadata.language == "id")
  }

  @Test("makes blocks of the elements of unknown XML, and lines of what stands in running text")
  func unknown() throws {
    let document = try document(MarkupSamples.unknown)
    #expect(document.format == "xml")
    #expect(
      document.blocks.map(ReadingSamples.describe) == [
        "p: Arsip", "p: Siti", "p: Satu tebal kota", "p: Text here.", "p: Lain",
      ])
    #expect(document.blocks.map(\.language) == [nil, nil, nil, "en", nil])
    #expect(document.metadata.title == "Arsip")
    #expect(document.metadata.authors == ["Siti"])
    #expect(locators(document)[2] == "/data[1]/rec[1]/judul[1]")
    #expect(locators(document)[0] == "/data[1]/dc:title[1]")
  }

  @Test(
    "tells formats by what stands in the file",
    arguments: [
      ("<article dtd-version='1.2'><front/><body><p>a b</p></body></article>", "a.txt", "jats"),
      ("<article><h1>Judul</h1><p>a b</p></article>", "a.txt", "html"),
      ("<article><title>a</title><para>b</para></article>", "a.xml", "docbook"),
      ("<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><p>a</p></text></TEI>", "a.txt", "tei"),
      ("\u{FEFF}<?xml version='1.0'?>\n<!-- a --><a>b</a>", "a.txt", "xml"),
      ("<div>a</div>", "a.txt", "html"), ("<a>b</a>", "a.xml", "xml"), ("<a> b", "a.txt", "text"),
      ("<html><p>a", "a.xml", "html"), ("x < y", "a.xml", "text"),
      ("<!-- a --> <!DOCTYPE html><p>x", "a.txt", "html"),
    ])
  func formats(_ text: String, _ name: String, _ wanted: String) throws {
    let read = try ReadingSamples.reader.read(Array(text.utf8), fileName: name)
    #expect(read.format == wanted)
  }

  @Test("reads XML in UTF-16 and in the encoding that it declares")
  func encodings() throws {
    let text = "<?xml version='1.0' encoding='UTF-16'?><a>Nürnberg – 川崎</a>"
    let little: [UInt8] =
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let latin: [UInt8] =
      Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>N".utf8) + [0xFC]
      + Array("rnberg</a>".utf8)
    for (bytes, wanted) in [(little, "Nürnberg – 川崎"), (latin, "Nürnberg")] {
      let document = try ReadingSamples.reader.read(bytes, fileName: "a.xml")
      #expect(document.blocks.map(\.text.string) == [wanted])
    }
  }
}
