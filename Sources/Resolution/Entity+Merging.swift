internal import Claims
internal import DomainPack

extension Entity {
  /// The thing that a group of local entities is.
  ///
  /// The label of a language is the one that most documents use; of several one that is not all in
  /// capitals, then the longest, then the first in order. Links to things that have no position are
  /// left out.
  init(merging group: Group, in documents: [DocumentClaims], position: (LocalReference) -> Int?) {
    path = group.path
    entityClass = group.entityClass
    key = group.key
    var uses: [String: [String: Int]] = [:]
    var names: Set<String> = []
    attributes = [:]
    links = [:]
    func year(_ member: LocalReference) -> String? {
      documents[member.document].entities[member.entity].attributes["year"]?.min()
    }
    let earliest = group.members.compactMap(year).min()
    for member in group.members {
      let document = documents[member.document]
      let local = document.entities[member.entity]
      if let year = year(member), let earliest, year != earliest, entityClass == .agreement {
        // A label that names a later year than the thing's own would contradict its identity.
        names.insert(local.label)
      } else {
        uses[local.language ?? document.language ?? "", default: [:]][local.label, default: 0] += 1
      }
      names.formUnion(local.aliases)
      for (name, values) in local.attributes { attributes[name, default: []] += values }
      for (role, targets) in local.links {
        links[role, default: []] += targets.compactMap {
          position(LocalReference(document: member.document, entity: $0))
        }
      }
    }
    attributes = attributes.mapValues { Set($0).sorted() }
    links = links.mapValues { Set($0).sorted() }
    func capitals(_ text: String) -> Int { text == text.uppercased() ? 1 : 0 }
    var chosen: [Label] = []
    for (language, labels) in uses.sorted(by: { $0.key < $1.key }) {
      let ranked = labels.sorted {
        (-$0.value, capitals($0.key), -$0.key.unicodeScalars.count, $0.key)
          < (-$1.value, capitals($1.key), -$1.key.unicodeScalars.count, $1.key)
      }
      names.formUnion(ranked.map(\.key))
      guard let best = ranked.first?.key else { continue }
      // A text without a language says nothing that the same text with one does not.
      if language.isEmpty && uses.contains(where: { !$0.key.isEmpty && $0.value[best] != nil }) {
        continue
      }
      chosen.append(Label(text: best, language: language.isEmpty ? nil : language))
    }
    labels = chosen
    var known = Set(chosen.map { $0.text.lowercased() })
    aliases = names.sorted().filter { !$0.isEmpty && known.insert($0.lowercased()).inserted }
  }

  /// Gives it the names that a person wants shown; the others stay as further names.
  mutating func take(_ given: [Decision.Label]) {
    guard !given.isEmpty else { return }
    let earlier = labels.map(\.text) + aliases
    labels = given.map { Label(text: $0.text, language: $0.language) }
    hasGivenLabels = true
    var known = Set(labels.map { $0.text.lowercased() })
    aliases = Set(earlier).sorted().filter { known.insert($0.lowercased()).inserted }
  }
}
