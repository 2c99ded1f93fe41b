internal import Claims
internal import DomainPack

/// An entity of one of the documents, by positions.
struct LocalReference: Hashable, Comparable {
  var document: Int
  var entity: Int

  static func < (left: LocalReference, right: LocalReference) -> Bool {
    (left.document, left.entity) < (right.document, right.entity)
  }
}

/// Local entities that are one thing.
struct Group {
  var path: String
  var entityClass: EntityClass
  var key: String?
  var members: [LocalReference]
}

/// Decides which local entities are one thing and gives each thing its path.
///
/// Identity builds on identity, so the classes go in this order: what has a key; what its name
/// tells; governments, by their places; bodies, by what they belong to; agreements, by their
/// parties; what has an owner; persons, by the company they keep.
struct Grouping {
  let documents: [DocumentClaims]
  let vocabulary: Vocabulary
  private(set) var groups: [Group] = []
  private var groupOfPath: [String: Int] = [:]
  private var groupOfReference: [LocalReference: Int] = [:]
  /// The place that a government governs, by the government's group.
  var placeGoverned: [Int: Int] = [:]
  /// The government of a place, by the place's group.
  var governmentOf: [Int: Int] = [:]
  /// What a body belongs to, by the body's group.
  var ownerOfBody: [Int: Int] = [:]
  /// What the claims of its document say a thing belongs to, in order and each once.
  private let claimedOwners: [LocalReference: [LocalReference]]
  /// The groups that can take in further members by name, by class and owner.
  var groupsOfScope: [String: [Int]] = [:]
  /// What people say is one thing.
  private let decided: [DecidedThing]
  /// The groups of what people say is one thing.
  private(set) var decidedGroups: Set<Int> = []
  /// The paths that things would have if others had not had them first.
  private(set) var crowdedOut: [LocalReference: String]

  /// A grouping yet to be made.
  ///
  /// - Parameters:
  ///   - documents: in order of their keys.
  ///   - vocabulary: the identities of the classes.
  ///   - decided: what people say is one thing; no two share members.
  ///   - crowdedOut: the things of an earlier grouping that are not those of their plain path.
  init(
    documents: [DocumentClaims], vocabulary: Vocabulary, decided: [DecidedThing] = [],
    crowdedOut: [LocalReference: String] = [:]
  ) {
    self.documents = documents
    self.vocabulary = vocabulary
    self.decided = decided
    self.crowdedOut = crowdedOut
    var owners: [LocalReference: [LocalReference]] = [:]
    for (index, document) in documents.enumerated() {
      for claim in document.claims {
        guard [.partOf, .programOf, .roleIn].contains(claim.predicate),
          case .entity(let object) = claim.object, object != claim.subject
        else { continue }
        let reference = LocalReference(document: index, entity: claim.subject)
        let owner = LocalReference(document: index, entity: object)
        if owners[reference]?.contains(owner) != true {
          owners[reference, default: []].append(owner)
        }
      }
    }
    claimedOwners = owners
  }

  /// Puts every local entity into a group.
  mutating func groupAll() {
    groupDecided()
    groupKeyed()
    groupNamed()
    groupGovernments()
    groupBodies()
    groupAgreements()
    groupOwned()
    groupPersons()
  }

  /// What people say is one thing, before anything else.
  private mutating func groupDecided() {
    for thing in decided {
      let group = make(
        path: thing.path, entityClass: thing.entityClass, key: thing.key,
        members: thing.members.sorted())
      decidedGroups.insert(group)
    }
  }

  // MARK: What the steps share

  func local(_ reference: LocalReference) -> LocalEntity {
    documents[reference.document].entities[reference.entity]
  }

  func identity(of reference: LocalReference) -> Identity {
    vocabulary.description(of: local(reference).entityClass)?.identity ?? .name
  }

  /// First segment of the IRIs of a class.
  func folder(of entityClass: EntityClass) -> String {
    vocabulary.description(of: entityClass)?.folder ?? Slug.of(entityClass.rawValue)
  }

  /// The group of a local entity; asked only after the step that gives it.
  func group(of reference: LocalReference) -> Int {
    guard let group = groupOfReference[reference] else {
      fatalError("every local entity is put into a group by one of the steps")
    }
    return group
  }

  /// The group of a local entity; nil if its step is yet to come.
  func knownGroup(of reference: LocalReference) -> Int? { groupOfReference[reference] }

