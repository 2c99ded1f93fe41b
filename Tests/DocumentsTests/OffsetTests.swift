import Claims
import Documents
import Testing

@Suite("Offsets")
struct OffsetTests {
  /// A small deterministic generator (SplitMix64).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  private static let pieces = [
    "kota", "Bandung", "kerja sama", "undang-undang", "ker\u{AD}ja", "e\u{FB01}sien", "cafe\u{301}",
    "2016", "MoU", "(LoI)", "satu,", "selesai.", "**tebal**", "*miring*", "nama\\_panjang",
    "[Pasal](/pp/1)", "proyek- proyek", "\u{A0}", "川崎", "–", "“kutip”", "a_b", "x\u{200B}y",
    "perundang- undangan", "tukar- menukar", "2017- 2020", "per- usahaan", "Pasal 3", "Menteri.",
    "\u{1F600}", "a\u{302}\u{323}", "!", "\\", "`x`", "<br>", "[bookmark: _Toc1]",
  ]
  private static let gaps = [
    " ", " ", " ", "  ", "\n", " \n\n", "-\n", "\t", "\n\n\n", "\n- ", "\n## ",
    "  \n", "\n(2)\n", "\n7. ", "\r\n", "\n> ",
  ]

  @Test("the raw quote of a block, repaired again, is the block's text")
  func quotes() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = Generator(state: seed)
    var seen = 0
    for round in 0..<2_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        text += Self.pieces.randomElement(using: &generator) ?? ""
        text += Self.gaps.randomElement(using: &generator) ?? ""
      }
      for name in ["a.txt", "a.md"] {
        let document = try ReadingSamples.reader.read(Array(text.utf8), fileName: name)
        for block in document.blocks where block.kind != .tableRow {
          seen += 1
          let quote = document.quote(block.text.sourceRange)
          let again = ReadingSamples.reader.repair(quote, markup: document.format == "markdown")
          #expect(
            again == block.text.string,
            "seed \(seed), round \(round), \(name): \(text.debugDescription)")
        }
        checkRanges(document, seed)
      }
    }
    #expect(seen > 2_000)
  }

  /// Every word of a repaired text lies in order within the block's raw range.
  private func checkRanges(_ document: Document, _ seed: UInt64) {
    for block in document.blocks {
      let whole = block.text.sourceRange
      let bytes = block.text.bytes
      var last = whole.start
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x20 { end += 1 }
        if end > start {
          let range = block.text.sourceRange(of: start..<end)
          #expect(whole.contains(range) && range.start >= last, "seed \(seed)")
          last = range.start
        }
        start = end + 1
      }
    }
  }

  @Test("ranges lead to the raw characters of a mention")
  func mentions() throws {
    let raw = "\u{FEFF}Kota **Ban\u{AD}dung**\nmen\u{FB01}lai Cafe\u{301}."
    let document = try ReadingSamples.reader.read(Array(raw.utf8), fileName: "a.md")
    let text = try #require(document.blocks.first).text
    #expect(text.string == "Kota Bandung menfilai Caf\u{E9}.")
    func quote(_ word: String) throws -> String {
      let range = try #require(text.string.utf8.firstRange(of: word.utf8))
      let start = text.string.utf8.distance(from: text.string.startIndex, to: range.lowerBound)
      return document.quote(text.sourceRange(of: start..<start + word.utf8.count))
    }
    #expect(try quote("Bandung") == "Ban\u{AD}dung")
    #expect(try quote("menfilai") == "men\u{FB01}lai")
    #expect(try quote("Caf\u{E9}") == "Cafe\u{301}")
    #expect(try quote("Kota") == "Kota")
  }

  @Test("long texts keep their offsets")
  func long() throws {
    let words = (0..<5_000).map { "kata\($0)é" }
    let raw = words.joined(separator: " ")
    let document = try ReadingSamples.reader.read(Array(raw.utf8), fileName: "a.txt")
    let text = try #require(document.blocks.first).text
    var byte = 0
    for word in words {
      let count = word.utf8.count
      #expect(document.quote(text.sourceRange(of: byte..<byte + count)) == word)
      byte += count + 1
    }
  }
}
