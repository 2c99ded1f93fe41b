internal import Diagnostics
internal import RDF

/// What stands around the pattern: productions [9] and [18]–[28]
/// ([SPARQL 1.1 §18.2.4](https://www.w3.org/TR/sparql11-query/#sparqlGroupAggregate),
/// [§18.2.5](https://www.w3.org/TR/sparql11-query/#convertSolMod)).
extension QueryParser {
  /// `SelectClause` [9] as it was understood.
  struct Selection {
    /// One column.
    struct Item {
      var variable: Variable
      /// Where the variable stands.
      var range: Range<Int>
      /// What the variable is bound to; nil if it is bound by the pattern.
      var expression: Expression?
      /// How high the expression is.
      var height: Int
      /// The variables of the expression outside of aggregates.
      var ungrouped: [(variable: Variable, range: Range<Int>)]
    }

    var isDistinct = false
    var isReduced = false
    /// The columns; nil for all variables in scope.
    var items: [Item]?
    /// The columns once the pattern is known.
    var variables: [Variable] = []
    /// Where the star stands, if there is one.
    var starRange = 0..<0
  }

  private struct Modifiers {
    /// What `GROUP BY` names; nil without it.
    var keys: [GroupCondition]?
    var having: [Expression] = []
    var havingHeight = 0
    var order: [OrderCondition] = []
    var orderHeight = 0
    var offset = 0
    var limit: Int?
  }

  private struct GroupCondition {
    var expression: Expression
    var height: Int
    var variable: Variable
    var range: Range<Int>
  }

  /// `SelectClause` [9].
  mutating func readSelectClause() throws(SPARQLSyntaxError) -> Selection {
    try require(word: "SELECT")
    var selection = Selection()
    selection.isDistinct = try skip(word: "DISTINCT")
    if !selection.isDistinct { selection.isReduced = try skip(word: "REDUCED") }
    selection.starRange = token.range
    if try skip(.star) { return selection }
    var items: [Selection.Item] = []
    var aliases: Set<Variable> = []
    while true {
      let range = token.range
      if let variable = try readVariable() {
        let item = Selection.Item(
          variable: variable, range: range, expression: nil, height: 0, ungrouped: [])
        items.append(item)
      } else if try skip(.openParenthesis) {
        let item = try readSelectExpression()
        guard aliases.insert(item.variable).inserted else {
          throw mistake(item.range, .alreadyBound(item.variable))
        }
        items.append(item)
      } else if items.isEmpty {
        throw unexpected()
      } else {
        break
      }
    }
    selection.items = items
    return selection
  }

  /// `(expression AS variable)` behind its parenthesis.
  private mutating func readSelectExpression() throws(SPARQLSyntaxError) -> Selection.Item {
    aggregation.place = .modifier
    aggregation.ungrouped = []
    let expression = try readExpression()
    aggregation.place = .outside
    let height = height
    try require(word: "AS")
    let range = token.range
    let variable = try requireVariable()
    try require(.closeParenthesis)
    return Selection.Item(
      variable: variable, range: range, expression: expression, height: height,
      ungrouped: aggregation.ungrouped)
  }

  /// `SolutionModifier` [18] and `ValuesClause` [28] of a query that is no `SELECT`, put upon its
  /// pattern.
  mutating func readModifiers(of group: Group) throws(SPARQLSyntaxError) -> GraphPattern {
    var selection: Selection?
    return try readModifiers(of: group, selection: &selection)
  }

  /// `SolutionModifier` [18] and `ValuesClause` [28] of a `SELECT`, put upon its pattern.
  mutating func readModifiers(
    of group: Group, selection: inout Selection
  ) throws(SPARQLSyntaxError) -> GraphPattern {
    var optional: Selection? = selection
    let pattern = try readModifiers(of: group, selection: &optional)
    if let known = optional { selection = known }
    return pattern
  }