  /// The local entities that no step has put into a group yet, in order.
  func ungrouped(_ isWanted: (LocalReference) -> Bool) -> [LocalReference] {
    var references: [LocalReference] = []
    for (index, document) in documents.enumerated() {
      for entity in document.entities.indices {
        let reference = LocalReference(document: index, entity: entity)
        if groupOfReference[reference] == nil && isWanted(reference) {
          references.append(reference)
        }
      }
    }
    return references
  }

  /// What a link of a local entity leads to, as far as it is grouped; itself left out.
  func linked(_ reference: LocalReference, _ role: String) -> [Int] {
    (local(reference).links[role] ?? []).filter { $0 != reference.entity }.compactMap {
      groupOfReference[LocalReference(document: reference.document, entity: $0)]
    }
  }

  /// What a thing belongs to, as far as it is grouped: an agreement before anything else, links
  /// before claims, and of claims only what they agree on.
  func owner(of reference: LocalReference) -> Int? {
    let links = ["owner", "place", "party"].flatMap { linked(reference, $0) }
    let claimed = Set((claimedOwners[reference] ?? []).compactMap { groupOfReference[$0] })
    func isAgreement(_ group: Int) -> Bool {
      vocabulary.description(of: groups[group].entityClass)?.identity == .agreement
    }
    if let agreement = links.first(where: isAgreement) { return agreement }
    let agreements = claimed.filter(isAgreement)
    if agreements.count == 1 { return agreements.first }
    if let link = links.first { return link }
    let others = Set(claimed.subtracting(agreements).map { placeGoverned[$0] ?? $0 })
    return others.count == 1 ? others.first : nil
  }

  /// All that may come to be the owner of a thing, grouped or not.
  func possibleOwners(of reference: LocalReference) -> [LocalReference] {
    let links = ["owner", "place", "party"].flatMap { local(reference).links[$0] ?? [] }
      .filter { $0 != reference.entity }
    return links.map { LocalReference(document: reference.document, entity: $0) }
      + (claimedOwners[reference] ?? [])
  }

  /// The group of a path, made if there is none yet.
  mutating func join(_ reference: LocalReference, path: String, key: String? = nil) -> Int {
    if let group = groupOfPath[path] {
      add([reference], to: group)
      return group
    }
    return make(
      path: path, entityClass: local(reference).entityClass, key: key, members: [reference])
  }

  mutating func add(_ references: [LocalReference], to group: Int) {
    groups[group].members += references
    for reference in references { groupOfReference[reference] = group }
  }

  /// A new group.
  ///
  /// If another thing has the path already, digits of `identity` are added to it. But a thing that
  /// people decided on is the one of its path: what comes to the same path only now that they have
  /// is that thing.
  mutating func make(
    path: String, entityClass: EntityClass, key: String? = nil, members: [LocalReference],
    identity: String = ""
  ) -> Int {
    var free = path
    if let known = groupOfPath[path] {
      if decidedGroups.contains(known), groups[known].entityClass == entityClass,
        !members.contains(where: { crowdedOut[$0] == path })
      {
        add(members, to: known)
        return known
      }
      for member in members { crowdedOut[member] = path }
      var text = "\(path)\u{1F}\(identity)"
      repeat {
        let digest = SHA256.hexadecimal(of: text)
        free = "\(path)-\(digest.prefix(8))"
        text = digest
      } while groupOfPath[free] != nil
    }
    let group = groups.count
    groups.append(Group(path: free, entityClass: entityClass, key: key, members: []))
    groupOfPath[free] = group
    add(members, to: group)
    return group
  }

  func isTaken(_ path: String) -> Bool { groupOfPath[path] != nil }

  /// A group's path without the folder of its class.
  func pathInFolder(_ group: Int) -> String {
    let path = groups[group].path
    return path.firstIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The same in one segment.
  func segment(_ group: Int) -> String {
    pathInFolder(group).split(separator: "/").joined(separator: "-")
  }

  /// The place behind a government or a body; the thing itself for all others.
  func place(behind group: Int) -> Int {
    var place = group
    // A body may belong to a body; the bound ends a circle.
    for _ in 0..<8 {
      guard let next = placeGoverned[place] ?? ownerOfBody[place] else { break }
      place = next
    }
    return place
  }
}
