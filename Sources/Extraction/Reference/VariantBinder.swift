import Claims
import DomainPack

/// Brings the shortened names of a thing back to its full one within a document: *Festival Yosakoi*
/// is *Festival Tari Yosakoi ke-15*, *pelatihan pencegahan air* is *Pelatihan Pencegahan Kebocoran Air*.
///
/// A name is short for another of its class if both begin with the same word and its words stand in
/// the other in their order; and if only one thing, or a chain of ever longer names, could be meant.
/// Two words must be capitalised to tell enough; three tell enough by themselves.
enum VariantBinder {
  private struct Beginning: Hashable {
    var entityClass: EntityClass
    var word: String?
  }

  /// Lets the full names stand for the shortened ones in claims and mentions.
  static func bind(_ reading: inout DocumentReading, drafts: inout [DraftClaim]) {
    let classes = Set(reading.pack.pack.words.members["variant-classes"] ?? [])
    let named = reading.entities.entities.indices.filter { position in
      let entity = reading.entities.entities[position]
      return entity.key == nil && classes.contains(entity.entityClass.rawValue)
    }
    let words = named.map { position in
      EntityTable.foldedLabel(reading.entities.entities[position].label)
        .split(separator: " ").map(String.init)
    }
    // Only names of one class that begin with the same word can be short for each other.
    let kin = Dictionary(grouping: named.indices) { index in
      Beginning(
        entityClass: reading.entities.entities[named[index]].entityClass, word: words[index].first)
    }
    var full: [Int: Int] = [:]
    for (index, position) in named.enumerated() {
      let entity = reading.entities.entities[position]
      guard tellsEnough(entity.label, words: words[index].count) else { continue }
      let beginning = Beginning(entityClass: entity.entityClass, word: words[index].first)
      let longer = (kin[beginning] ?? []).filter { isShort(words[index], for: words[$0]) }.sorted {
        (words[$0].count, $0) < (words[$1].count, $1)
      }
      let isChain = zip(longer, longer.dropFirst())
        .allSatisfy { isShort(words[$0], for: words[$1]) }
      if let last = longer.last, isChain { full[position] = named[last] }
    }
    guard !full.isEmpty else { return }
    for (short, long) in full.sorted(by: { $0.key < $1.key }) {
      let entity = reading.entities.entities[short]
      for name in [entity.label] + entity.aliases { reading.entities.addAlias(name, to: long) }
    }
    reading.moveEntities(drafts: &drafts) { full[$0] ?? $0 }
  }

  private static func tellsEnough(_ label: String, words: Int) -> Bool {
    guard words < 3 else { return true }
    let parts = label.split(separator: " ")
    return parts.count > 1
      && parts.allSatisfy { $0.unicodeScalars.first?.properties.isUppercase ?? false }
  }

  /// Whether a name's words stand in those of a longer one, in their order and from the first on.
  private static func isShort(_ name: [String], for other: [String]) -> Bool {
    guard name.count < other.count, name.first == other.first else { return false }
    var rest = name[...]
    for word in other where word == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }
}
