import Testing
import XML

@Suite("HTML entities")
struct HTMLEntitiesTests {
  @Test(
    "writes named characters as numbers and leaves the rest",
    arguments: [
      ("a&nbsp;b", "a&#160;b"), ("&eacute;&ndash;", "&#233;&#8211;"),
      ("&amp;&lt;&gt;&quot;&apos;", "&amp;&lt;&gt;&quot;&apos;"),
      ("&nope; &nbsp &; & &#233; &nbsp;", "&nope; &nbsp &; & &#233; &#160;"), ("", ""),
      ("&thetasym;&&nbsp;", "&#977;&&#160;"), ("kota", "kota"), ("&nbs", "&nbs"),
    ])
  func resolves(_ text: String, _ wanted: String) {
    #expect(String(decoding: HTMLEntities.resolve(in: Array(text.utf8)), as: UTF8.self) == wanted)
  }

  @Test("stays linear on ampersands")
  func linear() {
    let bytes = [UInt8](repeating: UInt8(ascii: "&"), count: 1 << 20)
    #expect(HTMLEntities.resolve(in: bytes) == bytes)
  }
}
