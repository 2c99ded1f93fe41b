import Claims
import Documents
import Extraction
import TestSupport
import Testing

@Suite("Short references to regulations in running text")
struct ShortReferenceTests {
  /// What a text says of regulations, as `subject predicate object`.
  private func relations(_ text: String) throws -> Set<String> {
    let document = try RealPack.reader().read(Array(text.utf8), fileName: "x.txt")
    let claims = try RealPack.extractor().claims(of: document, key: "x")
    return Set(
      claims.claims.compactMap { claim in
        guard case .entity(let object) = claim.object,
          let subject = claims.entities[claim.subject].key,
          let target = claims.entities[object].key,
          claims.entities[object].entityClass == .regulation,
          claims.entities[claim.subject].entityClass == .regulation
        else { return nil }
        return "\(subject) \(claim.predicate.rawValue) \(target)"
      })
  }

  @Test(
    "a reference means the act of its kind that was named last",
    arguments: [
      (
        "Daerah diatur dengan Undang-Undang Nomor 32 Tahun 2004. Undang-undang tersebut mencabut Undang-Undang Nomor 22 Tahun 1999.",
        "UU/2004/32 repeals UU/1999/22"
      ),
      (
        "Dasarnya Undang-Undang Nomor 23 Tahun 2014 dan Peraturan Pemerintah Nomor 28 Tahun 2018. Undang-undang dimaksud mencabut Undang-Undang Nomor 32 Tahun 2004.",
        "UU/2014/23 repeals UU/2004/32"
      ),
      (
        "Kerja sama diatur dengan Undang-Undang Nomor 23 Tahun 2014 dan Peraturan Pemerintah Nomor 28 Tahun 2018. Peraturan tersebut mencabut Peraturan Pemerintah Nomor 50 Tahun 2007.",
        "PP/2018/28 repeals PP/2007/50"
      ),
      (
        "Local government rests on Law No. 23 of 2014. The said law repealed Law No. 32 of 2004.",
        "UU/2014/23 repeals UU/2004/32"
      ),
    ])
  func bound(text: String, relation: String) throws {
    #expect(try relations(text).contains(relation))
  }

  @Test(
    "a reference to a kind that was not named means nothing",
    arguments: [
      "Dasarnya Peraturan Pemerintah Nomor 28 Tahun 2018. Undang-undang tersebut mencabut Undang-Undang Nomor 22 Tahun 1999.",
      "Undang-undang tersebut mencabut Undang-Undang Nomor 22 Tahun 1999.",
      "Dasarnya Undang-Undang Nomor 23 Tahun 2014. Undang-undang yang lain mencabut Undang-Undang Nomor 22 Tahun 1999.",
    ])
  func unbound(text: String) throws {
    #expect(try relations(text).filter { $0.contains("repeals") } == [])
  }

  private static let act = """
    # PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 25 TAHUN 2030 TENTANG TATA KOTA

    Menimbang: bahwa kota perlu ditata;

    Mengingat: Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;

    MEMUTUSKAN:

    Menetapkan: PERATURAN PEMERINTAH TENTANG TATA KOTA.

    Pasal 1

    """

  /// What a sentence in the text of an act says that regulations regulate.
  private func regulated(_ sentence: String) throws -> [String] {
    let document = try RealPack.reader().read(
      Array("\(Self.act)\(sentence)\n".utf8), fileName: "x.md")
    let claims = try RealPack.extractor().claims(of: document, key: "x")
    return claims.claims.compactMap { claim in
      guard claim.predicate.rawValue == "regulates", case .entity(let object) = claim.object,
        claim.rule == "82-regulations/regulates"
      else { return nil }
      return "\(claims.entities[claim.subject].key ?? "–") \(claims.entities[object].label)"
    }
  }

  @Test(
    "in the text of an act a reference to this act means it, one to another means none",
    arguments: [
      ("Peraturan Pemerintah ini mengatur Kota Bandung.", ["PP/2030/25"]),
      ("Undang-Undang ini mengatur Kota Bandung.", []),
      ("Undang-Undang tersebut mengatur Kota Bandung.", []),
    ])
  func ownReference(sentence: String, subjects: [String]) throws {
    let found = try regulated(sentence)
    #expect(found.map { $0.split(separator: " ").first.map(String.init) ?? "" } == subjects)
  }
}
