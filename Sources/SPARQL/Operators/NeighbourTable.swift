import QuadStore

/// The neighbours of all nodes of a graph along some properties, by number of the node.
struct NeighbourTable {
  /// By node, where its neighbours begin; one more than there are terms.
  private let offsets: [UInt32]
  private let neighbours: [TermID]

  /// The neighbours along each property, or against it; a neighbour stands there for each way to it.
  ///
  /// - Throws: ``QueryError`` if that is too much, `SnapshotError` for a damaged store.
  init(
    _ properties: [(id: TermID, isReversed: Bool)], _ context: ExecutionContext,
    _ scope: GraphScope
  ) throws {
    var counts = [UInt32](repeating: 0, count: context.storedTermCount + 2)
    var edges: [(from: Column, to: Column, rows: Range<Int>)] = []
    for (id, isReversed) in properties {
      let access = try context.access(0, id, 0, in: scope)
      let (subjects, objects) = (
        access.column(access.places[0]), access.column(access.places[2])
      )
      try subjects.verify(access.rows)
      try objects.verify(access.rows)
      let (from, to) = isReversed ? (objects, subjects) : (subjects, objects)
      for row in access.rows { counts[Int(from[row]) + 1] += 1 }
      edges.append((from, to, access.rows))
    }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    offsets = counts
    let total = edges.reduce(0) { $0 + $1.rows.count }
    try context.use(memory: (counts.count + total) * MemoryLayout<TermID>.size)
    var neighbours = [TermID](repeating: 0, count: total)
    for (from, to, rows) in edges {
      for row in rows {
        let node = Int(from[row])
        neighbours[Int(counts[node])] = to[row]
        counts[node] += 1
      }
    }
    self.neighbours = neighbours
  }

  /// The neighbours of a node; none of one that is not in the store.
  subscript(node: TermID) -> ArraySlice<TermID> {
    let index = Int(node)
    guard index + 1 < offsets.count else { return [] }
    return neighbours[Int(offsets[index])..<Int(offsets[index + 1])]
  }
}

extension PlanPath {
  /// The properties of a step that is one of them or another, in any direction; nil for other paths.
  var properties: [(id: TermID, isReversed: Bool)]? {
    switch self {
    case .property(let id, let isReversed): return [(id, isReversed)]
    case .alternative(let one, let other):
      guard let first = one.properties, let second = other.properties else { return nil }
      return first + second
    case .sequence, .zeroOrOne, .zeroOrMore, .oneOrMore, .negated: return nil
    }
  }
}
