package import Claims
package import DomainPack

/// What the words around a statement say of its having happened.
package struct ModalityCues: Sendable {
  /// How a statement is meant.
  package enum Reading: Equatable, Sendable {
    /// Nothing said.
    case plain
    case status(Status)
    /// Denied, hypothetical or wished: no claim.
    case unstated
  }

  /// The class of cues that count before the end of a statement only: *apakah*, *jika*, *whether*.
  private static let leading = "cue-unstated-before"
  /// How many words before and behind a statement a cue is looked for.
  private static let reach = (before: 20, behind: 10)

  private var phrases = PhraseTrie()
  private var boundaries: Set<Int32> = []
  private static let classes: [(name: String, reading: Reading)] = [
    ("cue-unstated", .unstated), (leading, .unstated), ("cue-not-realised", .status(.notRealised)),
    ("cue-planned", .status(.planned)), ("cue-partly", .status(.partlyRealised)),
    ("cue-ongoing", .status(.ongoing)),
  ]

  /// The cues of a pack.
  package init(pack: DomainPack, words: inout WordTable) {
    for (number, cue) in Self.classes.enumerated() {
      for member in pack.words.members[cue.name] ?? [] {
        for phrase in RuleCompiler.phrases(of: member, pack: pack, words: &words) {
          phrases.insert(phrase, payload: Int32(number))
        }
      }
    }
    boundaries = Set(
      (pack.words.members["cue-boundary"] ?? [])
        .flatMap { RuleCompiler.phrases(of: $0, pack: pack, words: &words) }.filter {
          $0.count == 1
        }.joined())
  }

  /// How a statement made by some tokens of a sentence is meant: the gravest cue in its clause, which
  /// reaches from the statement to the next boundary on either side, some words far at most.
  ///
  /// Words of names are no cues: a *Badan Perencanaan* plans nothing by its name.
  package func reading(
    of statement: Range<Int>, in tokens: [Token], sentence: Range<Int>, names: [Range<Int>] = []
  ) -> Reading {
    var start = statement.lowerBound
    let first = max(sentence.lowerBound, start - Self.reach.before)
    while start > first, !boundaries.contains(tokens[start - 1].word) { start -= 1 }
    var end = statement.upperBound
    let last = min(sentence.upperBound, end + Self.reach.behind)
    while end < last, !boundaries.contains(tokens[end].word) { end += 1 }
    var gravest = Int32(Self.classes.count)
    for index in start..<end where !names.contains(where: { $0.contains(index) }) {
      for match in phrases.matches(from: index, in: tokens, upTo: end) {
        for cue in match.payloads
        where index < statement.upperBound || Self.classes[Int(cue)].name != Self.leading {
          gravest = min(gravest, cue)
        }
      }
    }
    return Int(gravest) < Self.classes.count ? Self.classes[Int(gravest)].reading : .plain
  }
}
