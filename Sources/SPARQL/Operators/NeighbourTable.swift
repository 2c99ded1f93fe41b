import QuadStore

/// The nodes that some properties connect, numbered from 0 in ascending order of their terms, with
/// the neighbours of each; closures are walked over these numbers.
///
/// A class, for its marks of visited nodes are used again and again.
final class NeighbourTable {
  /// By number of a node, its term.
  let nodes: [TermID]
  /// By number of a node, where its neighbours begin; one more than there are nodes.
  private let offsets: [UInt32]
  private let neighbours: [UInt32]
  /// By number of a node, the walk that it was last visited in, so that clearing costs nothing.
  private var visits: [UInt32]
  private var walk: UInt32 = 0
  /// The nodes that a walk has reached, in order.
  private var queue: [UInt32]
  private let context: ExecutionContext
  private let memory: Int

  /// The neighbours along each property, or against it; a neighbour stands there for each way to it.
  ///
  /// - Throws: ``QueryError`` if that is too much, `SnapshotError` for a damaged store.
  init(
    _ properties: [(id: TermID, isReversed: Bool)], _ context: ExecutionContext,
    _ scope: GraphScope
  ) throws {
    var edges: [(from: Column, to: Column, rows: Range<Int>)] = []
    var numbers = [UInt32](repeating: 0, count: context.storedTermCount + 1)
    for (id, isReversed) in properties {
      let access = try context.access(0, id, 0, in: scope)
      let (subjects, objects) = (
        access.column(access.places[0]), access.column(access.places[2])
      )
      try subjects.verify(access.rows)
      try objects.verify(access.rows)
      for row in access.rows {
        numbers[Int(subjects[row])] = 1
        numbers[Int(objects[row])] = 1
      }
      let (from, to) = isReversed ? (objects, subjects) : (subjects, objects)
      edges.append((from, to, access.rows))
    }
    let total = edges.reduce(0) { $0 + $1.rows.count }
    memory = (numbers.count + total * 5) * MemoryLayout<TermID>.size
    self.context = context
    try context.use(memory: memory)
    var nodes: [TermID] = []
    for index in numbers.indices where numbers[index] != 0 {
      numbers[index] = UInt32(truncatingIfNeeded: nodes.count)
      nodes.append(TermID(truncatingIfNeeded: index))
    }
    var next = [UInt32](repeating: 0, count: nodes.count + 1)
    for (from, _, rows) in edges {
      for row in rows { next[Int(numbers[Int(from[row])]) + 1] += 1 }
    }
    for index in next.indices.dropFirst() { next[index] += next[index - 1] }
    offsets = next
    var neighbours = [UInt32](repeating: 0, count: total)
    for (from, to, rows) in edges {
      for row in rows {
        let node = Int(numbers[Int(from[row])])
        neighbours[Int(next[node])] = numbers[Int(to[row])]
        next[node] += 1
      }
    }
    self.nodes = nodes
    self.neighbours = neighbours
    visits = [UInt32](repeating: 0, count: nodes.count)
    queue = [UInt32](repeating: 0, count: nodes.count)
  }

  deinit { context.release(memory: memory) }

  /// The number of a node; nil if no property leads to it or from it.
  private func number(of term: TermID) -> Int? {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = low + (high - low) / 2
      if nodes[middle] < term { low = middle + 1 } else { high = middle }
    }
    return low < nodes.count && nodes[low] == term ? low : nil
  }

  /// The nodes that something leads from.
  var starts: [TermID] {
    nodes.indices.filter { offsets[$0] < offsets[$0 + 1] }.map { nodes[$0] }
  }

  /// Appends all that can be reached from a node, each once; with `hasStart` the node too, whatever it
  /// is, and first.
  func appendClosure(of term: TermID, hasStart: Bool, to ends: inout [TermID]) {
    guard let start = number(of: term) else {
      if hasStart { ends.append(term) }
      return
    }
    if walk == .max {
      for index in visits.indices { visits[index] = 0 }
      walk = 0
    }
    walk += 1
    let found = walk(from: start, hasStart: hasStart)
    ends.reserveCapacity(ends.count + found)
    for index in 0..<found { ends.append(nodes[Int(queue[index])]) }
  }

  /// Fills the queue.
  ///
  /// - Returns: how many nodes are in it.
  private func walk(from start: Int, hasStart: Bool) -> Int {
    let walk = walk
    return visits.withUnsafeMutableBufferPointer { visits in
      queue.withUnsafeMutableBufferPointer { queue in
        neighbours.withUnsafeBufferPointer { neighbours in
          var count = 0
          func reach(from node: Int) {
            var index = Int(offsets[node])
            let end = Int(offsets[node + 1])
            while index < end {
              let next = Int(neighbours[index])
              if visits[next] != walk {
                visits[next] = walk
                queue[count] = UInt32(truncatingIfNeeded: next)
                count &+= 1
              }
              index &+= 1
            }
          }
          if hasStart {
            visits[start] = walk
            queue[0] = UInt32(truncatingIfNeeded: start)
            count = 1
          } else {
            reach(from: start)
          }
          // What was reached is what is gone on from.
          var position = 0
          while position < count {
            reach(from: Int(queue[position]))
            position &+= 1
          }
          return count
        }
      }
    }
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
