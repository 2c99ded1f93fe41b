import Documents
import Testing

@Suite("Language of a text")
struct LanguageTests {
  static let languages = [
    LanguageWords(
      tag: "id",
      words: [
        "yang", "dan", "di", "dari", "untuk", "dengan", "pada", "ini", "itu", "oleh", "adalah",
      ]),
    LanguageWords(
      tag: "en", words: ["the", "of", "and", "in", "to", "is", "that", "for", "was", "with", "by"]),
  ]
  static let teller = LanguageTeller(languages)

  @Test(
    "is told by its small words, or not at all",
    arguments: [
      ("Kota Bandung dan Kota Kawasaki menjalin kerja sama yang erat.", "id"),
      ("The cooperation of both cities is close.", "en"),
      ("Kerja sama sister city dengan Kawasaki pada bidang waste management ini", "id"),
      ("Undang-Undang tentang Pemerintahan Daerah was amended by the House in 2014.", "en"),
      ("KOTA INI INDAH DAN BERSIH", "id"),
      ("Bandung", nil), ("", nil), ("BAB V", nil), ("2016 | 2017 | 2018", nil),
      ("Abstract", nil), ("dan the", nil), ("yang dan the of", nil), ("川崎市", nil),
    ] as [(String, String?)])
  func tells(text: String, expected: String?) {
    #expect(Self.teller.language(of: Array(text.utf8)) == expected)
  }

  @Test("is told wherever in the text its words stand, in capitals too")
  func place() {
    for length in 0..<150 {
      let name = String(repeating: "B", count: length)
      #expect(Self.teller.language(of: Array("\(name) Yang 1 DAN".utf8)) == "id", "\(length)")
      #expect(
        Self.teller.language(of: Array("\(name)yang \(name)dan x".utf8))
          == (length == 0 ? "id" : nil))
    }
  }

  @Test("of undecided blocks is that of their neighbours; of the document that of most of its text")
  func document() throws {
    var lexicon = ReadingSamples.lexicon
    lexicon.languages = Self.languages
    let reader = DocumentReader(lexicon: lexicon)
    let text = """
      # Abstract

      The cooperation of both cities is close and it was renewed.

      Kawasaki

      # Pendahuluan

      Kota Bandung dan Kota Kawasaki menjalin kerja sama yang erat untuk warga di kedua kota itu.

      # BAB II
      """
    let document = try reader.read(Array(text.utf8), fileName: "a.md")
    #expect(document.blocks.map(\.text.string).count == 6)
    #expect(document.blocks.map(\.language) == ["en", "en", "en", "id", "id", "id"])
    #expect(document.metadata.language == "id")
    let named = try reader.read(
      Array("---\nlang: en\n---\n\nKota ini indah dan bersih.\n".utf8), fileName: "a.md")
    #expect(named.metadata.language == "en")
    let silent = try reader.read(Array("Bandung\n".utf8), fileName: "a.txt")
    #expect(silent.metadata.language == nil && silent.blocks.map(\.language) == [nil])
  }
}
