import Documents
import Testing

@Suite("Kinds of blocks")
struct BlockKindTests {
  @Test(
    "tells headings",
    arguments: [
      ("BAB V\n\nKESIMPULAN DAN SARAN\n\nIsi.", ["h1: BAB V KESIMPULAN DAN SARAN", "p: Isi."]),
      ("BAB I PENDAHULUAN\nIsi.", ["h1: BAB I PENDAHULUAN", "p: Isi."]),
      ("Bab II\nTinjauan umum\n\nIsi.", ["h1: Bab II Tinjauan umum", "p: Isi."]),
      ("5.1.Kesimpulan\n\nIsi.", ["h2: 5.1.Kesimpulan", "p: Isi."]),
      (
        "[bookmark: _Toc1]1.2.1 Pembatasan Masalah\nIsi.",
        ["h3: 1.2.1 Pembatasan Masalah", "p: Isi."]
      ),
      ("Pasal 1\nIsi.", ["h3: Pasal 1", "p: Isi."]),
      ("Bagian Kesatu\nIsi.", ["h3: Bagian Kesatu", "p: Isi."]),
      ("Pasal 5 ayat (3) berlaku.", ["p: Pasal 5 ayat (3) berlaku."]),
      ("Bab ini menjabarkan masalah.", ["p: Bab ini menjabarkan masalah."]),
      ("1.5 juta warga.", ["p: 1.5 juta warga."]),
      ("B. Rumusan Masalah\nIsi.", ["h2: B. Rumusan Masalah", "p: Isi."]),
      ("Bagian Kesatu\nKetentuan Umum\n\nIsi.", ["h3: Bagian Kesatu Ketentuan Umum", "p: Isi."]),
      (
        "PERJANJIAN ANTARA\nKOTA KEMBAR.\n\nIsi.",
        ["h2: PERJANJIAN ANTARA KOTA KEMBAR.", "p: Isi."]
      ),
      ("KERJA SAMA\nKOTA KEMBAR\n\nIsi.", ["h2: KERJA SAMA KOTA KEMBAR", "p: Isi."]),
      ("BAB I PENDAHULUAN ........ 1\nIsi.", ["li: BAB I PENDAHULUAN ........ 1", "p: Isi."]),
    ])
  func headings(_ raw: String, _ wanted: [String]) throws {
    #expect(try ReadingSamples.blocks(raw) == wanted)
  }

  @Test(
    "tells Markdown's own blocks",
    arguments: [
      ("## **BAB V**\n\n### **KESIMPULAN**\n\nIsi.", ["h2: BAB V KESIMPULAN", "p: Isi."]),
      ("## **1. PENINGKATAN EKONOMI**\n\nIsi.", ["h2: 1. PENINGKATAN EKONOMI", "p: Isi."]),
      ("**BAB V**\n\nIsi saja.", ["h1: BAB V", "p: Isi saja."]),
      ("Satu.\n\n**Tujuan Kerja Sama**\n\nIsi.", ["p: Satu.", "h3: Tujuan Kerja Sama", "p: Isi."]),
      ("# Judul\n\n**Siti Aminah**\n\nIsi.", ["h1: Judul", "p: Siti Aminah", "p: Isi."]),
      ("Satu.\n\n**Kota itu maju.**\n\nIsi.", ["p: Satu.", "p: Kota itu maju.", "p: Isi."]),
      ("- **BAB II TINJAUAN**\n\nIsi.", ["h1: BAB II TINJAUAN", "p: Isi."]),
      ("> Kami senang.\n> Sekali.", ["quote: Kami senang. Sekali."]),
      (
        "| Kota | Tahun |\n|---|---|\n| Suwon | 1997 |", ["row: Kota | Tahun", "row: Suwon | 1997"]
      ),
      ("[^1]: Lihat undang-undang.", ["note: Lihat undang-undang."]),
      ("---\ntitle: \"Judul\"\nauthor: Siti\n---\n# Satu\n\nIsi.", ["h1: Satu", "p: Isi."]),
      ("Satu.\n\n***\n\nDua.", ["p: Satu.", "p: Dua."]),
    ])
  func markdown(_ raw: String, _ wanted: [String]) throws {
    #expect(try ReadingSamples.blocks(raw, fileName: "a.md") == wanted)
  }

  @Test("reads Markdown in a file that does not say so, and its front matter")
  func format() throws {
    let text = try ReadingSamples.reader.read(Array("## Judul\n\nIsi.".utf8), fileName: "a.txt")
    #expect(text.format == "markdown")
    let plain = try ReadingSamples.reader.read(Array("5 * 3 = 15 #".utf8), fileName: "a.txt")
    #expect(plain.format == "text")
    let front = try ReadingSamples.reader.read(
      Array(
        "---\ntitle: \"Kota: satu\"\nauthor: Siti; Budi\nlang: id\ndate: 2020-03-04\n---\nIsi.".utf8
      ),
      fileName: "a.md")
    #expect(front.metadata.title == "Kota: satu")
    #expect(front.metadata.authors == ["Siti", "Budi"])
    #expect(front.metadata.language == "id")
    #expect(front.metadata.date == "2020-03-04")
  }

  @Test(
    "drops the marks of list items",
    arguments: [
      "0. ", "1. ", "12) ", "(3) ", "- a. ", "a. ", "- ", "• ", "\u{F095} ", "iv. ", "(b) ",
    ])
  func marks(_ mark: String) throws {
    #expect(try ReadingSamples.blocks("\(mark)Kota Bandung.") == ["li: Kota Bandung."])
  }

