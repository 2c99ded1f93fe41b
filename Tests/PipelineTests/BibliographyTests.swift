import Documents
import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("Entries of lists of works cited")
struct BibliographyTests {
  private let parser: EntryParser

  // Read once for all entries.
  private static let loaded = Result { try LoadedPack(folder: TestPlaces.ontologyPath) }

  init() throws { parser = try Self.loaded.get().reader.entryParser }

  private static func name(_ name: WorkName) -> String {
    switch name {
    case .inverted(let family, let given): "\(family), \(given)"
    case .natural(let name): name
    case .organization(let name): "{\(name)}"
    }
  }

  /// A work on a line: type, authors, date, title, and what else is known of it.
  private static func told(_ work: CitedWork) -> String {
    var parts = [
      work.type?.rawValue ?? "–",
      work.authors.map(name).joined(separator: "; ") + (work.hasMoreAuthors ? " +" : ""),
      (work.date ?? "–") + (work.yearSuffix ?? ""), work.title ?? "–",
    ]
    let rest: [(String, String?)] = [
      ("container", work.container), ("volume", work.volume), ("issue", work.issue),
      ("pages", work.pages), ("edition", work.edition), ("place", work.place),
      ("publisher", work.publisher), ("genre", work.genre), ("doi", work.doi), ("url", work.url),
      ("accessed", work.accessed),
    ]
    for (name, value) in rest { if let value { parts.append("\(name)=\(value)") } }
    if !work.editors.isEmpty {
      parts.append("editors=\(work.editors.map(name).joined(separator: "; "))")
    }
    if work.note != nil { parts.append("note") }
    return parts.joined(separator: " | ")
  }

