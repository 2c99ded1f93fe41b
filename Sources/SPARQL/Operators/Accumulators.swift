import RDF

/// Makes one value of those of each group.
protocol Accumulator {
  /// Adds the solutions of a batch; `numbers` are the groups of its rows, of which there are `groups`
  /// by now.
  mutating func add(
    _ batch: Batch, _ numbers: [Int], groups: Int, _ evaluator: ExpressionEvaluator) throws

  /// The number of the value of a group, also of one that has no solutions; 0 for an error.
  mutating func result(of group: Int) throws -> TermID
}

extension PlanAggregate {
  /// What makes the aggregate.
  func accumulator(_ context: ExecutionContext) throws -> any Accumulator {
    guard let operand else {
      return isDistinct
        ? DistinctRowCount(context: context, visible: visible) : RowCount(context: context)
    }
    switch function {
    case .count: return ValueCount(context: context, operand: operand, isDistinct: isDistinct)
    case .minimum: return Extreme(context: context, operand: operand, isMaximum: false)
    case .maximum: return Extreme(context: context, operand: operand, isMaximum: true)
    case .sample: return Sample(operand: operand)
    case .sum, .average, .groupConcat:
      return Reckoned(
        context: context, operand: operand, function: function, isDistinct: isDistinct)
    }
  }
}

/// The values that came for each group, to take each once.
struct DistinctValues {
  private var seen = KeyTable(width: 2)

  /// Whether a value is new to its group.
  mutating func insert(_ value: TermID, _ group: Int) -> Bool {
    seen.number([TermID(truncatingIfNeeded: group), value, 0]).isNew
  }
}

/// `COUNT(*)`.
struct RowCount: Accumulator {
  let context: ExecutionContext
  var counts: [Int] = []

  mutating func add(
    _ batch: Batch, _ numbers: [Int], groups: Int, _ evaluator: ExpressionEvaluator
  ) {
    while counts.count < groups { counts.append(0) }
    for group in numbers { counts[group] += 1 }
  }

  func result(of group: Int) throws -> TermID {
    try context.id(of: group < counts.count ? counts[group] : 0)
  }
}

/// `COUNT(DISTINCT *)`.
struct DistinctRowCount: Accumulator {
  let context: ExecutionContext
  let visible: [Slot]
  private var seen: KeyTable
  private var counts: [Int] = []

  init(context: ExecutionContext, visible: [Slot]) {
    self.context = context
    self.visible = visible
    seen = KeyTable(width: visible.count + 1)
  }

  mutating func add(
    _ batch: Batch, _ numbers: [Int], groups: Int, _ evaluator: ExpressionEvaluator
  ) {
    while counts.count < groups { counts.append(0) }
    // A variable that no solution can bind makes none another one.
    let none = [TermID](repeating: 0, count: batch.count)
    var key = Batch(
      count: batch.count,
      columns: visible.map { slot in evaluator.column(slot).map { batch.columns[$0] } ?? none })
    key.columns.append(numbers.map { TermID(truncatingIfNeeded: $0) })
    let columns = Array(key.columns.indices)
    for row in 0..<batch.count where seen.number(columns, of: key, row).isNew {
      counts[numbers[row]] += 1
    }
  }

  func result(of group: Int) throws -> TermID {
    try context.id(of: group < counts.count ? counts[group] : 0)
  }
}

/// `COUNT` of an expression: its values without errors.
struct ValueCount: Accumulator {
  let context: ExecutionContext
  let operand: PlanExpression
  let isDistinct: Bool
  private var counts: [Int] = []
  private var seen = DistinctValues()

  init(context: ExecutionContext, operand: PlanExpression, isDistinct: Bool) {
    self.context = context
    self.operand = operand
    self.isDistinct = isDistinct
  }

  mutating func add(
    _ batch: Batch, _ numbers: [Int], groups: Int, _ evaluator: ExpressionEvaluator
  ) throws {
    while counts.count < groups { counts.append(0) }
    for row in 0..<batch.count {
      let id = try evaluator.id(operand, batch, row)
      let group = numbers[row]
      if id != 0, !isDistinct || seen.insert(id, group) { counts[group] += 1 }
    }
  }

  func result(of group: Int) throws -> TermID {
    try context.id(of: group < counts.count ? counts[group] : 0)
  }
}

/// `SAMPLE`: the first value.
struct Sample: Accumulator {
  let operand: PlanExpression
  private var values: [TermID] = []

  init(operand: PlanExpression) { self.operand = operand }

  mutating func add(
    _ batch: Batch, _ numbers: [Int], groups: Int, _ evaluator: ExpressionEvaluator
  ) throws {
    while values.count < groups { values.append(0) }
    for row in 0..<batch.count where values[numbers[row]] == 0 {
      values[numbers[row]] = try evaluator.id(operand, batch, row)
    }
  }

  func result(of group: Int) -> TermID { group < values.count ? values[group] : 0 }
}

/// `MIN` and `MAX`, in the order of `ORDER BY`; an error where one of the values is.
struct Extreme: Accumulator {
  let context: ExecutionContext
  let operand: PlanExpression
  let isMaximum: Bool
  private var best: [Best?] = []
  private var hasFailed: [Bool] = []

  /// The value that is ahead of all others so far.
  private struct Best {
    var id: TermID
    var quick: QuickValue?
    /// Made when it is needed.
    var key: OrderKey?
  }

  init(context: ExecutionContext, operand: PlanExpression, isMaximum: Bool) {
    self.context = context
    self.operand = operand
    self.isMaximum = isMaximum
  }

