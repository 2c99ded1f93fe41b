import Claims
import Pipeline
import TestSupport
import Testing

/// A case of the measure: annotations and what was found, in the shape of annotation files.
struct ScoringCase: Sendable, CustomTestStringConvertible {
  var name: String
  /// `id class "label" [alias …]` and so on are written out as JSON in the cases.
  var wanted: String
  var found: String
  var entities: Tally
  var relations = Tally()
  /// By the strict measure; nil where it says the same.
  var strictEntities: Tally?
  var strictRelations: Tally?

  var testDescription: String { name }
}

@Suite("Scoring against annotations")
struct ScorerTests {
  private let measure: Measure

  init() throws { measure = try Measure(pack: TestPlaces.ontologyPath) }

  private func read(_ json: String, _ measure: Measure) throws -> Annotations {
    try AnnotationReader(measure: measure).read(Array(json.utf8), file: "case.json")
  }

  private func totals(
    _ one: ScoringCase, _ leniency: Measure.Leniency
  ) throws -> (entities: Tally, relations: Tally) {
    var measure = measure
    measure.leniency = leniency
    let score = Scorer(measure: measure).score(
      try read(one.found, measure), against: try read(one.wanted, measure))
    func sum(_ tallies: some Sequence<Tally>) -> Tally {
      tallies.reduce(into: Tally()) { sum, tally in
        sum.hits += tally.hits
        sum.falseAlarms += tally.falseAlarms
        sum.misses += tally.misses
      }
    }
    return (sum(score.entities.values), sum(score.relations.values))
  }

  @Test("counts hits, false alarms and misses as the measure says", arguments: ScoringCase.all)
  func counts(one: ScoringCase) throws {
    let lenient = try totals(one, .lenient)
    #expect(lenient.entities == one.entities)
    #expect(lenient.relations == one.relations)
    let strict = try totals(one, .strict)
    #expect(strict.entities == one.strictEntities ?? one.entities)
    #expect(strict.relations == one.strictRelations ?? one.relations)
  }

  @Test("counts a hit of an allowed class for the annotated class")
  func allowedClass() throws {
    let wanted = try read(
      """
      {"entities": [{"id": "a", "class": "Agency", "altClasses": ["Organization"], "label": "UNDP"}],
       "relations": []}
      """, measure)
    let found = try read(
      """
      {"entities": [{"id": "x", "class": "Organization", "label": "UNDP"}], "relations": []}
      """, measure)
    let score = Scorer(measure: measure).score(found, against: wanted)
    #expect(score.entities == [EntityClass(rawValue: "Agency"): Tally(hits: 1)])
    #expect(score.entityHits.map(\.wanted) == [0])
  }

  @Test("tells of every relation found whether it is right, wrong or not scored")
  func verdicts() throws {
    let wanted = try read(
      """
      {"entities": [{"id": "b", "class": "City", "label": "Bandung"},
                    {"id": "k", "class": "City", "label": "Kawasaki"},
                    {"id": "m", "class": "Agreement", "label": "MoU"}],
       "relations": [{"subject": "b", "predicate": "partyTo", "object": "m"},
                     {"subject": "k", "predicate": "partyTo", "object": "m", "neutral": true}],
       "ignore": ["Jepang"]}
      """, measure)
    let found = try read(
      """
      {"entities": [{"id": "1", "class": "City", "label": "Bandung"},
                    {"id": "2", "class": "City", "label": "Kawasaki"},
                    {"id": "3", "class": "Agreement", "label": "MoU"},
                    {"id": "4", "class": "Country", "label": "Jepang"}],
       "relations": [{"subject": "1", "predicate": "partyTo", "object": "3"},
                     {"subject": "2", "predicate": "partyTo", "object": "3"},
                     {"subject": "4", "predicate": "partyTo", "object": "3"},
                     {"subject": "3", "predicate": "status", "object": "ongoing", "objectType": "literal"},
                     {"subject": "1", "predicate": "sisterCityOf", "object": "2"}]}
      """, measure)
    let score = Scorer(measure: measure).score(found, against: wanted)
    #expect(score.verdicts == [.right, .notScored, .notScored, .notScored, .wrong])
    #expect(score.ignored == [3])
  }
}

@Suite("Precision, recall and F1")
struct TallyTests {
  static let cases: [(tally: Tally, precision: Double, recall: Double, f1: Double)] = [
    (Tally(hits: 3, falseAlarms: 1, misses: 3), 0.75, 0.5, 0.6),
    (Tally(), 1, 1, 1),
    (Tally(misses: 2), 0, 0, 0),
    (Tally(falseAlarms: 2), 0, 0, 0),
    (Tally(hits: 2), 1, 1, 1),
  ]

  @Test("follow from the counts, also where nothing was to be found", arguments: cases)
  func figures(tally: Tally, precision: Double, recall: Double, f1: Double) {
    #expect(abs(tally.precision - precision) < 1e-12)
    #expect(abs(tally.recall - recall) < 1e-12)
    #expect(abs(tally.f1 - f1) < 1e-12)
  }
}