  // One entry and what it tells, to a case.
  // swift-format-ignore
  static let entries: [(String, String)] = [
    (
      "Sari, D. P. (2018). Kerja sama kota kembar dalam bidang lingkungan. Jurnal Ilmu Sosial dan Politik, 21(3), 210–225. https://doi.org/10.22146/jsp.12345",
      "article | Sari, D. P. | 2018 | Kerja sama kota kembar dalam bidang lingkungan | container=Jurnal Ilmu Sosial dan Politik | volume=21 | issue=3 | pages=210–225 | doi=10.22146/jsp.12345"
    ),
    (
      "Creswell, J. W. (2014). Research Design: Qualitative, Quantitative, and Mixed Methods Approaches (4th ed.). Thousand Oaks, CA: Sage Publications.",
      "book | Creswell, J. W. | 2014 | Research Design: Qualitative, Quantitative, and Mixed Methods Approaches | edition=4th ed | place=Thousand Oaks, CA | publisher=Sage Publications"
    ),
    (
      "Duchacek, I. D. (1990). Perforated sovereignties: Towards a typology of new actors in international relations. In H. J. Michelmann & P. Soldatos (Eds.), Federalism and International Relations: The Role of Subnational Units (pp. 1–33). Oxford: Clarendon Press.",
      "chapter | Duchacek, I. D. | 1990 | Perforated sovereignties: Towards a typology of new actors in international relations | container=Federalism and International Relations: The Role of Subnational Units | pages=1–33 | place=Oxford | publisher=Clarendon Press | editors=H. J. Michelmann; P. Soldatos"
    ),
    (
      "Kaufman, C., Perlman, R., & Speciner, M. (1995). Network Security: Private Communication in a Public World. Englewood Cliffs, NJ: Prentice Hall.",
      "book | Kaufman, C.; Perlman, R.; Speciner, M. | 1995 | Network Security: Private Communication in a Public World | place=Englewood Cliffs, NJ | publisher=Prentice Hall"
    ),
    (
      "Yang, K. L., et al. (2009). The Real Customers. Englewood Cliffs, NJ: Prentice Hall.",
      "book | Yang, K. L. + | 2009 | The Real Customers | place=Englewood Cliffs, NJ | publisher=Prentice Hall"
    ),
    (
      "Putri, A. R. (2019). Implementasi kerja sama sister city Surabaya dan Kitakyushu [Skripsi, Universitas Airlangga].",
      "thesis | Putri, A. R. | 2019 | Implementasi kerja sama sister city Surabaya dan Kitakyushu | publisher=Universitas Airlangga | genre=Skripsi"
    ),
    (
      "Badan Pusat Statistik. (2020). Kota Bandung dalam Angka 2020. Bandung: BPS Kota Bandung.",
      "book | {Badan Pusat Statistik} | 2020 | Kota Bandung dalam Angka 2020 | place=Bandung | publisher=BPS Kota Bandung"
    ),
    (
      "Kementerian Pekerjaan Umum dan Perumahan Rakyat. (2017). Pedoman Pengelolaan Sampah Perkotaan. Jakarta: Kementerian PUPR.",
      "book | {Kementerian Pekerjaan Umum dan Perumahan Rakyat} | 2017 | Pedoman Pengelolaan Sampah Perkotaan | place=Jakarta | publisher=Kementerian PUPR"
    ),
    (
      "Pemerintah Kota Surabaya. (2016). Kerja sama luar negeri. Diakses pada 3 Juni 2019, dari http://surabaya.go.id/kerjasama",
      "webpage | {Pemerintah Kota Surabaya} | 2016 | Kerja sama luar negeri | url=http://surabaya.go.id/kerjasama | accessed=2019-06-03"
    ),
    (
      "Soldatos, P. (1990). An explanatory framework for the study of federated states as foreign-policy actors. In H. Michelmann & P. Soldatos (Eds.), Federalism and International Relations (pp. 34-53). Clarendon Press.",
      "chapter | Soldatos, P. | 1990 | An explanatory framework for the study of federated states as foreign-policy actors | container=Federalism and International Relations | pages=34–53 | publisher=Clarendon Press | editors=H. Michelmann; P. Soldatos"
    ),
    (
      "Kuznetsov, A. S. (2015). Theory and Practice of Paradiplomacy: Subnational Governments in International Affairs. Routledge.",
      "book | Kuznetsov, A. S. | 2015 | Theory and Practice of Paradiplomacy: Subnational Governments in International Affairs | publisher=Routledge"
    ),
    (
      "Tavares, R. (2016). Paradiplomacy: Cities and States as Global Players. New York: Oxford University Press.",
      "book | Tavares, R. | 2016 | Paradiplomacy: Cities and States as Global Players | place=New York | publisher=Oxford University Press"
    ),
    (
      "Wijaya, B., & Hartono, S. (2017b). Diplomasi kota. Global: Jurnal Politik Internasional, 19(2), 101-118. doi:10.7454/global.v19i2.99",
      "article | Wijaya, B.; Hartono, S. | 2017b | Diplomasi kota | container=Global: Jurnal Politik Internasional | volume=19 | issue=2 | pages=101–118 | doi=10.7454/global.v19i2.99"
    ),
    (
      "Republik Indonesia. (2014). Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah.",
      "legislation | {Republik Indonesia} | 2014 | Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"
    ),
    (
      "Abdurrahman. 2001. Sistem Informasi Akuntansi. Jakarta: Salemba Empat.",
      "book | Abdurrahman | 2001 | Sistem Informasi Akuntansi | place=Jakarta | publisher=Salemba Empat"
    ),
    (
      "Effendi, Onong Uchjana. 2001. Ilmu, Teori, dan Filsafat Komunikasi. Bandung: Citra Aditya Bakti.",
      "book | Effendi, Onong Uchjana | 2001 | Ilmu, Teori, dan Filsafat Komunikasi | place=Bandung | publisher=Citra Aditya Bakti"
    ),
    (
      "The Liang Gie. 2002. Administrasi Perkantoran Modern. Yogyakarta:Liberty.",
      "book | The Liang Gie | 2002 | Administrasi Perkantoran Modern | place=Yogyakarta | publisher=Liberty"
    ),
    (
      "Nasoetion, A.H., dan Ahmad Barizi. 2000. Metode Statistika. Jakarta: PT. Gramedia.",
      "book | Nasoetion, A.H.; Ahmad Barizi | 2000 | Metode Statistika | place=Jakarta | publisher=PT. Gramedia"
    ),
    (
      "Sukanto, Rudi, Budi Mulya dan Rangga Sela. 1999. Peramalan Bisnis. Yogyakarta: Bagian Penerbitan Manajemen Informatika UGM.",
      "book | Sukanto, Rudi; Budi Mulya; Rangga Sela | 1999 | Peramalan Bisnis | place=Yogyakarta | publisher=Bagian Penerbitan Manajemen Informatika UGM"
    ),
    (
      "Rahmawati, Siti. 2016. Efektivitas Kerjasama Sister City Bandung-Braunschweig. Skripsi. Universitas Padjadjaran.",
      "thesis | Rahmawati, Siti | 2016 | Efektivitas Kerjasama Sister City Bandung-Braunschweig | publisher=Universitas Padjadjaran | genre=Skripsi"
    ),
    (
      "Sukmana, Agus. 2015. \"Diplomasi Kota dan Lingkungan Hidup\". Jurnal Hubungan Internasional. Vol. 4, No. 2, hlm. 112-125.",
      "article | Sukmana, Agus | 2015 | Diplomasi Kota dan Lingkungan Hidup | container=Jurnal Hubungan Internasional | volume=4 | issue=2 | pages=112–125"
    ),
    (
      "Wulandari, Retno. 2014. Kota Kembar dan Ekonomi Kreatif. Jurnal Administrasi Publik, Vol 3 No 1: 55-70",
      "article | Wulandari, Retno | 2014 | Kota Kembar dan Ekonomi Kreatif | container=Jurnal Administrasi Publik | volume=3 | issue=1 | pages=55–70"
    ),
    (
      "Suryokusumo, Sumaryo. 2004. Praktik Diplomasi. Jakarta: STIH Iblam.",
      "book | Suryokusumo, Sumaryo | 2004 | Praktik Diplomasi | place=Jakarta | publisher=STIH Iblam"
    ),
    (
      "Mukti, Takdir Ali, 2013, Paradiplomacy: Kerjasama Luar Negeri oleh Pemda di Indonesia, Yogyakarta: The Phinisi Press.",
      "book | Mukti, Takdir Ali | 2013 | Paradiplomacy: Kerjasama Luar Negeri oleh Pemda di Indonesia | place=Yogyakarta | publisher=The Phinisi Press"
    ),
    (
      "Pratama, Yoga dkk. 2018. Pengelolaan Sampah Kota. Semarang: Undip Press.",
      "book | Pratama, Yoga + | 2018 | Pengelolaan Sampah Kota | place=Semarang | publisher=Undip Press"
    ),
    (
      "Adi, Rianto, Metodologi Penelitian Sosial Dan Hukum, Penerbit Granit, Jakarta, 2004.",
      "book | Adi, Rianto | 2004 | Metodologi Penelitian Sosial Dan Hukum | place=Jakarta | publisher=Penerbit Granit"
    ),
    (
      "Undang-Undang Nomor 37 Tahun 1999 tentang Hubungan Luar Negeri.",
      "legislation |  | 1999 | Undang-Undang Nomor 37 Tahun 1999 tentang Hubungan Luar Negeri"
    ),
    (
      "Peraturan Menteri Dalam Negeri No. 25 Tahun 2020 tentang Tata Cara Kerja Sama Daerah dengan Pemerintah Daerah di Luar Negeri",
      "legislation |  | 2020 | Peraturan Menteri Dalam Negeri No. 25 Tahun 2020 tentang Tata Cara Kerja Sama Daerah dengan Pemerintah Daerah di Luar Negeri"
    ),
    (
      "Peraturan Daerah Kota Bandung Nomor 9 Tahun 2011 tentang Pengelolaan Sampah (Lembaran Daerah Kota Bandung Tahun 2011 Nomor 9).",
      "legislation |  | 2011 | Peraturan Daerah Kota Bandung Nomor 9 Tahun 2011 tentang Pengelolaan Sampah (Lembaran Daerah Kota Bandung Tahun 2011 Nomor 9)"
    ),
    (
      "Dinas Lingkungan Hidup dan Kebersihan Kota Bandung. 2018. Laporan Kinerja Tahun 2018. Bandung: DLHK.",
      "book | {Dinas Lingkungan Hidup dan Kebersihan Kota Bandung} | 2018 | Laporan Kinerja Tahun 2018 | place=Bandung | publisher=DLHK"
    ),
    (
      "Winarno, Budi. 2011. Isu-Isu Global Kontemporer. Cetakan Pertama. Yogyakarta: CAPS.",
      "book | Winarno, Budi | 2011 | Isu-Isu Global Kontemporer | edition=Cetakan Pertama | place=Yogyakarta | publisher=CAPS"
    ),
    (
      "Anwar, Rosihan (ed.). 2009. Sejarah Kecil Indonesia. Jakarta: Kompas.",
      "book |  | 2009 | Sejarah Kecil Indonesia | place=Jakarta | publisher=Kompas | editors=Anwar, Rosihan"
    ),
    (
      "Bremmer, Ian. Us Vs. Them: The Failure of Globalism. New York: Penguin, 2018.",
      "book | Bremmer, Ian | 2018 | Us Vs. Them: The Failure of Globalism | place=New York | publisher=Penguin"
    ),
    (
      "Economy, Elizabeth C., dan Michael Levi. By All Means Necessary: How China’s Resource Quest is Changing the World. New York: Oxford University Press, 2014.",
      "book | Economy, Elizabeth C.; Michael Levi | 2014 | By All Means Necessary: How China’s Resource Quest is Changing the World | place=New York | publisher=Oxford University Press"
    ),
    (
      "Keohane, Robert O. After Hegemony. Princeton: Princeton University Press, 1984.",
      "book | Keohane, Robert O. | 1984 | After Hegemony | place=Princeton | publisher=Princeton University Press"
    ),
    (
      "Surmacz, Beata. “City Diplomacy.” Barometr Regionalny 16, no. 1 (2018): 7–18.",
      "article | Surmacz, Beata | 2018 | City Diplomacy | container=Barometr Regionalny | volume=16 | issue=1 | pages=7–18"
    ),
    (
      "Acuto, Michele, and Steve Rayner. “City Networks: Breaking Gridlocks or Forging (New) Lock-ins?” International Affairs 92, no. 5 (2016): 1147–66. https://doi.org/10.1111/1468-2346.12700.",
      "article | Acuto, Michele; Steve Rayner | 2016 | City Networks: Breaking Gridlocks or Forging (New) Lock-ins? | container=International Affairs | volume=92 | issue=5 | pages=1147–66 | doi=10.1111/1468-2346.12700"
    ),
    (
      "Sukma, Rizal. Islam in Indonesian Foreign Policy. London: Routledge, 2003.",
      "book | Sukma, Rizal | 2003 | Islam in Indonesian Foreign Policy | place=London | publisher=Routledge"
    ),
    (
      "Lestari, Ayu. “Kerja Sama Kota Bersaudara Semarang dan Brisbane.” Skripsi, Universitas Diponegoro, 2011.",
      "thesis | Lestari, Ayu | 2011 | Kerja Sama Kota Bersaudara Semarang dan Brisbane | publisher=Universitas Diponegoro | genre=Skripsi"
    ),
    (
      "Sassen, Saskia. 2005. “The Global City: Introducing a Concept.” The Brown Journal of World Affairs 11 (2): 27–43.",
      "article | Sassen, Saskia | 2005 | The Global City: Introducing a Concept | container=The Brown Journal of World Affairs | volume=11 | issue=2 | pages=27–43"
    ),
    (
      "3. Kawasaki City. 2017. Low Carbon City Planning in Bandung. Kawasaki: Kawasaki City.",
      "book | {Kawasaki City} | 2017 | Low Carbon City Planning in Bandung | place=Kawasaki | publisher=Kawasaki City"
    ),
    (
      "JICA. (2015). Laporan Studi Persiapan Proyek Pengelolaan Sampah. Tokyo: JICA.",
      "book | JICA | 2015 | Laporan Studi Persiapan Proyek Pengelolaan Sampah | place=Tokyo | publisher=JICA"
    ),
    (
      "Dewi, N. K., Rahman, F., & Lubis, H. (2022). Jejaring kota di Asia Tenggara. Dalam S. Hadi (Ed.), Prosiding Seminar Nasional Ilmu Politik (hlm. 45–60). Depok: UI Publishing.",
      "conference | Dewi, N. K.; Rahman, F.; Lubis, H. | 2022 | Jejaring kota di Asia Tenggara | container=Prosiding Seminar Nasional Ilmu Politik | pages=45–60 | place=Depok | publisher=UI Publishing | editors=S. Hadi"
    ),
  ]