  @Test("takes a mark on a line of its own for that of the text below it")
  func loneMarks() throws {
    #expect(
      try ReadingSamples.blocks("(1)\nPasal 3\nIsi satu.\nb.\nIsi dua.")
        == ["h3: Pasal 3", "li: Isi satu.", "li: Isi dua."])
  }

  @Test("begins the next item of a numbered list though the one before lacks its end")
  func unendedItems() throws {
    let text = """
      4. Dana daerah adalah dana yang dialokasikan untuk mendukung urusan
      sebagaimana ditetapkan oleh pemerintah dalam suatu Undang-Undang
      5. Dana Desa adalah dana yang diperuntukkan bagi desa dengan tujuan
      untuk mendukung pembangunan.
      """
    #expect(try ReadingSamples.blocks(text).count == 2)
  }

  @Test(
    "takes no year, number or initial for a mark",
    arguments: [
      "2016. Tahun itu.", "1.000 warga.", "A. N. Putri menulis.", "1968 adalah tahun itu.",
    ])
  func noMarks(_ text: String) throws {
    #expect(try ReadingSamples.blocks(text) == ["p: \(text)"])
  }

  @Test("makes entries of what stands below the heading of works cited")
  func bibliography() throws {
    let text = """
      Isi.

      DAFTAR PUSTAKA

      Alam, N. G. (2020). Paradiplomacy.

      Moleong, Lexy J, 2008, Metodologi Penelitian.

      LAMPIRAN

      Surat.
      """
    #expect(
      try ReadingSamples.blocks(text)
        == [
          "p: Isi.", "h2: DAFTAR PUSTAKA", "bib: Alam, N. G. (2020). Paradiplomacy.",
          "bib: Moleong, Lexy J, 2008, Metodologi Penelitian.", "h2: LAMPIRAN", "p: Surat.",
        ].map { $0 == "h2: DAFTAR PUSTAKA" ? "h1: DAFTAR PUSTAKA" : $0 })
  }

  @Test("tells notes behind the works cited by the marks that stand directly behind words")
  func notes() throws {
    let works = "DAFTAR PUSTAKA\n\nAlam, N. (2020). Kota.\n\n"
    #expect(
      try ReadingSamples.blocks("Isi.[1] Lagi.[2]\n\n\(works)[1] Lihat naskah.\n\n[2] Sama.\n") == [
        "p: Isi.[1] Lagi.[2]", "h1: DAFTAR PUSTAKA", "bib: Alam, N. (2020). Kota.",
        "note: Lihat naskah.", "note: Sama.",
      ])
    #expect(
      try ReadingSamples.blocks("Isi [1].\n\n\(works)[1] Budi. Desa.\n") == [
        "p: Isi [1].", "h1: DAFTAR PUSTAKA", "bib: Alam, N. (2020). Kota.", "bib: [1] Budi. Desa.",
      ])
  }

  @Test("keeps lines of an entry together where blank lines divide the works cited")
  func spacedEntries() throws {
    let text = """
      Pemerintah kota memutuskan hal itu bersama warga setelah lama menimbang
      kata yang dipakai dalam naskah kerja sama antara kedua kota itu dan juga
      naskah lain yang tidak pernah dibaca oleh siapa pun selama bertahun-tahun
      sesudah penandatanganan.

      DAFTAR PUSTAKA

      Lestari, Dwi. (2015). Kota dan Dunia: Catatan dari Meja Kerja Sama Kota.
      Semarang: Penerbit Pesisir.

      Prabowo, Anton. (2018). Mitra yang Jauh. Jurnal Kota dan Daerah Negeri,
      4(2), 31–47.
      """
    #expect(
      try ReadingSamples.blocks(text).suffix(2) == [
        "bib: Lestari, Dwi. (2015). Kota dan Dunia: Catatan dari Meja Kerja Sama Kota. "
          + "Semarang: Penerbit Pesisir.",
        "bib: Prabowo, Anton. (2018). Mitra yang Jauh. Jurnal Kota dan Daerah Negeri, 4(2), 31–47.",
      ])
  }

  @Test("begins the next item of a hard-wrapped list behind a comma, in small letters too")
  func lowItems() throws {
    let text = """
      Pemerintah kota memutuskan hal itu bersama warga setelah lama menimbang
      kata yang dipakai dalam naskah kerja sama antara kedua kota itu. Kota

      1.  memperpanjang kerja sama dengan kota mitra untuk lima tahun lagi,
      2.  mengakhiri kerja sama dengan kota lain pada akhir masa berlakunya,
      3.  menerbitkan biaya.
      """
    let items = try ReadingSamples.blocks(text).filter { $0.hasPrefix("li: ") }
    #expect(items.count == 3)
  }

  @Test("begins a paragraph at a marker and tells captions")
  func markers() throws {
    #expect(
      try ReadingSamples.blocks(
        "Isi satu\nKata Kunci: kota\n\nGambar 2.1 Peta kota\n\nGambar 2 menunjukkan peta.")
        == [
          "p: Isi satu", "p: Kata Kunci: kota", "caption: Gambar 2.1 Peta kota",
          "p: Gambar 2 menunjukkan peta.",
        ])
  }

  @Test("takes no marker inside a running sentence")
  func markersInside() throws {
    let text = """
      Pemerintah kota memutuskan hal itu bersama warga setelah lama menimbang
      kata kunci yang dipakai dalam naskah kerja sama antara kedua kota itu.
      """
    #expect(try ReadingSamples.blocks(text).count == 1)
  }
}
