import Claims
import DomainPack

/// Names that a document gives to its own things, so that later bare mentions of them are found too.
enum OwnNames {
  /// Reads the names found so far into the reading's own automaton; false if there are none.
  static func collect(_ reading: inout DocumentReading) -> Bool {
    let classes = Set(reading.pack.pack.words.members["own-name-classes"] ?? [])
    var table = EntityTable()
    var names = PhraseTrie()
    var records: [(entity: Int, exactCase: Bool, text: [UInt8])] = []
    for entity in reading.entities.entities
    where (entity.key == nil || entity.attributes["unlisted"] != nil)
      && classes.contains(entity.entityClass.rawValue)
    {
      var kept = entity
      kept.links = [:]
      let position = table.intern(kept, surface: nil)
      // Of a person the parts of the name stand alone later on.
      let parts =
        entity.entityClass.rawValue == "Person"
        ? entity.label.split(separator: " ").map(String.init).filter { $0.utf8.count > 3 } : []
      for name in [entity.label] + entity.aliases + parts {
        let tokens = Tokenizer.tokens(of: Array(name.utf8), words: &reading.words)
        guard let first = tokens.first, tokens.count > 1 || first.look.contains(.capital),
          tokens.count < 12, name.utf8.count > 2
        else { continue }
        names.insert(tokens.map(\.word), payload: Int32(records.count))
        records.append((position, tokens.count == 1, Array(name.utf8)))
      }
    }
    guard !records.isEmpty else { return false }
    reading.ownNames = names
    reading.ownRecords = records
    reading.entities = table
    return true
  }
}
