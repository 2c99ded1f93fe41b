import Claims
import Diagnostics
import Documents
import Testing

@Suite("Tables")
struct TableReadingTests {
  private func read(_ text: String, _ name: String = "a.csv") throws -> Document {
    try DocumentReader(lexicon: ReadingLexicon()).read(Array(text.utf8), fileName: name)
  }

  private func rows(_ document: Document) -> [String] { document.blocks.map(\.text.string) }

  static let cases: [(text: String, rows: [String])] = [
    ("a,b\n1,2\n", ["a | b", "1 | 2"]),
    ("a,b\r\n1,2\r\n", ["a | b", "1 | 2"]),
    ("a,b\r1,2", ["a | b", "1 | 2"]),
    ("a;b\n1,5;2,5\n", ["a | b", "1,5 | 2,5"]),
    ("a\tb\n1\t2, 3\n", ["a | b", "1 | 2, 3"]),
    ("a|b,c\n1|2,3\n", ["a|b | c", "1|2 | 3"]),
    ("a,b\n\"1,2\",\"x\"\n", ["a | b", "1,2 | x"]),
    ("a,b\n\"dua\nbaris\",x\n", ["a | b", "dua baris | x"]),
    ("a,b\n\"dua\r\nbaris\",x\n", ["a | b", "dua baris | x"]),
    ("a,b\n\"kata \"\"hibah\"\"\",x\n", ["a | b", "kata \"hibah\" | x"]),
    ("a,b\n\"\"\"\",x\n", ["a | b", "\" | x"]),
    ("a,b\n,x\ny,\n", ["a | b", "x", "y"]),
    ("a,b\n\n,\n1,2\n", ["a | b", "1 | 2"]),
    ("a,b\n  satu   kata ,\u{A0}x\n", ["a | b", "satu kata | x"]),
    ("a,b\nMalang\u{AD}kota,Cafe\u{301}\n", ["a | b", "Malangkota | Café"]),
    ("sep=;\na;b,c\n1;2,3\n", ["a | b,c", "1 | 2,3"]),
    ("Nama\nBandung\nKawasaki\n", ["Nama", "Bandung", "Kawasaki"]),
    (
      "DAFTAR KERJA SAMA\n\nKota,Negara,Tahun\nBandung,Indonesia,2016\n",
      ["DAFTAR KERJA SAMA", "Kota | Negara | Tahun", "Bandung | Indonesia | 2016"]
    ),
  ]

  @Test("become a block for each row, cells divided by bars", arguments: cases)
  func table(text: String, expected: [String]) throws {
    let document = try read(text)
    #expect(rows(document) == expected)
    #expect(document.blocks.dropFirst().allSatisfy { $0.kind == .tableRow })
    #expect(document.diagnostics.isEmpty)
    #expect(String(String.UnicodeScalarView(document.rawText)) == text)
  }

  @Test(
    "are called csv or tsv by what divides their cells",
    arguments: [
      ("a.csv", "a;b;c\n1;2;3\n", "csv"), ("a.csv", "a\tb\n1\t2\n", "tsv"),
      ("a.TSV", "a\tb\n1\t2\n", "tsv"),
      (
        "a.txt", "Kota\tNegara\tTahun\nBandung\tIndonesia\t1\nKochi\tJepang\t2\nUji\tJepang\t3\n",
        "tsv"
      ),
      ("a.txt", "a,b,c\n1,2,3\n4,5,6\n7,8,9\n", "text"),
      ("a.txt", "Kota\tNegara\tTahun\nKalimat biasa tanpa kolom.\n", "text"),
      (
        "a.csv", "Sebuah kalimat, dengan koma.\nDan, yang, lain, lagi.\nTanpa.\nA, b, c.\nD, e.\n",
        "text"
      ),
      ("a.csv", "<!DOCTYPE html><html><body><p>Halo, dunia</p></body></html>", "html"),
    ])
  func formats(name: String, text: String, format: String) throws {
    #expect(try read(text, name).format == format)
  }

