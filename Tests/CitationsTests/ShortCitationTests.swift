import Citations
import DomainPack
import TestSupport
import Testing

@Suite("Short references to regulations")
struct ShortCitationTests {
  private static let parser = Result {
    let pack = try DomainPack.load(from: TestPlaces.ontologyPath)
    return CitationParser(kinds: pack.regulationKinds, known: pack.knownRegulations)
  }

  /// The words of each reference, its kind, and `=` where it means the act at hand.
  private func found(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try Self.parser.get().shortCitations(in: bytes).map { short in
      "\(String(decoding: bytes[short.byteRange], as: UTF8.self))"
        + "|\(short.kind ?? "*")\(short.isOwn ? "=" : "")"
    }
  }

  @Test(
    "finds the kind, or a word for any, beside a word that points",
    arguments: [
      ("Undang-Undang ini mulai berlaku.", "Undang-Undang ini|UU="),
      ("menurut UU ini daerah dapat", "UU ini|UU="),
      ("dalam undang-undang dimaksud diatur", "undang-undang dimaksud|UU"),
      ("Peraturan tersebut mengganti dua perangkat hukum", "Peraturan tersebut|*"),
      ("sesuai dengan Peraturan Pemerintah tersebut", "Peraturan Pemerintah tersebut|PP"),
      ("Permendagri tersebut dicabut", "Permendagri tersebut|PERMENDAGRI"),
      ("Perda itu berlaku sejak 2017", "Perda itu|PERDA"),
      ("as the said law provides", "the said law|UU"),
      ("under this regulation, cities may", "this regulation|*="),
      ("that government regulation was revoked", "that government regulation|PP"),
      ("regulasi di atas menjadi dasar", "regulasi di atas|*"),
      ("Undang-undang yang dimaksud ialah", "Undang-undang yang dimaksud|UU"),
    ])
  func references(text: String, reference: String) throws {
    #expect(try found(text) == [reference])
  }

  @Test(
    "finds none where no act is pointed at, or one is cited in full",
    arguments: [
      "Undang-Undang Nomor 23 Tahun 2014 tersebut dicabut.",
      "that Law No. 23 of 2014 replaced",
      "undang-undang yang berlaku",
      "Undang-Undang Dasar 1945",
      "kota ini dan kerja sama tersebut",
      "peraturan daerah tentang sampah",
      "perundang-undangan ini",
      "the law of the sea",
      "this lawn, that lawyer",
      "upp ini, ruu tersebut",
      "tersebut peraturan",
      "Peraturan-peraturan lain",
    ])
  func nearMisses(text: String) throws {
    #expect(try found(text) == [])
  }

  @Test("a kind without an issuer can mean that of any issuer")
  func kinds() throws {
    let short = try #require(
      try Self.parser.get().shortCitations(in: Array("Peraturan Menteri tersebut".utf8)).first)
    #expect(short.canMean("PERMENDAGRI"))
    #expect(!short.canMean("PP"))
    let law = try #require(
      try Self.parser.get().shortCitations(in: Array("Undang-Undang tersebut".utf8)).first)
    #expect(law.canMean("UU") && !law.canMean("UUD"))
  }
}
