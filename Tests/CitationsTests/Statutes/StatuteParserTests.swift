import Citations
import DomainPack
import TestSupport
import Testing

@Suite("Regulations by their own text")
struct StatuteParserTests {
  private static let parser = Result {
    let pack = try DomainPack.load(from: TestPlaces.ontologyPath)
    return StatuteParser(
      citations: CitationParser(kinds: pack.regulationKinds, known: pack.knownRegulations),
      words: pack.statuteWords, languages: pack.languages)
  }

  /// A text with a block on each line: `#` begins a heading, `-` an item.
  private func text(_ lines: String) -> StatuteText {
    var text = StatuteText()
    for (number, line) in lines.split(separator: "\n").enumerated() {
      let kind: StatuteText.BlockKind =
        line.hasPrefix("# ") ? .heading : line.hasPrefix("- ") ? .item : .other
      let words = kind == .other ? line : line.dropFirst(2)
      text.append(Array(words.utf8), kind, number: number)
    }
    return text
  }

  private func statute(_ lines: String, path: String = "") throws -> Statute? {
    try Self.parser.get().statute(in: text(lines), path: path)
  }

  /// The relations as `subject relation object`, a `*` behind those to a part.
  func relations(_ lines: String, path: String = "") throws -> [String] {
    let statute = try #require(try statute(lines, path: path))
    return statute.relations.map { relation in
      let subject = relation.subject ?? statute.own
      return "\(subject.key ?? "–") \(relation.kind.rawValue) \(relation.object.key ?? "–")"
        + (relation.isPartial ? "*" : "")
    }
  }

  private static let head = """
    # UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 90 TAHUN 2030 TENTANG TATA AIR KOTA
    DENGAN RAHMAT TUHAN YANG MAHA ESA PRESIDEN REPUBLIK INDONESIA,
    # Menimbang:
    - bahwa air kota perlu diatur;
    # Mengingat:
    Pasal 20 Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;
    # MEMUTUSKAN:
    Menetapkan: UNDANG-UNDANG TENTANG TATA AIR KOTA.
    """

  /// What clauses in an article of an act say.
  func clauses(_ clauses: String) throws -> [String] { try body(clauses) }

  private func body(_ clauses: String) throws -> [String] {
    try relations(
      """
      \(Self.head)
      # Pasal 1
      Air kota ialah air.
      # Pasal 2
      \(clauses)
      # Pasal 3
      Undang-Undang ini mulai berlaku pada tanggal diundangkan.
      Agar setiap orang mengetahuinya, memerintahkan pengundangan Undang-Undang ini.
      Disahkan di Jakarta pada tanggal 2 Mei 2030
      Diundangkan di Jakarta pada tanggal 4 Mei 2030
      """
    ).filter { !$0.contains("UUD/1945") }
  }

