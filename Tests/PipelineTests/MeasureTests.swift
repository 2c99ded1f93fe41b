import Diagnostics
import DomainPack
import Pipeline
import TestSupport
import Testing

@Suite("The measure of a pack")
struct MeasureTests {
  static let mistakes: [(yaml: String, message: String)] = [
    ("classes: [City, Town]", "m.yaml:1:17: “Town” is no class of classes.yaml"),
    ("sameClasses: {SOP: City}", "m.yaml:1:1: the key “classes” is missing"),
    ("classes: [City]\nsolids: []", "m.yaml:2:1: unknown key “solids”; expected one of: "),
    (
      "classes: [City]\nlongNames: {share: 1.5, classes: [City]}",
      "m.yaml:2:20: expected a number above 0 and up to 1"
    ),
    (
      "classes: [City]\ncontained: {words: 0, classes: [City]}",
      "m.yaml:2:20: expected a whole number above 0"
    ),
    (
      "classes: [City]\npredicates: {lenient: {programOf: belongsTo}}",
      "m.yaml:2:35: “belongsTo” is no predicate of predicates.yaml"
    ),
    (
      "classes: [City]\nstatuses: {Partly: partly}",
      "m.yaml:2:12: unknown status; expected one of: Realised, "
    ),
  ]

  @Test("tells a mistake with its place and what was expected", arguments: mistakes)
  func mistake(yaml: String, message: String) throws {
    let vocabulary = try Vocabulary.load(folder: TestPlaces.ontologyPath)
    let error = #expect(throws: SyntaxError.self) {
      try Measure(PackNode.parse(yaml, file: "m.yaml"), vocabulary: vocabulary)
    }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }
}
