internal import Claims

extension Grouping {
  /// Groups local entities of one class and owner by their names, together with the groups that
  /// the scope has already.
  ///
  /// Two things are one if they have the same label, or if the label of one is another name of the
  /// other and of no third: an abbreviation that two bodies share joins neither.
  ///
  /// - Parameters:
  ///   - references: the entities to put into groups.
  ///   - scope: within which names are compared.
  ///   - prefix: what stands before the slug in the path of a new group.
  ///   - entityClass: the class of all of them.
  ///   - others: groups outside the scope that may take in members, and are in doubt preferred to
  ///     a new one.
  ///   - prefersShortNames: whether the path is made of an abbreviation where there is one.
  /// - Returns: the groups made.
  @discardableResult
  mutating func groupByName(
    _ references: [LocalReference], scope: String, prefix: String, entityClass: EntityClass,
    others: [Int] = [], prefersShortNames: Bool = false
  ) -> [Int] {
    guard !references.isEmpty else { return [] }
    let known = (groupsOfScope[scope] ?? []) + others
    var knownWithName: [String: Set<Int>] = [:]
    for group in known {
      for member in groups[group].members {
        for name in foldedNames(of: member) { knownWithName[name, default: []].insert(group) }
      }
    }
    // Nodes are the distinct labels; each may have other names.
    let byLabel = Dictionary(grouping: references) { Slug.folded(local($0).label) }
    let labels = byLabel.keys.sorted()
    let nodeOfLabel = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    let otherNames = labels.map { label in
      Set((byLabel[label] ?? []).flatMap { foldedNames(of: $0) }).subtracting([label])
    }
    var nodesWithOtherName: [String: [Int]] = [:]
    for (node, names) in otherNames.enumerated() {
      for name in names { nodesWithOtherName[name, default: []].append(node) }
    }
    var sets = DisjointSets(count: labels.count)
    for (node, label) in labels.enumerated() {
      guard let sharers = nodesWithOtherName[label], sharers.count == 1 else { continue }
      sets.unite(node, sharers[0])
    }
    var joined: [Int: Int] = [:]
    func join(_ node: Int, by name: String) {
      guard let candidates = knownWithName[name], candidates.count == 1 else { return }
      let root = sets.find(node)
      if joined[root] == nil { joined[root] = candidates.first }
    }
    for (node, label) in labels.enumerated() { join(node, by: label) }
    for name in nodesWithOtherName.keys.sorted() {
      guard let sharers = nodesWithOtherName[name], sharers.count == 1, nodeOfLabel[name] == nil
      else { continue }
      join(sharers[0], by: name)
    }
    var membersOfRoot: [Int: [LocalReference]] = [:]
    for (node, label) in labels.enumerated() {
      membersOfRoot[sets.find(node), default: []] += byLabel[label] ?? []
    }
    var made: [Int] = []
    for (root, members) in membersOfRoot.sorted(by: { $0.key < $1.key }) {
      if let group = joined[root] {
        add(members.sorted(), to: group)
        continue
      }
      let name = pathName(of: members, prefersShortNames: prefersShortNames)
      let group = make(
        path: "\(prefix)/\(Slug.of(name))", entityClass: entityClass, members: members.sorted(),
        identity: "\(scope)\u{1F}\(Slug.folded(name))")
      register(group, scope: scope)
      made.append(group)
    }
    return made
  }

  private func foldedNames(of reference: LocalReference) -> Set<String> {
    let entity = local(reference)
    return Set(([entity.label] + entity.aliases).map(Slug.folded))
  }

  /// The name that a path is made of: the label of most documents, then the longest, then the first
  /// in order; or the shortest abbreviation.
  private func pathName(of members: [LocalReference], prefersShortNames: Bool) -> String {
    if prefersShortNames {
      let short = members.flatMap { [local($0).label] + local($0).aliases }.filter(isAbbreviation)
      if let best = short.min(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) { return best }
    }
    var uses: [String: Set<Int>] = [:]
    for member in members { uses[local(member).label, default: []].insert(member.document) }
    let best = uses.min {
      (-$0.value.count, -$0.key.utf8.count, $0.key) < (-$1.value.count, -$1.key.utf8.count, $1.key)
    }
    return best?.key ?? ""
  }

  /// One word of two to ten letters, at least two of them capitals and more than the small ones.
  private func isAbbreviation(_ name: String) -> Bool {
    guard (2...10).contains(name.count), name.allSatisfy({ $0.isLetter || $0.isNumber }) else {
      return false
    }
    let capitals = name.filter(\.isUppercase).count
    return capitals >= 2 && 2 * capitals > name.count
  }
}

/// Sets of positions that are united step by step.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  /// The smallest position of the set.
  func find(_ position: Int) -> Int {
    var root = position
    while parents[root] != root { root = parents[root] }
    return root
  }

  mutating func unite(_ one: Int, _ other: Int) {
    let (first, second) = (find(one), find(other))
    parents[max(first, second)] = min(first, second)
  }
}
