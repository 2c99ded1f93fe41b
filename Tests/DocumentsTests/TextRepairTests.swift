import Documents
import Testing

@Suite("Text repair")
struct TextRepairTests {
  @Test(
    "repairs characters",
    arguments: [
      ("Kota\u{A0}Bandung  dan\tKawasaki", "Kota Bandung dan Kawasaki"),
      ("ker\u{AD}ja sama", "kerja sama"),
      ("e\u{FB03}sien dan \u{FB01}nal", "effisien dan final"),
      ("zero\u{200B}width\u{FEFF}", "zerowidth"),
      ("cafe\u{301} di Koln", "caf\u{E9} di Koln"),
      ("Bandung\u{2011}Kawasaki", "Bandung-Kawasaki"),
      ("proyek- proyek dan Undang- Undang", "proyek-proyek dan Undang-Undang"),
      ("Kota Bandung- dan Kawasaki", "Kota Bandung- dan Kawasaki"),
      ("peraturan perundang- undangan", "peraturan perundang-undangan"),
      ("hal tukar- menukar itu", "hal tukar-menukar itu"),
      ("sebuah per- usahaan", "sebuah per-usahaan"),
      ("tahun 2017- 2020", "tahun 2017-2020"),
      ("Rp 10- 2020 lembar", "Rp 10- 2020 lembar"),
      ("[bookmark: _Toc107255422]Kota Bandung", "Kota Bandung"),
      ("川崎市とバンドン", "川崎市とバンドン"),
      ("한\u{1112}\u{1161}\u{11AB}글", "한한글"),
    ])
  func characters(_ raw: String, _ wanted: String) throws {
    #expect(try ReadingSamples.blocks(raw) == ["p: \(wanted)"])
  }

