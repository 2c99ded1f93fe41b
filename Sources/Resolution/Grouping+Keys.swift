internal import Citations
internal import Claims
internal import DomainPack

extension Grouping {
  /// Documents read, and what the pack or a citation gives a key.
  mutating func groupKeyed() {
    for index in documents.indices {
      let reference = LocalReference(document: index, entity: 0)
      let group =
        knownGroup(of: reference)
        ?? join(reference, path: "\(folder(of: .document))/\(documents[index].documentKey)")
      register(group, scope: scope(.document))
    }
    for reference in ungrouped({ local($0).key != nil }) {
      let entity = local(reference)
      guard let key = entity.key else { continue }
      let group = join(reference, path: path(ofKey: key, entityClass: entity.entityClass), key: key)
      register(group, scope: scope(entity.entityClass))
    }
  }

  /// What its name alone tells.
  mutating func groupNamed() {
    let references = ungrouped {
      guard $0.entity != 0, local($0).key == nil else { return false }
      return switch identity(of: $0) {
      case .name: true
      case .government: (local($0).links["place"] ?? []).isEmpty
      case .body: possibleOwners(of: $0).isEmpty && !isFoundEverywhere($0)
      case .owner, .agreement, .person: false
      }
    }
    for (entityClass, members) in byClass(references) {
      groupByName(
        members, scope: scope(entityClass), prefix: folder(of: entityClass),
        entityClass: entityClass)
    }
  }

  /// Governments: one for each place.
  mutating func groupGovernments() {
    for group in groups.indices {
      guard let member = groups[group].members.first, identity(of: member) == .government
      else { continue }
      let places = groups[group].members.flatMap { linked($0, "place") }
      guard let place = places.min(by: { groups[$0].path < groups[$1].path }) else { continue }
      placeGoverned[group] = place
      if governmentOf[place] == nil { governmentOf[place] = group }
    }
    for reference in ungrouped({ identity(of: $0) == .government }) {
      let places = linked(reference, "place")
      let entityClass = local(reference).entityClass
      guard let place = places.min(by: { groups[$0].path < groups[$1].path }) else {
        groupByName(
          [reference], scope: scope(entityClass), prefix: folder(of: entityClass),
          entityClass: entityClass)
        continue
      }
      if let known = governmentOf[place] {
        add([reference], to: known)
      } else {
        let group = make(
          path: "\(folder(of: entityClass))/\(pathInFolder(place))", entityClass: entityClass,
          members: [reference])
        placeGoverned[group] = place
        governmentOf[place] = group
      }
    }
  }

  /// Bodies that belong to something: an agency of a city is told by the city and its name.
  mutating func groupBodies() {
    var members: [String: [LocalReference]] = [:]
    var owners: [String: Int] = [:]
    for group in decidedGroups.sorted() {
      let bodies = groups[group].members.filter { identity(of: $0) == .body }
      guard let found = bodies.compactMap({ owner(of: $0) }).first, found != group
      else { continue }
      ownerOfBody[group] = governmentOf[found] ?? found
    }
    for reference in ungrouped({ identity(of: $0) == .body }) {
      let entity = local(reference)
      guard let found = owner(of: reference) else {
        // Without an owner, what every city has is that of the document at most.
        let document = group(of: LocalReference(document: reference.document, entity: 0))
        let isLocal = isFoundEverywhere(reference)
        groupByName(
          [reference],
          scope: scope(entity.entityClass, owner: isLocal ? document : nil),
          prefix: folder(of: entity.entityClass) + (isLocal ? "/\(segment(document))" : ""),
          entityClass: entity.entityClass, prefersShortNames: isLocal)
        continue
      }
      // A city's agency and that of its government are one.
      let owner = governmentOf[found] ?? found
      let scope = scope(entity.entityClass, owner: owner)
      owners[scope] = owner
      members[scope, default: []].append(reference)
    }
    for (scope, references) in members.sorted(by: { $0.key < $1.key }) {
      guard let owner = owners[scope] else { continue }
      let entityClass = local(references[0]).entityClass
      // Bodies with a full key of their own may be named together with what they belong to.
      let unowned = (groupsOfScope[self.scope(entityClass)] ?? []).filter { groups[$0].key != nil }
      let made = groupByName(
        references, scope: scope, prefix: "\(folder(of: entityClass))/\(pathInFolder(owner))",
        entityClass: entityClass, others: unowned, prefersShortNames: true)
      for group in made { ownerOfBody[group] = owner }
    }
  }

  /// References by class, in the order of the classes' names.
  func byClass(_ references: [LocalReference]) -> [(EntityClass, [LocalReference])] {
    Dictionary(grouping: references) { local($0).entityClass }.sorted { $0.key < $1.key }
  }

  /// The name under which things can be taken for one another.
  func scope(_ entityClass: EntityClass, owner: Int? = nil) -> String {
    guard let owner else { return entityClass.rawValue }
    return "\(entityClass.rawValue) \(groups[owner].path)"
  }

  mutating func register(_ group: Int, scope: String) {
    if groupsOfScope[scope]?.contains(group) != true {
      groupsOfScope[scope, default: []].append(group)
    }
  }

  /// Whether a thing is of a kind that every place has, by the pack: `scope=municipal`.
  private func isFoundEverywhere(_ reference: LocalReference) -> Bool {
    local(reference).attributes["scope"]?.contains("municipal") == true
  }

  /// The path of a key: the key itself, or for a regulation `PERDA-KOTA-BANDUNG/2017/10` the path
  /// `regulation/perda/kota-bandung/2017/10`.
  func path(ofKey key: String, entityClass: EntityClass) -> String {
    guard entityClass == .regulation else {
      let isPlain = key.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"), UInt8(ascii: "/"):
          true
        default: false
        }
      }
      return isPlain
        ? key
        : key.split(separator: "/").map { Slug.of(String($0)) }.joined(
          separator: "/")
    }
    return "\(folder(of: entityClass))/\(RegulationReference.path(ofKey: key))"
  }
}
