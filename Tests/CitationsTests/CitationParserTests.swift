import Citations
import DomainPack
import Testing

@Suite("Citations in running text")
struct CitationParserTests {
  /// A line of the table.
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let place: String?
    let keys: [String]
    var testDescription: String { text }

    init(_ line: Substring) throws {
      let arrow = try #require(line.firstRange(of: " => "), "no arrow in “\(line)”")
      text = String(line[..<arrow.lowerBound]).replacing("\\n", with: "\n")
      var words = line[arrow.upperBound...].split(separator: " ").map(String.init)
      place = words.first?.hasPrefix("@") == true ? String(words.removeFirst().dropFirst()) : nil
      keys = words
    }
  }

  @Test("every form in the table gives its keys, also in the middle of a sentence")
  func readsTheTable() throws {
    let pack = try PackUnderTest.shared.get()
    let lines = [CitationTable.citations, CitationTable.forms].flatMap {
      $0.split(separator: "\n")
    }
    #expect(lines.count >= 300)
    for line in lines {
      let row = try Case(line)
      let sentences = [
        row.text, "Hal ini diatur dalam \(row.text).", "(\(row.text))",
        "lihat \(row.text); dan lain-lain",
        "“\(row.text)” masih berlaku", "1) \(row.text),\n2) selesai",
      ]
      for sentence in sentences {
        #expect(pack.keys(sentence, place: row.place) == row.keys, "\(sentence)")
      }
    }
  }

  @Test("no near miss is a citation")
  func refusesNearMisses() throws {
    let pack = try PackUnderTest.shared.get()
    let lines = [CitationTable.nearMisses, CitationTable.furtherNearMisses].flatMap {
      $0.split(separator: "\n")
    }
    #expect(lines.count >= 300)
    for line in lines {
      for sentence in ["\(line)", "Menurut \(line), hal ini benar.", "(\(line))"] {
        #expect(pack.keys(sentence, place: "kota-bandung") == [], "\(sentence)")
      }
    }
  }

  @Test("a citation covers the act from its kind to its year")
  func coversTheAct() throws {
    let pack = try PackUnderTest.shared.get()
    let text = Array("Lihat Pasal 363, UU No, 23/2014 tentang Pemerintahan Daerah.".utf8)
    let found = pack.parser.citations(in: text)
    #expect(found.count == 1)
    let citation = try #require(found.first)
    #expect(String(decoding: text[citation.byteRange], as: UTF8.self) == "UU No, 23/2014")
    #expect(citation.about?.text == "Pemerintahan Daerah")
    #expect(citation.articles.map(\.text) == ["Pasal 363"])
    #expect(citation.kind == "UU")
    #expect(citation.number == "23")
    #expect(citation.year == 2014)
    #expect(citation.repair == nil)
  }

  @Test("in a list each act has its own range and the last one the title")
  func dividesLists() throws {
    let pack = try PackUnderTest.shared.get()
    let text = Array("UU No. 22 dan 25 Tahun 1999 tentang Otonomi".utf8)
    let found = pack.parser.citations(in: text)
    #expect(
      found.map { String(decoding: text[$0.byteRange], as: UTF8.self) } == [
        "UU No. 22", "25 Tahun 1999",
      ])
    #expect(found.map { $0.about?.text } == [nil, "Otonomi"])
  }

  @Test(
    "articles before and behind the act belong to it",
    arguments: [
      ("Pasal 35 ayat (1) huruf a UU No. 23 Tahun 2014", ["Pasal 35 ayat (1) huruf a"]),
      ("Pasal 5 ayat (1) dan Pasal 20 UUD 1945", ["Pasal 5 ayat (1)", "Pasal 20"]),
      ("pasal 89, 90 ayat (2) dan 113 UU 23/2014", ["Pasal 89", "Pasal 90 ayat (2)", "Pasal 113"]),
      ("UU 23/2014 Pasal 363", ["Pasal 363"]),
      ("UU 23/2014, Pasal 363 ayat ( 2 )", ["Pasal 363 ayat (2)"]),
      ("UU No. 23 Tahun 2014 tentang Pemerintahan Daerah Pasal 363", ["Pasal 363"]),
      ("Article 363 of Law No. 23 of 2014", ["Pasal 363"]),
      ("Pasal 1 angka 3 UU 23/2014", ["Pasal 1 angka 3"]),
      ("Pasal 27A dari UU 23/2014", ["Pasal 27A"]),
      ("Pasal 5 ayat (1), ayat (2) UU 23/2014", ["Pasal 5 ayat (1)", "Pasal 5 ayat (2)"]),
      ("Pasal 5 perjanjian itu. Menurut UU 23/2014 hal ini", []),
    ])
  func attachesArticles(text: String, articles: [String]) throws {
    let pack = try PackUnderTest.shared.get()
    let found = pack.parser.citations(in: Array(text.utf8))
    #expect(found.map { $0.articles.map(\.text) } == [articles])
  }

  @Test("an article between two acts belongs to the second where a kind follows it")
  func attachesArticlesForwards() throws {
    let pack = try PackUnderTest.shared.get()
    let found = pack.parser.citations(in: Array("UU 22/1999, Pasal 5 UU 32/2004 Pasal 7".utf8))
    #expect(found.map { $0.articles.map(\.text) } == [[], ["Pasal 5", "Pasal 7"]])
  }

  @Test(
    "a title ends with its quotation marks, gazette reference or clause",
    arguments: [
      ("UU 32/2004 tentang “Pemerintah Daerah” yang memberikan", "Pemerintah Daerah"),
      ("UU 24/2000 tentang \"Perjanjian Internasional\" dan", "Perjanjian Internasional"),
      (
        "UU 24/2000 tentang Perjanjian Internasional (Lembaran Negara Tahun 2000",
        "Perjanjian Internasional"
      ),
      ("PP 28/2018 Tentang Kerjasama Daerah, menegaskan bahwa", "Kerjasama Daerah"),
      ("PP 28/2018 tentang Kerja Sama Daerah. Selain itu", "Kerja Sama Daerah"),
      ("PP 28/2018 tentang Kerja Sama Daerah; dan", "Kerja Sama Daerah"),
      ("UU 22/2003 tentang Susunan MPR, DPR, DPD, dan DPRD", "Susunan MPR, DPR, DPD, dan DPRD"),
      (
        "UU 2/2015 tentang Perubahan atas UU 23/2014 tentang Pemerintahan Daerah.",
        "Perubahan atas UU 23/2014 tentang Pemerintahan Daerah"
      ),
      ("UU 22/1999 tentang Pemerintahan Daerah dan UU 25/1999", "Pemerintahan Daerah"),
      (
        "UU 28/1999 tentang Penyelenggara Negara yang Bersih dan Bebas dari KKN.",
        "Penyelenggara Negara yang Bersih dan Bebas dari KKN"
      ),
      ("[UU 5/1979 tentang Pemerintahan Desa](/uu/1979/5)", "Pemerintahan Desa"),
      (
        "UU 28/1957 tentang Penetapan UU Darurat No. 13 Tahun 1957; lalu",
        "Penetapan UU Darurat No. 13 Tahun 1957"
      ),
      ("UU 22/1999 tentang Pemerintahan Daerah tidak sesuai lagi", "Pemerintahan Daerah"),
      ("UU 32/2004 tentang Pemerintahan Daerah dan Pasal 5", "Pemerintahan Daerah"),
      ("Law No. 23 of 2014 on Local Government, which", "Local Government"),
      (
        "Surat Edaran Mendagri No. 193 tahun 1993 perihal Kerjasama Antar Kota (*Sister City*) dan Antar Provinsi yang",
        "Kerjasama Antar Kota (Sister City) dan Antar Provinsi"
      ),
      (
        "Permendagri 25/2020 Tentang Kerja Sama Daerah Di Luar Negeri (Ramadhani et al., 2021). Selain",
        "Kerja Sama Daerah Di Luar Negeri"
      ),
    ])
  func endsTitles(text: String, title: String) throws {
    let pack = try PackUnderTest.shared.get()
    #expect(pack.parser.citations(in: Array(text.utf8)).first?.about?.text == title)
  }

  @Test("a repair says what was repaired")
  func tellsRepairs() throws {
    let pack = try PackUnderTest.shared.get()
    func repair(_ text: String) -> CitationRepair? {
      pack.parser.citations(in: Array(text.utf8)).first?.repair
    }
    #expect(
      repair("Peraturan Pusat Nomor 28 Tahun 2018")
        == .misnamed(written: "Peraturan Pusat", code: "PP"))
    #expect(
      repair("Peraturan Dalam Negeri Nomor 25 Tahun 2020")
        == .misnamed(written: "Peraturan Dalam Negeri", code: "PERMENDAGRI"))
    #expect(
      repair("UU No. 28 Tahun 2018 tentang Kerja Sama Daerah")
        == .misnamed(written: "UU", code: "PP"))
    #expect(
      repair("PP No. 3 Tahun 2005 tentang Perubahan atas PP No. 9 Tahun 2000 tentang Jalan") == nil)
    #expect(repair("Permen No. 3 Tahun 2008") == .unnamedIssuer(code: "PERMENDAGRI"))
    #expect(repair("Perda Bandung 10/2017") == .placeLevel(place: "kota-bandung"))
    #expect(
      repair("Surat Edaran Mendagri Nomor 193/1652/PUOD tanggal 26 April 1993")
        == .otherNumber(written: "SE-MENDAGRI/1993/193-1652-PUOD"))
    #expect(repair("PP Nomor 9 Tahun 2C 14") == .digits(written: "2C 14"))
    #expect(repair("UU No. 22/99") == .shortYear(written: "99"))
  }

  @Test("a local act without a place has no key until the context gives one")
  func completesPlaces() throws {
    let pack = try PackUnderTest.shared.get()
    let found = pack.parser.citations(in: Array("Perda No. 10/2017".utf8))
    let citation = try #require(found.first)
    #expect(citation.key == nil)
    #expect(citation.placeNeeds == .place)
    #expect(citation.key(defaultPlace: nil) == nil)
    #expect(citation.key(defaultPlace: "kota-bogor") == "PERDA-KOTA-BOGOR/2017/10")
  }
}
