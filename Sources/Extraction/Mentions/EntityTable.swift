import Claims

/// The things that a document speaks of, each once.
struct EntityTable {
  private(set) var entities: [LocalEntity] = []
  private var byIdentity: [String: Int] = [:]
  private var byEntry: [Int: Int] = [:]

  /// Things that are told apart by more than their names, and brought together later.
  private let lateClasses: Set<EntityClass> = [.agreement]

  private func isLate(_ entity: LocalEntity) -> Bool {
    entity.key == nil && lateClasses.contains(entity.entityClass)
  }

  /// The position of a thing, which is added if it is new; names are gathered.
  mutating func intern(_ entity: LocalEntity, surface: String?) -> Int {
    var entity = entity
    if let surface, surface != entity.label, !entity.aliases.contains(surface) {
      entity.aliases.append(surface)
    }
    guard !isLate(entity) else { return append(entity) }
    let identity = Self.identity(of: entity)
    guard let known = byIdentity[identity] else {
      byIdentity[identity] = entities.count
      return append(entity)
    }
    for alias in [entity.label] + entity.aliases { addAlias(alias, to: known) }
    for (name, values) in entity.attributes where entities[known].attributes[name] == nil {
      entities[known].attributes[name] = values
    }
    for (name, values) in entity.links where entities[known].links[name] == nil {
      entities[known].links[name] = values
    }
    return known
  }

  /// The position of a thing that an entry of the gazetteer, by its number, has been interned as.
  func position(ofEntry entry: Int) -> Int? { byEntry[entry] }

  /// The entries of the gazetteer, by their numbers, that things have been interned as.
  func entries(of positions: Set<Int>) -> Set<Int> {
    Set(byEntry.filter { positions.contains($0.value) }.keys)
  }

  /// The position of the thing that an entry of the gazetteer describes.
  mutating func intern(_ entity: LocalEntity, ofEntry entry: Int, surface: String) -> Int {
    let position = intern(entity, surface: surface)
    if !isLate(entity) { byEntry[entry] = position }
    return position
  }

  /// Adds a thing that is no other, whatever its name.
  mutating func append(_ entity: LocalEntity) -> Int {
    entities.append(entity)
    return entities.count - 1
  }

  /// Adds another name met.
  mutating func addAlias(_ alias: String, to position: Int) {
    guard alias != entities[position].label, !entities[position].aliases.contains(alias),
      !alias.isEmpty
    else { return }
    entities[position].aliases.append(alias)
  }

  /// Changes an entity in place.
  mutating func update(_ position: Int, _ change: (inout LocalEntity) -> Void) {
    change(&entities[position])
  }

  /// What makes two namings in one document the same thing.
  static func identity(of entity: LocalEntity) -> String {
    if let key = entity.key { return "\(entity.entityClass.rawValue) key \(key)" }
    if let kind = entity.attributes["kind"]?.first {
      return "\(entity.entityClass.rawValue) kind \(kind)"
    }
    return "\(entity.entityClass.rawValue) label \(foldedLabel(entity.label))"
  }

  private static func foldedASCII(_ label: String) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(label.utf8.count)
    var space = false
    for byte in label.utf8 {
      let small = byte | 0x20
      if byte &- 0x30 < 10 || small &- 0x61 < 26 {
        if space, !folded.isEmpty { folded.append(0x20) }
        space = false
        folded.append(small)
      } else {
        space = true
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// A name with case, marks, quotes and the space in *kerja sama*, *wali kota* left out of account.
  static func foldedLabel(_ label: String) -> String {
    if label.utf8.allSatisfy({ $0 < 0x80 }) { return foldedASCII(label) }
    var folded = ""
    var space = false
    for scalar in String(decoding: Tokenizer.fold(label), as: UTF8.self).unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if space, !folded.isEmpty { folded.append(" ") }
        space = false
        folded.unicodeScalars.append(scalar)
      } else {
        space = true
      }
    }
    return folded
  }
}
