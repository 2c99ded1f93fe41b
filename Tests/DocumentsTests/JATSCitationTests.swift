import Documents
import Testing

@Suite("Works cited and the journal of JATS articles")
struct JATSCitationTests {
  private func read(_ front: String, _ entries: [String]) throws -> Document {
    let text = """
      <?xml version="1.0"?><article xml:lang="en"><front>\(front)</front>
      <body><p>Kota Bandung.</p></body><back><ref-list>
      \(entries.map { "<ref><label>1.</label>\($0)</ref>" }.joined())
      </ref-list></back></article>
      """
    return try ReadingSamples.reader.read(Array(text.utf8), fileName: "a.xml")
  }

  private static let people =
    "<person-group person-group-type='author'><name><surname>Mukti</surname><given-names>TA</given-names></name><name><surname>Alam</surname><given-names>Siti</given-names></name></person-group>"

  static let entries: [(String, String)] = [
    (
      "\(people)<article-title>Sister <italic>city</italic> di Jawa</article-title><source>Jurnal Politik</source><year>2015</year><volume>4</volume><issue>2</issue><fpage>1</fpage><lpage>19</lpage><pub-id pub-id-type='doi'>10.1234/abc</pub-id><pub-id pub-id-type='pmid'>99</pub-id>",
      "Mukti, T. A., & Alam, Siti. (2015). Sister city di Jawa. Jurnal Politik, 4(2), 1–19. https://doi.org/10.1234/abc"
    ),
    (
      "<collab>Bappenas</collab><source>Kota kita</source><year>2001</year><edition>2</edition><publisher-name>Balai</publisher-name><publisher-loc>Jakarta</publisher-loc>",
      "Bappenas. (2001). Kota kita (2 ed.). Jakarta: Balai."
    ),
    (
      "\(people)<person-group person-group-type='editor'><name><surname>Budi</surname><given-names>B.</given-names></name></person-group><chapter-title>Bab kota?</chapter-title><source>Buku</source><year>1999</year><fpage>7</fpage><publisher-name>Balai</publisher-name>",
      "Mukti, T. A., & Alam, Siti. (1999). Bab kota? In Budi, B. (Ed.), Buku (pp. 7). Balai."
    ),
    (
      "<name><surname>Sari</surname></name><etal/><source>Laman kota</source><month>5</month><ext-link>https://kota.example/a</ext-link><comment>diakses 2020</comment>",
      "Sari, et al. Laman kota. diakses 2020. https://kota.example/a"
    ),
    (
      "<person-group><string-name><surname>Alam</surname>, <given-names>S.</given-names></string-name><string-name>Tim Kota</string-name></person-group><article-title>Kota</article-title>",
      "Alam, S., & Tim Kota. Kota."
    ),
    ("", ""),
  ]

  @Test("are written as entries that readers of entries know", arguments: entries)
  func written(_ parts: String, _ wanted: String) throws {
    let document = try read("", ["<element-citation>\(parts)</element-citation>"])
    let found = document.blocks.filter { $0.kind == .bibliographyEntry }.map(\.text.string)
    #expect(found == (wanted.isEmpty ? [] : [wanted]))
  }

  @Test("an entry in its own words stays as it is")
  func mixed() throws {
    let document = try read(
      "",
      [
        "<mixed-citation><name><surname>Alam</surname>, <given-names>S</given-names></name>. <source>Kota</source>, 2010. doi: <pub-id pub-id-type='doi'>10.1/x</pub-id></mixed-citation>"
      ])
    #expect(document.blocks.last?.text.string == "Alam, S. Kota, 2010. doi: 10.1/x")
  }

  @Test("the journal, its volume and the pages become metadata")
  func journal() throws {
    let front = """
      <journal-meta><journal-id>JHI</journal-id><journal-title-group><journal-title>Jurnal \
      Hubungan</journal-title><abbrev-journal-title>JH</abbrev-journal-title></journal-title-group>\
      <issn>1234-5678</issn><publisher><publisher-name>UMY</publisher-name></publisher>\
      </journal-meta><article-meta><article-id pub-id-type="doi">10.18196/hi.91152</article-id>\
      <title-group><article-title>Kota</article-title></title-group><volume>9</volume>\
      <issue>1</issue><fpage>12</fpage><lpage>27</lpage></article-meta>
      """
    let document = try read(front, [])
    let found = document.metadata
    #expect(
      [found.container, found.volume, found.issue, found.pages, found.doi, found.publisher]
        == ["Jurnal Hubungan", "9", "1", "12–27", "10.18196/hi.91152", "UMY"])
    #expect(found.type == .article)
    #expect(document.blocks.map(ReadingSamples.describe) == ["h1: Kota", "p: Kota Bandung."])
    let work = ReadingSamples.reader.entryParser.work(of: document)
    #expect(
      BibTeXWriter().entry(work, key: "a") == """
        @article{a,
          title = {{Kota}},
          journal = {Jurnal Hubungan},
          volume = {9},
          number = {1},
          pages = {12--27},
          publisher = {UMY},
          language = {en},
          doi = {10.18196/hi.91152}
        }

        """)
  }
}