  mutating func add(
    _ batch: Batch, _ numbers: [Int], groups: Int, _ evaluator: ExpressionEvaluator
  ) throws {
    while best.count < groups {
      best.append(nil)
      hasFailed.append(false)
    }
    for row in 0..<batch.count {
      let (id, group) = (try evaluator.id(operand, batch, row), numbers[row])
      guard id != 0 else {
        hasFailed[group] = true
        continue
      }
      guard let known = best[group] else {
        best[group] = Best(id: id, quick: try context.quickValue(id))
        continue
      }
      if known.id != id { try compare(id, known, group) }
    }
  }

  /// Takes a value for the best of its group if it is ahead of the one known.
  private mutating func compare(_ id: TermID, _ known: Best, _ group: Int) throws {
    let quick = try context.quickValue(id)
    if let quick, let other = known.quick, quick.kind == other.kind, quick.value != other.value {
      if (quick.value < other.value) != isMaximum { best[group] = Best(id: id, quick: quick) }
      return
    }
    let (key, other) = (
      try context.orderKey(id), try known.key ?? context.orderKey(known.id)
    )
    let isFirst: Bool
    switch OrderKey.order(key, other) {
    case .less: isFirst = true
    case .greater: isFirst = false
    case .equal: isFirst = OrderKey.precedes(try context.term(id), try context.term(known.id))
    }
    if isFirst != isMaximum {
      best[group] = Best(id: id, quick: quick, key: key)
    } else {
      best[group]?.key = other
    }
  }

  func result(of group: Int) -> TermID {
    guard group < best.count, !hasFailed[group] else { return 0 }
    return best[group]?.id ?? 0
  }
}

/// `SUM`, `AVG` and `GROUP_CONCAT`; an error where one of the values is.
struct Reckoned: Accumulator {
  let context: ExecutionContext
  let operand: PlanExpression
  let function: Aggregate.Function
  let isDistinct: Bool
  private var groups: [Group] = []
  private var seen = DistinctValues()

  private struct Group {
    var count = 0
    /// The sum so far; nil after an error.
    var sum: Term? = Reckoned.zero
    /// The sum while all values are numbers; ``sum`` is not looked at then.
    var number: XSDNumber? = .integer(XSDInteger(0))
    var text = ""
    var hasFailed = false

    /// Makes the sum of numbers a term, to go on with what is none.
    mutating func settle() {
      guard let number else { return }
      if count > 0 { sum = .literal(XSDValue.number(number).literal()) }
      self.number = nil
    }
  }

  private static let zero = Term.literal(Literal("0", datatype: XSD.integer))

  init(
    context: ExecutionContext, operand: PlanExpression, function: Aggregate.Function,
    isDistinct: Bool
  ) {
    self.context = context
    self.operand = operand
    self.function = function
    self.isDistinct = isDistinct
  }

  mutating func add(
    _ batch: Batch, _ numbers: [Int], groups count: Int, _ evaluator: ExpressionEvaluator
  ) throws {
    while groups.count < count { groups.append(Group()) }
    for row in 0..<batch.count {
      let group = numbers[row]
      let id = try evaluator.id(operand, batch, row)
      guard id != 0 else {
        groups[group].hasFailed = true
        continue
      }
      if isDistinct, !seen.insert(id, group) { continue }
      if try addNumber(id, to: &groups[group]) { continue }
      try add(try context.term(id), to: &groups[group])
    }
  }

  /// Adds a number to a sum of numbers without making a term of either.
  ///
  /// - Returns: false if the term or the sum is none.
  private func addNumber(_ id: TermID, to group: inout Group) throws -> Bool {
    if case .groupConcat = function { return false }
    guard let sum = group.number,
      case .number(let number)? = try context.withBytes(of: id, { LiteralBytes.value($0) })
    else {
      group.settle()
      return false
    }
    group.number = sum + number
    group.count += 1
    return true
  }

  private func add(_ term: Term, to group: inout Group) throws {
    group.settle()
    if case .groupConcat(let separator) = function {
      guard
        let text = try value({ () throws(ExpressionError) in
          try context.functions.call(.str, [term])
        })?.literal?.lexicalForm
      else {
        group.hasFailed = true
        return
      }
      if group.count > 0 { group.text += separator }
      group.text += text
    } else if let sum = group.sum {
      group.sum = try value { () throws(ExpressionError) in
        try TermOperators.reckon(.add, sum, term)
      }
    }
    group.count += 1
  }

  func result(of index: Int) throws -> TermID {
    var group = index < groups.count ? groups[index] : Group()
    group.settle()
    guard !group.hasFailed else { return 0 }
    switch function {
    case .groupConcat: return try context.id(of: .literal(Literal(group.text)))
    case .average where group.count > 0:
      let count = Term.literal(Literal(String(group.count), datatype: XSD.integer))
      guard let sum = group.sum,
        let mean = try value({ () throws(ExpressionError) in
          try TermOperators.reckon(.divide, sum, count)
        })
      else { return 0 }
      return try context.id(of: mean)
    case .sum, .average, .count, .minimum, .maximum, .sample:
      guard let sum = group.sum else { return 0 }
      return try context.id(of: sum)
    }
  }

  private func value(_ body: () throws(ExpressionError) -> Term) throws -> Term? {
    do throws(ExpressionError) {
      return try body()
    } catch {
      if error.endsQuery { throw error }
      return nil
    }
  }
}