  @Test("in older encodings keep their characters and the way to the bytes of the file")
  func encodings() throws {
    let text = "Kota;Mitra\nBandung;São José\n"
    let reader = DocumentReader(lexicon: ReadingLexicon())
    let latin = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let wide: [UInt8] =
      [0xFF, 0xFE]
      + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    for (bytes, width, mark) in [(latin, 1, 0), (wide, 2, 2)] {
      let document = try reader.read(bytes, fileName: "a.csv")
      #expect(rows(document) == ["Kota | Mitra", "Bandung | São José"])
      let last = try #require(document.blocks.last).text.sourceRange
      let offsets = try #require(document.byteOffsets())
      #expect(offsets.bytes(of: last.start..<last.end).lowerBound == mark + last.start * width)
    }
  }

  @Test("lead from every cell to its characters in the file")
  func offsets() throws {
    let document = try read("a,b,c\n\"x, \"\"y\"\"\",,\" z\"\n")
    let row = document.blocks[1].text
    #expect(row.string == "x, \"y\" | z")
    let cell = Array("x, \"y\"".utf8).count
    #expect(document.quote(row.sourceRange(of: 0..<cell)) == "x, \"\"y\"\"")
    #expect(document.quote(row.sourceRange(of: cell + 3..<cell + 4)) == "z")
  }

  static let faulty: [(text: String, rows: [String], notes: [String])] = [
    (
      "a,b,c\n1,2\n4,5,6\n7,8,9\n", ["a | b | c", "1 | 2", "4 | 5 | 6", "7 | 8 | 9"],
      ["2:1: the row has 2 cells, the header 3; the others count as empty"]
    ),
    (
      "a,b\n1,2,3\n4,5\n", ["a | b", "1 | 2 | 3", "4 | 5"],
      ["2:5: the row has 3 cells, the header 2; those behind have no column"]
    ),
    ("a,b\n1,2,,\n4,5\n6,7\n", ["a | b", "1 | 2", "4 | 5", "6 | 7"], []),
    (
      "a,b\n\"1,2\n4,5\n", ["a | b", "\"1 | 2", "4 | 5"],
      ["2:1: the quote is never closed; it is read as a character of the cell"]
    ),
    (
      "a,b\n\"1\" x,2\n", ["a | b", "1\" x | 2"],
      ["2:4: text stands behind the closing quote; it is read as a part of the cell"]
    ),
    (
      "a,b\n\"x\ny\",\"1\" z\n", ["a | b", "x y | 1\" z"],
      ["3:7: text stands behind the closing quote; it is read as a part of the cell"]
    ),
  ]

  @Test(
    "keep rows that are not as they should be, and tell file, line and column", arguments: faulty)
  func faults(text: String, expected: [String], notes: [String]) throws {
    let document = try read(text)
    #expect(rows(document) == expected)
    #expect(
      document.diagnostics.map { diagnostic in
        let place = diagnostic.location?.lowerBound ?? .start
        return "\(place.line + 1):\(place.column + 1): \(diagnostic.message.english)"
      } == notes)
  }

  @Test("with a column named twice say which one the name means")
  func repeatedColumn() throws {
    let document = try read("Kota,Kota\nBandung,Kochi\n")
    #expect(
      document.diagnostics.map(\.message.english)
        == ["two columns are named “Kota”; the first is meant by the name"])
  }

  @Test("of quotes and separators in every order are read in one pass and lose no character")
  func hostile() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for round in 0..<500 {
      let text =
        "a,b,c\n"
        + (0..<next(60)).map { _ in ["\"", ",", "\n", "x", "\r", " ", "\"\""][next(7)] }
        .joined()
      let document = try read(text)
      var last = 0
      for block in document.blocks {
        let range = block.text.sourceRange
        #expect(range.start >= last, "seed \(seed), round \(round): \(text.debugDescription)")
        last = range.end
      }
    }
    let quotes = String(repeating: "\",", count: 200_000)
    #expect(try !read("a,b\n\(quotes)").blocks.isEmpty)
  }

  @Test("of a hundred thousand rows give as many blocks")
  func large() throws {
    var text = "Judul,Kota,Mitra,Tanggal\n"
    for number in 0..<100_000 { text += "MoU \(number),Bandung,Kawasaki,14/8/2023\n" }
    #expect(try read(text).blocks.count == 100_001)
  }
}
