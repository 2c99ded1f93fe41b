import Documents
import Testing

@Suite("Sentences")
struct SentenceSplitterTests {
  static let splitter: SentenceSplitter = {
    var words = SentenceWords()
    words.abbreviations = [
      "No", "Drs", "Dra", "dr", "drg", "Dr", "ir", "Prof", "Hj", "Jl", "PT", "CV", "Kab", "tgl",
      "cf",
      "Bpk", "Mr", "Mrs", "vs", "St", "ibid", "yth", "approx", "e.g", "i.e",
    ]
    words.numberAbbreviations = ["no", "hlm", "hal", "p", "pp", "vol", "art", "fig"]
    words.closingAbbreviations = [
      "dll", "dkk", "dsb", "Tbk", "Ltd", "Inc", "Co", "etc", "al", "a.m",
    ]
    words.months = ["januari", "agustus", "may", "january"]
    words.starters = ["ia", "ini", "dalam", "yang", "the", "it", "she", "they", "in", "hal"]
    words.chapterWords = ["bab", "chapter"]
    return SentenceSplitter(words)
  }()

  /// Sentences divided by `¦`; the text is the same with a blank for each.
  static let indonesian = [
    "Kota itu besar.¦Warganya ramah.",
    "UU No. 23 Tahun 2014 berlaku.¦Lalu diubah.",
    "Surat No. SK.12/2016 terbit.¦Isinya jelas.",
    "Drs. Amir hadir.¦Rapat dibuka.",
    "Ia menemui Drs. H. Amir Hamzah, M.Si. di balai kota.¦Mereka sepakat.",
    "Rina Wati, S.H. hadir di sana.",
    "Rina Wati, S.H., M.H. memimpin rapat.¦Ia tegas.",
    "Naskah diteken Rina Wati, S.H.¦Ini dokumen pertama.¦Ada yang kedua.",
    "Wali kota dr. Budi dan drg. Sari datang.",
    "Bpk. J. R. Utomo berpidato.¦Ia singkat.",
    "Ir. H. Joko dan Prof. Dr. Hj. Siti hadir.¦Ini penting.",
    "Kantornya di Jl. Merdeka No. 5 Bandung.¦Telepon tersedia.",
    "Luasnya 1.234,5 hektare.¦Cukup.",
    "Hibahnya Rp1.000.000,- untuk kota.¦Dana itu habis.",
    "Nilainya Rp2.500.000,00.¦Jumlah itu besar.",
    "Naik 3,5 persen.¦Turun 2.1 persen.",
    "Rapat pada tanggal 1. Januari 2016 batal.¦Ini disesalkan.",
    "Perjanjian ditandatangani pada 2016.¦Kota Bandung senang.",
    "Itu pada 2016.¦25 kota hadir.",
    "Ia berkata, \"Kami siap.\"¦Lalu pergi.",
    "“Kami siap.”¦“Bagus.”¦Mereka pulang.",
    "\"Apakah siap?\" tanya dia.¦Semua diam.",
    "Apakah siap?¦Ya!¦Siap.",
    "Benarkah?!¦Tentu.",
    "Lihat hlm. 12 dan dsb. di sana.",
    "Bidang pendidikan, budaya, dll.¦Kota lain menyusul.",
    "Budi dkk. meneliti kota itu.¦Hasilnya baik.",
    "Menurut Budi dkk. (2016) hal itu benar.",
    "Dalam banyak hal.¦Kota itu unggul.",
    "Lihat hal. 5 untuk rincian.",
    "PT Maju Tbk.¦Saham naik.",
    "Mitra kami CV. Maju Jaya.¦Ini resmi.",
    "Kab. Bandung dan Kota Bandung bekerja sama.¦Keduanya setuju.",
    "Situsnya www.bandung.go.id memuat berita.¦Silakan baca.",
    "Lihat https://bandung.go.id/a.Berita/2016.html untuk itu.¦Ada di sana.",
    "Alamatnya bps.go.id.¦Data terbuka.",
    "Kota tumbuh.Kemudian besar.",
    "1. Pendidikan dan olahraga.",
    "a. Pendidikan dan olahraga.¦Lalu budaya.",
    "IV. Kesimpulan umum.¦Kota itu maju.",
    "5.1. Kesimpulan umum.¦Kota itu maju.",
    "BAB II. TINJAUAN PUSTAKA",
    "Bidangnya: 1. Pendidikan; 2. Olahraga; 3. Budaya.¦Itu saja.",
    "Bidangnya banyak.¦1. Pendidikan.¦2. Olahraga.",
    "Ia menunggu... lalu pergi.¦Tak kembali.",
    "Ia menunggu...¦Kota sepi.",
    "Ia menunggu…¦Kota sepi.",
    "Kutipan [...] Kota Bandung (...) maju.¦Selesai.",
    "Ia setuju (lihat Bab 2.)¦Kota maju.",
    "Ia setuju (lihat Bab 2).¦Kota maju.",
    "Kota Kawasaki (Jepang) setuju.¦(Lihat lampiran.)¦Selesai.",
    "Kekurangan vitamin C.¦Ini berbahaya.",
    "Yth. Bapak Wali Kota.¦Dengan hormat.",
    "Surat a.n. Wali Kota terbit.¦Isinya jelas.",
    "Berlaku s.d. Agustus 2017.¦Lalu diperpanjang.",
    "tanpa titik",
    "  Dua kata.¦Tiga kata lagi.  ",
    "Tanggal 5 Mei 2016.¦Élan baru tumbuh.",
    "Kota maju. dan terus tumbuh.",
    "Ditetapkan di Bandung.¦— Kota kembang.",
    "Pasal 5.¦Ketentuan lain berlaku.",
    "Acara tanggal 5. Januari berikutnya tidak ada.",
    "Ibid. hlm. 20.",
    "Kota itu, kata A. B. Susanto, indah.¦Benar.",
    "Wali kota tiba pukul 10.30.¦Acara mulai.",
    "Skor 3.2.1.¦Kota itu menang.",
  ]

