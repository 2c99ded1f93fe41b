import Foundation
import RDFSyntax
import SyntaxChecks
import TestSupport
import Testing

@Suite(
  "Texts like those of the W3C",
  .enabled(if: SharedMaterial.shouldRun(W3CManifest.root), "the W3C suites are not here"))
struct MutatedTextTests {
  @Test(
    "give the same in pieces of any size, and what they give is read back",
    arguments: RDFFormat.allCases)
  func originals(format: RDFFormat) throws {
    let inputs = W3CInputs(format: format)
    let texts = try inputs.texts()
    #expect(texts.count > 80)
    let check = ReadingCheck(format, base: inputs.base)
    for (name, text) in texts {
      do {
        try check.check(text, pieceSizes: [1, 2, 3, 7, 64])
      } catch {
        Issue.record("\(name): \(error)")
      }
    }
  }

  /// How many changed texts are tried in each syntax.
  static let mutations =
    ProcessInfo.processInfo.environment["SIMPUL_MUTATIONS"].flatMap { Int($0) } ?? 5_000

  @Test("keep every rule of reading when they are changed at random", arguments: RDFFormat.allCases)
  func mutations(format: RDFFormat) throws {
    let inputs = W3CInputs(format: format)
    let generator = SeededGenerator()
    var mutation = TextMutation(
      of: try inputs.texts().map(\.bytes), as: format, generator: generator)
    let check = ReadingCheck(format, base: inputs.base)
    for number in 0..<Self.mutations {
      let text = mutation.next()
      do {
        try check.check(text, pieceSizes: [1, 7])
        // The writers need longer than the readers.
        guard number % 4 == 0 else { continue }
        try WritingCheck.check(
          ReadingOutcome(reading: text, as: format, base: inputs.base, isLenient: true).lines)
      } catch {
        Issue.record("SIMPUL_SEED=\(generator.seed), text \(number): \(error)\n\(described(text))")
        return
      }
    }
  }

  /// A text as one line, whatever bytes it has.
  private func described(_ text: [UInt8]) -> String {
    String(decoding: text, as: UTF8.self).debugDescription + " = \(text)"
  }
}
