import Diagnostics

/// Finds names in a rule that stand for nothing: what would silently never be made.
struct RuleCheck {
  private let captures: Set<String>
  private let things: Set<String>

  /// A check against what a rule captures and makes.
  init(_ rule: Rule) {
    var captures: Set<String> = []
    for pattern in rule.patterns { Self.collect(pattern, into: &captures) }
    var introduced: Set<String> = []
    for pattern in rule.introductions { Self.collect(pattern, into: &introduced) }
    self.captures = captures
    things = captures.union(introduced).union(rule.entities.map(\.name)).union(["self"])
  }

  /// A check of a rule without patterns against names that are captured otherwise.
  init(names: [String], _ rule: Rule) {
    captures = Set(names)
    things = captures.union(rule.entities.map(\.name))
  }

  private static func collect(_ pattern: RulePattern, into names: inout Set<String>) {
    switch pattern {
    case .capture(let name, let inner):
      names.insert(name)
      collect(inner, into: &names)
    case .sequence(let items), .alternatives(let items), .all(let items):
      for item in items { collect(item, into: &names) }
    case .repeated(let inner, _, _, _), .not(let inner): collect(inner, into: &names)
    case .word, .stem, .wordClass, .mention, .shape, .sentenceStart, .sentenceEnd: break
    }
  }

  /// Checks everything in a rule that names a capture or a thing.
  ///
  /// - Throws: ``SyntaxError`` at the rule, with the name that stands for nothing.
  func check(_ rule: Rule) throws(SyntaxError) {
    for name in [rule.extends, rule.span].compactMap({ $0 }) where !captures.contains(name) {
      throw fault(rule, name)
    }
    for entity in rule.entities.map(\.entity) + [rule.entity].compactMap({ $0 }) {
      let templates = [entity.key, entity.label].compactMap { $0 } + entity.aliases
      for template in templates + entity.attributes.values.map({ $0 }) { try check(template, rule) }
      for argument in entity.links.values.joined() { try check(argument, rule) }
    }
    for claim in rule.claims {
      try check(claim.subject, rule)
      switch claim.object {
      case .argument(let argument): try check(argument, rule)
      case .text(let template): try check(template, rule)
      case .concept: break
      }
      for template in claim.qualifiers.values { try check(template, rule) }
      if let within = claim.within { try check(within, rule) }
    }
  }

  private func check(_ argument: RuleArgument, _ rule: Rule) throws(SyntaxError) {
    for choice in argument.choices
    where !choice.root.hasPrefix("$") && !things.contains(choice.root) {
      throw fault(rule, choice.root)
    }
  }

  private func check(_ template: RuleTemplate, _ rule: Rule) throws(SyntaxError) {
    for name in template.captures where !name.hasPrefix("$") && !things.contains(name) {
      throw fault(rule, name)
    }
  }

  private func fault(_ rule: Rule, _ name: String) -> SyntaxError {
    SyntaxError(
      Message(
        en: "rule \(rule.name): “\(name)” is neither captured nor made",
        id: "aturan \(rule.name): “\(name)” tidak ditangkap dan tidak dibuat"),
      at: rule.position..<rule.position, file: rule.file)
  }
}