  static let english = [
    "The city is large.¦Its people are kind.",
    "The U.S. Embassy wrote to Dr. Lee.¦He came.",
    "Mr. and Mrs. Smith met Prof. Jones.¦They agreed.",
    "See p. 12 and pp. 14-15.¦The rest follows.",
    "He said no.¦The mayor left.",
    "Under No. 5 of 2016 it stands.¦Nobody objects.",
    "Smith et al. (2016) found it.¦It holds.",
    "It was found by Smith et al.¦Others agree.",
    "Toyota Motor Co. Ltd.¦Sales rose.",
    "Apples, pears, etc. are sold.¦Prices vary.",
    "It rose by 3.5 percent.¦It fell later.",
    "Some cities, e.g. Kawasaki, agreed.¦Others, i.e. Bandung, waited.",
    "It began at 9 a.m.¦Everyone came.",
    "She holds a Ph.D. in law.¦She teaches.",
    "The mayor, J. F. Kennedy, spoke.¦Crowds cheered.",
    "\"We agree.\"¦She signed.",
    "\"Do you agree?\" she asked.¦Nobody answered.",
    "He wrote ‘Kota maju.’¦It sold well.",
    "The office is on St. John Street.¦It is small.",
    "Bandung vs. Kawasaki was played.¦It ended.",
    "Yahoo! is a firm.¦It is old.",
    "Visit www.city.kawasaki.jp.¦It has maps.",
    "Version 2.0.¦Version 3.0 follows.",
    "Is it true?¦Yes.¦It is.",
    "He left in the U.S.¦In 2016 he returned.",
    "Chapter 3. Findings of the study",
    "See fig. 2 and vol. III.¦Done.",
    "[They agreed.]¦Then they left.",
  ]

  @Test("end where they end", arguments: indonesian + english)
  func sentences(marked: String) {
    let expected = marked.split(separator: "¦").map { $0.trimmingBlanks() }
    let bytes = Array(marked.map { $0 == "¦" ? " " : $0 }.map(String.init).joined().utf8)
    let found = Self.splitter.sentences(bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    // A glued sentence has no blank to mark.
    guard marked != "Kota tumbuh.Kemudian besar." else {
      #expect(found == ["Kota tumbuh.", "Kemudian besar."])
      return
    }
    #expect(found == expected)
  }

  @Test("of a heading or of a work cited are one; an empty text has none")
  func whole() {
    var text = RepairedText()
    for (index, scalar) in "5.1. Kota. Kesimpulan".unicodeScalars.enumerated() {
      text.append(scalar, from: index..<index + 1)
    }
    let heading = Block(kind: .heading(level: 1), text: text)
    let entry = Block(kind: .bibliographyEntry, text: text)
    let paragraph = Block(kind: .paragraph, text: text)
    #expect(Self.splitter.sentences(of: heading) == [0..<21])
    #expect(Self.splitter.sentences(of: entry) == [0..<21])
    #expect(Self.splitter.sentences(of: paragraph) == [0..<10, 11..<21])
    #expect(Self.splitter.sentences(of: Block(kind: .paragraph, text: RepairedText())).isEmpty)
    #expect(Self.splitter.sentences([0x20, 0x20]).isEmpty)
  }

  @Test("cover every byte but the blanks between them, whatever the text is")
  func cover() {
    let pieces = [
      "Kota", "kota", "No", ".", "...", "!", "?", "…", "\"", "”", "“", ")", "(", "[", "1", "2.5",
      " ",
      " ", " ", "S.H.", "é", "É", "川", "»", "'", ":", ",", "-", "dll.", "a.", "»", "\u{2028}",
    ]
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SplitMix(state: seed)
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let bytes = Array(text.utf8)
      var end = 0
      for sentence in Self.splitter.sentences(bytes) {
        #expect(
          !sentence.isEmpty && sentence.lowerBound >= end, "seed \(seed): \(text.debugDescription)")
        #expect(
          bytes[end..<sentence.lowerBound].allSatisfy { $0 <= 0x20 },
          "seed \(seed): \(text.debugDescription)")
        #expect(
          bytes[sentence.lowerBound] > 0x20 && bytes[sentence.upperBound - 1] > 0x20, "seed \(seed)"
        )
        #expect(
          String(validating: bytes[sentence], as: UTF8.self) != nil,
          "seed \(seed): \(text.debugDescription)")
        end = sentence.upperBound
      }
      #expect(bytes[end...].allSatisfy { $0 <= 0x20 }, "seed \(seed): \(text.debugDescription)")
    }
  }
}

extension Substring {
  fileprivate func trimmingBlanks() -> String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
