import Claims
import Documents
import Testing

@Suite("Content of web pages")
struct HTMLContentTests {
  private func document(_ page: String) throws -> Document {
    let document = try ReadingSamples.reader.read(Array(page.utf8), fileName: "a.html")
    MarkupSamples.checkBlocks(document)
    return document
  }

  private func blocks(_ page: String) throws -> [String] {
    try document(page).blocks.map(ReadingSamples.describe)
  }

  /// A page around a body.
  private func body(_ body: String) throws -> [String] {
    try blocks("<html><head><title>T</title></head><body>\(body)</body></html>")
  }

  private static let long =
    "Pemerintah Kota Bandung telah menandatangani nota kesepahaman dengan Kota Kawasaki tentang sampah."

  @Test("reads an encyclopedia's page with its table of facts, a list of links and its sources")
  func encyclopedia() throws {
    let document = try document(MarkupSamples.page)
    #expect(
      document.blocks.map(ReadingSamples.describe) == [
        "h1: Bandung", "row: Bandung", "row: Negara | Indonesia", "row: Luas | 167 km2",
        "p: Bandung adalah ibu kota Jawa Barat. Kota ini bekerja sama dengan banyak kota di dunia sejak 1960.",
        "h2: Kota kembar", "p: Kota kembar Bandung:", "li: Kawasaki", "li: Suwon", "li: Fort Worth",
        "p: Bandung is “the ‘Paris’ of Java”.", "h2: Referensi", "bib: Alam. \"Kota\" 2020.",
      ])
    #expect(document.blocks.map(\.language).compactMap(\.self) == ["en"])
    #expect(document.metadata.title == "Bandung")
    #expect(document.metadata.language == "id")
    let quote = document.blocks[10].text.sourceRange
    #expect(
      document.places.place(at: quote.start)?.locator
        == "/html[1]/body[1]/main[1]/div[1]/p[3]")
  }

  @Test(
    "leaves out lines within the text that only lead to other pages",
    arguments: [
      ("<p><strong>Baca juga: <a href='/x'>Bandung dan Kochi</a></strong></p>", false),
      ("<p><a href='/x'>Baca Juga : Bandung dan Kochi</a></p>", false),
      ("<div>BACA JUGA <a href='/x'>Bandung</a> <a href='/y'>Kochi</a></div>", false),
      ("<p>Baca juga:</p><ul><li><a href='/x'>Bandung dan Kochi</a></li></ul>", false),
      ("<p>Baca juga buku tentang <a href='/x'>Kochi</a> di sini.</p>", true),
      ("<p>Baca juga:</p><p>Buku tentang kota.</p>", true),
      ("<p><a href='/x'>Baca juga di sini</a></p>", true),
    ])
  func seeAlso(_ line: String, _ stays: Bool) throws {
    let found = try body("<p>\(Self.long)</p>\(line)<p>\(Self.long)</p>")
    #expect((found.count > 2) == stays, "\(found)")
    #expect(found.first == "p: \(Self.long)" && found.last == "p: \(Self.long)")
  }

  @Test("leaves what stands around the text of a news page out")
  func news() throws {
    let page = """
      <!DOCTYPE html><html lang="id"><head><title>Kerja sama - Koran</title></head>
      <body class="single has-sidebar"><header><a href="/">Koran</a><ul><li><a href="/a">Kota</a></li></ul></header>
      <nav class="breadcrumb"><a href="/">Beranda</a></nav>
      <div class="cookie-banner">Kami memakai kuki.</div>
      <div class="page with-sidebar"><div class="col-8"><h1>Kerja sama</h1>
      <div class="shareBar"><a href="#">Satu</a></div>
      <p>\(Self.long)</p><p>\(Self.long)</p>
      <div class="menu"><h3>Terkait</h3><p>Berita lain dari kota sebelah yang panjang.</p></div>
      <p>Penutup.</p></div>
      <div><h4>Terpopuler</h4><ul><li><a href="/1">Satu dua</a></li><li><a href="/2">Tiga empat</a></li><li><a href="/3">Lima</a></li></ul></div></div>
      <footer><p>Hak cipta Koran dan semua penerbitnya di seluruh dunia.</p></footer></body></html>
      """
    #expect(
      try blocks(page) == ["h1: Kerja sama", "p: \(Self.long)", "p: \(Self.long)", "p: Penutup."])
  }

  @Test("keeps the part that holds the text although it is called after what stands beside it")
  func misleadingName() throws {
    #expect(try body("<div class='menu-left'><p>\(Self.long)</p></div>") == ["p: \(Self.long)"])
  }

  @Test("reads an old page laid out by tables, with a table of data in it")
  func oldPage() throws {
    let page = """
      <HTML><BODY BGCOLOR=#FFFFFF><TABLE WIDTH="100%"><TR><TD COLSPAN=2><IMG SRC="banner.gif"></TD></TR>
      <TR><TD WIDTH=150><TABLE><TR><TD><A HREF="a.htm">Beranda</A></TD></TR><TR><TD><A HREF="b.htm">Profil</A></TD></TR>
      <TR><TD><A HREF="c.htm">Berita</A></TD></TR></TABLE></TD><TD><H2>Kerja sama luar negeri</H2>
      <FONT FACE=Arial>\(Self.long)<BR><BR>Kerja sama itu<BR>berlangsung sejak tahun 1960.<BR>&nbsp;<BR>Daftar kota:</FONT>
      <TABLE BORDER=1><TR><TD>Kota</TD><TD>Negara</TD></TR><TR><TD>Braunschweig</TD><TD>Jerman</TD></TR></TABLE>
      </TD></TR></TABLE></BODY></HTML>
      """
    #expect(
      try blocks(page) == [
        "h2: Kerja sama luar negeri", "p: \(Self.long)",
        "p: Kerja sama itu berlangsung sejak tahun 1960.", "p: Daftar kota:", "row: Kota | Negara",
        "row: Braunschweig | Jerman",
      ])
  }

  @Test("reads a page whose text is one element with line breaks")
  func lineBreaks() throws {
    let page = """
      <html><body><div id="wrap"><div class="post">\(Self.long)<br /><br />Wali kota menyambut <i>kami</i> dengan hangat.<br /><br />Kami pulang.</div>
      <div id="side"><ul><li><a href="/1">Januari</a></li><li><a href="/2">Februari</a></li><li><a href="/3">Maret</a></li></ul></div></div></body></html>
      """
    #expect(
      try blocks(page) == [
        "p: \(Self.long)", "p: Wali kota menyambut kami dengan hangat.", "p: Kami pulang.",
      ])
  }

  @Test(
    "tells what elements are",
    arguments: [
      (
        "<pre>baris satu\nbaris dua\n\nbagian kedua</pre>",
        ["p: baris satu baris dua", "p: bagian kedua"]
      ),
      (
        "<dl><dt>Mitra</dt><dd>Suwon</dd><dd><p>a satu</p><p>b dua</p></dd></dl>",
        ["li: Mitra", "li: Suwon", "li: a satu", "li: b dua"]
      ),
      (
        "<figure><img src='a'><figcaption>Wali kota.</figcaption></figure>", ["caption: Wali kota."]
      ),
      (
        "<blockquote><p>Kami senang.</p><p>Sekali.</p></blockquote>",
        ["quote: Kami senang.", "quote: Sekali."]
      ),
      ("<ul><li>Satu<ul><li>Dua</li></ul>Tiga</li></ul>", ["li: Satu", "li: Dua", "li: Tiga"]),
      ("<p>Kota <q>maju <q>sekali</q></q>.</p>", ["p: Kota “maju ‘sekali’”."]),
      ("<p>Air H<sub>2</sub>O, 5 m<sup>2</sup>.</p>", ["p: Air H2O, 5 m2."]),
      ("<p>A &amp; B &lt;c&gt; &hellip; &#x5E02; &eacute;</p>", ["p: A & B <c> … 市 é"]),
      ("<p>Ban&shy;dung&nbsp;maju</p>", ["p: Bandung maju"]),
      ("<h2>Satu<br>dua</h2>", ["h2: Satu dua"]),
      ("Teks <b>tanpa</b> elemen<hr>lagi", ["p: Teks tanpa elemen", "p: lagi"]),
      (
        "<table><caption>Alat</caption><tr><td>Truk<br>besar</td><td><p>2</p></td></tr></table>",
        ["caption: Alat", "row: Truk besar | 2"]
      ),
      (
        "<table role='presentation'><tr><td>Satu</td><td>Dua</td></tr></table>",
        ["p: Satu", "p: Dua"]
      ),
    ])
  func elements(_ html: String, _ wanted: [String]) throws {
    #expect(try body(html) == wanted)
  }

  @Test(
    "leaves out what is not to be seen",
    arguments: [
      "<script>var kota = '<p>a</p>'</script>", "<style>p { color: red }</style>",
      "<noscript>aktifkan</noscript>", "<template><p>cetakan</p></template>", "<p hidden>a</p>",
      "<div style='color:red; display : none'>a</div>", "<p aria-hidden=true>a</p>",
      "<svg><text>a</text></svg>", "<select><option>a</option></select>", "<button>a</button>",
      "<div role=navigation>a</div>", "<!-- a -->", "<iframe>a</iframe>",
      "<p style='visibility:hidden'>a",
      "<textarea>a</textarea>",
    ])
  func unseen(_ html: String) throws {
    #expect(try body("<p>Kota satu.</p>\(html)") == ["p: Kota satu."])
  }

  @Test(
    "drops marks that lead to notes and makes notes of what they lead to",
    arguments: [
      // As pandoc, LibreOffice and encyclopedias write them.
      """
      <p>Kota.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p>
      <section role="doc-endnotes"><ol><li id="fn1"><p>Catatan.<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>
      """,
      """
      <p>Kota.<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a></p>
      <div id="sdfootnote1"><p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a> Catatan.</p></div>
      """,
      """
      <p>Kota.<sup><a href="#a">[a]</a></sup></p><aside role="doc-footnote"><p>Catatan.</p></aside>
      """,
    ])
  func notes(_ html: String) throws {
    #expect(try body(html) == ["p: Kota.", "note: Catatan."])
  }

  @Test("gives blocks the language of their part, and none that of the page")
  func languages() throws {
    let document = try document(
      "<html lang='id'><body lang='id'><p>Satu.</p><div lang='ja'><p>川崎市</p><ul><li lang='en'>Two</li></ul></div><p>Tiga.</p></body></html>"
    )
    #expect(document.metadata.language == "id")
    #expect(document.blocks.map(\.language) == [nil, "ja", "en", nil])
  }

  @Test("says in which element each block stands")
  func locators() throws {
    let document = try document(
      "<html><body><div>a satu</div><div><p>b</p>c<p>d <b>e</b></p><table><tr><th>f</th><th>g</th></tr><tr><td>h</td><td>i</td></tr></table></div></body></html>"
    )
    let found = document.blocks.map {
      document.places.place(at: $0.text.sourceRange.start)?.locator ?? ""
    }
    let div = "/html[1]/body[1]/div[2]"
    #expect(
      found == [
        "/html[1]/body[1]/div[1]", "\(div)/p[1]", div, "\(div)/p[2]", "\(div)/table[1]/tr[1]",
        "\(div)/table[1]/tr[2]",
      ])
  }

  @Test("reads XHTML as HTML")
  func xhtml() throws {
    let page =
      "<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'><html xmlns='http://www.w3.org/1999/xhtml' xml:lang='id'><body><p>Isi.</p></body></html>"
    let document = try document(page)
    #expect(document.format == "html")
    #expect(document.blocks.map(\.text.string) == ["Isi."])
  }
}
