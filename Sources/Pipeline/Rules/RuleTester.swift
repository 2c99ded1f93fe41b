import Claims
public import Diagnostics
import Documents
import DomainPack
import Extraction

/// Tries the rules of a pack on the examples that stand beside them.
public struct RuleTester: Sendable {
  /// What the examples came to.
  public struct Result: Hashable, Sendable {
    /// Rules that have examples.
    public var testedRules = 0
    public var rules = 0
    public var examples = 0
    /// One for each example that does not hold, with its place in the rule file.
    public var failures: [Diagnostic] = []
  }

  private let pack: LoadedPack

  /// A tester for the rules of a pack.
  public init(_ pack: LoadedPack) { self.pack = pack }

  /// Tries the rules whose names (`file/rule`) contain a text; all if it is empty.
  ///
  /// An example under `match` holds if its rule matches somewhere in it and every expectation is
  /// met: `SUBJECT PREDICATE OBJECT`, a claim of that rule, where subject and object are a name, a
  /// key, a concept, a value, `self` for anything, and the object may be left out; or `CLASS: NAME`,
  /// a thing so named. One under `not` holds if its rule makes no claim and no thing of it.
  public func run(filter: String = "") -> Result {
    var result = Result()
    for rule in pack.pack.rules where filter.isEmpty || rule.name.contains(filter) {
      result.rules += 1
      if !rule.examples.isEmpty { result.testedRules += 1 }
      for example in rule.examples {
        result.examples += 1
        guard let fault = fault(of: example, for: rule) else { continue }
        result.failures.append(
          Diagnostic(
            id: "rule.example", severity: .error,
            message: Message(
              en: "\(rule.name): “\(example.text)”: \(fault.english)",
              id: "\(rule.name): “\(example.text)”: \(fault.indonesian)"),
            file: rule.file, location: example.position..<example.position))
      }
    }
    return result
  }

  private func fault(of example: RuleExample, for rule: Rule) -> Message? {
    let (claims, fired) = pack.extractor.traced(document(example.text, for: rule), key: "example")
    let isFired = fired.contains(rule.name)
    guard example.matches else {
      guard isFired else { return nil }
      return Message(en: "the rule matches and should not", id: "aturan cocok, padahal seharusnya tidak")
    }
    guard isFired else {
      return Message(en: "the rule does not match", id: "aturan tidak cocok")
    }
    for expectation in example.expected where !holds(expectation, in: claims, of: rule) {
      return Message(
        en: "expected “\(expectation)”; found \(told(claims, of: rule) ?? "nothing")",
        id: "diharapkan “\(expectation)”; ditemukan \(told(claims, of: rule) ?? "tidak ada")")
    }
    return nil
  }

  /// A document of one block, of a kind in which the rule applies.
  private func document(_ text: String, for rule: Rule) -> Document {
    let kinds: [(name: String, kind: BlockKind)] = [
      ("body", .paragraph), ("heading", .heading(level: 1)), ("title", .heading(level: 1)),
      ("listItem", .listItem), ("tableRow", .tableRow), ("note", .note),
      ("bibliography", .bibliographyEntry), ("caption", .caption), ("quotation", .quotation),
    ]
    let kind = kinds.first { rule.blocks.isEmpty || rule.blocks.contains($0.name) }?.kind
    let raw = Array(text.unicodeScalars)
    var repaired = RepairedText()
    for (number, scalar) in raw.enumerated() { repaired.append(scalar, from: number..<number + 1) }
    return Document(
      fileName: "example.txt", format: "text", rawText: raw,
      blocks: [Block(kind: kind ?? .paragraph, text: repaired)])
  }

  // MARK: Expectations

  private func holds(_ expectation: String, in claims: DocumentClaims, of rule: Rule) -> Bool {
    if let colon = expectation.range(ofText: ": "), !expectation[..<colon.lowerBound].contains(" ") {
      let name = String(expectation[colon.upperBound...])
      return claims.entities.contains {
        $0.entityClass.rawValue == expectation[..<colon.lowerBound] && names(name, $0)
      }
    }
    let words = expectation.split(separator: " ").map(String.init)
    guard
      let place = words.firstIndex(where: {
        pack.vocabulary.description(of: Predicate(rawValue: $0)) != nil
      })
    else { return false }
    let subject = words[..<place].joined(separator: " ")
    let object = words[(place + 1)...].joined(separator: " ")
    return claims.claims.contains { claim in
      guard claim.rule == rule.name, claim.predicate.rawValue == words[place],
        isAnything(subject) || names(subject, claims.entities[claim.subject])
      else { return false }
      return isAnything(object) || names(object, claim.object, in: claims)
    }
  }

  private func isAnything(_ text: String) -> Bool { text.isEmpty || text == "self" }

  private func names(_ text: String, _ entity: LocalEntity) -> Bool {
    let folded = Slug.folded(text)
    return entity.key == text || ([entity.label] + entity.aliases).contains { Slug.folded($0) == folded }
  }

  private func names(_ text: String, _ object: ClaimObject, in claims: DocumentClaims) -> Bool {
    switch object {
    case .entity(let entity): names(text, claims.entities[entity])
    case .concept(let concept): text == concept || text == ":\(concept)"
    case .value(let value, _): text == value
    }
  }

  private func told(_ claims: DocumentClaims, of rule: Rule) -> String? {
    let own = claims.claims.filter { $0.rule == rule.name }.map { claim in
      let object =
        switch claim.object {
        case .entity(let entity): claims.entities[entity].label
        case .concept(let concept): ":\(concept)"
        case .value(let value, _): value
        }
      return "“\(claims.entities[claim.subject].label) \(claim.predicate.rawValue) \(object)”"
    }
    let things = claims.entities.dropFirst().map { "“\($0.entityClass.rawValue): \($0.label)”" }
    let all = own.isEmpty ? things : own
    return all.isEmpty ? nil : all.joined(separator: ", ")
  }
}

extension String {
  /// The first place where a text stands in this one.
  fileprivate func range(ofText text: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(text) }.map { $0..<index($0, offsetBy: text.count) }
  }
}