  @Test(
    "removes Markdown marks and keeps what only looks like one",
    arguments: [
      ("**Kota** *Bandung* dan _Kawasaki_", "Kota Bandung dan Kawasaki"),
      ("periode 2016-2018** selesai", "periode 2016-2018 selesai"),
      (#"berkas nama\_panjang dan snake_case"#, "berkas nama_panjang dan snake_case"),
      ("lima * tiga", "lima * tiga"),
      ("lihat [Pasal 1](/pp/2019/25) ini", "lihat Pasal 1 ini"),
      ("akhir [Pasal 1](/pp/2019/25)", "akhir Pasal 1"),
      ("gambar ![peta](peta.png) ini", "gambar ini"),
      ("situs <https://a.example/b> ini", "situs https://a.example/b ini"),
      ("catatan[^1] ini", "catatan ini"),
      ("satu<br>dua", "satu dua"),
    ])
  func markdown(_ raw: String, _ wanted: String) throws {
    #expect(try ReadingSamples.blocks(raw, fileName: "a.md") == ["p: \(wanted)"])
  }

  /// Forty characters of running text that ends within a sentence.
  private static let line = "Pemerintah Kota Bandung melakukan banyak kerja"

  @Test(
    "joins lines broken at a width",
    arguments: [
      ("\(line)\nsama dengan kota lain.", "\(line) sama dengan kota lain."),
      (
        "\(line) \n\nsama dengan kota lain. Kerja sama ini juga \n\ndilakukan oleh warga.",
        "\(line) sama dengan kota lain. Kerja sama ini juga dilakukan oleh warga."
      ),
      (
        "Kerja sama ini terhenti karena pandemi covid-\n\n19 juga mengambil peran",
        "Kerja sama ini terhenti karena pandemi covid-19 juga mengambil peran"
      ),
      (
        "Kota Bandung dan kota lain menjalin ker-\nja sama yang erat",
        "Kota Bandung dan kota lain menjalin kerja sama yang erat"
      ),
      (
        "Menurut ketentuan yang ada dalam undang-\nundang tentang daerah",
        "Menurut ketentuan yang ada dalam undang-undang tentang daerah"
      ),
      (
        "Menurut ketentuan yang ada dalam perundang-\nundangan tentang daerah",
        "Menurut ketentuan yang ada dalam perundang-undangan tentang daerah"
      ),
      (
        "Menurut ketentuan yang ada tentang hal tukar-\nmenukar barang milik daerah",
        "Menurut ketentuan yang ada tentang hal tukar-menukar barang milik daerah"
      ),
      (
        "\(line) dengan kota\nyang lain di luar negeri, juga lembaga atau warga\nIndonesia.",
        "\(line) dengan kota yang lain di luar negeri, juga lembaga atau warga Indonesia."
      ),
      (
        "Ada bantuan teknis dan bantuan yang non-\nteknis dari kota",
        "Ada bantuan teknis dan bantuan yang non-teknis dari kota"
      ),
      (
        "Kerja sama antara dua kota yaitu Bandung-\nKawasaki yang lama",
        "Kerja sama antara dua kota yaitu Bandung-Kawasaki yang lama"
      ),
      (
        "Kota Bandung dan kota lain menjalin ker\u{AD}\nja sama yang erat",
        "Kota Bandung dan kota lain menjalin kerja sama yang erat"
      ),
    ])
  func joins(_ raw: String, _ wanted: String) throws {
    #expect(try ReadingSamples.blocks(raw) == ["p: \(wanted)"])
  }

  private static let long =
    "Kerja sama ini dilakukan oleh pemerintah kota bersama banyak pihak lain di daerah, antara lain universitas, perusahaan dan warga di sekitar sungai itu,"

  @Test(
    "joins paragraphs that a page cuts, and no others",
    arguments: [
      ("\(long) terutama Kota\n\nKawasaki, yang maju.", 1),
      ("\(long) terutama kota yang\n\ndikenal sebagai kota industri.", 1),
      ("\(long) bersama Hatazawa Junior\n\nHigh School selama 1 minggu.", 1),
      ("\(long) ditetapkan dengan\n\nPeraturan Menteri.", 1),
      ("\(long) dimulai pada tahun\n\n2016 di Bandung.", 1),
      ("\(long) selesai.\n\nKawasaki melihat hal lain.", 2),
      ("\(long) pelestarian lingkungan\n\nBandung melihat kesamaan.", 2),
      ("\(long) sebagai berikut:\n\nkota pertama.", 2),
      ("Khaifa Putri\n\nProgram Studi Ilmu", 2),
      (
        "Dua Puluh Tahun Surabaya dan Kochi Dirayakan dengan Tari Remo dan Yosakoi\n\nSurabaya merayakannya.",
        2
      ),
    ])
  func pages(_ raw: String, _ count: Int) throws {
    #expect(try ReadingSamples.blocks(raw).count == count)
  }

  @Test("starts a paragraph after a short line and at an indented one")
  func paragraphs() throws {
    let text = """
      Pada bidang limbah padat hasil yang paling dikenal oleh warga kota
      adalah gerakan memilah sampah yang dijalankan oleh dinas kota itu
      sejak lama.
      Pada bidang air limbah kegiatan diarahkan untuk mendukung program
      nasional pemulihan sungai yang besar dan panjang sekali di daerah.
          Tidak semua rencana menjadi kenyataan karena dana yang kurang
      dan waktu yang sempit.
      """
    let blocks = try ReadingSamples.blocks(text)
    #expect(blocks.count == 3)
    #expect(blocks.map { $0.prefix(7) } == ["p: Pada", "p: Pada", "p: Tida"])
  }

  @Test(
    "drops page numbers that are certain and keeps other numbers",
    arguments: [
      ("Satu.\n\n- 2 -\n\nDua.", ["p: Satu.", "p: Dua."]),
      ("Satu.\n\n7\n\nDua.\n\n8\n\nTiga.", ["p: Satu.", "p: Dua.", "p: Tiga."]),
      ("Satu.\n12\n\u{C}Dua.", ["p: Satu.", "p: Dua."]),
      ("Satu.\n\nHalaman 3\n\nDua.", ["p: Satu.", "p: Dua."]),
      ("Satu.\n\n2016\n\nDua.", ["p: Satu.", "p: 2016", "p: Dua."]),
    ])
  func pageNumbers(_ raw: String, _ wanted: [String]) throws {
    #expect(try ReadingSamples.blocks(raw) == wanted)
  }

  @Test("drops running heads beside page numbers and counts pages")
  func runningHeads() throws {
    let text = "Satu.\n\u{C}Judul Skripsi 2\nDua.\n\u{C}Judul Skripsi 3\nTiga."
    let document = try ReadingSamples.reader.read(Array(text.utf8), fileName: "a.txt")
    #expect(document.blocks.map(ReadingSamples.describe) == ["p: Satu.", "p: Dua.", "p: Tiga."])
    #expect(document.blocks.map(\.page) == [1, 2, 3])
  }

  @Test(
    "drops page marks inside lines that are one of a sequence, with head and catchword",
    arguments: [
      ("Satu; - 4 - 2. Dua lagi. - 5 - Tiga.", ["p: Satu;", "li: Dua lagi. Tiga."]),
      ("Nilai - 4 - saja.", ["p: Nilai - 4 - saja."]),
      ("Satu. DBH ... - 4 - DBH itu dana. - 5 - Tiga.", ["p: Satu. DBH itu dana. Tiga."]),
      ("Satu. Huruf b... - 4 - Ayat itu. - 5 - Tiga.", ["p: Satu. Ayat itu. Tiga."]),
      ("Satu. - 4 - PRESIDEN REPUBL1K INDONESIA Dua. - 6 - Tiga.", ["p: Satu. Dua. Tiga."]),
      ("Satu. PRES IDEI{ REPUBLIK INDONESIA -27- Dua.", ["p: Satu. Dua."]),
      ("Satu. PRES I DEN REPUBLIK INDONESIA 7- Dua.", ["p: Satu. Dua."]),
      ("Satu.\n\nMEMUTUSKAN:\n- 2 -\nMEMUTUSKAN: Isi.", ["p: Satu.", "p: MEMUTUSKAN: Isi."]),
    ])
  func pageMarks(_ raw: String, _ wanted: [String]) throws {
    #expect(try ReadingSamples.blocks(raw) == wanted)
  }

  @Test("starts a paragraph at a line that ends early, where first lines do so")
  func shortFirstLines() throws {
    func paragraph(_ last: String) -> String {
      """
      Pada bidang limbah padat hasil yang dikenal warga
      adalah gerakan memilah sampah yang dijalankan oleh dinas kota
      sejak lama dan yang sampai hari ini juga terus berjalan untuk
      \(last)
      """
    }
    let full = "semua warga yang tinggal di kota itu dan di sekitar kotanya."
    let short = "semua warga."
    let text = [short, short, short, full, short].map(paragraph).joined(separator: "\n")
    #expect(try ReadingSamples.blocks(text).count == 5)
  }

  @Test("joins what a hard line break of Markdown divides")
  func hardBreaks() throws {
    let text = "# Judul\n\nDiterima: 3 Mei; Disetujui:  \n13 Mei 2025\n\nIsi."
    #expect(
      try ReadingSamples.blocks(text, fileName: "a.md")
        == ["h1: Judul", "p: Diterima: 3 Mei; Disetujui: 13 Mei 2025", "p: Isi."])
  }

  @Test("drops scanned page heads inside a line with the words repeated around them")
  func scannedHeads() throws {
    let text = "e. badan; 9. Pengembangan PRES I DEN REPUELIK INDONESIA -3- 9. Pengembangan lain."
    #expect(try ReadingSamples.blocks(text) == ["li: badan;", "li: Pengembangan lain."])
  }
}
