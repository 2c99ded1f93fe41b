import QuadStore

/// Walks along paths from one node, over the numbers of terms.
///
/// A class, for its marks of visited nodes are used again and again.
final class PathWalker {
  private let context: ExecutionContext
  private let scope: GraphScope
  /// Marks of visited nodes that no walk uses at the moment.
  private var spare: [Marks] = []
  /// How many nodes were reached by closures, or will be at least.
  private var walked = 0
  private var tables: [PlanPath: ClosureTable] = [:]
  /// Whether one of the tables is made.
  private var hasTable = false

  /// The table of a step of closures, or how large one would be.
  private enum ClosureTable {
    case made(NeighbourTable)
    /// For so many statements.
    case notYet(Int)
    /// The step is made of more than properties.
    case none
  }

  /// By node, the walk that it was last visited in, so that clearing costs nothing.
  private final class Marks {
    private var walks: [UInt32]
    private var walk: UInt32 = 0
    /// Nodes beyond the store's.
    private var others: Set<TermID> = []

    init(count: Int) { walks = [UInt32](repeating: 0, count: count) }

    func begin() {
      if walk == .max {
        for index in walks.indices { walks[index] = 0 }
        walk = 0
      }
      walk += 1
      if !others.isEmpty { others.removeAll() }
    }

    /// Visits a node; false if it was visited before.
    @inline(__always)
    func visit(_ node: TermID) -> Bool {
      let index = Int(node)
      guard index < walks.count else { return others.insert(node).inserted }
      if walks[index] == walk { return false }
      walks[index] = walk
      return true
    }
  }

  init(_ context: ExecutionContext, _ scope: GraphScope) {
    self.context = context
    self.scope = scope
  }

  /// Appends the ends of all ways from a node; those of closures once each.
  ///
  /// A way of no steps ends at the node, whatever it is.
  func appendEnds(_ path: PlanPath, from node: TermID, to ends: inout [TermID]) throws {
    switch path {
    case .property(let id, let isReversed):
      try appendNeighbours(of: node, along: id, isReversed: isReversed, to: &ends)
    case .negated(let forward, let backward):
      try appendNeighbours(of: node, excluding: forward, backward, to: &ends)
    case .alternative(let one, let other):
      try appendEnds(one, from: node, to: &ends)
      try appendEnds(other, from: node, to: &ends)
    case .sequence(let first, let second):
      var middle: [TermID] = []
      try appendEnds(first, from: node, to: &middle)
      for node in middle { try appendEnds(second, from: node, to: &ends) }
    case .zeroOrOne(let step):
      var next: [TermID] = []
      try appendEnds(step, from: node, to: &next)
      withMarks { marks in
        _ = marks.visit(node)
        ends.append(node)
        for node in next where marks.visit(node) { ends.append(node) }
      }
    case .zeroOrMore(let step): try appendClosure(step, from: node, hasStart: true, to: &ends)
    case .oneOrMore(let step): try appendClosure(step, from: node, hasStart: false, to: &ends)
    }
  }

  /// A path that is one closure, walked over the table of its step.
  struct Closure {
    let table: NeighbourTable
    /// Whether a way may have no steps.
    let hasStart: Bool

    /// Appends the ends of all ways from a node, each once.
    func appendEnds(from node: TermID, to ends: inout [TermID]) throws {
      try table.appendClosure(of: node, hasStart: hasStart, to: &ends)
    }
  }

  /// The closure that a path is, once there is a table of its step; nil until then, and for others.
  ///
  /// Whoever walks from many nodes asks once and not for each: paths are trees, and slow to look up.
  func closure(of path: PlanPath) -> Closure? {
    guard hasTable else { return nil }
    switch path {
    case .zeroOrMore(let step):
      guard case .made(let table)? = tables[step] else { return nil }
      return Closure(table: table, hasStart: true)
    case .oneOrMore(let step):
      guard case .made(let table)? = tables[step] else { return nil }
      return Closure(table: table, hasStart: false)
    case .property, .negated, .alternative, .sequence, .zeroOrOne: return nil
    }
  }

  private func appendClosure(
    _ step: PlanPath, from node: TermID, hasStart: Bool, to ends: inout [TermID]
  ) throws {
    if let table = try table(of: step) {
      return try table.appendClosure(of: node, hasStart: hasStart, to: &ends)
    }
    try withMarks { marks in
      let start = ends.count
      var position = start
      if hasStart {
        _ = marks.visit(node)
        ends.append(node)
      } else {
        try appendUnvisited(step, from: node, marks, to: &ends)
      }
      // What was reached is what is gone on from.
      while position < ends.count {
        try appendUnvisited(step, from: ends[position], marks, to: &ends)
        position += 1
        if position & 0xFFF == 0 { try context.checkTime() }
      }
      walked += ends.count - start
    }
  }

  /// Says that so many walks will begin.
  func expect(walks count: Int) { walked += count }

  /// How much dearer it is to find the neighbours of a node by itself than to put a statement into a
  /// table of all.
  private static let gain = 8

  /// The neighbours of all nodes along a step, if it is made of properties only and so many nodes
  /// were gone on from that a table of them is worth while; nil otherwise.
  private func table(of step: PlanPath) throws -> NeighbourTable? {
    switch tables[step] {
    case .made(let table): return table
    case ClosureTable.none?: return nil
    case .notYet(let size)?:
      guard walked * Self.gain > size else { return nil }
    case nil:
      guard let properties = step.properties else {
        tables[step] = ClosureTable.none
        return nil
      }
      var size = context.storedTermCount / 16
      for (id, _) in properties { size += try context.count(0, id, 0, in: scope) }
      tables[step] = .notYet(size)
      return try table(of: step)
    }
    guard let properties = step.properties else { return nil }
    let made = try NeighbourTable(properties, context, scope)
    tables[step] = .made(made)
    hasTable = true
    return made
  }

