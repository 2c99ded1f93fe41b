import RDFSyntax
import Testing

@Suite("Labels of nodes without one")
struct AnonymousLabelsTests {
  @Test("moves a label only if its number was given before")
  func moving() {
    var labels = AnonymousLabels()
    #expect(!mustMove("anon0", &labels))
    #expect(labels.fresh() == 1)
    #expect(!mustMove("anon0", &labels))
    #expect(mustMove("anon1", &labels))
    #expect(mustMove("anon-1", &labels))
    #expect(mustMove("anon--1", &labels))
    #expect(!mustMove("anon5", &labels))
    #expect(labels.fresh() == 6)
    #expect(!mustMove("anon5", &labels))
    #expect(!mustMove("anon4", &labels))
    #expect(mustMove("anon6", &labels))
  }

  @Test(
    "leaves other labels alone",
    arguments: [
      "", "anon", "anonymous", "anon01", "anon-", "anon0x", "anon99999999999999999999", "Anon0",
      "0",
    ])
  func others(label: String) {
    var labels = AnonymousLabels()
    for _ in 0..<3 { _ = labels.fresh() }
    #expect(!mustMove(label, &labels))
  }

  private func mustMove(_ label: String, _ labels: inout AnonymousLabels) -> Bool {
    labels.mustMove(Array(label.utf8).span)
  }
}
