import Diagnostics
import DomainPack
import Pipeline
import Testing

@Suite("Review dialogue")
struct ReviewDialogueTests {
  /// What a dialogue with typed lines came to.
  private final class Talk {
    var lines: [String]
    var shown = ""
    var kept: [String] = []
    var drafts: [String] = []
    var edited: String?
    var refusal: PipelineError?
    var answered = 0

    init(_ lines: String...) { self.lines = lines }

    func run(_ items: [ReviewItem]) throws {
      answered = try ReviewDialogue(
        language: .english, read: { self.lines.isEmpty ? nil : self.lines.removeFirst() },
        write: { self.shown += $0 },
        edit: {
          self.drafts.append($0)
          return self.edited
        }, yaml: { item, answer in (answer == .yes ? item.yes : item.no)?.yaml(by: "Rina") },
        record: { yaml in
          if let refusal = self.refusal {
            self.refusal = nil
            throw refusal
          }
          self.kept.append(yaml)
        }
      ).run(items)
    }
  }

  private func item(_ id: String, yes: DecisionText? = nil, no: DecisionText? = nil) -> ReviewItem {
    ReviewItem(
      id: id, kind: .duplicate, urgency: 0.5, question: Message(en: "Same \(id)?", id: "Sama?"),
      things: [],
      passages: [
        ReviewItem.Passage(
          document: "a", file: "a\u{1B}[2J.txt", page: 3, start: 0, end: 5, quote: "Kota\n Bandung",
          claim: "0123456789abcdef", statement: "a b c", confidence: 0.6, rule: "f/r")
      ], yes: yes, no: no)
  }

  private var items: [ReviewItem] {
    ["one", "two", "three"].map {
      item($0, yes: .confirm(thing: $0), no: .reject(thing: $0))
    }
  }

  @Test("keeps each answer at once, and skips what is not answered")
  func answers() throws {
    let talk = Talk(" Y", "s", "n")
    try talk.run(items)
    #expect(talk.kept == ["- confirm: one\n  by: Rina\n", "- reject: three\n  by: Rina\n"])
    #expect(talk.answered == 2)
    #expect(talk.shown.contains("2/3  two  perhaps one thing\n  Same two?\n"))
    #expect(talk.shown.contains("    a[2J.txt, page 3, f/r, 60 %: a b c\n      “Kota Bandung”\n"))
    #expect(talk.shown.contains("  yes:\n    - confirm: two\n"))
  }

  @Test("ends at q and at the end of the input", arguments: [["y", "q"], ["y"], ["", "x", "y"]])
  func ends(lines: [String]) throws {
    let talk = Talk()
    talk.lines = lines
    try talk.run(items)
    #expect(talk.answered == 1 && talk.kept.count == 1)
  }

  @Test("asks again where there is no such answer")
  func unavailable() throws {
    let talk = Talk("y", "n", "s")
    try talk.run([item("one")])
    #expect(talk.answered == 0 && talk.kept.isEmpty)
    #expect(talk.shown.contains("there is no such answer here"))
    #expect(!talk.shown.contains("[y]"))
  }

  @Test("e opens the decision as text; giving up, or leaving only comments, asks again")
  func edits() throws {
    let talk = Talk("e", "q")
    try talk.run(items)
    #expect(talk.drafts == ["# Same one?\n- confirm: one\n  by: Rina\n"])
    #expect(talk.answered == 0)
    let second = Talk("e", "q")
    second.edited = "# no\n\n"
    try second.run(items)
    #expect(second.kept.isEmpty)
    let third = Talk("e", "q")
    third.edited = "- reject: x\n"
    try third.run(items)
    #expect(third.kept == ["- reject: x\n"] && third.answered == 1)
  }

  @Test("a mistake in an edited decision is shown, and asked about again")
  func mistakes() throws {
    let talk = Talk("e", "y", "q")
    talk.edited = "- rejekt: x\n"
    talk.refusal = PipelineError(.badInput, Message(en: "d.yaml:1:3: no", id: "d.yaml:1:3: tidak"))
    try talk.run(items)
    #expect(talk.shown.contains("d.yaml:1:3: no\n"))
    #expect(talk.kept == ["- confirm: one\n  by: Rina\n"])
    let second = Talk("y")
    second.refusal = PipelineError(.inputOutput, Message(en: "full", id: "penuh"))
    #expect(throws: PipelineError.self) { try second.run(items) }
  }
}
