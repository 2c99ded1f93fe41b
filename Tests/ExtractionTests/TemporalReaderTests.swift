import DomainPack
import Extraction
import Testing

@Suite("Expressions of time")
struct TemporalReaderTests {
  /// The expression at the beginning of a text: its kind, value and words.
  private func read(_ text: String) throws -> String? {
    var words = WordTable()
    let reader = TemporalReader(languages: try RealPack.pack().languages, words: &words)
    let bytes = Array(text.utf8)
    let tokens = Tokenizer.tokens(of: bytes, words: &words)
    let found = reader.finding(at: 0, in: tokens, upTo: tokens.count) { index in
      Int(String(decoding: bytes[tokens[index].range], as: UTF8.self))
    }
    return found.map { "\($0.kind) \($0.value) \($0.length)" }
  }

  @Test(
    "are read in Indonesian and English",
    arguments: [
      ("2016", "Date 2016 1"),
      ("tahun 2016", "Date 2016 2"),
      ("November 2016", "Date 2016-11 2"),
      ("Nopember 2016", "Date 2016-11 2"),
      ("Agustus tahun 1997", "Date 1997-08 3"),
      ("18 November 2016", "Date 2016-11-18 3"),
      ("5 Des 2012", "Date 2012-12-05 3"),
      ("November 18, 2016", "Date 2016-11-18 4"),
      ("January 1993", "Date 1993-01 2"),
      ("Oct. 10, 1997", "Date 1997-10-10 5"),
      ("9 Aug. 2009", "Date 2009-08-09 4"),
      ("Sept. 2023", "Date 2023-09 3"),
      ("June, 2004", "Date 2004-06 3"),
      ("15/10/2022", "Date 2022-10-15 5"),
      ("15-10-2022", "Date 2022-10-15 5"),
      ("2016-2018", "Interval 2016/2018 3"),
      ("2016 – 2018", "Interval 2016/2018 3"),
      ("2016 sampai dengan 2018", "Interval 2016/2018 4"),
      ("tahun 2016 hingga tahun 2018", "Interval 2016/2018 5"),
      ("Mei 2016 until Juni 2017", "Interval 2016-05/2017-06 5"),
      ("12-15 Februari 2007", "Interval 2007-02-12/2007-02-15 5"),
      ("20 to 27 June 2019", "Interval 2019-06-20/2019-06-27 5"),
      ("June 20-27, 2019", "Interval 2019-06-20/2019-06-27 6"),
      ("28 Juli hingga 3 Agustus 2016", "Interval 2016-07-28/2016-08-03 6"),
      ("Mei-Juli 2016", "Interval 2016-05/2016-07 4"),
      ("lima tahun", "Duration P5Y 2"),
      ("3 bulan", "Duration P3M 2"),
      ("two weeks", "Duration P2W 2"),
      ("10 days", "Duration P10D 2"),
      ("5 (lima) tahun", "Duration P5Y 5"),
      ("five-year", "Duration P5Y 3"),
      ("setahun", "Duration P1Y 1"),
      ("24 s/d 25 Mei 2022", "Interval 2022-05-24/2022-05-25 7"),
      ("Februari s/d April 2006", "Interval 2006-02/2006-04 6"),
    ])
  func expressions(text: String, expected: String) throws {
    #expect(try read(text) == expected)
  }

  @Test(
    "are not seen in what only looks like them",
    arguments: [
      "1889", "2100", "20167", "2.016", "32 November", "November", "tahun", "tahun lalu",
      "may come",
      "15/13/2022", "lima kota", "0 tahun", "5 tahun 2016", "tahun 12",
    ])
  func nearMisses(text: String) throws {
    #expect(try read(text) == nil)
  }

  @Test("that run backwards are no interval")
  func backwards() throws {
    #expect(try read("2018-2016") == "Date 2018 1")
    #expect(try read("15-12 Februari 2007") == nil)
    #expect(try read("Juli-Mei 2016") == nil)
  }

  @Test("of a day out of range fall back to month and year")
  func outOfRange() throws {
    #expect(try read("Maret 45, 2016") == nil)
    #expect(try read("Maret 2016 45") == "Date 2016-03 2")
  }
}
