import Documents
import Testing

@Suite("Scanning mistakes")
struct ScanRepairTests {
  static let reader: DocumentReader = {
    var lexicon = ReadingSamples.lexicon
    var words = ScanWords()
    words.known = [
      "tentang", "peraturan", "undang", "tambahan", "sebagaimana", "menyusun", "laporan", "jelas",
      "lembaran", "negara", "daerah", "kota", "yang", "dan", "ini", "di", "pada", "huruf", "batu",
      "tahun", "pemerintah", "modal", "anggaran", "bahwasanya", "berlaku", "putih", "hitam", "a",
    ]
    words.names = ["bandung", "kawasaki", "sanya"]
    words.numbered = ["nomor", "no", "pasal"]
    words.dated = ["tahun", "februari"]
    words.bracketed = ["ayat"]
    words.counts = ["satu": 1, "dua": 2, "tiga": 3, "sepuluh": 10, "lima": 5, "seratus": 100]
    words.glued = ["ini", "dan", "yang", "bahwa"]
    words.formulas = ["lembaran negara", "cukup jelas"]
    lexicon.scanning = words
    lexicon.sentences.abbreviations = ["No"]
    return DocumentReader(lexicon: lexicon)
  }()

  static func repaired(_ text: String) throws -> String {
    let document = try reader.read(Array(text.utf8), fileName: "a.txt")
    return document.blocks.map(\.text.string).joined(separator: "\n")
  }

