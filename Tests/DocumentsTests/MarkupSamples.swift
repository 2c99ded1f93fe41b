import Claims
import Documents
import Testing

/// Documents in HTML and XML, written for these tests, and what holds for whatever is read.
enum MarkupSamples {
  /// A page of an encyclopedia.
  static let page = #"""
    <!DOCTYPE html><html lang="id"><head><meta charset="UTF-8"><title>Bandung - Ensiklopedia Bebas</title>
    <link rel="canonical" href="https://ensiklopediabebas.example/wiki/Bandung"></head>
    <body class="mediawiki has-sidebar"><div id="mw-navigation"><ul><li><a href="/a">Halaman utama</a></li>
    <li><a href="/b">Perubahan</a></li>
    <li><a href="/c">Bantuan</a></li>
    </ul>
    </div>
    <main id="content"><h1 id="firstHeading">Bandung</h1>
    <div class="mw-parser-output"><table class="infobox"><tbody><tr><th colspan="2">Bandung</th></tr>
    <tr><th>Negara</th><td><a href="/x">Indonesia</a></td></tr>
    <tr><th>Luas</th><td>167 km<sup>2</sup></td></tr>
    </tbody>
    </table>
    <p><b>Bandung</b> adalah ibu kota Jawa Barat.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup> Kota ini bekerja sama dengan banyak kota di dunia sejak <a href="#y1960">1960</a>.</p>
    <h2>Kota kembar</h2>
    <p>Kota kembar Bandung:</p>
    <ul><li><a href="/k">Kawasaki</a></li>
    <li><a href="/s">Suwon</a></li>
    <li><a href="/f">Fort Worth</a></li>
    </ul>
    <div class="navbox"><ul><li><a href="/1">Satu</a></li>
    <li><a href="/2">Dua</a></li>
    <li><a href="/3">Tiga</a></li>
    </ul>
    </div>
    <p lang="en">Bandung is <q>the <q>Paris</q> of Java</q>.</p>
    <h2>Referensi</h2>
    <ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span class="reference-text">Alam. "Kota" 2020.</span></li>
    </ol>
    </div>
    </main><footer><ul><li>Kebijakan</li>
    </ul>
    </footer></body>
    </html>
    """#

  /// An article of a journal.
  static let jats = #"""
    <?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN" "JATS-archivearticle1.dtd">
    <article xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="en" article-type="research-article"><front><journal-meta><journal-title>Journal</journal-title></journal-meta>
    <article-meta><article-id pub-id-type="doi">10.1/x</article-id><title-group><article-title>Sister <italic>cities</italic></article-title></title-group>
    <contrib-group><contrib contrib-type="author"><name><surname>Alam</surname><given-names>Nur</given-names></name>
    <xref ref-type="aff">1</xref></contrib>
    <contrib contrib-type="editor"><name><surname>Edit</surname><given-names>Or</given-names></name>
    </contrib>
    </contrib-group>
    <pub-date pub-type="epub"><day>4</day><month>3</month><year>2020</year></pub-date>
    <abstract><title>Abstract</title>
    <p>We study cities.</p>
    </abstract>
    <trans-abstract xml:lang="id"><p>Kami meneliti kota.</p>
    </trans-abstract>
    <kwd-group><kwd>city</kwd></kwd-group>
    </article-meta>
    </front>
    <body><sec><label>1</label>
    <title>Introduction</title>
    <p>Bandung and Kawasaki<xref ref-type="fn">a</xref> signed<sup><xref ref-type="bibr">1</xref></sup> in 2016.<fn id="f"><label>a</label>
    <p>See the memorandum.</p>
    </fn> They work.</p>
    <list><list-item><p>Waste</p>
    </list-item>
    <list-item><p>Water</p>
    </list-item>
    </list>
    <sec><title>Detail</title>
    <disp-quote><p>We are glad.</p>
    </disp-quote></sec>
    <table-wrap><label>Table 1</label>
    <caption><title>Partners</title>
    <p>By year.</p>
    </caption>
    <table><thead><tr><th>City</th><th>Year</th></tr>
    </thead>
    <tbody><tr><td><p>Suwon</p>
    </td><td>1997</td></tr>
    </tbody>
    </table>
    </table-wrap></sec>
    </body>
    <back><ref-list><title>References</title>
    <ref id="r1"><label>1.</label>
    <mixed-citation>Alam N. <source>Cities</source>. 2020.</mixed-citation>
    </ref>
    <ref><element-citation><person-group><name><surname>Moleong</surname><given-names>L</given-names></name>
    </person-group><article-title>Method</article-title><year>2008</year></element-citation></ref>
    </ref-list></back>
    </article>
    """#

  /// A letter from an archive.
  static let tei = #"""
    <?xml version="1.0" encoding="UTF-8"?><TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="id"><teiHeader><fileDesc><titleStmt><title>Surat kota</title>
    <author><persName><forename>Siti</forename> <surname>Aminah</surname></persName></author></titleStmt>
    <publicationStmt><publisher>Arsip</publisher><date when="1999-05-01">Mei 1999</date></publicationStmt>
    <sourceDesc><p>naskah</p>
    </sourceDesc>
    </fileDesc></teiHeader>
    <text><body><div><head>Pertama</head>
    <p>Kota Bandung<note place="foot">Ibu kota.</note> maju.<lb/>Sekali.</p>
    <list><item>Satu</item>
    <item>Dua</item>
    </list>
    <quote><p>Kami senang.</p>
    </quote>
    <table><head>Mitra</head>
    <row><cell>Suwon</cell><cell>1997</cell></row>
    </table>
    <div><head>Kedua</head>
    <lg><l>Satu baris</l><l>dua baris</l></lg>
    </div>
    </div>
    </body>
    <back><div><listBibl><head>Daftar Pustaka</head>
    <bibl>Alam. Kota. 2020.</bibl>
    <biblStruct><monogr><author>Budi</author><title>Desa</title>
    <imprint><date>2001</date></imprint></monogr></biblStruct></listBibl></div>
    </back>
    </text></TEI>
    """#

  /// A regulation.
  static let akomaNtoso = #"""
    <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="perda"><meta><identification source="#x"><FRBRWork><FRBRthis value="/akn/id/act/2017/10"/><FRBRuri value="/akn/id/act/2017/10"/><FRBRdate date="2017-08-01" name="enactment"/><FRBRauthor href="#dprd"/><FRBRcountry value="id"/><FRBRname value="perda"/></FRBRWork><FRBRExpression><FRBRlanguage language="ind"/></FRBRExpression></identification></meta>
    <preface><longTitle><p>Peraturan Daerah <docNumber>Nomor 10</docNumber> tentang <docTitle>Kerja Sama Daerah</docTitle></p>
    </longTitle></preface>
    <preamble><recitals><recital><num>a.</num>
    <p>bahwa kota perlu bekerja sama;</p>
    </recital></recitals><formula><p>Menetapkan:</p>
    </formula></preamble>
    <body><chapter><num>BAB I</num>
    <heading>KETENTUAN UMUM</heading><article><num>Pasal 1</num>
    <paragraph><num>(1)</num>
    <content><p>Kota adalah Bandung.</p>
    </content></paragraph>
    <paragraph><num>(2)</num>
    <intro><p>Mitra terdiri atas:</p>
    </intro><point><num>a.</num>
    <content><p>kota; dan</p>
    </content></point></paragraph>
    </article>
    <article><num>Pasal 2</num>
    <heading>Tujuan</heading><content><p>Tujuannya jelas.<authorialNote marker="1"><p>Lihat naskah.</p>
    </authorialNote></p>
    </content></article>
    </chapter></body>
    </act></akomaNtoso>
    """#

  /// An article in DocBook 5.
  static let docBook = #"""
    <article xmlns="http://docbook.org/ns/docbook" version="5.0" xml:lang="en"><info><title>Twin towns</title>
    <author><personname><firstname>Nur</firstname><surname>Alam</surname></personname></author><date>2020-03-04</date></info>
    <para>Intro <quote>text</quote> here.<footnote><para>A note.</para>
    </footnote></para>
    <section><title>One</title>
    <itemizedlist><listitem><para>Waste</para>
    </listitem>
    </itemizedlist><variablelist><varlistentry><term>City</term><listitem><para>Suwon</para>
    </listitem>
    </varlistentry></variablelist><table><title>Partners</title>
    <tgroup cols="2"><tbody><row><entry>Suwon</entry><entry>1997</entry></row>
    </tbody>
    </tgroup></table>
    <blockquote><para>We are glad.</para>
    </blockquote></section>
    <bibliography><title>References</title>
    <bibliomixed>Alam. Cities. 2020.</bibliomixed></bibliography></article>
    """#

  /// Records of no known kind.
  static let unknown = #"""
    <?xml version="1.0"?><data xmlns:dc="http://purl.org/dc/elements/1.1/" xml:lang="id"><dc:title>Arsip</dc:title>
    <dc:creator>Siti</dc:creator>
    <rec><judul>Satu <b>tebal</b> kota</judul>
    <isi xml:lang="en">Text here.</isi>
    <b>Lain</b></rec>
    </data>
    """#

  /// Each block stands where its raw range says, and in an element of the file.
  static func checkBlocks(_ document: Document) {
    for block in document.blocks {
      let quote = document.quote(block.text.sourceRange)
      // Values at hand, since a failing expectation shows all that it is made of.
      let text = block.text.string
      let again = ReadingSamples.reader.repair(quote, markup: false)
      #expect(!text.isEmpty)
      #expect(again == text)
      // Text that is read as such stands where it is.
      guard document.encoding == nil else { continue }
      let range = block.text.sourceRange
      let locators = document.places.places(of: range.start..<range.end).map(\.locator)
      #expect(!locators.isEmpty, "\(document.format): \(text.prefix(80))")
      for locator in locators { #expect(locator?.first == "/") }
    }
  }
}