  private func appendUnvisited(
    _ step: PlanPath, from node: TermID, _ marks: Marks, to ends: inout [TermID]
  ) throws {
    let start = ends.count
    try appendEnds(step, from: node, to: &ends)
    var kept = start
    for index in start..<ends.count where marks.visit(ends[index]) {
      ends[kept] = ends[index]
      kept += 1
    }
    ends.removeLast(ends.count - kept)
  }

  private func withMarks(_ body: (Marks) throws -> Void) rethrows {
    let marks = spare.popLast() ?? Marks(count: context.storedTermCount + 1)
    marks.begin()
    defer { spare.append(marks) }
    try body(marks)
  }

  /// The steps along a property: verified columns of where they begin and end, and their rows.
  func steps(along property: TermID) throws -> (from: Column, to: Column, rows: Range<Int>) {
    let access = try context.access(0, property, 0, in: scope)
    let (from, to) = (access.column(access.places[0]), access.column(access.places[2]))
    try from.verify(access.rows)
    try to.verify(access.rows)
    return (from, to, access.rows)
  }

  private func appendNeighbours(
    of node: TermID, along property: TermID, isReversed: Bool, to ends: inout [TermID]
  ) throws {
    let access =
      isReversed
      ? try context.access(0, property, node, in: scope)
      : try context.access(node, property, 0, in: scope)
    let column = access.column(access.places[isReversed ? 0 : 2])
    try column.verify(access.rows)
    for row in access.rows { ends.append(column[row]) }
  }

  private func appendNeighbours(
    of node: TermID, excluding forward: [TermID]?, _ backward: [TermID]?,
    to ends: inout [TermID]
  ) throws {
    if let forward {
      let access = try context.access(node, 0, 0, in: scope)
      try append(access, end: 2, excluding: forward, to: &ends)
    }
    if let backward {
      let access = try context.access(0, 0, node, in: scope)
      try append(access, end: 0, excluding: backward, to: &ends)
    }
  }

  private func append(
    _ access: PatternAccess, end: Int, excluding: [TermID], to ends: inout [TermID]
  ) throws {
    let (properties, nodes) = (
      access.column(access.places[1]), access.column(access.places[end])
    )
    try properties.verify(access.rows)
    try nodes.verify(access.rows)
    for row in access.rows where !excluding.contains(properties[row]) { ends.append(nodes[row]) }
  }

  /// Whether a term is a node of the graph.
  func isNode(_ id: TermID) throws -> Bool {
    switch scope {
    case .defaultGraph: try context.defaultGraph.hasNode(id)
    case .named(let graph): try context.namedGraphs.hasNode(id, in: graph)
    case .anyNamed: false
    }
  }

  /// The nodes that a way of the path can begin at, and perhaps others, each once, in ascending order.
  func starts(of path: PlanPath) throws -> [TermID] {
    if case .oneOrMore(let step) = path, let properties = step.properties {
      var size = 0
      for (id, _) in properties { size += try context.count(0, id, 0, in: scope) }
      // As many walks will begin as that, about.
      walked += size
      if let table = try table(of: step) { return table.starts }
    }
    var found = TermSet(storedTermCount: context.storedTermCount)
    try collectStarts(of: path, into: &found)
    return found.sorted
  }

  private func collectStarts(of path: PlanPath, into found: inout TermSet) throws {
    if path.isNullable {
      try collect(try context.access(0, 0, 0, in: scope), position: 0, into: &found)
      return try collect(try context.access(0, 0, 0, in: scope), position: 2, into: &found)
    }
    switch path {
    case .property(let id, let isReversed):
      try collect(
        try context.access(0, id, 0, in: scope), position: isReversed ? 2 : 0, into: &found)
    case .sequence(let first, let second):
      try collectStarts(of: first.isNullable ? second : first, into: &found)
      if first.isNullable { try collectStarts(of: first, into: &found) }
    case .alternative(let one, let other):
      try collectStarts(of: one, into: &found)
      try collectStarts(of: other, into: &found)
    case .oneOrMore(let step), .zeroOrMore(let step), .zeroOrOne(let step):
      try collectStarts(of: step, into: &found)
    case .negated(let forward, let backward):
      let all = try context.access(0, 0, 0, in: scope)
      if forward != nil { try collect(all, position: 0, into: &found) }
      if backward != nil { try collect(all, position: 2, into: &found) }
    }
  }

  private func collect(
    _ access: PatternAccess, position: Int, into found: inout TermSet
  ) throws {
    let place = access.places[position]
    guard place == 0 else {
      let column = access.column(place)
      try column.verify(access.rows)
      var last: TermID = 0
      for row in access.rows where column[row] != last {
        last = column[row]
        found.insert(last)
      }
      return
    }
    let offsets = access.permutation.offsets
    guard offsets.count > 1 else { return }
    try offsets.verify(0..<offsets.count)
    for index in 0..<offsets.count - 1 where offsets[index] != offsets[index + 1] {
      found.insert(TermID(truncatingIfNeeded: index))
    }
  }
}