  @Test("names the act, its parts and its days")
  func outline() throws {
    let read = try #require(
      try statute(
        """
        \(Self.head)
        # Pasal 1
        Undang-Undang ini mulai berlaku setelah 30 (tiga puluh) hari terhitung sejak tanggal diundangkan.
        Agar setiap orang mengetahuinya, memerintahkan pengundangan Undang-Undang ini.
        Disahkan di Jakarta pada tanggal 2 Mei 2030
        Diundangkan di Jakarta pada tanggal 4 Mei 2030
        # PENJELASAN ATAS UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 90 TAHUN 2030
        """))
    #expect(read.own.key == "UU/2030/90")
    #expect(
      read.parts.map(\.part) == [
        .head, .considering, .legalBasis, .enacting, .body, .closing, .elucidation,
      ])
    #expect(read.enacted?.day == "2030-05-02")
    #expect(read.promulgated?.day == "2030-05-04")
    #expect(read.inForce?.day == "2030-06-03")
  }

  @Test(
    "knows the day of coming into force in every wording",
    arguments: [
      ("mulai berlaku pada tanggal diundangkan", "2030-05-04"),
      ("mulai berlaku pada saat diundangkan", "2030-05-04"),
      ("mulai berlaku pada tanggal 1 Januari 2031", "2031-01-01"),
      ("mulai berlaku 2 (dua) tahun sejak tanggal diundangkan", "2032-05-04"),
      ("mulai berlaku 6 (enam) bulan terhitung sejak tanggal diundangkan", "2030-11-04"),
      ("mulai berlaku pada tanggal ditetapkan", "2030-05-02"),
    ])
  func inForce(words: String, day: String) throws {
    let read = try #require(
      try statute(
        """
        \(Self.head)
        # Pasal 1
        Undang-Undang ini \(words).
        Agar setiap orang mengetahuinya, memerintahkan pengundangan Undang-Undang ini.
        Disahkan di Jakarta pada tanggal 2 Mei 2030
        Diundangkan di Jakarta pada tanggal 4 Mei 2030
        """))
    #expect(read.inForce?.day == day)
  }

  @Test(
    "one verb behind a list ends its items, some in part, and none of the acts that changed them")
  func listBeforeVerb() throws {
    let found = try body(
      """
      Pada saat Undang-Undang ini mulai berlaku:
      - Undang-Undang Nomor 5 Tahun 1962 tentang Perusahaan Daerah (Lembaran Negara Tahun 1962 Nomor 10);
      - Undang-Undang Nomor 7 Tahun 2004 tentang Air sebagaimana telah diubah beberapa kali, terakhir dengan Undang-Undang Nomor 9 Tahun 2010 tentang Perubahan Kedua atas Undang-Undang Nomor 7 Tahun 2004 tentang Air (Lembaran Negara Tahun 2010 Nomor 3); dan
      - Pasal 4, Pasal 6 ayat (2) sampai dengan ayat (5), dan Pasal 9 Undang-Undang Nomor 8 Tahun 2012 tentang Kota (Lembaran Negara Tahun 2012 Nomor 8),
      dicabut dan dinyatakan tidak berlaku.
      """)
    #expect(
      found == [
        "UU/2030/90 repeals UU/1962/5", "UU/2030/90 repeals UU/2004/7",
        "UU/2030/90 repeals UU/2012/8*", "UU/2010/9 amends UU/2004/7",
      ])
  }

  @Test(
    "ends an act by every wording of the clause",
    arguments: [
      "Dengan berlakunya Undang-Undang ini, Undang-Undang Nomor 5 Tahun 1962 tentang Air dinyatakan tidak berlaku.",
      "Pada saat berlakunya Undang-Undang ini, dinyatakan tidak berlaku lagi:\n- Undang-Undang Nomor 5 Tahun 1962 tentang Air.",
      "Undang-Undang Nomor 5 Tahun 1962 (Lembaran Negara Tahun 1962 Nomor 10) dicabut.",
      "Mencabut Undang-Undang Nomor 5 Tahun 1962 tentang Air.",
      "Sejak berlakunya Undang-Undang ini maka Undang-Undang Nomor 5 Tahun 1962 tidak berlaku lagi.",
      "Undang-Undang Nomor 5 Tahun 1962 dan semua peraturan pelaksanaannya dinyatakan dicabut.",
    ])
  func endings(clause: String) throws {
    #expect(try body(clause) == ["UU/2030/90 repeals UU/1962/5"])
  }

  @Test("leaves an act that only its amendments' rank speaks against to the law in its title")
  func ranksOfChains() throws {
    let found = try body(
      """
      Tarif diatur menurut Peraturan Pemerintah Nomor 50 Tahun 1994 tentang Pelaksanaan Undang-Undang Nomor 8 Tahun 1983 tentang Pajak Kota sebagaimana telah diubah dengan Undang-Undang Nomor 11 Tahun 1994.
      Undang-Undang Nomor 21 Prp Tahun 1960 sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 2 Tahun 1966 masih tetap berlaku sepanjang tidak bertentangan dengan Undang-Undang Nomor 7 Tahun 1992. Pasal 1 Undang-Undang Nomor 32 Tahun 2004 sebagaimana telah diubah dengan Undang-Undang Nomor 12 Tahun 2008, dan Pasal 3 Undang-Undang Nomor 33 Tahun 2009 berlaku.
      - Undang-Undang Dasar 1945, dan kitab dagang sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 4 Tahun 1971.
      """)
    #expect(
      found == [
        "UU/1994/11 amends UU/1983/8", "UU/1966/2 amends PERPPU/1960/21",
        "UU/2008/12 amends UU/2004/32",
      ])
  }

  @Test(
    "tells which act made another a law, and takes the end of a title for no such words",
    arguments: [
      (
        "Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2014 yang telah ditetapkan menjadi Undang-Undang dengan Undang-Undang Nomor 1 Tahun 2015",
        ["UU/2015/1 enacts PERPPU/2014/1"]
      ),
      (
        "Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2014 yang telah ditetapkan menjadi Undang-Undang Nomor 1 Tahun 2015",
        ["UU/2015/1 enacts PERPPU/2014/1"]
      ),
      (
        "Undang-Undang Nomor 7 Tahun 2004 sebagaimana telah diubah dengan Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2014 yang telah ditetapkan menjadi Undang-Undang dengan Undang-Undang Nomor 1 Tahun 2015",
        ["PERPPU/2014/1 amends UU/2004/7", "UU/2015/1 enacts PERPPU/2014/1"]
      ),
      (
        "Undang-Undang Nomor 9 Tahun 1969 tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 1969 tentang Usaha menjadi Undang-Undang (Lembaran Negara Tahun 1969 Nomor 40) yang dikurangi berdasarkan Undang-Undang Nomor 26 Tahun 2004 tentang Kota",
        []
      ),
    ])
  func enacting(words: String, relations: [String]) throws {
    #expect(try body("Yang berlaku ialah \(words).") == relations)
  }

  @Test("a verb that is no repeal of its own reaches only the acts right before it")
  func closeActs() throws {
    let found = try body(
      """
      Aturan dalam Undang-Undang Darurat Nomor 9 Tahun 1957 tentang Kota ditetapkan sebagai Undang-Undang: Undang-Undang Nomor 14 Tahun 1956 dan Undang-Undang Nomor 15 Tahun 1956 diubah sebagai berikut.
      """)
    #expect(found == ["UU/2030/90 amends UU/1956/14", "UU/2030/90 amends UU/1956/15"])
    #expect(
      try body("Peraturan Pemerintah No. 143, No. 160 dan No. 174 tahun 1961 dicabut.") == [
        "UU/2030/90 repeals PP/1961/143", "UU/2030/90 repeals PP/1961/160",
        "UU/2030/90 repeals PP/1961/174",
      ])
  }

  @Test(
    "words before a list or behind it make all its items parts",
    arguments: [
      "Pada saat Undang-Undang ini mulai berlaku, ketentuan-ketentuan dalam:\n- Undang-Undang Nomor 12 Tahun 2003 tentang Pemilu;\n- Undang-Undang Nomor 32 Tahun 2004 tentang Daerah (Lembaran Negara Tahun 2004 Nomor 125);\nyang mengatur pengawas dicabut dan dinyatakan tidak berlaku.",
      "Pada saat Undang-Undang ini mulai berlaku:\n- Undang-Undang Nomor 12 Tahun 2003 tentang Pemilu; dan\n- Undang-Undang Nomor 32 Tahun 2004 tentang Daerah (Lembaran Negara Tahun 2004 Nomor 125);\nsepanjang mengatur pengawas dicabut dan dinyatakan tidak berlaku.",
    ])
  func listsOfParts(clause: String) throws {
    #expect(
      try body(clause) == ["UU/2030/90 repeals UU/2003/12*", "UU/2030/90 repeals UU/2004/32*"])
  }

  @Test("an article of its own before a comma is none of the act that follows")
  func ownArticles() throws {
    #expect(
      try body(
        "Sejak penjualan saham sebagaimana dimaksud dalam Pasal 1, Undang-Undang Nomor 5 Tahun 1962 dinyatakan tidak berlaku."
      ) == ["UU/2030/90 repeals UU/1962/5"])
    #expect(
      try body("Ketentuan Pasal 4 Undang-Undang Nomor 5 Tahun 1962 dinyatakan tidak berlaku.") == [
        "UU/2030/90 repeals UU/1962/5*"
      ])
  }

  @Test(
    "ends no act where the words only look like it",
    arguments: [
      "Peraturan pelaksanaan dari Undang-Undang Nomor 5 Tahun 1962 dinyatakan tidak berlaku.",
      "Izin yang diberikan berdasarkan Undang-Undang Nomor 5 Tahun 1962 dicabut.",
      "Undang-Undang Nomor 5 Tahun 1962 tetap berlaku sampai dicabut.",
      "Undang-Undang Nomor 5 Tahun 1962 dinyatakan tidak berlaku bagi perusahaan asing.",
      "Pada saat Undang-Undang ini mulai berlaku, Undang-Undang Nomor ... Tahun ... dicabut dan dinyatakan tidak berlaku.",
      "Lembaran Negara Tahun 1962 Nomor 10 dinyatakan tidak berlaku.",
      "Izin sebagaimana dimaksud dalam Undang-Undang Nomor 5 Tahun 1962 dapat dicabut.",
    ])
  func lookalikes(clause: String) throws {
    #expect(try body(clause) == [])
  }

  @Test("examples in an annex of a law on drafting are no clauses")
  func annex() throws {
    let found = try relations(
      """
      \(Self.head)
      # Pasal 1
      Undang-Undang ini mulai berlaku pada tanggal diundangkan.
      Agar setiap orang mengetahuinya, memerintahkan pengundangan Undang-Undang ini.
      Disahkan di Jakarta pada tanggal 2 Mei 2030
      # LAMPIRAN
      Contoh: Pada saat Undang-Undang ini mulai berlaku, Undang-Undang Nomor 5 Tahun 1962 dicabut dan dinyatakan tidak berlaku.
      """)
    #expect(found == ["UU/2030/90 basedOn UUD/1945"])
  }

  @Test("a clause that an amendment writes into another act is none of its own")
  func quotedClauses() throws {
    let found = try relations(
      """
      # UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 91 TAHUN 2031 TENTANG PERUBAHAN ATAS UNDANG-UNDANG NOMOR 90 TAHUN 2030 TENTANG TATA AIR KOTA
      # Menimbang:
      - bahwa Undang-Undang Nomor 90 Tahun 2030 perlu diubah;
      # MEMUTUSKAN:
      Menetapkan: UNDANG-UNDANG TENTANG PERUBAHAN ATAS UNDANG-UNDANG NOMOR 90 TAHUN 2030 TENTANG TATA AIR KOTA.
      # Pasal I
      Ketentuan Pasal 2 diubah sehingga berbunyi sebagai berikut:
      # Pasal 2
      Undang-Undang Nomor 5 Tahun 1962 dicabut dan dinyatakan tidak berlaku.
      # Pasal II
      Undang-Undang ini mulai berlaku pada tanggal diundangkan.
      """)
    #expect(found == ["UU/2031/91 amends UU/2030/90"])
  }

  @Test("a title that nests three acts says what each does to the next")
  func nestedTitle() throws {
    let found = try relations(
      """
      # UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 8 TAHUN 2035 TENTANG PENETAPAN PERATURAN PEMERINTAH PENGGANTI UNDANG-UNDANG NOMOR 3 TAHUN 2035 TENTANG PERUBAHAN ATAS UNDANG-UNDANG NOMOR 32 TAHUN 2034 TENTANG TATA AIR MENJADI UNDANG-UNDANG
      # Menimbang:
      - bahwa hal itu perlu;
      """)
    #expect(
      found == ["UU/2035/8 enacts PERPPU/2035/3", "PERPPU/2035/3 amends UU/2034/32"])
  }

  @Test("reasons tell what is carried out and what is replaced, bases what the act rests on")
  func preamble() throws {
    let found = try relations(
      """
      # PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 38 TAHUN 2031 TENTANG PIPA
      # Menimbang:
      - bahwa untuk melaksanakan ketentuan Pasal 14 ayat (3) Undang-Undang Nomor 90 Tahun 2030 tentang Tata Air dan Pasal 30 Undang-Undang Nomor 25 Tahun 2027 tentang Kota, perlu menetapkan Peraturan Pemerintah tentang Pipa;
      - bahwa Peraturan Pemerintah Nomor 7 Tahun 2020 tentang Pipa tidak sesuai lagi sehingga perlu diganti;
      # Mengingat:
      - Undang-Undang Nomor 90 Tahun 2030 tentang Tata Air (Lembaran Negara Tahun 2030 Nomor 5) sebagaimana telah diubah dengan Undang-Undang Nomor 91 Tahun 2031 (Lembaran Negara Tahun 2031 Nomor 6);
      - Undang-Undang Nomor 25 Tahun 2027 tentang Kota;
      # MEMUTUSKAN:
      Menetapkan: PERATURAN PEMERINTAH TENTANG PIPA.
      # Pasal 1
      Pipa ialah pipa.
      """)
    #expect(
      Set(found) == [
        "PP/2031/38 implements UU/2030/90", "PP/2031/38 implements UU/2027/25",
        "PP/2031/38 replaces PP/2020/7", "PP/2031/38 basedOn UU/2030/90",
        "PP/2031/38 basedOn UU/2027/25", "UU/2031/91 amends UU/2030/90",
      ])
  }

  @Test("an enacting word with acts behind it ends them")
  func dictum() throws {
    let found = try relations(
      """
      # PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 3 TAHUN 1969 TENTANG PIPA
      # Menimbang:
      - bahwa pipa perlu diatur;
      # MEMUTUSKAN:
      Mencabut: 1. Peraturan Pemerintah No. 69 tahun 1961 (Lembaran-Negara tahun 1961 No. 90);
      - Peraturan Pemerintah No. 81 tahun 1961;
      Menetapkan: PERATURAN PEMERINTAH TENTANG PIPA.
      # Pasal 1
      Pipa ialah pipa.
      """)
    #expect(found == ["PP/1969/3 repeals PP/1961/69", "PP/1969/3 repeals PP/1961/81"])
  }

  @Test("an act that a sentence names first is not the text's own; the path names that")
  func lostTitle() throws {
    let lines = """
      bahwa dipandang perlu mengubah tunjangan sebagaimana ditetapkan dalam Peraturan Pemerintah Nomor 14 Tahun 1980;
      # Mengingat:
      - Undang-Undang Nomor 5 Tahun 1974 tentang Pemerintahan;
      # MEMUTUSKAN:
      Menetapkan: PERATURAN PEMERINTAH TENTANG PERUBAHAN ATAS PERATURAN PEMERINTAH NOMOR 14 TAHUN 1980.
      # Pasal I
      Tunjangan diubah.
      """
    #expect(try statute(lines)?.own == nil)
    #expect(
      try relations(lines, path: "pp/1984/8") == [
        "PP/1984/8 amends PP/1980/14", "PP/1984/8 basedOn UU/1974/5",
      ])
  }

  @Test(
    "prose about regulations is no regulation",
    arguments: [
      "Mengingat Undang-Undang Nomor 23 Tahun 2014, kota boleh bekerja sama.",
      "# Pendahuluan\nUndang-Undang Nomor 5 Tahun 1962 dicabut dengan Undang-Undang Nomor 23 Tahun 2014.",
      "",
    ])
  func prose(lines: String) throws {
    #expect(try statute(lines)?.own == nil)
  }
}
