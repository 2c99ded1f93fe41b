import Testing

extension StatuteParserTests {
  @Test("a short act without title block is read from its beginning, and named by its explanation")
  func explainedShortAct() throws {
    let found = try relations(
      """
      - a. bahwa sifon kota perlu diatur kembali;
      # Mengingat :
      - Undang-undang Nomor 23 Tahun 2027 tentang Pipa Kota;
      # MEMUTUSKAN:
      Menetapkan : PERATURAN PEMERINTAH TENTANG PERUBAHAN ATAS PERATURAN PEMERINTAH NOMOR 18 TAHUN 2029 TENTANG SIFON KOTA.
      # Pasal 1
      Peraturan Pemerintah Nomor 17 Tahun 2028 dinyatakan tidak berlaku.
      # PENJELASAN ATAS PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 85 TAHUN 2030 TENTANG PERUBAHAN ATAS PERATURAN PEMERINTAH NOMOR 18 TAHUN 2029 TENTANG SIFON KOTA
      """)
    #expect(found.contains("PP/2030/85 basedOn UU/2027/23"), "\(found)")
    #expect(found.contains("PP/2030/85 amends PP/2029/18"), "\(found)")
    #expect(found.contains("PP/2030/85 repeals PP/2028/17"), "\(found)")
  }

  @Test("the title in the heading of the explanation stands for one that the copy lost")
  func explainedTitle() throws {
    let found = try relations(
      """
      - bahwa sifon kota perlu diatur kembali;
      # Mengingat :
      - Undang-undang Nomor 23 Tahun 2027 tentang Pipa Kota;
      # MEMUTUSKAN:
      Menetapkan : Peraturan Pemerintah untuk mengubah peraturan mengenai sifon kota (Peraturan Pemerintah No. 61 tahun 2024); sebagai berikut:
      # PENJELASAN ATAS PERATURAN PEMERINTAH No. 15 TAHUN 2028 tentang PERUBAHAN PERATURAN PEMERINTAH No. 61 TAHUN 2024 TENTANG PERATURAN MENGENAI SIFON KOTA.
      Peraturan Pemerintah No. 7 tahun 2020 tidak diubah.
      """)
    #expect(found.filter { $0.contains("amends") } == ["PP/2028/15 amends PP/2024/61"], "\(found)")
  }

  @Test("words that a copy has torn from what they open are found by their capitals")
  func tornOpenings() throws {
    let found = try relations(
      """
      PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 25 TAHUN 2030 TENTANG SIFON KOTA Menimbang Mengingat SK No 087278 A
      DENGAN RAHMAT TUHAN YANG MAHA ESA PRESIDEN REPUBLIK INDONESIA, bahwa sifon kota perlu diatur;
      - 1. Undang-Undang Nomor 4 Tahun 2029 tentang Pipa Kota; Menetapkan 2. Undang-Undang Nomor 5 Tahun 2029 tentang Air Kota; MEMUTUSKAN PERATURAN PEMERINTAH TENTANG SIFON KOTA.
      # Pasal 1
      Pada saat Peraturan Pemerintah ini mulai berlaku, Peraturan Pemerintah Nomor 7 Tahun 2027 tentang Sifon dicabut dan dinyatakan tidak berlaku.
      """)
    #expect(found.contains("PP/2030/25 repeals PP/2027/7"), "\(found)")
  }

  @Test(
    "a verb right behind the begin of the act is said of what follows",
    arguments: [
      "Dengan mulai berlakunya Undang-undang ini dicabut kembali Undang-undang No. 15 tahun 2020.",
      "Dengan berlakunya Undang-undang ini, maka dinyatakan tidak berlaku lagi Undang-Undang Nomor 15 Tahun 2020.",
      "Pada saat Undang-Undang ini mulai berlaku, dengan ini dicabut: Undang-Undang Nomor 15 Tahun 2020.",
    ])
  func inverted(clause: String) throws {
    #expect(try clauses(clause) == ["UU/2030/90 repeals UU/2020/15"])
  }

  @Test(
    "and of nothing where it is said of something else",
    arguments: [
      "Dengan mulai berlakunya Undang-undang ini dicabut izin yang diberikan menurut Undang-undang No. 15 tahun 2020.",
      "Undang-undang ini tidak berlaku bagi pegawai menurut Undang-Undang Nomor 15 Tahun 2020.",
      "Ketentuan ini dicabut. Undang-Undang Nomor 15 Tahun 2020 tetap berlaku.",
    ])
  func notInverted(clause: String) throws {
    #expect(try clauses(clause) == [])
  }

  @Test("an act that would be younger than the text that names it is a misread one")
  func misreadYear() throws {
    #expect(
      try clauses(
        "Biaya dibayar menurut Undang-Undang Nomor 15 Tahun 2020 tentang Biaya sebagaimana telah diubah dengan Undang-Undang Nomor 7 Tahun 2079 tentang Biaya."
      ) == [])
  }

  @Test(
    "acts joined behind their titles and gazette references are all ended",
    arguments: [
      "Dengan berlakunya Undang-Undang ini, Undang-Undang Nomor 1 Tahun 2021 tentang Sifon Lama (Lembaran Negara Tahun 2021 Nomor 3) dan Undang-Undang Nomor 2 Tahun 2022 tentang Air Kota (Lembaran Negara Tahun 2022 Nomor 5) dinyatakan tidak berlaku.",
      "Dengan berlakunya Undang-Undang ini, Undang-Undang Nomor 1 Tahun 2021 tentang Sifon Lama menjadi Perusahaan (PERSERO) (Lembaran Negara Tahun 2021 Nomor 3) dan Undang-Undang Nomor 2 Tahun 2022 tentang Air Kota (Lembaran Negara Tahun 2022 Nomor 5) dinyatakan dicabut dan tidak berlaku lagi.",
      "Pada saat Undang-Undang ini berlaku, Undang-Undang Nomor 1 Tahun 2021 tentang Sifon Lama dan Undang-Undang Nomor 2 Tahun 2022 tentang Air Kota dicabut dan dinyatakan tidak berlaku.",
      "Undang-Undang Nomor 1 Tahun 2021 tentang Sifon Lama (Lembaran Negara Tahun 2021 Nomor 3) serta Undang-Undang Nomor 2 Tahun 2022 tentang Perubahan atas Undang-Undang Nomor 1 Tahun 2021 tentang Sifon Lama (Lembaran Negara Tahun 2022 Nomor 5) dinyatakan tidak berlaku.",
    ])
  func joined(clause: String) throws {
    #expect(
      try clauses(clause).filter { $0.contains("repeals") } == [
        "UU/2030/90 repeals UU/2021/1", "UU/2030/90 repeals UU/2022/2",
      ])
  }

  @Test("acts joined to one that only says what is spoken of are not ended with it")
  func joinedDependents() throws {
    #expect(
      try clauses(
        "Segala izin berdasarkan Undang-Undang Nomor 1 Tahun 2021 tentang Sifon Lama dan Undang-Undang Nomor 2 Tahun 2022 tentang Air Kota dinyatakan tidak berlaku."
      ) == [])
  }

  @Test("any number of changes is told of a chain", arguments: ["tiga", "empat", "sepuluh"])
  func manyChanges(number: String) throws {
    let found = try clauses(
      "Biaya dibayar menurut Undang-Undang Nomor 15 Tahun 2020 tentang Biaya sebagaimana telah \(number) kali diubah, terakhir dengan Undang-Undang Nomor 7 Tahun 2026 tentang Biaya."
    )
    #expect(found == ["UU/2026/7 amends UU/2020/15"])
  }
}
