internal import Diagnostics
internal import RDF

/// Groups: productions [53]–[69]
/// ([SPARQL 1.1 §18.2.2](https://www.w3.org/TR/sparql11-query/#sparqlTranslateGraphPatterns)).
extension QueryParser {
  /// A group as it was understood.
  struct Group {
    /// What is in the group but for its filters.
    var pattern: GraphPattern
    /// All filters of the group as one; nil if there are none.
    var condition: Expression?
    /// The variables in scope behind the group
    /// ([SPARQL 1.1 §18.2.1](https://www.w3.org/TR/sparql11-query/#variableScope)).
    var variables: [Variable]

    /// What the group matches.
    var filtered: GraphPattern { condition.map { .filter($0, pattern) } ?? pattern }
  }

  /// A group while it is read.
  private struct GroupBuilder {
    var pattern: GraphPattern?
    var height = 1
    var block = TripleBlock()
    var filters: [Expression] = []
    var filterHeight = 0
    var variables = VariableList()

    mutating func join(_ other: GraphPattern) {
      pattern = pattern.map { .join($0, other) } ?? other
    }
  }

  /// `GroupGraphPattern` [53].
  mutating func readGroup() throws(SPARQLSyntaxError) -> Group {
    try stepIn()
    try require(.openBrace)
    let outerPart = part
    let outerAggregation = aggregation.place
    aggregation.place = .outside
    beginPart()
    let group = isAt(word: "SELECT") ? try readSubSelect() : try readGroupSub()
    try require(.closeBrace)
    part = outerPart
    aggregation.place = outerAggregation
    stepOut()
    return group
  }

  /// Begins a basic graph pattern that shares no blank nodes with those before.
  private mutating func beginPart() {
    partCount += 1
    part = partCount
  }

  /// `GroupGraphPatternSub` [54].
  private mutating func readGroupSub() throws(SPARQLSyntaxError) -> Group {
    var builder = GroupBuilder()
    var mayBeTriples = true
    while true {
      if isAtTriples() {
        guard mayBeTriples else { throw unexpected() }
        try readTriplesSameSubject(.pattern, into: &builder.block)
        mayBeTriples = try skip(.dot)
      } else if try skip(word: "FILTER") {
        builder.filters.append(try readConstraint())
        builder.filterHeight = max(builder.filterHeight, height)
        _ = try skip(.dot)
        mayBeTriples = true
      } else if isAtGraphPatternNotTriples() {
        try endBlock(&builder)
        try readGraphPatternNotTriples(&builder)
        beginPart()
        _ = try skip(.dot)
        mayBeTriples = true
      } else {
        break
      }
    }
    try endBlock(&builder)
    var condition: Expression?
    if !builder.filters.isEmpty {
      condition = try balance(builder.filters, height: builder.filterHeight) { .and($0, $1) }
      builder.height = max(builder.height, height) + 1
    }
    height = builder.height
    return Group(
      pattern: builder.pattern ?? .unit, condition: condition,
      variables: builder.variables.variables)
  }

  /// Joins what the block has gathered to the group.
  private mutating func endBlock(_ builder: inout GroupBuilder) throws(SPARQLSyntaxError) {
    let block = builder.block
    builder.block = TripleBlock()
    if !block.triples.isEmpty {
      for triple in block.triples { builder.variables.add(triple) }
      height = 1
      try grow(builder.height)
      builder.join(.basic(block.triples))
      builder.height = height
    }
    for (subject, path, object) in block.paths {
      builder.variables.add(subject)
      builder.variables.add(object)
      height = block.pathHeight
      try grow(builder.height)
      builder.join(.path(subject, path, object))
      builder.height = height
    }
  }

  private mutating func isAtGraphPatternNotTriples() -> Bool {
    isAt(.openBrace) || isAt(word: "OPTIONAL") || isAt(word: "MINUS") || isAt(word: "GRAPH")
      || isAt(word: "SERVICE") || isAt(word: "BIND") || isAt(word: "VALUES")
  }

