import Diagnostics
import DomainPack
import TestSupport
import Testing

@Suite("Rule file")
struct RuleFileTests {
  private func load(_ text: String) throws(SyntaxError) -> [Rule] {
    try RuleFile.load(try PackNode.parse(text, file: "r.yaml"), name: "r")
  }

  @Test("reads a rule with all that it may have")
  func full() throws {
    let rules = try load(
      """
      layer: relation
      rules:
        - id: gives
          pattern: "a:<City> gives b:<City> d:<Date>?"
          unless: ["never", "not yet"]
          after: "list ':'"
          blocks: [listItem]
          entities: {t: {class: Tool, label: "{b.surface}", links: {owner: [a, $home]}}}
          claims:
            - "a|$home.place donates t; planned=plannedDonation; within=$agreement"
            - "t status :Planned"
            - "t period \\"{d.value}/..\\""
          confidence: 0.7
          examples:
            match: ["one", {"two": ["x donates y"]}]
            not: ["three"]
      """)
    let rule = try #require(rules.first)
    #expect(rule.name == "r/gives" && rule.layer == .relation && rule.confidence == 0.7)
    #expect(rule.patterns.count == 1 && rule.exceptions.count == 2)
    #expect(rule.introductions.count == 1 && rule.blocks == ["listItem"])
    #expect(rule.entities.map(\.name) == ["t"])
    #expect(rule.entities[0].entity.label?.pieces == [.capture("b", field: "surface")])
    #expect(rule.claims[0].subject.choices.map(\.root) == ["a", "$home"])
    #expect(rule.claims[0].subject.choices.map(\.links) == [[], ["place"]])
    #expect(rule.claims[0].within?.choices.map(\.root) == ["$agreement"])
    #expect(Array(rule.claims[0].qualifiers.keys) == ["planned"])
    #expect(rule.claims[1].object == .concept("Planned"))
    guard case .text(let template) = rule.claims[2].object else {
      Issue.record("a quoted object is a text")
      return
    }
    #expect(template.pieces == [.capture("d", field: "value"), .text("/..")])
    #expect(rule.examples.map(\.text) == ["one", "two", "three"])
    #expect(rule.examples.map(\.matches) == [true, true, false])
    #expect(rule.examples[1].expected == ["x donates y"])
  }

  @Test(
    "tells file, line and column of a mistake",
    arguments: [
      ("layer: thing", "r.yaml:1:1: the key “rules” is missing"),
      (
        "rules:\n- {id: a, pattern: x}", "r.yaml:2:3: the key “layer” is missing"
      ),
      (
        "layer: things\nrules:\n- {id: a, pattern: x}",
        "r.yaml:1:8: unknown layer; expected one of: place, name, thing, title, relation"
      ),
      ("layer: thing\nrules:\n- {id: a}", "r.yaml:3:3: a rule needs a pattern"),
      ("layer: thing\nrules:\n- {pattern: x}", "r.yaml:3:3: the key “id” is missing"),
      (
        "layer: thing\nrules:\n- {id: a, pattern: x}\n- {id: a, pattern: x}",
        "r.yaml:4:8: the rule “a” stands twice"
      ),
      (
        "layer: thing\nrules:\n- {id: a, pattern: x, confidence: 2}",
        "r.yaml:3:35: a confidence lies in 0…1"
      ),
      (
        "layer: relation\nrules:\n- id: a\n  pattern: x\n  claims: [\"a donates\"]",
        "r.yaml:5:12: expected “subject predicate object”"
      ),
      (
        "layer: relation\nrules:\n- id: a\n  pattern: x\n  claims: [\"a donates b; planned\"]",
        "r.yaml:5:12: expected “name=value” after “;”"
      ),
      (
        "layer: relation\nrules:\n- id: a\n  pattern: \"x @\"",
        "r.yaml:4:16: expected the name of a word class"
      ),
      (
        "layer: relation\nrules:\n- id: a\n  pattern: x )",
        "r.yaml:4:14: unexpected “)”"
      ),
      (
        "layer: thing\nrules:\n- id: a\n  pattern: x\n  entity: {label: b}",
        "r.yaml:5:11: the key “class” is missing"
      ),
    ])
  func mistakes(text: String, expected: String) {
    let error = #expect(throws: SyntaxError.self) { try load(text) }
    #expect(error?.description == expected)
  }

  @Test(
    "refuses names that stand for nothing",
    arguments: [
      ("entity: {class: Tool, label: \"{m}\"}", "m"),
      ("entity: {class: Tool, links: {owner: [o]}}", "o"),
      ("extend: k", "k"),
      ("span: k", "k"),
      ("claims: [\"n donates q\"]", "q"),
      ("claims: [\"q donates n\"]", "q"),
      ("claims: [\"n|q donates $home\"]", "q"),
      ("claims: [\"n period \\\"{d.value}\\\"\"]", "d"),
      ("claims: [\"n donates n; quantity={q}\"]", "q"),
      ("claims: [\"n donates n; within=q\"]", "q"),
    ])
  func strayNames(part: String, name: String) {
    let error = #expect(throws: SyntaxError.self) {
      try load("layer: relation\nrules:\n- id: a\n  pattern: \"n:<City>\"\n  \(part)")
    }
    #expect(error?.description == "r.yaml:3:3: rule r/a: “\(name)” is neither captured nor made")
  }

  @Test("names a key that nobody reads and the known ones")
  func unknownKey() {
    let error = #expect(throws: SyntaxError.self) {
      try load("layer: thing\nrules:\n- {id: a, patern: x}")
    }
    #expect(
      error?.description.hasPrefix("r.yaml:3:11: unknown key “patern”; expected one of: ") == true)
  }

  @Test("names of the pack's rules are unique and tell their file")
  func pack() throws {
    let rules = try DomainPack.load(from: TestPlaces.ontologyPath).rules
    #expect(Set(rules.map(\.name)).count == rules.count)
    #expect(rules.allSatisfy { $0.file.contains($0.name.prefix { $0 != "/" }) })
  }
}
