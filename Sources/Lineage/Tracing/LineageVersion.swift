import GraphAlgorithms

/// What an act is on a day: whether it is in force, as changed by which others, and which act is in
/// force in its place.
public struct LineageVersion: Hashable, Sendable {
  /// The day.
  public var day: LineageDate
  /// Whether the act is in force on it.
  public var state: Validity.State
  /// The acts that have changed it by then, or ended parts of it, in order of their dates.
  public var changes: [LineageChange]
  /// Those that do so later.
  public var laterChanges: [LineageChange]
  /// The act that is in force in its place, where it has ended: the one that ended it, or the one
  /// that ended that one, and so on; where it is not yet in force, the one that it is to end.
  public var inItsPlace: Int?
}

extension LineageGraph {
  /// What an act is on a day.
  ///
  /// - Complexity: O(acts that change it + acts on the way to the one in its place).
  public func version(of node: Int, on day: LineageDate) -> LineageVersion {
    let validity = validity(of: node)
    var version = LineageVersion(
      day: day, state: validity.state(on: day), changes: [], laterChanges: [], inItsPlace: nil)
    for change in changes(of: node) {
      if let date = change.date, date.last > day.last, date.first > day.first {
        version.laterChanges.append(change)
      } else {
        version.changes.append(change)
      }
    }
    switch version.state {
    case .ended: version.inItsPlace = successor(of: node, on: day)
    case .notYet: version.inItsPlace = predecessor(of: node, on: day)
    case .inForce, .unknown: break
    }
    return version
  }

  /// The acts that amend an act or repeal parts of it, in order of their dates.
  func changes(of node: Int) -> [LineageChange] {
    var changes: [LineageChange] = []
    for relation in [LineageRelation.amends, .repeals] {
      for act in edges(relation).incoming.neighbours(of: node) where act != node {
        guard let change = change(relation, from: act, to: node),
          relation == .amends || !change.articles.isEmpty
        else { continue }
        changes.append(change)
      }
    }
    return changes.sorted {
      ($0.date?.first ?? .max, $0.relation, $0.subject)
        < ($1.date?.first ?? .max, $1.relation, $1.subject)
    }
  }

  /// The act in force in the place of one that has ended.
  private func successor(of node: Int, on day: LineageDate) -> Int? {
    var seen: Set<Int> = [node]
    var act = validity(of: node).until?.act
    while let next = act, seen.insert(next).inserted {
      let validity = validity(of: next)
      guard validity.state(on: day) == .ended else { return next }
      act = validity.until?.act
    }
    return nil
  }

  /// The act in force that one is to end, the first in order of several.
  private func predecessor(of node: Int, on day: LineageDate) -> Int? {
    for relation in [LineageRelation.repeals, .replaces] {
      for act in edges(relation).outgoing.neighbours(of: node) where act != node {
        let validity = validity(of: act)
        if validity.until?.act == node, validity.state(on: day) == .inForce { return act }
      }
    }
    return nil
  }
}
