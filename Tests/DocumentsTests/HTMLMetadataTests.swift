import Documents
import Testing

@Suite("What web pages say of themselves")
struct HTMLMetadataTests {
  private func metadata(_ head: String, _ body: String = "<p>Isi.</p>", html: String = "")
    throws -> DocumentMetadata
  {
    let page = "<html \(html)><head>\(head)</head><body>\(body)</body></html>"
    return try ReadingSamples.reader.read(Array(page.utf8), fileName: "a.html").metadata
  }

  @Test(
    "finds the title",
    arguments: [
      ("<meta property='og:title' content='Judul'><title>Lain</title>", "", "Judul"),
      (
        "<meta property='og:title' content='Judul - Koran Kota'><meta property='og:site_name' content='Koran Kota'>",
        "", "Judul"
      ),
      (
        "<title>Lain | Situs</title>", "<h1>Bandung &amp; <i>Kawasaki</i></h1>",
        "Bandung & Kawasaki"
      ),
      ("<title>Kerja sama kota | Situs</title>", "", "Kerja sama kota"),
      ("<title>Bandung - Kawasaki</title>", "", "Bandung - Kawasaki"),
      (
        "<title>Kerja sama - Portal Bandung</title><link rel=canonical href='https://portal.bandung.example/1'>",
        "", "Kerja sama"
      ),
      ("<title>Situs</title>", "<h1>Satu</h1><h1>Dua</h1>", "Situs"),
      ("<meta name='citation_title' content='Kota'>", "", "Kota"),
    ])
  func titles(_ head: String, _ body: String, _ wanted: String) throws {
    #expect(try metadata(head, body + "<p>Isi.</p>").title == wanted)
  }

  @Test("finds journal, volume, issue, pages and identifier of an article")
  func journal() throws {
    let names = [
      ("journal_title", "Jurnal Kota"), ("volume", "9"), ("issue", "1"), ("firstpage", "12"),
      ("lastpage", "27"), ("doi", "https://doi.org/10.1234/jk.9"), ("publisher", "Unpad"),
    ]
    let found = try metadata(
      names.map { "<meta name='citation_\($0.0)' content='\($0.1)'>" }.joined())
    #expect(
      [found.container, found.volume, found.issue, found.pages, found.doi, found.publisher]
        == ["Jurnal Kota", "9", "1", "12–27", "10.1234/jk.9", "Unpad"])
    #expect(found.type == .article)
  }

  @Test(
    "finds the publisher and the kind of page",
    arguments: [
      ("<meta property='og:site_name' content='Koran Kota'>", "Koran Kota", nil),
      (
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"A\",\"publisher\":{\"@type\":\"Organization\",\"name\":\"Koran\"}}</script>",
        "Koran", DocumentType.news
      ),
    ])
  func publisher(_ head: String, _ publisher: String, _ type: DocumentType?) throws {
    let found = try metadata(head)
    #expect(found.publisher == publisher && found.type == type)
  }

  @Test(
    "finds authors, each once",
    arguments: [
      ("<meta name='author' content='Siti'>", "", ["Siti"]),
      (
        "<meta name='citation_author' content='Alam, N.'><meta name='citation_author' content='Budi'><meta name='citation_author' content='Budi'>",
        "", ["Alam, N.", "Budi"]
      ),
      ("<meta property='article:author' content='https://example.org/siti'>", "", []),
      ("", "<p>Oleh <a rel='author' href='/s'>Siti Aminah</a></p>", ["Siti Aminah"]),
      ("", "<span itemprop='author'>Siti</span>", ["Siti"]),
    ])
  func authors(_ head: String, _ body: String, _ wanted: [String]) throws {
    #expect(try metadata(head, body).authors == wanted)
  }

  @Test(
    "finds the date",
    arguments: [
      (
        "<meta property='article:published_time' content='2020-03-04T10:00:00+07:00'>", "",
        "2020-03-04"
      ),
      ("<meta name='citation_publication_date' content='2019/05'>", "", "2019-05"),
      ("<meta name='DC.date' content='2018'>", "", "2018"),
      ("", "<time datetime='2017-01-02T00:00'>2 Januari</time>", "2017-01-02"),
      (
        "",
        "<time datetime='2016-01-01'>a</time><time itemprop='datePublished' datetime='2017-01-02'>b</time>",
        "2017-01-02"
      ),
      ("<meta name='date' content='kemarin'>", "", nil),
    ] as [(String, String, String?)])
  func dates(_ head: String, _ body: String, _ wanted: String?) throws {
    #expect(try metadata(head, body).date == wanted)
  }

  @Test("finds language and address")
  func others() throws {
    let own = try metadata(
      "<link rel='canonical' href='https://a.example/1'><meta property='og:url' content='https://b.example'>",
      html: "lang='id'")
    #expect(own.language == "id")
    #expect(own.url == "https://a.example/1")
    let told = try metadata(
      "<meta property='og:locale' content='id_ID'><meta property='og:url' content='https://b.example/2'>"
    )
    #expect(told.language == "id-ID")
    #expect(told.url == "https://b.example/2")
    #expect(try metadata("<link rel='canonical' href='/1'>").url == nil)
  }

  @Test("reads articles of JSON-LD, alone, in a list and in a graph")
  func linkedData() throws {
    let article = """
      {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Kota \\u0026 desa",
       "author": [{"@type": "Person", "name": "Siti"}, "Budi"], "datePublished": "2020-03-04T01:02:03Z",
       "inLanguage": "id", "mainEntityOfPage": {"@id": "https://a.example/1"}}
      """
    let site = "{\"@type\": \"WebSite\", \"name\": \"Situs\"}"
    for json in [article, "[\(site), \(article)]", "{\"@graph\": [\(site), \(article)]}"] {
      let found = try metadata("<script type='application/ld+json'>\(json)</script>")
      #expect(found.title == "Kota & desa")
      #expect(found.authors == ["Siti", "Budi"])
      #expect(found.date == "2020-03-04")
      #expect(found.language == "id")
      #expect(found.url == "https://a.example/1")
    }
    for json in ["{", "[[[[[[[1]]]]]]]", "{\"@type\": 5}", site] {
      let found = try metadata("<script type='application/ld+json'>\(json)</script>")
      #expect(found.title == nil)
    }
  }
}
