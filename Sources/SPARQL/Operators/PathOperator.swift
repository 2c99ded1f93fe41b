import QuadStore

/// Joins each solution of its input with the ends of ways along a path.
final class PathOperator: Operator {
  private let context: ExecutionContext
  private let input: Operator
  private let pattern: PlanPathPattern
  private let walker: PathWalker
  private let subjectColumn: Int?
  private let objectColumn: Int?
  private let environment: OperatorEnvironment

  private var batch: Batch?
  private var row = 0
  /// Where ways begin, of a row that binds neither end, and how many were gone through.
  private var starts: [TermID]?
  private var position = 0
  /// The statements of a property that are still to be gone through.
  private var scanned: (from: Column, to: Column, rows: Range<Int>)?
  /// Ends by start, for neighbours that ask for the same.
  private var lastStart: TermID = 0
  private var lastIsReversed = false
  /// The path and the path backwards, with the closure that it is, if that is known already.
  private var ways: (forward: Way, backward: Way)
  private var ends: [TermID] = []

  /// A direction of the path.
  private struct Way {
    let path: PlanPath
    var closure: PathWalker.Closure?
  }

  /// How many solutions were gathered.
  private var count = 0
  /// Of each solution the row of the input and the ends, as far as somebody looks at them.
  private var rows: [Int32] = []
  private var subjects: [TermID] = []
  private var objects: [TermID] = []
  private let keepsRows: Bool
  private let keepsSubjects: Bool
  private let keepsObjects: Bool

  init(
    _ context: ExecutionContext, _ environment: OperatorEnvironment, input: Operator,
    pattern: PlanPathPattern, slots: [Slot]
  ) {
    self.context = context
    self.input = input
    self.pattern = pattern
    self.environment = environment
    walker = PathWalker(context, context.scope(pattern.graph, environment))
    ways = (Way(path: pattern.path), Way(path: pattern.path.reversed))
    subjectColumn = pattern.subject.slot.flatMap { input.slots.firstIndex(of: $0) }
    objectColumn = pattern.object.slot.flatMap { input.slots.firstIndex(of: $0) }
    let (subject, object) = (pattern.subject.slot, pattern.object.slot)
    keepsRows = slots.contains { $0 != subject && $0 != object }
    keepsSubjects = slots.contains { $0 == subject }
    keepsObjects = slots.contains { $0 == object }
    super.init(slots)
  }

  override func next() throws -> Batch? {
    count = 0
    rows.removeAll(keepingCapacity: true)
    subjects.removeAll(keepingCapacity: true)
    objects.removeAll(keepingCapacity: true)
    while true {
      if batch == nil {
        batch = try input.next()
        row = 0
        guard let begun = batch else { return nil }
        walker.expect(walks: begun.count)
      }
      guard let current = batch else { return nil }
      while count < Batch.usualCount, row < current.count { try step(current) }
      let result = count == 0 ? nil : assemble(current)
      if row >= current.count { batch = nil }
      if let result { return result }
    }
  }

  /// What stands at an end; nil where the row binds another term than is put in for the variable.
  private func end(_ place: PlanTerm, _ column: Int?, _ batch: Batch) -> End? {
    guard case .variable(let slot) = place else {
      if case .constant(let id) = place { return End(id: id, isFixed: true) }
      return nil
    }
    let given = environment.given(slot)
    let bound = column.map { batch.columns[$0][row] } ?? 0
    if given == 0 { return End(id: bound, isFixed: false) }
    return bound == 0 || bound == given ? End(id: given, isFixed: true) : nil
  }

  /// An end of ways.
  private struct End {
    /// 0 if it is free.
    var id: TermID
    /// Whether it is a constant, at which a way of no steps begins even if it is no node.
    var isFixed: Bool
  }

