import Documents
import Testing

@Suite("Encodings of web pages")
struct HTMLEncodingTests {
  private static let text = "“Kota” Nürnberg – é"

  private static func page(_ head: String, _ text: String = text) -> String {
    "<html><head>\(head)</head><body><p>\(text)</p></body></html>"
  }

  /// A page of text in Windows-1252.
  private static func windows(_ page: String) -> [UInt8] {
    page.unicodeScalars.map { scalar in
      switch scalar {
      case "“": 0x93
      case "”": 0x94
      case "–": 0x96
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
  }

  private static func utf16(_ page: String, bigEndian: Bool) -> [UInt8] {
    page.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  private func read(_ bytes: [UInt8]) throws -> [String] {
    let document = try ReadingSamples.reader.read(bytes, fileName: "a.html")
    #expect(document.format == "html")
    return document.blocks.map(\.text.string)
  }

  static let cases: [String: [UInt8]] = [
    "UTF-8 that says nothing": Array(page("").utf8),
    "UTF-8 with a mark": [0xEF, 0xBB, 0xBF] + Array(page("").utf8),
    "UTF-8 that claims to be Latin-1": Array(page("<meta charset='iso-8859-1'>").utf8),
    "UTF-8 that claims to be UTF-16": Array(page("<meta charset=utf-16>").utf8),
    "Windows-1252 that says so": windows(page("<meta charset=\"windows-1252\">")),
    "Windows-1252 that says nothing": windows(page("")),
    "Windows-1252 that claims to be UTF-8": windows(page("<meta charset=utf-8>")),
    "Windows-1252 of an old page": windows(
      page("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=ISO-8859-1'>")),
    "UTF-16 with a mark": [0xFF, 0xFE] + utf16(page(""), bigEndian: false),
    "UTF-16BE with a mark": [0xFE, 0xFF] + utf16(page(""), bigEndian: true),
    "UTF-16 without a mark": utf16(page("<meta charset=utf-16>"), bigEndian: false),
    "UTF-16BE without a mark": utf16(page(""), bigEndian: true),
  ]

  @Test(
    "tells the encoding by the content before the page's own word", arguments: cases.keys.sorted())
  func encodings(_ name: String) throws {
    #expect(try read(#require(Self.cases[name])) == [Self.text])
  }

  @Test("believes a page in an encoding of East Asia")
  func eastAsia() throws {
    let kawasaki: [UInt8] = [0x90, 0xEC, 0x8D, 0xE8, 0x8E, 0x73]  // 川崎市 in Shift_JIS
    let bytes =
      Array("<html><head><meta charset=\"Shift_JIS\"></head><body><p>".utf8) + kawasaki
      + Array("</p></body></html>".utf8)
    #expect(try read(bytes) == ["川崎市"])
    let escaped: [UInt8] = [0x1B, 0x24, 0x42, 0x40, 0x6E, 0x3A, 0x6A, 0x3B, 0x54, 0x1B, 0x28, 0x42]
    let mail =
      Array("<html><head><meta charset=iso-2022-jp></head><body><p>".utf8) + escaped
      + Array("</p></body></html>".utf8)
    #expect(try read(mail) == ["川崎市"])
  }

  @Test("takes an encoding that nobody knows for Windows-1252")
  func unknown() throws {
    #expect(try read(Self.windows(Self.page("<meta charset='x-nothing'>"))) == [Self.text])
  }

  @Test("keeps UTF-8 that was cut within a character or has a damaged one")
  func damaged() throws {
    let whole = Array(Self.page("<meta charset=utf-8>", "Nürnberg – “Kota” dan 川崎市").utf8)
    var damaged = whole
    let dash = try #require(whole.firstIndex(of: 0xE2))
    damaged[dash + 1] = 0x41
    #expect(try read(damaged)[0].hasSuffix("“Kota” dan 川崎市"))
    let end = try #require(whole.lastIndex(of: 0xE5))
    #expect(try read(Array(whole[...end]))[0].hasPrefix("Nürnberg – “Kota” dan 川"))
  }

  @Test("keeps UTF-16 whose surrogates stand alone, and reads pairs of them")
  func surrogates() throws {
    let bytes = Self.utf16(Self.page("", "Kota \u{1F3D9} B"), bigEndian: false)
    let high = try #require(bytes.firstIndex(of: 0xD8))
    #expect(try read([0xFF, 0xFE] + bytes) == ["Kota \u{1F3D9} B"])
    var lone = bytes
    lone.removeSubrange(high + 1...high + 2)
    #expect(try read([0xFF, 0xFE] + lone) == ["Kota \u{FFFD} B"])
  }

  @Test("reads on behind a zero byte")
  func zero() throws {
    var bytes = Array(Self.page("", "Kota Bandung").utf8)
    let space = try #require(bytes.lastIndex(of: 0x20))
    bytes.insert(0, at: space)
    #expect(try read(bytes) == ["Kota Bandung"])
  }
}
