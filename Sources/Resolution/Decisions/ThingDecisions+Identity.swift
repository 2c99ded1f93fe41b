internal import Claims
internal import Diagnostics
internal import DomainPack

extension ThingDecisions {
  /// Makes things one: the first named, or the document among them that was read.
  mutating func merge(
    _ names: [ThingName], labels: [Decision.Label], _ round: inout Round
  ) throws(Halt) -> Int {
    let found = try find(names, round)
    var groups: [Int] = []
    for group in found where !groups.contains(group) { groups.append(group) }
    let read = groups.filter(isRead)
    guard read.count < 2 else {
      throw miss(
        "documents that were read cannot be one", "dokumen yang dibaca tidak dapat disatukan",
        nearest: read.map { grouping.groups[$0].path })
    }
    let kept = read.first ?? groups[0]
    give(labels, to: kept)
    // Under all these names the documents speak of one thing already.
    guard groups.count > 1 else { return 1 }
    let thing = grouping.groups[kept]
    pin(
      path: thing.path, entityClass: thing.entityClass, key: thing.key,
      members: groups.flatMap { grouping.groups[$0].members })
    round.touch(groups)
    return groups.count
  }

  /// Keeps things apart: where two of the names lead to one thing, what has the later name as its
  /// label in a document becomes a thing of its own.
  mutating func keepApart(_ names: [ThingName], _ round: inout Round) throws(Halt) -> Int {
    let groups = try find(names, round)
    var parts: [LocalReference] = []
    var moved: [(path: String, thing: Int, members: [LocalReference])] = []
    for (offset, name) in names.enumerated() {
      let group = groups[offset]
      guard groups[..<offset].contains(group) else {
        let others = names.indices.filter { $0 != offset && groups[$0] == group }
          .map { Slug.folded(names[$0].text) }
        // A member that stays is one that has none of the other names.
        let staying = grouping.groups[group].members.first {
          !others.contains(Slug.folded(grouping.local($0).label))
        }
        parts.append(staying ?? grouping.groups[group].members[0])
        continue
      }
      let members = grouping.groups[group].members.filter {
        Slug.folded(grouping.local($0).label) == Slug.folded(name.text)
      }
      guard !members.isEmpty, members.count < grouping.groups[group].members.count,
        !members.contains(where: { $0.entity == 0 })
      else {
        throw miss(
          "the documents use these names for one thing, \(grouping.groups[group].path); "
            + "say with “split” in which document one means another",
          "dokumen memakai nama-nama ini untuk satu entitas, \(grouping.groups[group].path); "
            + "nyatakan dengan “split” di dokumen mana salah satunya berarti lain")
      }
      moved.append((freePath(beside: group, label: name.text), group, members))
      parts.append(members[0])
    }
    for (path, group, members) in moved {
      let thing = grouping.groups[group]
      unpin(Set(members))
      pin(path: path, entityClass: thing.entityClass, key: nil, members: members)
      round.touch([group])
    }
    holdApart(parts)
    return names.count
  }

  /// Lets a name mean another thing in one document.
  mutating func apply(_ split: Decision.Split, _ round: inout Round) throws(Halt) -> Int {
    let document = try document(split.document)
    let source = try split.from.map { name throws(Halt) in try find([name], round)[0] }
    let meaning = try split.meaning.map { name throws(Halt) in try find([name], round)[0] }
    let folded = Slug.folded(split.name)
    let named = documents[document].entities.indices.dropFirst().map {
      LocalReference(document: document, entity: $0)
    }.filter { reference in
      // What a decision of this round added is grouped in the next.
      guard let group = grouping.knownGroup(of: reference) else { return false }
      return (source == nil || group == source) && names(of: reference).contains(folded)
    }
    let sources = Set(named.map(grouping.group(of:)))
    guard !sources.isEmpty else {
      let known = documents[document].mentions.map(\.surface)
      throw miss(
        "\(documents[document].documentKey) has no “\(split.name)”"
          + (split.from.map { " that means \($0.text)" } ?? ""),
        "\(documents[document].documentKey) tidak memuat “\(split.name)”"
          + (split.from.map { " yang berarti \($0.text)" } ?? ""),
        nearest: EditDistance.nearest(toName: split.name, among: known, count: 3))
    }
    guard sources.count == 1, let from = sources.first else {
      throw miss(
        "“\(split.name)” means several things there; say with “from” which",
        "“\(split.name)” di sana berarti beberapa entitas; nyatakan dengan “from” yang mana",
        nearest: sources.map { grouping.groups[$0].path }.sorted())
    }
    guard !round.touched.contains(from) else { throw .waits }
    // Split already, by an earlier run of the same file or by the sources themselves.
    if meaning == from { return 1 }
    let old = grouping.groups[from]
    let label = split.label ?? split.name
    let entityClass =
      meaning.map { grouping.groups[$0].entityClass } ?? split.entityClass ?? old.entityClass
    let key = meaning.map { grouping.groups[$0].key } ?? split.key
    let moved = named.map { reference in
      separate(reference, named: folded) { entity in
        if entity.entityClass != entityClass { entity.attributes = [:] }
        entity.entityClass = entityClass
        entity.key = key
        entity.label = label
        entity.aliases = Slug.folded(label) == folded ? [] : [split.name]
      }
    }
    if let meaning {
      let thing = grouping.groups[meaning]
      pin(
        path: thing.path, entityClass: thing.entityClass, key: thing.key,
        members: thing.members + moved)
      round.touch([meaning])
    } else if let key = split.key {
      pin(
        path: grouping.path(ofKey: key, entityClass: entityClass), entityClass: entityClass,
        key: key, members: moved)
    } else if entityClass == old.entityClass {
      pin(
        path: freePath(beside: from, label: label), entityClass: entityClass, key: nil,
        members: moved)
    }
    round.touch([from])
    return moved.count
  }