  @Test("an entry tells its work in full", arguments: entries)
  func entry(text: String, expected: String) {
    #expect(Self.told(parser.work(of: text)) == expected)
  }

  static let unclear = [
    "Wawancara dengan Kepala Bagian Kerja Sama Kota Bandung, 15 Oktober 2022.",
    "“Bandung Jalin Kerja Sama dengan Kawasaki.” Pikiran Rakyat, 18 Februari 2016.",
    "Ibid., hlm. 12, sesuatu yang tidak jelas.", "", "2017", ".", "(((2017)))", "A, B, C, D, E, F",
    "https://", "————", String(repeating: "Sari, D. (2018). ", count: 400),
    String(repeating: "(", count: 1_900), String(repeating: "a. ", count: 600),
  ]

  @Test("an entry that is not understood keeps its words and invents nothing", arguments: unclear)
  func unclearEntry(text: String) {
    let work = parser.work(of: text)
    #expect(work.note == text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    #expect(work.title == nil && work.authors.isEmpty && work.publisher == nil)
  }

  @Test("what is certain of an unclear entry is told beside its words")
  func partly() {
    let text = "Holsti, K.J. 1988. Politik Internasional. Jilid 2. Jakarta: Erlangga."
    #expect(
      Self.told(parser.work(of: text)) == "– | Holsti, K.J. | 1988 | Politik Internasional | note")
  }

  @Test("a dash stands for the authors of the entry before")
  func dash() {
    let first = parser.work(of: "Sari, D. (2018). Kota. Jakarta: Gramedia.")
    let second = parser.work(of: "———. 2019. Kota Tangguh. Jakarta: Gramedia.", after: first)
    #expect(second.authors == first.authors)
  }

  @Test("keys are made of name, year and title, and never given twice")
  func keys() {
    var keys = CitationKeys()
    let work = parser.work(of: "Sari, D. (2018). Kerjasama. Jakarta: Gramedia.")
    #expect(keys.key(of: work) == "sari2018kerjasama")
    #expect(keys.key(of: work) == "sari2018kerjasama2")
    var other = CitedWork()
    other.title = "kerjasama2"
    other.authors = [.natural("Sari")]
    other.date = "2018"
    #expect(keys.key(of: other) == "sari2018kerjasama2n2")
    #expect(keys.key(of: CitedWork()) == "work")
  }

  @Test("BibTeX keeps what TeX would read as commands")
  func escapes() {
    var work = CitedWork()
    work.title = "A & B_{50%} #1 $x$ ~^\\"
    work.authors = [.organization("Sari and Sons"), .inverted(family: "Sari", given: "D.")]
    work.url = "http://a.b/c_d?e=%20&f={g}"
    #expect(
      BibTeXWriter().entry(work, key: "k")
        == ##"""
        @misc{k,
          author = {{Sari and Sons} and Sari, D.},
          title = {{A \& B\_\{50\%\} \#1 \$x\$ \textasciitilde{}\textasciicircum{}\textbackslash{}}},
          url = {http://a.b/c_d?e=%20&f=%7Bg%7D}
        }

        """##)
  }

  /// A work with every kind of field that formats write in their own way.
  private static let full: CitedWork = {
    var work = CitedWork()
    work.type = .article
    work.authors = [
      .inverted(family: "Sari", given: "D."), .natural("Suharto"), .organization("Kota \"B\""),
    ]
    work.editors = [.inverted(family: "Hadi", given: "S.")]
    work.title = "Kota dan\nkota"
    work.container = "Jurnal Kota"
    work.date = "2018-05-03"
    work.volume = "11"
    work.issue = "2"
    work.pages = "27–43"
    work.doi = "10.1000/1"
    work.accessed = "2020-01-02"
    work.language = "id"
    return work
  }()

  @Test("RIS has a line for each field, with names, pages and days divided as it wants them")
  func ris() {
    #expect(
      RISWriter().record(Self.full, key: "sari2018kota")
        == """
        TY  - JOUR
        ID  - sari2018kota
        AU  - Sari, D.
        AU  - Suharto
        AU  - Kota "B"
        A2  - Hadi, S.
        TI  - Kota dan kota
        JO  - Jurnal Kota
        PY  - 2018
        DA  - 2018/05/03
        VL  - 11
        IS  - 2
        SP  - 27
        EP  - 43
        LA  - id
        DO  - 10.1000/1
        Y2  - 2020/01/02
        ER  - \("")

        """)
  }

  @Test("an item of CSL is a JSON object on one line, with dates as numbers")
  func csl() throws {
    let item = CSLWriter().item(Self.full, key: "sari2018kota")
    #expect(!item.contains("\n"))
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(item.utf8)) as? [String: Any])
    #expect(root["type"] as? String == "article-journal")
    #expect(root["title"] as? String == "Kota dan\nkota")
    #expect(root["page"] as? String == "27-43")
    #expect((root["issued"] as? [String: [[Int]]])?["date-parts"] == [[2018, 5, 3]])
    #expect(
      root["author"] as? [[String: String]] == [
        ["family": "Sari", "given": "D."], ["literal": "Suharto"], ["literal": "Kota \"B\""],
      ])
  }
}