  private func step(_ batch: Batch) throws {
    try context.checkTime()
    guard let subject = end(pattern.subject, subjectColumn, batch),
      let object = end(pattern.object, objectColumn, batch)
    else {
      row += 1
      return
    }
    if subject.id != 0 {
      // Between two variables a way of no steps has to begin at a node, wherever it is sought from.
      if try canBegin(subject) || (object.isFixed && object.id == subject.id) {
        try find(from: subject.id, isReversed: false)
        if object.id == 0 {
          append(subjects: subject.id)
        } else {
          for end in ends where end == object.id { append(subject.id, end) }
        }
      }
      row += 1
    } else if object.id != 0 {
      if try canBegin(object) {
        try find(from: object.id, isReversed: true)
        append(objects: object.id)
      }
      row += 1
    } else {
      try stepBetweenFreeEnds()
    }
  }

  private func canBegin(_ end: End) throws -> Bool {
    if end.isFixed || !pattern.path.isNullable { return true }
    return try walker.isNode(end.id)
  }

  private func stepBetweenFreeEnds() throws {
    if let properties = pattern.path.properties { return try scan(properties) }
    if starts == nil {
      starts = try walker.starts(of: pattern.path)
      position = 0
    }
    guard let starts else { return }
    let isLoop = pattern.subject == pattern.object
    while position < starts.count, count < Batch.usualCount {
      let start = starts[position]
      position += 1
      try find(from: start, isReversed: false)
      if isLoop {
        for end in ends where end == start { append(start, end) }
      } else {
        append(subjects: start)
      }
    }
    if position == starts.count {
      position = 0
      row += 1
    }
  }

  /// Single steps between free ends: the statements of the properties, one property after the other.
  private func scan(_ properties: [(id: TermID, isReversed: Bool)]) throws {
    let (id, isReversed) = properties[position]
    if scanned == nil { scanned = try walker.steps(along: id) }
    guard let (from, to, all) = scanned else { return }
    let chunk = all.prefix(max(Batch.usualCount - count, 1))
    let isLoop = pattern.subject == pattern.object
    for index in chunk where !isLoop || from[index] == to[index] {
      if isReversed { append(to[index], from[index]) } else { append(from[index], to[index]) }
    }
    if chunk.upperBound < all.upperBound {
      scanned = (from, to, chunk.upperBound..<all.upperBound)
      return
    }
    scanned = nil
    position += 1
    if position == properties.count {
      position = 0
      row += 1
    }
  }

  private func find(from start: TermID, isReversed: Bool) throws {
    if start == lastStart, isReversed == lastIsReversed { return }
    ends.removeAll(keepingCapacity: true)
    lastStart = 0
    let way = isReversed ? ways.backward : ways.forward
    if let closure = way.closure {
      try closure.appendEnds(from: start, to: &ends)
    } else {
      try walker.appendEnds(way.path, from: start, to: &ends)
      let closure = walker.closure(of: way.path)
      if isReversed { ways.backward.closure = closure } else { ways.forward.closure = closure }
    }
    lastStart = start
    lastIsReversed = isReversed
  }

  /// Appends a way from one node to each of the ends.
  private func append(subjects subject: TermID) {
    appendRows(ends.count)
    if keepsSubjects {
      subjects.append(contentsOf: repeatElement(subject, count: ends.count))
    }
    if keepsObjects { objects.append(contentsOf: ends) }
  }

  /// Appends a way from each of the ends to one node.
  private func append(objects object: TermID) {
    appendRows(ends.count)
    if keepsSubjects { subjects.append(contentsOf: ends) }
    if keepsObjects { objects.append(contentsOf: repeatElement(object, count: ends.count)) }
  }

  private func append(_ subject: TermID, _ object: TermID) {
    appendRows(1)
    if keepsSubjects { subjects.append(subject) }
    if keepsObjects { objects.append(object) }
  }

  /// Notes that the row at hand has so many more solutions.
  private func appendRows(_ more: Int) {
    count += more
    if keepsRows {
      rows.append(contentsOf: repeatElement(Int32(truncatingIfNeeded: row), count: more))
    }
  }

  private func assemble(_ batch: Batch) -> Batch {
    let columns = slots.map { slot -> [TermID] in
      if pattern.subject.slot == slot { return subjects }
      if pattern.object.slot == slot { return objects }
      return input.slots.firstIndex(of: slot).map { Batch.gather(batch.columns[$0], rows) } ?? []
    }
    return Batch(count: count, columns: columns)
  }
}