  /// Corrects what a thing is.
  mutating func correct(
    _ name: ThingName, _ correction: Decision.ThingCorrection, _ round: inout Round
  ) throws(Halt) -> Int {
    let group = try find([name], round)[0]
    let thing = grouping.groups[group]
    if correction.entityClass != nil || correction.key != nil {
      try refuseRead(group)
      let entityClass = correction.entityClass ?? thing.entityClass
      let path =
        correction.key.map { grouping.path(ofKey: $0, entityClass: entityClass) }
        ?? "\(grouping.folder(of: entityClass))/\(grouping.pathInFolder(group))"
      pin(
        path: path, entityClass: entityClass, key: correction.key ?? thing.key,
        members: thing.members)
      round.touch([group])
    }
    give(correction.labels, to: group)
    give(correction.coordinates, to: group)
    return 1
  }

  // MARK: Parts

  private func document(_ name: String) throws(Halt) -> Int {
    let found = documents.indices.filter {
      let (key, file) = (documents[$0].documentKey, documents[$0].fileName)
      return name == key || name == file || name.hasSuffix("document/\(key)")
    }
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      throw miss(
        "several documents are named “\(name)”", "beberapa dokumen bernama “\(name)”",
        nearest: found.map { documents[$0].documentKey })
    }
    throw miss(
      "no document is named “\(name)”", "tidak ada dokumen bernama “\(name)”",
      nearest: EditDistance.nearest(
        toName: name, among: documents.flatMap { [$0.documentKey, $0.fileName] }, count: 3))
  }

  /// The names that a document uses for a thing, folded.
  private func names(of reference: LocalReference) -> Set<String> {
    let entity = documents[reference.document].entities[reference.entity]
    let surfaces = documents[reference.document].mentions.filter { $0.entity == reference.entity }
      .map(\.surface)
    return Set(([entity.label] + entity.aliases + surfaces).map(Slug.folded))
  }

  /// What a document means by one of the names of a local entity: itself, where it has no other.
  private mutating func separate(
    _ reference: LocalReference, named name: String, _ become: (inout LocalEntity) -> Void
  ) -> LocalReference {
    let mentions = documents[reference.document].mentions
    let own = mentions.indices.filter { mentions[$0].entity == reference.entity }
    let named = own.filter { Slug.folded(mentions[$0].surface) == name }
    guard !named.isEmpty, named.count < own.count else {
      unpin([reference])
      change(reference, become)
      return reference
    }
    var entity = documents[reference.document].entities[reference.entity]
    become(&entity)
    let new = addEntity(entity, to: reference.document)
    move(named, from: reference, to: new)
    return new
  }

  /// The path of a new thing beside another: that of its label, with digits where another has it.
  private mutating func freePath(beside group: Int, label: String) -> String {
    let thing = grouping.groups[group]
    let identity = ["split", thing.entityClass.rawValue, thing.path, Slug.folded(label)].joined(
      separator: "\u{1F}")
    if let known = splitPaths[identity] { return known }
    let parent = thing.path.lastIndex(of: "/").map { thing.path[..<$0] } ?? thing.path[...]
    var path = "\(parent)/\(Slug.of(label))"
    if grouping.isTaken(path) { path += "-\(SHA256.hexadecimal(of: identity).prefix(8))" }
    splitPaths[identity] = path
    return path
  }
}
