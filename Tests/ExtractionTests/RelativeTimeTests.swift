import Claims
import Documents
import DomainPack
import Extraction
import Testing

@Suite("Expressions of time that the text around them dates")
struct RelativeTimeTests {
  private typealias Anchors = RelativeTimeReader.Anchors

  /// The expression that begins at a word of a text: its kind, value and words.
  private func read(_ text: String, from word: Int = 0, anchors: RelativeTimeReader.Anchors) throws
    -> String?
  {
    let pack = try RealPack.pack()
    var words = WordTable()
    let times = TemporalReader(languages: pack.languages, words: &words)
    let reader = RelativeTimeReader(pack: pack, times: times, words: &words)
    let bytes = Array(text.utf8)
    let tokens = Tokenizer.tokens(of: bytes, words: &words)
    let found = reader.finding(at: word, in: tokens, upTo: tokens.count, anchors: anchors) {
      Int(String(decoding: bytes[tokens[$0].range], as: UTF8.self))
    }
    return found.map { "\($0.kind) \($0.value) \($0.length)" }
  }

  private static let told = RelativeTimeReader.Anchors(told: (2019, 8, 14), spoken: 2010)

  @Test(
    "are counted from the day of the document",
    arguments: [
      ("tahun lalu", "Date 2018 2"),
      ("next year", "Date 2020 2"),
      ("5 November tahun lalu", "Date 2018-11-05 4"),
      ("Mei lalu", "Date 2019-05 2"),
      ("November lalu", "Date 2018-11 2"),
      ("September mendatang", "Date 2019-09 2"),
      ("Maret mendatang", "Date 2020-03 2"),
      ("last November", "Date 2018-11 2"),
    ])
  func ofTheDocument(text: String, expected: String) throws {
    #expect(try read(text, anchors: Self.told) == expected)
  }

  @Test("take the year of the document for a day in brackets")
  func inBrackets() throws {
    #expect(try read("Rabu (15/5)", from: 2, anchors: Self.told) == "Date 2019-05-15 3")
    #expect(try read("Rabu (15/13)", from: 2, anchors: Self.told) == nil)
    #expect(try read("15/5", anchors: Self.told) == nil)
  }

  @Test(
    "are counted from the year spoken of last",
    arguments: [
      ("tiga tahun kemudian", "Date 2013 3"), ("setahun kemudian", "Date 2011 2"),
      ("five years later", "Date 2015 3"),
    ])
  func ofTheText(text: String, expected: String) throws {
    #expect(try read(text, anchors: Self.told) == expected)
  }

  @Test("are none where a date stands beside them, and none without anything to count from")
  func nearMisses() throws {
    #expect(try read("setahun kemudian, tepatnya 3 Mei 2011", anchors: Self.told) == nil)
    #expect(try read("lima tahun lalu", from: 1, anchors: Self.told) == nil)
    #expect(try read("lalu Mei 2019", anchors: Self.told) == nil)
    #expect(try read("tahun lalu", anchors: Anchors(spoken: 2010)) == nil)
    #expect(try read("tiga tahun kemudian", anchors: Anchors()) == nil)
  }

  @Test("date what a news item tells")
  func newsItem() throws {
    let document = try RealPack.reader().read(
      Array(
        """
        Padang dan Hildesheim meneken LoI pada 3 Mei 2015. Tiga tahun kemudian keduanya meneken \
        nota kesepahaman.
        """.utf8), fileName: "x.txt")
    let claims = try RealPack.extractor().claims(of: document, key: "x")
    let dates = claims.claims.filter { $0.predicate.rawValue == "signedOn" }.map { claim in
      if case .value(let value, _) = claim.object { value } else { "" }
    }
    #expect(dates.contains("2018"))
  }
}
