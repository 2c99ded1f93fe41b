import Documents
import Testing

@Suite("Dates and names of files")
struct DocumentNameTests {
  static let dates: [(String, String?)] = [
    ("2017", "2017"), ("2017-05", "2017-05"), ("2017-05-12", "2017-05-12"),
    ("2017/05/12", "2017-05-12"), ("2017-05-12T10:00:00Z", "2017-05-12"),
    ("2017-13", nil), ("2017-02-29", nil), ("2016-02-29", "2016-02-29"), ("17", nil),
    ("12-05-2017", nil), ("", nil), ("2017-5", nil), ("tahun 2017", nil), ("0000", nil),
  ]

  @Test("a date is a year, a month or a day that exists", arguments: dates)
  func date(text: String, expected: String?) {
    #expect(DocumentDate.normalised(text) == expected)
  }

  @Test("a sidecar is found by the whole name before the name without ending")
  func sidecarNames() {
    #expect(
      SidecarName.names(for: "a/tesis.pdf") == [
        "a/tesis.pdf.meta.yaml", "a/tesis.pdf.meta.yml", "a/tesis.meta.yaml", "a/tesis.meta.yml",
      ])
    #expect(SidecarName.isSidecar("a/tesis.META.YAML"))
    #expect(!SidecarName.isSidecar("meta.yaml"))
    #expect(!SidecarName.isSidecar(".meta.yaml"))
  }
}
