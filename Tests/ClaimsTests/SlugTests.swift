import Claims
import Testing

@Suite("Slugs")
struct SlugTests {
  @Test(
    "keep ASCII letters and digits and join them by hyphens",
    arguments: [
      ("Kota Bandung", "kota-bandung"),
      ("  D.I. Yogyakarta! ", "d-i-yogyakarta"),
      ("São Paulo", "sao-paulo"),
      ("Cơ sở", "co-so"),
      ("ﬁnal ＡＢＣ ½", "final-abc-1-2"),
      ("Jum'at", "jum-at"),
      ("e\u{301}te\u{301}", "ete"),
      ("188.45/KEP.12-2017", "188-45-kep-12-2017"),
    ])
  func slug(name: String, expected: String) {
    #expect(Slug.of(name) == expected)
  }

  @Test("are the same for composed and decomposed names")
  func composition() {
    #expect(Slug.of("Malm\u{F6}") == Slug.of("Malmo\u{308}"))
  }

  @Test("of a name without ASCII letters are digits of its hash, and differ")
  func withoutLetters() {
    let (kawasaki, bandung) = (Slug.of("川崎市"), Slug.of("万隆市"))
    #expect(kawasaki.utf8.count == 8 && kawasaki.allSatisfy(\.isHexDigit))
    #expect(kawasaki != bandung)
    #expect(Slug.of("") == String(SHA256.hexadecimal(of: "").prefix(8)))
  }

  @Test("over sixty characters are cut and end in eight digits of the hash of the whole")
  func long() {
    let exact = String(repeating: "a", count: 60)
    #expect(Slug.of(exact) == exact)
    let slug = Slug.of(exact + " b")
    #expect(slug == "\(exact)-\(SHA256.hexadecimal(of: "\(exact)-b").prefix(8))")
    #expect(slug != Slug.of(exact + " c"))
    let atHyphen = Slug.of(String(repeating: "b", count: 59) + " cc")
    #expect(!atHyphen.contains("--"))
  }

  @Test(
    "compare names without regard to case, marks and the spacing of compounds",
    arguments: [
      ("Kerja Sama Bandung–Kawasaki", "kerjasama Bandung Kawasaki"), ("Wali Kota", "Walikota"),
      ("sister-city", "Sister City"), ("川崎市", "川崎市"),
    ])
  func folding(one: String, other: String) {
    #expect(Slug.folded(one) == Slug.folded(other))
  }

  @Test("tell names of other scripts apart when they compare them")
  func otherScripts() {
    #expect(Slug.folded("川崎市") != Slug.folded("万隆市"))
  }
}