  private mutating func readModifiers(
    of group: Group, selection: inout Selection?
  ) throws(SPARQLSyntaxError) -> GraphPattern {
    var pattern = group.filtered
    let patternHeight = height
    let inner = VariableList(group.variables)
    var modifiers = Modifiers()
    if try skip(word: "GROUP") { modifiers.keys = try readGroupClause(inner) }
    aggregation.ungrouped = []
    if try skip(word: "HAVING") { try readHavingClause(&modifiers) }
    let having = aggregation.ungrouped
    aggregation.ungrouped = []
    if try skip(word: "ORDER") { try readOrderClause(&modifiers) }
    let order = aggregation.ungrouped
    try readLimitOffsetClauses(&modifiers)
    let values: ([Variable], [[Term?]])? =
      try skip(word: "VALUES") ? try readDataBlock() : nil

    height = patternHeight
    var visible = inner
    let isGrouped = modifiers.keys != nil || !aggregation.bindings.isEmpty
    if isGrouped {
      var aliases: Set<Variable> = []
      for item in selection?.items ?? [] where item.expression != nil {
        aliases.insert(item.variable)
      }
      let keys = modifiers.keys ?? []
      visible = VariableList(keys.map(\.variable))
      try check(selection, keys: visible)
      for (variable, _) in having where !visible.contains(variable) && inner.contains(variable) {
        aggregation.sample(variable)
      }
      for (variable, _) in order
      where !visible.contains(variable) && inner.contains(variable) && !aliases.contains(variable) {
        aggregation.sample(variable)
      }
      pattern = try self.group(pattern, keys)
    }
    if !modifiers.having.isEmpty {
      let under = height
      let condition = try balance(modifiers.having, height: modifiers.havingHeight) {
        .and($0, $1)
      }
      try grow(under)
      pattern = .filter(condition, pattern)
    }
    if let (variables, rows) = values {
      visible.add(variables)
      pattern = .join(pattern, .values(variables, rows))
      try grow()
    }
    if selection != nil {
      pattern = try extend(
        pattern, &selection, visible: visible, inner: inner, isGrouped: isGrouped)
    }
    if !modifiers.order.isEmpty {
      try grow(modifiers.orderHeight)
      pattern = .orderBy(pattern, modifiers.order)
    }
    if let selection { pattern = project(pattern, selection) }
    if modifiers.offset > 0 || modifiers.limit != nil {
      pattern = .slice(pattern, offset: modifiers.offset, limit: modifiers.limit)
    }
    height += 4
    return pattern
  }

  /// Every column of a query with groups has to be a key, or made of keys and aggregates
  /// ([SPARQL 1.1 §11.4](https://www.w3.org/TR/sparql11-query/#aggregateRestrictions)).
  private func check(_ selection: Selection?, keys: VariableList) throws(SPARQLSyntaxError) {
    guard let selection else { return }
    guard let items = selection.items else {
      throw mistake(
        selection.starRange,
        Message(
          en: "SELECT * does not go with groups; name the keys and aggregates",
          id: "SELECT * tidak berlaku untuk grup; sebutkan kunci dan agregatnya"))
    }
    var known = keys
    for item in items {
      let used = item.expression == nil ? [(item.variable, item.range)] : item.ungrouped
      for (variable, range) in used where !known.contains(variable) {
        throw mistake(
          range,
          Message(
            en: "?\(variable.name) is no key of GROUP BY; use it in an aggregate,"
              + " such as SAMPLE(?\(variable.name))",
            id: "?\(variable.name) bukan kunci GROUP BY; gunakan di dalam agregat,"
              + " misalnya SAMPLE(?\(variable.name))"))
      }
      known.add(item.variable)
    }
  }

  private mutating func group(
    _ pattern: GraphPattern, _ keys: [GroupCondition]
  ) throws(SPARQLSyntaxError) -> GraphPattern {
    var pattern = pattern
    for key in keys where key.expression != .variable(key.variable) {
      try grow(key.height)
      pattern = .extend(pattern, key.variable, key.expression)
    }
    try grow()
    return .group(pattern, keys: keys.map(\.variable), aggregates: aggregation.bindings)
  }

  /// Binds the expressions of the columns, and finds out what the columns are.
  private mutating func extend(
    _ pattern: GraphPattern, _ selection: inout Selection?, visible: VariableList,
    inner: VariableList, isGrouped: Bool
  ) throws(SPARQLSyntaxError) -> GraphPattern {
    guard let items = selection?.items else {
      selection?.variables = visible.variables
      return pattern
    }
    var pattern = pattern
    var columns = VariableList()
    for item in items {
      if let expression = item.expression {
        // Of a pattern with groups only the keys are to be seen.
        guard isGrouped || !inner.contains(item.variable), !visible.contains(item.variable) else {
          throw mistake(item.range, .alreadyBound(item.variable))
        }
        try grow(item.height)
        pattern = .extend(pattern, item.variable, expression)
      }
      columns.add(item.variable)
    }
    selection?.variables = columns.variables
    return pattern
  }

