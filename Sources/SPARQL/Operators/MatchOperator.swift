import QuadStore

/// Joins each solution of its input with the statements that match a pattern, which it looks up.
///
/// What the solution binds is part of the look-up; rows come in the order of the permutation. An
/// input in order of a variable makes neighbours of what is looked up, as a merge join would.
final class MatchOperator: Operator {
  /// Where the term of a position comes from.
  private enum Source {
    case constant(TermID)
    /// A column of the input; 0 in it leaves the position free. A term that is put in for the
    /// variable has to be the same.
    case column(Int, given: TermID)
    case free
  }

  private let context: ExecutionContext
  private let input: Operator
  private let scope: GraphScope
  /// Of subject, predicate, object and graph.
  private let sources: [Source]
  /// By position, the column of the output that it writes; -1 if it writes none.
  private let targets: [Int]
  /// Positions that have to hold the same term, where both are free.
  private let equalities: [(Int, Int)]
  private let onlyFirst: Bool
  private let hasGiven: Bool
  private var probe: PatternProbe?

  private var batch: Batch?
  private var row = 0
  private var access: PatternAccess?
  /// The terms that were looked up, by position; 0 where it is free.
  private var keys = SIMD4<TermID>()
  /// The term in the first place of the row looked at, where that place is free.
  private var first = 0
  private var rows: [Int32] = []
  private var output: [[TermID]]

  init(
    _ context: ExecutionContext, _ environment: OperatorEnvironment, input: Operator,
    pattern: PlanPattern, slots: [Slot], onlyFirst: Bool
  ) {
    self.context = context
    self.input = input
    self.onlyFirst = onlyFirst
    hasGiven = !environment.given.isEmpty
    scope = context.scope(pattern.graph, environment)
    var terms = [pattern.subject, pattern.predicate, pattern.object]
    if case .named(.variable(let slot)) = pattern.graph { terms.append(.variable(slot)) }
    sources = terms.map { term in
      switch term {
      case .constant(let id): .constant(id)
      case .variable(let slot):
        if let column = input.slots.firstIndex(of: slot) {
          .column(column, given: environment.given(slot))
        } else {
          environment.given(slot) == 0 ? .free : .constant(environment.given(slot))
        }
      }
    }
    targets = terms.map { $0.slot.flatMap { slots.firstIndex(of: $0) } ?? -1 }
    var equalities: [(Int, Int)] = []
    for (index, term) in terms.enumerated() where term.slot != nil {
      if let other = terms[..<index].firstIndex(of: term) { equalities.append((other, index)) }
    }
    self.equalities = equalities
    if equalities.isEmpty, environment.given.isEmpty, case .defaultGraph = scope {
      probe = PatternProbe(
        sources.prefix(3).map { source in
          switch source {
          case .constant(let id): .constant(id)
          case .column(let column, _): .column(column)
          case .free: .free
          }
        }, targets, context.defaultGraph, onlyFirst: onlyFirst)
    }
    output = Array(repeating: [], count: 4)
    super.init(slots)
  }

  override func next() throws -> Batch? {
    rows.removeAll(keepingCapacity: true)
    for position in output.indices { output[position].removeAll(keepingCapacity: true) }
    while true {
      if batch == nil {
        batch = try input.next()
        row = 0
        guard batch != nil else { return nil }
        try context.checkTime()
      }
      guard let current = batch else { return nil }
      while rows.count < Batch.usualCount, row < current.count {
        if access == nil { row = try probe?.run(current, from: row, &rows, &output) ?? row }
        if row < current.count, rows.count < Batch.usualCount { try step(current) }
      }
      let result = rows.isEmpty ? nil : assemble(current)
      if row >= current.count, access == nil { batch = nil }
      if let result { return result }
    }
  }

  /// Looks up the next row of the input, or goes on with its statements.
  private func step(_ batch: Batch) throws {
    if access == nil {
      let access = try lookUp(batch)
      first = 0
      if access.rows.isEmpty {
        row += 1
        return
      }
      self.access = access
    }
    guard var access else { return }
    let count = min(access.rows.count, max(Batch.usualCount - rows.count, 1))
    let chunk = access.rows.lowerBound..<access.rows.lowerBound + count
    let before = rows.count
    try emit(access, chunk)
    if onlyFirst, rows.count > before {
      let extra = rows.count - before - 1
      rows.removeLast(extra)
      for position in output.indices where !output[position].isEmpty {
        output[position].removeLast(min(extra, output[position].count))
      }
      access.rows = access.rows.upperBound..<access.rows.upperBound
    } else {
      access.rows = chunk.upperBound..<access.rows.upperBound
    }
    if access.rows.isEmpty {
      self.access = nil
      row += 1
    } else {
      self.access = access
    }
  }

