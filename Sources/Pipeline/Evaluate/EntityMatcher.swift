internal import Claims

/// Finds out which found thing is which annotated one.
///
/// One to one, in three rounds: first things of the same class with a name in common, then those
/// whose class the annotations allow too, then by the lenient measure those of classes with long
/// names that are alike. In each round the found things choose in their order, among several the one
/// whose label is theirs, else the first. Regulations match by their keys and by nothing else.
struct EntityMatcher {
  private struct Wanted {
    var entity: Annotations.Entity
    var names: Set<String>
    var label: String
    var key: String?
  }

  private let measure: Measure

  init(measure: Measure) { self.measure = measure }

  /// The annotated thing (position) that a found one (position) is, for those that are any.
  func match(
    _ wanted: [Annotations.Entity], _ found: [Annotations.Entity]
  ) -> [Int: Int] {
    let all = wanted.map { entity in
      Wanted(
        entity: entity, names: names(of: entity, as: entity.entityClass),
        label: measure.normalised(entity.label, as: entity.entityClass), key: key(of: entity))
    }
    var matches: [Int: Int] = [:]
    var taken: Set<Int> = []
    var rounds: [Round] = [.sameClass, .allowedClass]
    if measure.leniency == .lenient { rounds.append(.alikeName) }
    // The names of a found thing, also as those of other classes.
    var forms = [[EntityClass: Set<String>]](repeating: [:], count: found.count)
    for round in rounds {
      for (position, entity) in found.enumerated() where matches[position] == nil {
        let label = measure.normalised(entity.label, as: entity.entityClass)
        var best: Int?
        for (candidate, one) in all.enumerated() where !taken.contains(candidate) {
          let names =
            forms[position][one.entity.entityClass]
            ?? names(of: entity, as: one.entity.entityClass)
            .union(names(of: entity, as: entity.entityClass))
          forms[position][one.entity.entityClass] = names
          guard fits(one, entity, names: names, in: round) else { continue }
          if one.label == label {
            best = candidate
            break
          }
          if best == nil { best = candidate }
        }
        if let best {
          matches[position] = best
          taken.insert(best)
        }
      }
    }
    return matches
  }

  /// All names of a thing in the form in which those of a class are compared, without empty ones.
  func names(of entity: Annotations.Entity, as entityClass: EntityClass) -> Set<String> {
    var names = Set(entity.names.lazy.map { measure.normalised($0, as: entityClass) })
    names.remove("")
    return names
  }

  private enum Round {
    case sameClass
    case allowedClass
    case alikeName
  }

  private func key(of entity: Annotations.Entity) -> String? {
    entity.key.map(measure.normalisedKey)
  }

  private func fits(
    _ wanted: Wanted, _ found: Annotations.Entity, names: Set<String>, in round: Round
  ) -> Bool {
    let wantedClass = wanted.entity.entityClass
    if wantedClass == .regulation || found.entityClass == .regulation {
      guard round != .alikeName, wantedClass == found.entityClass else { return false }
      guard let wantedKey = wanted.key, let foundKey = key(of: found) else { return false }
      return wantedKey == foundKey
    }
    let isSameClass = wantedClass == found.entityClass
    guard isSameClass || wanted.entity.otherClasses.contains(found.entityClass) else {
      return false
    }
    switch round {
    case .sameClass: return isSameClass && !wanted.names.isDisjoint(with: names)
    case .allowedClass: return !wanted.names.isDisjoint(with: names)
    case .alikeName:
      guard measure.longNames.contains(wantedClass) else { return false }
      let isContained = measure.contained.contains(wantedClass)
      return wanted.names.contains { left in
        names.contains { right in
          measure.areAlike(left, right) || isContained && measure.holdsOther(left, right)
        }
      }
    }
  }
}