  private func project(_ pattern: GraphPattern, _ selection: Selection) -> GraphPattern {
    let projected = GraphPattern.project(pattern, selection.variables)
    if selection.isDistinct { return .distinct(projected) }
    return selection.isReduced ? .reduced(projected) : projected
  }

  /// `GroupClause` [19] behind its first word.
  private mutating func readGroupClause(
    _ inner: VariableList
  ) throws(SPARQLSyntaxError) -> [GroupCondition] {
    try require(word: "BY")
    var known = inner
    var keys = [try readGroupCondition(&known)]
    while isAtCondition() { keys.append(try readGroupCondition(&known)) }
    return keys
  }

  /// `GroupCondition` [20].
  private mutating func readGroupCondition(
    _ known: inout VariableList
  ) throws(SPARQLSyntaxError) -> GroupCondition {
    let range = token.range
    if let variable = try readVariable() {
      return GroupCondition(
        expression: .variable(variable), height: 1, variable: variable, range: range)
    }
    guard try skip(.openParenthesis) else {
      guard let call = try readCall() else { throw unexpected() }
      return GroupCondition(
        expression: call, height: height, variable: newVariable(), range: range)
    }
    let expression = try readExpression()
    let height = height
    var variable: Variable
    if try skip(word: "AS") {
      let place = token.range
      variable = try requireVariable()
      guard !known.contains(variable) else { throw mistake(place, .alreadyBound(variable)) }
      known.add(variable)
    } else if case .variable(let plain) = expression {
      variable = plain
    } else {
      variable = newVariable()
    }
    try require(.closeParenthesis)
    return GroupCondition(
      expression: expression, height: height, variable: variable, range: range)
  }

  /// Whether a condition of `GROUP BY`, `HAVING` or `ORDER BY` begins here.
  private mutating func isAtCondition() -> Bool {
    switch token.kind {
    case .variable, .iri, .prefixedName, .symbol(.openParenthesis): true
    case .word(let word): QueryParser.isFunction(word.uppercased())
    default: false
    }
  }

  private static func isFunction(_ word: String) -> Bool {
    switch word {
    case "BOUND", "IF", "COALESCE", "EXISTS", "NOT", "COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE",
      "GROUP_CONCAT":
      true
    default: BuiltInFunction(rawValue: word) != nil
    }
  }

  /// `HavingClause` [21] behind its word.
  private mutating func readHavingClause(
    _ modifiers: inout Modifiers
  ) throws(SPARQLSyntaxError) {
    aggregation.place = .modifier
    repeat {
      modifiers.having.append(try readConstraint())
      modifiers.havingHeight = max(modifiers.havingHeight, height)
    } while isAtCondition()
    aggregation.place = .outside
  }

  /// `OrderClause` [23] behind its first word.
  private mutating func readOrderClause(
    _ modifiers: inout Modifiers
  ) throws(SPARQLSyntaxError) {
    try require(word: "BY")
    aggregation.place = .modifier
    repeat {
      modifiers.order.append(try readOrderCondition())
      modifiers.orderHeight = max(modifiers.orderHeight, height)
    } while isAtCondition() || isAt(word: "ASC") || isAt(word: "DESC")
    aggregation.place = .outside
  }

  /// `OrderCondition` [24].
  private mutating func readOrderCondition() throws(SPARQLSyntaxError) -> OrderCondition {
    if try skip(word: "ASC") { return OrderCondition(try readBrackettedExpression()) }
    if try skip(word: "DESC") {
      return OrderCondition(try readBrackettedExpression(), isDescending: true)
    }
    height = 1
    if case .variable = token.kind {
      return OrderCondition(.variable(try readExpressionVariable()))
    }
    expect(Message(en: "a variable", id: "variabel"))
    return OrderCondition(try readConstraint())
  }

  /// `LimitOffsetClauses` [25].
  private mutating func readLimitOffsetClauses(
    _ modifiers: inout Modifiers
  ) throws(SPARQLSyntaxError) {
    var hasOffset = false
    while true {
      if modifiers.limit == nil, try skip(word: "LIMIT") {
        modifiers.limit = try readCount()
      } else if !hasOffset, try skip(word: "OFFSET") {
        hasOffset = true
        modifiers.offset = try readCount()
      } else {
        return
      }
    }
  }

  /// A number of rows; what is larger than any table has is the largest number.
  private mutating func readCount() throws(SPARQLSyntaxError) -> Int {
    guard case .integer(let digits) = token.kind else {
      expect(Message(en: "a whole number", id: "bilangan bulat"))
      throw unexpected()
    }
    try advance()
    return Int(digits) ?? Int.max
  }
}
