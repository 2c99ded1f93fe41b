import Claims

/// Leads short citations in the text, *(Alam & Sudirman, 2020)*, to the works in the list of works
/// cited, where the document has one that names the author.
enum CitationBinder {
  /// Rewrites claims and mentions so that a work stands once.
  static func bind(_ reading: inout DocumentReading, drafts: inout [DraftClaim]) {
    var works: [String: Int] = [:]
    for draft in drafts
    where draft.claim.predicate.rawValue == "statedBy"
      && reading.sentences[draft.sentence].context == .bibliography
    {
      guard case .entity(let author) = draft.claim.object else { continue }
      for word in EntityTable.foldedLabel(reading.entities.entities[author].label).split(
        separator: " ") where word.count > 2
      {
        if works[String(word)] == nil { works[String(word)] = draft.claim.subject }
      }
    }
    guard !works.isEmpty else { return }
    var moved: [Int: Int] = [:]
    for (position, entity) in reading.entities.entities.enumerated()
    where entity.attributes["citation"] != nil {
      let words = EntityTable.foldedLabel(entity.label).split(separator: " ").map(String.init)
      if let work = words.lazy.compactMap({ works[$0] }).first { moved[position] = work }
    }
    guard !moved.isEmpty else { return }
    for index in drafts.indices {
      drafts[index].claim.subject =
        moved[drafts[index].claim.subject] ?? drafts[index].claim.subject
      if case .entity(let object) = drafts[index].claim.object, let work = moved[object] {
        drafts[index].claim.object = .entity(work)
      }
    }
    for number in reading.sentences.indices {
      for index in reading.sentences[number].mentions.indices {
        reading.sentences[number].mentions[index].entities = reading.sentences[number].mentions[
          index
        ].entities.map { moved[$0] ?? $0 }
      }
    }
  }
}
