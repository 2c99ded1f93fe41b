import Claims
import Documents
import TestSupport
import Testing

@Suite("Random PDF pages") struct PDFRandomPageTests {
  private static let syllables = ["ka", "wa", "sa", "ki", "ban", "dung", "ko", "ta", "ser", "na"]

  private func word(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      Self.syllables[Int.random(in: 0..<Self.syllables.count, using: &generator)]
    }.joined()
  }

  /// Pages of lines at random places: by chance columns, tables, headings, notes and overlaps.
  private func sample(_ generator: inout SeededGenerator) -> PDFSample {
    var sample = PDFSample()
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      sample.page()
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        let count = Int.random(in: 1...9, using: &generator)
        var text = (0..<count).map { _ in word(&generator) }.joined(separator: " ")
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: text = "\u{2022} " + text
        case 1: text += "."
        case 2: text += "-"
        case 3: text = text.uppercased()
        default: break
        }
        sample.line(
          text, x: Double(Int.random(in: 2...24, using: &generator) * 20),
          y: Double(Int.random(in: 3...66, using: &generator) * 12),
          size: [6, 8, 10, 10, 10, 10, 14, 20][Int.random(in: 0..<8, using: &generator)])
      }
    }
    return sample
  }

  @Test("Wherever words stand, each block is found again in the raw text, and on its page")
  func places() throws {
    var generator = SeededGenerator()
    let seed = generator.seed
    for round in 0..<25 {
      let sample = sample(&generator)
      let document = try ReadingSamples.reader.read(sample.bytes, fileName: "a.pdf")
      for block in document.blocks {
        let range = block.text.sourceRange
        let place = try #require(document.places.place(at: range.start))
        #expect(place.page == block.page, "seed \(seed), round \(round)")
        guard block.kind != .tableRow else { continue }
        #expect(
          ReadingSamples.reader.repair(document.quote(range), markup: false) == block.text.string,
          "seed \(seed), round \(round)")
      }
      let again = try ReadingSamples.reader.read(sample.bytes, fileName: "a.pdf")
      #expect(again.blocks == document.blocks && again.places == document.places)
    }
  }
}
