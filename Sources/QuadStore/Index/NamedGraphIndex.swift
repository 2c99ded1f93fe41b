import RDF

/// The statements of all named graphs, in orders that begin with the graph and in orders that end
/// with it.
package final class NamedGraphIndex: Sendable {
  /// Graph, subject, predicate, object.
  package let gspo: Permutation
  /// Graph, predicate, object, subject.
  package let gpos: Permutation
  /// Graph, object, predicate, subject.
  package let gops: Permutation
  /// Subject, predicate, object, graph.
  package let spog: Permutation
  /// Predicate, object, subject, graph.
  package let posg: Permutation
  /// Object, predicate, subject, graph.
  package let opsg: Permutation
  /// The names of the graphs, in ascending order of their numbers, those without statements too.
  package let names: [UInt32]
  /// What is known about each predicate, in ascending order of their numbers.
  package let statistics: [PredicateStatistics]
  /// How many different subjects there are; an estimate in a dataset that is being changed.
  package let subjects: Int
  /// How many different objects there are, or an estimate.
  package let objects: Int

  /// How many statements there are; one that stands in two graphs counts twice.
  package var count: Int { spog.count }

  /// The orders of the statements in one order.
  ///
  /// - Parameters:
  ///   - spog: The statements.
  ///   - declared: Graphs that may have no statement, in any order.
  ///   - termCount: The largest number of a term.
  init(spog: Permutation, declared: [UInt32], termCount: Int) {
    self.spog = spog
    gspo = spog.reordered(by: 3, termCount: termCount)
    let psog = spog.reordered(by: 1, termCount: termCount)
    opsg = psog.reordered(by: 2, termCount: termCount)
    gops = opsg.reordered(by: 3, termCount: termCount)
    posg = opsg.reordered(by: 1, termCount: termCount)
    gpos = posg.reordered(by: 3, termCount: termCount)
    statistics = PredicateStatistics.all(subjects: psog, objects: posg)
    subjects = TripleIndex.countOfFirst(spog)
    objects = TripleIndex.countOfFirst(opsg)
    let offsets = gspo.offsets
    let filled = (0..<max(offsets.count - 1, 0)).filter { offsets[$0] != offsets[$0 + 1] }
    names = Set(filled.map { UInt32(truncatingIfNeeded: $0) }).union(declared).sorted()
  }

  init(
    gspo: Permutation, gpos: Permutation, gops: Permutation, spog: Permutation, posg: Permutation,
    opsg: Permutation, names: [UInt32], statistics: [PredicateStatistics], subjects: Int,
    objects: Int
  ) {
    self.gspo = gspo
    self.gpos = gpos
    self.gops = gops
    self.spog = spog
    self.posg = posg
    self.opsg = opsg
    self.names = names
    self.statistics = statistics
    self.subjects = subjects
    self.objects = objects
  }

  /// No statements in graphs of these names.
  static func empty(declared names: [UInt32]) -> NamedGraphIndex {
    NamedGraphIndex(spog: StatementSort.quads([], termCount: 0), declared: names, termCount: 0)
  }

  /// The same statements in graphs of these names, in ascending order.
  ///
  /// - Precondition: every graph with statements is among them.
  func named(_ names: [UInt32]) -> NamedGraphIndex {
    NamedGraphIndex(
      gspo: gspo, gpos: gpos, gops: gops, spog: spog, posg: posg, opsg: opsg, names: names,
      statistics: statistics, subjects: subjects, objects: objects)
  }

  /// Whether a term is a subject or an object in a graph.
  package func hasNode(_ id: UInt32, in graph: UInt32) throws(SnapshotError) -> Bool {
    if try !gspo.rows(graph, id).isEmpty { return true }
    return try !gops.rows(graph, id).isEmpty
  }

  /// The statements of a graph, in order.
  func statements(of graph: UInt32) throws(SnapshotError) -> [TermDictionary.Statement] {
    let rows = try gspo.rows(graph)
    guard let objects = gspo.fourth else { return [] }
    try gspo.second.verify(rows)
    try gspo.third.verify(rows)
    try objects.verify(rows)
    return rows.map { row in
      TermDictionary.Statement(gspo.second[row], gspo.third[row], objects[row], in: graph)
    }
  }
}
