internal import Diagnostics
internal import RDF

/// Functions and aggregates: productions [70], [71] and [121]–[128].
extension QueryParser {
  /// `BuiltInCall` [121] or `FunctionCall` [70]; nil, and nothing is read, if there is none.
  ///
  /// An IRI without arguments is no call: nothing is read of it.
  mutating func readCall() throws(SPARQLSyntaxError) -> Expression? {
    switch token.kind {
    case .word(let word): return try readBuiltInCall(word.uppercased())
    case .iri, .prefixedName:
      let saved = self
      guard let name = try readIRI(), isAt(.openParenthesis) else {
        self = saved
        return nil
      }
      let arguments = try readArguments()
      try grow()
      return .function(name, arguments)
    default:
      expect(Message(en: "a function", id: "fungsi"))
      return nil
    }
  }

  /// `ArgList` [71].
  private mutating func readArguments() throws(SPARQLSyntaxError) -> [Expression] {
    let saved = self
    try require(.openParenthesis)
    // The word says something about aggregates of other makers only.
    guard try skip(word: "DISTINCT") else {
      self = saved
      return try readExpressionList()
    }
    var list: [Expression] = []
    var highest = 1
    repeat {
      list.append(try readExpression())
      highest = max(highest, height)
    } while try skip(.comma)
    try require(.closeParenthesis)
    height = highest
    return list
  }

  private mutating func readBuiltInCall(_ word: String) throws(SPARQLSyntaxError) -> Expression {
    let start = token.range.lowerBound
    switch word {
    case "BOUND":
      try advance()
      try require(.openParenthesis)
      let variable = try readExpressionVariable()
      try require(.closeParenthesis)
      height = 1
      return .bound(variable)
    case "IF":
      try advance()
      let parts = try readExpressionList()
      guard parts.count == 3 else { throw wrongCount(from: start, word, parts.count, 3...3) }
      try grow()
      return .conditional(parts[0], parts[1], parts[2])
    case "COALESCE":
      try advance()
      let parts = try readExpressionList()
      try grow()
      return .coalesce(parts)
    case "EXISTS":
      try advance()
      return try readExistsFunc()
    case "NOT":
      try advance()
      try require(word: "EXISTS")
      let exists = try readExistsFunc()
      try grow()
      return .not(exists)
    case "COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT":
      return try readAggregate(word)
    default:
      guard let function = BuiltInFunction(rawValue: word) else { throw noFunction(word) }
      try advance()
      let arguments = try readExpressionList()
      guard function.arity.contains(arguments.count) else {
        throw wrongCount(from: start, word, arguments.count, function.arity)
      }
      try grow()
      return .call(function, arguments)
    }
  }

  /// `ExistsFunc` [125] behind its word.
  private mutating func readExistsFunc() throws(SPARQLSyntaxError) -> Expression {
    let group = try readGroup()
    try grow()
    return .exists(group.filtered)
  }

  private mutating func noFunction(_ word: String) -> SPARQLSyntaxError {
    expect(Message(en: "a function", id: "fungsi"))
    let names =
      BuiltInFunction.allCases.map(\.rawValue)
      + ["BOUND", "IF", "COALESCE", "EXISTS", "COUNT", "SUM", "AVG", "SAMPLE", "GROUP_CONCAT"]
    guard let nearest = EditDistance.nearest(to: word, among: names).first else {
      return unexpected()
    }
    return mistake(
      token.range,
      Message(
        en: "there is no function \(word); did you mean \(nearest)?",
        id: "tidak ada fungsi \(word); apakah maksud Anda \(nearest)?"))
  }

  private func wrongCount(
    from start: Int, _ name: String, _ count: Int, _ wanted: ClosedRange<Int>
  ) -> SPARQLSyntaxError {
    let range =
      wanted.count == 1 ? "\(wanted.lowerBound)" : "\(wanted.lowerBound)–\(wanted.upperBound)"
    return mistake(
      from: start,
      Message(
        en: "\(name) has \(count) arguments here; expected \(range)",
        id: "\(name) memiliki \(count) argumen di sini; diharapkan \(range)"))
  }

  /// `Aggregate` [127].
  private mutating func readAggregate(_ word: String) throws(SPARQLSyntaxError) -> Expression {
    switch aggregation.place {
    case .modifier: break
    case .outside:
      throw mistake(
        token.range,
        Message(
          en: "\(word) is an aggregate; it may stand in SELECT, HAVING and ORDER BY",
          id: "\(word) adalah agregat; tempatnya di SELECT, HAVING dan ORDER BY"))
    case .aggregate:
      throw mistake(
        token.range,
        Message(
          en: "\(word) stands in another aggregate; use a subquery",
          id: "\(word) berada di dalam agregat lain; gunakan subkueri"))
    }
    aggregation.place = .aggregate
    try advance()
    try require(.openParenthesis)
    let isDistinct = try skip(word: "DISTINCT")
    var operand: Expression?
    height = 1
    let isOfRows = word == "COUNT" ? try skip(.star) : false
    if !isOfRows { operand = try readExpression() }
    let function: Aggregate.Function
    switch word {
    case "COUNT": function = .count
    case "SUM": function = .sum
    case "MIN": function = .minimum
    case "MAX": function = .maximum
    case "AVG": function = .average
    case "SAMPLE": function = .sample
    default: function = .groupConcat(separator: try readSeparator())
    }
    try require(.closeParenthesis)
    aggregation.place = .modifier
    let aggregate = Aggregate(function, of: operand, isDistinct: isDistinct)
    height = 1
    if let variable = aggregation.variable(of: aggregate) { return .variable(variable) }
    let variable = newVariable()
    aggregation.bind(variable, aggregate)
    return .variable(variable)
  }

  /// `; SEPARATOR = "…"`; a space if nothing is said.
  private mutating func readSeparator() throws(SPARQLSyntaxError) -> String {
    guard try skip(.semicolon) else { return " " }
    try require(word: "SEPARATOR")
    try require(.equal)
    guard case .string(let separator) = token.kind else {
      expect(Message(en: "a text between quotes", id: "teks di antara tanda kutip"))
      throw unexpected()
    }
    try advance()
    return separator
  }
}
