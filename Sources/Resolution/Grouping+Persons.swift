internal import Claims
internal import DomainPack

extension Grouping {
  /// Persons: within a document by the full name; across documents only if the name has two words
  /// or more and they share a role, a body or the topic of the documents.
  mutating func groupPersons() {
    let references = ungrouped { _ in true }
    let people = Dictionary(grouping: references) { reference in
      "\(reference.document)\u{1F}\(Slug.folded(local(reference).label))"
    }.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    let company = people.map { person in
      person.reduce(into: Set<Int>()) { $0.formUnion(self.company(of: $1)) }
    }
    let topics = documents.indices.map(topics(ofDocument:))
    var withName: [String: [Int]] = [:]
    for (index, person) in people.enumerated() {
      for name in Set(person.flatMap { fullNames(of: $0) }) {
        withName[name, default: []].append(index)
      }
    }
    var sets = DisjointSets(count: people.count)
    for (_, namesakes) in withName.sorted(by: { $0.key < $1.key }) {
      for (offset, one) in namesakes.enumerated() {
        for other in namesakes[(offset + 1)...] where sets.find(one) != sets.find(other) {
          let (here, there) = (people[one][0].document, people[other][0].document)
          let isOne =
            here == there || !company[one].isDisjoint(with: company[other])
            || !topics[here].isDisjoint(with: topics[there])
          if isOne { sets.unite(one, other) }
        }
      }
    }
    var membersOfRoot: [Int: [LocalReference]] = [:]
    for (index, person) in people.enumerated() {
      membersOfRoot[sets.find(index), default: []] += person
    }
    for (_, members) in membersOfRoot.sorted(by: { $0.key < $1.key }) {
      let first = local(members[0])
      let labels = members.map { local($0).label }
      let label = labels.max { ($0.utf8.count, $1) < ($1.utf8.count, $0) } ?? first.label
      _ = make(
        path: "\(folder(of: first.entityClass))/\(Slug.of(label))", entityClass: first.entityClass,
        members: members.sorted(), identity: documents[members[0].document].documentKey)
    }
  }

  private func fullNames(of reference: LocalReference) -> [String] {
    let entity = local(reference)
    return ([entity.label] + entity.aliases)
      .filter { $0.split(separator: " ").count >= 2 }.map(Slug.folded)
  }

  /// The roles, bodies and places that a document connects a person with.
  private func company(of reference: LocalReference) -> Set<Int> {
    var company: Set<Int> = []
    for role in local(reference).links.keys { company.formUnion(linked(reference, role)) }
    for claim in documents[reference.document].claims where claim.subject == reference.entity {
      guard claim.predicate == .holdsRole || claim.predicate == .partOf,
        case .entity(let object) = claim.object,
        let group = knownGroup(of: LocalReference(document: reference.document, entity: object))
      else { continue }
      company.insert(group)
    }
    return company
  }

  /// What a document says it is about.
  private func topics(ofDocument index: Int) -> Set<Int> {
    var topics: Set<Int> = []
    for claim in documents[index].claims where claim.subject == 0 && claim.predicate == .about {
      guard case .entity(let object) = claim.object,
        let group = knownGroup(of: LocalReference(document: index, entity: object))
      else { continue }
      topics.insert(group)
    }
    return topics
  }
}
