import Diagnostics
import DomainPack
import Foundation
import TestSupport
import Testing

@Suite("Style of the graph")
struct GraphStyleTests {
  @Test("the pack's style knows colours, captions, hidden classes and values")
  func readsThePack() throws {
    let style = try GraphStyle.load(folder: TestPlaces.ontology.path(percentEncoded: false))
    let namespace = "https://w3id.org/simpul/ns#"
    let city = try #require(style.classes[namespace + "City"])
    #expect(city.label == Message(en: "City", id: "Kota"))
    #expect(city.colour != nil)
    #expect(style.hiddenClasses.contains(namespace + "Claim"))
    #expect(style.attributePredicates.contains(namespace + "status"))
    #expect(style.predicates[namespace + "plannedDonation"]?.line == .dashed)
    #expect(style.predicates[namespace + "sisterCityOf"]?.isSymmetric == true)
    #expect(city.icon == "C")
    #expect(
      style.contractions[namespace + "Donation"]?.map(\.edge)
        == [namespace + "donates", namespace + "donatedTo"])
    #expect(!style.hiddenClasses.contains(namespace + "Donation"))
    #expect(style.timeRoles[namespace + "signedOn"] == .at)
    #expect(style.timeRoles["http://data.europa.eu/eli/ontology#date_no_longer_in_force"] == .until)
    #expect(style.statusLabels["Planned"]?.indonesian == "Direncanakan")
  }

  @Test(
    "a mistake is told with its place and what was expected",
    arguments: [
      ("namespace: x#\nclasses:\n  City: {color: blue}\n", "s.yaml:3:17: expected a colour"),
      ("namespace: x#\nclasses:\n  City: {shape: star}\n", "s.yaml:3:17: expected one of: ellipse"),
      ("namespace: x#\nattributes: [skos:exactMatch]\n", "s.yaml:2:14: unknown prefix"),
      ("namespace: x#\nclasses:\n  City: {icon: AB}\n", "s.yaml:3:16: expected one character"),
      ("namespace: x#\nclasses:\n  City: {contracted: []}\n", "s.yaml:3:22: expected at least one"),
      (
        "namespace: x#\nclasses:\n  City: {contracted: [{from: a, to: b}]}\n",
        "s.yaml:3:23: the key “edge” is missing"
      ),
      ("namespace: x#\ntimes: {when: [a]}\n", "s.yaml:2:9: unknown key “when”"),
      ("namespace: x#\nclases: {}\n", "s.yaml:2:1: unknown key “clases”"),
      ("title: {en: a, id: b}\n", "s.yaml:1:1: the key “namespace” is missing"),
    ])
  func namesThePlace(text: String, start: String) throws {
    let root = try PackNode.parse(text, file: "s.yaml")
    let error = #expect(throws: SyntaxError.self) { try GraphStyle(style: root) }
    #expect(error?.description.hasPrefix(start) == true, "\(String(describing: error))")
  }

  @Test("a colour is #rrggbb and nothing else")
  func readsColours() {
    #expect(Colour(hex: "#1f6fB2") == Colour(red: 0x1f, green: 0x6f, blue: 0xb2))
    #expect(Colour(hex: "#1f6fB2")?.hex == "#1f6fb2")
    #expect(Colour(red: 0, green: 0, blue: 9).hex == "#000009")
    for wrong in ["1f6fb2", "#1f6fb", "#+f6fb2", "#1f6fb2f", "", "#"] {
      #expect(Colour(hex: wrong) == nil)
    }
  }
}
