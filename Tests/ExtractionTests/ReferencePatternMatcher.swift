import DomainPack

/// A matcher of patterns that tries everything in order and goes back: slow, and plainly right.
///
/// It knows words, mentions, negation, the shapes `any` and `number`, sequences, alternatives,
/// repetition, captures and the ends of a sentence.
struct ReferencePatternMatcher {
  /// What an item is to the reference.
  struct Thing {
    var word: String
    var isNumber: Bool
    var entityClass: String?
  }

  /// A match: the items covered and what was captured, in order of the captures' ends.
  struct Match: Equatable {
    var items: Range<Int>
    var captures: [Capture]
  }

  struct Capture: Equatable {
    var name: String
    var items: Range<Int>
  }

  let things: [Thing]

  /// The leftmost matches that do not overlap.
  func matches(of pattern: RulePattern) -> [Match] {
    var found: [Match] = []
    var start = 0
    while start < things.count, let match = first(pattern, from: start) {
      found.append(match)
      start = max(match.items.upperBound, match.items.lowerBound + 1)
    }
    return found
  }

  private func first(_ pattern: RulePattern, from start: Int) -> Match? {
    for begin in start...things.count {
      var result: Match?
      let isFound = match(pattern, at: begin, []) { end, captures in
        result = Match(items: begin..<end, captures: captures)
        return true
      }
      if isFound { return result }
    }
    return nil
  }

  /// Tries the ways of a pattern in the order of preference until one pleases `next`.
  private func match(
    _ pattern: RulePattern, at place: Int, _ captures: [Capture],
    _ next: (Int, [Capture]) -> Bool
  ) -> Bool {
    switch pattern {
    case .word, .mention, .shape, .not, .all, .stem, .wordClass:
      return place < things.count && passes(pattern, things[place]) && next(place + 1, captures)
    case .sequence(let items):
      return sequence(items[...], at: place, captures, next)
    case .alternatives(let branches):
      return branches.contains { match($0, at: place, captures, next) }
    case .repeated(let inner, let minimum, let maximum, let lazy):
      return repeated(
        inner, minimum: minimum, maximum: maximum, lazy: lazy, at: place, captures, next)
    case .capture(let name, let inner):
      return match(inner, at: place, captures) { end, captures in
        next(end, captures + [Capture(name: name, items: place..<end)])
      }
    case .sentenceStart: return place == 0 && next(place, captures)
    case .sentenceEnd: return place == things.count && next(place, captures)
    }
  }

  private func sequence(
    _ items: ArraySlice<RulePattern>, at place: Int, _ captures: [Capture],
    _ next: (Int, [Capture]) -> Bool
  ) -> Bool {
    guard let item = items.first else { return next(place, captures) }
    return match(item, at: place, captures) { end, captures in
      sequence(items.dropFirst(), at: end, captures, next)
    }
  }

  private func repeated(
    _ inner: RulePattern, minimum: Int, maximum: Int?, lazy: Bool, at place: Int,
    _ captures: [Capture], _ next: (Int, [Capture]) -> Bool
  ) -> Bool {
    func more() -> Bool {
      guard maximum.map({ $0 > 0 }) ?? true else { return false }
      return match(inner, at: place, captures) { end, captures in
        repeated(
          inner, minimum: max(0, minimum - 1), maximum: maximum.map { $0 - 1 }, lazy: lazy, at: end,
          captures, next)
      }
    }
    if minimum > 0 { return more() }
    return lazy ? next(place, captures) || more() : more() || next(place, captures)
  }

  private func passes(_ pattern: RulePattern, _ thing: Thing) -> Bool {
    switch pattern {
    case .word(let word): thing.word == word
    case .mention(let names, _): thing.entityClass.map { names.contains($0) } ?? false
    case .shape(.number): thing.isNumber
    case .shape: true
    case .not(let inner): !passes(inner, thing)
    case .all(let tests): tests.allSatisfy { passes($0, thing) }
    default: false
    }
  }
}
