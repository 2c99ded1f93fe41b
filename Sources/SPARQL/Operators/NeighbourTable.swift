import QuadStore

/// The nodes that some properties connect, numbered from 0 in ascending order of their terms, with
/// the neighbours of each; closures are walked over these numbers.
///
/// A class, for its marks of visited nodes are used again and again.
final class NeighbourTable {
  /// By number of a node, its term.
  private let nodes: [TermID]
  /// By term of a node, its number.
  private let numbers: DenseNumbers
  /// By number of a node, where its neighbours begin; one more than there are nodes.
  private let offsets: [UInt32]
  private let neighbours: [UInt32]
  /// By number of a node, the walk that it was last visited in, so that clearing costs nothing.
  ///
  /// Memory of its own, as that of the queue: arrays of a class would be guarded against two accesses
  /// at once, in each of thousands of small walks.
  private let visits: UnsafeMutableBufferPointer<UInt32>
  private var walk: UInt32 = 0
  /// The nodes that a walk has reached, in order.
  private let queue: UnsafeMutableBufferPointer<UInt32>
  private let context: ExecutionContext
  private let memory: Int
  /// How many nodes walks went to since the clock was looked at.
  private var steps = 0
  private static let stepsBetweenLooks = 1 << 16

  /// The neighbours along each property, or against it; a neighbour stands there for each way to it.
  ///
  /// - Throws: ``QueryError`` if that is too much or takes too long, `SnapshotError` for a damaged
  ///   store.
  init(
    _ properties: [(id: TermID, isReversed: Bool)], _ context: ExecutionContext,
    _ scope: GraphScope
  ) throws {
    var edges: [(from: Column, to: Column, rows: Range<Int>)] = []
    var numbers = DenseNumbers(storedTermCount: context.storedTermCount)
    for (id, isReversed) in properties {
      let access = try context.access(0, id, 0, in: scope)
      let (subjects, objects) = (
        access.column(access.places[0]), access.column(access.places[2])
      )
      try subjects.verify(access.rows)
      try objects.verify(access.rows)
      try context.forEachPart(of: access.rows) { part in
        for row in part {
          numbers.mark(subjects[row])
          numbers.mark(objects[row])
        }
      }
      let (from, to) = isReversed ? (objects, subjects) : (subjects, objects)
      edges.append((from, to, access.rows))
    }
    let total = edges.reduce(0) { $0 + $1.rows.count }
    numbers.number()
    memory = numbers.memory + (numbers.count * 4 + total) * MemoryLayout<TermID>.size
    self.context = context
    try context.use(memory: memory)
    let nodes = numbers.terms
    var next = [UInt32](repeating: 0, count: nodes.count + 1)
    for (from, _, rows) in edges {
      try context.forEachPart(of: rows) { part in
        for row in part { next[numbers[from[row]] + 1] += 1 }
      }
    }
    for index in next.indices.dropFirst() { next[index] += next[index - 1] }
    offsets = next
    var neighbours = [UInt32](repeating: 0, count: total)
    for (from, to, rows) in edges {
      try context.forEachPart(of: rows) { part in
        for row in part {
          let node = numbers[from[row]]
          neighbours[Int(next[node])] = UInt32(truncatingIfNeeded: numbers[to[row]])
          next[node] += 1
        }
      }
    }
    self.nodes = nodes
    self.numbers = numbers
    self.neighbours = neighbours
    visits = .allocate(capacity: nodes.count)
    queue = .allocate(capacity: nodes.count)
    visits.initialize(repeating: 0)
    queue.initialize(repeating: 0)
  }

  deinit {
    visits.deallocate()
    queue.deallocate()
    context.release(memory: memory)
  }

  /// The nodes that something leads from.
  var starts: [TermID] {
    nodes.indices.filter { offsets[$0] < offsets[$0 + 1] }.map { nodes[$0] }
  }

  /// Appends all that can be reached from a node, each once; with `hasStart` the node too, whatever it
  /// is, and first.
  ///
  /// - Throws: ``QueryError`` if the query takes too long.
  func appendClosure(of term: TermID, hasStart: Bool, to ends: inout [TermID]) throws {
    guard let start = numbers.number(of: term) else {
      if hasStart { ends.append(term) }
      return
    }
    if walk == .max {
      for index in visits.indices { visits[index] = 0 }
      walk = 0
    }
    walk += 1
    let found = try walk(from: start, hasStart: hasStart)
    ends.reserveCapacity(ends.count + found)
    for index in 0..<found { ends.append(nodes[Int(queue[index])]) }
  }

  /// Fills the queue.
  ///
  /// - Returns: how many nodes are in it.
  /// - Throws: ``QueryError`` if the query takes too long.
  private func walk(from start: Int, hasStart: Bool) throws -> Int {
    let (visits, queue, walk) = (visits, queue, walk)
    return try neighbours.withUnsafeBufferPointer { neighbours in
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
        if position & 0xFFF == 0 { try context.checkTime() }
      }
      // Small walks come one after the other, from each of many nodes.
      steps &+= count &+ 1
      if steps > Self.stepsBetweenLooks {
        steps = 0
        try context.checkTime()
      }
      return count
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
