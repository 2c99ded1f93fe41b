/// Finds edges by their ends: the edges of each source, in order of target and predicate.
struct EdgeIndex {
  let rows: Rows

  /// - Precondition: the edges are in order of their sources.
  init(_ edges: EdgeColumns, nodeCount: Int) {
    var rows = Rows()
    var edge = 0
    for node in 0..<nodeCount {
      while edge < edges.count, Int(edges.sources[edge]) == node { edge += 1 }
      rows.endRow(at: edge)
    }
    self.rows = rows
  }

  /// The place of an edge; nil if there is none.
  ///
  /// - Complexity: O(log n) in the number of edges of the source.
  func place(
    of source: Int32, _ predicate: Int32, _ target: Int32, in edges: EdgeColumns
  ) -> Int? {
    var range = rows[Int(source)]
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      let found = (edges.targets[middle], edges.predicates[middle])
      if found == (target, predicate) { return middle }
      range =
        found < (target, predicate)
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
