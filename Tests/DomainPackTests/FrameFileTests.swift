import Diagnostics
import DomainPack
import Testing

@Suite("Frame file")
struct FrameFileTests {
  private func load(_ text: String) throws(SyntaxError) -> [Frame] {
    try FrameFile.load(try PackNode.parse(text, file: "f.yaml"), name: "f")
  }

  @Test("reads a frame with all that it may have")
  func full() throws {
    let frames = try load(
      """
      frames:
        - id: gives
          stems: [hibah]
          active: [gave]
          noun: [gift of]
          roles:
            g: {class: [City, School], active: before, passive: ["@by", after], list: false}
            t: {words: phrase, at: [right]}
          entities: {x: {class: Tool, label: "{t}"}}
          claims: ["g donates x; planned=plannedDonation"]
          confidence: 0.5
          examples: {match: ["one"], not: ["two"]}
      """)
    let frame = try #require(frames.first)
    #expect(frame.rule.name == "f/gives" && frame.rule.confidence == 0.5)
    #expect(frame.rule.layer == .relation && frame.rule.patterns.isEmpty)
    #expect(frame.triggers[.active] == ["gave", "~hibah"])
    #expect(frame.triggers[.noun] == ["gift of", "~hibah"])
    #expect(frame.roles.map(\.name) == ["g", "t"])
    #expect(frame.roles[0].places[.active] == [.before])
    #expect(frame.roles[0].places[.passive] == [.governed("by"), .after])
    #expect(frame.roles[0].places[.noun] == [])
    #expect(!frame.roles[0].takesLists && frame.roles[1].takesLists)
    #expect(frame.roles[1].places[.noun] == [.right])
    guard case .words(.phrase) = frame.roles[1].filler else {
      Issue.record("a role may be words")
      return
    }
    #expect(frame.rule.examples.map(\.matches) == [true, false])
  }

  private static let head = "frames:\n- id: a\n  active: [x]\n"

  @Test(
    "tells file, line and column of a mistake",
    arguments: [
      ("rules: []", "f.yaml:1:1: unknown key “rules”"),
      ("frames:\n- {id: a, roles: {}, claims: []}", "f.yaml:2:3: a frame needs words"),
      (
        head + "  roles: {g: {class: City, at: beside}}\n  claims: [g x g]",
        "f.yaml:4:32: unknown place “beside”"
      ),
      (
        head + "  roles: {g: {class: City}}\n  claims: [g x g]",
        "f.yaml:4:14: the role “g” stands nowhere"
      ),
      (
        head + "  roles: {g: {words: any, at: after}}\n  claims: [g x g]",
        "f.yaml:4:22: expected “phrase” or “clause”"
      ),
      (
        head + "  roles: {g: {class: City, at: after}}\n  claims: []",
        "f.yaml:5:11: a frame needs claims"
      ),
      (
        head + "  roles: {g: {class: City, at: after}}\n  claims: [g x h]",
        "f.yaml:2:3: rule f/a: “h” is neither captured nor made"
      ),
    ])
  func mistakes(text: String, expected: String) {
    let error = #expect(throws: SyntaxError.self) { try load(text) }
    #expect(error?.description.hasPrefix(expected) == true, "\(error?.description ?? "")")
  }

  @Test("refuses two frames of one name")
  func twice() {
    let frame = "- {id: a, active: [x], roles: {g: {class: City, at: after}}, claims: [g x g]}\n"
    #expect(throws: SyntaxError.self) { try load("frames:\n" + frame + frame) }
  }
}
