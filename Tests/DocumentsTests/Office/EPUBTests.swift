import Claims
import Documents
import TestSupport
import Testing

@Suite("EPUB")
struct EPUBTests {
  private typealias Sample = OfficeSamples

  @Test("reads the pages in reading order, without the table of contents")
  func book() throws {
    let metadata =
      "<dc:title>Kota kembar</dc:title><dc:title>Anak judul</dc:title><dc:creator>Siti</dc:creator><dc:creator>Budi</dc:creator><dc:language>id</dc:language><dc:date>2018-02-03</dc:date><dc:subject>kota</dc:subject><dc:identifier>urn:x</dc:identifier><dc:source>https://example.org/b</dc:source>"
    let first = """
      <section><h1>Awal</h1><p>Isi&nbsp;kota <em>Bandung</em>.<a epub:type="noteref" xmlns:epub="urn:e" href="#n">1</a></p>
      Teks lepas <b>di</b> sini.<ul><li><p>Satu</p></li><li>Dua<ol><li>Dalam</li></ol></li></ul>
      <blockquote><p>Kami senang.</p></blockquote><nav><p>Menu</p></nav><script>var x;</script>
      <figure><img src="a.png" alt="x"/><figcaption>Foto</figcaption></figure>
      <table><caption>Alat</caption><tr><th>Alat</th><th>Jumlah</th></tr><tr><td>Truk</td><td></td><td><p>2</p></td></tr></table>
      <span role="doc-pagebreak">12</span><p>Satu<br/>baris<sup><a href="#n">2</a></sup> 10<sup>2</sup>.</p></section>
      <aside class="footnotes"><ol><li><p><sup><a href="#r">1</a></sup>Lihat UU.<a class="footnote-back" href="#r">↩</a></p></li></ol></aside>
      """
    let document = try Sample.read(
      Sample.epub([("b", first), ("a", "<p>Akhir.</p>")], metadata: metadata))
    #expect(document.format == "epub")
    #expect(
      document.blocks.map(ReadingSamples.describe) == [
        "h1: Awal", "p: Isi kota Bandung.", "p: Teks lepas di sini.", "li: Satu", "li: Dua",
        "li: Dalam", "quote: Kami senang.", "caption: Foto", "caption: Alat", "row: Alat | Jumlah",
        "row: Truk | 2", "p: Satu baris 102.", "note: Lihat UU.", "p: Akhir.",
      ])
    #expect(document.blocks.first?.part == "OEBPS/text/b.xhtml")
    #expect(document.blocks.last?.part == "OEBPS/text/a.xhtml")
    #expect(
      document.places.place(at: document.blocks[1].text.sourceRange.start)?.locator
        == "/html[1]/body[1]/section[1]/p[1]")
    #expect(document.metadata.title == "Kota kembar")
    #expect(document.metadata.authors == ["Siti", "Budi"])
    #expect(document.metadata.language == "id")
    #expect(document.metadata.date == "2018-02-03")
    #expect(document.metadata.keywords == ["kota"])
    #expect(document.metadata.url == "https://example.org/b")
  }

  @Test("knows the characters that HTML names, with a document type declaration and without")
  func entities() throws {
    let doctype =
      "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.1//EN\" \"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd\">"
    for prolog in ["", doctype] {
      let document = try Sample.read(
        Sample.epub([("a", "<p>A&eacute;B &amp; C&ndash;D&lt;</p>")], prolog: prolog))
      #expect(document.blocks.map(\.text.string) == ["AéB & C–D<"])
    }
  }

  @Test("refuses protected books and missing pages; hidden fonts are no protection")
  func refusals() throws {
    func encryption(_ method: String) -> String {
      "<encryption><EncryptedData><EncryptionMethod Algorithm=\"\(method)\"/></EncryptedData></encryption>"
    }
    let pages = [("a", "<p>Isi.</p>")]
    let fonts = Sample.epub(pages, encryption: encryption("http://www.idpf.org/2008/embedding"))
    #expect(try Sample.blocks(fonts) == ["p: Isi."])
    let locked = Sample.epub(
      pages, encryption: encryption("http://www.w3.org/2001/04/xmlenc#aes256-cbc"))
    let bare = ZipWriter.archive([
      .init(name: "mimetype", content: Array("application/epub+zip".utf8))
    ])
    for (bytes, reason) in [
      (locked, "b.epub: the book is protected against copying and cannot be read"),
      (bare, "b.epub: an EPUB without META-INF/container.xml"),
      (
        Sample.epub([("../../../x", "")]),
        "b.epub: zip archive with an unsafe or repeated name (OEBPS/text/../../../x.xhtml)"
      ),
    ] {
      let error = #expect(throws: ReadingError.self) {
        try ReadingSamples.reader.read(bytes, fileName: "b.epub")
      }
      #expect(error?.description == reason)
    }
  }
}
