import Diagnostics
import Documents
import Extraction
import TestSupport
import Testing

@Suite("Misread words")
struct MisreadingTests {
  /// A text that uses its words often, so that a misread one stands out.
  static let frame = """
    Pemerintah Kota Bandung dan Pemerintah Kota Kawasaki menandatangani nota kesepahaman. Kota \
    Bandung dan Kota Kawasaki menjalin kerja sama. Kerja sama Kota Bandung dengan Kota Kawasaki \
    meliputi pengelolaan sampah. Pengelolaan sampah di Kota Bandung dibantu Kota Kawasaki. Kerja \
    sama Kota Bandung dan Kota Kawasaki berjalan baik. Pemerintah Kota Bandung dan Pemerintah Kota \
    Kawasaki sepakat. Warga Kota Bandung dan Kota Kawasaki senang.
    """

  /// The last line of a text behind the frame, as extraction reads it.
  static func read(_ line: String) throws -> String {
    let document = try RealPack.reader().read(
      Array("\(frame)\n\n\(line)\n".utf8), fileName: "a.txt")
    let blocks = try RealPack.extractor().blocks(of: document)
    return try #require(blocks.last).text.string
  }

  @Test(
    "become the words that one letter leaves no doubt were meant",
    arguments: [
      ("Tahun lalu Kota Kawasakl datang.", "Tahun lalu Kota Kawasaki datang."),
      ("Tahun lalu Kota Kawsaki datang.", "Tahun lalu Kota Kawasaki datang."),
      ("Tahun lalu Kota awasaki datang.", "Tahun lalu Kota Kawasaki datang."),
      ("Tahun lalu Kota Kawasakki datang.", "Tahun lalu Kota Kawasaki datang."),
      ("Tahun lalu Kota Kaawsaki datang.", "Tahun lalu Kota Kawasaki datang."),
      ("Tahun lalu Kota Kawxsaki datang.", "Tahun lalu Kota Kawasaki datang."),
      ("KOTA KAWASAKl", "KOTA KAWASAKI"),
      ("Kedua kota menandatanganl surat.", "Kedua kota menandatangani surat."),
      ("Kedua kota rnenandatangani surat.", "Kedua kota menandatangani surat."),
      ("Tahun lalu perneritah Kota Bandung datang.", "Tahun lalu perneritah Kota Bandung datang."),
      ("Tahun lalu Pemerin tah Kota Bandung datang.", "Tahun lalu Pemerintah Kota Bandung datang."),
      ("Tahun lalu PemerintahKota Bandung datang.", "Tahun lalu Pemerintah Kota Bandung datang."),
    ])
  func repaired(text: String, expected: String) throws {
    #expect(try Self.read(text) == expected)
  }

  @Test(
    "stay as they are where anything leaves a doubt",
    arguments: [
      // Words that are known, however near others are.
      "Kata orang, kita makan di kota.",
      // Names near names of the text, also one that is no city's where the text is short.
      "Warga Kota Badung senang.",
      "Wali kota Bandar Lampung datang.", "Warga Kabupaten Badung senang.",
      // Two changes.
      "Bupati itu bernama Pamerinto.",
      // Addresses.
      "Tulislah kepada humas@bandunq.go.id atau www.kawasakl.jp.",
      // Short names, and words that are no nearer to one word than to another.
      "Bapak Badu dan Ibu Saka datang.",
    ])
  func doubtful(text: String) throws { #expect(try Self.read(text) == text) }

  @Test("lead back to the characters that stand in the text")
  func wayBack() throws {
    let line = "Kota Bandunng dan Kota Kawsaki menjalin kerjja sama."
    let document = try RealPack.reader().read(
      Array("\(Self.frame)\n\n\(line)\n".utf8), fileName: "a.txt")
    let block = try #require(try RealPack.extractor().blocks(of: document).last)
    #expect(block.text.string == "Kota Bandung dan Kota Kawasaki menjalin kerja sama.")
    for (repaired, raw) in [("Bandung", "Bandunng"), ("kerja", "kerjja")] {
      let bytes = Array(block.text.string.utf8)
      let word = Array(repaired.utf8)
      let start = try #require(
        bytes.indices.first { bytes[$0...].starts(with: word) })
      #expect(document.quote(block.text.sourceRange(of: start..<start + word.count)) == raw)
    }
    #expect(document.quote(block.text.sourceRange).hasPrefix("Kota Bandunng"))
  }

  @Test("are looked for among exactly the words within one edit")
  func neighbours() {
    var random = SeededGenerator()
    func word() -> [UInt8] {
      (0..<Int.random(in: 2...7, using: &random)).map { _ in
        UInt8.random(in: 0x61...0x64, using: &random)
      }
    }
    let words = (0..<400).map { _ in word() }
    var near = EditNeighbours()
    for (number, word) in words.enumerated() { near.insert(Int32(number), word[...]) }
    let alike = LookAlikes(["a b"])
    for _ in 0..<200 {
      let asked = word()
      let text = String(decoding: asked, as: UTF8.self)
      let expected = words.indices.filter {
        EditDistance.between(text, String(decoding: words[$0], as: UTF8.self), limit: 1) == 1
      }
      var found: Set<Int> = []
      near.forEachCandidate(near: asked[...]) { number in
        let word = words[Int(number)]
        guard let edit = SingleEdit(from: asked[...], to: word[...], alike) else { return }
        var edited = asked
        edited.replaceSubrange(edit.range, with: edit.letters)
        #expect(edited == word)
        found.insert(Int(number))
      }
      #expect(found.sorted() == expected, "\(text), seed \(random.seed)")
    }
  }
}
