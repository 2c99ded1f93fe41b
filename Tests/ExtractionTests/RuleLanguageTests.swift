import Diagnostics
import DomainPack
import Extraction
import Foundation
import TestSupport
import Testing

@Suite("Description of the rule language")
struct RuleLanguageTests {
  /// The blocks of YAML in docs/rules.md that hold rules with examples and words.
  private func blocks() throws -> [String] {
    let text = try String(
      contentsOf: TestPlaces.root.appending(path: "docs/rules.md"), encoding: .utf8)
    return text.components(separatedBy: "```yaml\n").dropFirst().map { part in
      part.components(separatedBy: "```")[0]
    }
  }

  @Test("shows rules whose examples hold")
  func documented() throws {
    var pack = try RealPack.pack()
    var words = "words:\n"
    for name in pack.words.members.keys.sorted() {
      let members = pack.words.members[name] ?? []
      words +=
        "  \(name): [\(members.map { "\"\($0 == "\"" ? "\\\"" : $0)\"" }.joined(separator: ", "))]\n"
    }
    let blocks = try blocks()
    words += try #require(blocks.first { $0.contains("scholarship-word:") })
    pack.words = try WordClasses.load(try PackNode.parse(words, file: "words.yaml"))
    let files = blocks.filter { $0.contains("rules:\n") }
    #expect(files.count == 2)
    for (number, file) in files.enumerated() {
      pack.rules += try RuleFile.load(
        try PackNode.parse(file, file: "rules.md"), name: "documented-\(number)")
    }
    let report = try RuleTester(pack).report(ofRulesNamed: "documented-")
    #expect(report.failures.map { $0.rendered(in: .english) } == [])
    #expect(report.examples == 8 && report.untested.isEmpty)
  }

  @Test("is refused where a rule names what the pack does not have")
  func unknownNames() throws {
    for (part, message) in [
      ("pattern: \"@no-such-class\"", "the word class @no-such-class is unknown"),
      ("pattern: <Unicorn>", "the class <Unicorn> is unknown"),
      ("pattern: \"!(a b)\"", "! takes one item only"),
      ("pattern: \"a&(b c)\"", "! takes one item only"),
      ("pattern: a\n  blocks: [boddy]", "unknown place “boddy” in blocks"),
    ] {
      var pack = try RealPack.pack()
      pack.rules += try RuleFile.load(
        try PackNode.parse("layer: relation\nrules:\n- id: a\n  \(part)", file: "r.yaml"), name: "r"
      )
      let error = #expect(throws: SyntaxError.self) { try CompiledPack(pack) }
      #expect(error?.description.hasPrefix("r.yaml:3:3: rule r/a: \(message)") == true)
    }
  }
}
