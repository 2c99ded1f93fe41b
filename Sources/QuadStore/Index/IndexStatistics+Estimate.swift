import RDF

extension IndexStatistics {
  /// Statistics after changes: counts are exact, how many different ends there are is estimated from
  /// what was known, and counted for predicates that nothing was known of.
  ///
  /// - Complexity: O(changes), and no look-up.
  func estimated(after changes: StatementChanges) -> IndexStatistics {
    var counts: [UInt32: Int] = [:]
    for statement in changes.removed { counts[statement.predicate, default: 0] -= 1 }
    for statement in changes.added { counts[statement.predicate, default: 0] += 1 }
    var all = predicates.compactMap { known -> PredicateStatistics? in
      guard let change = counts.removeValue(forKey: known.predicate) else { return known }
      let count = known.count + change
      guard count > 0 else { return nil }
      func ends(_ before: Int) -> Int { max(1, min(count, before * count / max(known.count, 1))) }
      return PredicateStatistics(
        predicate: known.predicate, count: count, subjects: ends(known.subjects),
        objects: ends(known.objects))
    }
    // What is left are predicates that nothing was known of.
    var ends: [UInt32: (subjects: Set<UInt32>, objects: Set<UInt32>)] = [:]
    for statement in changes.added where counts[statement.predicate] != nil {
      ends[statement.predicate, default: ([], [])].subjects.insert(statement.subject)
      ends[statement.predicate, default: ([], [])].objects.insert(statement.object)
    }
    for (predicate, ends) in ends {
      all.append(
        PredicateStatistics(
          predicate: predicate, count: counts[predicate] ?? 0, subjects: ends.subjects.count,
          objects: ends.objects.count))
    }
    return IndexStatistics(
      predicates: all.sorted { $0.predicate < $1.predicate }, subjects: max(1, subjects),
      objects: max(1, objects))
  }
}
