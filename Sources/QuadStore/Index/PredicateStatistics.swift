/// What is known about the statements with one predicate.
package struct PredicateStatistics: Hashable, Sendable {
  /// The number of the predicate.
  package let predicate: UInt32
  /// How many statements there are.
  package let count: Int
  /// How many different subjects they have; an estimate in a dataset that is being changed.
  package let subjects: Int
  /// How many different objects they have, or an estimate.
  package let objects: Int

  /// Statistics of a predicate.
  package init(predicate: UInt32, count: Int, subjects: Int, objects: Int) {
    self.predicate = predicate
    self.count = count
    self.subjects = subjects
    self.objects = objects
  }

  /// The statistics of every predicate, in ascending order of their numbers, of an order that begins
  /// with predicate and subject and of one that begins with predicate and object.
  static func all(subjects: Permutation, objects: Permutation) -> [PredicateStatistics] {
    var all: [PredicateStatistics] = []
    for index in 0..<max(subjects.offsets.count - 1, 0) {
      let rows = Int(subjects.offsets[index])..<Int(subjects.offsets[index + 1])
      guard !rows.isEmpty else { continue }
      all.append(
        PredicateStatistics(
          predicate: UInt32(truncatingIfNeeded: index), count: rows.count,
          subjects: subjects.second.countOfDistinct(in: rows),
          objects: objects.second.countOfDistinct(in: rows)))
    }
    return all
  }
}

extension [PredicateStatistics] {
  /// What is known about a predicate; nil if no statement has it.
  ///
  /// - Complexity: O(log n).
  package func of(_ predicate: UInt32) -> PredicateStatistics? {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle].predicate < predicate { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].predicate == predicate ? self[low] : nil
  }
}
