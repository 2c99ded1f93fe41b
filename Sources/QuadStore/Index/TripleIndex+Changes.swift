import RDF

extension TripleIndex {
  /// What stands in the places of the orders.
  private static let orders: [[StatementPlace]] = [
    [.subject, .predicate, .object], [.predicate, .subject, .object],
    [.predicate, .object, .subject], [.object, .predicate, .subject],
  ]

  private var permutations: [Permutation] { [spo, pso, pos, ops] }

  /// What is known about the statements.
  var known: IndexStatistics {
    IndexStatistics(predicates: statistics, subjects: subjects, objects: objects)
  }

  /// The statements with changes of the default graph worked in, as they are read (``MergedRows``).
  ///
  /// - Parameters:
  ///   - changes: of these statements.
  ///   - termCount: the largest number of a term then.
  ///   - known: what is known about the statements then; nil for an estimate.
  /// - Returns: an index in which the changes are made.
  /// - Complexity: O(changes).
  func merged(
    with changes: StatementChanges, termCount: Int, known: IndexStatistics? = nil
  ) -> TripleIndex {
    guard changes.count > 0 else { return self }
    let known = known ?? self.known.estimated(after: changes)
    let merged = permutations.enumerated().map { order, base in
      MergedRows.permutation(
        base, changes, Self.orders[order], order: order, termCount: termCount)
    }
    return TripleIndex(
      spo: merged[0], pso: merged[1], pos: merged[2], ops: merged[3],
      statistics: known.predicates, subjects: known.subjects, objects: known.objects)
  }

  /// What changes make of what is known about their predicates.
  func statistics(after changes: StatementChanges) throws(SnapshotError) -> IndexStatistics {
    try known.changed(by: changes) { (subject, predicate, object) throws(SnapshotError) in
      switch (subject, predicate) {
      case (0, 0): try ops.rows(object).count
      case (0, _): try pos.rows(predicate, object).count
      case (_, 0): try spo.rows(subject).count
      case (_, _): try spo.rows(subject, predicate).count
      }
    }
  }

  /// The rows of a statement of the default graph.
  func rows(of statement: TermDictionary.Statement) throws(SnapshotError) -> StatementRows {
    try StatementRows(statement, permutations, Self.orders)
  }
}

extension NamedGraphIndex {
  /// What stands in the places of the orders.
  private static let orders: [[StatementPlace]] = [
    [.graph, .subject, .predicate, .object], [.graph, .predicate, .object, .subject],
    [.graph, .object, .predicate, .subject], [.subject, .predicate, .object, .graph],
    [.predicate, .object, .subject, .graph], [.object, .predicate, .subject, .graph],
  ]

  private var permutations: [Permutation] { [gspo, gpos, gops, spog, posg, opsg] }

  /// What is known about the statements.
  var known: IndexStatistics {
    IndexStatistics(predicates: statistics, subjects: subjects, objects: objects)
  }

  /// The statements with changes of named graphs worked in, as they are read (``MergedRows``).
  ///
  /// - Parameters:
  ///   - changes: of these statements.
  ///   - names: the names of all graphs then, in ascending order.
  ///   - termCount: the largest number of a term then.
  ///   - known: what is known about the statements then; nil for an estimate.
  /// - Returns: an index in which the changes are made.
  /// - Complexity: O(changes).
  func merged(
    with changes: StatementChanges, names: [UInt32], termCount: Int,
    known: IndexStatistics? = nil
  ) -> NamedGraphIndex {
    guard changes.count > 0 else { return names == self.names ? self : named(names) }
    let known = known ?? self.known.estimated(after: changes)
    let merged = permutations.enumerated().map { order, base in
      MergedRows.permutation(
        base, changes, Self.orders[order], order: order, termCount: termCount)
    }
    return NamedGraphIndex(
      gspo: merged[0], gpos: merged[1], gops: merged[2], spog: merged[3], posg: merged[4],
      opsg: merged[5], names: names, statistics: known.predicates, subjects: known.subjects,
      objects: known.objects)
  }

  /// What changes make of what is known about their predicates.
  func statistics(after changes: StatementChanges) throws(SnapshotError) -> IndexStatistics {
    try known.changed(by: changes) { (subject, predicate, object) throws(SnapshotError) in
      switch (subject, predicate) {
      case (0, 0): try opsg.rows(object).count
      case (0, _): try posg.rows(predicate, object).count
      case (_, 0): try spog.rows(subject).count
      case (_, _): try spog.rows(subject, predicate).count
      }
    }
  }

  /// The rows of a statement of a named graph.
  func rows(of statement: TermDictionary.Statement) throws(SnapshotError) -> StatementRows {
    try StatementRows(statement, permutations, Self.orders)
  }
}

extension StatementRows {
  /// The rows of a statement in some orders.
  fileprivate init(
    _ statement: TermDictionary.Statement, _ permutations: [Permutation],
    _ orders: [[StatementPlace]]
  ) throws(SnapshotError) {
    self.init()
    for (order, permutation) in permutations.enumerated() {
      let edit = RowEdit(statement, orders[order], isAdded: false)
      self[order] = UInt32(truncatingIfNeeded: try permutation.place(of: edit).row)
    }
  }
}