  /// `GraphPatternNotTriples` [56] but `Filter`.
  private mutating func readGraphPatternNotTriples(
    _ builder: inout GroupBuilder
  ) throws(SPARQLSyntaxError) {
    if isAt(.openBrace) {
      try readGroupOrUnion(&builder)
    } else if try skip(word: "OPTIONAL") {
      let group = try readGroup()
      builder.pattern = .leftJoin(
        builder.pattern ?? .unit, group.pattern, condition: group.condition)
      builder.variables.add(group.variables)
    } else if try skip(word: "MINUS") {
      let group = try readGroup()
      builder.pattern = .minus(builder.pattern ?? .unit, group.filtered)
    } else if try skip(word: "GRAPH") {
      let name = try requireVariableOrIRI()
      let group = try readGroup()
      builder.variables.add(name)
      builder.variables.add(group.variables)
      builder.join(.graph(name, group.filtered))
      try grow()
    } else if try skip(word: "SERVICE") {
      let isSilent = try skip(word: "SILENT")
      let name = try requireVariableOrIRI()
      let group = try readGroup()
      builder.variables.add(name)
      builder.variables.add(group.variables)
      builder.join(.service(name, group.filtered, silent: isSilent))
      try grow()
    } else if try skip(word: "BIND") {
      try readBind(&builder)
    } else {
      try require(word: "VALUES")
      let (variables, rows) = try readDataBlock()
      builder.variables.add(variables)
      builder.join(.values(variables, rows))
      height = 1
    }
    try grow(builder.height)
    builder.height = height
  }

  private mutating func requireVariableOrIRI() throws(SPARQLSyntaxError) -> TermPattern {
    guard let name = try readVariableOrIRI() else { throw unexpected() }
    return name
  }

  /// `GroupOrUnionGraphPattern` [67].
  private mutating func readGroupOrUnion(
    _ builder: inout GroupBuilder
  ) throws(SPARQLSyntaxError) {
    var patterns: [GraphPattern] = []
    var highest = 0
    repeat {
      let group = try readGroup()
      patterns.append(group.filtered)
      builder.variables.add(group.variables)
      highest = max(highest, height)
    } while try skip(word: "UNION")
    builder.join(try balance(patterns, height: highest) { .union($0, $1) })
  }

  /// `Bind` [60] behind its word.
  private mutating func readBind(_ builder: inout GroupBuilder) throws(SPARQLSyntaxError) {
    try require(.openParenthesis)
    let expression = try readExpression()
    try require(word: "AS")
    let place = token.range
    let variable = try requireVariable()
    try require(.closeParenthesis)
    guard !builder.variables.contains(variable) else {
      throw mistake(place, .alreadyBound(variable))
    }
    builder.variables.add(variable)
    builder.pattern = .extend(builder.pattern ?? .unit, variable, expression)
  }

  /// `DataBlock` [62]: `InlineDataOneVar` [63] or `InlineDataFull` [64].
  mutating func readDataBlock() throws(SPARQLSyntaxError) -> ([Variable], [[Term?]]) {
    if let variable = try readVariable() {
      try require(.openBrace)
      var rows: [[Term?]] = []
      while try !skip(.closeBrace) { rows.append([try readDataBlockValue()]) }
      return ([variable], rows)
    }
    var variables = VariableList()
    try require(.openParenthesis)
    while try !skip(.closeParenthesis) {
      let place = token.range
      let variable = try requireVariable()
      guard !variables.contains(variable) else { throw mistake(place, .twice(variable)) }
      variables.add(variable)
    }
    let count = variables.variables.count
    try require(.openBrace)
    var rows: [[Term?]] = []
    while try !skip(.closeBrace) {
      let start = token.range.lowerBound
      try require(.openParenthesis)
      var row: [Term?] = []
      while try !skip(.closeParenthesis) { row.append(try readDataBlockValue()) }
      guard row.count == count else {
        throw mistake(
          from: start,
          Message(
            en: "this row has \(row.count) values for \(count) variables",
            id: "baris ini memuat \(row.count) nilai untuk \(count) variabel"))
      }
      rows.append(row)
    }
    return (variables.variables, rows)
  }

  /// `DataBlockValue` [65]; nil for `UNDEF`.
  private mutating func readDataBlockValue() throws(SPARQLSyntaxError) -> Term? {
    if try skip(word: "UNDEF") { return nil }
    if token.kind == .symbol(.openTripleTerm) { return .tripleTerm(try readTripleTermData()) }
    if let node = try readIRI() { return .namedNode(node) }
    guard let literal = try readLiteral() else { throw unexpected() }
    return .literal(literal)
  }

  /// `Constraint` [69].
  mutating func readConstraint() throws(SPARQLSyntaxError) -> Expression {
    if isAt(.openParenthesis) { return try readBrackettedExpression() }
    if let call = try readCall() { return call }
    throw unexpected()
  }
}

extension Message {
  static func alreadyBound(_ variable: Variable) -> Message {
    Message(
      en: "?\(variable.name) is bound before already; use another variable",
      id: "?\(variable.name) sudah terikat sebelumnya; gunakan variabel lain")
  }

  static func twice(_ variable: Variable) -> Message {
    Message(
      en: "?\(variable.name) stands here twice", id: "?\(variable.name) muncul dua kali di sini")
  }
}
