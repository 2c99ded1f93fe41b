package import Claims

/// How what was found in one document compares with its annotations.
///
/// Positions are those in the entities and relations of the two ``Annotations``.
package struct Score: Sendable {
  /// A found thing and the annotated one that it is.
  package struct EntityHit: Hashable, Sendable {
    /// Position among the found things.
    package var found: Int
    /// Position among the annotated things.
    package var wanted: Int
  }

  /// Whether a found relation is annotated.
  package enum Verdict: Hashable, Sendable {
    case right
    case wrong
    /// Neither: neutral, out of scope, or about what the annotations ignore.
    case notScored
  }

  /// A statement with the relations that make it, positions ascending.
  struct RelationFinding: Sendable {
    var key: RelationKey
    var relations: [Int]
  }

  /// By the annotated class, false alarms by the found one.
  package var entities: [EntityClass: Tally] = [:]
  /// By the predicate in its compared form; each statement once.
  package var relations: [Predicate: Tally] = [:]
  /// In the order of the found things.
  package var entityHits: [EntityHit] = []
  /// Found things that are not annotated, ascending.
  package var entityFalseAlarms: [Int] = []
  /// Annotated things that were not found, ascending.
  package var entityMisses: [Int] = []
  /// Found things that count neither way.
  package var ignored: Set<Int> = []
  /// For every found relation.
  package var verdicts: [Verdict] = []
  var relationFalseAlarms: [RelationFinding] = []
  var relationMisses: [RelationFinding] = []
  /// Every statement found that counts, in order.
  var found: [RelationKey] = []

  /// Nothing compared.
  init() {}
}
