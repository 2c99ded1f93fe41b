internal import Claims
internal import Diagnostics
internal import DomainPack

/// Finds the thing that a person names: a group of a grouping.
struct ThingFinder {
  /// Why a name leads to no thing.
  struct Miss: Error {
    var reason: Message
    /// What there is instead, the nearest first.
    var nearest: [String] = []
  }

  private let grouping: Grouping
  private var byPath: [String: Int] = [:]
  private var byKey: [String: Set<Int>] = [:]
  private var byLabel: [String: Set<Int>] = [:]
  private var byAlias: [String: Set<Int>] = [:]

  /// A finder in a grouping.
  ///
  /// - Parameters:
  ///   - grouping: the things.
  ///   - former: paths that things had before other decisions, each with one of its members.
  ///   - given: names that decisions gave.
  init(
    _ grouping: Grouping, former: [String: LocalReference] = [:],
    given: [(member: LocalReference, labels: [Decision.Label])] = []
  ) {
    self.grouping = grouping
    for (path, member) in former { byPath[path] = grouping.group(of: member) }
    for (index, group) in grouping.groups.enumerated() {
      byPath[group.path] = index
      if let key = group.key { byKey[key, default: []].insert(index) }
      for member in group.members {
        let entity = grouping.local(member)
        byLabel[Slug.folded(entity.label), default: []].insert(index)
        for alias in entity.aliases { byAlias[Slug.folded(alias), default: []].insert(index) }
      }
    }
    for (member, labels) in given {
      for label in labels {
        byLabel[Slug.folded(label.text), default: []].insert(grouping.group(of: member))
      }
    }
  }

  /// The one thing of this name: by path or IRI, else by key, else by label, else by another name.
  ///
  /// - Throws: ``Miss`` if there is none, or more than one of the same rank.
  func group(_ name: ThingName) throws(Miss) -> Int {
    let folded = Slug.folded(name.text)
    let ranks = [
      Set(paths(in: name.text).compactMap { byPath[$0] }), byKey[name.text] ?? [],
      byLabel[folded] ?? [], byAlias[folded] ?? [],
    ]
    for rank in ranks {
      let found = rank.filter {
        name.entityClass == nil || grouping.groups[$0].entityClass == name.entityClass
      }
      if found.count == 1, let only = found.first { return only }
      if found.count > 1 { throw several(name, found) }
    }
    throw none(name)
  }

  /// What of a text may be a path: itself, or of an IRI each end of it.
  private func paths(in text: String) -> [String] {
    guard let scheme = text.firstRange(of: "://") else { return [text] }
    let parts = text[scheme.upperBound...].split(separator: "/", omittingEmptySubsequences: false)
    return parts.indices.dropFirst().map { parts[$0...].joined(separator: "/") }
  }

  private func several(_ name: ThingName, _ found: Set<Int>) -> Miss {
    let paths = found.map { grouping.groups[$0].path }.sorted()
    return Miss(
      reason: Message(
        en: "“\(name.text)” names several things; name one by its path or add its class",
        id: "“\(name.text)” menyebut beberapa entitas; sebutkan jalurnya atau tambahkan kelasnya"),
      nearest: Array(paths.prefix(5)))
  }

  private func none(_ name: ThingName) -> Miss {
    let groups = grouping.groups.indices.filter {
      name.entityClass == nil || grouping.groups[$0].entityClass == name.entityClass
    }
    var candidates: [String]
    if name.text.contains("/") {
      let text = paths(in: name.text).last ?? name.text
      candidates = EditDistance.nearest(
        toName: text, among: groups.map { grouping.groups[$0].path }, count: 3)
    } else {
      let names = groups.flatMap { grouping.groups[$0].members }.flatMap { member in
        [grouping.local(member).label] + grouping.local(member).aliases
      }
      candidates = EditDistance.nearest(toName: name.text, among: names, count: 3)
    }
    if candidates.isEmpty, let entityClass = name.entityClass {
      // The name may be that of a thing of another class.
      let folded = Slug.folded(name.text)
      let others = (byLabel[folded] ?? []).union(byAlias[folded] ?? [])
      candidates = others.filter { grouping.groups[$0].entityClass != entityClass }
        .map { grouping.groups[$0].path }.sorted()
    }
    let kind = name.entityClass.map { " (\($0.rawValue))" } ?? ""
    return Miss(
      reason: Message(
        en: "nothing is named “\(name.text)”\(kind)",
        id: "tidak ada yang bernama “\(name.text)”\(kind)"),
      nearest: candidates)
  }
}
