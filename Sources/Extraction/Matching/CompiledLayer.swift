import DomainPack

/// The rules of one layer and their automaton.
final class CompiledLayer: Sendable {
  let rules: [Rule]
  /// The matcher to begin with: it holds scratch space, so every document works on a copy of its own.
  let matcher: RuleMatcher
  /// The matcher of the introductions that rules ask for.
  let introductions: RuleMatcher

  /// For each rule the number of the capture that is the mention; nil where the whole match is.
  let spans: [Int?]

  /// Which rules may fire in a place of a document, by their numbers.
  private let allowed: [SentenceContext: [Bool]]

  init(rules: [Rule], matcher: RuleMatcher, introductions: RuleMatcher) {
    self.rules = rules
    self.matcher = matcher
    self.introductions = introductions
    spans = rules.map { rule in rule.span.flatMap { matcher.slots.firstIndex(of: $0) } }
    let pairs = SentenceContext.allCases.map { context in
      (context, rules.map { $0.applies(in: context) })
    }
    allowed = Dictionary(uniqueKeysWithValues: pairs)
  }

  /// Name of a capture slot.
  func name(ofSlot slot: Int) -> String { matcher.slots[slot] }

  /// For each rule whether it may fire in a place of a document.
  func rulesAllowed(in context: SentenceContext) -> [Bool] {
    allowed[context] ?? [Bool](repeating: false, count: rules.count)
  }
}