  private func key(_ position: Int, _ batch: Batch) -> TermID {
    guard position < sources.count else { return 0 }
    switch sources[position] {
    case .constant(let id): return id
    case .column(let column, let given):
      let id = batch.columns[column][row]
      return id == 0 ? given : id
    case .free: return 0
    }
  }

  /// Whether the row binds a variable to another term than is put in for it.
  private func contradicts(_ batch: Batch) -> Bool {
    sources.contains { source in
      guard case .column(let column, let given) = source, given != 0 else { return false }
      let id = batch.columns[column][row]
      return id != 0 && id != given
    }
  }

  private func lookUp(_ batch: Batch) throws -> PatternAccess {
    if hasGiven, contradicts(batch) {
      return PatternAccess(
        permutation: context.defaultGraph.spo, rows: 0..<0, places: [0, 1, 2, -1])
    }
    keys = [key(0, batch), key(1, batch), key(2, batch), key(3, batch)]
    return try context.access(
      keys[0], keys[1], keys[2], in: keys[3] == 0 ? scope : .named(keys[3]))
  }

  private func emit(_ access: PatternAccess, _ chunk: Range<Int>) throws {
    if access.residual == nil, equalities.isEmpty {
      for _ in chunk { rows.append(Int32(truncatingIfNeeded: row)) }
      for position in sources.indices where targets[position] >= 0 {
        try append(position, keys[position], access, chunk)
      }
      return
    }
    // Of two free positions with one variable the second has to hold what the first does.
    let equal = equalities.filter { keys[$0.0] == 0 }
    for index in chunk {
      if let (place, id) = access.residual {
        let column = access.column(place)
        try column.verify(index..<index + 1)
        guard column[index] == id else { continue }
      }
      let holds = try equal.allSatisfy {
        try value($0.0, access, index) == value($0.1, access, index)
      }
      guard holds else { continue }
      rows.append(Int32(truncatingIfNeeded: row))
      for position in sources.indices where targets[position] >= 0 {
        try append(position, keys[position], access, index..<index + 1)
      }
    }
  }

  /// Appends what stands in a position in some rows.
  private func append(
    _ position: Int, _ key: TermID, _ access: PatternAccess, _ chunk: Range<Int>
  ) throws {
    if key != 0 {
      for _ in chunk { output[position].append(key) }
      return
    }
    let place = access.places[position]
    if place == 0 {
      for index in chunk { output[position].append(try firstTerm(access.permutation, index)) }
      return
    }
    let column = access.column(place)
    try column.verify(chunk)
    precondition(chunk.upperBound <= column.count, "the rows of an order lie within its columns")
    if chunk.count <= 8 {
      for index in chunk { output[position].append(column.base[index]) }
    } else {
      column.withElements(chunk) { output[position].append(contentsOf: $0) }
    }
  }

  private func value(
    _ position: Int, _ access: PatternAccess, _ index: Int
  ) throws -> TermID {
    let place = access.places[position]
    if place == 0 { return try firstTerm(access.permutation, index) }
    let column = access.column(place)
    try column.verify(index..<index + 1)
    return column[index]
  }

  /// The term in the first place of a row; rows are asked for in ascending order.
  private func firstTerm(_ permutation: Permutation, _ row: Int) throws -> TermID {
    while first + 2 < permutation.offsets.count {
      try permutation.offsets.verify(first + 1..<first + 2)
      if Int(permutation.offsets[first + 1]) > row { break }
      first += 1
    }
    return TermID(truncatingIfNeeded: first)
  }

  private func assemble(_ batch: Batch) -> Batch {
    var columns: [[TermID]] = []
    columns.reserveCapacity(slots.count)
    for (index, slot) in slots.enumerated() {
      if let position = targets.firstIndex(of: index) {
        // Bound or not before, the output of the position says what it is now.
        columns.append(output[position])
      } else if let column = input.slots.firstIndex(of: slot) {
        columns.append(Batch.gather(batch.columns[column], rows))
      } else {
        columns.append([TermID](repeating: 0, count: rows.count))
      }
    }
    return Batch(count: rows.count, columns: columns)
  }
}
