internal import Claims

/// What counts as the same when a build is held against annotations: which names mean one thing,
/// which predicates one statement, which values one value.
///
/// Read from `evaluation.yaml` of the pack; `docs/evaluation.md` tells the measure in words.
package struct Measure: Sendable {
  /// How much is forgiven.
  package enum Leniency: String, Sendable, CaseIterable, Codable {
    /// What two careful annotators write differently counts as the same.
    case lenient
    /// Names and predicates must be the same.
    case strict
  }

  /// Words that become one.
  struct Spelling: Sendable {
    var words: [String]
    var form: String
  }

  /// How names of a class are made comparable; all words in small letters, without punctuation.
  struct NameForm: Sendable {
    /// Words left out at the beginning, where others follow.
    var dropFirst: [[String]] = []
    /// Words left out at the end, where others stand before them.
    var dropLast: [[String]] = []
    /// Words at the beginning that become one; the first that fits counts.
    var first: [Spelling] = []
  }

  /// How much is forgiven.
  package var leniency = Leniency.lenient
  /// The classes that are scored.
  var classes: Set<EntityClass> = []
  /// Other names of classes in annotations.
  var sameClasses: [String: EntityClass] = [:]
  /// In the order in which they are looked for.
  var spellings: [Spelling] = []
  var nameForms: [EntityClass: NameForm] = [:]
  /// Classes whose names match by their words.
  var longNames: Set<EntityClass> = []
  /// Share of the words of two names that must be common to them, 0…1.
  var longNameShare = 1.0
  /// Classes whose names match where one holds the other.
  var contained: Set<EntityClass> = []
  /// Words that the shorter one must have.
  var containedWords = 1
  /// Predicates of annotations that are ours read the other way.
  var inverses: [Predicate: Predicate] = [:]
  /// Predicates that always count as another.
  var samePredicates: [Predicate: Predicate] = [:]
  /// Predicates that count as another by the lenient measure.
  var lenientPredicates: [Predicate: Predicate] = [:]
  /// The same with subject and object exchanged.
  var turnedPredicates: [Predicate: Predicate] = [:]
  /// Predicates that hold both ways.
  var symmetric: Set<Predicate> = []
  /// Predicates that leave little to taste.
  var solid: Set<Predicate> = []
  /// The words of annotators for statuses.
  var statusWords: [Status: String] = [:]
  /// Statuses that do not count by the lenient measure.
  var lenientStatuses: Set<Status> = []
  /// Words for the units of durations by their letter in `xsd:duration`.
  var durations: [String: String] = [:]
  /// First parts of regulation keys by the names of the kinds in capitals.
  var regulationKinds: [String: String] = [:]

  /// A measure that knows of nothing that counts as the same.
  init() {}
}

extension Predicate {
  /// Says of a government which place it governs.
  static let governs = Predicate(rawValue: "governs")
  /// Says how far a thing has come.
  static let status = Predicate(rawValue: "status")
}
