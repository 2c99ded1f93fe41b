import Pipeline
import TestSupport
import Testing

@Suite("Annotation files")
struct AnnotationReaderTests {
  static let mistakes: [(json: String, message: String)] = [
    ("{\"entities\": [],\n \"relations\": [}", "gold.json:2: not JSON: "),
    ("[]", "gold.json: $: expected an object"),
    ("{\"entities\": []}", "gold.json: $: the member “relations” is missing"),
    ("{\"entities\": {}, \"relations\": []}", "gold.json: entities: expected an array"),
    (
      #"{"entities": [{"id": "a", "class": "City"}], "relations": []}"#,
      "gold.json: entities[0]: the member “label” is missing"
    ),
    (
      #"{"entities": [{"id": "a", "class": "City", "label": 1}], "relations": []}"#,
      "gold.json: entities[0].label: expected a string"
    ),
    (
      #"{"entities": [{"id": "a", "class": "Town", "label": "A"}], "relations": []}"#,
      "gold.json: entities[0].class: “Town” is no class that is scored; expected one of: Agency, "
    ),
    (
      #"""
      {"entities": [{"id": "a", "class": "City", "label": "A"}, {"id": "a", "class": "City", "label": "B"}],
       "relations": []}
      """#,
      "gold.json: entities[1].id: “a” is the id of an entity before"
    ),
    (
      #"""
      {"entities": [{"id": "a", "class": "City", "label": "A"}],
       "relations": [{"subject": "b", "predicate": "about", "object": "a"}]}
      """#,
      "gold.json: relations[0].subject: “b” is the id of no entity"
    ),
    (
      #"""
      {"entities": [{"id": "a", "class": "City", "label": "A"}],
       "relations": [{"subject": "a", "predicate": "about", "object": "2016"}]}
      """#,
      "gold.json: relations[0].object: “2016” is the id of no entity; expected one, or \"objectType\""
    ),
  ]

  @Test("tell what is wrong, where, and what was expected", arguments: mistakes)
  func mistake(json: String, message: String) throws {
    let reader = AnnotationReader(measure: try Measure(pack: TestPlaces.ontologyPath))
    let error = #expect(throws: PipelineError.self) {
      try reader.read(Array(json.utf8), file: "gold.json")
    }
    #expect(error?.kind == .badInput)
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }
}
