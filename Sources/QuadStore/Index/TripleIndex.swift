import RDF

/// The statements of one graph, in four orders.
///
/// Every pattern with constant places is a range of rows in one of them, but for subject and object
/// without predicate: its rows are sought among those of the subject.
package final class TripleIndex: Sendable {
  /// Subject, predicate, object.
  package let spo: Permutation
  /// Predicate, subject, object.
  package let pso: Permutation
  /// Predicate, object, subject.
  package let pos: Permutation
  /// Object, predicate, subject.
  package let ops: Permutation
  /// What is known about each predicate, in ascending order of their numbers.
  package let statistics: [PredicateStatistics]
  /// How many different subjects there are; an estimate in a dataset that is being changed.
  package let subjects: Int
  /// How many different objects there are, or an estimate.
  package let objects: Int

  /// How many statements there are.
  package var count: Int { spo.count }

  /// The orders of the statements in one order.
  init(spo: Permutation, termCount: Int) {
    self.spo = spo
    pso = spo.reordered(by: 1, termCount: termCount)
    ops = pso.reordered(by: 2, termCount: termCount)
    pos = ops.reordered(by: 1, termCount: termCount)
    statistics = PredicateStatistics.all(subjects: pso, objects: pos)
    subjects = Self.countOfFirst(spo)
    objects = Self.countOfFirst(ops)
  }

  init(
    spo: Permutation, pso: Permutation, pos: Permutation, ops: Permutation,
    statistics: [PredicateStatistics], subjects: Int, objects: Int
  ) {
    self.spo = spo
    self.pso = pso
    self.pos = pos
    self.ops = ops
    self.statistics = statistics
    self.subjects = subjects
    self.objects = objects
  }

  /// No statements.
  static var empty: TripleIndex {
    TripleIndex(spo: StatementSort.triples(StagedTriples(), termCount: 0), termCount: 0)
  }

  /// The statements, in order.
  func statements() throws(SnapshotError) -> [TermDictionary.Statement] {
    var statements: [TermDictionary.Statement] = []
    statements.reserveCapacity(count)
    try spo.second.verify(0..<count)
    try spo.third.verify(0..<count)
    for subject in 0..<max(spo.offsets.count - 1, 0) {
      let subject = UInt32(truncatingIfNeeded: subject)
      for row in try spo.rows(subject) {
        statements.append(TermDictionary.Statement(subject, spo.second[row], spo.third[row]))
      }
    }
    return statements
  }

  /// Whether a term is a subject or an object.
  package func hasNode(_ id: UInt32) throws(SnapshotError) -> Bool {
    if try !spo.rows(id).isEmpty { return true }
    return try !ops.rows(id).isEmpty
  }

  /// How many different terms stand in the first place of an order.
  static func countOfFirst(_ permutation: Permutation) -> Int {
    let offsets = permutation.offsets
    var count = 0
    for index in 0..<max(offsets.count - 1, 0) where offsets[index] != offsets[index + 1] {
      count += 1
    }
    return count
  }
}
