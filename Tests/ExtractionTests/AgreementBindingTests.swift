import Claims
import Documents
import Extraction
import Testing

@Suite("Which agreement a naming means")
struct AgreementBindingTests {
  private func read(_ text: String) throws -> DocumentClaims {
    let document = try RealPack.reader().read(Array(text.utf8), fileName: "x.txt")
    return try RealPack.extractor().claims(of: document, key: "x")
  }

  private func agreements(_ text: String) throws -> Set<String> {
    Set(try read(text).entities.filter { $0.entityClass == .agreement }.map(\.label))
  }

  private func statements(_ text: String) throws -> Set<String> {
    let result = try read(text)
    return Set(
      result.claims.map { claim in
        let object =
          switch claim.object {
          case .entity(let entity): result.entities[entity].label
          case .concept(let concept): ":\(concept)"
          case .value(let value, _): value
          }
        return "\(result.entities[claim.subject].label) \(claim.predicate.rawValue) \(object)"
      })
  }

  private static let several = """
    Kota Semarang dan Kota Brisbane sudah lama bersahabat, dan Semarang dan Brisbane saling \
    berkunjung. Berikutnya Kota Padang. Nota kesepahaman dengan Hildesheim diteken pada 5 Mei 2015.
    """

  @Test("pairs a partner with the city at home that was named last")
  func nearestHome() throws {
    #expect(try agreements(Self.several).contains("MoU Hildesheim-Padang 2015"))
    #expect(try !agreements(Self.several).contains("MoU Hildesheim-Semarang 2015"))
  }

  @Test("takes provinces for the parties where a sentence names no city")
  func provinces() throws {
    let text = "MoU Provinsi Jawa Tengah dengan Provinsi Fujian diteken pada 6 Desember 2003."
    #expect(try agreements(text).contains("MoU Fujian-Jawa Tengah 2003"))
  }

  @Test("keeps a dated paper whose other party nobody knows")
  func oneSided() throws {
    let text = "Kota Mataram dan Zzyzxburg menandatangani nota kesepahaman pada 5 Mei 2018."
    #expect(try statements(text).contains("MoU Mataram 2018 signedOn 2018-05-05"))
  }

  @Test("takes a second paper for another than the one named without a number")
  func secondPaper() throws {
    let text = """
      Padang dan Hildesheim menandatangani MoU pada 2015. Keduanya lalu memperbaruinya dengan MoU \
      kedua.
      """
    #expect(
      try statements(text).contains("MoU Hildesheim-Padang renews MoU Hildesheim-Padang 2015"))
  }

  @Test("does not call a renewal that is hoped for by the name of what it renews")
  func hopedRenewal() throws {
    let text = """
      Padang dan Hildesheim menandatangani MoU pada 8 November 2016. Nota kesepahaman itu telah \
      berakhir pada 8 November 2021, dan perpanjangannya masih dibicarakan.
      """
    let found = try agreements(text)
    #expect(found.contains("MoU Hildesheim-Padang 2016"))
    #expect(!found.contains("MoU Hildesheim-Padang"))
    #expect(
      try statements(text).contains("MoU Hildesheim-Padang 2016 period ../2021-11-08"))
  }

  @Test("runs from its signing to its end where the text tells both apart")
  func term() throws {
    let text = """
      Padang dan Hildesheim menandatangani MoU pada 27 Mei 2017. MoU tersebut telah berakhir pada \
      tahun 2022.
      """
    let found = try statements(text)
    #expect(found.contains("MoU Hildesheim-Padang 2017 period ../2022"))
    #expect(found.contains("MoU Hildesheim-Padang 2017 period 2017/2022"))
  }

  @Test("means by an activity the program, training or event named last")
  func activity() throws {
    let text = """
      Pertukaran guru berjalan baik. Festival Laut Padang dibuka gubernur. Kegiatan ini digelar di \
      Museum Adityawarman.
      """
    #expect(try statements(text).contains("Festival Laut Padang locatedIn Museum Adityawarman"))
  }

  @Test("gives an office without a place to the city at home, not to that of the office beside it")
  func officeBesideAnother() throws {
    let text = """
      Hubungan Kota Magelang dengan Kota Toyota sudah lama. Nota kesepahaman diteken di Magelang \
      oleh Wali Kota Sigit Widyonindito dan Wali Kota Toyota, Toshihiko Ota.
      """
    #expect(try statements(text).contains("Sigit Widyonindito holdsRole Wali Kota Magelang"))
  }
}
