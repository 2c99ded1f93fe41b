import Testing

extension StatuteParserTests {
  @Test(
    "an act that the title of a legal basis changes or ends is no basis; what is ended beside is")
  func actsInBases() throws {
    let found = try relations(
      """
      # PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 3 TAHUN 1972 TENTANG TATA AIR KOTA
      # Menimbang:
      - bahwa air kota perlu diatur;
      # Mengingat:
      - Undang-Undang Nomor 13 Tahun 1964 tentang Pembentukan Daerah dengan mengubah Undang-Undang Nomor 47 Prp Tahun 1960 tentang Daerah;
      - Peraturan Pemerintah Nomor 12 Tahun 1969 (Lembaran Negara Tahun 1969 Nomor 21). Dengan mencabut Peraturan Pemerintah Nomor 8 Tahun 1970.
      # MEMUTUSKAN:
      Menetapkan: PERATURAN PEMERINTAH TENTANG TATA AIR KOTA.
      # Pasal 1
      Air kota ialah air.
      """)
    #expect(
      found == [
        "PP/1972/3 basedOn UU/1964/13", "PP/1972/3 basedOn PP/1969/12",
        "PP/1972/3 repeals PP/1970/8",
      ])
  }

  @Test("lists of acts in a title or behind *diubah dengan* are no bases")
  func listsInBases() throws {
    let found = try relations(
      """
      # UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 90 TAHUN 2030 TENTANG TATA AIR KOTA
      # Menimbang:
      - bahwa air kota perlu diatur;
      # Mengingat:
      - Undang-Undang Nomor 28 Tahun 1959 tentang Penetapan Undang-Undang Darurat Nomor 4 Tahun 1956 (Lembaran Negara Tahun 1956 Nomor 55), Undang-Undang Darurat Nomor 5 Tahun 1956 (Lembaran Negara Tahun 1956 Nomor 56) dan Undang-Undang Darurat Nomor 6 Tahun 1956 tentang Daerah sebagai Undang-Undang;
      - Undang-Undang Nomor 2 Tahun 1959 tentang Pensiun sebagaimana telah diubah dengan Undang-Undang Nomor 28 Tahun 1960 (Lembaran Negara Tahun 1960 Nomor 3), Undang-Undang Nomor 11 Tahun 1961 (Lembaran Negara Tahun 1961 Nomor 9);
      - Undang-Undang Nomor 5 Tahun 1959 tentang Penetapan Undang-Undang Darurat Nomor 19 Tahun 1950 (Lembaran Negara Tahun 1950 Nomor 28) sebagaimana telah diubah dengan Undang-Undang Darurat Nomor 28 Tahun 1950 (Lembaran Negara Tahun 1950 Nomor 60), Undang-Undang Darurat Nomor 11 Tahun 1951 (Lembaran Negara Tahun 1951 Nomor 75) dan Undang-Undang Darurat Nomor 6 Tahun 1954 (Lembaran Negara Tahun 1954 Nomor 50), sebagai Undang-Undang;
      - Undang-Undang Nomor 3 Tahun 1962, Undang-Undang Nomor 4 Tahun 1963;
      # MEMUTUSKAN:
      Menetapkan: UNDANG-UNDANG TENTANG TATA AIR KOTA.
      # Pasal 1
      Air kota ialah air.
      """
    ).filter { $0.hasPrefix("UU/2030/90") }
    #expect(
      found == [
        "UU/2030/90 basedOn UU/1959/28", "UU/2030/90 basedOn UU/1959/2",
        "UU/2030/90 basedOn UU/1959/5", "UU/2030/90 basedOn UU/1962/3",
        "UU/2030/90 basedOn UU/1963/4",
      ])
  }

  @Test("every act of a long list is a basis, found in one pass over the list")
  func longListOfBases() throws {
    let numbers = 1...200
    let list = numbers.map { "Undang-Undang Nomor \($0) Tahun 1962" }.joined(separator: ", ")
    let found = try relations(
      """
      # UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 90 TAHUN 2030 TENTANG TATA AIR KOTA
      # Menimbang:
      - bahwa air kota perlu diatur;
      # Mengingat:
      - \(list);
      # MEMUTUSKAN:
      Menetapkan: UNDANG-UNDANG TENTANG TATA AIR KOTA.
      # Pasal 1
      Air kota ialah air.
      """)
    #expect(found == numbers.map { "UU/2030/90 basedOn UU/1962/\($0)" })
  }
}
