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
        possibleOwners(of: reference).allSatisfy {
          knownGroup(of: $0) != nil || identity(of: $0) == .person
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
      let owner = ownerInPath(of: reference)
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

  /// The owner that a path is made of: for a government its place, without any the document.
  private func ownerInPath(of reference: LocalReference) -> Int {
    guard let owner = owner(of: reference) else {
      return group(of: LocalReference(document: reference.document, entity: 0))
    }
    return placeGoverned[owner] ?? owner
  }
}
