import Claims
public import Diagnostics
import Documents
public import DomainPack

/// Runs the examples that stand inside the rule files of a pack.
///
/// ```swift
/// let tester = try RuleTester(DomainPack.load(from: "ontology"))
/// for failure in tester.report().failures { print(failure.rendered(in: .english)) }
/// ```
///
/// An example is read as a document of its own, by the whole extraction: what a rule does in an
/// example is what it does in a document. docs/rules.md describes the notation.
public struct RuleTester: Sendable {
  /// What came of the examples.
  public struct Report: Sendable {
    /// Number of rules looked at.
    public var rules = 0
    /// Number of examples run.
    public var examples = 0
    /// What did not come out as written, in the order of the files: the kind is `rule.example`.
    public var failures: [Diagnostic] = []
    /// Names of the rules without any example.
    public var untested: [String] = []
  }

  private let pack: DomainPack
  private let extractor: Extractor

  /// A tester of a pack's rules.
  ///
  /// - Throws: ``SyntaxError`` where the pack does not compile.
  public init(_ pack: DomainPack) throws(SyntaxError) {
    self.pack = pack
    extractor = Extractor(try CompiledPack(pack))
  }

  /// Runs the examples of every rule, or of those whose name (`file/rule`) contains a text.
  public func report(ofRulesNamed part: String = "") -> Report {
    var report = Report()
    for rule in pack.rules + pack.frames.map(\.rule)
    where part.isEmpty || rule.name.contains(part) {
      report.rules += 1
      if rule.examples.isEmpty { report.untested.append(rule.name) }
      for example in rule.examples {
        report.examples += 1
        report.failures += failures(of: example, rule: rule)
      }
    }
    return report
  }

  /// What an example of a rule does not show.
  private func failures(of example: RuleExample, rule: Rule) -> [Diagnostic] {
    func failure(_ english: String, _ indonesian: String) -> Diagnostic {
      Diagnostic(
        id: "rule.example", severity: .error,
        message: Message(
          en: "rule \(rule.name): \(english)", id: "aturan \(rule.name): \(indonesian)"),
        file: rule.file, location: example.position..<example.position)
    }
    let outcome = extractor.outcome(
      of: ExampleDocument.document(of: example, for: rule, languages: pack.languages),
      key: "example")
    let hasFired = outcome.reading.firedRules.contains(rule.name) || outcome.title.rule == rule.name
    guard example.matches else {
      guard hasFired else { return [] }
      return [
        failure(
          "must not match “\(example.text)”", "seharusnya tidak cocok dengan “\(example.text)”")
      ]
    }
    guard hasFired else {
      return [failure("does not match “\(example.text)”", "tidak cocok dengan “\(example.text)”")]
    }
    let statements = ExampleStatements(outcome, rule: rule.name)
    return example.expected.filter { !statements.contains($0) }.map { missing in
      let found = statements.rendered()
      return failure(
        "“\(example.text)” does not give “\(missing)”; it gives: \(found)",
        "“\(example.text)” tidak menghasilkan “\(missing)”; hasilnya: \(found)")
    }
  }
}
