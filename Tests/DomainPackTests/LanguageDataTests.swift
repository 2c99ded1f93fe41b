import DomainPack
import TestSupport
import Testing

@Suite("Language data")
struct LanguageDataTests {
  private func language(_ tag: String) throws -> LanguageData {
    try #require(
      DomainPack.load(from: TestPlaces.ontologyPath).languages.first { $0.tag == tag })
  }

  @Test(
    "makes the forms of an Indonesian stem",
    arguments: [
      ("hibah", ["menghibahkan", "dihibahkan", "penghibahan", "hibahnya"]),
      ("tandatangan", ["menandatangani", "ditandatangani", "penandatanganan"]),
      ("kirim", ["mengirim", "mengirimkan", "dikirim", "pengiriman", "kiriman"]),
      ("sumbang", ["menyumbang", "menyumbangkan", "disumbangkan", "sumbangan"]),
      ("pakai", ["memakai", "dipakai", "pemakaian"]),
      ("bantu", ["membantu", "dibantu", "bantuan", "terbantu"]),
      ("dukung", ["mendukung", "didukung", "dukungan"]),
      ("latih", ["dilatih", "pelatihan"]),
      ("ajar", ["mengajar", "diajarkan"]),
    ])
  func forms(stem: String, expected: [String]) throws {
    let forms = Set(try language("id").forms(of: stem))
    #expect(forms.contains(stem))
    #expect(Set(expected).subtracting(forms) == [])
  }

  @Test("makes the forms of an English stem")
  func englishForms() throws {
    let forms = Set(try language("en").forms(of: "sign"))
    #expect(forms.isSuperset(of: ["sign", "signs", "signed", "signing"]))
  }

  @Test("makes no form that keeps the place of the stem in it")
  func noPlaces() throws {
    for tag in ["id", "en"] {
      for form in try language(tag).forms(of: "tulis") { #expect(!form.contains("{")) }
    }
  }

  @Test("numbers the months of both languages from 1 to 12")
  func months() throws {
    for tag in ["id", "en"] {
      let months = try language(tag).months
      #expect(Set(months.values) == Set(1...12))
    }
    #expect(try language("id").months["agustus"] == 8)
    #expect(try language("en").months["may"] == 5)
  }
}
