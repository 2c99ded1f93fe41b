import Claims
import DomainPack

extension RelationReader {
  /// What a `$reference` of a claim stands for at a sentence.
  func reference(_ name: String, _ number: Int, _ reading: inout DocumentReading) -> [Int] {
    switch name {
    case "document": return [Self.documentEntity]
    case "regulation": return reading.ownRegulation.map { [$0] } ?? []
    case "cities": return topic
    case "agreement", "instrument", "original":
      guard !topic.isEmpty else { return [] }
      let position = reading.entities.intern(
        LocalEntity(entityClass: .agreement, label: name, attributes: ["reference": [name]]),
        surface: nil)
      reading.descriptorSites[position] = number
      return [position]
    case "place": return reading.place(ofSentence: number, topic: topic).map { [$0] } ?? []
    case "seat":
      let home = topic.first { reading.country(of: $0) == reading.homeCountry }
      return (home ?? reading.mainCityAtHome() ?? reading.place(ofSentence: number, topic: topic))
        .map { [$0] } ?? []
    case "home": return topic.filter { reading.country(of: $0) == reading.homeCountry }
    case "partner": return topic.filter { reading.country(of: $0) != reading.homeCountry }
    default: return antecedent(ofClass: name, before: number, reading)
    }
  }

  /// The last thing of a class named in the sentence or in the few before it; of a tag the first one
  /// that the document names.
  private func antecedent(ofClass name: String, before number: Int, _ reading: DocumentReading)
    -> [Int]
  {
    for index in stride(from: number, through: max(0, number - 6), by: -1) {
      let mentions = reading.sentences[index].mentions.filter {
        $0.standing != .dropped && reading.pack.classNames[Int($0.entityClass)].lowercased() == name
          && !$0.entities.isEmpty
      }
      if let last = mentions.max(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
        return last.entities
      }
    }
    return tagged[name] ?? []
  }
}
