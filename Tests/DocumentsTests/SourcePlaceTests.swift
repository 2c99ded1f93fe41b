import Claims
import Documents
import Testing

@Suite struct SourcePlaceTests {
  static let text = "Kota Bandung – “sister city” de Nürnberg, 川崎市 🏙 selesai.\r\n"

  /// The bytes of a text in an encoding, written by the standard library alone.
  static func encode(_ text: String, _ name: String) -> [UInt8] {
    switch name {
    case "utf-8": Array(text.utf8)
    case "utf-8 with mark": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case "utf-16le": [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    default: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
  }

  @Test(
    "Every range of the raw text is found again in the bytes of the file",
    arguments: ["utf-8", "utf-8 with mark", "utf-16le", "utf-16be"])
  func bytes(_ encoding: String) throws {
    // Longer than the distance between two marks, so that several are used.
    let long = String(repeating: Self.text, count: 40)
    let file = Self.encode(long, encoding)
    let document = try DocumentReader(lexicon: ReadingLexicon()).read(file, fileName: "a.txt")
    let offsets = try #require(document.byteOffsets())
    let unmarked = encoding == "utf-8 with mark" ? "utf-8" : encoding
    for start in stride(from: 0, to: document.rawText.count, by: 37) {
      let end = min(start + start % 61, document.rawText.count)
      let expected = Self.encode(document.quote(.init(start: start, end: end)), unmarked)
      let drop = unmarked == "utf-8" ? 0 : 2
      #expect(Array(file[offsets.bytes(of: start..<end)]) == Array(expected.dropFirst(drop)))
    }
    #expect(
      offsets.bytes(of: document.rawText.count..<document.rawText.count).lowerBound == file.count)
  }

  @Test("Windows-1252 takes one byte for each character")
  func windows() throws {
    let file: [UInt8] = Array("Kota ".utf8) + [0x93, 0xFC, 0x94] + Array(" Bandung".utf8)
    let document = try DocumentReader(lexicon: ReadingLexicon()).read(file, fileName: "a.txt")
    let offsets = try #require(document.byteOffsets())
    #expect(document.encoding == .windows1252)
    #expect(offsets.bytes(of: 5..<8) == 5..<8)
  }

  @Test("A place holds up to the next one, and boxes of one page are joined")
  func places() {
    var places = SourcePlaces()
    #expect(places.place(at: 3) == nil)
    let box = PageBox(left: 10, top: 20, right: 30, bottom: 40)
    let lower = PageBox(left: 5, top: 50, right: 25, bottom: 60)
    places.begin(SourcePlace(page: 1, box: box), at: 2)
    places.begin(SourcePlace(page: 1, box: lower), at: 10)
    places.begin(SourcePlace(page: 2, box: box), at: 20)
    #expect(places.place(at: 1) == nil)
    #expect(places.place(at: 9)?.box == box)
    #expect(places.place(at: 10)?.box == lower)
    #expect(
      places.places(of: 4..<25) == [
        SourcePlace(page: 1, box: PageBox(left: 5, top: 20, right: 30, bottom: 60)),
        SourcePlace(page: 2, box: box),
      ])
    #expect(places.places(of: 3..<3).map(\.page) == [1])
    #expect(places.places(of: 12..<20).map(\.page) == [1])
  }
}
