internal import Claims
internal import DomainPack

extension Grouping {
  /// What has an owner: told by the owner and the name.
  ///
  /// The owner is an agreement, else the place, body or thing that it belongs to (a government
  /// stands for its place), else the document. An owner may itself have an owner, so this goes in
  /// rounds; things that own each other in a circle fall to their document.
  mutating func groupOwned() {
    var waiting = ungrouped { identity(of: $0) == .owner }
    while !waiting.isEmpty {
      let ready = waiting.filter { reference in
        ownerLinks(of: reference).allSatisfy {
          let owner = LocalReference(document: reference.document, entity: $0)
          return knownGroup(of: owner) != nil || identity(of: owner) == .person
        }
      }
      let round = ready.isEmpty ? waiting : ready
      groupRound(round)
      waiting = waiting.filter { knownGroup(of: $0) == nil }
    }
  }

  private mutating func groupRound(_ references: [LocalReference]) {
    var members: [String: [LocalReference]] = [:]
    var owners: [String: Int] = [:]
    for reference in references {
      let owner = owner(of: reference)
      let scope = scope(local(reference).entityClass, owner: owner)
      owners[scope] = owner
      members[scope, default: []].append(reference)
    }
    for (scope, references) in members.sorted(by: { $0.key < $1.key }) {
      guard let owner = owners[scope] else { continue }
      let entityClass = local(references[0]).entityClass
      groupByName(
        references, scope: scope, prefix: "\(folder(of: entityClass))/\(segment(owner))",
        entityClass: entityClass)
    }
  }

  private func owner(of reference: LocalReference) -> Int {
    let owners = ["owner", "place", "party"].flatMap { linked(reference, $0) }
    if let agreement = owners.first(where: { groups[$0].entityClass == .agreement }) {
      return agreement
    }
    if let first = owners.first { return placeGoverned[first] ?? first }
    return group(of: LocalReference(document: reference.document, entity: 0))
  }
}
