import RDF

/// What is known about the statements of an index, or what of it changes have made otherwise.
struct IndexStatistics: Hashable, Sendable {
  /// By predicate, in ascending order of their numbers.
  var predicates: [PredicateStatistics]
  /// How many different subjects there are.
  var subjects: Int
  /// How many different objects there are.
  var objects: Int

  /// These statistics with those of some predicates in the place of what was known; predicates without
  /// statements are left out.
  func replaced(by changed: IndexStatistics) -> IndexStatistics {
    let numbers = Set(changed.predicates.map(\.predicate))
    let all =
      predicates.filter { !numbers.contains($0.predicate) }
      + changed.predicates.filter { $0.count > 0 }
    return IndexStatistics(
      predicates: all.sorted { $0.predicate < $1.predicate }, subjects: changed.subjects,
      objects: changed.objects)
  }

  /// The statistics of the predicates of some changes, and how many ends there are at all, counted.
  ///
  /// - Parameters:
  ///   - changes: what comes to statements and goes from them.
  ///   - rows: how many statements there are before, with a subject and with an object, of a predicate or
  ///     (0) of all.
  /// - Returns: the statistics of these predicates alone.
  /// - Complexity: O(changes) look-ups.
  /// - Throws: ``SnapshotError`` for damaged data.
  func changed(
    by changes: StatementChanges,
    rows: (_ subject: UInt32, _ predicate: UInt32, _ object: UInt32) throws(SnapshotError) -> Int
  ) throws(SnapshotError) -> IndexStatistics {
    var counts: [UInt32: Int] = [:]
    // By predicate, or 0 for all, and by end, by how many statements it has more.
    var (bySubject, byObject): ([SIMD2<UInt32>: Int], [SIMD2<UInt32>: Int]) = ([:], [:])
    for (statements, change) in [(changes.added, 1), (changes.removed, -1)] {
      for statement in statements {
        counts[statement.predicate, default: 0] += change
        for predicate in [statement.predicate, 0] {
          bySubject[[predicate, statement.subject], default: 0] += change
          byObject[[predicate, statement.object], default: 0] += change
        }
      }
    }
    var (subjects, objects): ([UInt32: Int], [UInt32: Int]) = ([:], [:])
    for (key, change) in bySubject {
      let before = try rows(key.y, key.x, 0)
      subjects[key.x, default: 0] += (before + change > 0 ? 1 : 0) - (before > 0 ? 1 : 0)
    }
    for (key, change) in byObject {
      let before = try rows(0, key.x, key.y)
      objects[key.x, default: 0] += (before + change > 0 ? 1 : 0) - (before > 0 ? 1 : 0)
    }
    let changed = counts.keys.sorted().map { predicate in
      let known = predicates.of(predicate)
      return PredicateStatistics(
        predicate: predicate, count: (known?.count ?? 0) + (counts[predicate] ?? 0),
        subjects: (known?.subjects ?? 0) + (subjects[predicate] ?? 0),
        objects: (known?.objects ?? 0) + (objects[predicate] ?? 0))
    }
    return IndexStatistics(
      predicates: changed, subjects: self.subjects + (subjects[0] ?? 0),
      objects: self.objects + (objects[0] ?? 0))
  }
}
