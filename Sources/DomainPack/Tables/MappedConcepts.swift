import Claims
import Diagnostics

/// The concepts that the values of a predicate name, by all their names.
struct MappedConcepts {
  /// Local names by folded words.
  let byWord: [String: String]
  /// What people write, for messages.
  let names: [String]
  let english: String
  let indonesian: String

  /// The types of agreement: by local name, notation and labels.
  static func agreementTypes(_ vocabulary: Vocabulary) -> MappedConcepts {
    MappedConcepts(
      vocabulary.agreementTypes.map {
        ($0.id, [$0.id, $0.notation, $0.label.indonesian, $0.label.english])
      }, english: "type of agreement", indonesian: "jenis perjanjian")
  }

  /// The statuses: by local name and labels.
  static func statuses(_ vocabulary: Vocabulary) -> MappedConcepts {
    MappedConcepts(
      vocabulary.statuses.map {
        ($0.status.rawValue, [$0.status.rawValue, $0.label.indonesian, $0.label.english])
      }, english: "status", indonesian: "status")
  }

  private init(_ concepts: [(id: String, words: [String])], english: String, indonesian: String) {
    var byWord: [String: String] = [:]
    for (id, words) in concepts {
      for word in words where byWord[Slug.folded(word)] == nil { byWord[Slug.folded(word)] = id }
    }
    self.byWord = byWord
    names = concepts.map(\.id)
    self.english = english
    self.indonesian = indonesian
  }

  /// The concept that a word names.
  func id(of source: MappingSource) throws(SyntaxError) -> String {
    var word = source.trimmed
    if word.scalars.first == ":" { word.scalars.removeFirst() }
    guard let id = byWord[Slug.folded(word.string)] else {
      throw word.error(
        KnownNames(english: english, indonesian: indonesian, names: names).unknown(word.string))
    }
    return id
  }

  /// A concept by a word, or by the words in cells.
  func concept(_ source: MappingSource) throws(SyntaxError) -> TableMapping.Concept {
    let text = try MappedText(source.trimmed)
    guard text.constant != nil else { return TableMapping.Concept(text: text, names: byWord) }
    let id = try id(of: source)
    return TableMapping.Concept(text: MappedText([.text(id)]), names: byWord)
  }
}
