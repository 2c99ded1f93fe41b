import Pipeline
import Testing

@Suite("Taking names out of texts")
struct NameRedactorTests {
  private let redactor = NameRedactor(["Yusuke Nakano", "Nakano", "Dr. Siti Aminah", "Al"])

  @Test(
    "a name is found in whatever case, over line ends and punctuation, the longest first",
    arguments: [
      ("Wali Kota Yusuke Nakano hadir.", "Wali Kota […] hadir."),
      ("YUSUKE\nNAKANO, lalu Nakano lagi", "[…], lalu […] lagi"),
      ("dr Siti Aminah", "[…]"), ("(Nakano)", "([…])"), ("Nakanoshima", "Nakanoshima"),
      ("Al dan Siti", "Al dan Siti"), ("", ""),
    ])
  func takesNamesOut(text: String, expected: String) {
    #expect(redactor.redacted(text) == expected)
  }

  @Test("a path that holds a name as a slug is known")
  func knowsSlugs() {
    #expect(redactor.isNamed(in: "event/doc/kunjungan-yusuke-nakano-2016"))
    #expect(!redactor.isNamed(in: "event/doc/nakanoshima"))
    #expect(!NameRedactor([]).isNamed(in: "a"))
  }
}
