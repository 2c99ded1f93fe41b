import Documents
import Pipeline
import TestSupport
import Testing

@Suite("What a text says of its document")
struct TextMetadataTests {
  private let reader: DocumentReader

  // Read once for all texts.
  private static let loaded = Result { try LoadedPack(folder: TestPlaces.ontologyPath) }

  init() throws { reader = try Self.loaded.get().reader }

  private func told(_ text: String, fileName: String = "a.txt") throws -> String {
    let document = try reader.read(Array(text.utf8), fileName: fileName)
    let metadata = reader.metadata(inTextOf: document)
    return [
      metadata.title, metadata.authors.joined(separator: "; "), metadata.date,
      metadata.type?.rawValue, metadata.publisher,
    ].map { $0 ?? "–" }.joined(separator: " | ")
  }

  private static let prose =
    "Kerja sama kota kembar antara Kota Bandung dan Kota Kawasaki dimulai dengan penandatanganan "
    + "nota kesepahaman. "

  @Test("a title page of a thesis tells title, author, university, year and type")
  func thesis() throws {
    let text = """
      SKRIPSI

      KERJA SAMA KOTA KEMBAR BANDUNG DAN KAWASAKI DALAM PENGELOLAAN SAMPAH

      Oleh:

      Dewi Anggraini

      NIM 1234567890

      Pembimbing: Dr. Budi Santoso

      UNIVERSITAS PADJADJARAN

      2018

      BAB I

      PENDAHULUAN

      \(String(repeating: Self.prose, count: 6))
      """
    #expect(
      try told(text)
        == "KERJA SAMA KOTA KEMBAR BANDUNG DAN KAWASAKI DALAM PENGELOLAAN SAMPAH | Dewi Anggraini "
        + "| 2018 | thesis | UNIVERSITAS PADJADJARAN")
  }

  @Test("an article tells its authors below the title and its day of publication")
  func article() throws {
    let text = """
      Published: 30/06/2025

      ## **FAKTOR PENDORONG KOTA BANDUNG MELAKUKAN KERJA SAMA**

      **Dewi Anggraini, Budi Santoso1**

      Program Studi Ilmu Politik, Universitas Contoh

      ### **Abstrak**

      \(String(repeating: Self.prose, count: 6))
      """
    #expect(
      try told(text, fileName: "a.md")
        == "FAKTOR PENDORONG KOTA BANDUNG MELAKUKAN KERJA SAMA | Dewi Anggraini; Budi Santoso "
        + "| 2025-06-30 | – | –")
  }

  @Test("a letter tells its day at the end, whatever else stands there")
  func letter() throws {
    let text =
      "\(String(repeating: Self.prose, count: 6))\n\nBandung, 12 Mei 2017\n\nBudi Santoso\n"
    #expect(try told(text) == "– |  | 2017-05-12 | – | –")
  }

  static let silentTexts = [
    "BAB V\n\nKESIMPULAN\n\n\(String(repeating: prose, count: 6))",
    String(repeating: prose, count: 6), "", "2017", "## **BAB V**\n\n### **KESIMPULAN**\n\nKota.",
    // A line below a heading is no author where nothing shows that a title page goes on.
    "# Kota kembar di dunia\n\nKerja Sama Luar Negeri\n\n\(String(repeating: prose, count: 6))",
  ]

  @Test("a text that says nothing of itself gives no author, date or type", arguments: silentTexts)
  func silent(text: String) throws {
    let line = try told(text, fileName: "a.md")
    #expect(line.hasSuffix("|  | – | – | –"), "\(line)")
  }
}
