import Claims
import DomainPack
import Foundation
import Resolution
import TestSupport

extension Vocabulary {
  /// The vocabulary of the project's own pack.
  static func ofThePack() throws -> Vocabulary { try load(folder: TestPlaces.ontology.path()) }
}

extension KnowledgeGraph {
  /// The paths of the things of a class.
  func paths(_ entityClass: String) -> [String] {
    entities.filter { $0.entityClass.rawValue == entityClass }.map(\.path)
  }

  /// The facts of a predicate, each as `subject object`, with paths, concepts and values.
  func facts(_ predicate: String) -> [String] {
    facts.filter { $0.predicate.rawValue == predicate }.map { fact in
      let object =
        switch fact.object {
        case .entity(let entity): entities[entity].path
        case .concept(let concept): concept
        case .value(let value, let type): "\(value) \(type.rawValue)"
        }
      return "\(entities[fact.subject].path) \(object)"
    }
  }
}

extension DocumentBuilder {
  mutating func bandung() -> Int { add("City", "Kota Bandung", key: "city/id/bandung") }
  mutating func kawasaki() -> Int { add("City", "Kawasaki", key: "city/jp/kawasaki") }

  /// An agreement between the two.
  mutating func agreement(
    _ type: String? = "MoU", year: String? = nil, ordinal: String? = nil, label: String = "nota"
  ) -> Int {
    let parties = [bandung(), kawasaki()]
    var attributes: [String: [String]] = [:]
    attributes["type"] = type.map { [$0] }
    attributes["year"] = year.map { [$0] }
    attributes["ordinal"] = ordinal.map { [$0] }
    return add("Agreement", label, attributes: attributes, links: ["party": parties])
  }
}
