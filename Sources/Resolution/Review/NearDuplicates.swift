internal import Claims
internal import Diagnostics
public import DomainPack

/// Two things of one class that may be one and were not brought together.
public struct NearDuplicate: Hashable, Sendable {
  /// Positions in ``KnowledgeGraph/entities``; the one that more is known of first.
  public var things: [Int]
  /// How alike they are, 0…1.
  public var likeness: Double
  /// What makes them alike.
  public var reason: Reason

  /// What makes two things alike.
  public enum Reason: String, Hashable, Sendable {
    /// They share a name.
    case name
    /// The short name of one is made of the first letters of the other.
    case abbreviation
    /// Their names differ by a few letters.
    case spelling
    /// Their names share most of their words.
    case words
    /// The agreements have the same parties.
    case parties
  }
}

/// Finds things that may be one.
///
/// Only things whose identity leaves it open are compared: of one class, not both known to the pack,
/// belonging to the same thing (or one of them to nothing that is known), their numbers equal.
public struct NearDuplicates {
  private let graph: KnowledgeGraph
  private let vocabulary: Vocabulary
  /// First segments below the folder of things that belong to nothing but their document.
  private let documentSegments: Set<Substring>
  private let readDocuments: Set<Int>

  /// A word or name that more things have says nothing of two of them.
  private static let mostSharers = 40
  /// Likeness below it is left alone.
  private static let least = 0.6

  /// A finder in a graph.
  public init(_ graph: KnowledgeGraph, vocabulary: Vocabulary) {
    self.graph = graph
    self.vocabulary = vocabulary
    documentSegments = Set(
      graph.documents.map { Substring($0.key.split(separator: "/").joined(separator: "-")) })
    readDocuments = Set(graph.documents.map(\.entity))
  }

  /// The pairs, the most alike first.
  ///
  /// - Parameter distinct: pairs that are known to be two things, the smaller position first.
  /// - Returns: each pair once.
  /// - Complexity: linear in the things for names that few share.
  public func pairs(except distinct: Set<[Int]> = []) -> [NearDuplicate] {
    var members: [EntityClass: [Int]] = [:]
    for (position, entity) in graph.entities.enumerated()
    where entity.entityClass != .donation && entity.entityClass != .conflict {
      members[entity.entityClass, default: []].append(position)
    }
    var pairs: [NearDuplicate] = []
    for (entityClass, positions) in members.sorted(by: { $0.key < $1.key }) {
      let identity = vocabulary.description(of: entityClass)?.identity ?? .name
      guard identity != .government else { continue }
      let profiles = positions.map { NameProfile(graph.entities[$0]) }
      var sharers: [String: [Int]] = [:]
      for (index, profile) in profiles.enumerated() {
        for key in profile.blockingKeys { sharers[key, default: []].append(index) }
        if identity == .agreement, let parties = parties(positions[index]) {
          sharers["parties \(parties)", default: []].append(index)
        }
      }
      var candidates: Set<[Int]> = []
      for group in sharers.values where (2...Self.mostSharers).contains(group.count) {
        for (offset, one) in group.enumerated() {
          for other in group[(offset + 1)...] where one != other {
            candidates.insert([min(one, other), max(one, other)])
          }
        }
      }
      let weights = wordWeights(profiles)
      for pair in candidates {
        let things = pair.map { positions[$0] }
        guard !distinct.contains(things), mayBeOne(things[0], things[1], identity) else { continue }
        let (one, other) = (profiles[pair[0]], profiles[pair[1]])
        guard let (likeness, reason) = likeness(one, other, weights, things, identity),
          likeness >= Self.least
        else { continue }
        pairs.append(
          NearDuplicate(things: ranked(things), likeness: likeness, reason: reason))
      }
    }
    return pairs.sorted {
      ($1.likeness, $0.things[0], $0.things[1]) < ($0.likeness, $1.things[0], $1.things[1])
    }
  }

  /// How much a word tells: the rarer among the names of its class, the more.
  private func wordWeights(_ profiles: [NameProfile]) -> [String: Double] {
    var uses: [String: Int] = [:]
    for profile in profiles {
      for word in Set(profile.words.flatMap { $0 }) { uses[word, default: 0] += 1 }
    }
    return uses.mapValues { 1 / Double($0 + 1) }
  }

