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
    for entity in reading.entities.entities where classes.contains(entity.entityClass.rawValue) {
      let isOwn = entity.key == nil || entity.attributes["unlisted"] != nil
      let written = [entity.label] + entity.aliases
      let short = written.compactMap(shortName).filter { !written.contains($0) }
      guard isOwn || !short.isEmpty else { continue }
      var kept = entity
      kept.links = [:]
      kept.aliases += short
      let position = table.intern(kept, surface: nil)
      // Of a person the parts of the name stand alone later on.
      let parts =
        entity.entityClass.rawValue == "Person"
        ? entity.label.split(separator: " ").map(String.init).filter { $0.utf8.count > 3 } : []
      for name in (isOwn ? written + parts : []) + short {
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

  /// How many letters a short name has.
  private static let length = 2...15

  /// The short name that stands in brackets behind a name: *DLHK* of *Dinas Lingkungan Hidup dan
  /// Kebersihan (DLHK)*, *Dishub* of *Dinas Perhubungan (Dishub) Kota Cilegon*; nil if there is none.
  ///
  /// It is one word that begins with a capital. If it is not all in capitals, its letters must stand in
  /// the words before it, in this order: *(Kanazawa)* shortens nothing.
  private static func shortName(of name: String) -> String? {
    guard let open = name.firstIndex(of: "("), open > name.startIndex,
      let close = name[open...].firstIndex(of: ")")
    else { return nil }
    let short = name[name.index(after: open)..<close]
    guard length.contains(short.count), short.first?.isUppercase == true,
      short.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" })
    else { return nil }
    if short.allSatisfy({ !$0.isLowercase }) { return String(short) }
    var rest = name[..<open].lowercased()[...]
    for letter in short.lowercased() {
      guard let found = rest.firstIndex(of: letter) else { return nil }
      rest = rest[rest.index(after: found)...]
    }
    return String(short)
  }
}
