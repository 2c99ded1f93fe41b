import Claims
import Diagnostics
import DomainPack
import Foundation
import TestSupport
import Testing

@Suite("Vocabulary")
struct VocabularyTests {
  private static let good = [
    "classes.yaml": "classes:\n  City: {folder: city, label: {id: Kota, en: City}}\n",
    "predicates.yaml": """
    predicates:
      twinOf:
        kind: asserts
        object: entity
        symmetric: true
        label: {id: kembar, en: twin of}
        domain: [City]
    """,
    "agreement-types.yaml":
      "types:\n- {id: MoU, notation: MoU, label: {id: Nota, en: Memo}, instrument: true}\n",
    "statuses.yaml": "statuses:\n- {id: Planned, label: {id: Rencana, en: Planned}, fact: false}\n",
  ]

  private func load(
    _ name: String = "", _ text: String = ""
  ) throws(SyntaxError) -> Vocabulary {
    var files = Self.good
    files[name] = text
    return try Vocabulary.load { file throws(SyntaxError) in
      try PackNode.parse(files[file] ?? "", file: file)
    }
  }

  @Test("of the pack has every class and predicate that the stages rely on")
  func pack() throws {
    let vocabulary = try Vocabulary.load(folder: TestPlaces.ontology.path())
    #expect(vocabulary.description(of: .agreement)?.identity == .agreement)
    #expect(vocabulary.description(of: EntityClass(rawValue: "Program"))?.identity == .owner)
    #expect(vocabulary.description(of: EntityClass(rawValue: "City"))?.folder == "city")
    let signedOn = vocabulary.description(of: Predicate(rawValue: "signedOn"))
    #expect(signedOn?.isFunctional == true && signedOn?.object == .date)
    let twin = vocabulary.description(of: Predicate(rawValue: "sisterCityOf"))
    #expect(twin?.isSymmetric == true && twin?.kind == .asserts)
    #expect(vocabulary.agreementType("sister city")?.id == "SisterCity")
    #expect(vocabulary.agreementType("mou")?.isInstrument == true)
    #expect(Set(vocabulary.statuses.map(\.status)) == Set(Status.allCases))
  }

  @Test("reads what the tables say")
  func tables() throws {
    let vocabulary = try load()
    #expect(
      vocabulary.classes == [
        ClassDescription(
          name: EntityClass(rawValue: "City"), folder: "city",
          label: Caption(id: "Kota", en: "City"))
      ])
    #expect(vocabulary.predicates.map(\.isSymmetric) == [true])
    #expect(vocabulary.predicates.map(\.isFunctional) == [false])
  }

  @Test(
    "tells file, line and column of a mistake",
    arguments: [
      (
        "classes.yaml",
        "classes:\n  City: {folder: city, label: {id: Kota, en: City}, colour: red}",
        "classes.yaml:2:53: unknown key “colour”; expected one of: "
          + "alignments, folder, identity, label, plural"
      ),
      (
        "classes.yaml", "classes:\n  City: {folder: Kota Besar, label: {id: Kota, en: City}}",
        "classes.yaml:2:18: “Kota Besar” cannot stand in an IRI; expected “kota-besar”"
      ),
      (
        "classes.yaml", "classes:\n  City: {folder: city, label: {id: Kota}}",
        "classes.yaml:2:31: the key “en” is missing"
      ),
      (
        "predicates.yaml",
        "predicates:\n  at:\n    kind: guesses\n    object: entity\n    label: {id: a, en: b}",
        "predicates.yaml:3:11: unknown value “guesses”; expected one of: "
          + "describes, asserts, annotation"
      ),
      (
        "predicates.yaml",
        "predicates:\n  at:\n    kind: asserts\n    object: entity\n    label: {id: a, en: b}\n"
          + "    range: [Town]",
        "predicates.yaml:6:13: “Town” is no class of classes.yaml"
      ),
      (
        "predicates.yaml",
        "predicates:\n  at:\n    kind: asserts\n    object: entity\n    label: {id: a, en: b}\n"
          + "    alignments: [eli:cites]",
        "predicates.yaml:6:18: “eli:cites” is no absolute IRI"
      ),
      (
        "agreement-types.yaml",
        "types:\n- {id: M oU, notation: MoU, label: {id: a, en: b}, instrument: true}",
        "agreement-types.yaml:2:8: “M oU” is no name of a term; expected letters and digits, "
          + "a letter first"
      ),
      (
        "statuses.yaml", "statuses:\n- {id: Planned, label: {id: a, en: b}, fact: true}",
        "statuses.yaml:2:46: Planned makes no fact"
      ),
      (
        "statuses.yaml",
        "statuses:\n- {id: Planned, label: {id: a, en: b}}\n- {id: Planned, label: {id: a, en: b}}",
        "statuses.yaml:3:8: “Planned” is given twice"
      ),
    ])
  func mistakes(file: String, text: String, expected: String) {
    let error = #expect(throws: SyntaxError.self) { try load(file, text) }
    #expect(error?.description == expected)
  }

  @Test("names the file that cannot be read")
  func missing() {
    let error = #expect(throws: SyntaxError.self) {
      try Vocabulary.load(folder: "/nonexistent/pack")
    }
    #expect(error?.file == "/nonexistent/pack/classes.yaml")
  }
}