  // MARK: What may be one

  private func mayBeOne(_ one: Int, _ other: Int, _ identity: Identity) -> Bool {
    let (left, right) = (graph.entities[one], graph.entities[other])
    if left.key != nil && right.key != nil { return false }
    if readDocuments.contains(one) && readDocuments.contains(other) { return false }
    switch identity {
    case .name, .person: return true
    case .government: return false
    case .agreement:
      let parties = (parties(one), parties(other))
      return parties.0 == nil || parties.1 == nil || parties.0 == parties.1
    case .owner, .body:
      return parent(left.path) == parent(right.path) || isUnowned(left.path)
        || isUnowned(right.path)
    }
  }

  private func parent(_ path: String) -> Substring {
    path.lastIndex(of: "/").map { path[..<$0] } ?? ""
  }

  private func isUnowned(_ path: String) -> Bool {
    let segments = path.split(separator: "/")
    return segments.count < 3 || documentSegments.contains(segments[1])
  }

  /// The parties of an agreement as its path tells them; nil if it has less than two.
  private func parties(_ position: Int) -> Substring? {
    let segments = graph.entities[position].path.split(separator: "/")
    guard segments.count == 4, !documentSegments.contains(segments[1]) else { return nil }
    return segments[1]
  }

  /// What has a key first, then what belongs to something that is known, then what has more names,
  /// then the order of the paths.
  private func ranked(_ things: [Int]) -> [Int] {
    things.sorted { left, right in
      let (one, other) = (graph.entities[left], graph.entities[right])
      if (one.key != nil) != (other.key != nil) { return one.key != nil }
      if readDocuments.contains(left) != readDocuments.contains(right) {
        return readDocuments.contains(left)
      }
      let isLoose = (isUnowned(one.path), isUnowned(other.path))
      if isLoose.0 != isLoose.1 { return isLoose.1 }
      let counts = (one.labels.count + one.aliases.count, other.labels.count + other.aliases.count)
      return counts.0 == counts.1 ? left < right : counts.0 > counts.1
    }
  }

  // MARK: How alike

  private func likeness(
    _ one: NameProfile, _ other: NameProfile, _ weights: [String: Double], _ things: [Int],
    _ identity: Identity
  ) -> (Double, NearDuplicate.Reason)? {
    if identity == .agreement, let parties = parties(things[0]), parties == self.parties(things[1])
    {
      // Agreements of different years or different kinds are different ones.
      let leaves = things.map { graph.entities[$0].path.split(separator: "/").suffix(2) }
      let isUndated = leaves.contains { $0.last?.hasPrefix("undated") == true }
      guard
        leaves[0].first == leaves[1].first || leaves.contains(where: { $0.first == "agreement" })
      else { return nil }
      return isUndated || leaves[0].last == leaves[1].last ? (0.7, .parties) : nil
    }
    if !one.names.isDisjoint(with: other.names) {
      let shared = one.names.intersection(other.names)
      return shared.contains { $0.utf8.count > 5 } ? (0.98, .name) : (0.85, .name)
    }
    guard one.numbers == other.numbers else { return nil }
    if !one.shortNames.isDisjoint(with: other.initials)
      || !other.shortNames.isDisjoint(with: one.initials)
    {
      return (0.8, .abbreviation)
    }
    var best: (Double, NearDuplicate.Reason)?
    for left in one.labels {
      for right in other.labels {
        let length = max(left.utf8.count, right.utf8.count)
        guard length > 5, let distance = EditDistance.between(left, right, limit: length / 7)
        else { continue }
        let likeness = 1 - Double(distance) / Double(length)
        if likeness > best?.0 ?? 0 { best = (likeness, .spelling) }
      }
    }
    for left in one.words {
      for right in other.words {
        let shared = left.intersection(right)
        func weight(_ words: Set<String>) -> Double {
          words.sorted().reduce(0) { $0 + (weights[$1] ?? 1) }
        }
        // One word alone is too little to go by.
        guard shared.count > 1 else { continue }
        let likeness = 0.95 * weight(shared) / weight(left.union(right))
        if likeness > best?.0 ?? 0 { best = (likeness, .words) }
      }
    }
    return best
  }
}