  @Test("are found wherever in the text they stand")
  func place() throws {
    for length in 0..<150 {
      let before = String(repeating: "A", count: length) + " "
      #expect(
        try Self.repaired(before + "ten tang Nomor9 tahun 2Ol4 itu")
          == (before + "tentang Nomor 9 tahun 2014 itu").drop { $0 == " " }, "\(length)")
    }
  }

  @Test(
    "in numbers are put right where a number must stand",
    arguments: [
      ("UU Nomor 5O Tahun 2Ol4 itu.", "UU Nomor 50 Tahun 2014 itu."),
      ("pada tahun 2O2O kota", "pada tahun 2020 kota"),
      ("Sejak 2OO9 hal itu", "Sejak 2009 hal itu"),
      ("PP Tahun 20t3 dan lgg7", "PP Tahun 2013 dan lgg7"),
      ("UU Tahun lgg7 itu", "UU Tahun 1997 itu"),
      ("UU Tahun 2C 14 itu", "UU Tahun 2014 itu"),
      ("UU Tahun 2O 14 itu", "UU Tahun 2014 itu"),
      ("UU No. l2 itu", "UU No. 12 itu"),
      ("Pasal l2l berlaku", "Pasal 121 berlaku"),
      ("dalam Pasal 4l ayat (l), kota", "dalam Pasal 41 ayat (1), kota"),
      ("UU Nomor9 itu", "UU Nomor 9 itu"),
      ("2 Februari2O2l di", "2 Februari 2021 di"),
      ("paling lama l0 (sepuluh) hari", "paling lama 10 (sepuluh) hari"),
      ("paling lama l5 (lima belas) hari", "paling lama 15 (lima belas) hari"),
      ("paling lama l2O (seratus dua puluh) hari", "paling lama 120 (seratus dua puluh) hari"),
      ("sebesar Rpl.000.O00.000,o0 itu", "sebesar Rp1.000.000.000,00 itu"),
      ("sebesar 2.233.OO0 orang", "sebesar 2.233.000 orang"),
    ])
  func numbers(text: String, expected: String) throws {
    #expect(try Self.repaired(text) == expected)
  }

  @Test(
    "in words are put right where the lexicon leaves no doubt",
    arguments: [
      ("UU ten tang kota", "UU tentang kota"),
      ("tambah an lembaran", "tambahan lembaran"),
      ("pemerin tah kota", "pemerintah kota"),
      ("TAH UN ini", "TAHUN ini"),
      ("ba.ndung itu, PERA.TURAN itu", "bandung itu, PERATURAN itu"),
      ("Undang-Undangini berlaku", "Undang-Undang ini berlaku"),
      ("Bandung ayat.Nomor9 berlaku", "Bandung ayat.Nomor 9 berlaku"),
      ("yangberlaku di kota", "yang berlaku di kota"),
      ("LEMBARANNEGARA itu", "LEMBARAN NEGARA itu"),
      ("cukupjelas. Itu", "cukup jelas. Itu"),
      ("pemerintahKawasaki itu", "pemerintah Kawasaki itu"),
      ("UndangUndang itu", "Undang-Undang itu"),
      ("Pera1uran tidak, 1aporan ya", "Pera1uran tidak, laporan ya"),
      ("je1as men5rusun itu", "jelas menyusun itu"),
    ])
  func words(text: String, expected: String) throws {
    #expect(try Self.repaired(text) == expected)
  }

  @Test(
    "are not seen in sound text",
    arguments: [
      "Pasal 5A huruf a dan huruf l itu", "ukuran A4, B3, m2 dan CO2 itu", "jalur K3 dan SMK3 itu",
      "sebesar l7o (satu persen) itu", "3O kota dan 5O desa", "ayat l2l kota itu",
      "ditambah l3 (satu per tiga) itu", "bahwasanya kota itu", "kota batu bara itu",
      "alamat pera.turan@kota.go.id itu", "berkas a_b.tentang itu", "Sdr. H. A. Tan Tang itu",
      "modal1 dan daerah2 itu", "iPhone dan eGov itu", "huruf a, huruf d an tara itu",
      "Tahun 2O TENTANG itu", "di atur oleh kota", "nomor l itu", "dan ini. Tah un",
    ])
  func sound(text: String) throws {
    let expected = text.replacing("Tah un", with: "Tahun")
    #expect(try Self.repaired(text) == expected)
  }

  @Test("keep the way back to the raw characters")
  func ranges() throws {
    let raw = "UU ten  tang Nomor9 Tahun 2C 14 dan men5rusun PERA.TURAN."
    let document = try Self.reader.read(Array(raw.utf8), fileName: "a.txt")
    let text = try #require(document.blocks.first).text
    #expect(text.string == "UU tentang Nomor 9 Tahun 2014 dan menyusun PERATURAN.")
    func quote(_ word: String) throws -> String {
      let range = try #require(text.string.utf8.firstRange(of: word.utf8))
      let start = text.string.utf8.distance(from: text.string.startIndex, to: range.lowerBound)
      return document.quote(text.sourceRange(of: start..<start + word.utf8.count))
    }
    #expect(try quote("tentang") == "ten  tang")
    #expect(try quote("Nomor") == "Nomor")
    #expect(try quote("9") == "9")
    #expect(try quote("Nomor 9 Tahun") == "Nomor9 Tahun")
    #expect(try quote("2014") == "2C 14")
    #expect(try quote("menyusun") == "men5rusun")
    #expect(try quote("PERATURAN") == "PERA.TURAN")
    #expect(document.quote(text.sourceRange) == raw)
  }

  private static let pieces = [
    "kota", "Bandung", "ten", "tang", "tah", "un", "2C", "14", "2Ol4", "5O", "l2l", "Nomor", "No.",
    "Nomor9", "Tahun", "ayat", "(l)", "PERA.TURAN", "Undangini", "yangberlaku", "men5rusun", ".",
    "Rpl.000.O00", "1O", "(sepuluh)", "a", "n", "é", "lembarannegara", "kotaBandung", "Pasal", ",",
  ]

  @Test("repaired again from the raw quote of a block or a sentence give the same text")
  func quotes() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SplitMix(state: seed)
    var repairs = 0
    for _ in 0..<5_000 {
      var raw = ""
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        raw += Self.pieces.randomElement(using: &generator) ?? ""
        raw += [" ", " ", " ", "", "  "].randomElement(using: &generator) ?? ""
      }
      let document = try Self.reader.read(Array(raw.utf8), fileName: "a.txt")
      for block in document.blocks where block.kind == .paragraph {
        let quote = document.quote(block.text.sourceRange)
        if quote != block.text.string { repairs += 1 }
        let again = Self.reader.repair(quote, markup: false)
        #expect(again == block.text.string, "seed \(seed): \(raw.debugDescription)")
        for sentence in Self.reader.splitter.sentences(of: block) {
          let quote = document.quote(block.text.sourceRange(of: sentence))
          #expect(
            Self.reader.repair(quote, markup: false)
              == String(decoding: block.text.bytes[sentence], as: UTF8.self),
            "seed \(seed): \(raw.debugDescription)")
        }
      }
    }
    #expect(repairs > 1_000)
  }
}
